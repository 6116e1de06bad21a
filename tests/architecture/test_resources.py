"""Resources: each is there, is used, reads well, and goes along into an installed program."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import RESOURCE_FOLDERS, ROOT, files, modules, name, texts, tree

# definitions.py reads whatever lies in these.
READ_WHOLE = {"resources/checking", "resources/law", "resources/outlines", "resources/scoring", "forms"}


def resources() -> list[Path]:
    return [path for path in files() if any(path.is_relative_to(folder) for folder in RESOURCE_FOLDERS)]


def strings_of_the_program() -> str:
    return "\n".join(text for path in modules() for _, text in texts(path))


def test_every_resource_is_used():
    said = strings_of_the_program()
    named = [path for path in resources() if name(path.parent) not in READ_WHOLE]
    unused = [name(path) for path in named if not re.search(rf"\b{re.escape(path.stem)}\b", said)]
    assert not unused, "\n".join(unused)


def test_every_file_named_by_the_program_exists():
    there = {path.name for path in resources()}
    named = {
        (name(path), found)
        for path in modules()
        for _, text in texts(path)
        for found in re.findall(r"[\w-]+\.(?:svg|toml|qm)\b", text)
    }
    assert {place for place in named if place[1] not in there} == set()


def test_every_icon_named_by_the_program_exists():
    icons = {path.stem for path in resources() if path.parent.name == "icons"}
    named = {
        (name(path), node.args[0].value)
        for path in modules()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "icon"
        if node.args and isinstance(node.args[0], ast.Constant)
    }
    assert {place for place in named if place[1] not in icons} == set()


@pytest.mark.parametrize("path", [path for path in resources() if path.suffix == ".toml"], ids=name)
def test_toml_reads(path):
    assert tomllib.loads(path.read_text(encoding="utf-8"))


def test_resources_go_into_the_build():
    """setuptools takes a folder along when pyproject.toml names it and its name could be a package's."""
    setuptools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    assert {f"{folder.name}*" for folder in RESOURCE_FOLDERS} <= set(setuptools["packages"]["find"]["include"])
    assert setuptools["package-data"] == {"*": ["*"]}
    folders = {path.parent.relative_to(ROOT) for path in resources()}
    assert [folder for folder in folders if not all(part.isidentifier() for part in folder.parts)] == []
