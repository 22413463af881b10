"""A right or a session ends while a page has every kind of line open: all of them end at once, and every door is shut.

The hub of these houses never looks by itself: what ends the lines is the ring. Where Redis joins two processes the
lines are open at one, and the end comes through the other.
"""

import json
import time
from uuid import uuid4

import pytest
from django.conf import settings as configured
from django.utils import timezone
from websockets.exceptions import InvalidStatus

from forum.spaces.models import Space
from forum.talk.actions.message import post_message
from forum.talk.actions.thread import open_thread
from network.people.actions.role import grant_role
from network.people.demo import PASSWORD
from network.people.models import RoleKind, User
from tests.factories.files import make_upload
from tests.faults.conversation import CSRF, MARK, Person, words
from tests.faults.lines import KINDS, dial, ends_of, open_lines
from tests.running import session_cookie

AT_ONCE_SECONDS = 5
RIGHT_LOST = {"socket": 4403, "stream": "right-lost", "poll": "right-lost"}
SESSION_OVER = {"socket": 4401, "stream": "session-over", "poll": "session-over"}


class Story:
    """Bola, an ally who is an alumna as well, reads what Ada says to the alumni and shows her."""

    def __init__(self, house, ada, bola) -> None:
        house.extra["DJANGO_SETTINGS_MODULE"] = "tests.faults.with_acts"
        grant_role(person=bola.person, kind=RoleKind.ALUMNA, scope="C09", by=None)
        space = Space.objects.create(name="Stepping up", audience="alumni")
        facts = {"body": "mark-start-0", "key": uuid4(), "at": timezone.now()}
        thread = open_thread(by=ada.viewer, space=space, title="First weeks", **facts)
        asked = post_message(by=bola.viewer, thread=thread, body="mark-b-0", key=uuid4(), at=timezone.now())
        upload = make_upload(ada.viewer)
        facts = {"key": uuid4(), "reply_to": asked, "uploads": [upload]}
        shown = post_message(by=ada.viewer, thread=thread, body="mark-a-0", **facts).attachments.get()
        self.ada, self.bola, self.of_bola = Person.of(ada, "a", thread), Person.of(bola, "b", thread), bola.person
        self.webs = [house.start_web() for _ in range(2 if configured.REDIS_URL else 1)]
        self.doors = {
            "page": f"/m/t/{thread.public_id}/",
            "space": f"/m/s/{space.public_id}/",
            "changes": f"/m/s/{space.public_id}/changes/",
            "file": f"/m/files/{shown.public_id}/small/",
            "stream": f"/m/live/stream/{space.public_id}/",
            "poll": f"/m/live/poll/{space.public_id}/",
        }

    @property
    def here(self):
        """Where Bola's lines are open."""
        return self.webs[0]

    @property
    def there(self):
        """Where the others act."""
        return self.webs[-1]

    def act(self, act: str) -> None:
        assert self.ada.ask(self.there, "POST", f"/acts/{self.of_bola.pk}/", {"act": act})[0] == 200

    def come_in(self) -> None:
        """Bola signs in anew."""
        self.bola.cookie = session_cookie(User.objects.get(pk=self.of_bola.pk))

    def sign_out(self) -> None:
        assert self.bola.ask(self.there, "POST", "/accounts/logout/", {"csrfmiddlewaretoken": CSRF})[0] == 302

    def change_password(self) -> None:
        """On another device."""
        elsewhere = Person("b", session_cookie(self.of_bola), self.bola.thread, self.bola.space)
        new = f"{PASSWORD} by the window"
        form = {"oldpassword": PASSWORD, "password1": new, "password2": new, "csrfmiddlewaretoken": CSRF}
        assert elsewhere.ask(self.there, "POST", "/accounts/password/change/", form)[0] == 302

    def wait_until_read_by(self, count: int) -> None:
        until = time.monotonic() + 20
        while json.loads(self.ada.ask(self.here, "GET", "/readers/")[1])["readers"] != count:
            assert time.monotonic() < until
            time.sleep(0.05)

    def statuses(self) -> dict[str, int]:
        """What each door answers Bola, the handshake of a socket included."""
        found = {}
        for name, path in self.doors.items():
            line = self.bola.request(self.here, "GET", path)
            found[name] = line.getresponse().status
            line.close()
        try:
            with dial(self.bola, self.here):
                found["socket"] = 101
        except InvalidStatus as refused:
            found["socket"] = refused.response.status_code
        return found

    def told_by_lists(self) -> dict[str, bool]:
        """Whether search and notices lead Bola to what Ada said."""
        form = {"q": "mark-a-0", "csrfmiddlewaretoken": CSRF}
        found = self.bola.ask(self.here, "POST", "/m/search/", form)[1]
        notices = self.bola.ask(self.here, "GET", "/m/notices/")[1]
        lead = f"/m/t/{self.bola.thread}/"
        return {"search": lead in found, "notices": lead in notices}

    def say(self, *marks: str) -> None:
        for mark in marks:
            path = f"/m/t/{self.ada.thread}/messages/"
            assert self.ada.ask(self.there, "POST", path, words(mark, str(uuid4())))[0] == 200


