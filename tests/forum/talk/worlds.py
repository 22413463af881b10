"""A story told in a space, and what a viewer is told of it. The shield's proof tells each story twice."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

from forum.talk import pages
from forum.talk.actions.message import delete_message, edit_message, post_message
from forum.talk.actions.reading import mark_read
from forum.talk.actions.thread import open_thread
from forum.talk.changes import changes_since, cursor_now
from forum.talk.lists import spaces_with_news, threads_with_news
from forum.talk.models import Message
from forum.talk.search import find_messages, find_threads
from tests.factories.forum import make_space

# So lately that every word of the story may still be changed.
START = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1)


class World:
    """One telling of the story. `made` keeps a place for everything that is left out, so that numbers mean the same."""

    def __init__(self, people, without):
        self.people, self.without = people, without
        self.space = make_space("The room")
        self.threads, self.messages, self.looks = [], [], []

    def viewer(self, who):
        return self.people[who]

    def tell(self, story):
        self.open(0, "other")
        for number, (verb, *facts) in enumerate(story, 1):
            getattr(self, verb)(number, *facts)
        return self

    def pick(self, things, number):
        return things[number % len(things)] if things else None

    def open(self, number, who):
        thread = None
        if who != self.without:
            when, title = START + timedelta(minutes=number), f"Title {number}"
            by = self.viewer(who)
            thread = open_thread(by=by, space=self.space, title=title, body=f"First {number}", key=uuid4(), at=when)
        self.threads.append(thread)
        self.messages.append((who, thread and thread.messages.get()))

    def say(self, number, who, thread, answered):
        thread, (_, quoted) = self.pick(self.threads, thread), self.pick(self.messages, answered)
        message = None
        if who != self.without and thread and self.sees(who, thread):
            when, body = START + timedelta(minutes=number), f"Words {number}"
            by = self.viewer(who)
            message = post_message(by=by, thread=thread, body=body, key=uuid4(), reply_to=quoted, at=when)
        self.messages.append((who, message))

    def sees(self, who, thing):
        return type(thing).objects.visible_to(self.viewer(who)).filter(pk=thing.pk).exists()

    def edit(self, number, message):
        who, message = self.pick(self.messages, message)
        if message and self.stands(message):
            edit_message(by=self.viewer(who), message=message, body=f"Other words {number}")

    def delete(self, number, message):
        who, message = self.pick(self.messages, message)
        if message and self.stands(message):
            delete_message(by=self.viewer(who), message=message)

    def stands(self, message):
        message.refresh_from_db()
        return message.is_standing

    def read(self, number, message):
        _, message = self.pick(self.messages, message)
        if message and self.sees("viewer", message):
            mark_read(by=self.viewer("viewer"), thread=message.thread, upto=message)

    def look(self, number):
        self.looks.append(cursor_now(self.viewer("viewer"), self.space))

    # ---- what the viewer is told, without what is chance

    def answers(self):
        viewer = self.viewer("viewer")
        threads = list(threads_with_news(viewer).filter(space=self.space).by_activity())
        (space,) = [one for one in spaces_with_news(viewer) if one == self.space]
        return {
            "threads": [(one.title, one.many, one.unread, one.latest_at) for one in threads],
            "space": (space.unread, space.latest and space.latest.body),
            "pages": [self.pages_of(viewer, one) for one in threads],
            "search": [self.words(find_messages(viewer, "o")), self.words(find_threads(viewer, "Title"))],
            "frames": [self.frames(viewer, cursor) for cursor in self.looks],
            "places": [self.looks.index(cursor) for cursor in self.looks],
        }

    def words(self, found):
        return [getattr(one, "title", None) or one.body for one in found if one.space_id == self.space.pk]

    def pages_of(self, viewer, thread):
        """The page one lands on, every older one, the way back, and the page of each link."""
        page = pages.thread_page(viewer, thread)
        told = [self.shown(page)]
        for way, mark in (("before", "older"), ("after", "newer")):
            while getattr(page, mark):
                page = pages.thread_page(viewer, thread, **{way: getattr(page, mark)})
                told.append(self.shown(page))
        linked = Message.objects.visible_to(viewer).filter(thread=thread).in_order()
        return told + [self.shown(pages.thread_page(viewer, thread, at=one.public_id)) for one in linked]

    def shown(self, page):
        lines = [(o.message.body, o.quoted and o.quoted.body, o.is_first_unread) for o in page.shown]
        return lines, page.unread, bool(page.older), bool(page.newer)

    def frames(self, viewer, cursor):
        told, names = [], {cursor: 0}
        for _ in range(30):
            changes = changes_since(viewer, self.space, cursor, limit=3)
            for one in changes.items:
                names.setdefault(one.cursor, len(names))
                body = Message.objects.get(public_id=one.element.removeprefix("message-")).body
                told.append((body, "message__quote" in one.html, one.is_new, names[one.follows], names[one.cursor]))
            cursor = changes.cursor
            if not changes.more:
                return told, changes.reset, cursor == cursor_now(viewer, self.space)
        raise AssertionError("the chain does not end")
