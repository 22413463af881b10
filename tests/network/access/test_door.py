import pytest

PATHS = ["/m/", "/m", "/m/people/", "/m/t/7kq2aaaaaaaa/", "/m/never/was/", "/m/%00", "/m/../m/x", "/m/desk/reports/"]


@pytest.mark.parametrize("path", PATHS)
def test_an_outsider_gets_the_same_answer_everywhere(outsider, db, path):
    response = outsider.client.get(path)

    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/?next=")
    assert response.content == b""


@pytest.mark.parametrize("path", PATHS)
def test_somebody_waiting_gets_her_waiting_page_everywhere(eve, path):
    response = eve.client.get(path)

    assert (response.status_code, response["Location"]) == (302, "/accounts/waiting/")


@pytest.mark.parametrize("path", PATHS)
def test_the_door_answers_alike_but_for_the_way_back(outsider, db, path):
    one, other = outsider.client.get(path), outsider.client.get("/m/somewhere/else/")

    def headers(response):
        return {name: value for name, value in response.items() if name not in {"Location", "X-Request-ID"}}

    without_nonce = {"Content-Security-Policy": None}
    assert {**headers(one), **without_nonce} == {**headers(other), **without_nonce}


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch", "options", "head"])
def test_the_door_stands_before_every_method(outsider, db, method):
    assert getattr(outsider.client, method)("/m/people/").status_code == 302


def test_members_pages_are_never_kept(bola):
    response = bola.client.get("/m/notices/")

    assert response["Cache-Control"] == "no-store, private"
    assert response["Vary"] == "Cookie"
    assert "ETag" not in response


def test_a_member_at_an_address_that_never_was(bola):
    assert bola.client.get("/m/never/was/").status_code == 404
