"""Questions about cases: one's own, and those at the desk."""

from network.access.viewer import Viewer
from network.membership.models import AllyRequest, Case, Claim, RequestState
from network.membership.rules import can_welcome

KINDS: dict[str, type[Case]] = {AllyRequest.way: AllyRequest, Claim.way: Claim}


def own_cases(viewer: Viewer) -> list[Case]:
    """One's own requests and claims, the latest first."""
    if viewer.person_id is None:
        return []
    found = [kind.objects.filter(person_id=viewer.person_id).first() for kind in KINDS.values()]
    return sorted((case for case in found if case), key=lambda case: case.asked_at, reverse=True)


def asked_case(viewer: Viewer) -> Case | None:
    """The one the desk has asked something about."""
    return next((case for case in own_cases(viewer) if case.state == RequestState.ASKED), None)


def waiting_cases(viewer: Viewer) -> list[Case]:
    """Everybody who waits at the desk, the longest first. Nothing for those who may not welcome."""
    if not can_welcome(viewer):
        return []
    waiting = [
        case for kind in KINDS.values() for case in kind.objects.visible_to(viewer).waiting().select_related("person")
    ]
    return sorted(waiting, key=lambda case: case.asked_at)
