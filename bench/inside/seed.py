"""`python -m bench.inside.seed PEOPLE ROOMS`: fills the migrated database of DATABASE_URL, says what it made."""

import json
import sys
from datetime import timedelta
from uuid import uuid4

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.utils import timezone

from forum.spaces.models import Space
from forum.talk.actions.thread import open_thread
from network.access.viewer import viewer_of
from network.people.models import Role, RoleKind, User


def fill(people: int, rooms: int) -> dict:
    """Members with sessions, in rooms with a thread each."""
    now = timezone.now()
    users = User.objects.bulk_create(
        User(email=f"bench{n}@bench.example", name=f"Listener {n}", password=f"!{uuid4()}") for n in range(people)
    )
    # Nobody in their first week, who post more slowly.
    facts = {"kind": RoleKind.ALUMNA, "scope": "C01", "starts_at": now - timedelta(days=30)}
    Role.objects.bulk_create(Role(person=user, **facts) for user in users)
    sessions, store = [], SessionStore()
    for user in users:
        data = {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: "allauth.account.auth_backends.AuthenticationBackend",
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
        sessions.append(
            Session(session_key=uuid4().hex, session_data=store.encode(data), expire_date=now + timedelta(days=1))
        )
    Session.objects.bulk_create(sessions)
    by = viewer_of(users[0])
    spaces = [Space.objects.create(name=f"Room {n}", audience="members") for n in range(rooms)]
    threads = [
        open_thread(by=by, space=space, title="Measured", body="Begin.", key=uuid4(), at=now) for space in spaces
    ]
    return {
        "cookies": [f"sessionid={session.session_key}" for session in sessions],
        "rooms": [space.public_id for space in spaces],
        "threads": [thread.pk for thread in threads],
        "pages": [f"/m/t/{thread.public_id}/" for thread in threads],
        "author": users[0].pk,
    }


if __name__ == "__main__":
    print(json.dumps(fill(int(sys.argv[1]), int(sys.argv[2]))))
