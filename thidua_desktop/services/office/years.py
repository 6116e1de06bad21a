"""The emulation years of the data file."""

from __future__ import annotations

from ...domain.bad_input import BadInput
from ...domain.changes import Changes
from ...domain.years import FIRST_YEAR, LAST_YEAR
from ...storage import records
from ...storage.plans import ensure_year
from ..workspace import Workspace


def years(workspace: Workspace) -> list[int]:
    """The years there are, the newest first."""
    rows = records.page(workspace.file, "years", order="year", descending=True)
    return [int(row["year"] or 0) for row in rows]


def add_year(workspace: Workspace, year: int) -> Changes:
    """Adds a year; empty changes when it is there already. Raises :class:`BadInput` outside :mod:`~..domain.years`."""
    check_year(year)
    with workspace.file.act(f"Thêm năm {year}") as act:
        ensure_year(workspace.file, year)
    return act.changes


def check_year(year: int) -> None:
    """Raises :class:`BadInput` for what cannot be an emulation year."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(
            f"{year} không phải là năm thi đua; dữ liệu không thay đổi.", "Gõ đủ bốn chữ số của năm, ví dụ 2026."
        )
