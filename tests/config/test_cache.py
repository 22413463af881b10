"""A shared cache that is away loses only its sharing."""

import pytest
from django.conf import settings

from config.cache import SteadyRedisCache

NOWHERE = "unix:///nowhere/redis.sock"


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    monkeypatch.setattr(SteadyRedisCache, "_away_until", 0.0)


def test_without_redis_the_process_remembers_by_itself():
    cache = SteadyRedisCache(NOWHERE, {"KEY_PREFIX": "alone"})

    cache.set("tries", 1)
    cache.incr("tries")

    assert (cache.get("tries"), cache.get("never", "default")) == (2, "default")
    cache.clear()


def test_redis_is_left_alone_for_a_moment_after_silence():
    cache = SteadyRedisCache(NOWHERE, {})

    cache.get("anything")

    assert SteadyRedisCache._away_until > 0


def test_readiness_hears_of_the_silence():
    with pytest.raises(OSError, match="does not answer"):
        SteadyRedisCache(NOWHERE, {}).probe()


def test_a_refusal_of_a_key_is_no_silence():
    cache = SteadyRedisCache(NOWHERE, {})
    cache.get("away")

    with pytest.raises(ValueError, match="not found"):
        cache.incr("missing")


def test_all_requests_of_a_process_share_their_connections():
    one, other = SteadyRedisCache(NOWHERE, {}), SteadyRedisCache(NOWHERE, {"KEY_PREFIX": "other"})
    elsewhere = SteadyRedisCache("unix:///elsewhere/redis.sock", {})

    assert one._cache is other._cache
    assert one._cache is not elsewhere._cache


@pytest.mark.services
def test_with_redis_what_one_sets_another_sees():
    one = SteadyRedisCache(settings.REDIS_URL, {"KEY_PREFIX": "test-steady"})
    other = SteadyRedisCache(settings.REDIS_URL, {"KEY_PREFIX": "test-steady"})

    one.set("word", "heard", 10)

    assert other.get("word") == "heard"
    one.probe()


@pytest.mark.services
def test_it_comes_back_to_redis_after_the_pause(monkeypatch):
    cache = SteadyRedisCache(settings.REDIS_URL, {"KEY_PREFIX": "test-steady"})
    cache._away()
    cache.set("word", "kept aside", 10)

    monkeypatch.setattr(SteadyRedisCache, "_away_until", 0.0)

    assert cache.get("word") != "kept aside"
