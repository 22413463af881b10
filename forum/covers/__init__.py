"""Words of a thread's title or a profile that moderators have taken out of sight. May import talk and the network."""
