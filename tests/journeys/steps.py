"""Steps several journeys share."""

import email
import re
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.running import House

# What tells apart those whom journeys make, in whatever order they run: they share a house.
numbers = count(1)
BETWEEN_MAILS = "-" * 79
NEW_MEMBER = """
from datetime import timedelta
from django.utils import timezone
from allauth.account.models import EmailAddress
from network.people.actions.role import grant_role
from network.people.models import User
person = User.objects.create_user("{address}", "{name}", "{password}")
EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
grant_role(person=person, kind="{kind}", by=None, starts_at=timezone.now() - timedelta(days=30))
"""
SIGNED_IN = """
from tests.running import session_cookie
print(session_cookie(person))
"""
PASSWORD = "a chair by the window"
NEW_EVENT = """
from tests.factories.events import make_event
print(make_event("{title}", capacity={seats}).public_id)
"""


def until(look: Callable[[], Any], seconds: float = 20) -> Any:
    """Look again and again until there is something. Raises TimeoutError."""
    end = time.monotonic() + seconds
    while not (found := look()):
        if time.monotonic() > end:
            raise TimeoutError("nothing came")
        time.sleep(0.1)
    return found


def make_member(house: House, *, address: str, name: str) -> None:
    """An ally of one journey alone: what she does disturbs nobody else's. She signs in by herself."""
    facts = {"address": address, "name": name, "password": PASSWORD, "kind": "ally"}
    house.manage("shell", "-v", "0", "-c", NEW_MEMBER.format(**facts))


def make_signed_in(house: House, *, name: str, kind: str = "ally") -> str:
    """Somebody new with this role, signed in with a second factor. Gives the session's cookie."""
    facts = {"address": f"{name.lower()}@elsewhere.example", "name": name, "password": PASSWORD, "kind": kind}
    return house.manage("shell", "-v", "0", "-c", NEW_MEMBER.format(**facts) + SIGNED_IN).split()[-1]


def make_event(house: House, *, title: str, seats: int) -> str:
    """A members' event in a week's time, whatever today is. Gives its address."""
    said = house.manage("shell", "-v", "0", "-c", NEW_EVENT.format(title=title, seats=seats))
    return f"/m/e/{said.split()[-1]}/"


def letters_to(house: House, address: str) -> list[str]:
    """The words of every mail to somebody, the oldest first."""
    files = sorted(Path(house.folder / "mail").glob("*.log"), key=lambda path: path.stat().st_mtime)
    mails = [email.message_from_string(text) for path in files for text in path.read_text().split(BETWEEN_MAILS)]
    return [_words(mail) for mail in mails if address in str(mail["To"])]


def _words(mail: email.message.Message) -> str:
    parts = [part for part in mail.walk() if part.get_content_type() == "text/plain"]
    return "\n".join((part.get_payload(decode=True) or b"").decode() for part in parts)


def code_for(house: House, address: str) -> str:
    """The six digits, as they are written, of the newest mail to somebody."""
    codes = until(lambda: re.findall(r"\b\d{3} ?\d{3}\b", "\n".join(letters_to(house, address))))
    return codes[-1]


def fill(page: Page, **fields: str) -> None:
    """Answer the questions of a page by the names of their fields, and go on."""
    for name, words in fields.items():
        page.locator(f"main [name={name}]").fill(words)
    page.get_by_role("button", name="Continue").click()


def sign_in_with_password(page: Page, address: str) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Email", exact=True).fill(address)
    page.get_by_label("Use my password").check()
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def open_thread(page: Page, title: str, first_words: str) -> str:
    """Begin a thread in the first space all members share. Gives its address."""
    page.goto("/m/discussions/")
    page.get_by_role("link", name="Start a thread").click()
    page.locator("main a[href^='/m/s/'][href$='/threads/new/']").first.click()
    page.locator("main [name=title]").fill(title)
    page.locator("main [name=body]").fill(first_words)
    page.locator("main form button[type=submit]").first.click()
    expect(page.get_by_role("log")).to_be_visible()
    return page.url.split("#")[0].split("?")[0]


def said(page: Page) -> Locator:
    """The words in a thread, in their order."""
    return page.locator("[role=log] [data-body]")


def say(page: Page, words: str) -> None:
    page.get_by_label("Your message").fill(words)
    page.get_by_role("button", name="Send").click()
