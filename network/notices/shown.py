"""A notice as a line on the page."""

from dataclasses import dataclass

from network.notices.models import Notice
from network.notices.post import kind_of


@dataclass(frozen=True)
class ShownNotice:
    """Neutral words and a link; what may no longer be known is not there at all."""

    notice: Notice
    words: str
    link: str


def still_shown(notices: list[Notice]) -> list[ShownNotice]:
    """Those that still hold for their person, sight asked again."""
    shown = []
    for notice in notices:
        kind = kind_of(notice.kind)
        if kind is not None and kind.still_true(notice.person, notice.ref):
            shown.append(ShownNotice(notice, kind.words, kind.link(notice.ref)))
    return shown
