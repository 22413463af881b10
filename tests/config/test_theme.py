"""The theme is chosen by a plain form and kept in a cookie."""

import pytest


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_choice_is_kept(client, theme):
    answer = client.post("/theme/", {"theme": theme}, headers={"referer": "http://testserver/blog/"})

    assert (answer.status_code, answer["Location"], answer.cookies["theme"].value) == (
        302,
        "http://testserver/blog/",
        theme,
    )


def test_as_the_device_forgets_the_choice(client):
    client.cookies["theme"] = "dark"

    answer = client.post("/theme/", {"theme": "device"})

    assert (answer.cookies["theme"].value, answer.cookies["theme"]["max-age"]) == ("", 0)


def test_another_word_is_no_theme(client):
    answer = client.post("/theme/", {"theme": 'dark" onload="'})

    assert answer.cookies["theme"].value == ""


@pytest.mark.parametrize("address", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"])
def test_the_way_back_stays_on_this_site(client, address):
    answer = client.post("/theme/", {"theme": "dark"}, headers={"referer": address})

    assert answer["Location"] == "/"


def test_looking_at_the_address_changes_nothing(client, db):
    assert client.get("/theme/").status_code == 405


def test_the_page_wears_the_choice(client, db):
    client.cookies["theme"] = "dark"

    assert b'<html lang="en-GB" data-theme="dark">' in client.get("/accounts/login/").content


def test_a_forged_cookie_writes_nothing_into_the_page(client, db):
    client.cookies["theme"] = "x><script>"

    assert b"data-theme" not in client.get("/accounts/login/").content
