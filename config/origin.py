"""Who may open a socket. Browsers send cookies with a socket from any page, so the page's origin must be our own."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import split_domain_port, validate_host


class SameOriginOnly:
    """Lets a socket through whose one Origin header names the very host that is asked. All else is refused alike."""

    def __init__(self, inner) -> None:
        self.inner = inner

    async def __call__(self, scope, receive, send) -> None:
        if is_same_origin(scope["headers"]):
            await self.inner(scope, receive, send)
            return
        await receive()
        await send({"type": "websocket.close", "code": 4403})


def is_same_origin(headers: list[tuple[bytes, bytes]]) -> bool:
    """A missing, doubled, foreign or `null` origin is not ours."""
    origins = [value for name, value in headers if name == b"origin"]
    hosts = [value for name, value in headers if name == b"host"]
    if len(origins) != 1 or len(hosts) != 1:
        return False
    try:
        origin = urlsplit(origins[0].decode("ascii"))
        host = hosts[0].decode("ascii").lower()
    except ValueError:
        return False
    schemes = {"https"} if settings.SESSION_COOKIE_SECURE else {"http", "https"}
    domain, _ = split_domain_port(host)
    return origin.scheme in schemes and origin.netloc.lower() == host and validate_host(domain, settings.ALLOWED_HOSTS)
