"""Notices as lines on the page."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from network.notices.kind import About, Kind, kind_of
from network.notices.models import Notice


@dataclass(frozen=True)
class ShownNotice:
    """A notice that still holds, with what it speaks of."""

    notice: Notice
    kind: Kind
    about: About


@dataclass(frozen=True)
class Line:
    """Notices of one kind about one thing, the latest first: ten answers in a thread are one line."""

    shown: list[ShownNotice]

    @property
    def kind(self) -> Kind:
        return self.shown[0].kind

    @property
    def latest(self) -> Notice:
        return self.shown[0].notice

    @property
    def about(self) -> About:
        return self.shown[0].about

    @property
    def link(self) -> str:
        return self.about.link_of_many if len(self.shown) > 1 else self.about.link

    @property
    def is_new(self) -> bool:
        return any(one.notice.read_at is None for one in self.shown)

    @property
    def others(self) -> int:
        """How many more did the same."""
        return len({one.about.who for one in self.shown} - {self.about.who})

    @property
    def day(self) -> str:
        """The heading it stands under."""
        day, today = timezone.localdate(self.latest.told_at), timezone.localdate()
        near = {today: "Today", today - timedelta(days=1): "Yesterday"}
        return near.get(day) or f"{day.day} {day:%B %Y}"


def still_shown(notices: list[Notice]) -> list[ShownNotice]:
    """Those of one person's that still hold, sight asked again: once for each kind, however many there are."""
    refs: dict[str, list[str]] = {}
    for notice in notices:
        refs.setdefault(notice.kind, []).append(notice.ref)
    kinds = {name: kind for name in refs if (kind := kind_of(name)) is not None}
    held = {name: kind.holding(notices[0].person, refs[name]) for name, kind in kinds.items()}
    return [
        ShownNotice(notice, kinds[notice.kind], held[notice.kind][notice.ref])
        for notice in notices
        if notice.ref in held.get(notice.kind, {})
    ]


def lines_of(shown: list[ShownNotice]) -> list[Line]:
    """The same as lines, in the order of the latest of each."""
    found: dict[tuple[str, str], list[ShownNotice]] = {}
    for one in shown:
        group = one.about.group or f"notice {one.notice.pk}"
        found.setdefault((one.notice.kind, group), []).append(one)
    return [Line(some) for some in found.values()]
