"""Without a connection: a calm page, and nothing of anybody's on the device."""

from playwright.sync_api import expect


def test_a_page_asked_for_without_a_connection(open_as):
    page = open_as("ada")
    page.goto("/m/")
    page.evaluate("navigator.serviceWorker.ready")
    page.reload()

    page.context.set_offline(True)
    page.goto("/m/discussions/")

    expect(page.get_by_role("heading", level=1)).to_have_text("You are offline")
    kept = page.evaluate(
        """async () => {
            const open = (name) => caches.open(name).then((cache) => cache.keys());
            const requests = await Promise.all((await caches.keys()).map(open));
            return requests.flat().map((request) => new URL(request.url).pathname);
        }"""
    )
    assert [path for path in kept if not path.startswith("/static/")] == ["/offline/"]
