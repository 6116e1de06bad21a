"""The part of the command ``import-sheet`` that takes lists of people and organisations."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .domain.errors import KnownError
from .domain.lists.headings import best_list
from .domain.lists.meanings import SKIP, meanings
from .domain.lists.report import CALLED, ListRowReport, counted
from .domain.lists.rows import MappedList
from .services.members import list_import

if TYPE_CHECKING:
    from .domain.sheets.returned import ReturnedFile
    from .services.workspace import Workspace

_CALLED = {"people": "danh sách cá nhân", "organisations": "danh sách tổ chức"}
_OPEN = "chọn ở dưới"
_SAID_HERE = "nhập trong cửa sổ (Danh mục) để chọn"


def import_list(workspace: Workspace, path: Path, *, look: bool, doubtful: bool) -> bool | None:
    """Tells what every row of a list would do and stores those that are clear, all that can be when ``doubtful``.

    Whether there was nothing to see about; None when the file is no list, then nothing is told.
    """
    from .importing.sheets.lists import read_list_path

    try:
        file = read_list_path(path)
    except KnownError:
        return None  # why it cannot be read was found when it was taken for a form
    found = best_list(file.grids)
    if found is None:
        return None
    kind, place, headings = found
    keys = list_import.meanings_of(workspace, kind, headings)
    mapped = MappedList(kind, file.name, file.grids[place], headings, keys)
    reports = list_import.review(workspace, mapped)
    _tell(file, mapped, reports)
    numbers = {row.number for row in reports if (row.can_be_taken if doubtful else row.is_ticked)}
    if numbers and not look:
        list_import.take(workspace, mapped, reports, numbers)
        print(f"Đã lưu {len(numbers)} dòng.")
    return all(row.state not in ("doubtful", "refused") for row in reports)


def _tell(file: ReturnedFile, mapped: MappedList, reports: Sequence[ListRowReport]) -> None:
    print(f"{file.name}: {_CALLED[mapped.kind]}, trang “{mapped.grid.name}”, tiêu đề ở dòng {mapped.headings.row + 1}")
    for text in file.remarks:
        print(f"  {text}")
    words = {one.key: one.title for one in meanings(mapped.kind)}
    columns = [(text, key) for text, key in zip(mapped.headings.texts, mapped.keys, strict=True) if text]
    taken = (f"“{text}” là {words[key]}" for text, key in columns if key != SKIP)
    print(f"  Cột: {'; '.join(taken)}.")
    if left := [f"“{text}”" for text, key in columns if key == SKIP]:
        print(f"  Cột bỏ qua: {', '.join(left)}.")
    for row in reports:
        print(_told(row))
    if reports:
        print(f"  Cộng {len(reports)} dòng: {counted(reports)}.")


def _told(row: ListRowReport) -> str:
    texts = (f"{text}." for text in (row.content,) if text)
    reasons = (reason.replace(_OPEN, _SAID_HERE) for reason in row.reasons)
    return f"  [{CALLED[row.state]}] dòng {row.number}: {row.title}. {' '.join((*texts, *reasons))}".rstrip()
