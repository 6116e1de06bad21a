"""Papers in: a file is read in the worker; what was understood comes back for the clerk to see."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import PlanReading, SourceFile
from thidua_desktop.ui.tasks.runner import Progress, Task, Tasks


def read_plan_file(
    tasks: Tasks,
    path: Path,
    done: Callable[[SourceFile, PlanReading], None],
    owner: QObject,
    failed: Callable[[KnownError], None] | None = None,
) -> Task:
    """Read a plan (Word, PDF or text) and hand ``done`` the file as it was and what was understood.

    A file that cannot be opened, or is no plan, goes to ``failed`` in words, or is told; the file is never changed. The
    task tells which page it reads or which program converts the file, and stops there when the clerk wishes.
    """
    return tasks.run(f"Đang đọc {path.name}", partial(_read, path), partial(_hand_on, done), failed=failed, owner=owner)


def _hand_on(done: Callable[[SourceFile, PlanReading], None], result: tuple[SourceFile, PlanReading]) -> None:
    done(*result)


def _read(path: Path, progress: Progress) -> tuple[SourceFile, PlanReading]:
    from thidua_desktop.importing.files import read_source
    from thidua_desktop.importing.plan import read_plan

    source = read_source(path)
    progress.check()
    return source, read_plan(source, progress)


def read_bytes(tasks: Tasks, path: Path, done: Callable[[SourceFile], None], owner: QObject) -> Task:
    """Read any file as it is (a signed scan) and hand it to ``done``; one that cannot be read is told."""
    return tasks.run(f"Đang đọc {path.name}", partial(_read_bytes, path), done, owner=owner)


def read_all(tasks: Tasks, paths: Sequence[Path], done: Callable[[list[SourceFile]], None], owner: QObject) -> Task:
    """Read many files as they are and hand them to ``done`` together; the first that cannot be read is told."""
    return tasks.run(f"Đang đọc {len(paths)} tệp", partial(_read_each, tuple(paths)), done, owner=owner)


def _read_each(paths: Sequence[Path], progress: Progress) -> list[SourceFile]:
    return [_read_bytes(path, progress) for path in paths]


def _read_bytes(path: Path, progress: Progress) -> SourceFile:
    from thidua_desktop.importing.files import read_source

    return read_source(path)
