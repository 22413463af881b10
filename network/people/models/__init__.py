from network.people.models.affiliation import Affiliation
from network.people.models.block import BLOCK, Block, standing_between
from network.people.models.mute import MUTE, Mute
from network.people.models.organisation import Organisation, OrganisationAlias, OrganisationKind
from network.people.models.role import MEMBER_KINDS, STAFF_KINDS, Role, RoleKind
from network.people.models.shield import Shield, ShieldLevel
from network.people.models.user import User

__all__ = [
    "MEMBER_KINDS",
    "STAFF_KINDS",
    "BLOCK",
    "MUTE",
    "Affiliation",
    "Block",
    "Mute",
    "Organisation",
    "OrganisationAlias",
    "OrganisationKind",
    "Role",
    "RoleKind",
    "Shield",
    "ShieldLevel",
    "User",
    "standing_between",
]
