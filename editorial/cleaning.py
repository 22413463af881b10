"""What is done to a file before it is kept: sniffed, read as pixels, written anew without its metadata."""

from io import BytesIO
from pathlib import PurePath

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
    except (UnidentifiedImageError, puremagic.PureError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise ValidationError({"file": "This file is not a picture we can read."}) from None
    return _written_anew(upright, str(picture.format))


def _written_anew(picture: Image.Image, kind: str) -> ContentFile:
    bare = Image.new(picture.mode, picture.size)
    bare.putdata(list(picture.getdata())) if picture.mode == "P" else bare.paste(picture)
    if picture.mode == "P" and (palette := picture.getpalette()):
        bare.putpalette(palette)
    out = BytesIO()
    bare.save(out, format=kind, **({"quality": 90} if kind in {"JPEG", "WEBP", "AVIF"} else {}))
    return ContentFile(out.getvalue(), name=name_for(f"picture.{FORMATS[kind]}"))
