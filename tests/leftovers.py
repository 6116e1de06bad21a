"""What a test may leave behind: open data files, an act still running, windows that nobody closed."""

from __future__ import annotations

import gc
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from thidua_desktop.storage.datafile import DataFile

BEFORE = pytest.StashKey[set[int]]()
PASSED = pytest.StashKey[bool]()

# Qt keeps these for the whole run once it has shown one.
KEPT_BY_QT = {"QTipLabel", "QRollEffect", "QAlphaWidget"}

_files: list[DataFile] = []
_scopes: list[str] = []
_plain_init = DataFile.__init__


def _remember(file: DataFile, *arguments: object, **options: object) -> None:
    _plain_init(file, *arguments, **options)
    if all(scope == "function" for scope in _scopes):
        _files.append(file)


DataFile.__init__ = _remember


@contextmanager
def kept_by(scope: str) -> Iterator[None]:
    """A data file opened by a fixture of a module or the session is that fixture's to close."""
    _scopes.append(scope)
    try:
        yield
    finally:
        _scopes.pop()


def look() -> set[int]:
    """The windows there are before a test, by address."""
    return set(_windows())


def take(before: set[int]) -> list[str]:
    """In words, what is there that was not before; closes it, so that the next test is not blamed."""
    return [*_take_files(), *_take_windows(before)]


def _take_files() -> list[str]:
    found = []
    for file in _files:
        if file._running:
            found.append(f"an act runs in {file.path.name}")
        if _is_open(file):
            found.append(f"{file.path.name} is open")
            file.close()
    _files.clear()
    return found


def _is_open(file: DataFile) -> bool:
    try:
        file._connection.total_changes  # noqa: B018
    except sqlite3.ProgrammingError:
        return False
    return True


def _windows() -> dict[int, object]:
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    import shiboken6
    from PySide6.QtWidgets import QApplication

    if not isinstance(QApplication.instance(), QApplication):
        return {}
    windows = [w for w in QApplication.topLevelWidgets() if w.metaObject().className() not in KEPT_BY_QT]
    return {shiboken6.getCppPointer(window)[0]: window for window in windows}


def _take_windows(before: set[int]) -> list[str]:
    left = _new_windows(before)
    if left:
        left = []
        gc.collect()
        left = _new_windows(before)
    for window in left:
        window.close()
        window.deleteLater()
    return [f"window {window.metaObject().className()} {window.windowTitle()!r}" for window in left]


def _new_windows(before: set[int]) -> list:
    if not _windows().keys() - before:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [window for address, window in _windows().items() if address not in before]
