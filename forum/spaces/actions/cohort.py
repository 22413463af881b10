"""The space a cohort finds made for it."""

from forum.spaces.models import Space
from network.access.audience import check_audience
from network.access.audience import cohort as audience_of

# After the spaces that somebody opened.
POSITION = 90


def make_cohort_space(*, code: str) -> Space:
    """The space of a cohort, by its code: made once, by nobody, for participants and alumni of that cohort alone."""
    audience = audience_of(code)
    check_audience(audience)
    name = f"Cohort {code.removeprefix('C').lstrip('0') or code}"
    facts = {"name": name, "audience": audience, "description": "For this cohort alone.", "position": POSITION}
    space, _ = Space.objects.get_or_create(made_for=audience, defaults=facts)
    return space
