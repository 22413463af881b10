"""Measures and cases from before they remembered what they did: the appeal against them ends something."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from forum.casebook.actions.lifting import lift_measure
from forum.concerns.actions.measure import second_measure, take_measure
from forum.concerns.models import Concern, Measure
from forum.desk.actions.decision import BAR_MONTH, decide_case
from forum.desk.actions.report import report_message
from forum.desk.models import Case
from forum.spaces.actions.pause import pause_person
from forum.spaces.models import Pause
from forum.talk.rules import can_post
from network.access.viewer import viewer_of
from network.access.visible import can_see
from network.people.actions.role import grant_role
from network.people.models import Role
from tests.factories.forum import make_space, make_thread, say

WORDS = {"words": "Please rest a while", "reason": "Again"}


@pytest.fixture
def migrated():
    """Forgets what measures and cases did, and finds it again as the upgrade does."""

    def run():
        Case.objects.update(measure=None)
        Measure.objects.update(role=None, pause=None, owns_role=True)
        import_module("forum.concerns.migrations.0005_parts_and_whose_role").find_what_was_done(apps, None)
        import_module("forum.desk.migrations.0013_measures_of_earlier_cases").find_measures(apps, None)

    return run


def test_a_pause_is_found_and_another_one_is_not(ada, dina, leo, migrated):
    topic = make_thread(ada.viewer)
    measure = take_measure(by=dina.viewer, measure=Measure(kind="pause", person=ada.person, days=7, **WORDS))
    other = pause_person(by=dina.viewer, person=ada.person, span=timedelta(days=7), reason="For something else")
    migrated()

    measure.refresh_from_db()
    assert measure.pause == Pause.objects.exclude(pk=other.pk).get()
    lift_measure(by=leo, measure=measure)
    Pause.objects.filter(pk=other.pk).update(lifted_at=timezone.now())
    assert can_post(viewer_of(ada.person), topic)


@pytest.mark.parametrize("days", [30, None])
def test_a_bar_is_found(ada, dina, leo, lead, migrated, days):
    space = make_space()
    measure = Measure(kind="bar", person=ada.person, scope=space.public_id, days=days, **WORDS)
    measure = take_measure(by=dina.viewer, measure=measure)
    if days is None:
        measure = second_measure(by=leo, measure=measure, agrees=True)
    migrated()

    measure.refresh_from_db()
    assert measure.role == Role.objects.get(kind="barred") and measure.owns_role
    lift_measure(by=lead, measure=measure)
    assert can_see(viewer_of(ada.person), space)


def test_a_role_a_host_gave_before_is_the_hosts(ada, dina, leo, migrated):
    space = make_space()
    grant_role(person=ada.person, kind="barred", scope=space.public_id, by=None)
    measure = take_measure(
        by=dina.viewer, measure=Measure(kind="bar", person=ada.person, scope=space.public_id, **WORDS)
    )
    second_measure(by=leo, measure=measure, agrees=True)
    migrated()

    measure.refresh_from_db()
    assert measure.role is not None and not measure.owns_role


def test_a_case_finds_the_bar_that_came_with_it(ada, bola, dina, migrated):
    message = say(ada.viewer, make_thread(bola.viewer))
    facts = {"reason": "other", "words": "", "key": "5c9d3f4e-0d0a-4c39-8f0c-6b6f1c2b7a11"}
    case = report_message(by=bola.viewer, message=message, **facts).case
    decide_case(by=dina.viewer, case=case, decision=BAR_MONTH, reason="Again", words="Please rest a while")
    migrated()

    case.refresh_from_db()
    assert case.measure == Measure.objects.get(kind="bar")


def test_open_concerns_name_their_parts(ada, bola, concern_about):
    thread = concern_about(ada, by=bola)
    Concern.objects.update(parts="")

    import_module("forum.concerns.migrations.0005_parts_and_whose_role").note_parts(apps, None)

    thread.refresh_from_db()
    assert thread.parts == "title"
