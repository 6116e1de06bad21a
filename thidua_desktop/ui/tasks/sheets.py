"""Form sheets out and back: written into a folder, read file by file, in the worker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.ui.ask import Ask
from thidua_desktop.ui.tasks import papers
from thidua_desktop.ui.tasks.runner import Progress, Task, Tasks
from thidua_desktop.ui.theme import State

if TYPE_CHECKING:
    from thidua_desktop.domain.sheets.forms import FormBook
    from thidua_desktop.domain.sheets.understood import Understood

    Read = tuple[SourceFile, Understood | KnownError]

ENDING = ".xlsx"


def write_forms(ask: Ask, tasks: Tasks, named: Sequence[tuple[str, FormBook]], owner: QObject) -> Task | None:
    """Ask for a folder, write each (name, form) there and say so; None when the clerk gave up."""
    folder = ask.folder("Chọn thư mục để ghi các phiếu Excel", export=True)
    if folder is None:
        return None
    names = papers.file_names([name for name, _ in named])
    wanted = [(folder / f"{name}{ENDING}", form) for name, (_, form) in zip(names, named, strict=True)]
    there = sum(path.exists() for path, _ in wanted)
    if there and not ask.confirm(
        f"Thư mục “{folder.name}” đã có {there} phiếu trùng tên, ghi đè lên?",
        "Nếu đó là phiếu đơn vị đã điền thì những gì đã điền sẽ mất. Chọn “Hủy” rồi chọn thư mục khác để giữ.",
        yes="Ghi đè",
    ):
        return None
    title = f"Đang ghi {len(wanted)} phiếu Excel"
    return tasks.run(title, partial(_write, wanted), partial(_tell_written, ask, folder), owner=owner)


def _write(wanted: Sequence[tuple[Path, FormBook]], progress: Progress) -> int:
    from thidua_desktop.exporting.files import write_safely
    from thidua_desktop.exporting.xlsx import render

    for number, (path, form) in enumerate(wanted):
        progress.say(f"Đang ghi phiếu {number + 1} trong {len(wanted)}")
        try:
            write_safely(path, render(form))
        except KnownError as error:
            happened = f"Mới ghi được {number} trong {len(wanted)} phiếu. {error.happened}"
            raise KnownError(happened, error.advice) from error
    return len(wanted)


def _tell_written(ask: Ask, folder: Path, count: int) -> None:
    acts = (("Mở thư mục", partial(papers.open_path, folder)),)
    ask.notify(f"Đã ghi {count} phiếu Excel vào thư mục “{folder.name}”.", State.GOOD, acts)


def read_returned_files(
    tasks: Tasks, paths: Sequence[Path], done: Callable[[list[Read]], None], owner: QObject
) -> Task:
    """Read the files and hand ``done`` each as it is with what stands in it, or with why it cannot be read."""
    return tasks.run(f"Đang đọc {len(paths)} tệp", partial(_read, paths), done, owner=owner)


def _read(paths: Sequence[Path], progress: Progress) -> list[Read]:
    from thidua_desktop.domain.sheets.understood import understood
    from thidua_desktop.importing.sheets.reading import read_returned_path

    found: list[Read] = []
    for number, path in enumerate(paths):
        progress.say(f"Đang đọc tệp {number + 1} trong {len(paths)}: {path.name}")
        try:
            source, read = read_returned_path(path, progress)
            found.append((source, understood(read)))
        except KnownError as error:
            found.append((SourceFile(path.name, b""), error))
    return found
