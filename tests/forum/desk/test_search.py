"""What came out of a thread is found again, by those who may read it."""

from forum.desk.actions.summary import write_summary
from forum.talk.actions.thread import close_thread
from forum.talk.models import Thread
from network.people.actions.shield import raise_shield
from network.people.models import ShieldLevel
from tests.factories.forum import make_thread

WORDS = "quarterly canaries"


def sum_up(who, thread):
    return write_summary(by=who.viewer, thread=close_thread(by=who.viewer, thread=thread), body=f"We agreed on {WORDS}")


def found_by(who) -> str:
    return who.client.post("/m/search/", {"q": WORDS}).text


def test_members_of_the_space_find_it_and_land_at_it(ada, bola, eve, topic):
    sum_up(ada, topic)

    page = found_by(bola)
    assert f"/m/t/{topic.public_id}/#summary" in page and "We agreed on" in page
    assert "We agreed on" not in found_by(eve)


def test_nobody_finds_one_of_a_room_they_do_not_read(ada, bola, alumni_room):
    sum_up(ada, make_thread(ada.viewer, alumni_room))

    assert "We agreed on" in found_by(ada) and "We agreed on" not in found_by(bola)


def test_it_leads_to_nobody_who_hides_in_lists(ada, bola, topic):
    sum_up(ada, topic)
    raise_shield(person=ada.person, level=ShieldLevel.LISTS, other=bola.person)

    assert "We agreed on" not in found_by(bola)


def test_taken_away_it_is_found_no_more(ada, bola, topic):
    sum_up(ada, topic)
    assert "We agreed on" in found_by(bola)

    write_summary(by=ada.viewer, thread=anew(topic), body="")

    assert "We agreed on" not in found_by(bola)


def anew(thread):
    return Thread.objects.select_related("space").get(pk=thread.pk)
