"""A picture in the two sizes it is kept in."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from forum.files.bounds import FULL, SMALL
from network.records.incoming import NotTaken, pixels_alone, read_picture

MEDIA_TYPE, ENDING = "image/webp", ".webp"


@dataclass(frozen=True)
class Picture:
    """`width` and `height` are those of the full size."""

    full: bytes
    small: bytes
    width: int
    height: int


def picture_of(data: bytes) -> Picture:
    """Both sizes, still and without metadata. Raises NotTaken."""
    picture, _ = read_picture(data, longest=FULL)
    has_gaps = "A" in picture.getbands() or "transparency" in picture.info
    try:
        picture = picture.convert("RGBA" if has_gaps else "RGB")
    except ValueError:
        raise NotTaken("This file is not a picture we can read.") from None
    full = pixels_alone(_at_most(picture, FULL))
    return Picture(_written(full), _written(_at_most(full, SMALL)), *full.size)


def fitted(width: int, height: int, longest: int) -> tuple[int, int]:
    """The size it has when its longer side is at most so long. It never grows."""
    scale = min(1.0, longest / max(width, height, 1))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _at_most(picture: Image.Image, longest: int) -> Image.Image:
    size = fitted(*picture.size, longest)
    return picture if size == picture.size else picture.resize(size, Image.Resampling.LANCZOS)


def _written(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, format="WEBP", quality=82)
    return out.getvalue()
