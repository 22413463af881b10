"""Floor 3: what is on, and who is coming. May import forum, editorial and network."""
