import re
from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from forum.spaces.actions.steward import name_steward
from forum.spaces.models import Space, SpaceMode
from network.people.models import Organisation
from network.programme.models import Cohort, Programme
from tests.factories.forum import make_space, make_thread


def settings_of(space):
    return reverse("space_settings", args=[space.public_id])


def page_of(space):
    return reverse("space", args=[space.public_id])


def test_whoever_runs_a_space_finds_its_settings_from_its_page(ada, dina):
    space = make_space()

    assert settings_of(space) in dina.client.get(page_of(space)).text
    assert settings_of(space) not in ada.client.get(page_of(space)).text


def test_the_settings_show_what_holds_and_keep_what_is_chosen(dina):
    space = make_space(mode=SpaceMode.ANNOUNCEMENTS, slow_seconds=45, opens_at=datetime(2026, 7, 4, 11, 45, tzinfo=UTC))

    shown = dina.client.get(settings_of(space)).text
    words = {"mode": "everybody", "is_listening": "on", "slow_seconds": "30", "closes_at": "2026-07-04T17:30"}
    answer = dina.client.post(settings_of(space), words)

    assert re.findall(r'value="(\w+)"[^>]*checked', shown) == ["announcements"]
    assert 'value="45"' in shown and 'value="2026-07-04T12:45"' in shown
    assert answer["Location"] == page_of(space)
    kept = Space.objects.get()
    assert (kept.mode, kept.is_listening, kept.slow_seconds, kept.opens_at) == ("everybody", True, 30, None)
    assert kept.closes_at == datetime(2026, 7, 4, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "field, value, said",
    [
        ("mode", "whoever", "whoever is not one of the available choices"),
        ("mode", "", "Choose who writes here"),
        ("slow_seconds", "-1", "Give 0 seconds or more"),
        ("slow_seconds", "3601", "Give 3600 seconds or fewer"),
        ("slow_seconds", "", "Give a number of seconds, or 0"),
        ("opens_at", "soon", "Give a day and a time"),
        ("closes_at", "2026-07-04T10:00", "Choose a time after the one it opens"),
    ],
)
def test_what_makes_no_sense_comes_back_with_the_reason(dina, field, value, said):
    space = make_space()
    words = {"mode": "everybody", "slow_seconds": "3600", "opens_at": "2026-07-04T10:00", "closes_at": ""}

    answer = dina.client.post(settings_of(space), words | {field: value})

    assert answer.status_code == 422
    assert said in answer.text and "<title>Error: Settings of a space" in answer.text
    assert Space.objects.get().slow_seconds == 0


def test_a_space_for_announcements_says_so_instead_of_a_button(ada, dina):
    space = make_space(mode=SpaceMode.ANNOUNCEMENTS)
    start = reverse("thread_new", args=[space.public_id])

    theirs, hers = (who.client.get(page_of(space)).text for who in (ada, dina))

    assert start not in theirs and "This space is for announcements" in theirs
    assert start in hers and "This space is for announcements" not in hers
    assert "This space is for announcements" in ada.client.get(start).text


def test_a_space_for_announcements_has_a_composer_for_those_who_run_it_alone(ada, dina):
    thread = make_thread(dina.viewer, make_space(mode=SpaceMode.ANNOUNCEMENTS))

    theirs, hers = (who.client.get(reverse("thread", args=[thread.public_id])).text for who in (ada, dina))

    assert "data-composer" not in theirs and "This space is for announcements" in theirs
    assert "data-composer" in hers


def test_before_its_opening_a_space_is_seen_and_says_when(ada):
    space = make_space(opens_at=timezone.now() + timedelta(days=1))

    assert "This space takes messages from" in ada.client.get(page_of(space)).text


def test_a_closed_space_is_read_and_keeps_what_was_typed_too_late(ada):
    space = make_space()
    thread = make_thread(ada.viewer, space, body="Said in time")
    Space.objects.update(closes_at=timezone.now())

    page = ada.client.get(reverse("thread", args=[thread.public_id])).text
    late = ada.client.post(reverse("messages", args=[thread.public_id]), {"body": "Too late words"})

    assert "Said in time" in page and "This space closed on" in page and "data-composer" not in page
    assert late.status_code == 409
    assert "This space closed on" in late.text and "Too late words" in late.text


