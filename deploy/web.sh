#!/bin/sh
# The web processes, the same in a container and under systemd.
#
# SOCKET_FILE is where the proxy on this machine comes to them, in a folder that is ours and the proxy's alone. Without it
# they listen on WEB_HOST:WEB_PORT.
set -eu
cd "$(dirname "$0")/.."
if [ -n "${SOCKET_FILE:-}" ]; then
    # Whoever was killed left the file behind, and nobody else could take its place.
    rm -f "$SOCKET_FILE"
    # The folder lets nobody but the proxy in, so what is said of a visitor's address holds.
    set -- --uds "$SOCKET_FILE" --forwarded-allow-ips "*"
else
    set -- --host "${WEB_HOST:-127.0.0.1}" --port "${WEB_PORT:-8000}"
fi
exec python -m config.web "$@" --workers "${WEB_PROCESSES:-2}"
