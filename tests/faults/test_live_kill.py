"""kill -9 while people talk: nothing lost, nothing doubled, nothing out of order."""

import subprocess
import sys
import time
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from config.env import ROOT
from forum.spaces.models import Space
from forum.talk.actions.thread import open_thread
from tests.faults.conversation import Listener, Person, Writer
from tests.faults.verdict import Verdict, verdict_on

# Posts in a process that dies after its commit and before its ring.
DIES_BEFORE_RINGING = """
import os, signal, sys, django
django.setup()
from uuid import uuid4
from django.utils import timezone
from forum.live.doorbell import doorbell
from forum.talk.actions.message import post_message
from forum.talk.models import Thread
from network.access.viewer import viewer_of
doorbell.ring = lambda note: os.kill(os.getpid(), signal.SIGKILL)
thread = Thread.objects.get(public_id=sys.argv[1])
post_message(by=viewer_of(thread.author), thread=thread, body="mark-ghost-0", key=uuid4(), at=timezone.now())
"""


@pytest.fixture
def thread(ada):
    space = Space.objects.create(name="The open room", audience="members")
    return open_thread(
        by=ada.viewer, space=space, title="First weeks", body="mark-start-0", key=uuid4(), at=timezone.now()
    )


def test_a_killed_web_process_loses_nothing(house, thread, ada, bola, cem, maya, dina):
    """Two processes where Redis joins them; else one that is started again at once."""
    webs = [house.start_web() for _ in range(2 if settings.REDIS_URL else 1)]
    people = [Person.of(who, name, thread) for who, name in zip((ada, bola, cem, maya, dina), "abcde", strict=True)]
    start = people[0].cursor(webs[0])
    listeners = [Listener(person, webs, n) for n, person in enumerate(people[:3])]
    writers = [Writer(person, webs, count=8, pause=0.5) for person in people]
    time.sleep(1.5)

    house.kill(webs[0])
    if len(webs) == 1:
        house.start_web(webs[0].port)

    for writer in writers:
        writer.join(60)
    said = {body for writer in writers for body, state in writer.history.items() if state == "ok"}
    assert all(listener.has_heard(said, 30) for listener in listeners)
    for listener in listeners:
        listener.stop()
    readings = [person.everything(webs[-1], start) for person in people] + [one.heard for one in listeners]
    assert (verdict_on(writers, readings), len(said)) == (Verdict(), 40)
    assert faults_of_the_file() == "ok"


def faults_of_the_file() -> str:
    """What SQLite finds wrong with its own file, which was open for writing when the process died. A server of its own
    survived it."""
    if connection.vendor != "sqlite":
        return "ok"
    with connection.cursor() as cursor:
        return cursor.execute("PRAGMA integrity_check").fetchone()[0]


@pytest.mark.timeout(120)
@pytest.mark.parametrize("same_key", [True, False], ids=["with its key", "with a new key"])
def test_a_web_process_killed_before_it_answered_doubles_nothing(same_key, house, thread, ada, bola, cem, maya, dina):
    """The guard is the once-only key: without it what was committed and not answered stands there twice."""
    house.extra["DJANGO_SETTINGS_MODULE"] = "tests.faults.deadly_answer"
    web = house.start_web()
    people = [Person.of(who, name, thread) for who, name in zip((ada, bola, cem, maya, dina), "abcde", strict=True)]
    start = people[0].cursor(web)
    writers = [Writer(person, [web], count=4, pause=0.1, same_key=same_key) for person in people]

    web.process.wait(60)
    web = house.start_web(web.port)

    for writer in writers:
        writer.join(60)
    verdict = verdict_on(writers, [person.everything(web, start) for person in people])
    assert (verdict.lost, bool(verdict.doubled), verdict.differing) == (set(), not same_key, False)
    assert {state for writer in writers for state in writer.history.values()} == {"ok"}


@pytest.mark.parametrize("same_key", [True, False], ids=["with its key", "with a new key"])
def test_an_answer_lost_after_the_commit_and_a_retry(same_key, house, thread, ada):
    """The guard is the once-only key: without it the same words stand there twice."""
    web = house.start_web()
    person = Person.of(ada, "a", thread)
    start, key = person.cursor(web), str(uuid4())
    person.post_and_hang_up(web, "mark-a-0", key)

    person.post(web, "mark-a-0", key if same_key else str(uuid4()))

    assert person.everything(web, start) == ["mark-a-0"] * (1 if same_key else 2)


@pytest.mark.parametrize("heals", [True, False], ids=["with the heartbeat", "without it"])
def test_a_process_killed_between_commit_and_ring(heals, house, thread, bola):
    """Listeners have the message within ten seconds all the same; without the heartbeat they wait in vain."""
    if not heals:
        house.extra["DJANGO_SETTINGS_MODULE"] = "tests.faults.without_heartbeat"
    web = house.start_web()
    listener = Listener(Person.of(bola, "b", thread), [web])

    words = [sys.executable, "-c", DIES_BEFORE_RINGING, thread.public_id]
    died = subprocess.run(words, cwd=ROOT, env=house.environment, check=False)

    assert died.returncode == -9
    assert listener.has_heard({"mark-ghost-0"}, 10) is heals
    listener.stop()
