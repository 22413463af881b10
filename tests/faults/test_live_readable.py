"""What a line tells can be read by page at that moment, and what was answered is stored."""

import re
from uuid import uuid4

import pytest

from tests.factories.forum import make_thread
from tests.faults.conversation import MARK, Listener, Person, words

ELEMENT = re.compile(r'id="message-(\w+)"')
MANY = 8


class Looking(Listener):
    """Asks for the page of every message in the moment it hears of it."""

    def take(self, frame):
        address = f"/m/t/{self.person.thread}/messages/{ELEMENT.search(frame['html'])[1]}/"
        status, page = self.person.ask(self.webs[0], "GET", address)
        self.looks = [*getattr(self, "looks", []), (status, MARK.search(frame["html"])[0] in page)]
        super().take(frame)


@pytest.mark.timeout(120)
def test_nothing_is_told_before_it_can_be_read_nor_answered_before_it_is_stored(house, ada, bola):
    thread, web = make_thread(ada.viewer, body="mark-start-0"), house.start_web()
    writer, looking = Person.of(ada, "a", thread), Looking(Person.of(bola, "b", thread), [web])
    start, stored = writer.cursor(web), []

    for number in range(MANY):
        status, _ = writer.ask(web, "POST", f"/m/t/{writer.thread}/messages/", words(f"mark-a-{number}", str(uuid4())))
        assert status == 200
        stored.append(writer.everything(web, start))

    assert looking.has_heard({f"mark-a-{number}" for number in range(MANY)}, 20)
    looking.stop()
    assert looking.looks == [(200, True)] * MANY
    assert [found[-1] for found in stored] == [f"mark-a-{number}" for number in range(MANY)]
