from forum.talk.models.attachment import Attachment
from forum.talk.models.bookmark import Bookmark
from forum.talk.models.draft import Draft
from forum.talk.models.edit import EarlierWords
from forum.talk.models.following import Following, FollowingLevel
from forum.talk.models.habits import Announce, Habits
from forum.talk.models.held import Held, HeldState
from forum.talk.models.message import Message
from forum.talk.models.reading import Reading
from forum.talk.models.thread import Thread
from forum.talk.models.touch import Touch

__all__ = [
    "Announce",
    "Attachment",
    "Bookmark",
    "Draft",
    "EarlierWords",
    "Following",
    "FollowingLevel",
    "Held",
    "HeldState",
    "Habits",
    "Message",
    "Reading",
    "Thread",
    "Touch",
]
