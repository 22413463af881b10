import pytest

from forum.spaces.actions.space import Manner, change_manner
from forum.spaces.actions.steward import NotAReader, name_steward, release_steward
from forum.spaces.models import SpaceMode
from forum.spaces.readers import stewards, stewards_seen_by
from forum.talk.actions.thread import close_thread
from network.access.audience import ALUMNI
from network.access.visible import Refused
from network.people.actions.role import end_role, grant_role
from network.people.actions.shield import raise_shield
from network.people.models import RoleKind, ShieldLevel
from network.records.models import StaffAction
from tests.factories.forum import make_space, make_thread


@pytest.fixture
def kept(ada, dina):
    """A space of all members that Ada keeps."""
    space = make_space()
    name_steward(by=dina.viewer, space=space, person=ada.person)
    return space


def test_a_steward_changes_the_manner_and_closes_threads_there_alone(ada, bola, kept):
    here, elsewhere = make_thread(bola.viewer, kept), make_thread(bola.viewer)

    assert change_manner(by=ada.viewer, space=kept, manner=Manner(slow_seconds=30)).slow_seconds == 30
    assert close_thread(by=ada.viewer, thread=here).is_closed
    with pytest.raises(Refused):
        change_manner(by=ada.viewer, space=elsewhere.space, manner=Manner(mode=SpaceMode.READ_ONLY))
    with pytest.raises(Refused):
        close_thread(by=ada.viewer, thread=elsewhere)


def test_a_steward_neither_begins_nor_ends_that_allies_listen_and_moderators_do(ada, dina, kept):
    for is_listening in (True, False):
        with pytest.raises(Refused, match="Only moderators"):
            change_manner(by=ada.viewer, space=kept, manner=Manner(is_listening=is_listening))
        changed = change_manner(by=dina.viewer, space=kept, manner=Manner(is_listening=is_listening))
        assert changed.is_listening is is_listening
        assert change_manner(by=ada.viewer, space=kept, manner=Manner(is_listening=is_listening, slow_seconds=30))


def test_a_steward_has_no_desk_and_sees_no_more_than_before(ada, bola, dina):
    before = bola.viewer
    name_steward(by=dina.viewer, space=make_space(), person=bola.person)

    assert not bola.viewer.is_staff
    assert bola.viewer.audiences == before.audiences


def test_only_moderators_and_owners_name_and_release(ada, bola, cem, eve, efe, finn, kept):
    for who in (ada, bola, eve, efe, finn):
        with pytest.raises(Refused):
            name_steward(by=who.viewer, space=kept, person=cem.person)
        with pytest.raises(Refused):
            release_steward(by=who.viewer, space=kept, person=ada.person)
    grant_role(person=finn.person, kind=RoleKind.OWNER, by=None)

    assert name_steward(by=finn.viewer, space=kept, person=cem.person).scope == kept.public_id


def test_a_steward_reads_the_space_already(bola, dina):
    with pytest.raises(NotAReader):
        name_steward(by=dina.viewer, space=make_space(audience=ALUMNI), person=bola.person)


def test_named_twice_one_is_a_steward_once_and_released_at_once(ada, dina, kept):
    name_steward(by=dina.viewer, space=kept, person=ada.person)
    assert stewards(kept).count() == 1

    release_steward(by=dina.viewer, space=kept, person=ada.person)

    assert ada.viewer.steward_of == frozenset()
    with pytest.raises(Refused):
        change_manner(by=ada.viewer, space=kept, manner=Manner())


def test_whoever_reads_no_more_keeps_no_more(ada, kept):
    end_role(role=ada.person.roles.get(kind=RoleKind.ALUMNA), by=None)

    with pytest.raises(Refused):
        change_manner(by=ada.viewer, space=kept, manner=Manner())


def test_both_are_in_the_staff_log(ada, dina, kept):
    release_steward(by=dina.viewer, space=kept, person=ada.person)

    lines = StaffAction.objects.filter(about_id=ada.person.pk, by_id=dina.person.pk).order_by("pk")
    assert [(line.verb, line.reason) for line in lines] == [
        ("granted_role", f"steward {kept.public_id}"),
        ("ended_role", f"steward {kept.public_id}"),
    ]


def test_a_shielded_steward_is_named_to_others_alone(ada, bola, maya, kept):
    raise_shield(person=ada.person, level=ShieldLevel.LISTS, other=maya.person)

    assert stewards_seen_by(bola.viewer, kept) == [ada.person]
    assert stewards_seen_by(maya.viewer, kept) == []