@pytest.fixture
def story(house, ada, bola, settings):
    settings.MEDIA_ROOT = house.folder / "media"
    # The quick hashes of the tests are none the house would take.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    bola.person.set_password(PASSWORD)
    bola.person.save()
    return lambda **extra: house.extra.update(extra) or Story(house, ada, bola)


def marks_from(person: Person, web, cursor: str, count: int) -> list[str]:
    """The first messages a socket brings that reads on from a cursor."""
    found: list[str] = []
    with dial(person, web, cursor) as line:
        while len(found) < count:
            frame = json.loads(line.recv(timeout=20))
            found += MARK.findall(frame["html"])[:1] if frame["kind"] == "message" else []
    return found


def open_to_all() -> dict[str, int]:
    return {"page": 200, "space": 200, "changes": 200, "file": 200, "stream": 200, "poll": 200, "socket": 101}


ENDS = {
    "role ended": (lambda story: story.act("role ended"), RIGHT_LOST, lambda story: story.act("role granted")),
    "suspended": (lambda story: story.act("suspended"), SESSION_OVER, lambda story: story.act("restored")),
    "signed out": (Story.sign_out, SESSION_OVER, Story.come_in),
    "password changed": (Story.change_password, SESSION_OVER, Story.come_in),
    "erased": (lambda story: story.act("erased"), SESSION_OVER, None),
}


@pytest.mark.timeout(180)
@pytest.mark.parametrize("end", ENDS)
def test_every_line_ends_at_once_and_every_door_is_shut(end, story):
    lose, stated, regain = ENDS[end]
    story = story()
    cursor = story.bola.cursor(story.here)
    assert (story.told_by_lists(), story.statuses()) == ({"search": True, "notices": True}, open_to_all())
    story.wait_until_read_by(0)
    lines = open_lines(story.bola, story.here, cursor)
    story.wait_until_read_by(len(KINDS))

    lose(story)
    story.say("mark-after-1", "mark-after-2", "mark-after-3")

    assert ends_of(lines, AT_ONCE_SECONDS) == stated
    assert not [line.kind for line in lines if "mark-after" in line.said]
    shut = 404 if stated is RIGHT_LOST else 302
    assert story.statuses() == dict.fromkeys(story.doors, shut) | {"socket": 403}
    assert story.told_by_lists() == {"search": False, "notices": False}

    if regain is not None:
        regain(story)
        if end == "suspended":
            story.come_in()
        missed = [f"mark-after-{number}" for number in (1, 2, 3)]
        assert marks_from(story.bola, story.here, cursor, 3) == missed
        assert story.bola.everything(story.here, cursor) == missed
        assert story.statuses() == open_to_all()


@pytest.mark.timeout(120)
def test_without_the_ring_a_line_goes_on_and_tells_what_is_none_of_theirs(story):
    """The guard is the ring of rights: it is what the test above passes by."""
    story = story(RINGS_OF_RIGHTS="no")
    cursor = story.bola.cursor(story.here)
    lines = open_lines(story.bola, story.here, cursor)
    story.wait_until_read_by(len(KINDS))

    story.act("suspended")
    story.say("mark-after-1")

    lines[KINDS.index("poll")].join(20)
    assert "mark-after-1" in lines[KINDS.index("poll")].said
