"""A message that was declined: its author may ask that somebody else looks, and where they say so it is posted."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.casebook.actions.objection import judge_objection, object_to_declining
from forum.casebook.models import Objection
from forum.casebook.rules import TIME_FOR_DECLINED
from forum.spaces.models import Space
from forum.talk.actions.held import decline_held
from forum.talk.models import Held, HeldState, Message
from network.access.visible import Refused, can_see
from network.notices.models import Notice
from tests.factories.forum import hold, make_space, make_thread


def told(person):
    kinds = Notice.objects.filter(person=person, kind__startswith="casebook.").values_list("kind", flat=True)
    return sorted(kinds)


@pytest.fixture
def declined(ada, bola, dina):
    """Bola's message, held where messages are looked at first, and declined by Dina."""
    held = hold(bola.viewer, make_thread(ada.viewer, make_space(approves_first=True)), "A fair question")
    return decline_held(by=dina.viewer, held=held, words="Not here")


def object_to(declined, by):
    held = Held.objects.select_related("author", "space").get(pk=declined.pk)
    return object_to_declining(by=by, held=held, words="It is fair", key=uuid4())


def test_a_declined_message_is_posted_where_somebody_else_says_so(bola, dina, leo, declined):
    objection = object_to(declined, bola.viewer)
    assert not can_see(dina.viewer, objection)

    judge_objection(by=leo, objection=objection, overturns=True, reason="It is fair")

    said = Message.objects.get(author=bola.person)
    assert (said.body, Held.objects.get(pk=declined.pk).state) == ("A fair question", HeldState.POSTED)
    assert (told(bola.person), told(dina.person)) == (["casebook.decided"], ["casebook.looked_at"])


def test_a_declined_message_is_its_authors_to_appeal_and_for_two_weeks(ada, bola, leo, declined):
    with pytest.raises(Refused):
        object_to(declined, ada.viewer)
    late = timezone.now() + TIME_FOR_DECLINED + timedelta(hours=1)
    with time_machine.travel(late, tick=False), pytest.raises(Refused):
        object_to(declined, bola.viewer)


def test_a_frozen_space_takes_nothing_and_the_appeal_waits(bola, leo, declined):
    objection = object_to(declined, bola.viewer)
    Space.objects.filter(pk=declined.space_id).update(frozen_at=timezone.now())

    with pytest.raises(Refused):
        judge_objection(by=leo, objection=objection, overturns=True, reason="It is fair")
    assert Objection.objects.open().get() == objection


def test_what_its_author_may_no_longer_say_is_not_posted(bola, dina, leo, declined, taken):
    objection = object_to(declined, bola.viewer)
    taken("pause", bola.person, by=dina.viewer, days=7)

    judge_objection(by=leo, objection=objection, overturns=True, reason="It is fair")

    held = Held.objects.get(pk=declined.pk)
    assert (held.state, held.body) == (HeldState.LOST, "A fair question")
