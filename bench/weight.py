"""F1: what a browser fetches on its first visit, in a real one."""

from urllib.parse import urlsplit

from playwright.sync_api import sync_playwright

from bench.page_world import PageWorld
from bench.report import Report
from bench.servers import Server
from tests.services import browser

SETTLE_MS = 800
# Members' pages go uncompressed (a compressed secret beside chosen text leaks) and carry the live script.
PAGES = {"home": 50, "article": 50, "thread": 80}
MOST_REQUESTS = 8


def first_loads(world: PageWorld, report: Report, server: Server) -> None:
    """Bytes over the wire and requests of three first visits; sockets and streams apart."""
    path = browser.find()
    if path is None:
        report.target("F1", "no-browser", "<50kB,<=8requests;live<80kB", False)
        return
    loads = {name: first_load(path, server.port, world, name) for name in PAGES}
    holds = all(kb < PAGES[name] and many <= MOST_REQUESTS for name, (kb, many) in loads.items())
    measured = "/".join(f"{name}:{kb:.1f}kB,{many}" for name, (kb, many) in loads.items())
    wanted = "/".join(f"{name}:<{most}kB,<={MOST_REQUESTS}" for name, most in PAGES.items())
    report.target("F1", measured, wanted, holds)


def first_load(path: str, port: int, world: PageWorld, name: str) -> tuple[float, int]:
    """kB and number of requests, with nothing in the browser's cache."""
    sizes: list[float] = []
    with sync_playwright() as library:
        chromium = library.chromium.launch(executable_path=path, args=browser.FLAGS)
        context = chromium.new_context()
        if name == "thread":
            key, value = world.cookies[0].split("=", 1)
            context.add_cookies([{"name": key, "value": value, "domain": "127.0.0.1", "path": "/"}])
        page = context.new_page()
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
        answer = page.goto(f"http://127.0.0.1:{port}{world.paths[name]}", wait_until="load")
        page.wait_for_timeout(SETTLE_MS)
        assert answer is not None and answer.status == 200, answer
        assert urlsplit(page.url).path == world.paths[name], page.url
        chromium.close()
    return sum(sizes) / 1000, len(sizes)
