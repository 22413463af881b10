"""The pages of an appeal, without a script: for whom it is about, by the letter, and at the table."""

import re
from datetime import timedelta
from uuid import uuid4

import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from forum.casebook.models import Objection
from forum.casebook.rules import LEAST_TIME
from forum.concerns.models import Measure
from forum.concerns.wording import word_for
from network.access.viewer import viewer_of
from network.jobs.worker import run_jobs
from network.people.actions.affiliation import affiliate
from network.people.models import RoleKind
from tests.factories.forum import make_space
from tests.factories.network import make_person

WORDS = "I quoted somebody else"


def send(client, address, **facts):
    return client.post(address, {"words": WORDS, "key": uuid4(), **facts})


def page(client, address):
    return client.get(address).content.decode()


def test_somebody_kept_out_of_a_space_appeals_without_seeing_it(ada, dina, leo, taken):
    measure = taken("bar", ada.person, by=dina.viewer, scope=make_space("The quiet room").public_id, days=30)

    answer = send(ada.client, reverse("measure_appeal", args=[measure.public_id]))

    assert answer.status_code == 302 and Objection.objects.get().scope == measure.scope
    assert "The quiet room" not in page(ada.client, answer.headers["Location"])


def test_by_the_letter_somebody_whose_account_is_closed_appeals(ada, dina, leo, kemi, taken, on_commit):
    with on_commit():
        taken("suspension", ada.person, by=dina.viewer, second=leo)
    run_jobs()
    letter = next(one for one in mail.outbox if "closed" in one.body)
    address = re.search(r"https?://[^/\s]+(/appeal/\S+)", letter.body)[1]
    somebody = Client()
    seen = page(somebody, address)
    assert "Ada" not in seen and "Please rest" not in seen and "Again" not in seen

    answer = send(somebody, address)

    assert answer.headers["Location"] == address
    assert Objection.objects.get().person == ada.person
    assert "and writes to you" in page(somebody, address)
    again = send(somebody, address, words="Something more")
    assert again.status_code == 409 and "Something more" in again.content.decode()
    assert Objection.objects.get().words == WORDS


def test_a_forged_letter_is_nothing(db):
    assert Client().get("/appeal/forged/").status_code == 404


def test_a_visit_to_the_letters_address_changes_nothing(ada, dina, leo, kemi, taken):
    measure = taken("suspension", ada.person, by=dina.viewer, second=leo)

    assert Client().get(reverse("appeal_by_letter", args=[word_for(measure)])).status_code == 200
    assert not Objection.objects.exists()


def test_by_the_letter_the_time_to_appeal_is_over(ada, dina, leo, taken):
    measure = taken("pause", ada.person, by=dina.viewer, days=7)
    address = reverse("appeal_by_letter", args=[word_for(measure)])
    assert 'name="words"' in page(Client(), address)

    with time_machine.travel(timezone.now() + LEAST_TIME + timedelta(hours=1), tick=False):
        late, sent = page(Client(), address), send(Client(), address)

    for seen in (late, sent.content.decode()):
        assert "The time to appeal against this is over" in seen and 'name="words"' not in seen
    assert sent.status_code == 409 and WORDS in sent.content.decode()
    assert not Objection.objects.exists()


def test_where_nobody_could_decide_it_the_words_come_back(ada, dina, taken):
    measure = taken("pause", ada.person, by=dina.viewer, days=7)

    answer = send(ada.client, reverse("measure_appeal", args=[measure.public_id]))

    assert answer.status_code == 409 and WORDS in answer.content.decode()


def test_without_words_the_form_says_so(ada, dina, leo, taken):
    measure = taken("pause", ada.person, by=dina.viewer, days=7)

    answer = send(ada.client, reverse("measure_appeal", args=[measure.public_id]), words="")

    assert answer.status_code == 422 and "Write why you think" in answer.content.decode()


def test_decided_meanwhile_a_moderators_words_come_back(ada, dina, leo, kemi, taken, objected, signed_in):
    objection = objected(taken("pause", ada.person, by=dina.viewer, days=7), uuid4())
    address = reverse("objection", args=[objection.public_id])
    signed_in(kemi).post(address, {"decision": "uphold", "reason": "First"})

    answer = signed_in(leo).post(address, {"decision": "overturn", "reason": "My own words"})

    assert answer.status_code == 409 and "My own words" in answer.content.decode()
    assert Measure.objects.get().state == "taken"


def test_for_a_colleague_at_the_table_there_is_no_such_appeal(ada, dina, leo, taken, objected, signed_in):
    colleague = make_person("Cora", roles=((RoleKind.MODERATOR, ""),))
    affiliate(person=colleague, organisation=ada.person.affiliations.get().organisation)
    objection = objected(taken("pause", ada.person, by=dina.viewer, days=7), uuid4())
    address, theirs = reverse("objection", args=[objection.public_id]), signed_in(viewer_of(colleague))

    assert 'name="decision"' in page(signed_in(leo), address)
    assert theirs.get(address).status_code == 404
    assert "I said nothing of the kind" not in page(theirs, "/m/desk/reports/")
