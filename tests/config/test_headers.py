"""Headers of every answer, the CMS's own policy, and what is squeezed."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from config.compression import PLAIN, compression
from config.headers import cms_policy
from tests.house.source import ROOT


def test_every_answer_stays_with_this_origin(client, db):
    assert client.get("/accounts/login/")["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("path", ["/healthz", "/accounts/login/", "/m/", "/never-was/", "/static/img/mark.svg"])
def test_every_answer_bears_every_header(client, db, path):
    answer = client.get(path)

    assert "frame-ancestors 'none'" in answer["Content-Security-Policy"]
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cross-Origin-Opener-Policy"] == answer["Cross-Origin-Resource-Policy"] == "same-origin"


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


def test_the_proxy_leaves_plain_what_the_site_does():
    lines = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8").splitlines()
    [left_out] = [line.split() for line in lines if "@everybody not path" in line]

    assert {f"{folder}*" for folder in PLAIN} <= set(left_out)
    assert "encode @everybody zstd gzip" in {line.strip() for line in lines}


def test_the_proxy_writes_nobodys_address_down():
    lines = {line.strip() for line in (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8").splitlines()}

    assert "exclude http.log.error" in lines and not any(line.startswith("output ") for line in lines)
