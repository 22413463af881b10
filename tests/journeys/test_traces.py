"""What a whole session leaves behind: in addresses, titles and headers, and on the device."""

from playwright.sync_api import Page, expect

from tests.journeys.steps import numbers, open_thread, said, say

ON_THE_DEVICE = """async () => {
  const found = [{ ...localStorage }, { ...sessionStorage }];
  for (const { name } of await indexedDB.databases()) {
    const base = await new Promise((done) => (indexedDB.open(name).onsuccess = ({ target }) => done(target.result)));
    for (const store of base.objectStoreNames) {
      const asked = base.transaction(store).objectStore(store).getAll();
      found.push(name, store, await new Promise((done) => (asked.onsuccess = () => done(asked.result))));
    }
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) found.push(request.url, await (await cache.match(request)).text());
  }
  const workers = await navigator.serviceWorker.getRegistrations();
  return JSON.stringify([found, workers.map((worker) => [worker.scope, worker.active?.scriptURL])]);
}"""


def wrote(page: Page, number: int) -> tuple[str, list[str]]:
    """A session of somebody who talks, searches and looks people up; and the words nobody else should find."""
    words = [f"Quartz{number}", f"Basalt{number}", f"Gneiss{number}"]
    title, message, sought = words
    thread = open_thread(page, title, "Who is here?")
    space = page.locator(".thread__about a").first.inner_text().strip()
    say(page, message)
    expect(said(page).last).to_have_text(message)
    expect(page.locator("[data-pending], [data-provisional]")).to_have_count(0)
    page.get_by_role("link", name="More about this message").last.click()
    page.get_by_role("menuitem", name="More about this message").click()
    page.get_by_role("link", name="Edit your message").click()
    page.get_by_label("Your message").fill(f"{message} mended")
    page.get_by_role("button", name="Save").click()
    for address, name in (("/m/search/", "q"), ("/m/people/", "words")):
        page.goto(address)
        field = page.locator(f"main [name={name}]").first
        field.fill(sought)
        field.press("Enter")
        page.wait_for_load_state()
    for address in ("/m/notices/", "/m/saved/", "/m/you/", thread, "/m/"):
        page.goto(address)
    return thread, [*words, page.person_name, space]


def test_no_word_of_a_session_stands_where_a_proxy_logs_it(join):
    """N4: every address, title and header of it, asked and answered."""
    page, seen = join("Mica"), []

    def note(request) -> None:
        seen.append(request.url)
        seen.extend(f"{name}: {value}" for name, value in request.all_headers().items())

    page.on("request", lambda request: seen.append(request.url))
    page.on("requestfinished", note)
    page.on("response", lambda answer: seen.extend(f"{name}: {value}" for name, value in answer.headers.items()))
    page.on("websocket", lambda line: seen.append(line.url))
    page.on("framenavigated", lambda frame: seen.append(f"title: {frame.page.title()}"))

    _, words = wrote(page, next(numbers))

    logged = "\n".join(seen)
    assert "/m/live/socket/" in logged and "referer: " in logged and "title: " in logged and "/messages/" in logged
    assert [one for one in words if one.casefold() in logged.casefold().replace("+", " ").replace("%20", " ")] == []


def test_after_signing_out_the_device_keeps_nothing_of_the_rooms(join):
    """L34."""
    page = join("Talc")
    _, words = wrote(page, next(numbers))
    page.evaluate("navigator.serviceWorker.ready")
    page.goto("/m/you/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url(lambda url: "/m/" not in url)

    kept = page.evaluate(ON_THE_DEVICE)

    assert [one for one in [*words, "/m/"] if one in kept] == []
