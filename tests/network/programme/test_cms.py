"""The programme team's screens, used as they use them."""

from datetime import date

import pytest
from django.contrib.messages import get_messages

from network.programme.models import Cohort, Programme
from network.programme.models import Testimonial as Words
from tests.factories.editorial import tree

PROGRAMMES = "/cms/snippets/programme/programme/"
COHORTS = "/cms/snippets/programme/cohort/"
TESTIMONIALS = "/cms/snippets/programme/testimonial/"


@pytest.fixture
def home(db):
    return tree()


def cohort_form(programme: Programme, **facts) -> dict:
    form = {
        "name": "BALI Cohort 40",
        "code": "C40",
        "programme": programme.pk,
        "precision": "day",
        "day1": "2022-01-19",
        "day2": "2022-01-20",
        "day3": "2022-04-27",
        "capacity": 25,
        "state": "announced",
    }
    return form | facts


def said(answer) -> str:
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def test_day_3_outside_the_rule_warns_and_never_blocks(home, bali, finn):
    answer = finn.client.post(f"{COHORTS}add/", cohort_form(bali))

    assert Cohort.objects.get(code="C40").day3 == date(2022, 4, 27)
    assert "97 days" in said(answer)


def test_with_a_reason_it_no_longer_warns(home, bali, finn):
    answer = finn.client.post(f"{COHORTS}add/", cohort_form(bali, day3_reason="Easter and a bank holiday"))

    assert Cohort.objects.filter(code="C40").exists()
    assert "97 days" not in said(answer)


def test_a_season_is_enough(home, bali, finn):
    form = cohort_form(bali, precision="season", day1="", day2="", day3="", dates_text="Autumn 2022")

    finn.client.post(f"{COHORTS}add/", form)

    assert Cohort.objects.get(code="C40").residential_words == "Autumn 2022"


def test_aims_are_written_a_line_each(home, finn):
    aims = [f"Aim {number}" for number in range(1, 8)]
    form = {
        "title": "BALI",
        "code": "bali",
        "aims": "\r\n".join([*aims, "", " "]),
        "fee_net": "795.00",
        "vat_rate": "20",
        "subscriber_discount": "15",
        "is_core": "on",
        "is_published": "on",
    }

    finn.client.post(f"{PROGRAMMES}add/", form)

    programme = Programme.objects.get(code="bali")
    assert programme.aims == aims
    assert str(programme.subscriber_fee.gross) == "810.90"
    shown = finn.client.get(f"{PROGRAMMES}edit/{programme.pk}/").content.decode()
    assert "Aim 1\nAim 2" in shown


def test_featured_words_must_be_approved(home, bali, finn):
    form = {"programme": bali.pk, "quote": "I went.", "consented_on": "2026-01-01", "is_featured": "on"}

    answer = finn.client.post(f"{TESTIMONIALS}add/", form)

    assert answer.status_code == 200 and "Approve the words" in answer.content.decode()
    assert not Words.objects.exists()


def test_an_editor_sees_no_records_and_chooses_only_what_may_be_shown(home, bali, efe):
    Words.objects.create(programme=bali, quote="Shown", consented_on="2026-01-01", is_approved=True)
    Words.objects.create(programme=bali, quote="Kept back", is_approved=True)

    chooser = efe.client.get("/cms/snippets/choose/programme/testimonial/")

    assert efe.client.get(TESTIMONIALS).status_code in (302, 403)
    assert chooser.status_code == 200 and chooser.content.decode().count("testimonial ") == 1


def test_the_screens_name_no_person(home, bali, ada, finn):
    words = Words.objects.create(programme=bali, quote="I went.", person=ada.person)

    for path in (TESTIMONIALS, f"{TESTIMONIALS}edit/{words.pk}/", COHORTS, PROGRAMMES):
        answer = finn.client.get(path)
        assert answer.status_code == 200, path
        assert ada.person.name not in answer.content.decode(), path
