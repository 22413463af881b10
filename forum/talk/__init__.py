"""What is said: thread, message, reading; what changed since. May import spaces and network."""
