"""Many posts to look for: in spaces the reader reads and spaces they do not, some by people who hide from them."""

import random
from itertools import cycle
from uuid import uuid4

from bench.words import SEEN, SOUGHT, UNSEEN, sentences
from forum.spaces.models import Space
from forum.talk.models import Message, Thread
from network.people.models import Shield, ShieldLevel, User

# The reader is an alumna of cohort C01. Two posts in eight stand where they do not read.
READ = ("members", "alumni", "cohort:C01")
AUDIENCES = (*READ, *READ, "cohort:C99", "group:reference")
THREADS = 100
# One author in ten hides from the reader: from lists, or everywhere.
HIDING = 10
# How often the word is said that is looked for to see who may find what.
OFTEN = 40
BATCH = 1000


def posts(users: list[User], wanted: int) -> None:
    """Add posts until there are so many. The first user is the reader."""
    reader, *authors = users
    have = Message.objects.filter(space__name__startswith="Searched").count()
    by = random.Random(have)
    hiding = dict(zip(authors[::HIDING], cycle(ShieldLevel.values), strict=False))
    shields = (Shield(person=author, other=reader, level=level) for author, level in hiding.items())
    Shield.objects.bulk_create(shields, ignore_conflicts=True)
    for number, audience in enumerate(AUDIENCES):
        space, _ = Space.objects.get_or_create(name=f"Searched {number}", audience=audience)
        fill(space, authors, (wanted - have) // len(AUDIENCES), by, hiding)


def fill(space: Space, authors: list[User], many: int, by: random.Random, hiding: dict[User, str]) -> None:
    """So many posts more in one space."""
    threads = Thread.objects.bulk_create(
        Thread(space=space, author=by.choice(authors), title=f"Searched {n}", key=uuid4()) for n in range(THREADS)
    )
    lines = []
    for number in range(space.version + 1, space.version + many + 1):
        author, thread = by.choice(authors), by.choice(threads)
        # A search leads to nobody who hides in any way, and into no thread of somebody who hides everywhere.
        is_seen = author not in hiding and hiding.get(thread.author) != ShieldLevel.EVERYWHERE
        told = SEEN if is_seen and space.audience in READ else UNSEEN
        body = (f"{SOUGHT} {told} " if number % OFTEN == 0 else "") + sentences(by)
        words = {"body": body, "html": f"<p>{body}</p>", "key": uuid4(), "number": number, "version": number}
        lines.append(Message(space=space, thread=thread, author=author, **words))
    Message.objects.bulk_create(lines, batch_size=BATCH)
    Space.objects.filter(pk=space.pk).update(version=space.version + many)
