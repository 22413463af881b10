"""Close codes, limits and frame sizes of sockets and streams: one table, without Django, so that the server's own
protocol class can read it before the house is up."""

from enum import StrEnum


class Why(StrEnum):
    """Why the server ends a reading. Sockets say it with a close code, streams with an event."""

    SESSION_OVER = "session-over"
    RIGHT_LOST = "right-lost"
    TOO_FAST = "too-fast"
    BINARY = "binary"
    BAD_FRAMES = "bad-frames"
    TOO_BIG = "too-big"
    RESTART = "restart"
    RENEWAL = "renewal"
    SLOW = "slow"


# Clients come back after 1001, 1006, 1011, 1012 and 1013, with jitter (after 1012 half a minute), never after a 44xx.
CLOSE_CODES = {
    Why.SESSION_OVER: 4401,
    Why.RIGHT_LOST: 4403,
    Why.TOO_FAST: 4429,
    Why.BINARY: 1003,
    Why.BAD_FRAMES: 1008,
    Why.TOO_BIG: 1009,
    Why.RESTART: 1012,
    Why.RENEWAL: 1001,
    Why.SLOW: 1013,
}

# What a page may send up.
FRAME_BYTES = 64 * 1024
SIGNAL_BYTES = 400
BAD_FRAMES_FORGIVEN = 2
SIGNALS = 40
SIGNALS_SECONDS = 20
TYPING_SECONDS = 2

# The line itself.
# Every socket is looked at once a turn, and ended when none of its signs of life came for three: a minute.
PULSE_SECONDS = 20.0
PULSE_BEATS = 10
SILENT_TURNS = 3
STREAM_SECONDS = 15 * 60
STREAM_PULSE_SECONDS = 15
POLL_SECONDS = 25
# How long a page bears silence (assets/js/lib/lines.js): then it asks its socket for a pulse, and begins a stream or a
# poll anew. What does not open, or a socket that does not answer, is given up sooner.
SILENCE_SECONDS = {"socket": 45, "stream": 2 * STREAM_PULSE_SECONDS + 2, "poll": POLL_SECONDS + 12}
ANSWER_SECONDS = 10
# About once a day a socket comes back on a fresh connection, each at a time of its own and without delay.
READING_SECONDS = 24 * 3600
READING_JITTER = 0.2

# A reader who does not keep up is caught up from the database; behind by more than this, they must come back.
LAG_EVENTS = 256
LAG_BYTES = 1024 * 1024

# The hub.
HEARTBEAT_SECONDS = 3.0
PACE_SECONDS = 0.01
GATHER_SECONDS = 0.1
QUESTIONS_AT_ONCE = 20
SIGHT_SECONDS = 60.0
SIGHT_AT_ONCE = 100
LISTEN_SECONDS = 30.0
QUESTION_THREADS = 4
JOIN_TRIES = 5

# Presence.
HERE_SECONDS = 15.0
HERE_LASTS_SECONDS = 45.0
TYPING_ROOM = 60
