"""The ASGI lifespan: the hub opens with the server and closes with it."""

from forum.live.asgi import Message, Receive, Send
from forum.live.hub import hub


async def lifespan(scope: Message, receive: Receive, send: Send) -> None:
    """Answers the server's start and stop. A hub that cannot open is our bug, and the server must not start."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await hub.open()
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            await hub.close()
            await send({"type": "lifespan.shutdown.complete"})
            return
