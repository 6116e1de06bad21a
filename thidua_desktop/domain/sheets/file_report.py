"""A returned file as the clerk sees it before it is taken: whose it is, which form, and its rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from ..plan.plans import SourceFile
from .forms import SheetKind
from .report import RowReport

FileState = Literal["ready", "choose", "older", "taken", "refused"]
FILE_STATES: dict[FileState, str] = {
    "ready": "nhận được",
    "choose": "chọn đơn vị",
    "older": "bản cũ hơn",
    "taken": "đã nhận rồi",
    "refused": "không nhận được",
}
"""The states in the clerk's words."""


@dataclass(frozen=True, slots=True)
class FileReport:
    """What one file would do. ``organisation_id`` is None while nobody knows whose it is; ``how`` tells by what it was
    recognised. ``problem`` says why it cannot be taken, "" when it can; ``replaces`` names the file taken before it.
    """

    source: SourceFile
    state: FileState
    kind: SheetKind | None = None
    organisation_id: int | None = None
    organisation: str = ""
    how: str = ""
    phase_id: int | None = None
    phase: str = ""
    saved_at: str = ""
    filled_by: str = ""
    filled_on: str = ""
    rows: tuple[RowReport, ...] = ()
    remarks: tuple[str, ...] = ()
    problem: str = ""
    replaces: str = ""
    number: int = 0
    chosen: frozenset[int] | None = field(default=None)

    @property
    def ticked(self) -> frozenset[int]:
        """The places of the rows that are to be taken: those the clerk chose, at first what is not doubtful."""
        if self.chosen is not None:
            return self.chosen
        return frozenset(place for place, row in enumerate(self.rows) if row.is_ticked)

    def taken_rows(self, places: Collection[int] | None = None) -> tuple[RowReport, ...]:
        """The rows at these places (those ticked when None) that change something."""
        wanted = self.ticked if places is None else places
        return tuple(row for place, row in enumerate(self.rows) if place in wanted and row.change is not None)
