"""What can be told. A room above declares its kinds in `notices.py`, each with its neutral words."""

from collections.abc import Callable
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from network.people.models import User

Attachment = tuple[str, bytes, str]


class Pace(models.TextChoices):
    """When mail tells of a kind. The notice on the site comes at once, whatever was chosen."""

    AT_ONCE = "at_once", "At once"
    DAILY = "daily", "Once a day"
    WEEKLY = "weekly", "Once a week"
    NONE = "none", "No mail"

    @property
    def slowness(self) -> int:
        """Its place from at once to never."""
        return list(Pace).index(self)


@dataclass(frozen=True)
class Choice:
    """A kind whose mail one may choose, as the page of preferences shows it; `one` and `many` are a digest's words.

    Kinds without it are service: security, places, decisions about oneself. Their mail cannot be switched off.
    """

    title: str
    hint: str
    one: str
    many: str
    default: Pace = Pace.AT_ONCE


@dataclass(frozen=True)
class About:
    """What a notice speaks of, as far as the one who was told may see it now. Those of one `group` are one line."""

    group: str = ""
    who: str = ""
    title: str = ""
    link: str = ""
    link_of_many: str = ""


def always(person: User, ref: str) -> bool:
    return True


def no_attachment(person: User, ref: str) -> Attachment | None:
    return None


def to_notices(ref: str) -> str:
    return "/m/notices/"


def nowhere(ref: str) -> str:
    return ""


@dataclass(frozen=True)
class Kind:
    """A kind of notice.

    `name` is room.fact, `subject` and `words` are neutral: they stand in mail that an employer may read.
    `still_true(person, ref)` is asked when the letter is sent and when the notice is shown: may they still know?
    `link(ref)` is the path a notice leads to, `place(ref)` the opaque id of where it happened, if one may choose mail
    for that place. `attachment(person, ref)` makes a file at sending time.

    `about(person, refs)` answers for many in a constant number of queries: those still true, and what each speaks of.
    With `has_reference` the letter says the ref: a number that somebody may quote.
    `deed` stands between who and title on the page of notices, which `tab` is a part of.
    """

    name: str
    subject: str
    words: str
    still_true: Callable[[User, str], bool] = always
    link: Callable[[str], str] = to_notices
    place: Callable[[str], str] = nowhere
    attachment: Callable[[User, str], Attachment | None] = no_attachment
    about: Callable[[User, list[str]], dict[str, About]] | None = None
    choice: Choice | None = None
    has_reference: bool = False
    deed: str = ""
    tab: str = ""

    def holding(self, person: User, refs: list[str]) -> dict[str, About]:
        """Those of these that still hold for a person."""
        if self.about is not None:
            return self.about(person, refs)
        return {ref: About(link=self.link(ref)) for ref in refs if self.still_true(person, ref)}


def kind_of(name: str) -> Kind | None:
    """The kind a room declares under that name."""
    return _kinds().get(name)


def choosable() -> list[Kind]:
    """The kinds whose mail one may choose."""
    return sorted((kind for kind in _kinds().values() if kind.choice), key=lambda kind: kind.name)


def _kinds() -> dict[str, Kind]:
    return apps.get_app_config("notices").kinds  # type: ignore[attr-defined,no-any-return]
