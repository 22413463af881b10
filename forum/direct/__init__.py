"""Private conversations by consent: invitation, proposal, leaving, block. May import talk, files, spaces, network."""
