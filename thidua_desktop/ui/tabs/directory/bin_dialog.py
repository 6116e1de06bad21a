"""The bin (Thùng rác): what was deleted, and its way back."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import history
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.table import DataTable, RowsModel, TableColumn

PAGE = 200
_COLUMNS = (TableColumn("kind", "Thuộc", 22), TableColumn("title", "Nội dung", 46), TableColumn("at", "Xóa lúc", 18))


class BinDialog(QDialog):
    """Deleted records, last deleted first; the chosen ones come back with all they owned, each as one act."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Thùng rác")
        self.context = context
        self._records: list[Any] = []
        self.table = DataTable(RowsModel(_COLUMNS), stretch="title")
        self.table.setSelectionBehavior(DataTable.SelectionBehavior.SelectRows)
        self.empty = EmptyState("Thùng rác trống", "Những gì đã xóa sẽ nằm ở đây và lấy lại được bất cứ lúc nào.")
        self.message = InlineMessage(closable=True)
        self._lay_out()
        self.reload()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label("Chọn các dòng rồi nhấn “Đưa lại”; chúng trở về đúng chỗ cũ.", "soft", wrap=True))
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        column.addWidget(self.empty, 1)
        self.message.hide()
        box = QDialogButtonBox()
        self.restore_button = box.addButton("Đưa lại", QDialogButtonBox.ButtonRole.ActionRole)
        self.more_button = box.addButton("Xem thêm", QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        theme.set_kind(self.restore_button, "primary")
        self.restore_button.clicked.connect(self.restore)
        self.more_button.clicked.connect(self.show_more)
        self.table.row_opened.connect(self.restore)
        self.table.rows_changed.connect(self._on_rows)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self.resize(2 * sizes.DIALOG_WIDTH, sizes.DIALOG_WIDTH)

    def reload(self) -> None:
        """Read the newest page of the bin again."""
        self._records = []
        self.show_more()

    def show_more(self) -> None:
        """Read one more page of older records."""
        page = history.deleted_records(self.context.workspace, PAGE, len(self._records))
        self._records += page
        self.table.model().set_rows(
            [[record.kind_title, record.title, record.at.strftime("%H:%M %d/%m/%Y")] for record in self._records]
        )
        self.more_button.setVisible(len(page) == PAGE)
        self.table.setVisible(bool(self._records))
        self.empty.setVisible(not self._records)
        self._on_rows()

    def _on_rows(self) -> None:
        self.restore_button.setEnabled(bool(self.table.selected_rows()))

    def restore(self) -> None:
        """Bring the chosen records back; one that cannot come back says why, the others do."""
        back, refused = 0, []
        for record in [self._records[row] for row in self.table.selected_rows()]:
            try:
                self.context.bus.publish(history.restore_deleted(self.context.workspace, record))
            except KnownError as error:
                refused.append(f"{record.title}: {error}")
            else:
                back += 1
        self.reload()
        title = f"Đã đưa lại {back} dòng." if back else "Chưa đưa lại được dòng nào."
        self.message.show_message(title, "\n".join(refused), State.BAD if refused else State.GOOD)
        self.message.show()
