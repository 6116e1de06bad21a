"""A file, class or function that grows past these holds two things. There are no exceptions."""

from __future__ import annotations

import ast

from tests.architecture.sources import files, name, tree

FILE_LINES = 400
CLASS_LINES = 300
FUNCTION_LINES = 40


def test_sizes():
    too_long = []
    for path in (path for path in files() if path.suffix == ".py"):
        length = len(path.read_text(encoding="utf-8").splitlines())
        if length > FILE_LINES:
            too_long.append(f"{name(path)}: {length} lines")
        too_long += [f"{name(path)}:{node.lineno} {node.name}: {lines(node)} lines" for node in long_nodes(tree(path))]
    assert not too_long, "\n".join(too_long)


def long_nodes(module: ast.Module) -> list[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef]:
    limits = {ast.ClassDef: CLASS_LINES, ast.FunctionDef: FUNCTION_LINES, ast.AsyncFunctionDef: FUNCTION_LINES}
    return [node for node in ast.walk(module) if type(node) in limits and lines(node) > limits[type(node)]]


def lines(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return node.end_lineno - node.lineno + 1
