"""The usual way, as measure: one consumer per socket, one group send per message, nothing stored."""
