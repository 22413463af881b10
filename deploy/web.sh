#!/bin/sh
# The web processes, the same in a container and under systemd. No access log: addresses and paths are people's own.
set -eu
cd "$(dirname "$0")/.."
exec uvicorn config.asgi:application --host "${WEB_HOST:-0.0.0.0}" --port "${WEB_PORT:-8000}" \
    --workers "${WEB_PROCESSES:-2}" --ws forum.live.protocol:LiveProtocol --ws-max-size 65536 --ws-per-message-deflate false \
    --no-access-log --no-server-header --timeout-graceful-shutdown 20 --lifespan on
