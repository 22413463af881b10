"""What can be told. A room above declares its kinds in `notices.py`, each with its neutral words."""

from collections.abc import Callable
from dataclasses import dataclass

from network.people.models import User

Attachment = tuple[str, bytes, str]


def always(person: User, ref: str) -> bool:
    return True


def no_attachment(person: User, ref: str) -> Attachment | None:
    return None


def to_notices(ref: str) -> str:
    return "/m/notices/"


@dataclass(frozen=True)
class Kind:
    """A kind of notice.

    `name` is room.fact, `subject` and `words` are neutral: they stand in mail that an employer may read.
    `still_true(person, ref)` is asked when the letter is sent and when the notice is shown: may they still know?
    `link(ref)` is the path a notice leads to. `attachment(person, ref)` makes a file at sending time.
    """

    name: str
    subject: str
    words: str
    still_true: Callable[[User, str], bool] = always
    link: Callable[[str], str] = to_notices
    attachment: Callable[[User, str], Attachment | None] = no_attachment
