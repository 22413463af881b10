"""Of the room of membership."""

from uuid import uuid4

from django.urls import reverse

from network.membership.actions.case import ask_about
from network.membership.actions.claim import address_proved, claim_membership
from network.membership.actions.request import ask_to_be_ally
from tests.factories.network import make_person
from tests.network.membership.conftest import answers


def claim(cast) -> dict[str, str]:
    """Somebody's claim, waiting at the desk."""
    person = make_person("Amina Yusuf", roles=())
    kept = claim_membership(person=person, cohort="11", organisation="Croydon", key=uuid4())
    address_proved(person=person)
    return {"way": "alumni", "public_id": kept.public_id}


def ally_way(cast) -> dict[str, str]:
    return {"way": "ally"}


def asked(cast) -> dict[str, str]:
    """Eve's request, about which Finn has asked her something."""
    request = ask_to_be_ally(person=cast.eve.person, answers=answers(), key=uuid4())
    address_proved(person=cast.eve.person)
    ask_about(by=cast.finn.viewer, case=request, question="Which service?")
    return {}


def first_question(cast) -> str:
    """Those signed in are not asked their name, so the pledge is the question everybody gets."""
    return reverse("join_question", args=["ally", "pledge"])
