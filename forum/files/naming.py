"""What a file is called where members read it. Where it is stored its name tells nothing."""

import unicodedata
from pathlib import PurePath

from forum.files.bounds import NAME_LENGTH
from network.people.opaque import new_public_id

FORBIDDEN = set('<>:"/\\|?*.%')


def safe_name(filename: str, ending: str) -> str:
    """One short name with one ending, the one we checked: no folders, no marks that turn text round."""
    stem = PurePath(filename.replace("\\", "/").rpartition("/")[2]).stem
    letters = unicodedata.normalize("NFC", stem)
    plain = "".join(
        " " if unicodedata.category(one)[0] in "CZ" else "-" if one in FORBIDDEN else one for one in letters
    )
    short = " ".join(plain.split())[: NAME_LENGTH - len(ending)].strip(" -")
    return f"{short or 'file'}{ending}"


def new_place(instance: object = None, filename: str = "") -> str:
    """Where a file is stored."""
    return f"uploads/{new_public_id()}{new_public_id()}"
