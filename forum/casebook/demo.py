"""What follows decisions in the demo world: an appeal that waits, a title out of sight, more asked for."""

from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.utils import timezone

from forum.casebook.actions.note import write_note
from forum.casebook.actions.objection import object_to_measure
from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.concerns.actions.matter import claim_matter
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure, MeasureKind
from forum.desk.actions.report import report_message
from forum.direct.actions.invitation import Meant, accept_invitation, ask_to_talk
from forum.direct.actions.reachability import choose_reach
from forum.direct.jobs import pass_on
from forum.direct.models import Invitation, Reach
from forum.extracts.actions.widening import Why, ask_widening
from forum.spaces.models import Pause, Space
from forum.talk.actions.message import post_message
from forum.talk.actions.thread import open_thread
from forum.talk.models import Message
from network.access.audience import MEMBERS
from network.access.viewer import Viewer, viewer_of

ORDER = 78
ASKER, ASKED = "olawale.adebisi", "kofi.amankwah"
SAID = (
    (ASKER, "Glad you said yes. Who was it that complained about my panel?"),
    (ASKED, "I would rather not say."),
    (ASKER, "I will find out who it was, and then they will be sorry."),
)


def build(world: Any) -> None:
    kemi, dina = viewer_of(world.cast("kemi")), viewer_of(world.cast("dina"))
    _appeal(world, kemi, dina)
    _hide_a_title(world, dina)
    _ask_for_more(world, dina)


def _key(words: str) -> UUID:
    return uuid5(NAMESPACE_URL, f"demo: casebook: {words}")


def _appeal(world: Any, kemi: Viewer, dina: Viewer) -> None:
    """Two rested for a day, earlier this week. Cem says why he should not have had to, and Dina has looked into it;
    Maya may still say something."""
    words = "You asked twice who had written something. Please let it rest, and let us know if it worries you."
    _rested(world, "maya", Measure(words=words, reason="Asked in two threads who it was"), kemi)
    words = "Your messages came faster than others could answer. Please rest for a day."
    measure = _rested(world, "cem", Measure(words=words, reason="Eleven messages in a minute"), kemi)
    why = "My screen showed each of them as not sent, so I pressed again. I wrote one message."
    objection = object_to_measure(measure=measure, words=why, key=_key("appeal"))
    claim_matter(by=dina, matter=objection)
    note = "All eleven have the same words. I have asked the office whether the house was slow that evening."
    write_note(by=dina, matter=objection, body=note, key=_key("note"))


def _rested(world: Any, handle: str, measure: Measure, kemi: Viewer) -> Measure:
    measure.kind, measure.person, measure.days = MeasureKind.PAUSE, world.cast(handle), 1
    take_measure(by=kemi, measure=measure)
    begun = timezone.now() - timedelta(days=3)
    Measure.objects.filter(pk=measure.pk).update(proposed_at=begun, settled_at=begun)
    Pause.objects.filter(pk=measure.pause_id).update(begun_at=begun, ends_at=begun + timedelta(days=1))
    measure.refresh_from_db()
    return measure


def _hide_a_title(world: Any, dina: Viewer) -> None:
    """Ada's, because of whom it points at."""
    ada, bola = viewer_of(world.cast("ada")), viewer_of(world.cast("bola"))
    space = Space.objects.filter(audience=MEMBERS, approves_first=False).order_by("position", "pk").last()
    facts = {"title": "The head of service in the corner office", "body": "How do you say no to somebody like that?"}
    at = timezone.now() - timedelta(days=9)
    thread = open_thread(by=ada, space=space, key=_key("thread"), at=at, **facts)
    told = Told("identifies", "Everybody in that building knows who sits there.")
    concern = report_subject(by=bola, kind="thread", ref=thread.public_id, told=told, key=_key("title"))
    hiding = Hiding(("title",), "It points at one person. Please open it anew under a title that does not.")
    decide_concern(by=dina, concern=concern, acts=True, reason="It points at one person.", hiding=hiding)


def _ask_for_more(world: Any, dina: Viewer) -> None:
    """A threat in private. What was reported does not show who is meant, so Dina asks Kemi to read more with her."""
    asker, asked = (viewer_of(world.person(handle)) for handle in (ASKER, ASKED))
    choose_reach(by=asked, asked_by=Reach.MEMBERS)
    meant = Meant(world.person(ASKED).name, world.person(ASKED))
    invitation = ask_to_talk(by=asker, meant=meant, words="Could we talk about the panel?", key=_key("talk"))
    pass_on.now(invitation.pk)
    thread = accept_invitation(by=asked, invitation=Invitation.objects.get(pk=invitation.pk))
    said = [_say(world, thread, handle, words) for handle, words in SAID]
    told = {"reason": "harassment", "words": "This frightens me.", "key": _key("report")}
    # Whoever has said yes is another viewer: one who is in the conversation.
    asked = viewer_of(world.person(ASKED))
    case = report_message(by=asked, message=said[-1], beside=[said[0].public_id], **told).case
    why = Why("abuse", "It does not show who is meant, and they may have to be warned.")
    ask_widening(by=dina, matter=case, about=said[-1], why=why)


def _say(world: Any, thread: Any, handle: str, words: str) -> Message:
    return post_message(by=viewer_of(world.person(handle)), thread=thread, body=words, key=_key(words))
