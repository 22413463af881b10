"""The page of seed 000: everything on it is a field, a record or a block that the team fills in itself."""

from datetime import date
from decimal import Decimal

import pytest

from editorial.models import ProgrammePage
from network.programme.models import Cohort, Programme
from network.programme.models import Testimonial as Words
from tests.factories.editorial import make_programme_page

AIMS = [f"Aim number {number}" for number in range(1, 8)]


@pytest.fixture
def page(home) -> ProgrammePage:
    bali = Programme.objects.create(
        code="bali",
        title="Black and Asian Leadership Initiative",
        for_whom="Experienced middle leaders",
        aims=AIMS,
        criteria=["Commitment", "Potential", "Match"],
        fee_net=Decimal("795.00"),
        subscriber_discount=Decimal("15"),
        is_core=True,
        contact_name="The programme team",
        contact_phone="0161 826 9450",
    )
    bali.complements.add(Programme.objects.create(code="aspirant", title="Aspirant DCS Programme"))
    Cohort.objects.create(
        code="C41",
        name="BALI Cohort 41",
        programme=bali,
        precision="season",
        dates_text="Autumn 2027",
        day3_text="Autumn/winter 2027",
        sorts_on=date(2027, 9, 1),
    )
    for number in range(1, 5):
        Words.objects.create(programme=bali, quote=f"Shown words {number}", consented_on="2026-01-01", is_approved=True)
    Words.objects.create(programme=bali, quote="No consent", is_approved=True)
    Words.objects.create(programme=bali, quote="No approval", consented_on="2026-01-01")
    return make_programme_page(bali, for_managers="Your manager is asked one question.")


def test_the_whole_page_stands(page, outsider):
    words = outsider.client.get(page.relative_url).content.decode()

    assert words.count('class="aims__aim"') == 7
    assert [aim for aim in AIMS if aim not in words] == []
    for line in ("£795.00", "£159.00", "£954.00", "£675.75", "£135.15", "£810.90"):
        assert line in words
    assert "Autumn 2027" in words and "Autumn/winter 2027" in words
    assert words.count("Shown words") == 4
    assert "No consent" not in words and "No approval" not in words
    assert 'href="tel:01618269450"' in words
    assert "Aspirant DCS Programme" in words and "Your manager is asked one question." in words


def test_nothing_stands_over_an_empty_part(home, outsider):
    page = make_programme_page(Programme.objects.create(code="bare", title="Bare"))

    words = outsider.client.get(page.relative_url).content.decode()

    for heading in (
        "Key dates",
        "Fee</h2>",
        "What alumni say",
        "What you will work on",
        "Contact</h2>",
        "Goes together",
    ):
        assert heading not in words


def test_the_relation_shows_on_both_pages(page, outsider):
    other = make_programme_page(Programme.objects.get(code="aspirant"))

    assert "Black and Asian Leadership Initiative" in outsider.client.get(other.relative_url).content.decode()
