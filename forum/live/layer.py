"""The line to the other processes, on Redis. It waits for words instead of looking for them ten times a second."""

from typing import Any

from channels_redis.pubsub import RedisPubSubChannelLayer, RedisPubSubLoopLayer, RedisSingleShardConnection
from redis.asyncio.client import PubSub

from forum.live.limits import LISTEN_SECONDS


class PatientPubSub(PubSub):
    """A word that comes ends the waiting at once, however long it was meant to be. So does a line that breaks."""

    async def get_message(self, ignore_subscribe_messages: bool = False, timeout: float | None = 0.0) -> Any:
        """The next word, or None after a while. The time asked for is not kept: each time it runs out costs half a
        millisecond, which in a quiet house was more than all its readers did."""
        return await super().get_message(ignore_subscribe_messages, LISTEN_SECONDS)


class PatientConnection(RedisSingleShardConnection):
    """One connection that listens in that way."""

    def _ensure_redis(self) -> None:
        is_new = self._redis is None
        super()._ensure_redis()
        if is_new:
            self._pubsub = PatientPubSub(self._redis.connection_pool)


class PatientLayer(RedisPubSubChannelLayer):
    """channels_redis's pub/sub layer, whose every loop listens by patient connections."""

    def _get_layer(self) -> RedisPubSubLoopLayer:
        layer = super()._get_layer()
        if not isinstance(layer._shards[0], PatientConnection):
            layer._shards = [PatientConnection(shard.host, layer) for shard in layer._shards]
        return layer
