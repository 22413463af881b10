"""What is done to a file before it is kept: sniffed, read as pixels, written anew without its metadata."""

from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

import puremagic
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from PIL import Image, ImageOps, UnidentifiedImageError

from network.people.opaque import new_public_id

MOST_PIXELS = 40_000_000
# What a file must be inside, by its bytes; the ending it came with decides nothing.
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "AVIF": "avif"}


def name_for(filename: str) -> str:
    """A random name with a plain ending."""
    ending = PurePath(filename.replace("\x00", "")).suffix.lower()[:6]
    return f"{new_public_id()}{new_public_id()}{ending if ending[1:].isalnum() else ''}"


def clean_image(upload: File) -> ContentFile:
    """The picture alone: no location, no camera, no second payload. Raises ValidationError for what is no picture."""
    upload.seek(0)
    data = upload.read()
    try:
        puremagic.from_string(data)
        picture = Image.open(BytesIO(data))
        if picture.format not in FORMATS or picture.width * picture.height > MOST_PIXELS:
            raise ValidationError({"file": "Choose a JPEG, PNG, WebP or GIF of at most 40 million pixels."})
        upright = ImageOps.exif_transpose(picture)
        upright.load()
    except (
        UnidentifiedImageError,
        puremagic.PureError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ):
        raise ValidationError({"file": "This file is not a picture we can read."}) from None
    return _written_anew(upright, str(picture.format))


UNREADABLE = (
    UnidentifiedImageError,
    puremagic.PureError,
    OSError,
    ValueError,
    SyntaxError,
    Image.DecompressionBombError,
)
# Endings a document may have, and what its bytes must begin with. Plain text begins as it likes.
OFFICE = (b"PK\x03\x04",)
BEGINNINGS = {
    ".pdf": (b"%PDF-",),
    ".docx": OFFICE,
    ".pptx": OFFICE,
    ".xlsx": OFFICE,
    ".odt": OFFICE,
    ".csv": (),
    ".txt": (),
}
LARGEST_DOCUMENT = 20 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024


def check_document(upload: File) -> None:
    """Raises ValidationError for a file that is not what its ending says, too large, or unpacks to a flood."""
    ending = PurePath(upload.name or "").suffix.lower()
    if ending not in BEGINNINGS:
        raise ValidationError({"file": "Choose a PDF, Word, PowerPoint, Excel, OpenDocument, CSV or text file."})
    if (upload.size or 0) > LARGEST_DOCUMENT:
        raise ValidationError({"file": "Choose a file of at most 20 MB."})
    upload.seek(0)
    first = upload.read(8192)
    upload.seek(0)
    begins_well = first.startswith(BEGINNINGS[ending]) if BEGINNINGS[ending] else b"\x00" not in first
    if not begins_well or (BEGINNINGS[ending] == OFFICE and not _unpacks_within_bounds(upload)):
        raise ValidationError({"file": f"This file is not what its ending, {ending}, says."})


def _unpacks_within_bounds(upload: File) -> bool:
    try:
        with ZipFile(upload) as archive:
            return sum(entry.file_size for entry in archive.infolist()) <= LARGEST_UNPACKED
    except BadZipFile:
        return False
    finally:
        upload.seek(0)


def _written_anew(picture: Image.Image, kind: str) -> ContentFile:
    bare = Image.new(picture.mode, picture.size)
    bare.putdata(list(picture.getdata())) if picture.mode == "P" else bare.paste(picture)
    if picture.mode == "P" and (palette := picture.getpalette()):
        bare.putpalette(palette)
    out = BytesIO()
    bare.save(out, format=kind, **({"quality": 90} if kind in {"JPEG", "WEBP", "AVIF"} else {}))
    return ContentFile(out.getvalue(), name=name_for(f"picture.{FORMATS[kind]}"))
