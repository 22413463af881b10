"""Images and documents. Whoever may read a page that shows one may fetch it; nobody else, in any size."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.urls import reverse
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.models import Page, ReferenceIndex

from editorial.cleaning import check_document, clean_image
from editorial.models.site_page import SitePage
from network.access.viewer import Viewer
from network.records.incoming import name_for


def is_shown_to(viewer: Viewer, thing: models.Model) -> bool:
    """Whether a live page this viewer may see refers to the image or document."""
    references = ReferenceIndex.get_references_to(thing)
    pages = references.filter(base_content_type=ContentType.objects.get_for_model(Page))
    numbers = [int(pk) for pk in pages.values_list("object_id", flat=True)]
    return SitePage.objects.visible_to(viewer).filter(pk__in=numbers).exists()


class BaliImage(AbstractImage):
    """An image must say what it shows, or that it shows nothing that matters: the decision is compulsory."""

    alt = models.CharField("what it shows", max_length=200, blank=True)
    is_decorative = models.BooleanField("decorative: says nothing the text does not", default=False)

    admin_form_fields = ("title", "file", "alt", "is_decorative", "collection", "tags")

    def clean(self) -> None:
        super().clean()
        if not self.alt and not self.is_decorative:
            raise ValidationError({"alt": "Describe the picture in a sentence, or tick that it is decorative."})
        if self.file and isinstance(getattr(self.file, "file", None), UploadedFile):
            self.file = clean_image(self.file.file)

    def get_upload_to(self, filename: str) -> str:
        """A random name: the same picture uploaded twice, or by somebody else, tells nothing."""
        return f"originals/{name_for(filename)}"

    @property
    def default_alt_text(self) -> str:
        return "" if self.is_decorative else self.alt


class BaliRendition(AbstractRendition):
    image = models.ForeignKey(BaliImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)

    def get_upload_to(self, filename: str) -> str:
        return f"renditions/{name_for(filename)}"

    @property
    def url(self) -> str:
        """The checked view; the stored file has no address."""
        return reverse("rendition", args=[self.pk, self.file.name.rsplit("/", 1)[-1]])

    @property
    def full_url(self) -> str:
        return self.url


class BaliDocument(AbstractDocument):
    admin_form_fields = ("title", "file", "collection", "tags")

    def clean(self) -> None:
        super().clean()
        if self.file and isinstance(getattr(self.file, "file", None), UploadedFile):
            check_document(self.file.file)

    @property
    def url(self) -> str:
        """The checked view; the stored file has no address."""
        return reverse("document", args=[self.pk, self.filename])

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.file and not self.file._committed:
            self.file.name = name_for(self.file.name)
        super().save(*args, **kwargs)
