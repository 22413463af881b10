"""Agreeing to the house rules and the privacy notice, each by itself and each in its version."""

from network.membership.models import Agreement, AgreementKind, HouseRules
from network.people.models import User

PRIVACY_VERSION = 1


def agree(*, person: User) -> None:
    """Both boxes were ticked. The same version twice is one agreement, with the time of the first."""
    versions = {AgreementKind.RULES: HouseRules.current().version, AgreementKind.PRIVACY: PRIVACY_VERSION}
    for kind, version in versions.items():
        Agreement.objects.get_or_create(person=person, kind=kind, version=version)
