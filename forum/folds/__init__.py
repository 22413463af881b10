"""What a reader folds away for themselves: a message, or what one person says. May import talk and the network."""
