"""Offices used in the rooms below this one: each use is a line, in the transaction of the deed."""

from typing import Any

from network.records.actions.log import keep_line


def keep_staff_act(*, by_id: int, verb: str, about_id: int | None, reason: str, **_: Any) -> None:
    """A line that cannot be written stops the deed: what was not noted has not happened."""
    keep_line(by_id=by_id, verb=verb, about_id=about_id, reason=reason)
