"""Every page of the account is drawn by us, under the policy that allows no inline script or style."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

from network.people.demo import PASSWORD

OUTSIDE = ["/accounts/login/", "/accounts/login/code/", "/accounts/password/reset/", "/accounts/inactive/"]
INSIDE = [
    "/accounts/",
    "/accounts/email/",
    "/accounts/password/change/",
    "/accounts/sessions/",
    "/accounts/logout/",
    "/accounts/reauthenticate/",
    "/accounts/2fa/",
    "/accounts/2fa/webauthn/",
    "/accounts/2fa/webauthn/add/",
    "/accounts/2fa/totp/deactivate/",
    "/accounts/2fa/reauthenticate/",
]
INLINE = re.compile(r"<style|\sstyle=|\son\w+=|<script(?![^>]*(?:\ssrc=|type=\"application/json\"))")
FIRST_LINES = [
    path.relative_to(settings.ROOT / "templates").as_posix()
    for folder in ("account", "mfa")
    for path in sorted((settings.ROOT / "templates" / folder / "email").glob("*_subject.txt"))
]


def ours(response) -> bool:
    return Path(response.templates[0].origin.name).is_relative_to(settings.ROOT / "templates")


@pytest.mark.parametrize("path", OUTSIDE)
def test_outside(outsider, db, path):
    response = outsider.client.get(path)

    assert (response.status_code, ours(response)) == (200, True)
    assert not INLINE.search(response.content.decode())


@pytest.mark.parametrize("path", INSIDE)
def test_inside(ada, path):
    ada.client.post("/accounts/reauthenticate/", {"password": PASSWORD})

    response = ada.client.get(path)

    assert (response.status_code, ours(response)) == (200, True)
    assert not INLINE.search(response.content.decode())
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("name", FIRST_LINES)
def test_every_letter_is_short_and_plain(ada, name):
    told = {"code": "482917", "base_url": "https://bali.example", "email": ada.person.email, "user": ada.person}
    subject = get_template(name).render(told).strip()
    text = get_template(name.replace("_subject", "_message")).render(told)

    assert "\n" not in subject
    assert len(subject) <= 60
    assert len(text.split()) < 100
    assert "<" not in text
    assert ada.person.name not in subject + text
