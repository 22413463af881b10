"""A conversation of the demo world, and two requests that wait."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from forum.direct.actions.invitation import Meant, accept_invitation, ask_to_talk
from forum.direct.actions.reachability import choose_reach
from forum.direct.jobs import pass_on
from forum.direct.models import Invitation, Reach
from forum.talk.actions.message import post_message
from network.access.viewer import viewer_of

# After the profiles, by which people find one another.
ORDER = 76
WORDS = "You said on the day that you had been through an interview like mine. Could we talk?"
SAID = (
    ("ada", "Of course. Which one is it, and when?"),
    ("cem", "Service manager, on Thursday. I keep hearing that I should *show more presence*."),
    ("ada", "I was told the same, twice. Let us go through three questions before, not more."),
)


def build(world: Any) -> None:
    for handle in ("ada", "cem", "dina"):
        choose_reach(by=viewer_of(world.cast(handle)), asked_by=Reach.MEMBERS)
    thread = accept_invitation(by=viewer_of(world.cast("ada")), invitation=_ask(world, "cem", "ada", WORDS))
    for number, (handle, words) in enumerate(SAID):
        post_message(by=viewer_of(world.cast(handle)), thread=thread, body=words, key=_key(f"said {number}"))
    _ask(world, "dina", "ada", "About the notes for new moderators.")
    _ask(world, "ada", "bola", "")


def _ask(world: Any, asker: str, person: str, words: str) -> Invitation:
    meant = Meant(world.cast(person).name, world.cast(person))
    asked = ask_to_talk(by=viewer_of(world.cast(asker)), meant=meant, words=words, key=_key(f"{asker} {person}"))
    pass_on.now(asked.pk)
    return Invitation.objects.get(pk=asked.pk)


def _key(words: str) -> Any:
    return uuid5(NAMESPACE_URL, f"demo: private: {words}")
