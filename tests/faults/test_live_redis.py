"""Two web processes and a Redis that goes away: talk goes on, and all converge within 30 seconds of its return."""

import os
import signal
import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions.thread import open_thread
from network.people.actions.role import grant_role
from network.people.models import RoleKind, User
from tests.cast import Someone
from tests.faults.conversation import Listener, Person, Writer
from tests.faults.own_redis import Redis
from tests.faults.verdict import Verdict, verdict_on

pytestmark = pytest.mark.services

# The promise speaks of a minute; a test of every day stops for ten seconds.
AWAY = float(os.environ.get("REDIS_AWAY_SECONDS", "10"))
CROWD = 50


@pytest.fixture
def redis():
    server = Redis()
    yield server
    server.process.send_signal(signal.SIGCONT)
    server.kill()


@pytest.fixture
def thread(ada):
    space = Space.objects.create(name="The open room", audience="members")
    return open_thread(
        by=ada.viewer, space=space, title="First weeks", body="mark-start-0", key=uuid4(), at=timezone.now()
    )


@pytest.fixture
def two_webs(house, redis):
    """Starts both; `with_heartbeat=False` takes the guard away."""

    def start(with_heartbeat=True):
        house.redis_url = f"redis://127.0.0.1:{redis.port}/0"
        if not with_heartbeat:
            house.extra["DJANGO_SETTINGS_MODULE"] = "tests.faults.without_heartbeat"
        return [house.start_web(), house.start_web()]

    return start


def test_a_message_posted_through_one_is_seen_through_the_other(two_webs, thread, ada, bola):
    here, there = two_webs(with_heartbeat=False)
    listener = Listener(Person.of(bola, "b", thread), [there])

    status = Person.of(ada, "a", thread).post(here, "mark-a-0", str(uuid4()))

    assert (status, listener.has_heard({"mark-a-0"}, 8)) == (200, True)
    listener.stop()


@pytest.mark.timeout(240)
@pytest.mark.parametrize("how", ["stopped", "killed"])
def test_talk_goes_on_without_redis_and_converges_after(how, two_webs, redis, thread, ada, bola, cem):
    webs = two_webs()
    people = [Person.of(who, name, thread) for who, name in zip((ada, bola, cem), "abc", strict=True)]
    start = people[0].cursor(webs[0])
    listeners = [Listener(person, [webs[n % 2]]) for n, person in enumerate(people)]
    writers = [Writer(person, [webs[n % 2]], count=8, pause=AWAY / 6) for n, person in enumerate(people)]
    time.sleep(1)

    redis.process.send_signal(signal.SIGSTOP) if how == "stopped" else redis.kill()
    time.sleep(AWAY)
    redis.process.send_signal(signal.SIGCONT) if how == "stopped" else redis.start()

    returned = time.monotonic()
    for writer in writers:
        writer.join(120)
    said = {body for writer in writers for body, state in writer.history.items() if state == "ok"}
    assert all(listener.has_heard(said, 30) for listener in listeners)
    assert time.monotonic() - returned < 30
    for listener in listeners:
        listener.stop()
    readings = [person.everything(webs[0], start) for person in people] + [one.heard for one in listeners]
    assert (verdict_on(writers, readings), len(said)) == (Verdict(), 24)


