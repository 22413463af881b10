"""Wagtail's tree walks ignore audiences; only the page model, which adds them, may use them."""

import ast

from tests.house.source import ROOT, modules, tracked, tree

BLIND = {"get_children", "get_descendants", "get_siblings", "get_next_siblings", "get_prev_siblings"}
HOME = "editorial/models/site_page.py"


def test_no_code_walks_the_tree_past_the_audience():
    blind = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.attr}"
        for path in modules()
        if path.relative_to(ROOT).as_posix() != HOME
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in BLIND
    ]

    assert blind == []


def test_no_template_walks_the_tree_past_the_audience():
    blind = [
        str(path.relative_to(ROOT))
        for path in tracked()
        if path.is_relative_to(ROOT / "templates") and any(f".{word}" in path.read_text("utf-8") for word in BLIND)
    ]

    assert blind == []
