"""A reported event is its editors' to change: moderators ask them, and nobody hides it."""

from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from editorial.actions.tree import plant_tree
from forum.casebook.actions.complaint import report
from forum.concerns.actions.concern import Hiding, NobodyToAsk, Told, decide_concern
from forum.concerns.models import Concern
from network.access.audience import ALUMNI, PUBLIC
from network.jobs.worker import run_jobs
from network.notices.kind import kind_of
from network.notices.models import Notice
from network.people.actions.role import end_role, grant_role
from network.people.models import Role, RoleKind
from tests.factories.events import make_event

ASKS, TITLE = "It names a family. Please take the second line out.", "Our evening with a family"
SAID = {"decision": "ask", "asks": ASKS, "reason": "Names a family"}


@pytest.fixture
def event(db):
    return make_event(TITLE)


@pytest.fixture
def of_event(bola, event):
    """Bola's."""
    told = Told("identifies", "canary words of whoever reported")
    return report(by=bola.viewer, kind="event", ref=event.public_id, told=told, key=uuid4())


def decide(dina, concern, **said):
    return dina.client.post(reverse("concern", args=[concern.public_id]), SAID | said)


def page(who, name, concern):
    return who.client.get(reverse(name, args=[concern.public_id])).content.decode()


def told_of(concern):
    return set(Notice.objects.filter(kind="concerns.asked", ref=concern.public_id).values_list("person", flat=True))


def test_those_who_can_change_it_read_what_is_wrong_and_nobodys_name(bola, dina, efe, event, of_event):
    assert decide(dina, of_event).status_code == 302

    assert told_of(of_event) == {efe.person.pk}
    shown = page(efe, "asked", of_event)
    assert ASKS in shown and TITLE in shown and reverse("wagtailadmin_pages:edit", args=[event.pk]) in shown
    for never in (bola.person.name, dina.person.name, "canary", "Names a family"):
        assert never not in shown
    assert reverse("asked", args=[of_event.public_id]) in efe.client.get("/m/notices/").content.decode()


def test_mail_says_neither_which_nor_why(dina, efe, of_event):
    run_jobs()
    mail.outbox.clear()

    decide(dina, of_event)
    run_jobs()

    [letter] = [one for one in mail.outbox if one.to == [efe.person.email]]
    assert "page you keep" in letter.body and TITLE not in letter.body and ASKS not in letter.body


def test_whoever_reported_hears_that_they_were_asked(bola, dina, efe, of_event):
    decide(dina, of_event)

    assert Notice.objects.filter(person=bola.person, kind="concerns.decided").count() == 1
    shown = page(bola, "receipt", of_event)
    assert "We have asked the people who edit that page" in shown and ASKS not in shown
    assert bola.client.get(reverse("asked", args=[of_event.public_id])).status_code == 404


def test_the_table_keeps_what_was_asked(dina, efe, of_event):
    assert "Ask those who edit it" in page(dina, "concern", of_event)

    decide(dina, of_event)

    assert ASKS in page(dina, "concern", of_event)
    of_event.refresh_from_db()
    assert (of_event.state, of_event.asked) == ("acted", ASKS)


def test_asking_wants_words_and_what_is_written_comes_back(dina, efe, of_event):
    answer = decide(dina, of_event, asks="")

    said = answer.content.decode()
    assert (
        answer.status_code == 422 and "Write what is wrong, and what they can do" in said and "Names a family" in said
    )
    assert Concern.objects.open().exists() and not told_of(of_event)


@pytest.mark.parametrize("decision", ["keep", "act"])
def test_words_to_editors_are_not_dropped_by_another_choice(dina, efe, of_event, decision):
    answer = decide(dina, of_event, decision=decision)

    said = answer.content.decode()
    assert answer.status_code == 422 and "Choose Ask those who edit it where you write to them" in said and ASKS in said
    assert Concern.objects.open().exists() and not told_of(of_event)


@pytest.mark.parametrize("decision", ["keep", "act"])
def test_without_asking_nobody_is_told(dina, efe, of_event, decision):
    assert decide(dina, of_event, decision=decision, asks="").status_code == 302

    of_event.refresh_from_db()
    assert of_event.asked == "" and not told_of(of_event)
    assert efe.client.get(reverse("asked", args=[of_event.public_id])).status_code == 404


def test_of_a_thread_nobody_is_asked(dina, concern):
    assert "Ask those who edit it" not in page(dina, "concern", concern)

    assert decide(dina, concern).status_code == 422
    assert Concern.objects.open().get() == concern


def test_where_nobody_keeps_it_nobody_can_be_asked(dina, of_event):
    """There is no editor."""
    assert "Ask those who edit it" not in page(dina, "concern", of_event)


def test_where_the_last_who_keeps_it_has_gone_the_words_come_back(dina, efe, of_event):
    efe.person.roles.update(ends_at=timezone.now())

    answer = decide(dina, of_event)

    assert (answer.status_code, ASKS in answer.content.decode()) == (422, True)
    with pytest.raises(NobodyToAsk):
        decide_concern(
            by=dina.viewer, concern=of_event, acts=True, reason="It names a family", hiding=Hiding(asks=ASKS)
        )
    assert Concern.objects.open().get().asked == ""


def test_an_office_that_may_not_change_it_is_not_told_of_it(ada, dina, efe, finn):
    """Finn organises public events, and is no alumna."""
    told = Told("other", "Please look")
    heard = []
    for audience in (ALUMNI, PUBLIC):
        event = make_event(audience=audience)
        # The groups have their rights to the diary once it stands.
        plant_tree()
        concern = report(by=ada.viewer, kind="event", ref=event.public_id, told=told, key=uuid4())
        decide(dina, concern)
        heard.append(told_of(concern))

    assert heard == [{efe.person.pk}, {efe.person.pk, finn.person.pk}]


def test_whoever_made_it_may_be_asked_too(bola, dina, efe, finn):
    event = make_event(TITLE, owner=finn.person)

    concern = report(by=bola.viewer, kind="event", ref=event.public_id, told=Told("other"), key=uuid4())
    decide(dina, concern)

    assert told_of(concern) == {efe.person.pk, finn.person.pk} and TITLE in page(finn, "asked", concern)


def test_it_ends_with_the_office(dina, efe, of_event):
    """Another office of hers stays."""
    grant_role(person=efe.person, kind=RoleKind.ANALYST, by=None)
    decide(dina, of_event)
    kind = kind_of("concerns.asked")
    assert kind.still_true(efe.person, of_event.public_id)

    end_role(role=Role.objects.get(person=efe.person, kind=RoleKind.EDITOR), by=None)

    assert not kind.still_true(efe.person, of_event.public_id)
    assert efe.client.get(reverse("asked", args=[of_event.public_id])).status_code == 404
