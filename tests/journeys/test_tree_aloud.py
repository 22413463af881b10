"""The tree a screen reader walks, watched in the browser itself while messages arrive."""

from dataclasses import dataclass
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.steps import open_thread, said, say
from tests.journeys.test_accessibility import violations
from tests.journeys.ways import wait_for_line

SPOKEN = """() => {
  window.spoken = [];
  const place = document.querySelector("[data-announcer]");
  const note = () => place.textContent && window.spoken.push(place.textContent);
  new MutationObserver(note).observe(place, { childList: true });
}"""


@dataclass
class Tree:
    """What the browser gives to assistive technology of a page."""

    nodes: dict[str, dict[str, Any]]

    def of_role(self, role: str) -> list[dict[str, Any]]:
        """In the order of the page."""
        root = next(node for node in self.nodes.values() if "parentId" not in node)
        return [node for node in self._below(root) if not node["ignored"] and node["role"]["value"] == role]

    def words_of(self, node: dict[str, Any]) -> str:
        texts = [below for below in self._below(node) if below.get("role", {}).get("value") == "StaticText"]
        return " ".join(text["name"]["value"] for text in texts)

    def focused(self) -> list[str]:
        """The names of what has the focus."""
        return [node["name"]["value"] for node in self.nodes.values() if fact(node, "focused") and "name" in node]

    def _below(self, node: dict[str, Any]) -> list[dict[str, Any]]:
        children = [self.nodes[child] for child in node.get("childIds", []) if child in self.nodes]
        return [node, *(below for child in children for below in self._below(child))]


def fact(node: dict[str, Any], name: str) -> Any:
    return next((one["value"]["value"] for one in node.get("properties", []) if one["name"] == name), None)


@pytest.fixture
def tree_of():
    """`tree_of(page)`: the whole tree at this moment."""

    def look(page: Page) -> Tree:
        line = page.context.new_cdp_session(page)
        nodes = line.send("Accessibility.getFullAXTree")["nodes"]
        line.detach()
        return Tree({node["nodeId"]: node for node in nodes})

    return look


def read_aloud(tree: Tree) -> list[str]:
    """The messages of the one log, by what each is called and says."""
    (log,) = tree.of_role("log")
    inside = Tree(tree.nodes)._below(log)
    return [tree.words_of(node) for node in inside if not node["ignored"] and node["role"]["value"] == "article"]


def statuses(tree: Tree) -> list[tuple[str | None, str]]:
    """How each status speaks, and what it says now."""
    return [(fact(node, "live"), tree.words_of(node)) for node in tree.of_role("status")]


def stand_in_order(told: list[str], words: list[str]) -> bool:
    return len(told) == len(words) and all(one in message for one, message in zip(words, told, strict=True))


def test_it_grows_in_order_and_one_polite_voice_speaks_once_a_batch(join, tree_of):
    kim, lou = join("Kim"), join("Lou", bypass_csp=True)
    thread = open_thread(kim, "Walked by a reader", "Who is here?")
    lou.goto(thread)
    wait_for_line(lou)
    lou.evaluate(SPOKEN)
    box = lou.get_by_label("Your message")
    box.focus()

    before = tree_of(lou)
    (log,) = before.of_role("log")
    assert log["name"]["value"] == "Walked by a reader"
    # The list itself says nothing; without this a log is polite by its role, and everything would be heard twice.
    assert fact(log, "live") in ("off", None)
    assert stand_in_order(read_aloud(before), ["Who is here?"])

    say(kim, "Pebble")
    expect(lou.locator("[data-announcer]")).to_have_text(f"{kim.person_name}: Pebble", timeout=20_000)
    for words in ("Slate", "Chalk", "Flint"):
        say(kim, words)
    expect(said(lou)).to_have_count(5)
    during = tree_of(lou)
    assert stand_in_order(read_aloud(during), ["Who is here?", "Pebble", "Slate", "Chalk", "Flint"])
    assert all(kim.person_name in message for message in read_aloud(during))
    expect(lou.locator("[data-announcer]")).to_have_text("3 new messages", timeout=20_000)
    assert lou.evaluate("window.spoken") == [f"{kim.person_name}: Pebble", "3 new messages"]
    after = tree_of(lou)
    assert ("polite", "3 new messages") in statuses(after)
    assert {how for how, _ in statuses(after)} == {"polite"}
    assert violations(lou) == []

    say(lou, "My own words")
    expect(lou.locator("[data-pending], [data-provisional]")).to_have_count(0)
    lou.get_by_role("button", name="Pause announcements").click()
    box.focus()
    say_quietly(kim, lou, "Marl")
    assert len(lou.evaluate("window.spoken")) == 2
    assert stand_in_order(read_aloud(tree_of(lou))[-2:], ["My own words", "Marl"])
    assert [tree.focused()[-1:] for tree in (before, during, after)] == [["Your message"]] * 3
    assert violations(lou) == []


def say_quietly(writer: Page, reader: Page, words: str) -> None:
    """Say it, and let the reader's page have had the time in which it would have spoken."""
    reader.clock.install()
    say(writer, words)
    expect(said(reader).last).to_have_text(words)
    reader.clock.run_for(10_000)
