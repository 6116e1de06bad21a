"""The dialog that shows what was understood of a pasted block before it is stored."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from thidua_desktop.domain.registers.paste import PastedBlock, refused_rows
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.register_model import RegisterModel
from thidua_desktop.ui.widgets.table import DataTable, RowsModel, TableColumn

_REASON = TableColumn("reason", "Thêm được không", 44)


class PasteDialog(QDialog):
    """Shows each row of ``block`` and why some cannot be taken; accepting means: add the others, as one act."""

    def __init__(self, model: RegisterModel, block: PastedBlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Dán vào {model.register.title}")
        self.block = block
        self.refused = dict(refused_rows(model.register, block, model.rows.names))
        self.taken = [row for number, row in enumerate(block.rows, start=1) if number not in self.refused]
        self.table = DataTable(self._rows(model), stretch=block.columns[0])
        self.table.verticalHeader().setVisible(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        for text, state in self._words(model):
            words = label(text, wrap=True)
            theme.set_state(words, state)
            column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addWidget(self._buttons())
        self.resize(2 * sizes.DIALOG_WIDTH, sizes.DIALOG_WIDTH)

    def _rows(self, model: RegisterModel) -> RowsModel:
        found = [model.register.column(key) for key in self.block.columns]
        columns = [TableColumn(column.key, column.heading, column.width) for column in found]
        rows = [list(row) for row in self.block.rows]
        if not self.refused:
            return RowsModel(columns, rows)
        shown = RowsModel([_REASON, *columns])
        states = [State.BAD if number in self.refused else State.GOOD for number in range(1, len(rows) + 1)]
        words = [self.refused.get(number, "thêm được") for number in range(1, len(rows) + 1)]
        shown.set_rows(
            [[f"{state.sign} {word}", *row] for state, word, row in zip(states, words, rows, strict=True)],
            {(number, 0): state for number, state in enumerate(states)},
        )
        return shown

    def _words(self, model: RegisterModel) -> list[tuple[str, State]]:
        source = "theo dòng tiêu đề" if self.block.had_heading else "theo thứ tự cột, vì không thấy dòng tiêu đề"
        said = [(f"Đã hiểu {len(self.block.rows)} dòng, {len(self.block.columns)} cột {source}.", State.NEUTRAL)]
        if self.block.left_out:
            names = ", ".join(f"“{name}”" for name in self.block.left_out if name)
            said.append((f"Cột không có chỗ trong bảng, bỏ qua: {names or len(self.block.left_out)}.", State.WAIT))
        if self.refused:
            said.append(
                (f"{len(self.refused)} dòng chưa thêm được; sửa trong Excel rồi dán lại riêng các dòng đó.", State.BAD)
            )
        return said

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.add_button = box.addButton(f"Thêm {len(self.taken)} dòng", QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_kind(self.add_button, "primary")
        self.add_button.setEnabled(bool(self.taken))
        box.addButton("Hủy", QDialogButtonBox.ButtonRole.RejectRole)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box
