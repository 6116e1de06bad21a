"""What one organisation commits to, with its results; an empty row at the end takes a new commitment."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.vietnamese import fold, one_line
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import adjustments, commitments, result_sheets, results
from thidua_desktop.services.registration.result_sheets import ResultRow, ResultSheet
from thidua_desktop.ui.tabs.commitments.result_model import NOTHING, Heading, ResultModel
from thidua_desktop.ui.theme import State

NAME, TARGET, PLANNED = "name", "target", "planned"
NEW: Hashable = "new"
_VALUES = registers.register("commitments").keys.index("values")
_KEPT_AS = {NAME: "quote", PLANNED: "values"}


class CommitmentModel(ResultModel):
    """The commitments of ``organisation_id``, 0 for none.

    ``reason_wanted(commitment id, column of the commitment, text)`` when something else was typed over what was handed
    in: it takes a reason. Pasted over, it is refused.
    """

    reason_wanted = Signal(int, str, str)

    lead = (
        Heading(NAME, "Nội dung", 26, type="long_text"),
        Heading(TARGET, "Chỉ tiêu kế hoạch", 20, hint="Chỉ tiêu mà cam kết này góp vào"),
        Heading(PLANNED, "Cam kết", 12, hint="Số cam kết, ví dụ: 95%; 4 nhà; giảm 2 hộ"),
    )

    wordy = (NAME, TARGET)

    def __init__(self, workspace, year: int, parent=None) -> None:
        self.organisation_id = 0
        self._draft: dict[str, str] = {}
        self._targets: dict[str, int] = {}
        self._in_block = False
        super().__init__(workspace, year, parent)

    def show_organisation(self, organisation_id: int) -> None:
        """Show the commitments of another organisation."""
        self.organisation_id = organisation_id
        self._draft.clear()
        self.show()

    def read(self) -> ResultSheet:
        if not self.organisation_id:
            return NOTHING
        self._targets = _numbered(commitments.targets(self.workspace, self.year))
        return result_sheets.commitment_sheet(self.workspace, self.year, self.organisation_id)

    # The empty row

    @property
    def can_add(self) -> bool:
        """Whether a commitment can be added: it belongs to a plan of the year."""
        return bool(self.organisation_id and self.sheet.plans)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows) + self.can_add

    def is_new(self, row: int) -> bool:
        return row == len(self.rows)

    def row_key(self, row: int) -> Hashable:
        return NEW if self.is_new(row) else super().row_key(row)

    def place_of(self, key: Hashable, near: int = 0) -> int | None:
        return (len(self.rows) if self.can_add else None) if key == NEW else super().place_of(key, near)

    def stored_text(self, row: int, column: int) -> str:
        return self._draft.get(self.columns[column].key, "") if self.is_new(row) else super().stored_text(row, column)

    def edit_text(self, row: int, column: int) -> str:
        if self.is_new(row):
            return self.stored_text(row, column)
        if self.columns[column].key == PLANNED:
            stored = registers.row(self.workspace, "commitments", self.rows[row].owner_id)
            return stored.cells[_VALUES] if stored else ""
        return super().edit_text(row, column)

    def state(self, row: int, column: int) -> State:
        if self.is_new(row):
            return State.BAD if self.error(row, column) else State.NEUTRAL
        return super().state(row, column)

    def is_soft(self, row: int, column: int) -> bool:
        return not self._draft if self.is_new(row) else super().is_soft(row, column)

    def is_editable(self, row: int, column: int) -> bool:
        if self.is_new(row):
            return self.columns[column].key in (NAME, TARGET, PLANNED)
        return super().is_editable(row, column)

    def data(self, index, role: int = Qt.ItemDataRole.DisplayRole):
        empty = role == Qt.ItemDataRole.DisplayRole and index.isValid() and self.is_new(index.row())
        if empty and index.column() == 0 and not self._draft and not self.error(index.row(), 0):
            return "Thêm cam kết mới…"
        if role == Qt.ItemDataRole.ToolTipRole and index.isValid() and self.is_new(index.row()):
            error = self.error(index.row(), index.column())
            return str(error) if error else None
        return super().data(index, role)

    # Acts

    def put(self, row: int, column: int, text: str) -> None:
        if self.is_new(row):
            self._type_in_new(row, column, text)
        else:
            super().put(row, column, text)

    def setData(self, index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        key = _KEPT_AS.get(self.columns[index.column()].key)
        row, text = index.row(), str(value)
        if role == Qt.ItemDataRole.EditRole and key and not self._in_block and not self.is_new(row):
            changed = self.is_editable(row, index.column()) and text != self.data(index, role)
            if changed and adjustments.is_kept(self.workspace, self.rows[row].owner_id, key):
                self.reason_wanted.emit(self.rows[row].owner_id, key, text)
                return True
        return super().setData(index, value, role)

    def put_block(self, cells: Sequence[tuple[int, int, str]]) -> None:
        self._in_block = True
        try:
            super().put_block(cells)
        finally:
            self._in_block = False

    def _type_in_new(self, row: int, column: int, text: str) -> None:
        key = self.columns[column].key
        if key == TARGET:
            self._target(text)
        self._bad.pop((NEW, key), None)
        self._draft[key] = text
        if not text.strip():
            del self._draft[key]
        if self._draft.get(NAME) and not any(where == NEW for where, _ in self._bad):
            self._add_new()
        else:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def _add_new(self) -> None:
        words, target_id = self._draft, self._target(self._draft.get(TARGET, ""))
        changes, added = commitments.add(
            self.workspace, self.year, self.organisation_id, words[NAME], words.get(PLANNED, ""), target_id=target_id
        )
        self._draft = {}
        self.done(changes, (NEW, (added, 0)))

    @property
    def is_unstored(self) -> bool:
        return bool(self._draft) or super().is_unstored

    def give_up(self) -> None:
        self._draft.clear()
        super().give_up()

    def lead_text(self, row: ResultRow, key: str) -> str:
        if key == PLANNED:
            return row.planned_text
        if not row.first:
            return ""
        return row.name if key == NAME else row.target

    def can_type(self, row: ResultRow, key: str) -> bool:
        return row.first and key in (NAME, TARGET, PLANNED)

    def choices(self, column: int) -> list[str] | None:
        return list(self._targets) if self.columns[column].key == TARGET else None

    def store(self, row: ResultRow, key: str, text: str) -> Changes:
        if key == NAME:
            return commitments.set_text(self.workspace, row.owner_id, text)
        if key == PLANNED:
            return commitments.set_values(self.workspace, row.owner_id, text)
        return commitments.link(self.workspace, row.owner_id, self._target(text))

    def _target(self, text: str) -> int | None:
        """The target that was typed or chosen, None for an empty cell."""
        typed = one_line(text)
        if not typed:
            return None
        found = self._targets.get(typed) or next(
            (key for name, key in self._targets.items() if fold(name) == fold(typed)), None
        )
        if found is None:
            raise BadInput(
                f"Kế hoạch không có chỉ tiêu “{typed}”; dữ liệu không thay đổi.",
                "Chọn trong danh sách, hoặc để trống khi cam kết không góp vào chỉ tiêu nào.",
            )
        return found

    def set_result(self, row: ResultRow, phase_id: int, text: str) -> Changes:
        return results.set_commitment_result(self.workspace, row.owner_id, phase_id, row.figure, text)

    def remove(self, rows: Sequence[int]) -> Changes:
        """Take the commitments in these rows away; the empty row does not count. Raises KnownError."""
        ids = list(dict.fromkeys(self.rows[row].owner_id for row in rows if not self.is_new(row)))
        if not ids:
            return Changes()
        changes = commitments.remove(self.workspace, ids)
        self.done(changes)
        return changes


def _numbered(targets) -> dict[str, int]:
    """Targets by the words they are chosen by; what two are called has a number behind it."""
    named: dict[str, int] = {}
    for target in targets:
        name, number = target.indicator, 2
        while name in named:
            name, number = f"{target.indicator} ({number})", number + 1
        named[name] = target.id
    return named
