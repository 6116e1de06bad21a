"""Lists in: a file with a table of people or organisations is read in the worker."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.ui.tasks.runner import Progress, Task, Tasks

if TYPE_CHECKING:
    from thidua_desktop.domain.sheets.returned import ReturnedFile


def read_list_file(
    tasks: Tasks,
    path: Path,
    done: Callable[[ReturnedFile], None],
    owner: QObject,
    failed: Callable[[KnownError], None] | None = None,
) -> Task:
    """Read the file and hand ``done`` its pages; one that cannot be read goes to ``failed`` in words, or is told."""
    return tasks.run(f"Đang đọc {path.name}", partial(_read, path), done, failed=failed, owner=owner)


def _read(path: Path, progress: Progress) -> ReturnedFile:
    from thidua_desktop.importing.sheets.lists import read_list_path

    return read_list_path(path, progress)
