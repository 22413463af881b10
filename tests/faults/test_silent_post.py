"""A mail server that takes the call and says nothing: pages are as ever, and other jobs wait for a timeout."""

import socket
import time
from uuid import uuid4

import pytest
from django.conf import settings as configured

from forum.talk.actions.message import post_message
from forum.talk.notices import MENTION
from network.membership.notices import WELCOME
from network.notices.actions.tell import tell
from network.notices.models import Letter, Notice
from tests.factories.forum import make_thread
from tests.faults.conversation import Person, words


@pytest.fixture
def silent_post():
    """The port of a server whose queue takes every call, and who never answers one."""
    with socket.create_server(("127.0.0.1", 0), backlog=50) as server:
        yield server.getsockname()[1]


def is_told(person, seconds):
    """Whether the job that tells of a mention was done within so many seconds."""
    until = time.monotonic() + seconds
    while not Notice.objects.filter(person=person, kind=MENTION.name).exists():
        if time.monotonic() > until:
            return False
        time.sleep(0.1)
    return True


@pytest.mark.timeout(120)
@pytest.mark.parametrize("patience", ["2", "0"], ids=["with a timeout", "without it"])
def test_a_hung_mail_server_holds_up_other_jobs_for_its_timeout_at_most(patience, silent_post, house, ada, bola, cem):
    thread = make_thread(ada.viewer)
    house.extra |= {"DJANGO_SETTINGS_MODULE": "tests.faults.silent_post", "POST_PORT": str(silent_post)}
    house.extra["POST_PATIENCE"] = patience
    tell(person=cem.person, kind=WELCOME, ref="", key="news")
    post_message(by=ada.viewer, thread=thread, body=f"What do you think, @{bola.person.name}?", key=uuid4())

    house.start_worker()

    assert is_told(bola.person, 40 if patience == "2" else 12) is (patience == "2")
    assert Letter.objects.waiting().filter(person=cem.person).exists()


def test_pages_do_not_wait_for_a_hung_mail_server(silent_post, house, ada, bola):
    """A reply writes to Ada, and a reset to whoever asks: both are rows that a worker sends."""
    thread = make_thread(ada.viewer)
    house.extra |= {"DJANGO_SETTINGS_MODULE": "tests.faults.silent_post", "POST_PORT": str(silent_post)}
    house.extra["POST_PATIENCE"] = "0"
    web = house.start_web()
    person = Person.of(bola, "b", thread)
    outsider = Person("o", "", "", "")
    form = words("", "") | {"email": ada.person.email}

    posted = person.post(web, "mark-b-0", str(uuid4()))
    reset = outsider.ask(web, "POST", "/accounts/password/reset/", form)[0]

    assert (posted, reset) == (200, 302)
    assert Letter.objects.waiting().count() >= 1


def test_the_house_waits_for_no_mail_server_for_ever():
    assert 0 < configured.EMAIL_TIMEOUT <= 30
