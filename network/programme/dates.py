"""Dates of a cohort that may not be fixed yet, and the rule about day 3."""

from datetime import date, timedelta

# Day 3 follows the residential by 11 to 12 weeks (seed 000-6). The seed's own dates break the rule: it warns only.
EARLIEST = timedelta(days=77)
LATEST = timedelta(days=84)


def day3_gap(day2: date | None, day3: date | None) -> timedelta | None:
    """From the second day of the residential to day 3."""
    return day3 - day2 if day2 and day3 else None


def day3_warning(day2: date | None, day3: date | None) -> str:
    """Calm words when day 3 lies outside 77 to 84 days after day 2, else nothing. It never blocks."""
    gap = day3_gap(day2, day3)
    if gap is None or EARLIEST <= gap <= LATEST:
        return ""
    return f"Day 3 is {gap.days} days after the residential. The programme says 77 to 84. Please give the reason."


def span_of_days(first: date, last: date | None) -> str:
    """20 and 21 January 2027; 31 January and 1 February 2027; 14 April 2027."""
    if last is None or last == first:
        return f"{first.day} {first:%B %Y}"
    joined = " and " if (last - first).days == 1 else " to "
    start = f"{first.day}" if first.month == last.month and first.year == last.year else f"{first.day} {first:%B}"
    return f"{start}{joined}{last.day} {last:%B %Y}"
