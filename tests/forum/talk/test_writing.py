import re
import time
from html.parser import HTMLParser

import pytest

from forum.talk.writing import render


class Tags(HTMLParser):
    """What a browser would make elements and attributes of."""

    def __init__(self):
        super().__init__()
        self.names, self.attributes, self.links = set(), set(), []

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value for name, value in attrs if name == "href"]


def test_markdown_becomes_html():
    assert render("Hello **you**\nand *me*") == "<p>Hello <strong>you</strong><br>\nand <em>me</em></p>\n"


def test_addresses_become_links_that_tell_nothing():
    assert render("See https://example.org/a") == (
        '<p>See <a href="https://example.org/a" rel="noopener noreferrer nofollow">https://example.org/a</a></p>\n'
    )


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVa&#x09;Script:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "![x](https://example.org/pixel.png)",
        '<a href="/m/" id="x" name="y" style="position:fixed">z</a>',
        "<svg/onload=alert(1)>",
        '[x](https://example.org" onmouseover="alert(1))',
        "`<b>`<iframe src=//example.org>",
        '<https://example.org/" onclick=alert(1)>',
    ],
)
def test_nothing_typed_becomes_a_tag_of_its_own(attack):
    found = Tags()
    found.feed(render(attack))

    assert found.names <= {"p", "a", "code"}
    schemes = {scheme[1] for link in found.links if (scheme := re.match(r"([a-z][a-z0-9+.-]*):", link.lower()))}
    assert schemes <= {"http", "https"}
    assert found.attributes <= {"href", "rel"}


def test_words_in_any_script_stay_as_they_are():
    words = "Ọlá 👩🏽‍⚕️ مرحبا 你好"

    assert render(words) == f"<p>{words}</p>\n"


HOSTILE = ["[" * 8000, "*a" * 4000, "> " * 4000, "`" * 8000, "a@" * 4000, "http://" * 1100, "(" * 8000]


@pytest.mark.parametrize("much", HOSTILE)
def test_hostile_patterns_take_no_time(much):
    start = time.perf_counter()

    render(much[:8000])

    assert time.perf_counter() - start < 1
