"""Every paper of every organisation as rows: when it was handed to whom, when it came back, who signed it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.chasing.sent_papers import FIELDS, Field, PaperKey, SentPaper
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.services.chasing import sent_papers
from thidua_desktop.services.chasing.sent_papers import Entry
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.tabs.commitments.result_model import Heading
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.table import TypedModel

_Index = QModelIndex | QPersistentModelIndex
Wanted = Callable[[SentPaper], bool]
WHO, PAPER, CODE, STANDING, SCANS = "who", "paper", "code", "standing", "scans"
_DAY = "Gõ 5/2, 05/02/2026 hoặc hn (hôm nay)"
_COLUMNS = (
    Heading(WHO, "Đơn vị", 18),
    Heading(PAPER, "Giấy tờ", 28),
    Heading(CODE, "Mã phiếu", 13, hint="In ở góc tờ giấy; gõ vào ô tìm để thấy lại"),
    Heading(STANDING, "Tình trạng", 13),
    Heading("handed_on", "Giao ngày", 11, type="date", hint=_DAY),
    Heading("handed_to", "Người nhận", 14, hint="Ai ký nhận"),
    Heading("returned_on", "Nhận lại ngày", 13, type="date", hint=_DAY),
    Heading("signed_by", "Người ký", 15),
    Heading("signed_on", "Ký ngày", 12, type="date", hint=_DAY),
    Heading(SCANS, "Bản chụp", 9, numeric=True),
    Heading("note", "Ghi chú", 16),
)
_STATES = {"chưa giao": State.NEUTRAL, "đã giao": State.WAIT, "đã nhận lại": State.GOOD}


class PapersModel(TypedModel):
    """The papers that ``wanted`` lets through and that have the words searched for; ``all`` is every one of them."""

    def __init__(self, workspace: Workspace, year: int, parent=None) -> None:
        super().__init__(_COLUMNS, parent)
        self.workspace = workspace
        self.year = year
        self.all: tuple[SentPaper, ...] = ()
        self.rows: list[SentPaper] = []
        self._words: list[str] = []
        self._wanted: Wanted = lambda one: True
        self._known = False

    # Which rows

    def reload(self, changes: Changes | None) -> None:
        """Read again; the echo of an own act is known already."""
        if changes is None or not self.is_own(changes):
            self._known = False
            self.relist()

    def show_year(self, year: int) -> None:
        """Another year: nothing typed in the one before stays."""
        self.year = year
        self._bad.clear()
        self.reload(None)

    def search(self, text: str) -> None:
        """Show only the rows with these words."""
        self._words = fold(text).split()
        self.relist()

    def set_wanted(self, wanted: Wanted) -> None:
        """Show only these rows."""
        self._wanted = wanted
        self.relist()

    def read_again(self) -> None:
        if not self._known:
            self._known = True
            self.all = sent_papers.papers_of_year(self.workspace, self.year)
        self.rows = [one for one in self.all if self._wanted(one) and self._is_found(one)]

    def _is_found(self, one: SentPaper) -> bool:
        if not self._words:
            return True
        said = fold(" ".join((one.organisation, one.title, one.code, one.handed_to, one.signed_by, one.note)))
        return all(word in said for word in self._words)

    def row_key(self, row: int) -> Hashable:
        return self.rows[row].key

    def place_of(self, key: Hashable, near: int = 0) -> int | None:
        return next((place for place, one in enumerate(self.rows) if one.key == key), None)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def column(self, number: int) -> Heading:
        """The column of that number, as the editors ask for it."""
        return _COLUMNS[number]

    # What is shown

    def text(self, row: int, column: int) -> str:
        typed = self.typed(row, column)
        return self.stored_text(row, column) if typed is None else typed

    def stored_text(self, row: int, column: int) -> str:
        """What the cell shows of what is stored."""
        one, key = self.rows[row], self.columns[column].key
        match key:
            case "who":
                return one.organisation
            case "paper":
                return one.title
            case "code":
                return one.code
            case "standing":
                return one.standing
            case "scans":
                return str(one.scans or "")
        return one.text(key)

    def state(self, row: int, column: int) -> State:
        if self.error(row, column):
            return State.BAD
        return _STATES[self.rows[row].standing] if self.columns[column].key == STANDING else State.NEUTRAL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            sign = self.state(index.row(), index.column()).sign
            return f"{sign} {self.text(index.row(), index.column())}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            error = self.error(index.row(), index.column())
            return str(error) if error else None
        return super().data(index, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.columns[index.column()].key in FIELDS else flags

    # Acts

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        entry = self._entry(index.row(), index.column(), str(value))
        if role != Qt.ItemDataRole.EditRole or entry is None:
            return False
        if entry.text == self.data(index, role):
            return True
        try:
            changes = Changes()  # a text that did not fit was typed back to what is stored
            if entry.text != self.stored_text(index.row(), index.column()):
                changes = sent_papers.set_field(self.workspace, entry)
        except KnownError as error:
            self.refuse(index.row(), index.column(), entry.text, error)
            return True
        self._bad.pop((entry.key, entry.field), None)
        self._known = False
        self.done(changes)
        return True

    def paste_cells(self, row: int, column: int, grid: Sequence[Sequence[str]]) -> None:
        """Write a block from that cell on, as one act."""
        cells = [
            (row + down, column + right, text) for down, line in enumerate(grid) for right, text in enumerate(line)
        ]
        self._put_block([cell for cell in cells if self.index(*cell[:2]).isValid()])

    def clear_cells(self, cells: Sequence[QModelIndex]) -> None:
        """Empty the cells (Del), as one act."""
        self._put_block([(cell.row(), cell.column(), "") for cell in cells])

    def put_all(self, rows: Sequence[int], field: Field, text: str) -> Changes:
        """Write the same into a column of many rows, as one act."""
        return self._put([Entry(self.rows[row].key, field, text) for row in rows])

    def _put_block(self, cells: Sequence[tuple[int, int, str]]) -> None:
        self._put([entry for cell in cells if (entry := self._entry(*cell)) is not None])

    def _put(self, entries: Sequence[Entry]) -> Changes:
        if not entries:
            return Changes()
        changes, refused = sent_papers.set_fields(self.workspace, entries)
        keys = [column.key for column in self.columns]
        for entry in entries:
            self._bad.pop((entry.key, entry.field), None)
            row = self.place_of(entry.key)
            if entry in refused and row is not None:
                self.refuse(row, keys.index(entry.field), entry.text, refused[entry])
        self._known = False
        self.done(changes)
        return changes

    def _entry(self, row: int, column: int, text: str) -> Entry | None:
        field = self.columns[column].key
        return Entry(self.rows[row].key, field, text) if field in FIELDS else None  # type: ignore[arg-type]

    def of_key(self, key: PaperKey) -> SentPaper | None:
        """The paper of that key, None when it is not of the year."""
        return next((one for one in self.all if one.key == key), None)
