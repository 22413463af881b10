"""The budgets: file 200 lines, function 40, view 15, template 80, arguments 5, room 2,000."""

import ast
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.house.source import ROOT, exceptions, modules, name_of, room_of, tracked, tree

Function = ast.FunctionDef | ast.AsyncFunctionDef
BUDGET = {"files": 200, "functions": 40, "views": 15, "templates": 80, "arguments": 5, "rooms": 2000}


def lines(path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def functions() -> Iterator[tuple[str, str, Function]]:
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, Function):
                yield name_of(path), f"{path.relative_to(ROOT)}:{node.name}", node


def span(node: Function) -> int:
    """Lines of a function without decorators and docstring."""
    documented = node.body[0].end_lineno - node.body[0].lineno + 1 if ast.get_docstring(node) else 0
    return node.end_lineno - node.lineno + 1 - documented


def arguments(node: Function) -> int:
    """Arguments a reader must keep in mind: self, defaults of a library's signature and *args aside."""
    named = [argument.arg for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]
    return len([name for name in named if name not in ("self", "cls")])


def files() -> dict[str, int]:
    paths = (path for path in modules("config", "network", "editorial", "forum", "events", "tests"))
    found = {str(path.relative_to(ROOT)): lines(path) for path in paths}
    return found


def templates() -> dict[str, int]:
    under = (path for path in tracked() if path.suffix == ".html" and path.is_relative_to(ROOT / "templates"))
    return {str(path.relative_to(ROOT)): lines(path) for path in under}


def rooms() -> dict[str, int]:
    found: Counter[str] = Counter()
    for path in modules():
        found[room_of(name_of(path))] += lines(path)
    return dict(found)


def is_view(module: str, node: Function) -> bool:
    first = node.args.args[0].arg if node.args.args else ""
    return ".views" in module and first == "request" and not node.name.startswith("_")


def measured(kind: str) -> dict[str, int]:
    match kind:
        case "files":
            return files()
        case "templates":
            return templates()
        case "rooms":
            return rooms()
        case "functions":
            return {where: span(node) for _, where, node in functions()}
        case "views":
            return {where: span(node) for module, where, node in functions() if is_view(module, node)}
        case "arguments":
            return {where: arguments(node) for _, where, node in functions()}
    raise AssertionError(kind)


@pytest.mark.parametrize("kind", BUDGET)
def test_nothing_is_larger_than_its_budget(kind):
    allowed = exceptions(kind)

    larger = {where: size for where, size in measured(kind).items() if size > BUDGET[kind] and where not in allowed}

    assert larger == {}


@pytest.mark.parametrize("kind", BUDGET)
def test_an_exception_is_still_needed_and_says_why(kind):
    sizes = measured(kind)

    idle = [where for where in exceptions(kind) if sizes.get(where, 0) <= BUDGET[kind]]
    silent = [where for where, reason in exceptions(kind).items() if len(reason) < 15]

    assert (idle, silent) == ([], [])
