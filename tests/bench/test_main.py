"""The command line of the benchmarks."""

import sys
from types import SimpleNamespace

import pytest

from bench.__main__ import main


@pytest.fixture
def asked(monkeypatch):
    """What each benchmark is asked for, none of them run."""
    said = []
    for name in ("live", "pages", "soak"):
        run = lambda quick, name=name, **more: said.append((name, quick, more)) or True  # noqa: E731
        monkeypatch.setitem(sys.modules, f"bench.{name}", SimpleNamespace(main=run))
    return said


def test_without_a_name_live_and_pages_are_measured(asked):
    assert main([]) == 0
    assert asked == [("live", False, {"full": False}), ("pages", False, {"full": False})]


def test_a_soak_may_have_page_views_beside_it(asked):
    assert main(["soak", "--quick", "--views=20"]) == 0
    assert asked == [("soak", True, {"views": 20})]


@pytest.mark.parametrize("word", ["lives", "--views=many", "--views", "--slow"])
def test_a_word_it_does_not_know_is_said_and_nothing_is_run(asked, capsys, word):
    assert main(["live", word]) == 2
    assert word in capsys.readouterr().err
    assert asked == []
