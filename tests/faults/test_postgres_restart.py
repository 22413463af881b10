"""PostgreSQL is stopped and started while people talk: nothing acknowledged is lost, and nobody restarts the house."""

import subprocess
import time

import pytest

from tests.factories.forum import make_thread
from tests.faults.conversation import Listener, Person, Writer
from tests.faults.verdict import Verdict, verdict_on
from tests.services.servers import Postgres, program

pytestmark = [
    pytest.mark.services,
    pytest.mark.skipif(not program("initdb"), reason="PostgreSQL's own programs are not on this machine"),
]


@pytest.fixture
def own_postgres(house, database_url):
    """A server of this house alone. `fill()` copies there what the test has made so far."""
    server = Postgres()

    def fill() -> None:
        made = subprocess.run(
            [program("pg_dump"), "--no-owner", "--dbname", database_url], check=True, stdout=subprocess.PIPE
        ).stdout
        server.run("psql", "--quiet", "--dbname", "bali", input=made, stdout=subprocess.DEVNULL)
        house.database_url = server.url

    server.fill = fill
    yield server
    server.throw_away()


@pytest.mark.timeout(240)
def test_talk_goes_on_after_the_database_was_away(house, own_postgres, ada, bola, cem, dina):
    thread = make_thread(ada.viewer, body="mark-start-0")
    people = [Person.of(who, name, thread) for who, name in zip((ada, bola, cem, dina), "abcd", strict=True)]
    own_postgres.fill()
    web = house.start_web()
    start = people[0].cursor(web)
    listeners = [Listener(person, [web]) for person in people[:2]]
    writers = [Writer(person, [web], count=8, pause=0.5) for person in people]
    assert listeners[0].has_heard({"mark-a-1", "mark-b-1"}, 20)

    own_postgres.stop()
    until = time.monotonic() + 20
    while not any(503 in writer.answers for writer in writers):
        assert time.monotonic() < until
        time.sleep(0.05)
    own_postgres.start()

    back = time.monotonic()
    assert any(answers(people[0], web) for _ in range(20))
    assert time.monotonic() - back < 10
    for writer in writers:
        writer.join(60)
    said = {body for writer in writers for body, state in writer.history.items() if state == "ok"}
    assert all(listener.has_heard(said, 30) for listener in listeners)
    for listener in listeners:
        listener.stop()
    readings = [person.everything(web, start) for person in people] + [one.heard for one in listeners]
    assert (verdict_on(writers, readings), len(said)) == (Verdict(), 32)
    assert set().union(*(writer.answers for writer in writers)) <= {200, 503}


def answers(person, web) -> bool:
    """Whether a thread is shown again."""
    try:
        return person.ask(web, "GET", f"/m/t/{person.thread}/", timeout=5)[0] == 200
    except OSError:
        return False
