import pytest
from django.urls import reverse

from tests.factories.forum import make_thread, say


@pytest.fixture
def names(lounge):
    return reverse("names", args=[lounge.public_id])


def test_names_come_as_they_are_written(bola, cem, lounge, names):
    say(cem.viewer, make_thread(bola.viewer, lounge))

    answer = bola.client.post(names, {"name": "ce"})

    assert answer.json() == {"names": [cem.person.name]}
    assert "no-store" in answer["Cache-Control"]


def test_a_name_stands_in_no_address(bola, names):
    assert bola.client.get(names, {"name": "ce"}).status_code == 405


def test_what_was_typed_has_a_bound(bola, names):
    assert bola.client.post(names, {"name": "c" * 60}).status_code == 200
    assert bola.client.post(names, {"name": "c" * 61}).status_code == 422
    assert bola.client.post(names).status_code == 422


def test_nobody_reads_names_in_bulk(bola, ada, names):
    answers = [bola.client.post(names, {"name": "c"}).status_code for _ in range(121)]

    assert answers == [200] * 120 + [429]
    assert ada.client.post(names, {"name": "c"}).status_code == 200
