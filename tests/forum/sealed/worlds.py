"""A story told under pen names, and all that is left of it: for readers, for moderators, and in the database."""

import json
import re
from functools import cache
from uuid import uuid4

from django.db import connection
from django.urls import reverse

from forum.concerns.rulebook import rules_to_quote
from forum.desk.models import Case, Report
from forum.sealed.hints import hints_for
from forum.sealed.jobs import tell_of_pens
from forum.sealed.models import Seal
from forum.sealed.rules import is_behind
from forum.talk.models import Message
from network.access.viewer import viewer_of
from network.directory.models import Profile
from tests.factories.forum import say
from tests.house.matrix import CHANCE

# What is drawn by chance for each row. Told apart only by being the same as another or not.
DRAWN = {"public_id": "word", "ref": "word"} | {name: name for name in ("key", "mark", "ciphertext", "session_key")}
# Tables of the database's own, which number rows that are rolled back.
BOOKKEEPING = {"sqlite_sequence"}
# Jobs are numbered by chance, and those of one moment stand in no order.
JOBS = "django_tasks_database_dbtaskresult"
HOUR_SECONDS = 3_600


class World:
    """One telling. `cast` says who is meant by each part: the same story with the two exchanged is the other world. The
    clock stands, but where the story lets an hour pass."""

    def __init__(self, stage, cast, clock):
        self.stage, self.cast, self.clock = stage, cast, clock
        self.threads, self.observers = stage.threads, stage.observers

    def tell(self, story):
        for number, (verb, *facts) in enumerate(story):
            getattr(self, verb)(number, *facts)
        return self

    def whisper(self, number, part, thread, answered, words="Words"):
        someone, thread = self.cast[part], self.threads[thread % len(self.threads)]
        viewer, words = viewer_of(someone.person), f"{words} {number}"
        said = list(Message.objects.filter(thread=thread).order_by("pk"))
        facts = {"body": words, "key": uuid4(), "step": "post", "reply_to": said[answered % len(said)].public_id}
        facts["seen"] = " ".join(hint.code for hint in hints_for(viewer, thread.space, words))
        someone.client.post(reverse("unnamed", args=[thread.public_id]), facts)

    def call(self, number, part, thread):
        """Everybody by name: the reader, the one who may have written it, and the one who may not."""
        people = [self.observers["reader"], self.stage.ada, self.stage.bee]
        self.whisper(number, part, thread, 0, " ".join(f"@{one.person.name}, listen." for one in people))

    def speak(self, number, thread):
        say(viewer_of(self.observers["reader"].person), self.threads[thread % len(self.threads)], f"Aloud {number}")

    def answer(self, number, message):
        if pens := self._said_by_pens():
            replied = pens[message % len(pens)]
            say(viewer_of(self.observers["reader"].person), replied.thread, f"To you {number}", reply_to=replied)

    def react(self, number, message):
        self._raised(message, "reactions", {"kind": "thanks"})

    def mute(self, number, message):
        self._raised(message, "pen_mute", {})

    def report(self, number, message):
        """The reader does, and the moderator hides it and lets the pen rest."""
        self._raised(message, "report_new", {"reason": "harassment", "words": "Look", "key": uuid4()})
        for case in Case.objects.filter(state="open"):
            facts = {"decision": "pause_day", "words": "Please go slower", "reason": "Logged"}
            facts["rule"] = rules_to_quote()[1]
            self.observers["moderator"].client.post(reverse("case", args=[case.public_id]), facts)

    def hour(self, number):
        self.clock.shift(HOUR_SECONDS)
        tell_of_pens.now()

    def _said_by_pens(self):
        return list(Message.objects.standing().exclude(pen_name="").select_related("thread__space").order_by("pk"))

    def _raised(self, number, route, facts):
        """What the reader does with one of the messages of pens."""
        if pens := self._said_by_pens():
            message = pens[number % len(pens)]
            place = reverse(route, args=[message.thread.public_id, message.public_id])
            self.observers["reader"].client.post(place, facts)

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
        asked += [("post", reverse("members_search"), {"q": words}) for words in ("Words", "Abeni", "Bisi")]
        people = Profile.objects.filter(person__in=[self.stage.ada.person, self.stage.bee.person]).order_by("pk")
        asked += [("get", reverse("profile", args=[profile.public_id]), {}) for profile in people]
        desk = [reverse(name) for name in ("cases", "openings", "duty", "all_held", "hold_orders", "watchwords")]
        desk += [reverse("case", args=[case.public_id]) for case in Case.objects.order_by("pk")]
        pens = Message.objects.exclude(pen_name="").order_by("pk")
        desk += [reverse("pen", args=[message.public_id]) for message in pens]
        watched = [("reader", *one) for one in asked] + [("moderator", *one) for one in asked]
        watched += [("moderator", "get", place, {}) for place in desk]
        overseen = ("oversight", "moderators", "load", "numbers", "staff_log", "record", "openings", "cases")
        watched += [("owner", "get", reverse(name), {}) for name in overseen]
        return [self.seen(*one) for one in watched]

    def seen(self, who, method, place, facts):
        answer = getattr(self.observers[who].client, method)(place, facts)
        body = CHANCE.sub(b"", answer.content).decode()
        for kind in (Message, Report, Case):
            for rank, drawn in enumerate(kind.objects.order_by("pk")):
                body = body.replace(drawn.public_id, f"{kind.__name__} {rank}")
        return answer.status_code, re.sub(r'(?<=data-cursor=")[^"]+', "", body)


def dump():
    """Every row of every table, as whoever holds the database without the keys reads it."""
    drawn = {}
    with connection.cursor() as cursor:
        tables = sorted(set(connection.introspection.table_names(cursor)) - BOOKKEEPING)
        found = {table: _rows(cursor, table) for table in tables}
    ranks = {table: {row.get("id"): rank for rank, row in enumerate(rows)} for table, rows in found.items()}
    told = {table: [_plain(table, row, ranks, drawn) for row in rows] for table, rows in found.items()}
    return told | {JOBS: sorted(told[JOBS], key=repr)}


def _rows(cursor, table):
    cursor.execute(f'SELECT * FROM "{table}" ORDER BY 1')  # noqa: S608 - names from the database itself
    columns = [column[0] for column in cursor.description]
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


@cache
def _leads_to(table):
    """Which table each column of this one leads to."""
    with connection.cursor() as cursor:
        relations = connection.introspection.get_relations(cursor, table)
    return {column: relation[1] for column, relation in relations.items() if relation[0] == "id"}


def _plain(table, row, ranks, drawn):
    """Numbers of rows as ranks, and what chance drew as the first, the second, the third of its kind."""
    if table == JOBS:
        name, letters, *_ = json.loads(row["args_kwargs"])["args"]
        return {"job": name, "about": [ranks["notices_letter"].get(letter) for letter in letters]}
    told = {}
    for column, value in row.items():
        if column == "id":
            told[column] = ranks[table][value]
        elif column in _leads_to(table) and value is not None:
            told[column] = ranks[_leads_to(table)[column]].get(value)
        elif column in DRAWN:
            plain = bytes(value) if column == "ciphertext" else str(value)
            told[column] = drawn.setdefault((DRAWN[column], plain), len(drawn))
        else:
            told[column] = value
    return told
