"""docs/cases.md: which test proves which case of the safety standard. Every test it names exists."""

import ast
import re
from collections import Counter

from tests.house.source import ROOT

TABLE = (ROOT / "docs" / "cases.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| ([WMLF]\d\d) \| (.+) \|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[\w/]+\.py)`: `(\w+)`")


def names_in(path: str) -> set[str]:
    module = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in module.body if isinstance(node, ast.FunctionDef)}


def test_every_test_named_there_exists():
    named = TEST.findall(TABLE)

    missing = [f"{path}: {name}" for path, name in named if not (ROOT / path).is_file() or name not in names_in(path)]

    assert named and missing == []


def test_every_case_stands_once_with_a_test():
    rows = ROW.findall(TABLE)

    assert rows and len(rows) == TABLE.count("\n| ") - TABLE.count("\n| Case |") - TABLE.count("\n| --- |")
    assert [case for case, many in Counter(case for case, _ in rows).items() if many > 1] == []
    assert [case for case, proofs in rows if not TEST.search(proofs)] == []
