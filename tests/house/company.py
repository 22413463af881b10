"""The whole cast at once, each built when first asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from tests.cast import MEMBERS_OF_THE_CAST, Someone, invite

ORDER = ("outsider", "eve", "bola", "ada", "cem", "maya", "dina", "efe", "finn")


class Company:
    """`company.ada.person`, `company.outsider.client`: the same people at each asking."""

    def __getattr__(self, name: str) -> Someone:
        if name not in MEMBERS_OF_THE_CAST and name != "outsider":
            raise AttributeError(name)
        someone = Someone(None if name == "outsider" else invite(name))
        setattr(self, name, someone)
        return someone

    def __iter__(self):
        return (getattr(self, name) for name in ORDER)


def thing(address: str) -> Callable[[Company], Any]:
    """The function a matrix row names: `talk.thread` is `thread` in tests/house/things/talk.py."""
    room, _, name = address.partition(".")
    return getattr(import_module(f"tests.house.things.{room}"), name)
