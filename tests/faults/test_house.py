"""The tools of the fault tests themselves: what is committed here is seen there, and a kill is a kill."""

import urllib.request

import pytest
from django.conf import settings

from network.people.models import User
from tests.running import session_cookie


def ask(web, path: str, cookie: str = "") -> int:
    headers = {"Cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}"}
    with urllib.request.urlopen(urllib.request.Request(web.url + path, headers=headers), timeout=20) as answer:
        return answer.status


def test_a_session_made_here_opens_the_door_there(house, ada):
    web = house.start_web()

    assert ask(web, "/m/", session_cookie(ada.person)) == 200


def test_a_killed_process_answers_no_more(house):
    web, other = house.start_web(), house.start_web()

    house.kill(web)

    assert ask(other, "/readyz") == 200
    with pytest.raises(OSError):
        ask(web, "/readyz")


def test_threads_start_together_and_commit(db, at_once):
    def sign_up(number: int) -> str:
        return User.objects.create_user(f"{number}@crowd.example", f"Person {number}").name

    made = at_once([lambda number=number: sign_up(number) for number in range(8)])

    assert sorted(made) == sorted(User.objects.values_list("name", flat=True))
