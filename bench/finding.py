"""SEARCH: how long somebody waits for what they look for among many posts, and that they find nothing else."""

import random
import time

from bench.client import Client
from bench.heard import at_share
from bench.page_world import PageWorld
from bench.report import Report
from bench.servers import Server
from bench.words import SEEN, SOUGHT, UNSEEN, searches

LONGEST_MS = 500
SEARCHES = {False: 150, True: 30}
SEED = 8


def search(server: Server, world: PageWorld, report: Report, posts: int, quick: bool) -> None:
    """The members' search, as a form sends it: everything that can be found, rights applied."""
    client = Client(server.port, world.cookies[0])
    late, cpu = [], server.cpu_seconds()
    for words in searches(random.Random(SEED), SEARCHES[quick]):
        began = time.monotonic()
        found(client, words)
        late.append((time.monotonic() - began) * 1000)
    each = (server.cpu_seconds() - cpu) / len(late) * 1000
    p95, rights = at_share(late, 0.95), rights_of(found(client, SOUGHT))
    report.target("SEARCH", f"{p95:.0f}ms/{rights}", f"<{LONGEST_MS}ms/kept", p95 < LONGEST_MS and rights == "kept")
    report.row(f"search of {posts} posts", f"p50 {at_share(late, 0.5):.0f} ms, p95 {p95:.0f} ms, CPU {each:.0f} ms")


def found(client: Client, words: str) -> bytes:
    answer = client.post("/m/search/", q=words)
    if answer.status != 200:
        raise RuntimeError(f"a search answered {answer.status}")
    return answer.body


def rights_of(page: bytes) -> str:
    """Whether a search found what this reader may read, and nothing they may not."""
    if UNSEEN.encode() in page:
        return "broken"
    return "kept" if SEEN.encode() in page else "found-nothing"
