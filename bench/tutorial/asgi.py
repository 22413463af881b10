"""A chat as Channels' own tutorial teaches it, with the layer named by BENCH_LAYER: `pubsub` or `core`."""

import json
import os
from typing import Any

import django
from django.conf import settings

REDIS = os.environ.get("REDIS_URL", "redis://127.0.0.1:6379/0")
LAYERS: dict[str, dict[str, Any]] = {
    "pubsub": {"BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer", "CONFIG": {"hosts": [REDIS]}},
    # Without the time-out switched off the core layer's reader dies after five idle seconds with redis-py 8.
    "core": {
        "BACKEND": "channels_redis.core.RedisChannelLayer",
        "CONFIG": {"hosts": [{"address": REDIS, "socket_timeout": None}]},
    },
}
LAYER = LAYERS[os.environ.get("BENCH_LAYER", "pubsub")]
LAYER["CONFIG"]["prefix"] = os.environ.get("REDIS_PREFIX", "bench")

settings.configure(
    SECRET_KEY="only for measuring",
    ALLOWED_HOSTS=["*"],
    INSTALLED_APPS=["channels"],
    CHANNEL_LAYERS={"default": LAYER},
    DATABASES={},
    USE_TZ=True,
)
django.setup()

from channels.generic.websocket import AsyncWebsocketConsumer
from channels.routing import ProtocolTypeRouter, URLRouter
from django.urls import path


class ChatConsumer(AsyncWebsocketConsumer):
    """Joins the room's group, passes on what it hears, and hands its own socket whatever the group says."""

    async def connect(self) -> None:
        self.group = f"chat_{self.scope['url_route']['kwargs']['room']}"
        await self.channel_layer.group_add(self.group, self.channel_name)
        await self.accept()

    async def disconnect(self, code: int) -> None:
        await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        message = json.loads(text_data or "{}")["message"]
        await self.channel_layer.group_send(self.group, {"type": "chat.message", "message": message})

    async def chat_message(self, event: dict[str, Any]) -> None:
        await self.send(text_data=json.dumps({"message": event["message"]}))


application = ProtocolTypeRouter({"websocket": URLRouter([path("chat/<room>/", ChatConsumer.as_asgi())])})
