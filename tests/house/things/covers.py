"""Of what is out of sight."""

from uuid import uuid4

from forum.concerns.actions.concern import Hiding, Told, decide_concern, report_subject
from forum.covers.models import Cover
from tests.factories.forum import make_thread


def adas_cover(cast):
    """Of a title of hers, reported by Cem and hidden by Dina."""
    thread = make_thread(cast.ada.viewer)
    told = Told("other", "Please look")
    concern = report_subject(by=cast.cem.viewer, kind="thread", ref=thread.public_id, told=told, key=uuid4())
    facts = {"acts": True, "reason": "Logged", "hiding": Hiding(("title",), "Please open it anew.")}
    decide_concern(by=cast.dina.viewer, concern=concern, **facts)
    return {"kind": "cover", "ref": Cover.objects.get(thread=thread).public_id}
