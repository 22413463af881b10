"""Hiding, in plain words, and being seen again."""

import pytest

from network.people.models import Shield
from tests.factories.network import make_authority


def test_ada_is_told_what_everywhere_does(ada):
    page = ada.client.get("/m/you/shield/").content.decode()

    assert "Croydon" in page and "A conversation they read goes on without you" in page


def test_ada_hides_from_another_authority(ada, dina, listed):
    listed(ada)
    luton = make_authority("Luton")
    before = dina.client.get("/m/people/").content.decode()

    response = ada.client.post("/m/you/shield/", {"organisation": luton.pk, "level": "everywhere"})

    after = dina.client.get("/m/people/").content.decode()
    assert response.url == "/m/you/shield/"
    assert "Ada Okafor-Lynch" in before and "Ada Okafor-Lynch" not in after


def test_ada_lets_her_colleagues_find_her(ada, maya, listed):
    listed(ada)
    shield = Shield.objects.get(person=ada.person)

    ada.client.post(f"/m/you/shield/{shield.pk}/lowering/")

    assert "Ada Okafor-Lynch" in maya.client.get("/m/people/").content.decode()


def test_nobody_lowers_another_s_shield(ada, bola):
    shield = Shield.objects.get(person=ada.person)

    response = bola.client.post(f"/m/you/shield/{shield.pk}/lowering/")

    assert response.status_code == 404
    assert Shield.objects.filter(pk=shield.pk).exists()


@pytest.mark.parametrize("posted", [{}, {"organisation": "0", "level": "lists"}, {"level": "lists"}])
def test_a_shield_needs_somebody_to_hide_from(ada, posted):
    assert ada.client.post("/m/you/shield/", posted).status_code == 422
