"""`./bali bench pages`: our pages against a constant view on the same server, and against ten times the content."""

import random
from collections import defaultdict
from itertools import count

from bench.booking import rush
from bench.client import Answer, Client, Turn, turn
from bench.finding import search
from bench.page_world import PageWorld, page_world
from bench.report import Report, median_of, times
from bench.servers import Server, house, running
from bench.starting import fast_tests, first_and_second_start
from bench.weight import first_loads

SIZES = {
    False: {"people": 5000, "threads": 10_000, "messages": 1000, "posts": 50_000, "pages": 120},
    True: {"people": 2000, "threads": 1000, "messages": 200, "posts": 5000, "pages": 30},
}
GROWTH = 10
FEWEST = 200
ROUNDS = {False: 3, True: 1}
WORD = "leadership"
PUBLIC = ("home", "article", "articles", "event", "events")
MEMBERS = ("members", "directory", "spaces", "threads", "thread")
# Which pages must ask as much at ten times the content.
GROWING = (
    "articles",
    "events",
    "directory",
    "directory search",
    "spaces",
    "threads",
    "thread",
    "search",
    "members' search",
    "members",
)

_fresh = count(2)


def main(quick: bool, full: bool = False) -> bool:
    """Measure everything. Gives whether every target holds."""
    report, size = Report(), SIZES[quick]
    with page_world() as world:
        world.grow(**{kind: many // GROWTH for kind, many in size.items()})
        with running(house(world.environment)) as (server,):
            few = queries(server, world)
        world.grow(**size)
        with running(house(world.environment)) as (server,):
            many = queries(server, world)
            share = speed(server, world, report, quick, many)
            kept(server, world, report, share)
            growth(report, few, many)
            lists(server, world, report, many)
            search(server, world, report, size["posts"], quick)
            first_loads(world, report, server)
        rush(world, report, FEWEST)
    first_and_second_start(report)
    if full:
        fast_tests(report)
    report.table()
    return not report.short


def uncached(path: str) -> str:
    """The same page under an address nobody has asked for: never kept, always rendered."""
    return f"{path}?page={next(_fresh)}"


def queries(server: Server, world: PageWorld) -> dict[str, int]:
    """Queries of each page, once the process is warm."""
    outside, inside = Client(server.port), Client(server.port, world.cookies[0])
    found = {}
    for _ in range(2):
        found = {name: asked(outside, uncached(world.paths[name])) for name in PUBLIC}
        found |= {name: asked(inside, world.paths[name]) for name in MEMBERS}
        found["search"] = asked(outside, f"/search/?q={WORD}")
        found["members' search"] = checked("/m/search/", inside.post("/m/search/", q=WORD)).queries
        people = world.paths["directory"]
        found["directory search"] = checked(people, inside.post(people, words=WORD)).queries
    return found


def asked(client: Client, path: str) -> int:
    return checked(path, client.get(path)).queries


def checked(path: str, answer: Answer) -> Answer:
    """The answer, if it is a page: a redirect asks little and shows nothing."""
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return answer


def speed(server: Server, world: PageWorld, report: Report, quick: bool, many: dict[str, int]) -> float:
    """P1: rounds of four pages in shuffled order. Gives the rate of the unchanged article against the constant view."""
    client, share = Client(server.port), 4 if quick else 1
    article, home = world.paths["article"], world.paths["home"]
    turns: dict[str, list[Turn]] = defaultdict(list)
    for _ in range(ROUNDS[quick]):
        asks = {
            "constant": ["/healthz/constant/"] * (1200 // share),
            "article": [uncached(article) for _ in range(160 // share)],
            "home": [uncached(home) for _ in range(160 // share)],
            "article unchanged": [article] * (800 // share),
        }
        for name in random.sample(list(asks), len(asks)):
            turns[name].append(turn(server, client, asks[name]))
    cpu = {name: median_of(found, lambda one: one.cpu_ms) for name, found in turns.items()}
    rate = {name: median_of(found, lambda one: one.rate) for name, found in turns.items()}
    dear = cpu["article"] / cpu["constant"]
    report.target(
        "P1",
        f"{many['article']}queries/home:{many['home']}/{times(dear)}",
        "<=12queries/home:<=12/<=40x",
        many["article"] <= 12 and many["home"] <= 12 and dear <= 40,
    )
    for name, ms in cpu.items():
        report.row(name, f"{ms:.2f} ms CPU, {rate[name]:.0f}/s")
    return rate["article unchanged"] / rate["constant"]


def kept(server: Server, world: PageWorld, report: Report, share: float) -> None:
    """P2: an unchanged article is sent as it was, or not at all; and a published change is seen at once."""
    client, path = Client(server.port), world.paths["article"]
    tag = client.get(path).headers["etag"]
    spared = client.get(path, **{"If-None-Match": tag}).status
    title = world.tell("publish")
    after = client.get(path, **{"If-None-Match": tag})
    purged = after.status == 200 and title.encode() in after.body
    words = "purged" if purged else "stale"
    holds = share >= 0.2 and spared == 304 and purged
    report.target("P2", f"{share:.2f}/{spared}/{words}", ">=0.2/304/purged", holds)


def growth(report: Report, few: dict[str, int], many: dict[str, int]) -> None:
    """P3: ten times the content, the same queries."""
    grown = {name: f"{few[name]}->{many[name]}" for name in GROWING if few[name] != many[name]}
    measured = ",".join(f"{name}:{words}" for name, words in grown.items()) or "the-same"
    report.target("P3", measured, "the-same", not grown)
    for name, asked_for in many.items():
        report.row(f"queries, {name}", str(asked_for))


def lists(server: Server, world: PageWorld, report: Report, many: dict[str, int]) -> None:
    """P4, P5 and E1: the large pages by their queries, with what they cost beside."""
    found = many["directory search"]
    p4, p5 = f"{many['threads']}/{many['thread']}", f"{many['directory']}/{found}"
    report.target("P4", p4, "<=12/<=12", max(many["threads"], many["thread"]) <= 12)
    report.target("P5", p5, "<=10/<=10", max(many["directory"], found) <= 10)
    report.target("E1", str(many["event"]), "<=10", many["event"] <= 10)
    client = Client(server.port, world.cookies[0])
    for name in MEMBERS:
        cost = turn(server, client, [world.paths[name]] * 12)
        report.row(name, f"{cost.cpu_ms:.1f} ms CPU, {1000 / cost.rate:.0f} ms")
