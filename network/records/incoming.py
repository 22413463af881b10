"""What is done to a file before it is kept: sniffed, bounded, and a picture written anew as pixels alone."""

import struct
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import IO
from zipfile import BadZipFile, ZipFile

import puremagic
from PIL import Image, ImageOps, UnidentifiedImageError

from network.people.opaque import new_public_id

MOST_PIXELS = 40_000_000
MOST_FRAMES = 500
# What a picture must be inside, by its bytes; the ending it came with decides nothing.
FORMATS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "AVIF": "avif"}
TOO_LARGE = "Choose a JPEG, PNG, WebP or GIF of at most 40 million pixels."
UNREADABLE = (
    UnidentifiedImageError,
    puremagic.PureError,
    *(OSError, EOFError, ValueError, SyntaxError, struct.error, zlib.error),
)
# No zip; nothing of that name in it; locked with a password, or packed in a way we do not know.
NOT_UNPACKED = (BadZipFile, KeyError, RuntimeError, *UNREADABLE)
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_INSIDE = 5_000
LARGEST_LABEL = 1024 * 1024
ZIP = b"PK\x03\x04"
OOXML, ODF = "[Content_Types].xml", "mimetype"


class NotTaken(Exception):
    """A file we do not take. The words say what to do, and reach the person."""


@dataclass(frozen=True)
class Paper:
    """A kind of document: what its bytes begin with; for a zip, which entry names it and with which words."""

    media_type: str
    begins: bytes = b""
    label: str = ""
    words: bytes = b""


def _office(media_type: str, words: str) -> Paper:
    return Paper(f"application/vnd.openxmlformats-officedocument.{media_type}", ZIP, OOXML, words.encode())


def _open_document(kind: str) -> Paper:
    media_type = f"application/vnd.oasis.opendocument.{kind}"
    return Paper(media_type, ZIP, ODF, media_type.encode())


# Plain text begins as it likes.
PAPERS = {
    ".pdf": Paper("application/pdf", b"%PDF-"),
    ".docx": _office("wordprocessingml.document", "wordprocessingml.document.main+xml"),
    ".xlsx": _office("spreadsheetml.sheet", "spreadsheetml.sheet.main+xml"),
    ".pptx": _office("presentationml.presentation", "presentationml.presentation.main+xml"),
    ".odt": _open_document("text"),
    ".ods": _open_document("spreadsheet"),
    ".odp": _open_document("presentation"),
    ".txt": Paper("text/plain"),
    ".csv": Paper("text/csv"),
}


def name_for(filename: str) -> str:
    """A random name with a plain ending."""
    ending = PurePath(filename.replace("\x00", "")).suffix.lower()[:6]
    return f"{new_public_id()}{new_public_id()}{ending if ending[1:].isalnum() else ''}"


def read_picture(data: bytes, *, longest: int = 0) -> tuple[Image.Image, str]:
    """The picture upright, and its format. With `longest` a large one may come smaller, though no smaller than that.

    Raises NotTaken for what is no picture, or a flood of pixels or frames: before anything is unpacked.
    """
    try:
        puremagic.from_string(data)
        picture = Image.open(BytesIO(data), formats=list(FORMATS))
        kind = str(picture.format)
        if picture.width * picture.height > MOST_PIXELS or getattr(picture, "n_frames", 1) > MOST_FRAMES:
            raise NotTaken(TOO_LARGE)
        if longest:
            picture.draft(None, (longest, longest))
        upright = ImageOps.exif_transpose(picture)
        upright.load()
    except Image.DecompressionBombError:
        raise NotTaken(TOO_LARGE) from None
    except UNREADABLE:
        raise NotTaken("This file is not a picture we can read.") from None
    return upright, kind


def pixels_alone(picture: Image.Image) -> Image.Image:
    """The same pixels without anything that came with them: location, camera, a second payload."""
    bare = Image.new(picture.mode, picture.size)
    bare.putdata(list(picture.getdata())) if picture.mode == "P" else bare.paste(picture)
    if picture.mode == "P" and (palette := picture.getpalette()):
        bare.putpalette(palette)
    return bare


def check_paper(file: IO[bytes], filename: str) -> Paper:
    """Which kind of document it is. Raises NotTaken for a file that is not what its ending says, or unpacks to a
    flood."""
    ending = PurePath(filename).suffix.lower()
    if ending not in PAPERS:
        raise NotTaken("Choose a PDF, Word, PowerPoint, Excel, OpenDocument, CSV or text file.")
    paper = PAPERS[ending]
    file.seek(0)
    fits = file.read(len(paper.begins)) == paper.begins if paper.begins else _is_text(file)
    if not fits or (paper.label and not _is_office_file(file, paper)):
        raise NotTaken(f"This file is not what its ending, {ending}, says.")
    file.seek(0)
    return paper


def _is_text(file: IO[bytes]) -> bool:
    return all(b"\x00" not in part for part in iter(lambda: file.read(64 * 1024), b""))


def _is_office_file(file: IO[bytes], paper: Paper) -> bool:
    """Whether it names itself inside as its ending does, brings no macros and unpacks within bounds."""
    try:
        with ZipFile(file) as archive:
            inside = archive.infolist()
            if len(inside) > MOST_INSIDE or sum(entry.file_size for entry in inside) > LARGEST_UNPACKED:
                return False
            if any(entry.filename.lower().endswith("vbaproject.bin") for entry in inside):
                return False
            with archive.open(paper.label) as label:
                words = label.read(LARGEST_LABEL)
    except NOT_UNPACKED:
        return False
    return words.strip() == paper.words if paper.label == ODF else paper.words in words
