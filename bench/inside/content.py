"""`python -m bench.inside.content SIZES`: grows the demo world until there is so much of each kind; says where."""

import json
import sys
from datetime import timedelta
from uuid import uuid4

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone
from wagtail.rich_text import RichText

from bench.inside.posts import posts
from editorial.actions.tree import grow
from editorial.models import ArticlePage, BlogIndexPage
from events.diary.models import EventIndexPage, EventPage
from forum.spaces.models import Space
from forum.talk.models import Message, Reading, Thread
from network.access.audience import PUBLIC
from network.directory.models import FIELDS_WITH_AUDIENCE, FieldAudience, Profile
from network.people.models import Role, RoleKind, User

WORDS = "Leadership is something a room of colleagues can practise together, and it begins with who is asked to speak. "
READERS = 200
BATCH = 1000


def people(wanted: int) -> list[User]:
    """Listed members who share everything."""
    have = User.objects.filter(email__endswith="@bench.example").count()
    made = User.objects.bulk_create(
        User(email=f"bench{n}@bench.example", name=f"Listener {n}", password="!") for n in range(have, wanted)
    )
    # Nobody in their first week, who post more slowly.
    facts = {"kind": RoleKind.ALUMNA, "scope": "C01", "starts_at": timezone.now() - timedelta(days=30)}
    Role.objects.bulk_create(Role(person=user, **facts) for user in made)
    shared = {f"{name}_to": FieldAudience.MEMBERS for name in FIELDS_WITH_AUDIENCE}
    facts = {"role_title": "Head of service", "region": "London", "expertise": "leadership, kinship care"}
    Profile.objects.bulk_create(
        Profile(person=user, is_listed=True, listed_to="members", about=WORDS, **facts, **shared) for user in made
    )
    return list(User.objects.filter(email__endswith="@bench.example").order_by("pk"))


def talk(users: list[User], threads: int, messages: int) -> tuple[Space, Thread]:
    """A space with many threads, of which the reader has read nine in ten, and one long thread."""
    space, _ = Space.objects.get_or_create(name="Measured", defaults={"audience": "members", "position": 900})
    have = Thread.objects.filter(space=space).count()
    made = Thread.objects.bulk_create(
        Thread(space=space, author=users[n % len(users)], title=f"Thread {n} on leadership", key=uuid4())
        for n in range(have, threads)
    )
    long = Thread.objects.filter(space=space).order_by("pk").first()
    assert long is not None
    said = Message.objects.filter(thread=long).count()
    where = [*made, *[long] * (messages - said)]
    lines = [line(space, thread, users[n % len(users)], space.version + n + 1) for n, thread in enumerate(where)]
    Message.objects.bulk_create(lines, batch_size=BATCH)
    Space.objects.filter(pk=space.pk).update(version=space.version + len(lines))
    read = [Reading(person=users[0], thread=thread, position=10**9) for n, thread in enumerate(made) if n % 10]
    Reading.objects.bulk_create(read, batch_size=BATCH, ignore_conflicts=True)
    return space, long


def line(space: Space, thread: Thread, author: User, number: int) -> Message:
    words = {"body": WORDS, "html": f"<p>{WORDS}</p>", "key": uuid4(), "number": number, "version": number}
    return Message(space=space, thread=thread, author=author, **words)


def pages(wanted: int) -> tuple[ArticlePage, EventPage]:
    """Articles in the blog and public events; the first event has fifty places."""
    blog, diary = BlogIndexPage.objects.get(), EventIndexPage.objects.get()
    body = [("text", RichText("".join(f"<p>{WORDS * 4}</p>" for _ in range(6))))]
    have = ArticlePage.objects.filter(slug__startswith="bench-").count()
    for n in range(have, wanted):
        article = ArticlePage(
            title=f"On leadership {n}", slug=f"bench-{n}", audience=PUBLIC, standfirst=WORDS, author_name="Somebody"
        )
        article.body = body
        blog.add_child(instance=article)
        article.tags.add("leadership", f"topic {n % 8}")
        article.save_revision().publish()
        starts = timezone.now() + timedelta(days=30, hours=n)
        event = EventPage(title=f"Evening {n}", slug=f"bench-{n}", audience=PUBLIC, standfirst=WORDS, capacity=50)
        event.body, event.starts_at, event.ends_at = body, starts, starts + timedelta(hours=2)
        grow(diary, event)
    return ArticlePage.objects.get(slug="bench-0"), EventPage.objects.get(slug="bench-0")


def sessions(users: list[User]) -> list[str]:
    """A session each, made once."""
    store, made = SessionStore(), []
    ends = timezone.now() + timedelta(days=1)
    for user in users:
        data = {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: "allauth.account.auth_backends.AuthenticationBackend",
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
        made.append(Session(session_key=f"bench{user.pk:027}", session_data=store.encode(data), expire_date=ends))
    Session.objects.bulk_create(made, ignore_conflicts=True)
    return [f"sessionid={session.session_key}" for session in made]


def main(sizes: dict[str, int]) -> dict:
    users = people(max(sizes["people"], READERS))
    space, thread = talk(users, sizes["threads"], sizes["messages"])
    posts(users[:READERS], sizes["posts"])
    article, event = pages(sizes["pages"])
    with connection.cursor() as cursor:
        # A house that grew over years has had this done all along, by PostgreSQL itself.
        cursor.execute("analyze")
    return {
        "cookies": sessions(users[:READERS]),
        "paths": {
            "home": "/",
            "article": article.relative_url,
            "articles": "/blog/",
            "event": event.relative_url,
            "events": "/events/",
            "booking": f"/m/e/{event.public_id}/registration/",
            "members": "/m/",
            "directory": "/m/people/",
            "spaces": "/m/discussions/",
            "threads": f"/m/s/{space.public_id}/",
            "thread": f"/m/t/{thread.public_id}/",
        },
    }


if __name__ == "__main__":
    print(json.dumps(main(json.loads(sys.argv[1]))))
