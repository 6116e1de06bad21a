"""All commitments of the year as one sheet, in groups with their totals, as of a phase or of the whole year."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.registration import progress, result_sheets, results
from thidua_desktop.services.registration.progress import By, Group
from thidua_desktop.services.registration.result_sheets import Cell, ResultRow, ResultSheet
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.commitments.result_model import PERCENT, STATUS, Heading, ResultModel
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.progress import BarRole

NAME, WHO, PLANNED, PROOF, NOTE = "name", "who", "planned", "proof", "note"
GROUP = "group"
_WHO = Heading(WHO, "Đơn vị", 14)
_MEASURED = (
    "Kết quả so với số đã cam kết; dòng tên nhóm: cộng lại khi cùng đơn vị tính, không thì trung bình các cam kết"
)
_Index = QModelIndex | QPersistentModelIndex


class ProgressModel(ResultModel):
    """``by`` is how rows are grouped, ``phase`` the place of the phase in view, None for the whole year."""

    lead = (Heading(NAME, "Nội dung cam kết", 32), Heading(PLANNED, "Cam kết", 12, numeric=True))
    measures = (
        Heading(PERCENT, "Thực hiện", 16, numeric=True, hint=_MEASURED),
        Heading(STATUS, "Tình trạng", 13),
    )
    tail = (
        Heading(PROOF, "Minh chứng", 11, hint="Số báo cáo, biên bản của đợt đang xem"),
        Heading(NOTE, "Ghi chú", 11, hint="Lý do vượt, chưa đạt của đợt đang xem"),
    )
    wordy = (NAME, WHO, PROOF, NOTE)

    def __init__(self, workspace, year: int, parent=None) -> None:
        self.by: By = "organisation"
        self.place: int | None = None
        self.groups: tuple[Group, ...] = ()
        self._of_row: dict[int, Group] = {}
        self._closed: set[str] = set()
        self._touched: int | None = None  # the organisation whose rows alone an act of this table changed
        super().__init__(workspace, year, parent)

    def read(self) -> ResultSheet:
        touched, self._touched = self._touched, None
        if touched is None:
            return result_sheets.commitment_sheet(self.workspace, self.year)
        own = result_sheets.commitment_sheet(self.workspace, self.year, touched).rows
        now = {(row.owner_id, row.figure): row for row in own}
        rows = (now.get((row.owner_id, row.figure), row) for row in self.sheet.rows)
        return replace(self.sheet, rows=tuple(rows))

    # Which rows

    def group_by(self, by: By) -> None:
        """Group the rows another way; all groups are open again. Who commits has a column unless that is the group."""
        self.beginResetModel()
        self.by = by
        self._closed.clear()
        self._take(self.sheet)
        self.endResetModel()

    def show_phase(self, place: int | None) -> None:
        """Show another phase: its column, and how everything stood at its end."""
        self.beginResetModel()
        self.place = place
        self._take(self.sheet)
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Close or open the group of that heading."""
        if not self.is_heading(row):
            return
        self._closed ^= {self.rows[row].name}
        self.relist()

    def close_all(self, closed: bool) -> None:
        """Close every group, so that only the totals are seen, or open them."""
        self._closed = {group.name for group in self.groups} if closed else set()
        self.relist()

    def _take(self, sheet: ResultSheet) -> None:
        if self.place is not None and self.place >= len(sheet.phases):
            self.place = None
        shown = sheet if self.place is None else progress.until(sheet, self.place, self.workspace.today())
        super()._take(shown)
        self.sheet = sheet
        if self.by != "organisation":
            self.columns = (self.columns[0], _WHO, *self.columns[1:])
        self.groups = progress.groups(self.rows, self.by)
        self.rows, self._of_row = [], {}
        for number, group in enumerate(self.groups, 1):
            self._of_row[len(self.rows)] = group
            self.rows.append(self._heading(group, number, sheet))
            if group.name not in self._closed:
                self.rows += group.rows

    def _heading(self, group: Group, number: int, sheet: ResultSheet) -> ResultRow:
        """The row above a group: its totals where its figures add up, and how far its commitments have come."""
        return replace(
            group.rows[0],
            kind=GROUP,
            owner_id=-number,
            figure=0,
            name=group.name,
            planned_text=group.planned(),
            cells=tuple(Cell(text=group.achieved(place)) for place in range(len(sheet.phases))),
            percent=group.percent,
        )

    def phases_shown(self) -> Sequence[int]:
        return super().phases_shown() if self.place is None else (self.place,)

    def is_heading(self, row: int) -> bool:
        """Whether the row is the heading of a group."""
        return 0 <= row < len(self.rows) and self.rows[row].kind == GROUP

    def row_key(self, row: int) -> Hashable:
        found = self.rows[row]
        return (GROUP, found.name) if found.kind == GROUP else super().row_key(row)

    def place_of(self, key: Hashable, near: int = 0) -> int | None:
        return next((place for place in range(len(self.rows)) if self.row_key(place) == key), None)

    # What is shown

    def lead_text(self, row: ResultRow, key: str) -> str:
        heading = row.kind == GROUP
        match key:
            case "planned":
                return row.planned_text
            case "who":
                return "" if heading else row.organisation
            case "name":
                if heading:
                    return f"{'▸' if row.name in self._closed else '▾'} {row.name}"
                return row.name if row.first else f"{row.name} ({row.figure + 1})"
        cell = None if heading else self.said(row)
        return "" if cell is None else cell.proof if key == PROOF else cell.note

    def said(self, row: ResultRow) -> Cell | None:
        """The result that proof and note are about: of the phase in view, of the year the latest that says anything."""
        if self.place is not None:
            return row.cells[self.place]
        there = [cell for cell in row.cells if cell.phase_id is not None]
        spoken = [cell for cell in there if cell.value is not None or cell.note or cell.proof]
        return (spoken or there[:1] or [None])[-1]

    def stored_text(self, row: int, column: int) -> str:
        if self.is_heading(row) and self.columns[column].key == STATUS:
            standing = self._of_row[row].standing
            return f"{standing.reached}/{standing.total} đạt"
        return super().stored_text(row, column)

    def state(self, row: int, column: int) -> State:
        if self.is_heading(row):
            return State.NEUTRAL
        on_the_way = self.place is not None and self.place < len(self.sheet.phases) - 1
        if on_the_way and self.columns[column].key == STATUS and self.rows[row].status == "chưa đạt":
            return State.WAIT
        return super().state(row, column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and role == Qt.ItemDataRole.FontRole and self.is_heading(index.row()):
            return theme.font(bold=True)
        if index.isValid() and role == BarRole and self.columns[index.column()].key == PERCENT:
            return self._bar(index.row(), index.column())
        if index.isValid() and role == Qt.ItemDataRole.ToolTipRole and self.is_heading(index.row()):
            return f"{self.rows[index.row()].name}: {self._of_row[index.row()].said}"
        return super().data(index, role)

    def _bar(self, row: int, column: int) -> tuple[float, State] | None:
        found = self.rows[row]
        if found.percent is None:
            return None
        if found.kind == GROUP:
            standing = self._of_row[row].standing
            return found.percent / 100, State.GOOD if standing.reached == standing.total else State.WAIT
        status = next(place for place, one in enumerate(self.columns) if one.key == STATUS)
        return found.percent / 100, self.state(row, status)

    # Acts

    def is_editable(self, row: int, column: int) -> bool:
        return not self.is_heading(row) and super().is_editable(row, column)

    def paste_cells(self, row: int, column: int, grid: Sequence[Sequence[str]]) -> None:
        """As every table; raises :class:`KnownError` afterwards for what fell on the name of a group."""
        headings = [
            line for down, line in enumerate(grid) if row + down < self.rowCount() and self.is_heading(row + down)
        ]
        lost = [text.strip() for line in headings for text in line if text.strip()]
        super().paste_cells(row, column, grid)
        if lost:
            raise KnownError(
                f"{len(lost)} ô dán rơi vào dòng tên nhóm nên chưa ghi: {', '.join(lost[:5])}; những ô khác đã ghi.",
                "Gõ những số ấy vào đúng dòng cam kết, hoặc dán lại từng nhóm.",
            )

    def can_type(self, row: ResultRow, key: str) -> bool:
        cell = self.said(row) if key in (PROOF, NOTE) else None
        return cell is not None and cell.phase_id is not None

    def store(self, row: ResultRow, key: str, text: str) -> Changes:
        cell = self.said(row)
        if cell is None or cell.phase_id is None:
            return Changes()
        put = results.set_proof if key == PROOF else results.set_note
        changes = put(self.workspace, "commitments", row.owner_id, cell.phase_id, row.figure, text)
        self._touched = row.organisation_id
        return changes

    def set_result(self, row: ResultRow, phase_id: int, text: str) -> Changes:
        changes = results.set_commitment_result(self.workspace, row.owner_id, phase_id, row.figure, text)
        self._touched = row.organisation_id
        return changes
