"""For whom somebody may open a space: facts of membership and place, never what people were asked for monitoring."""

from network.access.audience import ALUMNI, MEMBERS, cohort, group, region
from network.people.models import Organisation
from network.programme.models import Cohort


def audiences_to_open_for() -> list[tuple[str, str]]:
    """Audience and words for each. Two queries."""
    codes = Cohort.objects.order_by("code").values_list("code", flat=True)
    regions = Organisation.objects.exclude(region="").order_by("region").values_list("region", flat=True).distinct()
    return [
        (MEMBERS, "Alumni and allies"),
        (ALUMNI, "Alumni only"),
        (group("reference"), "The reference group"),
        *((cohort(code), f"Cohort {code}") for code in codes),
        *((region(name), f"Members in {name}") for name in regions),
    ]
