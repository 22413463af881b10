"""From what arrived to what is kept: a picture in two sizes, or a paper as it came."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from forum.files.models import UploadKind
from forum.files.naming import safe_name
from forum.files.pictures import ENDING, MEDIA_TYPE, picture_of
from network.records.incoming import PAPERS, check_paper


@dataclass(frozen=True)
class Incoming:
    """`contents`: what is stored, by column. `facts`: the other columns."""

    contents: dict[str, bytes]
    facts: dict[str, Any]


def prepare(file: UploadedFile) -> Incoming:
    """Sniffed and cleaned. Raises NotTaken for what is neither a picture nor a paper of our list."""
    name = file.name or ""
    ending = PurePath(name).suffix.lower()
    file.seek(0)
    if ending in PAPERS:
        paper = check_paper(file, name)
        kind, kept_name, media_type = UploadKind.PAPER, safe_name(name, ending), paper.media_type
        return Incoming({"full": file.read()}, _facts(file, kind=kind, name=kept_name, media_type=media_type))
    picture = picture_of(file.read())
    facts = {"kind": UploadKind.PICTURE, "name": safe_name(name, ENDING), "media_type": MEDIA_TYPE}
    facts |= {"width": picture.width, "height": picture.height}
    return Incoming({"full": picture.full, "small": picture.small}, _facts(file, **facts))


def _facts(file: UploadedFile, **facts: Any) -> dict[str, Any]:
    return {"size": file.size or 0, **facts}
