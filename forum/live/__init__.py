"""The only async code: hub, socket, stream, doorbell. May import talk, spaces and network."""
