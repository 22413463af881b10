"""An office speaks under a name that is no pen: the organisers of an event, where nobody writes without their own."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from forum.desk.actions.report import report_message
from forum.sealed.rules import can_mute_pen
from forum.sealed.telling import said_before
from forum.talk.actions.unnamed import to_the_hour
from forum.talk.models import Message
from tests.factories.sealed import whisper
from tests.factories.stage import make_sitting


@pytest.fixture
def announced(finn, ada, bola):
    """What the organisers say first in the talk of an event, at which Ada and Bola have a seat."""
    sitting = make_sitting(finn.viewer, ada.person, bola.person)
    return Message.objects.select_related("thread", "space").get(thread=sitting.thread)


def test_it_stands_with_its_name_and_its_minute(bola, announced):
    page = bola.client.get(reverse("thread", args=[announced.thread.public_id])).text

    (element,) = re.findall(r"<article class=\"message.*?</article>", page, re.DOTALL)
    assert "The organisers" in element
    assert "Without a name" not in element and "or later" not in element and "data-pen" not in element


def test_its_page_offers_nothing_about_a_pen(ada, bola, announced, talk):
    pen = whisper(ada.viewer, talk)
    pages = [
        who.client.get(reverse("message", args=[message.thread.public_id, message.public_id])).text
        for who, message in ((ada, pen), (bola, announced))
    ]

    assert ['id="pen"' in page for page in pages] == [True, False]
    assert not can_mute_pen(bola.viewer, announced)


def test_a_report_of_it_leads_to_no_pen(ada, bola, dina, announced):
    case = report_message(by=bola.viewer, message=announced, reason="other", words="Please look", key=uuid4()).case

    page = dina.client.get(reverse("case", args=[case.public_id])).text

    assert "The organisers" in page and reverse("pen", args=[announced.public_id]) not in page


def test_at_the_full_hour_pens_alone_are_told_of(ada, announced, talk):
    with time_machine.travel(timezone.now().replace(minute=30), tick=False):
        pen = whisper(ada.viewer, talk)
        Message.objects.filter(pk=announced.pk).update(said_at=to_the_hour(timezone.now()))

        assert list(said_before(to_the_hour(timezone.now()) + timedelta(hours=1))) == [pen]
