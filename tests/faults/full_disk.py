"""Settings of a house whose database answers questions and takes nothing: it is read-only, or its disk is full."""

from config.settings.dev import *  # noqa: F403
from config.settings.dev import DATABASES

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA query_only=ON;"
else:
    DATABASES["default"]["OPTIONS"]["options"] = "-c default_transaction_read_only=on"
