"""`python -m tests.services COMMAND`: runs it with DATABASE_URL and REDIS_URL, the given ones or throw-away servers.

With `--can` only says whether that is possible here, and why not.
"""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack

from tests.services.servers import install, lacking, postgres, redis


def main(words: list[str]) -> int:
    if words == ["--can"]:
        missing = lacking()
        if missing and install(missing):
            missing = lacking()
        if missing:
            print(f"not installed here: {' '.join(missing)}  (sudo apt-get install -y {' '.join(missing)})")  # noqa: T201
        return 1 if missing else 0
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with ExitStack() as servers:
        environment = dict(os.environ)
        if not environment.get("DATABASE_URL"):
            environment["DATABASE_URL"] = servers.enter_context(postgres())
        if not environment.get("REDIS_URL"):
            environment["REDIS_URL"] = servers.enter_context(redis())
        return subprocess.run(words, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
