"""Of the live room."""

from forum.spaces.models import Space
from network.access.audience import ALUMNI, MEMBERS


def space(cast) -> dict[str, str]:
    return {"public_id": Space.objects.create(name="The open room", audience=MEMBERS).public_id}


def alumni_space(cast) -> dict[str, str]:
    return {"public_id": Space.objects.create(name="Stepping up", audience=ALUMNI).public_id}
