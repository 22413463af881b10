"""A client is away for a while in which much happens: back, it has exactly what it missed, in order, none twice."""

from uuid import uuid4

import pytest
from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions.message import delete_message, edit_message, post_message
from forum.talk.actions.thread import open_thread
from forum.talk.models import Message
from network.people.actions.role import end_role
from network.people.models import Role, RoleKind
from tests.faults.conversation import Listener, Person
from tests.faults.verdict import Verdict, verdict_on

# More than one answer brings, and what changed comes after all that was said.
MANY = 210
EDITED, DELETED = (3, 40, 77, 120, 199), (10, 90, 150)


def opened(by, audience):
    space = Space.objects.create(name=f"For {audience}", audience=audience)
    facts = {"title": "While you were out", "body": "mark-start-0", "key": uuid4(), "at": timezone.now()}
    return open_thread(by=by.viewer, space=space, **facts)


def say_much(thread, people):
    """Many messages, one after the other."""
    viewers = [one.viewer for one in people]
    return [
        post_message(
            by=viewers[number % len(viewers)], thread=thread, body=f"mark-m-{number}", key=uuid4(), at=timezone.now()
        )
        for number in range(MANY)
    ]


def change_some(said, people):
    """Five corrections and three deletions by those who said it."""
    for number in EDITED:
        edit_message(by=people[number % len(people)].viewer, message=said[number], body=f"mark-m-{number} mended")
    for number in DELETED:
        delete_message(by=people[number % len(people)].viewer, message=said[number])


class Page:
    """What a browser shows: a frame replaces the element of its id; one that is new is appended."""

    def __init__(self, person: Person, web) -> None:
        self.person, self.cursor = person, person.cursor(web)
        self.elements: dict[str, str] = {}

    def heal(self, web) -> None:
        more = True
        while more:
            status, news = self.person.news(web, self.cursor)
            assert status == 200
            for frame in news["frames"]:
                if frame["is_new"] or frame["element"] in self.elements:
                    self.elements[frame["element"]] = frame["html"]
            self.cursor, more = news["cursor"], news["more"]


@pytest.mark.timeout(300)
def test_back_after_a_long_absence_it_has_exactly_what_it_missed(house, ada, bola, cem, dina):
    web, people = house.start_web(), [bola, cem, dina]
    thread, lost = opened(ada, "members"), opened(ada, "alumni")
    page, gone = Page(Person.of(ada, "a", thread), web), Page(Person.of(ada, "a", lost), web)

    said = say_much(thread, people)
    change_some(said, people)
    Role.objects.create(person=ada.person, kind=RoleKind.ALLY)
    for role in Role.objects.filter(person=ada.person, kind=RoleKind.ALUMNA):
        end_role(role=role, by=None)
    page.heal(web)

    stands = Message.objects.filter(thread=thread, number__gte=said[0].number).in_order()
    assert list(page.elements) == [message.element_id for message in stands] and len(page.elements) == MANY
    html = " ".join(page.elements.values())
    assert html.count(" mended") == len(EDITED)
    assert not [number for number in DELETED if f"mark-m-{number}<" in html]
    assert gone.person.news(web, gone.cursor)[0] == 404


@pytest.mark.timeout(300)
@pytest.mark.parametrize("keeps_place", [True, False], ids=["by its cursor", "without it"])
def test_a_listener_cut_off_hears_the_rest_by_its_cursor(keeps_place, house, ada, bola):
    """The guard is the cursor it says when it comes back: without it the checker finds that its reading differs."""
    web, thread = house.start_web(), opened(ada, "members")
    listener = Listener(Person.of(bola, "b", thread), [web], keeps_place=keeps_place)
    house.kill(web)
    marks = [message.body for message in say_much(thread, [bola])]

    web = house.start_web(web.port)
    listener.has_heard(set(marks), 60 if keeps_place else 0)
    last = Person.of(ada, "a", thread)
    assert any(
        last.post(web, f"mark-a-{n}", str(uuid4())) == 200 and listener.has_heard({f"mark-a-{n}"}, 5) for n in range(8)
    )

    listener.stop()
    heard = [mark for mark in listener.heard if mark.startswith("mark-m-")]
    assert verdict_on([], [marks, heard]) == Verdict(differing=not keeps_place)
