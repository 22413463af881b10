"""The desk, and what those who wait see of it."""

import pytest

from network.membership.actions.case import ask_about
from network.membership.models import AllyRequest, Claim, RequestState
from network.records.models import StaffAction


def path_of(case) -> str:
    return f"/m/desk/welcome/{case.way}/{case.public_id}/"


def test_finn_sees_who_waits_and_his_reading_is_logged(finn, eves_request, make_claim, amina):
    make_claim("Amina Yusuf", cohort="11")

    page = finn.client.get("/m/desk/welcome/").content.decode()
    finn.client.get(path_of(eves_request))

    assert "Eve Marsh" in page and "Amina Yusuf" in page
    assert StaffAction.objects.get(verb="read_case").about_id == eves_request.person_id


def test_the_title_names_nobody(finn, eves_request):
    page = finn.client.get(path_of(eves_request)).content.decode()

    assert "<title>Welcome desk - BALI Network</title>" in page


def test_finn_welcomes_eve_by_hand(eve, finn, eves_request):
    response = finn.client.post(path_of(eves_request), {"decision": "admit"})

    assert response.url == "/m/desk/welcome/"
    assert eve.client.get("/m/").status_code == 200


def test_the_candidates_stand_beside_the_claim_and_one_is_chosen(finn, make_claim, amina):
    claim = make_claim("Amina Yusuf", cohort="11", organisation="Croydon")
    page = finn.client.get(path_of(claim)).content.decode()

    response = finn.client.post(path_of(claim), {"decision": "admit", "entry": amina.pk})

    assert "same name, same cohort, same authority" in page
    assert (response.status_code, Claim.objects.get().state) == (302, RequestState.ADMITTED)


def test_a_line_that_is_no_candidate_cannot_be_chosen(finn, make_claim, amina):
    claim = make_claim("Somebody Else", cohort="3")

    response = finn.client.post(path_of(claim), {"decision": "admit", "entry": amina.pk})

    assert (response.status_code, Claim.objects.get().state) == (422, RequestState.WAITING)


@pytest.mark.parametrize("posted", [{}, {"decision": "burn"}, {"decision": "decline"}, {"decision": "ask"}])
def test_a_decision_needs_its_words(finn, eves_request, posted):
    response = finn.client.post(path_of(eves_request), posted)

    assert response.status_code == 422
    assert AllyRequest.objects.get().state == RequestState.WAITING


def test_the_second_to_decide_gets_a_conflict_with_his_words_kept(finn, eves_request):
    finn.client.post(path_of(eves_request), {"decision": "admit"})

    response = finn.client.post(path_of(eves_request), {"decision": "decline", "words": "My long reason"})

    assert response.status_code == 409


@pytest.mark.parametrize("who", ["bola", "ada", "dina", "efe"])
def test_for_everybody_else_there_is_no_desk(who, request, eves_request):
    someone = request.getfixturevalue(who)

    answers = [
        someone.client.get("/m/desk/welcome/"),
        someone.client.post(path_of(eves_request), {"decision": "admit"}),
    ]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert AllyRequest.objects.get().state == RequestState.WAITING


def test_eve_answers_a_question_while_she_waits(eve, finn, eves_request):
    ask_about(by=finn.viewer, case=eves_request, question="Which service?")

    waiting = eve.client.get("/accounts/waiting/").content.decode()
    page = eve.client.get("/join/reply/").content.decode()
    response = eve.client.post("/join/reply/", {"words": "Fostering"})

    assert "have a question for you" in waiting and "Which service?" in page
    assert response.url == "/accounts/waiting/"
    assert AllyRequest.objects.get().reply == "Fostering"
    assert eve.client.get("/join/reply/").status_code == 404


def test_eve_says_how_her_pledge_went(eve, finn, eves_request):
    finn.client.post(path_of(eves_request), {"decision": "admit"})
    page = eve.client.get("/m/you/pledge/").content.decode()

    refused = eve.client.post("/m/you/pledge/", {"state": "lapsed"})
    kept = eve.client.post("/m/you/pledge/", {"state": "kept", "note": "Done"})

    assert "Ask who is missing" in page
    assert (refused.status_code, kept.status_code) == (422, 302)
    assert eve.person.pledges.get().state == "kept"


def test_a_refusal_is_read_where_one_waits_with_the_way_to_ask_again(eve, finn, eves_request):
    finn.client.post(path_of(eves_request), {"decision": "decline", "words": "Tell us where you work"})

    page = eve.client.get("/accounts/waiting/").content.decode()

    assert "Tell us where you work" in page and 'href="/join/ally/"' in page
