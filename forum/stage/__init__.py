"""The talk of an event: a thread with a timetable, its hosts, and the questions people want answered first."""
