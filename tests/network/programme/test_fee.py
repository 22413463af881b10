from decimal import Decimal

import pytest

from network.programme.fee import Fee, fee_of, to_the_penny
from network.programme.models import Programme


def fee(net: str, vat: str, gross: str) -> Fee:
    return Fee(Decimal(net), Decimal(vat), Decimal(gross))


@pytest.mark.parametrize(
    ("net", "discount", "lines"),
    [
        ("795.00", "0", fee("795.00", "159.00", "954.00")),
        ("795.00", "15", fee("675.75", "135.15", "810.90")),
        ("0.00", "0", fee("0.00", "0.00", "0.00")),
        ("320.00", "100", fee("0.00", "0.00", "0.00")),
    ],
)
def test_a_fee_has_three_lines(net, discount, lines):
    assert fee_of(Decimal(net), Decimal("20"), Decimal(discount)) == lines


@pytest.mark.parametrize(
    ("pounds", "kept"), [("0.005", "0.01"), ("0.015", "0.02"), ("0.025", "0.03"), ("0.0249", "0.02")]
)
def test_half_a_penny_goes_up(pounds, kept):
    assert to_the_penny(Decimal(pounds)) == Decimal(kept)


def test_each_line_is_rounded_by_itself():
    assert fee_of(Decimal("33.33"), Decimal("17.5")) == fee("33.33", "5.83", "39.16")


def programme(**facts) -> Programme:
    return Programme(fee_net=Decimal("795.00"), subscriber_discount=Decimal("15"), **facts)


def test_the_discount_holds_for_core_programmes_alone():
    assert programme(is_core=True).subscriber_fee == fee("675.75", "135.15", "810.90")
    assert programme(is_core=False).subscriber_fee is None


def test_a_programme_without_a_fee_has_none():
    assert (Programme().fee, Programme(is_core=True).subscriber_fee) == (None, None)
