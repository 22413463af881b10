from datetime import timedelta

import pytest
from django.utils import timezone

from network.people.actions.affiliation import affiliate, end_affiliation
from network.people.actions.shield import lower_shield, raise_shield
from network.people.models import Organisation, Shield, ShieldLevel
from network.people.signals import access_changed


@pytest.fixture
def announced():
    heard = []

    def hear(person_id, **kwargs):
        heard.append(person_id)

    access_changed.connect(hear, weak=False, dispatch_uid="test")
    yield heard
    access_changed.disconnect(dispatch_uid="test")


def test_maya_does_not_find_ada_in_lists_by_default(ada, maya, bola):
    assert maya.viewer.hidden_in_lists == {ada.person.pk}
    assert maya.viewer.hidden_everywhere == frozenset()
    assert bola.viewer.hidden_in_lists == frozenset()


def test_ada_may_hide_from_maya_everywhere(ada, maya, on_commit, announced):
    with on_commit():
        raise_shield(person=ada.person, level=ShieldLevel.EVERYWHERE, other=maya.person)

    assert maya.viewer.hidden_everywhere == {ada.person.pk}
    assert announced == [maya.person.pk]


def test_a_shield_raised_again_takes_the_new_level(ada, maya):
    employer = ada.person.affiliations.get().organisation

    raise_shield(person=ada.person, level=ShieldLevel.EVERYWHERE, organisation=employer)

    assert Shield.objects.get(person=ada.person).level == ShieldLevel.EVERYWHERE


def test_ada_may_be_seen_again(ada, maya, on_commit, announced):
    with on_commit():
        lower_shield(shield=ada.person.shields.get())

    assert maya.viewer.hidden_in_lists == frozenset()
    assert maya.person.pk in announced


def test_nobody_hides_from_themselves(ada):
    with pytest.raises(ValueError, match="one other person"):
        raise_shield(person=ada.person, other=ada.person)


def test_a_shield_has_exactly_one_direction(ada, maya):
    employer = ada.person.affiliations.get().organisation

    with pytest.raises(ValueError, match="one organisation"):
        raise_shield(person=ada.person, other=maya.person, organisation=employer)
    with pytest.raises(ValueError, match="one organisation"):
        raise_shield(person=ada.person)


@pytest.mark.parametrize(("days", "is_covered"), [(29, True), (31, False)])
def test_a_manager_who_leaves_stays_covered_for_thirty_days(ada, maya, days, is_covered):
    """Changing one's own organisation is no way round the shield (safety standard, L30)."""
    elsewhere = Organisation.objects.create(name="Elsewhere")
    end_affiliation(affiliation=maya.person.affiliations.get(), ended_on=timezone.localdate() - timedelta(days=days))
    affiliate(person=maya.person, organisation=elsewhere)

    assert (ada.person.pk in maya.viewer.hidden_in_lists) is is_covered


def test_colleagues_who_hide_from_each_other_still_see_themselves(ada):
    assert ada.person.pk not in ada.viewer.hidden_in_lists
