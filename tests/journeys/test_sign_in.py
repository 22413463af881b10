"""Every way in, by hand: password, passkey and authenticator, with and without script, under the content policy."""

import pytest

from tests.journeys.steps import numbers

PASSWORD = "a chair by the window"
MAKE = f"""
from allauth.account.models import EmailAddress
from network.people.actions.role import grant_role
from network.people.models import User
person = User.objects.create_user("{{address}}", "Jo", "{PASSWORD}")
EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
grant_role(person=person, kind="ally", by=None)
"""
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def jo(house) -> str:
    """Somebody of this journey alone: what she changes ends nobody else's session, and a passkey asks nobody else."""
    address = f"journey{next(numbers)}@elsewhere.example"
    house.manage("shell", "-c", MAKE.format(address=address))
    return address


def with_password(page, address: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Email", exact=True).fill(address)
    page.get_by_label("Use my password").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_a_password_without_script(open_as, house_url, jo):
    page = open_as("outsider", java_script_enabled=False)

    with_password(page, jo)

    assert page.url == f"{house_url}/m/"


def test_a_passkey_is_added_and_opens_the_door(open_as, house_url, jo):
    page = open_as("outsider")
    complaints = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    with_password(page, jo)

    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url("**/recovery-codes/")
    page.goto("/accounts/")
    page.get_by_role("button", name="Sign out").click()
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/m/")

    assert page.url == f"{house_url}/m/"
    assert complaints == []
