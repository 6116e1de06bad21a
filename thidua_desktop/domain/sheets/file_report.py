"""A returned file as the clerk sees it before it is taken: whose it is, which form, and its rows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Literal

from ..plan.plans import SourceFile
from ..vietnamese import format_date
from .forms import SheetKind, sheet_title
from .report import RowReport

FileState = Literal["ready", "choose", "older", "tied", "idle", "taken", "refused"]
FILE_STATES: dict[FileState, str] = {
    "ready": "nhận được",
    "choose": "chọn đơn vị",
    "older": "bản cũ hơn",
    "tied": "chưa rõ bản nào",
    "idle": "không có gì mới",
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
    def form(self) -> tuple[object, ...]:
        """What two files must not both be taken for: one form of one organisation, or of one person in it."""
        person = self.filled_by if self.kind == "cá nhân" else ""
        return self.organisation_id, self.kind, self.phase_id, person

    @property
    def can_be_taken(self) -> bool:
        """Whether the clerk may tick it: it is known whose it is, and not stored already."""
        return self.state in ("ready", "older", "tied", "idle") and self.organisation_id is not None

    @property
    def title(self) -> str:
        """What it is, of which phase and of whom, and how that is known."""
        what = sheet_title(self.kind) if self.kind else "Chưa rõ phiếu gì"
        whose = f"{self.organisation} ({self.how})" if self.organisation else "chưa rõ đơn vị"
        day = f"ngày {format_date(self.filled_on)}" if self.filled_on else ""
        by = ", ".join(filter(None, (self.filled_by, day)))
        parts = (what, self.phase, whose, f"người lập: {by}" if by else "")
        return " · ".join(filter(None, parts))

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
