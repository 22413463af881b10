"""Of what a reader folds away."""

from forum.folds.actions.fold import fold_away
from tests.factories.forum import make_thread, say


def message(cast):
    """Ada's, in a room of all members."""
    said = _said(cast)
    return {"thread_id": said.thread.public_id, "public_id": said.public_id}


def muted_by_cem(cast):
    """Ada, by Cem."""
    fold_away(by=cast.cem.viewer, message=_said(cast), mutes=True)
    return {"person_id": cast.ada.person.public_id}


def _said(cast):
    return say(cast.ada.viewer, make_thread(cast.ada.viewer))
