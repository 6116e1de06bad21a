"""What organisations owe as rows, with the last answer typed in its cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

from thidua_desktop.domain.chasing.owed import Owed
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.reports.overview import spoken_distance
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.chasing.owed import owed, phone_book
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.tabs.commitments.listed_model import ListedModel
from thidua_desktop.ui.tabs.commitments.result_model import Heading
from thidua_desktop.ui.theme import State

_Index = QModelIndex | QPersistentModelIndex
NAME, WHAT, DEADLINE, LATE, LAST, ANSWER = "name", "what", "deadline", "late", "last", "answer"
NEVER = "chưa nhắc"

_COLUMNS = (
    Heading(NAME, "Đơn vị", 20),
    Heading(WHAT, "Còn thiếu", 30),
    Heading(DEADLINE, "Hạn", 10),
    Heading(LATE, "Còn, quá", 18),
    Heading(LAST, "Nhắc gần nhất", 14, hint="Ngày và cách nhắc lần cuối; số trong ngoặc là số lần đã nhắc"),
    Heading(ANSWER, "Trả lời", 18, type="long_text", hint="Đơn vị trả lời lần nhắc cuối; gõ thẳng vào ô"),
    Heading("head", "Người đứng đầu", 15),
    Heading("contact", "Liên hệ", 12),
)


class ChaseModel(ListedModel):
    """Everything that is owed in the year."""

    all: tuple[Owed, ...]
    wordy = (NAME, WHAT, LAST, ANSWER, "head")

    def __init__(self, workspace: Workspace, year: int, parent=None) -> None:
        super().__init__(_COLUMNS, workspace, year, parent)
        self._people: dict[int, tuple[str, str]] = {}

    @property
    def today(self) -> date:
        """The day that deadlines are seen from."""
        return self.workspace.today()

    def read_all(self) -> tuple[Owed, ...]:
        self._people = phone_book(self.workspace)
        return owed(self.workspace, self.year)

    def words_of(self, one: Owed) -> Iterable[str]:
        answer = one.contact.answer if one.contact else ""
        return (one.organisation, one.full_words, answer, *self._people.get(one.organisation_id, ()))

    # What is shown

    def stored_text(self, row: int, column: int) -> str:
        one, key = self.rows[row], self.columns[column].key
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

    def can_answer(self, index: _Index) -> bool:
        """Whether the cell takes an answer: somebody was reached."""
        if not index.isValid() or index.row() >= len(self.rows):
            return False
        return self.columns[index.column()].key == ANSWER and self.rows[index.row()].contact is not None

    def is_editable(self, row: int, column: int) -> bool:
        return self.can_answer(self.index(row, column))

    # Acts

    def put_block(self, cells: Sequence[tuple[int, int, str]]) -> None:
        """Store answers, each as an act of its own."""
        for row, column, text in cells:
            if self.is_editable(row, column):
                self._answer(row, column, text)

    def _answer(self, row: int, column: int, text: str) -> None:
        try:
            changes = registers.set_cell(self.workspace, "reminders", self.rows[row].contact.id, ANSWER, text)
        except KnownError as error:
            self.refuse(row, column, text, error)
            return
        self._bad.pop((self.row_key(row), ANSWER), None)
        self.done(changes)

    def of_rows(self, rows: Sequence[int]) -> list[Owed]:
        """What is owed in these rows."""
        return [self.rows[row] for row in rows if row < len(self.rows)]


def _last(one: Owed) -> str:
    if one.contact is None:
        return NEVER
    return f"{one.contact.words} ({one.contacts})" if one.contacts > 1 else one.contact.words
