"""How many somebody asks."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.direct.actions.invitation import (
    MOST_A_DAY,
    MOST_A_DAY_WHEN_NEW,
    MOST_OPEN,
    AskingTooMuch,
    Meant,
    ask_to_talk,
    withdraw_invitation,
)
from forum.direct.models import Invitation
from network.people.models import User


def ask_by_name(who, name):
    return ask_to_talk(by=who.viewer, meant=Meant(name, None), words="", key=uuid4())


@pytest.fixture
def settled(bola):
    """Bola, no newcomer any more."""
    User.objects.filter(pk=bola.person.pk).update(joined_at=timezone.now() - timedelta(days=8))
    return bola


def test_so_many_requests_are_open_at_once(settled):
    for number in range(MOST_OPEN):
        ask_by_name(settled, f"Nobody {number}")

    with pytest.raises(AskingTooMuch, match="open"):
        ask_by_name(settled, "One More")

    withdraw_invitation(by=settled.viewer, invitation=Invitation.objects.first())
    assert ask_by_name(settled, "One More").pk


def test_so_many_are_asked_in_a_day_whatever_became_of_it(settled):
    for number in range(MOST_A_DAY):
        withdraw_invitation(by=settled.viewer, invitation=ask_by_name(settled, f"Nobody {number}"))

    with pytest.raises(AskingTooMuch, match="tomorrow"):
        ask_by_name(settled, "One More")
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert ask_by_name(settled, "One More").pk


def test_who_came_lately_asks_fewer(bola):
    for number in range(MOST_A_DAY_WHEN_NEW):
        ask_by_name(bola, f"Nobody {number}")

    with pytest.raises(AskingTooMuch, match=str(MOST_A_DAY_WHEN_NEW)):
        ask_by_name(bola, "One More")
