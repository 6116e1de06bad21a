"""Who may import whom: the table of docs/architecture.md, for every import statement, also those inside functions."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, modules, name, tree

PREFIX = PACKAGE.name

# The data never leaves the office: nothing of the standard library that talks to a network.
NETWORK = {
    *("asyncio", "ftplib", "http", "imaplib", "nntplib", "poplib", "smtplib", "socket", "socketserver", "ssl"),
    *("telnetlib", "urllib.error", "urllib.request", "webbrowser", "wsgiref", "xmlrpc"),
}
PLAIN = set(sys.stdlib_module_names) - {"sqlite3"}
QT_PARTS = {"QtCore", "QtGui", "QtWidgets", "QtPdf", "QtPdfWidgets", "QtPrintSupport", "QtSvg"}
QT = frozenset({"shiboken6"} | {f"PySide6.{part}" for part in QT_PARTS})
OFFICE_FILES = frozenset({"docx", "lxml", "openpyxl"})


@dataclass(frozen=True)
class Room:
    """What a room may import besides the standard library and itself: other rooms, and packages from outside."""

    rooms: tuple[str, ...] = ()
    packages: frozenset[str] = frozenset()


EVERYTHING = Room(("",), frozenset({"platformdirs", "sqlite3"}) | QT)
# The longest matching name counts.
ROOMS = {
    "domain": Room(),
    "storage": Room(("domain",), frozenset({"sqlite3", "sqlite_utils", "filelock"})),
    "shipped": Room(),
    "definitions": Room(("domain", "shipped")),
    "services": Room(("domain", "storage", "definitions")),
    "sample": Room(("domain", "services", "importing", "shipped")),
    "importing": Room(("domain", "shipped"), OFFICE_FILES | {"python_calamine", "pypdfium2"}),
    "exporting": Room(("domain", "shipped"), OFFICE_FILES | {"typst"}),
    "ui": Room(("services", "domain", "shipped"), QT | {"platformdirs"}),
    "ui.tasks": Room(("ui", "services", "domain", "importing", "exporting"), QT),
    **dict.fromkeys(
        (
            "__main__",
            "arguments",
            "bootstrap",
            "cli",
            "cli_exports",
            "cli_lists",
            "cli_new_plan",
            "cli_plans",
            "cli_sample",
            "cli_sheets",
            "self_test",
            "self_test_window",
        ),
        EVERYTHING,
    ),
    "__init__": Room(),
}
# Below the tabs: what every tab stands on.
UNDER_THE_TABS = ("ui.theme", "ui.widgets", "ui.tasks", "ui.bus", "ui.ask")


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts)


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Every import of a file with its line, as an absolute dotted name."""
    package = [PREFIX, *path.relative_to(PACKAGE).parent.parts]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{start}.{alias.name}") for alias in node.names)


def is_in(module: str, room: str) -> bool:
    return room == "" or module == room or module.startswith(f"{room}.")


def room_of(module: str) -> str:
    return max((room for room in ROOMS if is_in(module, room)), key=len, default="")


def tab_of(module: str) -> str:
    parts = module.split(".")
    return parts[2] if parts[:2] == ["ui", "tabs"] and len(parts) > 2 else ""


def is_allowed(module: str, target: str) -> bool:
    """Whether ``module`` (inside the package) may import ``target`` (an absolute name)."""
    name_of_room = room_of(module)
    room = ROOMS.get(name_of_room, Room())
    if target == PREFIX or not is_in(target, PREFIX):
        if any(is_in(target, part) for part in NETWORK):
            return False
        plain = target == PREFIX or target.split(".")[0] in PLAIN
        return plain or any(is_in(target, package) for package in room.packages)
    inside = target.removeprefix(f"{PREFIX}.")
    if inside.startswith("__"):
        return True
    if any(is_in(module, low) for low in UNDER_THE_TABS) and is_in(inside, "ui.tabs"):
        return False
    if tab_of(module) and tab_of(inside) not in {"", tab_of(module)}:
        return False
    return any(is_in(inside, allowed) for allowed in (name_of_room, *room.rooms))


def test_every_module_belongs_to_a_room():
    homeless = [name(path) for path in modules() if not room_of(dotted(path))]
    assert not homeless, "\n".join(homeless)


def test_nobody_imports_what_its_room_may_not():
    wrong = [
        f"{name(path)}:{line} imports {target}"
        for path in modules()
        for line, target in imports(path)
        if not is_allowed(dotted(path), target)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("module", "target", "allowed"),
    [
        ("domain.plan.plans", "dataclasses.dataclass", True),
        ("domain.plan.plans", "sqlite3", False),
        ("domain.plan.plans", "urllib.request", False),
        ("storage.datafile", "sqlite3", True),
        ("storage.datafile", "thidua_desktop.services.plans", False),
        ("services.plans", "thidua_desktop.storage.plans", True),
        ("services.plans", "thidua_desktop.exporting.docx", False),
        ("services.plans", "PySide6.QtCore.QObject", False),
        ("importing.plan", "docx.Document", True),
        ("ui.shell", "thidua_desktop.ui.tabs.plans", True),
        ("ui.shell", "thidua_desktop.storage.datafile", False),
        ("ui.shell", "thidua_desktop.exporting.docx", False),
        ("ui.shell", "PySide6.QtNetwork.QTcpSocket", False),
        ("ui.tasks.papers", "thidua_desktop.exporting.docx", True),
        ("ui.tabs.plans.tab", "thidua_desktop.ui.tabs.plans.outline", True),
        ("ui.tabs.plans.tab", "thidua_desktop.ui.tabs.directory.tab", False),
        ("ui.widgets.table", "thidua_desktop.ui.tabs.plans", False),
        ("bootstrap", "thidua_desktop.ui.shell", True),
        ("cli", "requests", False),
    ],
)
def test_the_table(module, target, allowed):
    assert is_allowed(module, target) is allowed
