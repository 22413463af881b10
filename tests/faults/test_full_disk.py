"""A database that is read-only or full: what can be read is read; whoever writes is told and has their words back."""

from uuid import uuid4

import pytest

from tests.factories.forum import make_thread
from tests.faults.conversation import Person, words

BODY = "How I asked for the post, at length & in my words"


@pytest.fixture
def web(house):
    house.extra["DJANGO_SETTINGS_MODULE"] = "tests.faults.full_disk"
    return house.start_web


def test_pages_are_read_and_words_given_back(web, ada, bola):
    thread = make_thread(ada.viewer, body="mark-start-0")
    reader, web = Person.of(bola, "b", thread), web()

    pages = {path: reader.ask(web, "GET", path)[0] for path in ("/", f"/m/t/{thread.public_id}/", "/m/discussions/")}
    status, page = reader.ask(web, "POST", f"/m/t/{thread.public_id}/messages/", words(BODY, str(uuid4())))

    assert set(pages.values()) == {200}
    assert status == 503
    assert "What you sent was not saved" in page and "at length &amp; in my words</textarea>" in page
    assert thread.messages.count() == 1


def test_secrets_are_given_back_to_nobody(web, ada):
    thread = make_thread(ada.viewer)
    person, web = Person.of(ada, "a", thread), web()
    secret = "three quiet words"
    form = words("", "") | {"oldpassword": secret, "password1": secret, "password2": secret, "login": "a@b.example"}

    answers = [person.ask(web, "POST", f"/accounts/{place}/", form)[1] for place in ("logout", "password/change")]

    assert all(secret not in answer for answer in answers)
    assert "What you sent was not saved" in answers[0]
