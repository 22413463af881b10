from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.casebook.actions.objection import object_to_measure
from forum.concerns.actions.concern import Told, report_subject
from forum.concerns.actions.measure import second_measure, take_measure
from forum.concerns.models import Measure
from forum.desk.actions.report import report_message
from forum.oversight.jobs import forget_decided
from network.access.viewer import viewer_of
from network.people.models import RoleKind, User
from tests.cast import Someone
from tests.factories.forum import say
from tests.factories.network import make_authority, make_person


@pytest.fixture
def leo(db):
    """A second moderator, who works elsewhere."""
    roles = ((RoleKind.ALLY, ""), (RoleKind.MODERATOR, ""))
    return viewer_of(make_person("Leo Marsh", roles=roles, employer=make_authority("Elsewhere")))


@pytest.fixture
def kemi(db):
    """The network lead."""
    return viewer_of(make_person("Kemi Ojo", roles=((RoleKind.OWNER, ""),)))


@pytest.fixture
def taken():
    """`taken("pause", ada, by=dina.viewer, days=7)`: in force; with `second=leo` after a second person agreed."""

    def take(kind, person, *, by, second=None, **facts):
        new = Measure(kind=kind, person=person, words="Please rest a while", reason="Again", **facts)
        measure = take_measure(by=by, measure=new)
        return second_measure(by=second, measure=measure, agrees=True) if second else measure

    return take


@pytest.fixture
def objected():
    """`objected(measure, key)`: whom it is about appeals."""

    def ask(measure, key, words="I said nothing of the kind"):
        measure.person = User.objects.get(pk=measure.person_id)
        return object_to_measure(measure=measure, words=words, key=key)

    return ask


@pytest.fixture
def signed_in():
    """`signed_in(leo)`: a browser of somebody outside the cast."""
    return lambda viewer: Someone(User.objects.get(pk=viewer.person_id)).client


@pytest.fixture
def concern(ada, bola, topic):
    """Bola's, about a thread of Ada's."""
    told = Told("spam", "Please look at it", is_about_workplace=True)
    return report_subject(by=bola.viewer, kind="thread", ref=topic.public_id, told=told, key=uuid4())


@pytest.fixture
def case(ada, bola, topic):
    """Of Bola's report about a message of Ada's."""
    words = {"reason": "other", "words": "", "key": uuid4()}
    return report_message(by=bola.viewer, message=say(ada.viewer, topic), **words).case


@pytest.fixture
def clock():
    """It stands, five years ago."""
    with time_machine.travel(timezone.now() - timedelta(days=5 * 365), tick=False) as traveller:
        yield traveller


@pytest.fixture
def after(clock):
    """`after(KEPT)`: so much later, when the night's work is done."""

    def forget(span):
        clock.shift(span)
        forget_decided.now()

    return forget


@pytest.fixture
def how_many():
    """`how_many(Case, Report)`: the rows that are left of each."""
    return lambda *kinds: [kind.objects.count() for kind in kinds]
