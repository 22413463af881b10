"""What waits for a moderator, and concerns about anything but a message. May import talk, spaces and the network."""
