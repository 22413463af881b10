"""What Ada of the demo world does not want before her: one message, and all that somebody says."""

from typing import Any

from forum.folds.actions.fold import fold_away
from forum.talk.demo import key_of
from forum.talk.models import Message
from network.access.viewer import viewer_of

ORDER = 77


def build(world: Any) -> None:
    ada = viewer_of(world.cast("ada"))
    for thread in world.read_json("threads.json")["threads"]:
        for row in (thread["opener"], *thread["replies"]):
            why = row["moderation"]["reason"]
            message = Message.objects.visible_to(ada).filter(key=key_of(row)).exclude(author=ada.person_id).first()
            if message is not None and why in {"tone", "advert"}:
                fold_away(by=ada, message=message, folds=why == "tone", mutes=why == "advert")
