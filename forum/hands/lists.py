"""What pages and frames show of reactions, counted through sight."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Min

from forum.hands.models import Reaction, ReactionKind
from forum.talk.models import Message
from network.access.viewer import Viewer

ICONS = {
    ReactionKind.AGREE: "thumbs-up",
    ReactionKind.THANKS: "heart-handshake",
    ReactionKind.USEFUL: "lightbulb",
    ReactionKind.WELCOME: "hand",
    ReactionKind.QUESTION: "circle-help",
}
MOST_NAMED = 300


@dataclass(frozen=True)
class Tally:
    """How many answered with one word. On a message's own page also who, as far as a list goes, and whether you."""

    kind: str
    many: int = 0
    names: tuple[str, ...] = ()
    is_mine: bool = False

    @property
    def word(self) -> str:
        return ReactionKind(self.kind).label

    @property
    def icon(self) -> str:
        return ICONS[ReactionKind(self.kind)]

    @property
    def unnamed(self) -> int:
        return self.many - len(self.names)


def tallies(messages: Sequence[Message], viewer: Viewer) -> dict[int, list[Tally]]:
    """By message, in the order of first use. Of messages found through sight; one query, however many."""
    counted = Reaction.objects.to_seen(messages, viewer).values("message_id", "kind")
    found: dict[int, list[Tally]] = {}
    for row in counted.annotate(many=Count("pk"), first=Min("pk")).order_by("first"):
        found.setdefault(row["message_id"], []).append(Tally(row["kind"], row["many"]))
    return found


def who_reacted(message: Message, viewer: Viewer) -> list[Tally]:
    """All five words for a message's own page. Three queries at most."""
    counted = {tally.kind: tally.many for tally in tallies([message], viewer).get(message.pk, [])}
    signed = Reaction.objects.to_seen([message], viewer).order_by("pk").values_list("kind", "person__name")
    named = list(signed[:MOST_NAMED]) if counted else []
    mine = {kind for _, kind in own_reactions([message], viewer)} if counted else set()
    return [
        Tally(kind, counted.get(kind, 0), tuple(name for other, name in named if other == kind), kind in mine)
        for kind in [*counted, *(kind for kind in ReactionKind.values if kind not in counted)]
    ]


def own_reactions(messages: Iterable[Message], viewer: Viewer) -> list[tuple[str, str]]:
    """What this viewer answered, as pairs of a message's opaque id and a kind. One query."""
    mine = Reaction.objects.to_seen(messages, viewer).of(viewer)
    return list(mine.order_by("pk").values_list("message__public_id", "kind"))
