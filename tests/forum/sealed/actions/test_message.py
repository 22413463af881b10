from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from forum.sealed import names
from forum.sealed.actions import message as said
from forum.sealed.actions.message import NoPenLeft, post_unnamed, reword_unnamed, take_back_unnamed
from forum.sealed.actions.pause import pause_pen
from forum.sealed.forms import SPANS
from forum.sealed.models import Seal
from forum.spaces.actions.pause import pause_person
from forum.spaces.models import Space, SpaceMode
from forum.talk.actions.message import OtherWordsSameKey, post_message
from forum.talk.actions.pace import MOST_A_MINUTE, PostingTooFast
from forum.talk.actions.thread import close_thread
from forum.talk.models import Draft, EarlierWords, Following, Message, Reading
from network.access.audience import ALUMNI, MEMBERS, cohort, group
from network.access.visible import Refused
from network.notices.models import Notice
from tests.factories.forum import make_space, make_thread, say
from tests.factories.sealed import seal_of, whisper


def test_it_stands_under_a_pen_name_and_nobody_is_its_author(ada, talk):
    message = post_unnamed(by=ada.viewer, thread=talk, body="It was **hard**", key=uuid4())

    assert (message.author, message.author_name) == (None, message.pen_name)
    assert message.pen_name in names.PENS
    assert "<strong>hard</strong>" in message.html


def test_the_pen_is_the_same_in_one_thread_and_made_anew_in_another(ada, chidi, talk, quiet_room):
    first, second = whisper(ada.viewer, talk), whisper(ada.viewer, talk)
    elsewhere = whisper(ada.viewer, make_thread(chidi, quiet_room))

    assert first.pen_name == second.pen_name
    assert seal_of(first).mark != seal_of(elsewhere).mark
    assert bytes(seal_of(first).ciphertext) != bytes(seal_of(elsewhere).ciphertext)


def test_two_people_never_share_a_pen(ada, alumna, talk, monkeypatch):
    monkeypatch.setattr(said, "PENS", ("Grey heron", "Olive wren"))

    pens = {whisper(one, talk).pen_name for one in (ada.viewer, alumna())}

    assert pens == {"Grey heron", "Olive wren"}
    with pytest.raises(NoPenLeft):
        whisper(alumna(), talk)


