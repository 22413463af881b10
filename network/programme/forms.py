"""Forms of the CMS for programmes and their records."""

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

MOST_LINES = 20


class LinesField(forms.CharField):
    """A list, a line each. Nobody edits brackets and commas."""

    widget = forms.Textarea(attrs={"rows": 8})

    def __init__(self, **options: Any) -> None:
        options.pop("encoder", None)
        options.pop("decoder", None)
        super().__init__(max_length=4000, **options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> list[str]:
        lines = value if isinstance(value, list) else str(super().to_python(value)).splitlines()
        return [line.strip() for line in lines if line.strip()]

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        if len(value) > MOST_LINES:
            raise forms.ValidationError(f"Write {MOST_LINES} lines or fewer.")

    def run_validators(self, value: Any) -> None:
        super().run_validators("\n".join(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != self.to_python(data or "")


class ProgrammeForm(WagtailAdminModelForm):
    partners = LinesField(required=False, help_text="One on each line.")
    aims = LinesField(required=False, help_text="One on each line, in order.")
    criteria = LinesField(required=False, help_text="One on each line, exactly as published.")


class TestimonialForm(WagtailAdminModelForm):
    def clean(self) -> dict[str, Any]:
        """Featured means shown, and nothing is shown that was not approved."""
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("is_featured") and not cleaned.get("is_approved"):
            self.add_error("is_featured", "Approve the words before you feature them.")
        return cleaned
