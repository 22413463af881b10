#!/bin/sh
# The web processes, the same in a container and under systemd. No access log: addresses and paths are people's own.
#
# WEB_SOCKET names the file where the proxy on this machine comes to them. Without it they listen on WEB_HOST:WEB_PORT.
set -eu
cd "$(dirname "$0")/.."
if [ -n "${WEB_SOCKET:-}" ]; then
    # Whoever was killed left the file behind, and nobody else could take its place.
    rm -f "$WEB_SOCKET"
    # Who may open the file is the proxy, so what it says of a visitor's address holds.
    set -- --uds "$WEB_SOCKET" --forwarded-allow-ips "*"
else
    set -- --host "${WEB_HOST:-127.0.0.1}" --port "${WEB_PORT:-8000}"
fi
exec uvicorn config.asgi:application "$@" \
    --workers "${WEB_PROCESSES:-2}" --ws forum.live.protocol:LiveProtocol --ws-max-size 65536 --ws-per-message-deflate false \
    --no-access-log --no-server-header --timeout-graceful-shutdown 20 --lifespan on
