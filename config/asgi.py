"""The entrance. Pages pass a bridge to WSGI, live streams stay native, sockets go to the forum.

Django's async path hops to a thread for each middleware and cannot keep database connections; the bridge costs about
half (docs/decisions). It collects a streamed answer before the first byte, so what must flow stays off it.
"""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")

from django.core.asgi import get_asgi_application

native = get_asgi_application()

from a2wsgi import WSGIMiddleware
from channels.routing import ProtocolTypeRouter
from django.core.wsgi import get_wsgi_application

from config.origin import SameOriginOnly
from forum.live.lifespan import lifespan
from forum.live.routing import sockets

LIVE = "/m/live/"
# The largest honest body is four files under a message; Django has lower limits of its own, after reading.
LARGEST_BODY = 42 * 1024 * 1024

bridge = WSGIMiddleware(get_wsgi_application(), workers=8)


async def http(scope, receive, send) -> None:
    """Native for what streams, the bridge for every page."""
    if declared_length(scope) > LARGEST_BODY:
        await too_large(send)
        return
    app = native if scope["path"].startswith(LIVE) else bridge
    await app(scope, receive, send)


def declared_length(scope) -> int:
    """What the request says of its body's length; nonsense counts as nothing and is refused further in."""
    value = dict(scope["headers"]).get(b"content-length", b"0")
    return int(value) if value.isdigit() else 0


async def too_large(send) -> None:
    """Refuse before reading."""
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": b"This is larger than we can take."})


application = ProtocolTypeRouter({"http": http, "websocket": SameOriginOnly(sockets), "lifespan": lifespan})
