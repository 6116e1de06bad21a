"""The project's own files as the architecture tests read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "thidua_desktop"
RESOURCE_FOLDERS = (ROOT / "resources", ROOT / "forms")
NOT_OURS = {"__pycache__", "build", "dist"}


def files() -> Iterator[Path]:
    """Every file of the project; what tools and users leave beside it is passed over, with or without git."""
    for entry in sorted(ROOT.iterdir()):
        if entry.is_dir() and (entry.name == ".ci" or _is_ours(entry)):
            yield from (p for p in sorted(entry.rglob("*")) if p.is_file() and all(map(_is_ours, p.parents)))
        elif entry.suffix in {".py", ".md", ".toml", ".spec"}:
            yield entry


def _is_ours(folder: Path) -> bool:
    inside = folder.is_relative_to(ROOT) and folder != ROOT
    hidden = folder.name.startswith(".") and folder.name != ".ci"
    return not inside or not (hidden or folder.name in NOT_OURS or folder.suffix == ".egg-info")


def modules(folder: Path = PACKAGE) -> list[Path]:
    """The Python files of a folder."""
    return [path for path in sorted(folder.rglob("*.py")) if "__pycache__" not in path.parts]


@cache
def tree(path: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name(path: Path) -> str:
    """A file's path as it is told in a failure."""
    return path.relative_to(ROOT).as_posix()


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The string literals of a file with their lines, pieces of f-strings too, docstrings not."""
    docstrings = {id(node.value) for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings:
            yield node.lineno, node.value
