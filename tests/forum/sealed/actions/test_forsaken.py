"""A request whose asker holds no office any more."""

import pytest

from forum.sealed.actions.opening import ask_for_opening, open_seal
from forum.sealed.models import Opening
from network.access.visible import Refused
from network.people.actions.role import end_role
from network.people.models import Role

WHY = {"reason": "life", "words": "She writes that she will not live."}


def anew(opening):
    return Opening.objects.select_related("seal", "asked_by").get(pk=opening.pk)


def without_office(viewer):
    for role in Role.objects.current().filter(person_id=viewer.person_id):
        end_role(role=role, by=None)


def test_an_owner_who_is_one_no_more_does_not_count_as_one_of_the_two(moderator, owner, seal):
    opening = ask_for_opening(by=owner, seal=seal, **WHY)
    without_office(owner)

    with pytest.raises(Refused):
        open_seal(by=moderator, opening=anew(opening))


def test_a_request_of_somebody_without_an_office_is_nobodys_and_stands_in_no_ones_way(dina, moderator, owner, seal):
    forsaken = ask_for_opening(by=moderator, seal=seal, **WHY)
    without_office(moderator)

    with pytest.raises(Refused):
        open_seal(by=owner, opening=anew(forsaken))

    assert open_seal(by=owner, opening=ask_for_opening(by=dina.viewer, seal=seal, **WHY)).state == "opened"
    assert anew(forsaken).state == "refused"
