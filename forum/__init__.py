"""Floor 2: live discussion. May import network; never editorial or events."""
