from collections import Counter
from datetime import date

from django.core.management import call_command

from network.people.actions.organisation import load_authorities
from network.people.models import Organisation

COUNTS = {
    "North East": 12,
    "North West": 24,
    "Yorkshire and the Humber": 15,
    "East Midlands": 10,
    "West Midlands": 14,
    "Eastern": 11,
    "Greater London": 33,
    "South East": 19,
    "South West": 15,
}


def test_the_153_authorities_stand_in_their_adcs_regions(db):
    load_authorities()

    standing = Organisation.objects.authorities().standing_on(date(2026, 11, 22))

    assert Counter(standing.values_list("region", flat=True)) == COUNTS
    assert standing.count() == 153


def test_an_operator_loads_them_by_command(db, capsys):
    call_command("load_authorities")

    assert "153 authorities" in capsys.readouterr().out
    assert Organisation.objects.authorities().exists()


def test_loading_twice_doubles_nothing(db):
    load_authorities()
    before = Organisation.objects.count()

    load_authorities()

    assert Organisation.objects.count() == before


def test_a_former_authority_names_its_successors(db):
    load_authorities()

    bedfordshire = Organisation.objects.get(name="Bedfordshire")

    assert bedfordshire.ended_on == date(2009, 3, 31)
    assert bedfordshire.successors.count() == 2


def test_an_alias_finds_its_authorities(db):
    load_authorities()

    found = Organisation.objects.named("afc").values_list("name", flat=True)

    assert sorted(found) == ["Kingston upon Thames", "Richmond upon Thames", "Windsor and Maidenhead"]
