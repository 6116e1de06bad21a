"""The result sheets of a year as tables: figures by rows, phases by columns, typed as in Excel."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.registration.results import shown_percent
from thidua_desktop.domain.registration.year_phases import YearPhase
from thidua_desktop.domain.vietnamese import fold, format_date, format_number
from thidua_desktop.services.registration import results
from thidua_desktop.services.registration.result_sheets import ResultRow, ResultSheet
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.register_model import ChoicesRole
from thidua_desktop.ui.widgets.table import GridModel, TableColumn

NOTHING = ResultSheet((), (), (), ())
PERCENT, STATUS = "percent", "status"
STATES = {"vượt": State.GOOD, "đạt": State.GOOD, "chưa đạt": State.BAD, "quá hạn": State.BAD}
_PHASE = "phase/"
_PHASE_WIDTH = 8
_TELLS = frozenset(
    (
        *("commitments", "commitment_values", "commitment_results"),
        *("plan_targets", "plan_target_values", "target_results"),
        *("plan_phases", "plans", "years", "organisations"),
    )
)

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Heading(TableColumn):
    """A column that is edited as the type of a register's column says."""

    type: str = "text"


MEASURES = (
    Heading(PERCENT, "%", 7, numeric=True, hint="Kết quả mới nhất so với số đã cam kết hoặc được giao"),
    Heading(STATUS, "Tình trạng", 13),
)
"""The columns behind the phases: how far the year has come."""


