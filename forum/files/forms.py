"""The part of a form that takes files: without JavaScript, and as an element fills it in."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField

from forum.files.bounds import ALT_LENGTH, MOST_A_MESSAGE
from forum.files.models import Upload
from network.access.once import OnceKeyField

TOO_MANY = f"Add at most {MOST_A_MESSAGE} files to a message"
EMPTY = "This file is empty"
DESCRIBE = "Say in a sentence what the picture shows, or tick that it says nothing your words do not"


class ChosenFiles(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once. One that is empty is refused with the words of its kind."""

    widget = ChosenFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        if len(data or []) > MOST_A_MESSAGE:
            raise forms.ValidationError(TOO_MANY)
        return [super(FilesField, self).clean(one, initial) for one in data or []]


class UploadIdsField(forms.Field):
    """The uploads a form has already, by their ids."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> list[str]:
        if len(value or []) > MOST_A_MESSAGE:
            raise forms.ValidationError(TOO_MANY)
        return [str(one)[:12] for one in value or []]


@dataclass(frozen=True)
class Chosen:
    """An upload of the form, with the fields that describe it: none for a paper."""

    upload: Upload
    alt: BoundField | None = None
    is_decorative: BoundField | None = None


class UploadForm(forms.Form):
    """One file, ahead of its message."""

    file = forms.FileField(error_messages={"required": "Choose a file", "empty": EMPTY})
    key = OnceKeyField()


class FilesForm(forms.Form):
    """`take` the uploads it names and those just made; then each picture is described, or the form is not valid."""

    files = FilesField(label="Pictures and files", required=False, error_messages={"empty": EMPTY})
    uploads = UploadIdsField(required=False)

    def take(self, uploads: Iterable[Upload]) -> None:
        """Ask what each picture shows."""
        self.taken = list(uploads)
        for upload in self.taken:
            if upload.is_picture:
                self._ask_about(upload)
        if self.is_bound:
            self.full_clean()

    def _ask_about(self, upload: Upload) -> None:
        alt, plain = f"alt_{upload.public_id}", f"plain_{upload.public_id}"
        label = f"What does {upload.name} show?"
        self.fields[alt] = forms.CharField(label=label, max_length=ALT_LENGTH, required=False, initial=upload.alt)
        self.fields[plain] = forms.BooleanField(
            label="It says nothing my words do not", required=False, initial=upload.is_decorative
        )

    def clean(self) -> dict[str, Any]:
        """A picture without a word is a closed door to whoever does not see it."""
        words = super().clean() or self.cleaned_data
        taken = getattr(self, "taken", [])
        for upload in taken:
            alt = f"alt_{upload.public_id}"
            if upload.is_picture and alt not in self.errors and not (words[alt] or words[f"plain_{upload.public_id}"]):
                self.add_error(alt, DESCRIBE)
        return words

    def chosen(self) -> list[Chosen]:
        """Each upload with its fields, for the page."""
        return [
            Chosen(upload, self[f"alt_{upload.public_id}"], self[f"plain_{upload.public_id}"])
            if upload.is_picture
            else Chosen(upload)
            for upload in getattr(self, "taken", [])
        ]
