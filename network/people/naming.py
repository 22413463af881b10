"""How names are compared: as people type them, without regard to case, accents and the marks between their parts."""

import unicodedata

# Letters that are no letter with an accent to Unicode, and are typed without one.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"})


def fold(name: str) -> str:
    """The parts of a name, each with a space on either side: `" zoe anne o brien "`. Empty where there is none.

    So `" an"` is found at the beginning of a part, and nowhere else.
    """
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))
    plain = bare.casefold().translate(_PLAIN)
    parts = "".join(letter if letter.isalnum() else " " for letter in plain).split()
    return f" {' '.join(parts)} " if parts else ""
