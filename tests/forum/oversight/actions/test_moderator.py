"""Owners name moderators of one space, for a term and with a reason; the office ends with what it took."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from forum.concerns.actions.matter import claim_matter
from forum.desk.actions.report import report_message
from forum.oversight.actions.moderator import AlreadyModerates, Term, name_moderator, release_moderator
from forum.oversight.lists import roles_of_moderators
from network.access.audience import direct
from network.access.visible import Refused, can_see
from network.people.models import Role, RoleKind
from network.records.models import StaffAction
from tests.factories.forum import make_space, make_thread, say


def name(by, space, person, term=None):
    return name_moderator(by=by.viewer, space=space, person=person.person, term=term or Term(), reason="Asked by all")


def reported(author, by, space):
    message = say(author.viewer, make_thread(author.viewer, space))
    return report_message(by=by.viewer, message=message, reason="other", words="", key=uuid4()).case


def test_they_see_what_waits_in_their_space_and_nothing_of_another(ada, bola, cem, kemi):
    here, there = make_space("Here"), make_space("There")
    cases = [reported(ada, cem, space) for space in (here, there)]

    name(kemi, here, bola)

    assert [can_see(bola.viewer, case) for case in cases] == [True, False]
    assert bola.viewer.moderator_of == {here.public_id}


def test_naming_and_ending_are_in_the_log_with_their_reason(bola, kemi):
    role = name(kemi, make_space(), bola)
    release_moderator(by=kemi.viewer, role=role, reason="Her wish")

    lines = StaffAction.objects.filter(about_id=bola.person.pk).order_by("pk").values_list("by_id", "verb", "reason")
    assert list(lines) == [
        (kemi.person.pk, "granted_role", str(role)),
        (kemi.person.pk, "named_moderator", "Asked by all"),
        (kemi.person.pk, "ended_role", str(role)),
        (kemi.person.pk, "released_moderator", "Her wish"),
    ]


def test_only_owners_name_and_end_and_never_themselves(ada, bola, dina, finn, kemi):
    space = make_space()
    role = name(kemi, space, ada)

    for who in (bola, dina, finn):
        with pytest.raises(Refused):
            name(who, space, bola)
        with pytest.raises(Refused):
            release_moderator(by=who.viewer, role=role, reason="No")
    with pytest.raises(Refused, match="another owner"):
        name(kemi, space, kemi)


def test_nobody_is_named_for_a_private_conversation(bola, kemi):
    with pytest.raises(Refused):
        name(kemi, make_space("Between two", direct("abc")), bola)


def test_nobody_moderates_a_space_twice(bola, dina, kemi):
    space = make_space()
    name(kemi, space, bola)

    for who in (bola, dina):
        with pytest.raises(AlreadyModerates):
            name(kemi, space, who)
    assert Role.objects.filter(kind=RoleKind.MODERATOR, scope=space.public_id).count() == 1


def test_a_term_begins_and_ends_by_the_clock(ada, bola, cem, kemi):
    space, now = make_space(), timezone.now()
    case = reported(ada, cem, space)
    name(kemi, space, bola, Term(now + timedelta(days=1), now + timedelta(days=3)))

    seen = []
    for days in (0, 2, 4):
        with time_machine.travel(now + timedelta(days=days), tick=False):
            seen.append(can_see(bola.viewer, case))

    assert seen == [False, True, False]


def test_whoever_is_named_for_a_day_to_come_is_released_once_and_named_anew(bola, kemi):
    space, day = make_space(), timezone.now() + timedelta(days=10)
    role = name(kemi, space, bola, Term(day, day + timedelta(days=30)))

    for _ in range(2):
        release_moderator(by=kemi.viewer, role=role, reason="Her wish")

    assert StaffAction.objects.filter(verb="released_moderator").count() == 1
    assert not roles_of_moderators(kemi.viewer).exists()
    # Until the very instant at which the first term was to begin.
    name(kemi, space, bola, Term(None, day))
    assert bola.viewer.moderator_of == {space.public_id}


def test_what_they_have_taken_goes_back_when_it_ends(ada, bola, cem, dina, kemi, on_commit):
    space = make_space()
    role = name(kemi, space, bola)
    case = claim_matter(by=bola.viewer, matter=reported(ada, cem, space))

    with on_commit():
        release_moderator(by=kemi.viewer, role=role, reason="Her wish")

    case.refresh_from_db()
    assert (case.claimed_by, can_see(bola.viewer, case)) == (None, False)
    assert claim_matter(by=dina.viewer, matter=case).claimed_by == dina.person


def test_another_office_keeps_what_it_took(ada, bola, cem, dina, kemi, on_commit):
    case = claim_matter(by=dina.viewer, matter=reported(ada, cem, make_space()))

    with on_commit():
        name(kemi, make_space(), bola)

    case.refresh_from_db()
    assert case.claimed_by == dina.person
