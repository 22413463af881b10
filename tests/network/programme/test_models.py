from datetime import date

import pytest
from django.db import IntegrityError, transaction

from network.access.viewer import OUTSIDER
from network.programme.models import Cohort, Completion, DatePrecision, Place, Programme
from network.programme.models import Testimonial as Words

TODAY = date(2026, 11, 22)


def run(bali: Programme, code: str, **facts) -> Cohort:
    return Cohort.objects.create(code=code, name=code, programme=bali, **facts)


def test_vague_dates_are_shown_as_typed_and_sort_where_they_would_begin(bali):
    run(bali, "season", precision=DatePrecision.SEASON, dates_text="Autumn 2027", sorts_on=date(2027, 9, 1))
    run(
        bali, "exact", day1=date(2027, 3, 17), day2=date(2027, 3, 18), day3=date(2027, 6, 9), sorts_on=date(2027, 3, 17)
    )
    run(bali, "unknown", precision=DatePrecision.YEAR)
    run(bali, "past", day1=date(2026, 1, 1), sorts_on=date(2026, 1, 1))

    upcoming = Cohort.objects.visible_to(OUTSIDER).upcoming(TODAY).by_date()

    assert [(cohort.code, cohort.residential_words, cohort.day3_words) for cohort in upcoming] == [
        ("exact", "17 and 18 March 2027", "9 June 2027"),
        ("season", "Autumn 2027", "To be confirmed"),
        ("unknown", "Dates to be confirmed", "To be confirmed"),
    ]


def test_a_vague_cohort_becomes_exact_later(bali):
    cohort = run(bali, "C31", precision=DatePrecision.SEASON, dates_text="Autumn 2027", day1=date(2027, 9, 8))
    assert cohort.residential_words == "Autumn 2027"

    cohort.precision, cohort.day2 = DatePrecision.DAY, date(2027, 9, 9)

    assert cohort.residential_words == "8 and 9 September 2027"


def test_the_residential_runs_forward(bali):
    with pytest.raises(IntegrityError), transaction.atomic():
        run(bali, "backwards", day1=date(2027, 3, 18), day2=date(2027, 3, 17))


@pytest.mark.parametrize(
    ("consented_on", "is_approved", "shown"),
    [(None, False, False), (None, True, False), ("2026-01-01", False, False), ("2026-01-01", True, True)],
)
def test_words_need_consent_and_approval(bali, finn, consented_on, is_approved, shown):
    words = Words.objects.create(programme=bali, quote="I went.", consented_on=consented_on, is_approved=is_approved)

    for viewer in (OUTSIDER, finn.viewer):
        assert Words.objects.visible_to(viewer).filter(pk=words.pk).exists() is shown
    assert words.may_be_shown is shown


def test_who_is_in_a_cohort_is_nobody_elses_business(bali, cohort, ada, bola, finn):
    Place.objects.create(cohort=cohort, person=ada.person)
    Completion.objects.create(cohort=cohort, person=ada.person)

    for kind in (Place, Completion):
        seen = [kind.objects.visible_to(viewer).count() for viewer in (OUTSIDER, bola.viewer, ada.viewer, finn.viewer)]
        assert seen == [0, 0, 1, 1]


def test_an_unpublished_programme_is_the_teams(bali, ada, finn):
    bali.is_published = False
    bali.save()

    assert [Programme.objects.visible_to(who.viewer).count() for who in (ada, finn)] == [0, 1]
