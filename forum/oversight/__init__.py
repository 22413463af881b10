"""Eyes on moderation: who moderates, how much it is, what was decided. May import everything of this wing."""
