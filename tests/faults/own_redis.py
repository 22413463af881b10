"""A Redis server of a test's own: shared ones are nobody's to stop."""

import subprocess

from redis import Redis as Client

from tests.services.servers import free_port


class Redis:
    """A Redis server of our own, to stop and start."""

    def __init__(self) -> None:
        self.port = free_port()
        self.start()

    def start(self) -> None:
        words = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
        self.process = subprocess.Popen(words, stdout=subprocess.DEVNULL)

    def flush(self) -> None:
        """Forget everything: what limits counted, and every line the processes have laid to each other stays."""
        with Client(port=self.port) as client:
            client.flushall()

    def restart(self) -> None:
        """Gone and back at once, with nothing in it."""
        self.kill()
        self.start()

    def kill(self) -> None:
        self.process.kill()
        self.process.wait(10)
