"""What follows a decision: appeals, what its reporter hears, what moderators note. May import the desk and below."""
