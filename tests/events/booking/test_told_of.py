"""A post leads to the event it tells of, and to its talk, as far as each reader may see them."""

from uuid import uuid4

from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.booking.actions.registration import register
from events.booking.actions.talk import open_talk
from network.access.audience import ALUMNI, MEMBERS, PUBLIC
from tests.factories.editorial import make_article
from tests.factories.events import make_event


def told_to(someone, article) -> str:
    return someone.client.get(article.url).content.decode()


def test_those_with_a_seat_find_the_talk_others_the_event(ada, bola, outsider, finn):
    event = make_event("An evening in Leeds", audience=PUBLIC)
    register(by=ada.viewer, event=event, key=uuid4())
    talk = open_talk(by=finn.viewer, event=event)
    article = make_article(event=event)

    assert f"/m/t/{talk.thread.public_id}/" in told_to(ada, article)
    for someone in (bola, outsider):
        page = told_to(someone, article)
        assert f'href="{event.url}"' in page and "/m/t/" not in page


def test_whoever_may_not_see_the_event_finds_no_word_of_it(ada, bola, outsider):
    event = make_event("An evening of alumni", audience=ALUMNI)
    open_post, members_post = make_article(event=event), make_article(event=event, audience=MEMBERS)

    assert event.title in told_to(ada, open_post) and event.title in told_to(ada, members_post)
    for page in (told_to(bola, open_post), told_to(bola, members_post), told_to(outsider, open_post)):
        assert event.title not in page and "This post is about" not in page


def test_what_a_member_sees_there_is_kept_nowhere_on_the_way(ada, outsider):
    event = make_event(audience=ALUMNI)
    article = make_article(event=event)

    assert "private" in ada.client.get(article.url)["Cache-Control"]
    assert event.title not in told_to(outsider, article)


def test_a_post_about_nothing_asks_nothing_more(db, outsider):
    about, plain = make_article(event=make_event(audience=PUBLIC)), make_article()
    uncached = "?utm=1"
    told_to(outsider, plain)

    with CaptureQueriesContext(connection) as asked_of_plain:
        outsider.client.get(plain.url + uncached)
    with CaptureQueriesContext(connection) as asked_of_about:
        outsider.client.get(about.url + uncached)

    assert len(asked_of_about) == len(asked_of_plain) + 1
