from django.core import mail
from django.utils import timezone

from network.access.visible import can_see
from network.jobs.worker import run_jobs
from network.notices.models import Notice
from network.people.models import RoleKind
from tests.factories.network import make_person


def test_somebody_in_danger_is_the_leads_at_once_without_a_word(ada, bola, dina, lead, concern_about, settings):
    settings.SAFEGUARDING_ADDRESS = "watch@elsewhere.example"

    concern = concern_about(ada, by=bola, category="safeguarding")

    assert [can_see(who, concern) for who in (dina.viewer, lead)] == [False, True]
    assert (concern.due_at - concern.opened_at).total_seconds() == 3_600 and concern.due_at > timezone.now()
    assert Notice.objects.get(kind="concerns.urgent").person_id == lead.person_id
    run_jobs()
    watch = next(letter for letter in mail.outbox if letter.to == ["watch@elsewhere.example"])
    assert not any(words in watch.subject + watch.body for words in ("Ada", "Words in a title", "Please look"))


def test_without_a_lead_every_moderator_who_may_is_told(ada, bola, dina, leo, concern_about):
    concern = concern_about(ada, by=bola, category="safeguarding")

    assert all(can_see(who, concern) for who in (dina.viewer, leo))
    told = set(Notice.objects.filter(kind="concerns.urgent").values_list("person_id", flat=True))
    assert told == {dina.person.pk, leo.person_id}


def test_a_lead_who_works_with_her_is_no_lead_for_it(ada, bola, dina, concern_about):
    roles = ((RoleKind.OWNER, ""),)
    make_person("Kemi Ojo", roles=roles, employer=ada.person.affiliations.get().organisation)

    concern = concern_about(ada, by=bola, category="safeguarding")

    assert (can_see(dina.viewer, concern), concern.is_for_lead) == (True, False)
