"""Visiting everything that one of the cast can reach, and keeping what was said: bodies, headers, links."""

import re
from collections import deque

from django.test import Client

ADDRESS = re.compile(r"""(?:href|src|action|data-[\w-]+)=["'](/[^"'#\s]*)""")
PLAIN = re.compile(r"<(?:loc|id|link)>\s*(?:https?://[^/<]+)?(/[^<#\s]*)")
# Sign-out and the like act by POST alone, but the crawl would be somebody else afterwards.
PASSED_BY = re.compile(
    r"/static/|/accounts/logout/|/accounts/(?:login|password|reauthenticate|2fa|signup)|/cms/(?:pages|images|documents)/.*/(?:delete|unpublish)"
)
SEEDS = (
    *("/", "/sitemap.xml", "/robots.txt", "/blog/", "/blog/feed/", "/events/", "/programmes/", "/join/", "/accounts/"),
    *("/m/", "/m/discussions/", "/m/people/", "/m/notices/", "/m/events/", "/m/you/", "/m/search/", "/m/you/shield/"),
    *("/m/conversations/", "/m/conversations/new/", "/m/conversations/reach/", "/m/blocks/"),
    *("/m/you/hidden/", "/m/you/muted/", "/m/you/receipts/", "/m/desk/duty/", "/m/desk/log/", "/m/desk/record/"),
    *("/m/desk/reports/", "/m/desk/oversight/", "/m/desk/welcome/", "/m/desk/deliveries/", "/m/desk/events/"),
)
# Where the CMS lists pages, and where it is asked for words.
CMS_LISTS = (
    *("/cms/", "/cms/pages/", "/cms/choose-page/", "/cms/api/main/pages/?limit=20"),
    *("/cms/api/main/pages/?limit=20&offset=20", "/cms/pages/usage/editorial/articlepage/"),
    *("/cms/reports/aging-pages/", "/cms/reports/page-types-usage/", "/cms/reports/workflow/", "/cms/reports/locked/"),
)
CMS_BOXES = ("/cms/choose-page/search/", "/cms/pages/search/", "/cms/api/main/pages/")
MOST = 500
# The CMS is a maze of its own with a hundred addresses for each page; its first rooms show what it would leak.
MOST_IN_CMS = 40


class Heard(dict[str, str]):
    """Address and everything that came back from it."""

    def where(self, marker: str) -> list[str]:
        return [address for address, said in self.items() if marker in said]


def said_by(response) -> str:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    headers = "\n".join(f"{name}: {value}" for name, value in response.items())
    return f"{headers}\n\n{body.decode('utf-8', 'replace')}"


def crawl(client: Client, known: list[str], most: int = MOST) -> Heard:
    """Follow every link from the seeds and from addresses that were guessed."""
    heard, waiting = Heard(), deque([*SEEDS, *known])
    while waiting and len(heard) < most:
        address = waiting.popleft().replace("&amp;", "&")
        in_cms = address.startswith("/cms/") and sum(one.startswith("/cms/") for one in heard) >= MOST_IN_CMS
        if address in heard or in_cms or PASSED_BY.search(address):
            continue
        said = said_by(client.get(address))
        heard[address] = said
        found = [*ADDRESS.findall(said), *PLAIN.findall(said), *re.findall(r"^Location: (/\S+)", said, re.M)]
        waiting.extend(link for link in found if link not in heard)
    return heard


def ask(client: Client, words: list[str], heard: Heard) -> None:
    """Every box that takes words, asked for each of them."""
    for word in words:
        heard[f"/search/?q={word}"] = said_by(client.get("/search/", {"q": word}))
        for address, name in (("/m/search/", "q"), ("/m/people/", "words")):
            heard[f"POST {address} {word}"] = said_by(client.post(address, {name: word}))


def look_round_cms(client: Client, desks: list[str], words: list[str], heard: Heard) -> None:
    """The CMS's lists, what it says of each page, and its boxes asked for each word. Redirects are followed."""
    for address in (*CMS_LISTS, *desks):
        heard[f"CMS {address}"] = said_by(client.get(address, follow=True))
    for word in words:
        for address in CMS_BOXES:
            name = "search" if "/api/" in address else "q"
            heard[f"CMS {address} {word}"] = said_by(client.get(address, {name: word}, follow=True))
