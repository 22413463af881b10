"""The socket as a browser meets it: limits, close codes, and a neighbour who notices nothing."""

from uuid import uuid4

import pytest
from django.utils import timezone
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from forum.spaces.models import Space
from forum.talk.actions.thread import open_thread
from tests.faults.conversation import Listener, Person


@pytest.fixture
def person(ada):
    space = Space.objects.create(name="The open room", audience="members")
    thread = open_thread(by=ada.viewer, space=space, title="Weeks", body="mark-s-0", key=uuid4(), at=timezone.now())
    return Person.of(ada, "a", thread)


def dial(person, web, origin=None):
    headers = {"Cookie": f"sessionid={person.cookie}"}
    address = f"ws://localhost:{web.port}/m/live/socket/{person.space}/"
    return connect(address, origin=origin or f"http://localhost:{web.port}", additional_headers=headers)


def code_after(line) -> int:
    """The close code the server sends next."""
    with pytest.raises(ConnectionClosed) as closed:
        while True:
            line.recv(timeout=10)
    return closed.value.rcvd.code


def test_bad_frames_close_their_own_socket_and_no_other(house, person):
    web = house.start_web()
    neighbour = Listener(person, [web])
    codes = []

    for words, is_text in [("x" * 70_000, True), (b"\xff\xfe", True), (b"\x00", False)]:
        with dial(person, web) as line:
            line.send(words, text=is_text)
            codes.append(code_after(line))

    assert codes == [1009, 1007, 1003]
    assert person.post(web, "mark-a-0", str(uuid4())) == 200
    assert neighbour.has_heard({"mark-a-0"}, 5)
    neighbour.stop()


def test_a_socket_is_neither_compressed_nor_open_to_other_pages(house, person):
    web = house.start_web()

    with dial(person, web) as line:
        assert line.protocol.extensions == []
    with pytest.raises(InvalidStatus) as refused:
        dial(person, web, origin="https://elsewhere.example")

    assert refused.value.response.status_code == 403


def test_a_restart_says_so(house, person):
    web = house.start_web()

    with dial(person, web) as line:
        web.process.terminate()
        code = code_after(line)

    assert code == 1012
