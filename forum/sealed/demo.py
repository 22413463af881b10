"""Words without a name in the demo world: a room of the alumni that takes them, and one thread in it."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from forum.sealed.actions.message import post_unnamed
from forum.spaces.actions.space import Manner, open_space
from forum.talk.actions.message import post_message
from forum.talk.actions.thread import open_thread
from network.access.audience import ALUMNI
from network.access.viewer import viewer_of
from network.people.models import Role, RoleKind

ORDER = 72


def build(world: Any) -> None:
    space = open_space(
        by=viewer_of(world.cast("dina")),
        name="Among ourselves",
        audience=ALUMNI,
        description="What one says more easily without one's name.",
        manner=Manner(takes_unnamed=True),
    )
    ada, other = viewer_of(world.cast("ada")), viewer_of(_another(world))
    title, question = "Being passed over", "Has it happened to you, and what did you do?"
    thread = open_thread(by=other, space=space, title=title, body=question, key=_key("opener"), at=timezone.now())
    answers = [
        (ada, "It did, twice. The second time I asked for the reasons in writing, and got them after a month."),
        (other, "I never asked. I think I did not want to read them."),
    ]
    for number, (viewer, words) in enumerate(answers):
        post_unnamed(by=viewer, thread=thread, body=words, key=_key(f"unnamed {number}"), at=timezone.now())
    thanks = "Thank you, whoever you are."
    post_message(by=other, thread=thread, body=thanks, key=_key("thanks"), at=timezone.now())


def _another(world: Any) -> Any:
    """The first alumna or alumnus of the crowd."""
    others = Role.objects.current().filter(kind=RoleKind.ALUMNA, person__is_active=True)
    return others.exclude(person=world.cast("ada")).order_by("pk").select_related("person")[0].person


def _key(name: str) -> Any:
    return uuid5(NAMESPACE_URL, f"demo:sealed:{name}")
