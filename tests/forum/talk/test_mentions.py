"""Who is called by a name after an @, and who is offered while it is typed."""

import pytest

from forum.talk.mentions import MOST_MENTIONED, MOST_OFFERED, calls_in, mentioned_in, names_for, speaks_of
from network.access.audience import direct
from network.directory.actions.profile import ensure_profile
from network.people.actions.role import grant_role
from network.people.actions.shield import raise_shield
from network.people.models import RoleKind, ShieldLevel
from tests.factories.forum import make_space, make_thread, say
from tests.factories.network import make_people, make_person


def listed(person, to="members"):
    profile = ensure_profile(person=person)
    profile.is_listed, profile.listed_to = True, to
    profile.save()
    return person


@pytest.mark.parametrize(
    ("body", "calls"),
    [
        ("@Ada Okoro, hello", [" ada okoro hello "]),
        ("Hello @ADA\nand @Cem", [" ada ", " cem "]),
        ("write to ada@example.org or @ nobody", []),
        ("> @Ada said so\n`@Cem`\n```\n@Bola\n```\n(@Dina)", [" dina "]),
        ("@Ada @Ada", [" ada "]),
    ],
)
def test_what_counts_as_calling(body, calls):
    assert calls_in(body) == calls


def test_a_wall_of_calls_is_bounded():
    assert len(calls_in(" ".join(f"@a{number}" for number in range(900)))) == 50


def test_one_is_called_by_the_whole_name_however_it_is_typed(bola, lounge):
    zoe = make_person("Zoë Anne O’Brien")

    for body in ("@Zoë Anne O’Brien", "thanks @zoe anne o'brien, all", "(@ZOE-ANNE O BRIEN)"):
        assert mentioned_in(body, bola.viewer, lounge) == [zoe.pk]
        assert speaks_of(body, zoe.name)
    for body in ("@Zoë", "@Zoë Anne", "@Zoë Anne O’Briens", "Zoë Anne O’Brien", "@all", "@everyone"):
        assert mentioned_in(body, bola.viewer, lounge) == []
        assert not speaks_of(body, zoe.name)


def test_the_longest_name_is_meant_and_a_name_of_two_is_nobodys(bola, lounge):
    short, long = make_person("Sam Lee"), make_person("Sam Lee Wood")

    assert mentioned_in("@Sam Lee Wood and @Sam Lee", bola.viewer, lounge) == [long.pk, short.pk]
    make_person("sam lee")
    assert mentioned_in("@Sam Lee Wood and @Sam Lee", bola.viewer, lounge) == [long.pk]


def test_nobody_is_called_who_does_not_read_there_or_hides_in_lists(ada, bola, cem, maya, lounge, alumni_room):
    for who, body, space in ((ada, cem, alumni_room), (maya, ada, lounge), (bola, bola, lounge)):
        assert mentioned_in(f"@{body.person.name}", who.viewer, space) == []
    assert mentioned_in(f"@{ada.person.name}", bola.viewer, lounge) == [ada.person.pk]


def test_at_most_ten_are_called_in_one_query(bola, lounge, django_assert_num_queries):
    people = [make_person(f"Guest Nr{number}") for number in range(MOST_MENTIONED + 1)]
    viewer = bola.viewer

    for many in (1, MOST_MENTIONED, MOST_MENTIONED + 1):
        body = " and ".join(f"@{person.name}" for person in people[:many])
        with django_assert_num_queries(1):
            found = mentioned_in(body, viewer, lounge)
        assert found == [person.pk for person in people[: min(many, MOST_MENTIONED)]]
    with django_assert_num_queries(0):
        assert mentioned_in("Nobody in particular", viewer, lounge) == []


def test_names_are_offered_from_the_beginning_of_any_part(bola, lounge):
    zoe = listed(make_person("Zoë Anne O’Brien"))

    for typed in ("z", "ZOE", "an", "anne o", "o'b", "brien"):
        assert names_for(bola.viewer, lounge, typed) == [zoe.name]
    for typed in ("", " ", "o ann", "rien", "%", "_", "zoe x"):
        assert names_for(bola.viewer, lounge, typed) == []


def test_reading_along_is_no_consent_to_be_found(ada, bola, cem, lounge):
    person = make_person("Quiet Reader")
    thread = make_thread(bola.viewer, lounge)
    assert names_for(cem.viewer, lounge, "quiet") == []

    listed(person, to="alumni")
    assert names_for(cem.viewer, lounge, "quiet") == []
    assert names_for(ada.viewer, lounge, "quiet") == [person.name]

    # Whoever has spoken is known there, and nowhere else.
    say(cem.viewer, thread)
    assert names_for(bola.viewer, lounge, "cem") == [cem.person.name]
    assert names_for(bola.viewer, make_space(), "cem") == []


def test_in_a_private_conversation_everybody_in_it_is_known(bola, cem):
    space = make_space(audience="direct:pending")
    space.audience = direct(space.public_id)
    space.save()
    for who in (bola, cem):
        grant_role(person=who.person, kind=RoleKind.CORRESPONDENT, scope=space.public_id, by=None)

    assert names_for(bola.viewer, space, "c") == [cem.person.name]


def test_whoever_hides_or_does_not_read_there_is_not_offered(ada, bola, cem, maya, lounge, alumni_room):
    for who in (ada, bola, cem):
        listed(who.person)
        say(who.viewer, make_thread(who.viewer, lounge))
    raise_shield(person=cem.person, level=ShieldLevel.LISTS, other=bola.person)

    assert names_for(maya.viewer, lounge, "ada") == []
    assert names_for(bola.viewer, lounge, "cem") == []
    assert names_for(bola.viewer, lounge, "bola") == []
    assert names_for(ada.viewer, alumni_room, "bola") == []
    assert names_for(ada.viewer, lounge, "bola") == [bola.person.name]


def test_at_most_eight_in_one_query(bola, lounge, django_assert_num_queries):
    viewer = bola.viewer
    for many, expected in ((1, 1), (9, MOST_OFFERED)):
        for person in make_people(many, name=f"Crowd{many} Person"):
            listed(person)
        with django_assert_num_queries(1):
            assert len(names_for(viewer, lounge, f"crowd{many}")) == expected
