"""Small windows that show a list: the backups to choose from, the health of the file, the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.table import DataTable, RowsModel, TableColumn


class ListDialog(QDialog):
    """A sentence, a table of display texts, and Đóng; with ``choose`` a verb that takes the current row.

    ``chosen`` is the number of the row taken, -1 when none was. The caller frees it with ``deleteLater``.
    """

    def __init__(
        self,
        title: str,
        text: str,
        columns: Sequence[TableColumn],
        rows: Sequence[Sequence[str]],
        *,
        states: dict[tuple[int, int], State] | None = None,
        choose: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.chosen = -1
        model = RowsModel(columns, parent=self)
        model.set_rows(rows, states)
        self.table = DataTable(model, stretch=columns[-1].key)
        self.table.setSelectionBehavior(DataTable.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(DataTable.SelectionMode.SingleSelection)
        self.take = QPushButton(choose or "Đóng")
        theme.set_kind(self.take, "primary")
        self._lay_out(text, self._buttons(bool(choose), bool(rows)))
        if rows:
            self.table.go_to(0)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self, chooses: bool, has_rows: bool) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        if chooses:
            buttons.addButton(self.take, QDialogButtonBox.ButtonRole.AcceptRole)
            buttons.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
            self.take.setEnabled(has_rows)
            self.table.row_opened.connect(self.accept)
        else:
            buttons.addButton(self.take, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _lay_out(self, text: str, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.CARD)
        column.addWidget(label(text, wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self.resize(sizes.WIDE_DIALOG, sizes.DIALOG_WIDTH)

    def accept(self) -> None:
        self.chosen = self.table.current_row()
        super().accept()


HEALTH = (TableColumn("ok", "Kết quả", 10), TableColumn("text", "Đã xem", 60))
BACKUPS = (
    TableColumn("at", "Sao lưu lúc", 18),
    TableColumn("size", "Cỡ", 10, numeric=True),
    TableColumn("name", "Tệp"),
)
KEYS = (TableColumn("keys", "Phím", 26), TableColumn("does", "Để làm gì", 50))

KEY_ROWS = (
    ("Ctrl+1 … Ctrl+6", "Đến từng thẻ"),
    ("Ctrl+Z, Ctrl+Y", "Hoàn tác, làm lại, kể cả sau khi mở lại chương trình"),
    ("Ctrl+K", "Tìm mọi thứ: tổ chức, người, chỉ tiêu, khen thưởng… rồi đến đúng chỗ"),
    ("Ctrl+F", "Tìm trong thẻ đang xem; ở Kế hoạch: trong cả kế hoạch"),
    ("Ctrl+H", "Tìm và thay trong cả kế hoạch"),
    ("F1, Shift+F1", "Hướng dẫn cho thẻ đang xem, bảng phím tắt này"),
    ("Ctrl+P", "In văn bản đang xem"),
    ("Ctrl+O, Ctrl+N", "Mở tệp dữ liệu, tạo tệp mới"),
    ("Mũi tên, Enter, Tab", "Đi lại trong bảng như trong Excel"),
    ("Ctrl+Tab, Ctrl+Shift+Tab", "Ra khỏi bảng, khỏi văn bản, tới nút hay ô tiếp theo; từ dàn ý vào phần đang chọn"),
    ("F2 hoặc gõ chữ", "Sửa ô đang chọn"),
    ("Esc", "Bỏ những gì vừa gõ trong ô, giữ nội dung cũ"),
    ("Del", "Xóa nội dung các ô đang chọn; trong dàn ý: xóa mục (lấy lại được)"),
    ("Ctrl+Delete", "Xóa cả dòng đang chọn (lấy lại được)"),
    ("Alt+↑, Alt+↓", "Chuyển dòng trong bảng"),
    ("Alt+Shift+↑, Alt+Shift+↓", "Chuyển mục, chuyển đoạn lên, xuống như trong Word"),
    ("Alt+Shift+←, Alt+Shift+→", "Mục lên, xuống một cấp; ở dòng tiêu đề và trong dàn ý: Tab, Shift+Tab"),
    ("Ctrl+Alt+1, 2, 3", "Dòng thành tiêu đề cấp 1, 2, 3; Ctrl+Alt+0: đoạn đánh số; Ctrl+Shift+N: đoạn văn"),
    ("Ctrl+↑, Ctrl+↓", "Đến mục trước, mục sau trong văn bản kế hoạch"),
    ("Ctrl+Enter", "Thêm mục phía sau; trong dàn ý: Enter, Shift+Enter thêm mục con"),
    ("Ctrl+Dấu cách", "Chèn câu mẫu của cơ quan khi gõ kế hoạch"),
    ("Ctrl+B, Ctrl+I", "Chữ đậm, chữ nghiêng"),
    ("Ctrl+E", "Xuất Word văn bản đang làm"),
    ("Phím trình đơn hoặc nút phải chuột", "Các việc làm được với dòng hoặc mục đang chọn"),
    ("Ctrl+C, Ctrl+V", "Chép và dán cả khối ô với Excel, Word"),
    ("Alt+T, Alt+S, Alt+X, Alt+G", "Mở các trình đơn Tệp, Sửa, Xem, Trợ giúp"),
)
