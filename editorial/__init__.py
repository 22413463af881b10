"""Floor 2: what editors publish. May import network; never forum or events."""
