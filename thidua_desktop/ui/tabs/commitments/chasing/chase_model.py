"""What organisations owe as rows: filtered, searched, with the last answer typed in its cell."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.chasing.owed import Owed
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.reports.overview import spoken_distance
from thidua_desktop.domain.vietnamese import fold, format_date
from thidua_desktop.services.chasing.owed import owed, phone_book
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.tabs.commitments.result_model import Heading
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.table import TypedModel

_Index = QModelIndex | QPersistentModelIndex
NAME, WHAT, DEADLINE, LATE, LAST, ANSWER = "name", "what", "deadline", "late", "last", "answer"
NEVER = "chưa nhắc"

_COLUMNS = (
    Heading(NAME, "Đơn vị", 20),
    Heading(WHAT, "Còn thiếu", 33),
    Heading(DEADLINE, "Hạn", 11),
    Heading(LATE, "Còn, quá", 17),
    Heading(LAST, "Nhắc gần nhất", 16, hint="Ngày và cách nhắc lần cuối; số trong ngoặc là số lần đã nhắc"),
    Heading(ANSWER, "Trả lời", 18, type="long_text", hint="Đơn vị trả lời lần nhắc cuối; gõ thẳng vào ô"),
    Heading("head", "Người đứng đầu", 18),
    Heading("contact", "Liên hệ", 15),
)

Wanted = Callable[[Owed], bool]


class ChaseModel(TypedModel):
    """The rows that ``wanted`` lets through and that have the words searched for; ``all`` is everything owed."""

    def __init__(self, workspace: Workspace, year: int, parent=None) -> None:
        super().__init__(_COLUMNS, parent)
        self.workspace = workspace
        self.year = year
        self.all: tuple[Owed, ...] = ()
        self.rows: list[Owed] = []
        self._people: dict[int, tuple[str, str]] = {}
        self._words: list[str] = []
        self._wanted: Wanted = lambda one: True
        self._known = False

    @property
    def today(self) -> date:
        """The day that deadlines are seen from."""
        return self.workspace.today()

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
            self.all = owed(self.workspace, self.year)
            self._people = phone_book(self.workspace)
        self.rows = [one for one in self.all if self._wanted(one) and self._is_found(one)]

    def _is_found(self, one: Owed) -> bool:
        if not self._words:
            return True
        answer = one.contact.answer if one.contact else ""
        said = fold(" ".join((one.organisation, one.full_words, answer, *self._people.get(one.organisation_id, ()))))
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
        return self._stored(self.rows[row], self.columns[column].key) if typed is None else typed

    def _stored(self, one: Owed, key: str) -> str:
        head, contact = self._people.get(one.organisation_id, ("", ""))
        match key:
            case "name":
                return one.organisation
            case "what":
                return one.full_words
            case "deadline":
                return format_date(one.deadline)
            case "late":
                days = one.days_late(self.today)
                return "" if days is None else spoken_distance(-days)
            case "last":
                return _last(one)
            case "answer":
                return one.contact.answer if one.contact else ""
            case "head":
                return head
        return contact

    def state(self, row: int, column: int) -> State:
        if self.error(row, column):
            return State.BAD
        one, key = self.rows[row], self.columns[column].key
        if key == LATE:
            return State.BAD if one.is_late(self.today) else State.NEUTRAL
        return State.WAIT if key == LAST and one.contact is None else State.NEUTRAL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            sign = self.state(index.row(), index.column()).sign
            return f"{sign} {self.text(index.row(), index.column())}".strip().replace("\n", " / ")
        if role == Qt.ItemDataRole.ToolTipRole:
            error = self.error(index.row(), index.column())
            return str(error) if error else None
        return super().data(index, role)

    def can_answer(self, index: _Index) -> bool:
        """Whether the cell takes an answer: somebody was reached."""
        if not index.isValid() or index.row() >= len(self.rows):
            return False
        return self.columns[index.column()].key == ANSWER and self.rows[index.row()].contact is not None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.can_answer(index) else flags

    # Acts

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or not self.can_answer(index):
            return False
        contact, text = self.rows[index.row()].contact, str(value)
        if contact is None or text == contact.answer:
            return True
        try:
            changes = registers.set_cell(self.workspace, "reminders", contact.id, ANSWER, text)
        except KnownError as error:
            self.refuse(index.row(), index.column(), text, error)
            return True
        self._bad.pop((self.row_key(index.row()), ANSWER), None)
        self._known = False
        self.done(changes)
        return True

    def of_rows(self, rows: Sequence[int]) -> list[Owed]:
        """What is owed in these rows."""
        return [self.rows[row] for row in rows if row < len(self.rows)]


def _last(one: Owed) -> str:
    if one.contact is None:
        return NEVER
    return f"{one.contact.words} ({one.contacts})" if one.contacts > 1 else one.contact.words
