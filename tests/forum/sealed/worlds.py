"""A story told under pen names, and all that is left of it: for readers, for moderators, and in the database."""

import re
from uuid import uuid4

from django.db import connection
from django.urls import reverse

from forum.sealed.hints import hints_for
from forum.sealed.models import Seal
from forum.sealed.rules import is_behind
from forum.talk.models import Message
from network.access.viewer import viewer_of
from tests.factories.forum import say
from tests.house.matrix import CHANCE

# What is drawn by chance for each row. Told apart only by being the same as another or not.
DRAWN = {"public_id", "key", "mark", "ciphertext", "session_key"}
# Tables of the database's own, which number rows that are rolled back.
BOOKKEEPING = {"sqlite_sequence"}


class World:
    """One telling. `cast` says who is meant by each part: the same story with the two exchanged is the other world."""

    def __init__(self, cast, threads, observers):
        self.cast, self.threads, self.observers = cast, threads, observers

    def tell(self, story):
        for number, (verb, *facts) in enumerate(story):
            getattr(self, verb)(number, *facts)
        return self

    def whisper(self, number, part, thread, answered):
        someone, thread = self.cast[part], self.threads[thread % len(self.threads)]
        viewer, words = viewer_of(someone.person), f"Words {number}"
        said = list(Message.objects.filter(thread=thread).order_by("pk"))
        facts = {"body": words, "key": uuid4(), "step": "post", "reply_to": said[answered % len(said)].public_id}
        facts["seen"] = " ".join(hint.code for hint in hints_for(viewer, thread.space, words))
        someone.client.post(reverse("unnamed", args=[thread.public_id]), facts)

    def speak(self, number, thread):
        say(viewer_of(self.observers["reader"].person), self.threads[thread % len(self.threads)], f"Aloud {number}")

    def change(self, number, part, message):
        self._own(part, message, "unnamed_edit", {"body": f"Other words {number}"})

    def erase(self, number, part, message):
        self._own(part, message, "unnamed_deletion", {})

    def _own(self, part, number, route, facts):
        someone = self.cast[part]
        viewer = viewer_of(someone.person)
        mine = [one for one in Message.objects.exclude(pen_name="").order_by("pk") if is_behind(viewer, one)]
        if mine:
            message = mine[number % len(mine)]
            someone.client.post(reverse(route, args=[message.thread.public_id, message.public_id]), facts)

    def rest(self, number, thread):
        """The moderator pauses whichever pen wrote first in a thread."""
        seal = Seal.objects.filter(thread=self.threads[thread % len(self.threads)]).order_by("pk").first()
        message = seal and Message.objects.filter(thread=seal.thread, pen_name=seal.pen_name).first()
        if message:
            facts = {"span": "day", "reason": "Slower"}
            self.observers["moderator"].client.post(reverse("pen", args=[message.public_id]), facts)

    # ---- what is left

    def pages(self):
        """Every page of it, for a reader and for a moderator, without what is chance."""
        space = self.threads[0].space
        places = [reverse("space", args=[space.public_id]), reverse("discussions"), reverse("notices")]
        places += [reverse("thread", args=[thread.public_id]) for thread in self.threads]
        asked = [("get", place, {}) for place in places]
        for message in Message.objects.order_by("pk"):
            asked.append(("get", reverse("message", args=[message.thread.public_id, message.public_id]), {}))
        asked.append(("post", reverse("members_search"), {"q": "Words"}))
        desk = [reverse("cases"), reverse("openings")]
        pens = Message.objects.exclude(pen_name="").order_by("pk")
        desk += [reverse("pen", args=[message.public_id]) for message in pens]
        watched = [("reader", *one) for one in asked] + [("moderator", *one) for one in asked]
        watched += [("moderator", "get", place, {}) for place in desk]
        return [self.seen(*one) for one in watched]

    def seen(self, who, method, place, facts):
        answer = getattr(self.observers[who].client, method)(place, facts)
        body = CHANCE.sub(b"", answer.content).decode()
        for rank, message in enumerate(Message.objects.order_by("pk")):
            body = body.replace(message.public_id, f"message {rank}")
        return answer.status_code, re.sub(r'(?<=data-cursor=")[^"]+', "", body)


def dump():
    """Every row of every table, as whoever holds the database without the keys reads it."""
    names, drawn = {}, {}
    with connection.cursor() as cursor:
        tables = sorted(set(connection.introspection.table_names(cursor)) - BOOKKEEPING)
        found = {table: _rows(cursor, table) for table in tables}
    for table, rows in found.items():
        names[table] = {row["id"]: rank for rank, row in enumerate(rows) if "id" in row}
    return {table: [_plain(table, row, names, drawn) for row in rows] for table, rows in found.items()}


def _rows(cursor, table):
    cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608 - names from the database itself
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def _plain(table, row, names, drawn):
    """Numbers of rows as ranks, and what chance drew as the first, the second, the third of its kind."""
    told = {}
    for column, value in row.items():
        if column == "id":
            value = names[table][value]
        elif column in ("reply_to_id", "message_id") and value is not None:
            value = names["talk_message"].get(value)
        elif column == "seal_id":
            value = names["sealed_seal"][value]
        elif column in DRAWN:
            value = drawn.setdefault((column, bytes(value) if column == "ciphertext" else str(value)), len(drawn))
        elif column.endswith("_at") and table in ("sealed_penpause", "records_staffaction", "talk_edit"):
            value = "then"
        told[column] = value
    return told
