"""Imports stand at the top of a file; only an app's start and the ASGI entrance may wait."""

import ast

from tests.house.source import ROOT, modules, tree


def test_no_import_hides_inside_a_function():
    hidden = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules()
        if path.name != "apps.py" and path.relative_to(ROOT).as_posix() != "config/asgi.py"
        for function in ast.walk(tree(path))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]

    assert hidden == []
