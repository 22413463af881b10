"""What an editor's file must be, in the words of the CMS's forms."""

from io import BytesIO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File

from network.records.incoming import FORMATS, NotTaken, check_paper, name_for, pixels_alone, read_picture

LARGEST_DOCUMENT = 20 * 1024 * 1024


def clean_image(upload: File) -> ContentFile:
    """The picture alone: no location, no camera, no second payload. Raises ValidationError for what is no picture."""
    upload.seek(0)
    try:
        picture, kind = read_picture(upload.read())
    except NotTaken as problem:
        raise ValidationError({"file": str(problem)}) from None
    out = BytesIO()
    pixels_alone(picture).save(out, format=kind, **({"quality": 90} if kind in {"JPEG", "WEBP", "AVIF"} else {}))
    return ContentFile(out.getvalue(), name=name_for(f"picture.{FORMATS[kind]}"))


def check_document(upload: File) -> None:
    """Raises ValidationError for a file that is not what its ending says, too large, or unpacks to a flood."""
    if (upload.size or 0) > LARGEST_DOCUMENT:
        raise ValidationError({"file": "Choose a file of at most 20 MB."})
    try:
        check_paper(upload, upload.name or "")
    except NotTaken as problem:
        raise ValidationError({"file": str(problem)}) from None
