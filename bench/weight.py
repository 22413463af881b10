"""F1: what a browser fetches on its first visit, in a real one."""

from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from bench.page_world import PageWorld
from bench.report import Report
from bench.servers import Server
from tests.services import browser

SETTLE_MS = 800
# Members' pages go plain, because a compressed secret beside chosen text leaks: their weight is told, not promised.
PUBLIC = ("home", "article")
LIVE = "thread"
MOST_KB = 50
MOST_REQUESTS = 8


def first_loads(world: PageWorld, report: Report, server: Server) -> None:
    """Bytes over the wire and requests of three first visits; sockets and streams apart."""
    path = browser.find()
    if path is None:
        report.target("F1", "no-browser", f"<{MOST_KB}kB/<={MOST_REQUESTS}requests", False)
        return
    loads = {name: first_load(path, server.port, world, name) for name in (*PUBLIC, LIVE)}
    holds = all(loads[name][0] < MOST_KB for name in PUBLIC) and all(n <= MOST_REQUESTS for _, n in loads.values())
    measured = "/".join(f"{name}:{kb:.1f}kB,{many}requests" for name, (kb, many) in loads.items())
    report.target("F1", measured, f"{'/'.join(PUBLIC)}:<{MOST_KB}kB/all:<={MOST_REQUESTS}requests", holds)


def first_load(path: str, port: int, world: PageWorld, name: str) -> tuple[float, int]:
    """kB and number of requests, with nothing in the browser's cache."""
    sizes: list[float] = []
    with sync_playwright() as library:
        chromium = library.chromium.launch(executable_path=path, args=browser.FLAGS)
        context = chromium.new_context()
        if name == LIVE:
            key, value = world.cookies[0].split("=", 1)
            context.add_cookies([{"name": key, "value": value, "domain": "127.0.0.1", "path": "/"}])
        page = context.new_page()
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        answer = page.goto(f"http://127.0.0.1:{port}{world.paths[name]}", wait_until="load")
        page.wait_for_timeout(SETTLE_MS)
        where = urlsplit(page.url).path
        chromium.close()
    if answer is None or answer.status != 200 or where != world.paths[name]:
        raise RuntimeError(f"the browser did not reach {name}")
    return sum(sizes) / 1000, len(sizes)
