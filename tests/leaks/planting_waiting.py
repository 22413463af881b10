"""What waits before others see it, planted in spaces of both kinds."""

from forum.spaces.models import Space
from network.access.audience import ALUMNI, MEMBERS
from tests.factories.forum import hold, make_thread
from tests.leaks.planting import Garden


def plant_waiting(garden: Garden) -> None:
    """Its author reads it, and whoever runs the space and reads there: an office alone opens nothing."""
    _waiting(garden, MEMBERS, "bola", {"bola", "ada", "cem", "maya", "dina"}, {"dina"})
    _waiting(garden, ALUMNI, "ada", {"ada"}, set())


def _waiting(garden: Garden, audience: str, writer: str, readers: set[str], deciders: set[str]) -> None:
    space = Space.objects.create(name=garden.words(*readers), audience=audience, approves_first=True)
    thread = make_thread(garden.viewer(writer), space, title=garden.words(*readers), body=garden.words(*readers))
    held = hold(garden.viewer(writer), thread, garden.words(writer, *deciders))
    garden.door(f"/m/w/{held.public_id}/", writer, *deciders)
    garden.door(f"/m/s/{space.public_id}/waiting/", *deciders)
