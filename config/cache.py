"""A shared cache that may go away. Reading and writing go on without it; only its sharing is lost meanwhile.

Needs the `production` requirements; settings name it only where REDIS_URL is given.
"""

import logging
import time
from functools import cached_property

from django.core.cache.backends.locmem import LocMemCache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError as Unreachable
from redis.exceptions import RedisError
from redis.exceptions import TimeoutError as TooSlow

log = logging.getLogger("bali.cache")
# How long Redis is left alone after it did not answer, so that a page does not wait for each of its questions.
PAUSE = 2.0


def _steady(name: str):
    def ask(self, *args, **kwargs):
        if time.monotonic() >= self._away_until:
            try:
                return getattr(super(SteadyRedisCache, self), name)(*args, **kwargs)
            except (Unreachable, TooSlow):
                self._away()
        return getattr(self._meanwhile, name)(*args, **kwargs)

    ask.__name__ = name
    return ask


class SteadyRedisCache(RedisCache):
    """Redis; and while it does not answer, the memory of this process, so that limits still count somewhere."""

    _away_until = 0.0
    # Django makes a cache object for each request that passes the bridge. A pool of its own for each would leave a
    # connection open after every page, until the collector comes by.
    _clients: dict = {}

    def __init__(self, server, params) -> None:
        super().__init__(server, params)
        own = {key: value for key, value in params.items() if key != "OPTIONS"}
        self._meanwhile = LocMemCache("meanwhile", own)

    @cached_property
    def _cache(self):
        where = repr((self._servers, self._options))
        return self._clients.setdefault(where, self._class(self._servers, **self._options))

    def _away(self) -> None:
        # On the class: all cache objects of this process lose the same server.
        SteadyRedisCache._away_until = time.monotonic() + PAUSE
        log.warning("cache_unreachable")

    def probe(self) -> None:
        """Raises OSError while Redis does not answer."""
        try:
            self._cache.get_client(None, write=True).ping()
        except RedisError as error:
            raise ConnectionRefusedError("the shared cache does not answer") from error

    add = _steady("add")
    get = _steady("get")
    set = _steady("set")
    touch = _steady("touch")
    delete = _steady("delete")
    get_many = _steady("get_many")
    set_many = _steady("set_many")
    delete_many = _steady("delete_many")
    has_key = _steady("has_key")
    incr = _steady("incr")
    clear = _steady("clear")
