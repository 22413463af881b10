"""Where talk happens: space and who belongs. May import network."""
