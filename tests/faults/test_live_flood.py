"""One person posts without end: what is stored is bounded, they are told when to come back, and the others hear on."""

from uuid import uuid4

import pytest

from forum.talk.actions.pace import MOST_A_MINUTE
from tests.factories.forum import make_thread
from tests.faults.conversation import Listener, Person, Writer, words
from tests.faults.verdict import Verdict, verdict_on

FLOOD = 200


@pytest.mark.timeout(180)
def test_a_flood_is_refused_and_the_others_hear_each_other_in_order(house, ada, bola, cem, dina):
    thread, web = make_thread(ada.viewer, body="mark-start-0"), house.start_web()
    flooding = Person.of(bola, "flood", thread)
    start = flooding.cursor(web)
    listener = Listener(Person.of(dina, "d", thread), [web])
    writers = [
        Writer(Person.of(who, name, thread), [web], count=5, pause=0.2) for who, name in ((ada, "a"), (cem, "c"))
    ]

    answers = [answer_to(flooding, web, f"mark-flood-{number}") for number in range(FLOOD)]

    for writer in writers:
        writer.join(60)
    said = {body for writer in writers for body, state in writer.history.items() if state == "ok"}
    assert len(said) == 10 and listener.has_heard(said, 20)
    listener.stop()
    # A minute may have passed meanwhile, and another ten are taken then.
    taken = [status for status, _ in answers].count(200)
    assert MOST_A_MINUTE <= taken <= 3 * MOST_A_MINUTE and {status for status, _ in answers} == {200, 429}
    assert all(1 <= int(wait) <= 60 for status, wait in answers if status == 429)
    everything = flooding.everything(web, start)
    assert len([mark for mark in everything if mark.startswith("mark-flood-")]) == taken
    assert verdict_on(writers, [everything, listener.heard]) == Verdict()


def answer_to(person, web, body):
    """Status, and the seconds after which to come back."""
    line = person.request(web, "POST", f"/m/t/{person.thread}/messages/", words(body, str(uuid4())))
    answer = line.getresponse()
    line.close()
    return answer.status, answer.headers["Retry-After"]
