"""What the data map promises to keep for a time goes after it: each model of the forum and of the records has a row in
a world of long ago, and the clock's jobs leave none of them. A new promise without a row here, or without a job that
keeps it, fails."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.casebook.actions.appeal import appeal_against, judge_appeal
from forum.casebook.actions.note import write_note
from forum.casebook.actions.objection import judge_objection, object_to_measure
from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.concerns.actions.measure import take_measure
from forum.concerns.models import Measure
from forum.covers.actions.cover import lift_cover
from forum.covers.models import Cover
from forum.desk.actions.decision import KEEP, PAUSE_DAY, decide_case
from forum.desk.actions.report import report_message
from forum.extracts.actions.widening import Why, ask_widening, refuse_widening
from forum.sealed.actions.opening import ask_for_opening, refuse_opening
from forum.sealed.actions.pause import pause_pen_of
from forum.spaces.actions.hold_order import hold_next_posts
from forum.talk.actions.held import decline_held
from network.access.audience import ALUMNI
from network.access.viewer import viewer_of
from network.jobs.registry import JOBS
from network.people.models import RoleKind
from network.records.data_map import data_map
from tests.factories.direct import make_conversation
from tests.factories.files import make_upload
from tests.factories.forum import hold, make_space, make_thread, say
from tests.factories.network import make_authority, make_person
from tests.factories.sealed import seal_of, whisper

A_TIME = re.compile(r"\d+ (hours|days|months|years)")
ROOMS = ("forum.", "network.records")
A_DAY = timedelta(days=1)


def promised():
    """The models of these rooms whose lines name a time."""
    lines = [line for line in data_map() if line.model.__module__.startswith(ROOMS)]
    return sorted({line.model for line in lines if A_TIME.search(line.keep)}, key=lambda model: model._meta.label)


@pytest.fixture(autouse=True)
def clock():
    """Three years ago."""
    with time_machine.travel(timezone.now() - timedelta(days=3 * 365), tick=False) as traveller:
        yield traveller


@pytest.fixture
def leo(db):
    roles = ((RoleKind.ALLY, ""), (RoleKind.MODERATOR, ""))
    return viewer_of(make_person("Leo Marsh", roles=roles, employer=make_authority("Elsewhere")))


@pytest.fixture
def kemi(db):
    return viewer_of(make_person("Kemi Ojo", roles=((RoleKind.OWNER, ""),)))


@pytest.fixture
def reported(ada, bola, dina, leo, kemi):
    """A private message with an extract, a note and a request to read more; nothing had to be done."""
    talk = make_conversation(bola.person, ada.person)
    before, said = say(bola.viewer, talk), say(bola.viewer, talk)
    words = {"reason": "harassment", "words": "", "key": uuid4(), "beside": [before.public_id]}
    case = report_message(by=ada.viewer, message=said, **words).case
    write_note(by=dina.viewer, matter=case, body="She wants to be phoned", key=uuid4())
    asked = ask_widening(by=leo, matter=case, about=said, why=Why("abuse", "It does not show"))
    refuse_widening(by=kemi, widening=asked)
    decide_case(by=dina.viewer, case=case, decision=KEEP, reason="Nothing")


@pytest.fixture
def undone(ada, bola, dina, leo):
    """A message that came back after an appeal, a title that did, and a pause that stood after one."""
    thread = make_thread(ada.viewer, title="Unkind title words")
    words = {"reason": "other", "words": "", "key": uuid4()}
    case = report_message(by=bola.viewer, message=say(ada.viewer, thread), **words).case
    decide_case(by=dina.viewer, case=case, decision=PAUSE_DAY, reason="Unkind", words="Unkind")
    case.message.refresh_from_db()
    appeal = appeal_against(by=ada.viewer, message=case.message, words="It was a joke", key=uuid4())
    judge_appeal(by=leo, appeal=appeal, restores=True, reason="It was")
    told = {"told": Told("other"), "key": uuid4()}
    concern = report_subject(by=bola.viewer, kind="thread", ref=thread.public_id, **told)
    decide_concern(by=dina.viewer, concern=concern, acts=True, reason="Unkind", hiding=Hiding(("title",), "No"))
    lift_cover(Cover.objects.get())
    new = Measure(kind="pause", person=ada.person, words="Please rest a while", reason="Again", days=7)
    objection = object_to_measure(measure=take_measure(by=dina.viewer, measure=new), words="I did not", key=uuid4())
    judge_objection(by=leo, objection=objection, overturns=False, reason="She did")


@pytest.fixture
def sealed(ada, dina, kemi):
    """A pen that rested, and a seal that nobody opened."""
    room = make_space("Among ourselves", ALUMNI, takes_unnamed=True)
    said = whisper(ada.viewer, make_thread(ada.viewer, room))
    pause_pen_of(by=dina.viewer, message=said, span=A_DAY, reason="Unkind")
    asked = ask_for_opening(by=dina.viewer, seal=seal_of(said), reason="abuse", words="It is grave")
    refuse_opening(by=kemi, opening=asked)


@pytest.fixture
def waiting(bola, dina, topic):
    """Messages that were looked at first, and a file nobody posted."""
    hold_next_posts(by=dina.viewer, person=bola.person, posts=1, reason="Twice unkind")
    decline_held(by=dina.viewer, held=hold(bola.viewer, topic), words="Unkind")
    make_upload(bola.viewer)


@pytest.fixture
def topic(ada):
    return make_thread(ada.viewer)


def test_after_its_time_nothing_is_left_of_what_is_promised_to_go(reported, sealed, waiting, undone, clock):
    kinds = promised()
    assert [kind._meta.label for kind in kinds if not kind._default_manager.exists()] == []

    clock.shift(timedelta(days=3 * 365))
    # Twice: some of it takes two nights.
    for job in [*JOBS.scheduled(), *JOBS.scheduled()]:
        job.now()

    assert [kind._meta.label for kind in kinds if kind._default_manager.exists()] == []


def test_the_promises_are_found():
    """Or the story above would speak of nothing."""
    assert {"desk.Case", "sealed.Opening", "talk.Held", "records.StaffAction"} <= {
        one._meta.label for one in promised()
    }
