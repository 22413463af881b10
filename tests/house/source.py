"""The house read as source: its files, its imports and how they hang together. Knows nothing of Django."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WINGS = ("config", "events", "forum", "editorial", "network")
# Lower number, lower floor; a room imports only rooms of a lower number, or itself.
FLOORS = {
    "config": 50,
    "events.booking": 42,
    "events.diary": 41,
    "editorial": 30,
    "forum.oversight": 39,
    "forum.stage": 39,
    "forum.casebook": 38,
    "forum.live": 37,
    "forum.desk": 37,
    "forum.extracts": 36,
    "forum.concerns": 35,
    "forum.covers": 34,
    "forum.direct": 34,
    "forum.folds": 34,
    "forum.hands": 34,
    "forum.sealed": 34,
    "forum.talk": 33,
    "forum.files": 32,
    "forum.spaces": 31,
    "network.programme": 14,
    "network.membership": 14,
    "network.directory": 14,
    "network.search": 13,
    "network.notices": 13,
    "network.records": 13,
    "network.jobs": 12,
    "network.access": 12,
    "network.people": 11,
}


@dataclass(frozen=True)
class Import:
    """One module of ours names another, at a line."""

    importer: str
    imported: str
    where: str


@cache
def tracked() -> tuple[Path, ...]:
    """All files of the repository, those not yet committed included, those git ignores left out."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0:
        found = (ROOT / line for line in listed.stdout.splitlines())
    else:
        # An unpacked archive: no git, so its rules are approached by hand.
        hidden = {".venv", ".tools", "var", "node_modules", "__pycache__"}
        found = (path for path in ROOT.rglob("*") if not hidden & set(path.relative_to(ROOT).parts))
    return tuple(path for path in found if path.is_file())


def modules(*tops: str) -> Iterator[Path]:
    """Python files of our wings, or of the folders named; migrations are no one's prose and left out."""
    for path in tracked():
        parts = path.relative_to(ROOT).parts
        if path.suffix == ".py" and parts[0] in (tops or WINGS) and "migrations" not in parts:
            yield path


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """`forum.talk.models.message` lives in `forum.talk`; config and editorial are one room each."""
    parts = module.split(".")
    return parts[0] if parts[0] in ("config", "editorial") else ".".join(parts[:2])


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imports() -> list[Import]:
    """Every import from one of our modules to another, those under TYPE_CHECKING and inside functions included."""
    known = {name_of(path) for path in modules()}
    found = []
    for path in modules():
        importer = name_of(path)
        for node in ast.walk(tree(path)):
            where = f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"
            found += [Import(importer, goal, where) for goal in _goals(node, known) if goal != importer]
    return found


def _goals(node: ast.AST, known: set[str]) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name in known)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        for alias in node.names:
            inner = f"{node.module}.{alias.name}"
            if inner in known:
                yield inner
            elif node.module in known:
                yield node.module


def circles(arrows: set[tuple[str, str]]) -> list[list[str]]:
    """Groups that can all reach one another (Tarjan), largest first; empty when the drawing is free of circles."""
    goals: dict[str, set[str]] = {}
    for start, goal in arrows:
        goals.setdefault(start, set()).add(goal)
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        number[node] = low[node] = len(number)
        stack.append(node)
        for goal in sorted(goals.get(node, ())):
            if goal not in number:
                visit(goal)
                low[node] = min(low[node], low[goal])
            elif goal in stack:
                low[node] = min(low[node], number[goal])
        if low[node] == number[node]:
            ring = stack[stack.index(node) :]
            del stack[stack.index(node) :]
            if len(ring) > 1:
                found.append(sorted(ring))

    for node in sorted(goals):
        if node not in number:
            visit(node)
    return sorted(found, key=len, reverse=True)


def exceptions(kind: str) -> dict[str, str]:
    """What may be larger than the budget, with its reason, from exceptions.toml."""
    return tomllib.loads((ROOT / "tests/house/exceptions.toml").read_text()).get(kind, {})
