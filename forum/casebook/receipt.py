"""What came of a report, in words for whoever made it."""

from forum.desk.models import Appeal, AppealState, Report
from forum.desk.models.case import HIDES

PASSED_ON = "It has been passed on to the person who leads the network, who decides."
HIDDEN = "The message is not shown any more."
STANDS = "The message stands: we have found nothing for which it had to go."
AGAIN = "Somebody else has looked again since, and the message stands."


def came_of(report: Report) -> str:
    """Nothing while it waits for a moderator. Neither a name, nor what was said, nor what was done about a person."""
    case = report.case
    if case.is_open:
        return PASSED_ON if case.is_for_lead else ""
    if case.state not in HIDES:
        return STANDS
    is_back = Appeal.objects.filter(case=case, state=AppealState.RESTORED).exists()
    return AGAIN if is_back else HIDDEN
