"""Money as the office works it out: pounds and pence, rounded half up on each line (seed 000-18, 000-19)."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

PENNY = Decimal("0.01")


@dataclass(frozen=True)
class Fee:
    """Three lines in pounds, two decimals each."""

    net: Decimal
    vat: Decimal
    gross: Decimal


def to_the_penny(pounds: Decimal) -> Decimal:
    """Half up, never to even."""
    return pounds.quantize(PENNY, rounding=ROUND_HALF_UP)


def fee_of(net: Decimal, vat_rate: Decimal, discount: Decimal = Decimal(0)) -> Fee:
    """The three lines for a net price in pounds; rates in per cent. The discount comes off before VAT."""
    line = to_the_penny(net - to_the_penny(net * discount / 100))
    vat = to_the_penny(line * vat_rate / 100)
    return Fee(line, vat, line + vat)
