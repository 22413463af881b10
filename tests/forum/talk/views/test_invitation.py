import pytest
from django.urls import reverse

from forum.talk.models import Message
from tests.factories.forum import make_space, make_thread

LISTEN = "Allies listen here. You can read, and answer where a thread invites allies."
INVITED = "Allies may answer"
TELLS = "Allies only read here. Whoever writes is seen to be an alumna, an alumnus or a participant."


@pytest.fixture
def heard(ada):
    """A thread of Ada's where allies listen."""
    return make_thread(ada.viewer, make_space(is_listening=True))


def page_of(name, thing):
    return reverse(name, args=[thing.public_id])


def test_an_ally_reads_why_there_is_no_composer_and_others_write(bola, cem, heard):
    an_allys, theirs = (who.client.get(page_of("thread", heard)).text for who in (bola, cem))

    assert LISTEN in an_allys and "data-composer" not in an_allys and "How was it?" in an_allys
    assert LISTEN not in theirs and "data-composer" in theirs


def test_the_space_offers_an_ally_no_thread(bola, cem, heard):
    an_allys, theirs = (who.client.get(page_of("space", heard.space)).text for who in (bola, cem))

    start = page_of("thread_new", heard.space)
    assert LISTEN in an_allys and start not in an_allys
    assert LISTEN not in theirs and start in theirs
    assert LISTEN in bola.client.get(start).text


def test_an_author_invites_allies_and_everybody_sees_it(ada, bola, heard):
    offer = page_of("invitation", heard)
    assert offer in ada.client.get(page_of("thread", heard)).text

    ada.client.post(offer)

    page = bola.client.get(page_of("thread", heard)).text
    assert INVITED in page and "data-composer" in page and offer not in page
    assert INVITED in bola.client.get(page_of("space", heard.space)).text
    assert bola.client.post(page_of("messages", heard), {"body": "Thank you"}).status_code == 302


def test_an_invitation_ended_meanwhile_keeps_what_was_typed(ada, bola, heard):
    ada.client.post(page_of("invitation", heard))
    ada.client.post(page_of("invitation_removal", heard))

    late = bola.client.post(page_of("messages", heard), {"body": "Too late words"})

    assert late.status_code == 409
    assert LISTEN in late.text and "Too late words" in late.text
    assert not Message.objects.filter(author=bola.person).exists()


def test_where_everybody_answers_nobody_is_invited(ada, topic):
    assert page_of("invitation", topic) not in ada.client.get(page_of("thread", topic)).text


def test_before_they_write_people_read_what_it_tells(ada, bola, cem, heard):
    there = (page_of("thread", heard), page_of("thread_new", heard.space))

    assert all(TELLS in cem.client.get(page).text for page in there)
    assert not any(TELLS in bola.client.get(page).text for page in there)


def test_an_invited_thread_and_another_space_tell_nothing(ada, cem, heard, topic):
    ada.client.post(page_of("invitation", heard))

    for page in (page_of("thread", heard), page_of("thread", topic), page_of("thread_new", topic.space)):
        assert TELLS not in cem.client.get(page).text
