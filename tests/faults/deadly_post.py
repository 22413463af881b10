"""Settings of a house whose worker is killed in the middle of its mail, and the mail backend that does it."""

import os
import signal
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from django.core.mail.backends.filebased import EmailBackend as FileBackend

from config.settings.dev import *  # noqa: F403
from config.settings.dev import VAR

EMAIL_BACKEND = "tests.faults.deadly_post.EmailBackend"
WORKER_SILENCE = timedelta(seconds=6)
DIES_AT = 5


class EmailBackend(FileBackend):
    """Kills its process at the fifth letter, once: before or after that letter has left, as the house was told."""

    def send_messages(self, email_messages: Sequence) -> int:
        died = Path(VAR) / "died"
        is_fifth = not died.exists() and len(list(Path(self.file_path).glob("*.log"))) == DIES_AT - 1
        if is_fifth:
            died.touch()
        if is_fifth and os.environ["DEADLY_MOMENT"] == "before":
            os.kill(os.getpid(), signal.SIGKILL)
        sent = super().send_messages(email_messages)
        if is_fifth:
            os.kill(os.getpid(), signal.SIGKILL)
        return sent
