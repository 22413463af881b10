"""What they may see: viewer, audience, visible_to, the members' door. May import people."""
