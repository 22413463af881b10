"""What pages show of a talk, through sight."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Max

from forum.spaces.readers import stewards
from forum.spaces.rules import can_run_space
from forum.stage.models import Host, Phase, Question, Sitting
from forum.stage.rules import why_no_question
from forum.talk.models import Held, Message, Thread
from forum.talk.rules import why_shut
from network.access.audience import is_event
from network.access.viewer import Viewer
from network.people.models import User

MOST_ASKED = 100
MOST_SPEAKERS = 30


def sitting_of(viewer: Viewer, audience: str) -> Sitting | None:
    """The talk of an event, for those with a place there. Nobody else is asked for: it costs them no question."""
    if audience not in viewer.audiences:
        return None
    return Sitting.objects.visible_to(viewer).of(audience).select_related("thread__space").first()


def live_for(viewer: Viewer) -> list[Sitting]:
    """The talks that are on now, for those with a place there. Nobody else is asked for: it costs them no question."""
    events = [audience for audience in viewer.audiences if is_event(audience)]
    if not events:
        return []
    live = Sitting.objects.visible_to(viewer).filter(thread__space__made_for__in=events).live()
    return list(live.select_related("thread__space").order_by("starts_at", "pk"))


def is_put_out(viewer: Viewer, audience: str) -> bool:
    """Whether the viewer was put out of the talk of an event. Asked only of those put out of something."""
    spaces = Sitting.objects.of(audience).values_list("thread__space__public_id", flat=True)
    return bool(viewer.barred_from) and bool(set(spaces) & viewer.barred_from)


def sitting_for(thread: Thread) -> Sitting | None:
    """The talk a thread found through sight is, if any. Asked once, and not at all of one without a timetable."""
    if thread.closes_at and not hasattr(thread, "talk"):
        thread.talk = Sitting.objects.filter(thread=thread).select_related("opening").first()  # type: ignore[attr-defined]
        if thread.talk is not None:
            thread.talk.thread = thread
    return getattr(thread, "talk", None)


def queue(viewer: Viewer, sitting: Sitting) -> list[Question]:
    """What is asked, in the order in which it is to be answered. One query."""
    asked = Question.objects.visible_to(viewer).filter(sitting=sitting).with_votes(viewer).in_turn()
    questions = list(asked.select_related("message__author", "message__thread")[:MOST_ASKED])
    for question in questions:
        question.sitting = sitting
    return questions


@dataclass(frozen=True)
class Panel:
    """What stands beside the thread, for one who reads."""

    sitting: Sitting
    hosts: list[Host]
    questions: list[Question]
    can_host: bool
    can_post: bool
    # Why one does not write, or neither asks nor votes, in words; empty where one does.
    why_silent: str
    why_no_question: str

    @property
    def is_live(self) -> bool:
        return self.sitting.phase == Phase.LIVE

    @property
    def is_closed(self) -> bool:
        return self.sitting.phase == Phase.CLOSED


def panel_for(viewer: Viewer, sitting: Sitting, *, is_paused: bool) -> Panel:
    """Of a talk found through sight. Two queries."""
    space = sitting.thread.space
    hosts = Host.objects.filter(sitting=sitting).visible_to(viewer).in_order().select_related("person")
    why_silent = sitting.words if sitting.thread.is_closed else why_shut(viewer, sitting.thread)
    return Panel(
        sitting=sitting,
        hosts=list(hosts),
        questions=queue(viewer, sitting),
        can_host=can_run_space(viewer, space),
        can_post=not why_silent and not is_paused,
        why_silent=why_silent,
        why_no_question=why_silent or why_no_question(sitting) or ("You only read for now." if is_paused else ""),
    )


def speakers(viewer: Viewer, sitting: Sitting, named: Sequence[str] = ()) -> list[User]:
    """Who has written last, as far as this viewer sees them and may put them out: never a list of who is there. And
    those `named` by a page that is some minutes old, by their public ids, if they have written at all."""
    leading = stewards(sitting.thread.space).values("person_id")
    said = Message.objects.visible_to(viewer).filter(thread=sitting.thread).exclude(author=None)
    others = said.exclude(author_id=viewer.person_id).exclude(author_id__in=leading)
    last = others.order_by().values("author_id").annotate(last=Max("number")).order_by("-last")[:MOST_SPEAKERS]
    wrote = list(User.objects.filter(public_id__in=named[:MOST_SPEAKERS], pk__in=others.values("author_id")))
    people = User.objects.in_bulk([row["author_id"] for row in last])
    return list(dict.fromkeys([*(people[row["author_id"]] for row in last), *wrote]))


def waiting(viewer: Viewer, sitting: Sitting) -> list[Held]:
    """What this host is to look at first."""
    found = Held.objects.waiting_for(viewer).filter(thread=sitting.thread).oldest_first()
    return list(found.select_related("author")[:MOST_ASKED])
