import pytest
from django.urls import reverse

from forum.spaces.models import Space
from tests.factories.forum import make_space

WORDS = {"mode": "everybody", "slow_seconds": "0"}


def post(who, space, **words):
    return who.client.post(reverse("space_settings", args=[space.public_id]), WORDS | words)


def test_a_space_looks_first_and_delays_as_its_settings_say(ada, dina):
    space = make_space()

    assert post(dina, space, approves_first="on", delay_seconds="60").status_code == 302

    kept = Space.objects.get()
    assert (kept.approves_first, kept.delay_seconds) == (True, 60)
    page = ada.client.get(reverse("space", args=[space.public_id])).text
    assert "Messages are looked at first" in page and "Messages are posted after 60 seconds" in page


@pytest.mark.parametrize(
    "seconds, status, kept",
    [("", 302, 0), ("0", 302, 0), ("60", 302, 60), ("61", 422, 5), ("-1", 422, 5), ("x", 422, 5)],
)
def test_the_bounds_of_a_delay(dina, seconds, status, kept):
    space = make_space(delay_seconds=5)

    assert post(dina, space, delay_seconds=seconds).status_code == status
    assert Space.objects.get().delay_seconds == kept
