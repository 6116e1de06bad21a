"""The files that were taken in the year, each to be opened as it came."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.sheets.forms import sheet_title
from thidua_desktop.domain.vietnamese import fold, format_date
from thidua_desktop.services.sheets.taken import TakenFile, content, taken_files
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks.papers import open_copy
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.search import SearchField
from thidua_desktop.ui.widgets.table import DataTable, TableColumn, TableModel

_Index = QModelIndex | QPersistentModelIndex
_COLUMNS = (
    TableColumn("taken", "Nhận lúc", 15),
    TableColumn("organisation", "Đơn vị", 22),
    TableColumn("form", "Phiếu", 26),
    TableColumn("name", "Tệp", 28),
    TableColumn("standing", "Bản", 10),
)
_EXPLAIN = "Tệp gốc được giữ nguyên như khi nhận. Bản nhận sau thay bản nhận trước của cùng phiếu."


class TakenModel(TableModel):
    """A taken file in each row."""

    wordy = ("organisation", "form", "name")

    def __init__(self, files: tuple[TakenFile, ...], parent=None) -> None:
        super().__init__(_COLUMNS, parent)
        self._all = files
        self.files = list(files)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.files)

    def text(self, row: int, column: int) -> str:
        one = self.files[row]
        form = " – ".join(filter(None, (sheet_title(one.kind), one.phase)))
        taken = f"{one.taken_at[11:16]} {format_date(one.taken_at[:10])}"
        return (taken, one.organisation, form, one.name, "mới nhất" if one.is_newest else "có bản sau")[column]

    def search(self, text: str) -> None:
        """Show only the files whose organisation or name has these words."""
        words = fold(text).split()
        self.beginResetModel()
        self.files = [one for one in self._all if all(word in fold(f"{one.organisation} {one.name}") for word in words)]
        self.endResetModel()


class TakenDialog(QDialog):
    """Enter or a double click opens the file of the row."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Tệp đã nhận – năm {context.year}")
        self.context = context
        self.model = TakenModel(taken_files(context.workspace, context.year), self)
        self.table = DataTable(self.model)
        self.table.setSelectionBehavior(DataTable.SelectionBehavior.SelectRows)
        self.table.setAccessibleName("Các tệp đã nhận")
        self.search = SearchField("Tìm đơn vị, tên tệp")
        self.search.searched.connect(self.model.search)
        self.search.went_down.connect(self.table.setFocus)
        self.open_button, close = QPushButton("Mở tệp"), QPushButton("Đóng")
        self.open_button.setEnabled(bool(self.model.files))
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(_EXPLAIN if self.model.files else "Năm này chưa nhận tệp nào.", "soft", wrap=True))
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.open_button, close):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column.addLayout(foot)
        self.open_button.clicked.connect(self._on_open)
        self.table.row_opened.connect(self.open_row)
        close.clicked.connect(self.reject)
        self.resize(sizes.PAGE_WIDTH, sizes.READING_WIDTH)
        if self.model.files:
            self.table.go_to(0)

    def _on_open(self) -> None:
        self.open_row(self.table.currentIndex().row())

    def open_row(self, row: int) -> None:
        """Open a copy of the file with the program the system has for it."""
        if not 0 <= row < len(self.model.files):
            return
        try:
            source = content(self.context.workspace, self.model.files[row].id)
        except KnownError as error:
            self.context.ask.error(error)
            return
        open_copy(self.context.tasks, source, self)