def test_a_changed_mode_shows_at_the_next_load(ada, dina):
    space = make_space()
    assert "Start a thread" in ada.client.get(page_of(space)).text

    dina.client.post(settings_of(space), {"mode": "read_only", "slow_seconds": "0"})

    page = ada.client.get(page_of(space)).text
    assert "Start a thread" not in page and "This space is read-only" in page


@pytest.mark.parametrize("page", ["thread", "thread_new"])
def test_slow_mode_is_told_before_one_types(ada, page):
    space = make_space(slow_seconds=30)
    there = {"thread": make_thread(ada.viewer, space).public_id, "thread_new": space.public_id}[page]

    assert "Slow mode: one message in 30 seconds." in ada.client.get(reverse(page, args=[there])).text


@pytest.mark.parametrize("asked", [{}, {"is_listening": "on"}])
@pytest.mark.parametrize("listens", [True, False])
def test_the_settings_of_a_steward_leave_listening_as_it_is(ada, dina, listens, asked):
    space = make_space(is_listening=listens)
    name_steward(by=dina.viewer, space=space, person=ada.person)
    assert "Only moderators change this" in ada.client.get(settings_of(space)).text
    assert "Only moderators change this" not in dina.client.get(settings_of(space)).text

    answer = ada.client.post(settings_of(space), {"mode": "everybody", "slow_seconds": "30"} | asked)

    kept = Space.objects.get()
    assert (answer.status_code, kept.is_listening, kept.slow_seconds) == (302, listens, 30)


def test_a_moderator_opens_a_space_and_finds_its_settings(dina):
    told = {"name": "Night shift", "description": "For whoever is on call", "audience": "members"}

    answer = dina.client.post(reverse("space_new"), told)

    space = Space.objects.get()
    assert answer["Location"] == settings_of(space)
    assert (space.name, space.description, space.audience) == ("Night shift", "For whoever is on call", "members")


def test_whoever_opens_a_space_for_others_is_told_that_it_is_theirs(dina, ada):
    answer = dina.client.post(reverse("space_new"), {"name": "Stepping up", "audience": "alumni"})

    assert "not among those it is for" in answer.text
    assert "Stepping up" in ada.client.get(reverse("discussions")).text
    assert "Stepping up" not in dina.client.get(reverse("discussions")).text


def test_spaces_open_for_facts_of_membership_and_place(dina):
    Organisation.objects.create(name="Somewhere", region="Greater London")
    programme = Programme.objects.create(code="bali", title="BALI")
    Cohort.objects.create(code="C30", name="Cohort 30", programme=programme)

    shown = dina.client.get(reverse("space_new")).text

    for audience in ("members", "alumni", "group:reference", "cohort:C30", "region:greater-london"):
        assert f'value="{audience}"' in shown


@pytest.mark.parametrize(
    "data, said",
    [
        ({"name": "", "audience": "members"}, "Give the space a name"),
        ({"name": "x" * 81, "audience": "members"}, "Shorten the name to 80 characters or fewer"),
        ({"name": "Night", "audience": "members", "description": "x" * 301}, "Shorten this to 300 characters or fewer"),
        ({"name": "Night", "audience": "public"}, "Choose who the space is for"),
        ({"name": "Night"}, "Choose who the space is for"),
    ],
)
def test_what_is_amiss_with_a_new_space_is_said_and_nothing_opened(dina, data, said):
    answer = dina.client.post(reverse("space_new"), data)

    assert (answer.status_code, Space.objects.count()) == (422, 0)
    assert said in answer.text


def test_the_longest_name_is_taken(dina):
    dina.client.post(reverse("space_new"), {"name": "x" * 80, "description": "y" * 300, "audience": "members"})

    assert len(Space.objects.get().name) == 80


def test_whoever_runs_a_space_gives_it_another_name(dina):
    space = make_space("The open room")
    address = reverse("space_name", args=[space.public_id])

    assert "The open room" in dina.client.get(address).text
    assert dina.client.post(address, {"name": ""}).status_code == 422
    assert dina.client.post(address, {"name": "The long table"})["Location"] == page_of(space)
    assert Space.objects.get().name == "The long table"
