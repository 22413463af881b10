"""Every bound of an upload, in one table."""

from datetime import timedelta

LARGEST = 10 * 1024 * 1024
MOST_A_MESSAGE = 4
# Per person. What was taken back counts on, until its hour or day is over.
MOST_AN_HOUR, HOUR = 20, timedelta(hours=1)
LARGEST_A_DAY, DAY = 100 * 1024 * 1024, timedelta(days=1)
# How long a file waits for its message.
WAITS_FOR = timedelta(days=1)
NAME_LENGTH = 80
ALT_LENGTH = 200
# The longer side of the two sizes a picture is kept in.
FULL, SMALL = 2048, 480
