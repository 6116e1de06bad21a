"""Every paper of every organisation as rows: when it was handed to whom, when it came back, who signed it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import cast

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.chasing.sent_papers import FIELDS, Field, PaperKey, SentPaper
from thidua_desktop.services.chasing import sent_papers
from thidua_desktop.services.chasing.sent_papers import Entry
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.tabs.commitments.listed_model import ListedModel
from thidua_desktop.ui.tabs.commitments.result_model import Heading
from thidua_desktop.ui.theme import State

WHO, PAPER, CODE, STANDING, SCANS = "who", "paper", "code", "standing", "scans"
_DAY = "Gõ 5/2, 05/02/2026 hoặc hn (hôm nay)"
_COLUMNS = (
    Heading(WHO, "Đơn vị", 20),
    Heading(PAPER, "Giấy tờ", 22),
    Heading(CODE, "Mã phiếu", 13, hint="In ở góc tờ giấy; gõ vào ô tìm để thấy lại"),
    Heading(STANDING, "Tình trạng", 13),
    Heading("handed_on", "Giao ngày", 10, type="date", hint=_DAY),
    Heading("handed_to", "Người nhận", 14, hint="Ai ký nhận"),
    Heading("returned_on", "Nhận lại ngày", 10, type="date", hint=_DAY),
    Heading("signed_by", "Người ký", 15),
    Heading("signed_on", "Ký ngày", 10, type="date", hint=_DAY),
    Heading(SCANS, "Bản chụp", 5, numeric=True),
    Heading("note", "Ghi chú", 8),
)
_STATES = {"chưa giao": State.NEUTRAL, "đã giao": State.WAIT, "đã nhận lại": State.GOOD}


class PapersModel(ListedModel):
    """Every paper of the year."""

    all: tuple[SentPaper, ...]
    wordy = (WHO, PAPER, "handed_to", "signed_by", "note")

    def __init__(self, workspace: Workspace, year: int, parent=None) -> None:
        super().__init__(_COLUMNS, workspace, year, parent)

    def read_all(self) -> tuple[SentPaper, ...]:
        return sent_papers.papers_of_year(self.workspace, self.year)

    def words_of(self, one: SentPaper) -> Iterable[str]:
        return (one.organisation, one.title, one.code, one.handed_to, one.signed_by, one.note)

    # What is shown

    def stored_text(self, row: int, column: int) -> str:
        one, key = self.rows[row], self.columns[column].key
        match key:
            case "who":
                return one.organisation
            case "paper":
                return one.title
            case "code":
                return one.code
            case "standing":
                return one.standing_words
            case "scans":
                return str(one.scans or "")
        return one.text(key)

    def state(self, row: int, column: int) -> State:
        if self.error(row, column):
            return State.BAD
        one, is_standing = self.rows[row], self.columns[column].key == STANDING
        if is_standing and one.to_enter:
            return State.WAIT
        return _STATES[one.standing] if is_standing else State.NEUTRAL

    def tip(self, row: int, column: int) -> str | None:
        waiting = self.rows[row].to_enter if self.columns[column].key == STANDING else 0
        return f"Chưa nhập số liệu của {waiting} cam kết: Enter mở chỗ nhập." if waiting else None

    # Acts

    def is_editable(self, row: int, column: int) -> bool:
        return self.columns[column].key in FIELDS

    def put_all(self, rows: Sequence[int], field: Field, text: str) -> Changes:
        """Write the same into a column of many rows, as one act."""
        column = [one.key for one in self.columns].index(field)
        return self._store([(row, column, text) for row in rows])

    def put_block(self, cells: Sequence[tuple[int, int, str]]) -> None:
        self._store(cells)

    def _store(self, cells: Sequence[tuple[int, int, str]]) -> Changes:
        entries = {
            Entry(self.rows[row].key, cast(Field, self.columns[column].key), text): (row, column)
            for row, column, text in cells
            if self.is_editable(row, column)
        }
        return self.store_entries(entries, partial(sent_papers.set_fields, self.workspace))

    def of_key(self, key: PaperKey) -> SentPaper | None:
        """The paper of that key, None when it is not of the year."""
        return next((one for one in self.all if one.key == key), None)
