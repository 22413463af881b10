"""How async code asks the database: one wrapped question, on threads of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from asgiref.sync import sync_to_async
from django.db import connections

P = ParamSpec("P")
Answer = TypeVar("Answer")

# Set by the hub of a running server. A slow query of a page must not stand before the hub's questions, so they never
# share the one thread asgiref keeps. Without it (tests) a question runs on the caller's thread, in its transaction.
threads: ThreadPoolExecutor | None = None


async def ask(question: Callable[P, Answer], *args: P.args, **kwargs: P.kwargs) -> Answer:
    """The answer to a question about the database, asked away from the loop."""
    if threads is None:
        return await sync_to_async(question, thread_sensitive=True)(*args, **kwargs)

    def on_own_thread() -> Answer:
        try:
            return question(*args, **kwargs)
        finally:
            # Each of these few threads keeps its connection, unless it has gone bad.
            for connection in connections.all(initialized_only=True):
                if connection.errors_occurred:
                    connection.close_if_unusable_or_obsolete()

    return await asyncio.get_running_loop().run_in_executor(threads, on_own_thread)
