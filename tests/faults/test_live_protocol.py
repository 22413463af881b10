"""The socket as a browser meets it: limits, close codes, and a neighbour who notices nothing."""

import json
import socket
import time
from uuid import uuid4

import pytest
from django.utils import timezone
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from forum.live import limits
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


def dial_by_hand(person, web, more: bytes = b""):
    """A bare connection that has asked for a socket, and answers nothing by itself."""
    line = socket.create_connection(("127.0.0.1", web.port), timeout=20)
    lines = [
        f"GET /m/live/socket/{person.space}/ HTTP/1.1",
        f"Host: localhost:{web.port}",
        f"Origin: http://localhost:{web.port}",
        f"Cookie: sessionid={person.cookie}",
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    ]
    line.sendall("\r\n".join(lines).encode() + more + b"\r\n\r\n")
    return line


def status_of(line) -> int:
    return int(line.recv(4096).split(b" ", 2)[1])


def test_a_handshake_with_odd_bytes_is_no_request(house, person):
    web, found = house.start_web(), {}
    for byte in (b"\x0b", b"\x1c", b"\x00"):
        for more in (b"\r\nX-Odd: a" + byte + b"b", b"\r\nX-O" + byte + b"dd: a", b"\r\nX-O\x85dd: a"):
            with dial_by_hand(person, web, more) as line:
                found[more] = status_of(line)

    assert set(found.values()) == {400}, found


def test_a_line_that_answers_no_ping_is_closed_and_its_person_no_longer_here(house, person):
    """By the clock of the house: a minute until the line is closed, a quarter of one more until nobody is told."""
    house.extra["DJANGO_SETTINGS_MODULE"] = "tests.faults.with_quick_pulse"
    web = house.start_web()
    with dial_by_hand(person, web) as line:
        assert status_of(line) == 101
        wait_until(lambda: facts_of(person, web) == {"readers": 1, "here": 1})

        while line.recv(4096):
            pass

    wait_until(lambda: facts_of(person, web) == {"readers": 0, "here": 0})
    a_minute = limits.PULSE_SECONDS * limits.SILENT_TURNS
    assert a_minute <= 60
    assert a_minute + limits.HERE_SECONDS <= 90


def facts_of(person, web):
    return json.loads(person.ask(web, "GET", "/readers/")[1])


def wait_until(holds, seconds=20):
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_restart_says_so(house, person):
    web = house.start_web()

    with dial(person, web) as line:
        web.process.terminate()
        code = code_after(line)

    assert code == 1012


def test_no_log_tells_who_listens_where(house, person):
    """However much the server itself is asked to tell."""
    web = house.start_web(log_level="info")
    mine = {"Cookie": f"sessionid={person.cookie}", "X-Forwarded-For": "203.0.113.9"}
    address = f"ws://localhost:{web.port}/m/live/socket/{person.space}/"
    with connect(address, origin=web.url, additional_headers=mine), pytest.raises(InvalidStatus):
        connect(address, origin=web.url, additional_headers={"X-Forwarded-For": "203.0.113.9"})
    web.process.terminate()
    web.process.wait(20)

    log = (house.folder / "process-0.log").read_text(encoding="utf-8")
    assert "Started server process" in log
    assert [secret for secret in ("203.0.113.9", "/m/live/", person.space) if secret in log] == []


def test_a_web_process_that_sleeps_ends_when_it_is_asked_to(house, person):
    house.extra["DJANGO_SETTINGS_MODULE"] = "tests.faults.with_long_sleep"
    web = house.start_web()
    web.process.terminate()

    assert web.process.wait(20) is not None


def test_without_the_call_that_wakes_it_it_would_sleep_on(house, person):
    house.extra["DJANGO_SETTINGS_MODULE"] = "tests.faults.without_waking"
    web = house.start_web()
    with dial(person, web) as line:
        web.process.terminate()

        with pytest.raises(TimeoutError):
            while True:
                line.recv(timeout=3)
    web.process.kill()
