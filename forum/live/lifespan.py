"""The ASGI lifespan: the hub opens with the server and closes with it."""

import gc

from forum.live.asgi import Message, Receive, Send
from forum.live.hub import hub


async def lifespan(scope: Message, receive: Receive, send: Send) -> None:
    """Answers the server's start and stop. A hub that cannot open is our bug, and the server must not start."""
    while True:
        message = await receive()
        if message["type"] == "lifespan.startup":
            await hub.open()
            spare_the_collector()
            await send({"type": "lifespan.startup.complete"})
        elif message["type"] == "lifespan.shutdown":
            await hub.close()
            await send({"type": "lifespan.shutdown.complete"})
            return


def spare_the_collector() -> None:
    """What was made while starting stays for ever: the collector need not walk through it at every turn.

    Nor need it turn after every 700 objects, in a process that holds a thousand sockets and makes objects by the query.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