@pytest.mark.timeout(180)
@pytest.mark.parametrize("what", ["flush", "restart"])
def test_a_redis_that_forgets_signs_nobody_out_and_talk_goes_on(what, two_webs, redis, thread, ada, bola, cem):
    webs = two_webs()
    people = [Person.of(who, name, thread) for who, name in zip((ada, bola, cem), "abc", strict=True)]
    start = people[0].cursor(webs[0])
    listeners = [Listener(person, [webs[n % 2]]) for n, person in enumerate(people)]
    writers = [Writer(person, [webs[n % 2]], count=8, pause=0.3) for n, person in enumerate(people)]
    assert all(listener.has_heard({"mark-a-2", "mark-b-2", "mark-c-2"}, 20) for listener in listeners)

    getattr(redis, what)()

    for writer in writers:
        writer.join(60)
    said = {body for writer in writers for body, state in writer.history.items() if state == "ok"}
    assert all(listener.has_heard(said, 30) for listener in listeners)
    for listener in listeners:
        listener.stop()
    readings = [person.everything(webs[0], start) for person in people] + [one.heard for one in listeners]
    assert (verdict_on(writers, readings), len(said)) == (Verdict(), 24)
    pages = [person.ask(web, "GET", f"/m/t/{thread.public_id}/")[0] for person in people for web in webs]
    assert pages == [200] * 6


def test_a_limit_forgotten_by_redis_is_kept_by_the_database(two_webs, redis, thread, ada):
    """Nobody writes without end because a cache was emptied: the pace is counted from what stands there."""
    web, _ = two_webs()
    person = Person.of(ada, "a", thread)
    before = [person.post(web, f"mark-a-{number}", str(uuid4())) for number in range(9)]

    redis.flush()

    assert (before, person.post(web, "mark-a-9", str(uuid4()))) == ([200] * 9, 429)


@pytest.mark.timeout(300)
def test_fifty_people_post_while_redis_is_away_and_all_converge(two_webs, redis, thread, db):
    webs = two_webs()
    crowd = [Person.of(Someone(one_more(number)), f"p{letters(number)}", thread) for number in range(CROWD)]
    start = crowd[0].cursor(webs[0])
    listeners = [Listener(person, [webs[n % 2]]) for n, person in enumerate(crowd)]
    redis.kill()

    writers = [Writer(person, [webs[n % 2]], count=2, pause=AWAY / 2) for n, person in enumerate(crowd)]
    pages = {person.ask(web, "GET", f"/m/t/{thread.public_id}/", timeout=30)[0] for person in crowd[:5] for web in webs}
    for writer in writers:
        writer.join(120)
    redis.start()

    said = {body for writer in writers for body, state in writer.history.items() if state == "ok"}
    until = time.monotonic() + 30
    assert all(listener.has_heard(said, max(0, until - time.monotonic())) for listener in listeners)
    for listener in listeners:
        listener.stop()
    readings = [crowd[0].everything(webs[0], start)] + [one.heard for one in listeners]
    assert (verdict_on(writers, readings), len(said), pages) == (Verdict(), 2 * CROWD, {200})


def one_more(number):
    """Somebody of the crowd: an ally for a month."""
    person = User.objects.create_user(f"crowd{number}@cast.example", f"Guest {number}")
    grant_role(person=person, kind=RoleKind.ALLY, by=None, starts_at=timezone.now() - timedelta(days=30))
    return person


def letters(number):
    return f"{chr(97 + number // 26)}{chr(97 + number % 26)}"


@pytest.mark.parametrize("heals", [True, False], ids=["with the heartbeat", "without it"])
def test_the_other_process_hears_even_while_redis_is_away(heals, two_webs, redis, thread, ada, bola):
    here, there = two_webs(with_heartbeat=heals)
    speaker = Person.of(ada, "a", thread)
    listener = Listener(Person.of(bola, "b", thread), [there])
    settle(speaker, here, listener)
    redis.kill()

    status = speaker.post(here, "mark-a-0", str(uuid4()), timeout=20)

    assert (status, listener.has_heard({"mark-a-0"}, 8)) == (200, heals)
    listener.stop()


def settle(speaker, web, listener):
    """Talk until the listener hears it, twice: their page stands in its room and the processes hear each other.

    Before that a page that is still joining, or a line still being laid, looks for itself and hears what no ring told.
    """
    for mark in ("mark-p-0", "mark-q-0"):
        assert any(speaker.post(web, mark, str(uuid4())) == 200 and listener.has_heard({mark}, 5) for _ in range(4)), (
            mark
        )
