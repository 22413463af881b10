"""`python -m config.web`: the web server with all that must not depend on who starts it.

Without an access log, because addresses and paths are people's own; with our sockets; and with the lifespan that opens
the hub.
"""

import sys
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from pathlib import Path

from uvicorn import Config
from uvicorn.config import LOG_LEVELS, STARTUP_FAILURE
from uvicorn.supervisors import ChangeReload

from forum.live.server import LiveProcesses, LiveServer

# `bali` watches the same for the worker.
WATCHED = ["config", "network", "editorial", "forum", "events"]


def arguments() -> Namespace:
    """Where to listen, with how many processes, and how to end."""
    parser = ArgumentParser(prog="python -m config.web")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--uds", metavar="FILE", help="a socket file, instead of host and port")
    parser.add_argument("--forwarded-allow-ips", metavar="ADDRESSES", help="whose word on a visitor's address is taken")
    parser.add_argument("--workers", type=int, default=1, help="how many processes")
    parser.add_argument("--timeout-graceful-shutdown", type=int, default=20, metavar="SECONDS")
    parser.add_argument("--log-level", default="warning", choices=list(LOG_LEVELS))
    parser.add_argument("--reload", action="store_true", help="start anew when the code changes")
    return parser.parse_args()


def main() -> None:
    """Serve until told to end."""
    asked = vars(arguments())
    config = Config(
        "config.asgi:application",
        **asked,
        reload_dirs=WATCHED if asked["reload"] else None,
        ws="forum.live.protocol:LiveProtocol",
        ws_per_message_deflate=False,
        lifespan="on",
        access_log=False,
        server_header=False,
    )
    server = LiveServer(config)
    try:
        with suppress(KeyboardInterrupt):
            if config.should_reload:
                ChangeReload(config, target=server.run, sockets=[config.bind_socket()]).run()
            elif config.workers > 1:
                LiveProcesses(config, sockets=[config.bind_socket()]).run()
            else:
                server.run()
    finally:
        if config.uds:
            Path(config.uds).unlink(missing_ok=True)
    if not config.use_subprocess and not server.started:
        sys.exit(STARTUP_FAILURE)


if __name__ == "__main__":
    main()
