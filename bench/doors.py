"""Where one comes to a server: a port on the loopback, or a socket file, as the proxy comes to it (decision 24)."""

import asyncio
import socket

# A port, or the path of a socket file.
Door = int | str
SMALL_PACKET = 536


def address_of(door: Door) -> tuple[str, int] | str:
    """What a socket connects to."""
    return door if isinstance(door, str) else ("127.0.0.1", door)


def host_of(door: Door) -> str:
    """What a page there takes for its host."""
    return "localhost" if isinstance(door, str) else f"127.0.0.1:{door}"


def line_to(door: Door) -> socket.socket:
    """A socket that could connect."""
    return socket.socket(socket.AF_UNIX if isinstance(door, str) else socket.AF_INET)


async def connected(door: Door, is_slow: bool = False) -> socket.socket:
    """A connected socket. A slow reader's has little room and small packets, or the kernel would keep what they do not
    read, and the server never notice. Raises OSError."""
    line = line_to(door)
    line.setblocking(False)
    if is_slow and line.family == socket.AF_INET:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SMALL_PACKET)
    try:
        await asyncio.get_running_loop().sock_connect(line, address_of(door))
    except OSError:
        line.close()
        raise
    return line
