"""Appealing against what was hidden: nothing has to be chosen, and it goes to somebody else."""

from uuid import uuid4

import pytest

from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.concerns.models import Concern
from forum.covers.models import Cover
from network.directory.actions.profile import ensure_profile
from network.directory.models import Profile


@pytest.fixture
def address(ada, bola, dina):
    """Where Ada appeals against Dina, who hid what her profile says about her."""
    profile = ensure_profile(person=ada.person)
    Profile.objects.filter(pk=profile.pk).update(
        is_listed=True, listed_to="members", about="Unkind", about_to="members"
    )
    told = {"told": Told("other", "Look"), "key": uuid4()}
    concern = report_subject(by=bola.viewer, kind="person", ref=profile.public_id, **told)
    hiding = Hiding(("about",), "It points at one person.")
    decide_concern(by=dina.viewer, concern=concern, acts=True, reason="Logged", hiding=hiding)
    return f"/m/report/cover/{Cover.objects.get().public_id}/"


def test_the_form_asks_for_words_alone(ada, address):
    page = ada.client.get(address).text

    assert "<h1>Appeal</h1>" in page and "Send the appeal" in page and "Unkind" in page
    assert 'name="words"' in page and 'name="category"' not in page


def test_it_is_a_complaint_about_whoever_decided_and_theirs_to_see_it_is_not(ada, dina, address):
    ada.client.post(address, {"words": "It points at nobody", "key": uuid4()})

    appeal = Concern.objects.get(kind="cover")
    assert (appeal.category, appeal.words, appeal.about_id) == ("complaint", "It points at nobody", dina.person.pk)
    assert not Concern.objects.visible_to(dina.viewer).filter(pk=appeal.pk).exists()


def test_whoever_reports_too_fast_is_told_so_and_keeps_the_words(ada, address, monkeypatch):
    monkeypatch.setattr("forum.concerns.actions.concern.MOST_A_MINUTE", 0)

    answer = ada.client.post(address, {"words": "It points at nobody", "key": uuid4()})

    assert answer.status_code == 429
    assert "There is a problem" in answer.text and "It points at nobody" in answer.text
