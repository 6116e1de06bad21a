"""Nobody but storage/ speaks to the data file in SQL."""

from __future__ import annotations

import ast
import re

from tests.architecture.sources import PACKAGE, modules, name, texts, tree

SQL = re.compile(
    r"\s*(select\b.+\bfrom\b|insert\s+(or\s+\w+\s+)?into\b|update\s+\w+\s+set\b|delete\s+from\b"
    r"|(create|drop|alter)\s+(table|index|trigger|view)\b|pragma\s+\w|begin\s+immediate|vacuum\b)",
    re.IGNORECASE | re.DOTALL,
)
CALLS = {"execute", "executemany", "executescript"}


def outside_storage():
    return [path for path in modules() if not path.is_relative_to(PACKAGE / "storage")]


def test_sql_stands_in_storage_alone():
    found = [
        f"{name(path)}:{line} {text!r}" for path in outside_storage() for line, text in texts(path) if SQL.match(text)
    ]
    assert not found, "\n".join(found)


def test_nobody_else_runs_a_statement():
    found = [
        f"{name(path)}:{node.lineno}"
        for path in outside_storage()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS
    ]
    assert not found, "\n".join(found)