def test_the_database_itself_refuses_a_pen_of_two_and_a_person_with_two(ada, talk):
    seal = seal_of(whisper(ada.viewer, talk))

    for facts in ({"pen_name": seal.pen_name, "mark": "other"}, {"pen_name": "Other name", "mark": seal.mark}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Seal.objects.create(thread=talk, ciphertext=b"", **facts)


def test_the_same_key_twice_is_one_message_though_the_thread_has_closed(ada, chidi, talk):
    key = uuid4()
    first = post_unnamed(by=ada.viewer, thread=talk, body="Hard", key=key)
    close_thread(by=chidi, thread=talk)

    assert post_unnamed(by=ada.viewer, thread=talk, body="Hard", key=key) == first
    with pytest.raises(OtherWordsSameKey):
        post_unnamed(by=ada.viewer, thread=talk, body="Other words", key=key)
    assert Message.objects.exclude(pen_name="").count() == 1


def test_a_key_that_stands_with_a_name_is_not_in_the_row(ada, talk):
    key = uuid4()
    post_message(by=ada.viewer, thread=talk, body="With my name", key=key)

    assert post_unnamed(by=ada.viewer, thread=talk, body="Without it", key=key).key != key


def test_times_are_kept_to_the_hour(ada, talk):
    message = post_unnamed(by=ada.viewer, thread=talk, body="Hard", key=uuid4())
    reword_unnamed(by=ada.viewer, message=message, body="Harder")
    edited = Message.objects.get(pk=message.pk)
    take_back_unnamed(by=ada.viewer, message=edited)

    moments = [edited.said_at, edited.edited_at, Message.objects.get(pk=message.pk).deleted_at]
    assert [(at.minute, at.second, at.microsecond) for at in moments] == [(0, 0, 0)] * 3
    assert not EarlierWords.objects.filter(message=message).exists()


def test_nothing_with_a_name_is_written_beside_it(ada, chidi, talk):
    answer = say(chidi, talk)
    Following.objects.all().delete()

    whisper(ada.viewer, talk, reply_to=answer)

    rows = [Following, Reading, Notice, Draft]
    assert [kind.objects.count() for kind in rows] == [0, 0, 0, 0]


@pytest.mark.parametrize("audience", [MEMBERS, group("reference"), "region:london"])
def test_where_allies_may_read_nothing_is_taken_and_nothing_can_be_switched_on(ada, audience):
    with pytest.raises(IntegrityError), transaction.atomic():
        make_space(audience=audience, takes_unnamed=True)


@pytest.mark.parametrize("audience", [ALUMNI, cohort("C09")])
def test_it_is_off_until_moderators_switch_it_on(ada, audience):
    thread = make_thread(ada.viewer, make_space(audience=audience))

    with pytest.raises(Refused):
        whisper(ada.viewer, thread)


def test_whoever_may_not_post_may_not_post_without_a_name(ada, cem, dina, talk):
    Space.objects.filter(pk=talk.space_id).update(mode=SpaceMode.READ_ONLY)
    talk.refresh_from_db()
    with pytest.raises(Refused):
        whisper(ada.viewer, talk)
    Space.objects.filter(pk=talk.space_id).update(mode=SpaceMode.EVERYBODY)
    talk.refresh_from_db()
    with pytest.raises(Refused):
        whisper(cem.viewer, talk)

    pause_person(by=dina.viewer, person=ada.person, span=SPANS["day"], reason="Slower")

    with pytest.raises(Refused, match="paused"):
        whisper(ada.viewer, talk)
    assert not Seal.objects.exists()


@pytest.mark.parametrize("manner", [{"approves_first": True}, {"delay_seconds": 30}])
def test_what_would_be_looked_at_first_is_not_taken(ada, talk, manner):
    said = whisper(ada.viewer, talk)
    Space.objects.filter(pk=talk.space_id).update(**manner)
    talk.refresh_from_db()
    said.thread.refresh_from_db()

    with pytest.raises(Refused, match="looked at first"):
        whisper(ada.viewer, talk)
    with pytest.raises(Refused, match="looked at first"):
        reword_unnamed(by=ada.viewer, message=said, body="Otherwise")
    assert Message.objects.exclude(pen_name="").count() == 1


def test_a_pen_that_rests_writes_nothing_there_and_elsewhere_and_by_name_she_does(ada, dina, chidi, talk, quiet_room):
    message = whisper(ada.viewer, talk)
    pause_pen(by=dina.viewer, seal=seal_of(message), span=SPANS["day"], reason="Slower")

    for deed in (lambda: whisper(ada.viewer, talk), lambda: reword_unnamed(by=ada.viewer, message=message, body="No")):
        with pytest.raises(Refused):
            deed()

    assert whisper(ada.viewer, make_thread(chidi, quiet_room))
    assert say(ada.viewer, talk)
    assert take_back_unnamed(by=ada.viewer, message=message).deleted_at


def test_ten_a_minute_with_and_without_a_name_together(ada, talk):
    for number in range(MOST_A_MINUTE - 1):
        post = post_message if number % 2 else post_unnamed
        post(by=ada.viewer, thread=talk, body="Quick", key=uuid4())
    post_unnamed(by=ada.viewer, thread=talk, body="The tenth", key=uuid4())

    with pytest.raises(PostingTooFast):
        post_unnamed(by=ada.viewer, thread=talk, body="The eleventh", key=uuid4())
    assert Message.objects.filter(body="The eleventh").count() == 0


@pytest.mark.parametrize("first", [post_message, post_unnamed])
def test_in_slow_mode_one_waits_whichever_name_one_wrote_under(ada, talk, first):
    Space.objects.filter(pk=talk.space_id).update(slow_seconds=60)
    talk.refresh_from_db()
    first(by=ada.viewer, thread=talk, body="First", key=uuid4())

    with pytest.raises(PostingTooFast):
        post_unnamed(by=ada.viewer, thread=talk, body="Second", key=uuid4())


def test_only_the_one_behind_it_changes_it(ada, chidi, dina, talk):
    message = whisper(ada.viewer, talk)

    for other in (chidi, dina.viewer):
        with pytest.raises(Refused):
            reword_unnamed(by=other, message=message, body="Mine now")
        with pytest.raises(Refused):
            take_back_unnamed(by=other, message=message)
    reword_unnamed(by=ada.viewer, message=message, body="In other words")

    assert Message.objects.get(pk=message.pk).body == "In other words"


def test_said_under_a_pen_with_a_name_beside_it_is_refused_by_the_database(ada, talk):
    message = whisper(ada.viewer, talk)

    with pytest.raises(IntegrityError), transaction.atomic():
        Message.objects.filter(pk=message.pk).update(author=ada.person)
    assert message.said_at <= timezone.now()
