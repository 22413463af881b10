from datetime import UTC, datetime
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from forum.sealed.models import Seal
from forum.talk.models import Draft, Message
from forum.talk.models.message import BODY_LENGTH
from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.factories.forum import make_thread, say
from tests.factories.sealed import whisper


@pytest.fixture
def composer(talk):
    return reverse("unnamed", args=[talk.public_id])


def posted(someone, address, body, **facts):
    return someone.client.post(address, {"body": body, "key": uuid4(), "step": "post", **facts})


def test_what_may_give_her_away_is_shown_before_and_posted_all_the_same_if_she_says_so(ada, composer, talk):
    shown = posted(ada, composer, "In Croydon, cohort 9")

    words = shown.content.decode()
    assert "It names where you work" in words and "Post all the same" in words
    assert not Message.objects.exclude(pen_name="").exists()
    sent = posted(ada, composer, "In Croydon, cohort 9", seen="work cohort both")
    assert sent["Location"] == reverse("unnamed_sent", args=[talk.public_id])
    assert Message.objects.get(pen_name=Seal.objects.get().pen_name).body == "In Croydon, cohort 9"


def test_a_hint_not_shown_yet_is_shown_first(ada, composer):
    shown = posted(ada, composer, "Ada, of cohort 9", seen="cohort")

    assert "a part of your name" in shown.content.decode()
    assert not Seal.objects.exists()


def test_the_composers_words_come_along_and_the_draft_goes(ada, composer, talk):
    Draft.objects.create(person=ada.person, thread=talk, body="Begun with my name")
    assert "Begun with my name" in ada.client.get(composer).content.decode()

    shown = ada.client.post(composer, {"body": "Begun with my name", "key": uuid4()})

    assert "Begun with my name" in shown.content.decode()
    assert not Draft.objects.exists()
    assert not Seal.objects.exists()


@pytest.mark.parametrize(("length", "status"), [(BODY_LENGTH, 302), (BODY_LENGTH + 1, 422)])
def test_words_have_an_upper_bound(ada, composer, length, status):
    assert posted(ada, composer, "x" * length).status_code == status


def test_a_double_click_is_one_message(ada, composer):
    key = uuid4()

    assert [posted(ada, composer, "Hard", key=key).status_code for _ in range(2)] == [302, 302]
    assert Message.objects.exclude(pen_name="").count() == 1


def test_what_is_refused_comes_back_with_its_words(ada, composer):
    key = uuid4()
    posted(ada, composer, "First words", key=key)

    answer = posted(ada, composer, "Other words", key=key)

    assert answer.status_code == 409
    assert "Other words" in answer.content.decode()


def test_readers_see_the_pen_and_the_hour_and_no_way_to_her(ada, bola, talk, alumna):
    message = whisper(ada.viewer, talk, "It was hard")
    page = ada.client.get(reverse("thread", args=[talk.public_id])).content.decode()

    element = page[page.index(f'id="{message.element_id}"') :].split("</article>")[0]
    assert message.pen_name in element and "or later" in element
    assert not {ada.person.name, ada.person.public_id} & set(element.split('"'))
    assert "data-quiet" in page


def test_the_thread_tells_her_alone_which_pen_is_hers_and_that_somebody_answered(ada, talk, chidi):
    answered = whisper(ada.viewer, talk)
    say(chidi, talk, "I know", reply_to=answered)

    mine = ada.client.get(reverse("thread", args=[talk.public_id])).content.decode()

    assert f"you write here as {answered.pen_name}" in mine
    assert "1 new answer to it" in mine


def test_she_edits_and_deletes_from_the_messages_page(ada, talk):
    message = whisper(ada.viewer, talk)
    address = [talk.public_id, message.public_id]
    assert reverse("unnamed_edit", args=address) in ada.client.get(reverse("message", args=address)).content.decode()

    ada.client.post(reverse("unnamed_edit", args=address), {"body": "In other words"})
    assert Message.objects.get(pk=message.pk).body == "In other words"
    ada.client.post(reverse("unnamed_deletion", args=address))

    assert Message.objects.get(pk=message.pk).body == ""


def test_an_edit_that_may_give_her_away_says_so_first(ada, talk):
    message = whisper(ada.viewer, talk)
    address = reverse("unnamed_edit", args=[talk.public_id, message.public_id])

    shown = ada.client.post(address, {"body": "In Croydon"})

    assert "It names where you work" in shown.content.decode()
    assert Message.objects.get(pk=message.pk).body == message.body
    assert ada.client.post(address, {"body": "In Croydon", "seen": "work"}).status_code == 302
    assert Message.objects.get(pk=message.pk).body == "In Croydon"


def test_whoever_left_the_room_still_finds_her_words_and_nobody_else_does(ada, bola, talk):
    whisper(ada.viewer, talk, "It was hard")
    grant_role(person=ada.person, kind=RoleKind.BARRED, scope=talk.space.public_id, by=None)

    pages = [someone.client.get(reverse("own_unnamed")).content.decode() for someone in (ada, bola)]

    assert ["It was hard" in page for page in pages] == [True, False]
    assert reverse("thread", args=[talk.public_id]) not in pages[0]


@pytest.mark.parametrize("many", [1, 10])
def test_her_own_page_asks_as_often_for_one_as_for_ten(ada, chidi, quiet_room, many, django_assert_num_queries):
    for _ in range(many):
        whisper(ada.viewer, make_thread(chidi, quiet_room))
    ada.client.get(reverse("own_unnamed"))

    with django_assert_num_queries(13):
        ada.client.get(reverse("own_unnamed"))


def test_a_pens_day_ends_at_a_full_hour_whenever_in_its_hour_it_wrote(ada, talk):
    answers = []
    for minute in (1, 59):
        with time_machine.travel(datetime(2031, 11, 4, 11, minute, tzinfo=UTC), tick=False):
            message = whisper(ada.viewer, talk)
        address = reverse("unnamed_edit", args=[talk.public_id, message.public_id])
        with time_machine.travel(datetime(2031, 11, 5, 10, 59, 59, tzinfo=UTC), tick=False):
            before = ada.client.post(address, {"body": "In other words"}).status_code
        with time_machine.travel(datetime(2031, 11, 5, 11, tzinfo=UTC), tick=False):
            page = ada.client.get(reverse("message", args=[talk.public_id, message.public_id])).text
            after = ada.client.post(address, {"body": "In Croydon"})
        answers.append((before, after.status_code, f'"{address}"' in page, "5 November 2031 at 11:00" in after.text))
        assert "In Croydon</textarea>" in after.text and ">Save" not in after.text
        assert Message.objects.get(pk=message.pk).body == "In other words"

    assert answers == [(302, 409, False, True)] * 2
