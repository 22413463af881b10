"""`python -m tests.services.cookies`: signs the cast of the demo world in and prints their session cookies as JSON."""

import json

import django

django.setup()

from network.people.demo import CAST  # noqa: E402
from network.people.models import User  # noqa: E402
from tests.running import session_cookie  # noqa: E402

if __name__ == "__main__":
    print(json.dumps({one.handle: session_cookie(User.objects.get(email=one.email)) for one in CAST}))  # noqa: T201
