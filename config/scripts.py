"""Several ES modules as one: each keeps its own scope and hands on what it exports, in the order they need each other.

Only what our modules use is understood: `import { a, b } from "./other.js";` and `export` before a function, a class or
a constant, each at the beginning of a line.
"""

import posixpath
import re
from collections.abc import Callable

IMPORT = re.compile(r'^import \{ (?P<names>[\w, ]+) \} from "(?P<path>\.[^"]+)";$', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async function|function|class|const) (?P<name>\w+))", re.MULTILINE)
# A sentence on a line of its own; nothing a script does begins with two strokes.
REMARK = re.compile(r"^\s*//.*\n", re.MULTILINE)
# No string of ours goes on over the end of a line.
INDENT = re.compile(r"^ +", re.MULTILINE)


def joined(entry: str, read: Callable[[str], str]) -> str:
    """The module of this name with all it imports, as one script. `read` gives a module's text by its name."""
    modules: dict[str, str] = {}
    _take(entry, read, modules)
    *others, last = modules
    scopes = [f"const {_handle(name)} = (() => {{\n{modules[name]}{_handing_on(name, read)}}})();\n" for name in others]
    return "".join(scopes) + modules[last]


def _take(name: str, read: Callable[[str], str], modules: dict[str, str]) -> None:
    """What a module imports first, then the module itself, each once."""
    text = read(name)
    for found in IMPORT.finditer(text):
        other = _beside(name, found["path"])
        if other not in modules:
            _take(other, read, modules)

    def given(found: re.Match[str]) -> str:
        return f"const {{ {found['names']} }} = {_handle(_beside(name, found['path']))};"

    modules[name] = INDENT.sub("", REMARK.sub("", EXPORT.sub("", IMPORT.sub(given, text))))


def _handing_on(name: str, read: Callable[[str], str]) -> str:
    names = [found["name"] for found in EXPORT.finditer(read(name))]
    return f"return {{ {', '.join(names)} }};\n"


def _handle(name: str) -> str:
    return "of_" + re.sub(r"\W", "_", name)


def _beside(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))
