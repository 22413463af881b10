"""The desk asks, its question is answered, or it says no."""

import pytest

from network.access.visible import Refused
from network.membership.actions.case import ask_about, decline, reply
from network.membership.actions.request import admit_ally
from network.membership.models import RequestState
from network.notices.models import Letter
from network.records.models import StaffAction


def test_finn_asks_and_eve_answers(eve, finn, eves_request):
    ask_about(by=finn.viewer, case=eves_request, question="Which service?")
    eves_request.refresh_from_db()
    asked = eves_request.state

    reply(by=eve.viewer, case=eves_request, words="Fostering")

    eves_request.refresh_from_db()
    assert (asked, eves_request.state, eves_request.reply) == (RequestState.ASKED, RequestState.WAITING, "Fostering")


def test_somebody_asked_can_still_be_welcomed(eve, finn, eves_request):
    ask_about(by=finn.viewer, case=eves_request, question="Which service?")

    admit_ally(by=finn.viewer, request=eves_request)

    assert eve.viewer.is_member


def test_nobody_answers_for_another(bola, finn, eves_request):
    ask_about(by=finn.viewer, case=eves_request, question="Which service?")
    eves_request.refresh_from_db()

    with pytest.raises(Refused):
        reply(by=bola.viewer, case=eves_request, words="Mine")


def test_nothing_is_answered_that_was_not_asked(eve, eves_request):
    with pytest.raises(Refused):
        reply(by=eve.viewer, case=eves_request, words="By the way")


def test_a_refusal_keeps_its_reason_out_of_the_letter(eve, finn, eves_request):
    decline(by=finn.viewer, case=eves_request, reason="CANARY")

    eves_request.refresh_from_db()
    letter = Letter.objects.get(person=eve.person)
    assert (eves_request.state, eves_request.decision_reason) == (RequestState.DECLINED, "CANARY")
    assert "CANARY" not in f"{letter.subject}{letter.text}{letter.ref}{letter.key}"
    assert StaffAction.objects.get(verb="declined").reason == "CANARY"


@pytest.mark.parametrize("deed", [ask_about, decline])
def test_only_the_programme_team_asks_or_declines(deed, dina, eves_request):
    words = {"question": "?"} if deed is ask_about else {"reason": "No"}

    with pytest.raises(Refused):
        deed(by=dina.viewer, case=eves_request, **words)
