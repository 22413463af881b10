from forum.talk.models.message import Message
from forum.talk.models.reading import Reading
from forum.talk.models.thread import Thread

__all__ = ["Message", "Reading", "Thread"]
