"""A visitor who answers every question of joining."""

import re

from django.test import Client

from network.jobs.worker import run_jobs

ALLY = {
    "name": {"name": "Ruth  Ainsley"},
    "address": {"email": "Ruth@Example.org"},
    "work": {"organisation": "Leeds", "role_title": "Director of people"},
    "why": {"why": "I sign off every senior appointment here."},
    "pledge": {
        "verb": "advocate",
        "action": "Ask to see who was longlisted before I sign",
        "for_whom": "applicants from the Global Majority",
        "by_when": "31/10/2027",
        "how_known": "The forms carry a line for it",
    },
    "rules": {"rules": "on", "privacy": "on"},
}
ALUMNI = {
    "name": {"name": "Amina Yusuf"},
    "address": {"email": "amina@roster.example"},
    "cohort": {"cohort": "11", "organisation": "Croydon"},
    "rules": {"rules": "on", "privacy": "on"},
}


def answer_all(client: Client, way: str, pages: dict, **changes) -> None:
    for step, told in (pages | changes).items():
        response = client.post(f"/join/{way}/{step}/", told)
        assert response.status_code == 302, (step, response.content.decode())


def key_of(response) -> str:
    return re.search(r'name="key" value="([^"]+)"', response.content.decode())[1]


def send(client: Client, way: str):
    return client.post(f"/join/{way}/check/", {"key": key_of(client.get(f"/join/{way}/check/"))})


def code_in(mail) -> str:
    return re.search(r"\b[A-Z0-9]{3}-?[A-Z0-9]{3}\b|\b\d{6}\b|\b\d{3} \d{3}\b", mail.body)[0]


def sign_in_by_code(client: Client, mailoutbox, email: str = "ruth@example.org") -> None:
    asked = client.post("/accounts/login/code/", {"email": email})
    run_jobs()
    client.post(asked.url, {"code": code_in(mailoutbox[-1])})
