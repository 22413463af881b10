"""Notices are told by rooms above: what is told here comes from a thread."""

from tests.forum.conftest import hides, lounge, topic  # noqa: F401
