"""To hide everywhere wants the author's id, which nobody has: whoever she hides from reads the pen as all others do."""

import re

from django.test import Client
from django.urls import reverse

from forum.talk.models import Message
from network.people.actions.shield import raise_shield
from network.people.models import RoleKind, ShieldLevel
from tests.cast import sign_in
from tests.factories.forum import say
from tests.factories.network import make_person
from tests.factories.sealed import whisper


def test_whom_she_hides_from_everywhere_cannot_tell_her_pen_from_anothers(ada, chidi, talk):
    other = make_person("Ngozi Hall", roles=((RoleKind.ALUMNA, "C07"),))
    browser = Client()
    sign_in(browser, other)
    raise_shield(person=ada.person, level=ShieldLevel.EVERYWHERE, other=other)
    hers, others = whisper(ada.viewer, talk, "The same words"), whisper(chidi, talk, "The same words")
    named = say(ada.viewer, talk, "With my name")

    page = browser.get(reverse("thread", args=[talk.public_id])).content.decode()

    assert named.public_id not in page
    elements = [drawn(page, message) for message in (hers, others)]
    assert elements[0] == elements[1]


def drawn(page: str, message: Message) -> str:
    element = page[page.index(f'<article class="message" id="{message.element_id}"') :].split("</article>")[0]
    return re.sub(f"{message.public_id}|{message.pen_name}", "", element)
