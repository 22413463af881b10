"""Each question refuses what it cannot use, and keeps what was typed."""

import pytest

from tests.network.membership.joining import ALLY, answer_all


@pytest.mark.parametrize("action", ["", "support the cause", "be an ally", "I will raise awareness of everything"])
def test_an_empty_promise_is_refused_with_an_example_and_its_text_kept(client, db, action):
    response = client.post("/join/ally/pledge/", ALLY["pledge"] | {"action": action})

    page = response.content.decode()
    assert response.status_code == 422
    assert "<title>Error: " in page and "There is a problem" in page
    assert action in page and ALLY["pledge"]["for_whom"] in page


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("name", {"name": ""}),
        ("name", {"name": "x" * 201}),
        ("name", {"name": "BALI Network Moderator"}),
        ("address", {"email": "not an address"}),
        ("address", {"email": f"{'x' * 250}@example.org"}),
        ("work", {"organisation": "Leeds", "role_title": ""}),
        ("why", {"why": "x" * 1_001}),
        ("pledge", ALLY["pledge"] | {"by_when": "31/10/2020"}),
        ("pledge", ALLY["pledge"] | {"by_when": "next year"}),
        ("pledge", ALLY["pledge"] | {"verb": "rule"}),
        ("rules", {"rules": "on"}),
        ("rules", {"privacy": "on"}),
    ],
)
def test_a_wrong_answer_is_asked_again(client, db, step, told):
    response = client.post(f"/join/ally/{step}/", told)

    assert response.status_code == 422
    assert b"There is a problem" in response.content


def test_nobody_reaches_the_end_with_a_question_open(client, db):
    answer_all(client, "ally", {"name": ALLY["name"]})

    response = client.get("/join/ally/check/")

    assert response.url == "/join/ally/address/"


def test_change_leads_back_to_the_check(client, db):
    answer_all(client, "ally", ALLY)

    response = client.post("/join/ally/work/?back=check", {"organisation": "Luton", "role_title": "Manager"})

    assert response.url == "/join/ally/check/"
    assert "Luton" in client.get("/join/ally/check/").content.decode()


@pytest.mark.parametrize(
    "path", ["/join/", "/join/ally/", "/join/alumni/", "/join/ally/pledge/", "/join/alumni/rules/"]
)
def test_the_pages_are_there_before_any_data_is_given(client, db, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", ["/join/nobody/", "/join/ally/shoe-size/", "/join/alumni/pledge/"])
def test_there_are_no_other_questions(client, db, path):
    assert client.get(path).status_code == 404
