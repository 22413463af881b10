"""The cast: the same eight people in tests, in the demo world and in the docs."""

from dataclasses import dataclass

from network.people.models import RoleKind


@dataclass(frozen=True)
class CastMember:
    """One of the cast. `authority` is a council's name; `roles` are pairs of kind and scope."""

    handle: str
    name: str
    title: str
    authority: str
    roles: tuple[tuple[str, str], ...] = ()
    story: str = ""

    @property
    def email(self) -> str:
        return f"{self.handle}@cast.example"


CAST = [
    CastMember("eve", "Eve Marsh", "Team manager", "Leeds", (), "signed up, waiting for her welcome"),
    CastMember("bola", "Bola Akande", "Service manager", "Bristol", ((RoleKind.ALLY, ""),), "an ally"),
    CastMember(
        "ada", "Ada Okafor-Lynch", "Head of service", "Croydon", ((RoleKind.ALUMNA, "C09"),), "an alumna of cohort 9"
    ),
    CastMember(
        "cem", "Cem Yıldız", "Team manager", "Hackney", ((RoleKind.PARTICIPANT, "C12"),), "a participant of cohort 12"
    ),
    CastMember(
        "maya", "Maya Fenwick", "Assistant director", "Croydon", ((RoleKind.ALLY, ""),), "Ada's manager, and an ally"
    ),
    CastMember(
        "dina",
        "Dina Rahman",
        "Principal social worker",
        "Luton",
        ((RoleKind.ALLY, ""), (RoleKind.MODERATOR, "")),
        "a steward: an ally who moderates",
    ),
    CastMember("efe", "Efe Mensah", "Editor", "The Staff College", ((RoleKind.EDITOR, ""),), "an editor"),
    CastMember(
        "finn",
        "Finn O’Dowd",
        "Programme manager",
        "The Staff College",
        ((RoleKind.PROGRAMME_MANAGER, ""), (RoleKind.EVENTS_MANAGER, "")),
        "the programme manager",
    ),
]
