"""Of what owners look at."""

from network.people.actions.role import grant_role
from network.people.models import RoleKind
from tests.factories.forum import make_space


def bolas_office(cast):
    """In a space of her own, so that nobody's other office is touched."""
    space = make_space()
    grant_role(person=cast.bola.person, kind=RoleKind.MODERATOR, scope=space.public_id, by=None)
    return {"person_id": cast.bola.person.public_id, "space_id": space.public_id}
