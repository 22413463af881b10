"""Where a web socket arrives: one path per space, and the same refusal for everything else."""

import re

from forum.live.asgi import Message, Receive, Send
from forum.live.socket import listen, refuse

_PATH = re.compile(r"/m/live/socket/([A-Za-z0-9_-]{4,32})/")


async def sockets(scope: Message, receive: Receive, send: Send) -> None:
    """The ASGI application for web sockets."""
    if found := _PATH.fullmatch(scope["path"]):
        await listen(scope, receive, send, found[1])
    else:
        await refuse(receive, send)
