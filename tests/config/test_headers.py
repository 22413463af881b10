"""Headers of every answer, the CMS's own policy, and what is squeezed."""

from django.http import HttpResponse
from django.test import RequestFactory

from config.compression import compression
from config.headers import cms_policy


def test_every_answer_stays_with_this_origin(client, db):
    assert client.get("/accounts/login/")["Cross-Origin-Resource-Policy"] == "same-origin"


def test_members_and_sign_in_are_not_for_indexes(client, db):
    found = {path: client.get(path).get("X-Robots-Tag", "") for path in ("/m/", "/accounts/login/", "/healthz")}

    assert found == {"/m/": "noindex, nofollow", "/accounts/login/": "noindex, nofollow", "/healthz": ""}


def test_only_the_cms_may_carry_scripts_of_its_own(client, db):
    strict = client.get("/accounts/login/")["Content-Security-Policy"]
    editor = cms_policy(lambda request: HttpResponse())(RequestFactory().get("/cms/"))

    assert "unsafe-inline" not in strict and "default-src 'none'" in strict
    assert "'unsafe-inline'" in editor._csp_replace["script-src"]


def squeezed(path):
    page = RequestFactory().get(path, headers={"accept-encoding": "gzip"})
    return compression(lambda request: HttpResponse("seats " * 200))(page).get("Content-Encoding", "")


def test_public_pages_are_squeezed_and_members_never():
    assert {squeezed(path) for path in ("/", "/blog/", "/events/")} == {"gzip"}
    assert {squeezed(path) for path in ("/m/", "/accounts/login/", "/join/")} == {""}
