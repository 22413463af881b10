"""Templates compile, components keep to themselves, and nothing stands inline that the content policy would refuse."""

import re

import pytest
from django.template import engines
from django.template.loader import get_template

from tests.house.source import ROOT, tracked

FOLDER = ROOT / "templates"
ALL = sorted(path.relative_to(FOLDER).as_posix() for path in tracked() if path.is_relative_to(FOLDER))
# Mail clients know neither style sheets nor our policy; their letters carry what they need.
PAGES = [name for name in ALL if name.endswith(".html") and "/email/" not in name]
COMPONENTS = [name for name in PAGES if name.startswith("components/")]
COMMENT = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}|<!--.*?-->", re.DOTALL)
DATA_SCRIPT = re.compile(r"type=\"application/(ld\+)?json\"|type=\"(importmap|speculationrules)\"")


def text(name: str) -> str:
    return COMMENT.sub("", (FOLDER / name).read_text(encoding="utf-8"))


def tags(words: str, *names: str) -> list[str]:
    return re.findall(rf"<(?:{'|'.join(names)})\b[^>]*>", words, re.IGNORECASE)


@pytest.mark.parametrize("name", ALL)
def test_the_template_compiles(name):
    if name.endswith((".html", ".txt", ".xml", ".svg", ".json")):
        get_template(name)


@pytest.mark.parametrize("name", PAGES)
def test_components_are_included_with_only(name):
    included = re.findall(r"\{%\s*include\s+[\"']components/[^%]*%\}", text(name))

    assert [tag for tag in included if not re.search(r"\sonly\s*%\}$", tag)] == []


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_says_what_it_takes(name):
    first = (FOLDER / name).read_text(encoding="utf-8").lstrip()

    assert re.match(r"\{(#|% comment)", first) and "takes" in first[:600]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_inline(name):
    words = text(name)

    scripts = [tag for tag in tags(words, "script") if "src=" not in tag and not DATA_SCRIPT.search(tag)]
    styles = tags(words, "style") + re.findall(r"<[a-z][^>]*\sstyle=", words)
    handlers = re.findall(r"<[a-z][^>]*\son[a-z]+=", words, re.IGNORECASE)
    links = re.findall(r"href=[\"']\s*javascript:", words, re.IGNORECASE)

    assert (scripts, styles, handlers, links) == ([], [], [], [])


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_loaded_from_elsewhere(name):
    loading = tags(text(name), "script", "link", "img", "iframe", "source", "video", "audio", "embed", "object")

    foreign = [tag for tag in loading if re.search(r"(src|href|srcset|data)=[\"']\s*(https?:)?//", tag)]

    assert foreign == []


def test_a_planted_fault_is_found():
    assert tags('<p><script nonce="x">1</script>', "script") == ['<script nonce="x">']
    with pytest.raises(Exception, match="endif"):
        engines["django"].from_string("{% if x %}")