class ResultModel(GridModel):
    """A result sheet. A subclass gives the columns before the phases, reads the sheet and stores what is typed."""

    lead: tuple[Heading, ...] = ()
    measures: tuple[Heading, ...] = MEASURES
    tail: tuple[Heading, ...] = ()
    """The columns behind all others, shown and typed in as those of ``lead``."""

    def __init__(self, workspace: Workspace, year: int, parent=None) -> None:
        super().__init__(self.lead, parent)
        self.workspace = workspace
        self.year = year
        self.sheet = NOTHING
        self.rows: list[ResultRow] = []
        self._words: list[str] = []

    # For the subclass

    def read(self) -> ResultSheet:
        """The sheet as it is now."""
        raise NotImplementedError

    def lead_text(self, row: ResultRow, key: str) -> str:
        """What a column before or behind the phases shows."""
        raise NotImplementedError

    def can_type(self, row: ResultRow, key: str) -> bool:
        """Whether a column before or behind the phases is typed in."""
        return False

    def store(self, row: ResultRow, key: str, text: str) -> Changes:
        """Store what was typed in a column before or behind the phases."""
        raise NotImplementedError

    def set_result(self, row: ResultRow, phase_id: int, text: str) -> Changes:
        """Store what was typed as the result of a phase."""
        raise NotImplementedError

    # Which rows

    def show(self) -> None:
        """Read other rows: another year or organisation. What was typed and not stored in those before is gone."""
        self.beginResetModel()
        self._bad.clear()
        self._take(self.read())
        self.endResetModel()

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` (None = everything) may have touched; the echo of an own act is known already."""
        if changes is None or (not self.is_own(changes) and not _TELLS.isdisjoint(changes.kinds)):
            self.relist()

    def relist(self, follow: tuple[Hashable, Hashable] | None = None) -> None:
        """Read again; when the year has other phases now the table begins anew."""
        sheet = self.read()
        if sheet.phases == self.sheet.phases:
            self.sheet = sheet
            super().relist(follow)
            return
        self.beginResetModel()
        self._take(sheet)
        self.endResetModel()

    def read_again(self) -> None:
        self._take(self.sheet)

    def _take(self, sheet: ResultSheet) -> None:
        self.sheet = sheet
        self.rows = [row for row in sheet.rows if self._is_wanted(row)]
        phases = [_phase_column(place, sheet.phases[place], sheet.rows) for place in self.phases_shown()]
        self.columns = (*self.lead, *phases, *self.measures, *self.tail)

    def phases_shown(self) -> Sequence[int]:
        """The phases that have a column, by their places in the sheet."""
        return range(len(self.sheet.phases))

    def _is_wanted(self, row: ResultRow) -> bool:
        if not self._words:
            return True
        said = fold(" ".join((row.name, row.organisation, row.responsible, *row.committed_by)))
        return all(word in said for word in self._words)

    def search(self, text: str) -> None:
        """Show only the rows with these words."""
        self._words = fold(text).split()
        self.relist()

    def row_key(self, row: int) -> Hashable:
        found = self.rows[row]
        return (found.owner_id, found.figure)

    def place_of(self, key: Hashable, near: int = 0) -> int | None:
        places = (place for place, row in enumerate(self.rows) if (row.owner_id, row.figure) == key)
        return next(places, None)

    # What is shown

    def phase(self, column: int) -> int | None:
        """Which phase the column is, None when it is none."""
        key = self.columns[column].key if 0 <= column < len(self.columns) else ""
        return int(key.removeprefix(_PHASE)) if key.startswith(_PHASE) else None

    def stored_text(self, row: int, column: int) -> str:
        found, key, phase = self.rows[row], self.columns[column].key, self.phase(column)
        if phase is not None:
            return found.cells[phase].text
        if key == PERCENT:
            return shown_percent(found.percent)
        if key == STATUS:
            return "" if found.composite else found.status
        return self.lead_text(found, key)

    def edit_text(self, row: int, column: int) -> str:
        """What an editor of the cell begins with: a sum of others is not a figure to correct."""
        if self.is_soft(row, column):
            return ""
        return self.stored_text(row, column)

    def state(self, row: int, column: int) -> State:
        if self.error(row, column):
            return State.BAD
        if self.columns[column].key != STATUS:
            return State.NEUTRAL
        found = self.rows[row]
        if found.composite:
            return State.NEUTRAL
        on_the_way = found.status == "chưa đạt" and found.cells[-1].value is None
        return State.WAIT if on_the_way else STATES.get(found.status, State.WAIT)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self.choices(index.column()) if role == ChoicesRole and index.isValid() else super().data(index, role)

    def choices(self, column: int) -> list[str] | None:
        """What the editor of a cell offers, None for a cell that is typed freely."""
        return None

    def is_soft(self, row: int, column: int) -> bool:
        """Whether the figure comes from others, not entered for itself."""
        return bool(self._origin(row, column))

    def _origin(self, row: int, column: int) -> str:
        phase = self.phase(column)
        return "" if phase is None else self.rows[row].cells[phase].origin

    def tip(self, row: int, column: int) -> str | None:
        if self.columns[column].key == STATUS:
            return self._why(self.rows[row])
        origin = self._origin(row, column)
        return f"{origin[:1].upper()}{origin[1:]}; gõ số để ghi kết quả của cả xã." if origin else None

    @staticmethod
    def _why(row: ResultRow) -> str | None:
        """What the word for how a commitment stands does not say."""
        if row.status == "chưa nhập số":
            return "Đơn vị đã nộp phiếu kết quả, số liệu chưa nhập."
        return f"Hạn hoàn thành {format_date(row.deadline)}." if row.deadline else None

    def is_editable(self, row: int, column: int) -> bool:
        phase = self.phase(column)
        found = self.rows[row]
        if phase is not None:
            return found.cells[phase].phase_id is not None and not found.composite
        return self.can_type(found, self.columns[column].key)

    # Acts

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column, text = index.row(), index.column(), str(value)
        if role != Qt.ItemDataRole.EditRole or not self.is_editable(row, column):
            return False
        if text == self.data(index, role):
            return True
        try:
            self.put(row, column, text)
        except KnownError as error:
            self.refuse(row, column, text, error)
        return True

    def put_block(self, cells: Sequence[tuple[int, int, str]]) -> None:
        """Results are stored as one act, the other cells one by one."""
        entries: dict[results.Entry, tuple[int, int]] = {}
        for row, column, text in cells:
            entry = self._entry(row, column, text)
            if entry is not None:
                entries[entry] = (row, column)
            elif self.is_editable(row, column):
                self.setData(self.index(row, column), text)
        self.store_entries(entries, partial(results.set_results, self.workspace))

    def _entry(self, row: int, column: int, text: str) -> results.Entry | None:
        """The result that the text in that cell is, None for a cell of another column or one that is not typed in."""
        phase = self.phase(column)
        if phase is None or not self.is_editable(row, column):
            return None
        found = self.rows[row]
        phase_id = found.cells[phase].phase_id
        return results.Entry(found.kind, found.owner_id, phase_id, found.figure, text) if phase_id else None

    def put(self, row: int, column: int, text: str) -> None:
        """Store what was typed in a cell; raises KnownError for what does not fit."""
        found, phase = self.rows[row], self.phase(column)
        changes = Changes()  # a text that did not fit was typed back to what is stored
        if text != self.edit_text(row, column):
            phase_id = found.cells[phase].phase_id if phase is not None else None
            if phase_id is not None:
                changes = self.set_result(found, phase_id, text)
            else:
                changes = self.store(found, self.columns[column].key, text)
        self._bad.pop((self.row_key(row), self.columns[column].key), None)
        self.done(changes)


def _phase_column(number: int, phase: YearPhase, rows: Sequence[ResultRow]) -> Heading:
    """As wide as the figures to come; the name of the phase has two lines."""
    hint = f"{phase.name}: lũy kế từ đầu năm đến hết đợt"
    figures = (len(format_number(row.planned.value)) for row in rows if row.planned is not None)
    width = max(_PHASE_WIDTH, (len(phase.name) + 1) // 2 + 2, *figures)
    return Heading(f"{_PHASE}{number}", phase.name, width, numeric=True, hint=hint)
