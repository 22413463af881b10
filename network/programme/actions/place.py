"""Offering places, answering them, and completing a cohort: the ways to the roles of participant and alumna."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from network.access.viewer import Viewer
from network.access.visible import require
from network.people.actions.role import end_role, grant_role
from network.people.models import Role, RoleKind, User
from network.programme.models import Cohort, Completion, Place, PlaceState
from network.programme.rules import can_run_programmes
from network.programme.signals import place_taken
from network.records.actions.log import record_staff_action


class CohortFull(Exception):
    """Every place of the cohort is taken."""


def offer_place(*, by: Viewer, cohort: Cohort, person: User, is_funded: bool = True) -> Place:
    """Offer somebody a place. Raises CohortFull when offers and acceptances already fill the cohort."""
    require(can_run_programmes(by))
    with transaction.atomic():
        Cohort.objects.select_for_update().get(pk=cohort.pk)
        taken = cohort.places.exclude(state=PlaceState.RELEASED).exclude(person=person).count()
        if taken >= cohort.capacity:
            raise CohortFull
        place, _ = Place.objects.get_or_create(cohort=cohort, person=person, defaults={"is_funded": is_funded})
        record_staff_action(by=by, verb="offered_place", about_id=person.pk)
    return place


def accept_place(*, by: Viewer, place: Place) -> Place:
    """Take one's place: the role of participant begins. Accepted twice, it is accepted once."""
    require(by.person_id == place.person_id and place.state != PlaceState.RELEASED)
    with transaction.atomic():
        offered = Place.objects.filter(pk=place.pk, state=PlaceState.OFFERED)
        if not offered.update(state=PlaceState.ACCEPTED, answered_at=timezone.now()):
            # Not offered any more: accepted before, or released since it was looked at.
            place.refresh_from_db(fields=["state"])
            require(place.state == PlaceState.ACCEPTED)
        code = place.cohort.code
        grant_role(person=place.person, kind=RoleKind.PARTICIPANT, scope=code, by=None)
        transaction.on_commit(lambda: place_taken.send_robust(Place, code=code) and None, robust=True)
    place.refresh_from_db()
    return place


def confirm_completion(
    *, by: Viewer, person: User, cohort: Cohort, completed_on: date | None = None, evidence: str = "attended day 3"
) -> Completion:
    """Day 3 was attended, or the office confirms it: the participant becomes an alumna (rule 7 of the domain)."""
    require(can_run_programmes(by))
    with transaction.atomic():
        completion, _ = Completion.objects.get_or_create(
            person=person,
            cohort=cohort,
            defaults={"completed_on": completed_on or timezone.localdate(), "evidence": evidence},
        )
        grant_role(person=person, kind=RoleKind.ALUMNA, scope=cohort.code, by=None)
        for role in Role.objects.filter(person=person, kind=RoleKind.PARTICIPANT, scope=cohort.code).current():
            end_role(role=role, by=None)
        record_staff_action(by=by, verb="confirmed_completion", about_id=person.pk)
    return completion
