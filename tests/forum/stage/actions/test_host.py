"""Who leads a talk."""

import pytest

from forum.stage.actions.host import NotAReader, name_host, release_host
from forum.stage.models import Host, Part
from forum.stage.rules import can_host
from network.access.visible import Refused
from tests.factories.stage import anew


def test_the_chair_leads_and_the_panel_is_shown(talk, finn, ada, bola):
    name_host(by=finn.viewer, sitting=talk, person=bola.person, part=Part.PANEL)

    assert can_host(ada.viewer, anew(talk)) and not can_host(bola.viewer, anew(talk))
    shown = Host.objects.visible_to(bola.viewer).in_order()
    assert [(host.person, host.part) for host in shown] == [(ada.person, "chair"), (bola.person, "panel")]


def test_whoever_is_released_or_moved_to_the_panel_leads_no_more(talk, finn, ada, bola):
    name_host(by=finn.viewer, sitting=talk, person=bola.person, part=Part.CHAIR)
    name_host(by=finn.viewer, sitting=talk, person=bola.person, part=Part.PANEL)
    release_host(by=finn.viewer, sitting=talk, person=ada.person)

    assert not can_host(ada.viewer, anew(talk)) and not can_host(bola.viewer, anew(talk))
    assert [host.person for host in Host.objects.all()] == [bola.person]


def test_it_opens_no_door(talk, finn, maya):
    with pytest.raises(NotAReader):
        name_host(by=finn.viewer, sitting=talk, person=maya.person, part=Part.CHAIR)


def test_a_chair_names_no_other(talk, ada, bola):
    with pytest.raises(Refused):
        name_host(by=ada.viewer, sitting=talk, person=bola.person, part=Part.CHAIR)


def test_who_hides_in_lists_is_not_shown_on_the_panel(talk, ada, bola, hides):
    hides(ada, bola)

    assert not Host.objects.visible_to(bola.viewer).exists()


def test_an_office_that_has_no_seat_leads_nothing(talk, dina, finn):
    assert not can_host(dina.viewer, anew(talk)) and not can_host(finn.viewer, anew(talk))
