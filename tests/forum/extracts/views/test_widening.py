"""Asking, answering and reading, as pages."""

from django.utils import timezone

from forum.extracts.actions.widening import Why, ask_widening
from forum.extracts.models import Widening
from network.people.models import Role, RoleKind
from tests.cast import Someone
from tests.factories.direct import add
from tests.factories.forum import make_thread, say
from tests.factories.network import make_person
from tests.forum.extracts.conftest import WHY, canaries


def test_from_the_case_to_the_words_and_back_by_forms_alone(case, dina, leader):
    page = dina.client.get(f"/m/desk/reports/{case.public_id}/").content.decode()
    assert f"/m/desk/reports/{case.public_id}/more/" in page

    asked = dina.client.post(f"/m/desk/reports/{case.public_id}/more/", WHY)
    assert asked.status_code == 302
    assert dina.client.post(asked["location"], {"answer": "open"}).status_code == 403
    page = leader.client.get(asked["location"]).content.decode()
    assert WHY["words"] in page and not canaries(page)
    assert leader.client.post(asked["location"], {"answer": "open"}).status_code == 302

    for one in (dina, leader):
        assert canaries(one.client.get(f"{asked['location']}words/").content.decode()) == set(range(5, 30))


def test_an_empty_form_says_what_is_missing_and_keeps_what_was_typed(case, dina):
    page = dina.client.post(f"/m/desk/reports/{case.public_id}/more/", {"words": "Kept", "is_untold": "on"})

    assert page.status_code == 422
    assert b"Choose why more of it must be read" in page.content and b"Write why they must not know now" in page.content
    assert b"Kept" in page.content


def test_asked_a_second_time_the_words_come_back(case, dina, leader):
    dina.client.post(f"/m/desk/reports/{case.public_id}/more/", WHY)

    page = leader.client.post(f"/m/desk/reports/{case.public_id}/more/", WHY)

    assert page.status_code == 409
    assert WHY["words"] in page.content.decode()


def test_answered_already_it_is_answered_no_more(opened, leader):
    assert leader.client.post(f"/m/desk/more/{opened.public_id}/", {"answer": "refuse"}).status_code == 403
    assert Widening.objects.get().state == "opened"


def test_nothing_of_a_message_in_a_space_can_be_opened(dina, ada, bola, lounge, report):
    said = say(bola.viewer, make_thread(ada.viewer, lounge))
    case = report(said)

    assert dina.client.get(f"/m/desk/reports/{case.public_id}/more/").status_code == 404
    assert b"more of it" not in dina.client.get(f"/m/desk/reports/{case.public_id}/").content


def test_the_rest_of_the_conversation_stands_nowhere_else(opened, dina, leader, talk):
    """Neither by the case, nor by the request, nor by any address of the conversation itself."""
    case = f"/m/desk/reports/{opened.matter}/"
    for one in (dina, leader):
        assert canaries(one.client.get(case).content.decode()) == {25}
        assert not canaries(one.client.get(f"/m/desk/more/{opened.public_id}/").content.decode())
        assert one.client.get(f"/m/t/{talk.public_id}/").status_code == 404
        assert b"/m/t/" not in one.client.post("/m/search/", {"q": "canary20x"}).content


def test_the_notice_and_the_mail_say_nothing_of_it(opened, ada):
    page = ada.client.get("/m/notices/").content.decode()

    assert "There is something about you that you should know" in page
    assert "Olu Keeper" not in page and not canaries(page)


def test_a_moderator_in_the_conversation_finds_neither_the_request_nor_a_word_of_it(talk, said, report, dina):
    """They see the case like every moderator, and its page says nothing of a request."""
    third = Someone(make_person("Tam In It", roles=((RoleKind.MODERATOR, ""), (RoleKind.ALUMNA, ""))))
    add(talk, third.person)
    case = report(said[25])
    asked = ask_widening(
        by=dina.viewer, matter=case, about=case.message, why=Why(**WHY, untold_because="He would know")
    )

    for who, status, shows in ((dina, 200, True), (third, 404, False)):
        assert who.client.get(f"/m/desk/more/{asked.public_id}/").status_code == status
        page = who.client.get(f"/m/desk/reports/{case.public_id}/")
        assert page.status_code == 200
        assert (asked.public_id in page.content.decode()) is shows


def test_whose_asker_has_left_is_asked_anew_from_the_page_of_the_case(case, dina, leader):
    asked = ask_widening(by=leader.viewer, matter=case, about=case.message, why=Why(**WHY))
    Role.objects.filter(person=leader.person).update(ends_at=timezone.now())
    new = f"/m/desk/reports/{case.public_id}/more/"

    assert new in dina.client.get(f"/m/desk/reports/{case.public_id}/").content.decode()
    assert dina.client.post(new, WHY).status_code == 302
    asked.refresh_from_db()
    assert asked.state == "refused"
