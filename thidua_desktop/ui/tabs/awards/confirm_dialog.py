"""The window that answers, for many nominations at once, what only the clerk knows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from thidua_desktop.services.awards.confirming import OpenQuestion
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.table import DataTable, RowsModel, TableColumn

_COLUMNS = (
    TableColumn("question", "Câu hỏi của quy định", 60),
    TableColumn("answer", "Trả lời", 10),
    TableColumn("count", "Đề nghị", 10, numeric=True),
)
_WORDS = (
    "Những câu chưa trả lời của các đề nghị đang chọn. Chọn những câu bạn xác nhận được cho tất cả "
    "(giữ Ctrl để chọn nhiều dòng); câu khác trả lời riêng từng người."
)


class ConfirmDialog(QDialog):
    """``chosen`` are the questions that the clerk confirms. Alternatives are not chosen at first."""

    def __init__(self, questions: Sequence[OpenQuestion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Xác nhận điều kiện")
        self._questions = list(questions)
        rows = [[_asked(one), "Có" if one.expected else "Không", str(len(one.ids))] for one in self._questions]
        self.table = DataTable(RowsModel(_COLUMNS, rows), stretch="question")
        self.table.setSelectionBehavior(DataTable.SelectionBehavior.SelectRows)
        self.table.wrap_rows()  # what is confirmed is read to its end
        box = AgreeBox(self, "Xác nhận")
        self.confirm = box.agree
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(_WORDS, wrap=True))
        column.addWidget(self.table, 1)
        column.addWidget(box)
        self.resize(2 * sizes.DIALOG_WIDTH, sizes.DIALOG_WIDTH)
        self.table.rows_changed.connect(self._on_rows)
        self._choose_usual()

    def _choose_usual(self) -> None:
        model, choose = self.table.selectionModel(), self.table.selectionModel().SelectionFlag
        for number, one in enumerate(self._questions):
            if not one.alternative:
                model.select(self.table.model().index(number, 0), choose.Select | choose.Rows)
        self._on_rows()

    @property
    def chosen(self) -> list[OpenQuestion]:
        """The questions that the clerk confirms."""
        return [self._questions[row] for row in self.table.selected_rows()]

    def _on_rows(self) -> None:
        self.confirm.setEnabled(bool(self.chosen))


def _asked(one: OpenQuestion) -> str:
    return f"{one.question} (một trong nhiều trường hợp)" if one.alternative else one.question
