"""What only the clerk knows of the row in view: which organisation a name means, who somebody is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.lists.report import ListRowReport, Question
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label

_OPEN = "(chưa chọn)"
_FOR_ALL = "Một câu trả lời dùng cho mọi dòng ghi tên này."


class QuestionsPane(QWidget):
    """A list to choose from for each question; ``answered(question, answer)`` tells what was chosen, None for nothing.

    ``fields`` are the lists in view.
    """

    answered = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.HALF)
        self.fields: list[QComboBox] = []

    def show_row(self, report: ListRowReport | None) -> None:
        """Show the questions of a row, none when there is nothing to ask."""
        self.fields = []
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for question in report.questions if report else ():
            self._column.addWidget(self._line(question))
        self.setVisible(bool(self.fields))

    def _line(self, question: Question) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        field = QComboBox()
        field.setAccessibleName(question.text)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.addItem(_OPEN, None)
        for answer, words in question.options:
            field.addItem(words, answer)
        field.setCurrentIndex(max(field.findData(question.chosen), 0) if question.chosen is not None else 0)
        field.activated.connect(partial(self._on_chosen, question, field))
        asked = label(question.text, "strong", wrap=True)
        if question.kind == "home":
            asked.setToolTip(_FOR_ALL)
            field.setToolTip(_FOR_ALL)
        row.addWidget(asked, 1)
        row.addWidget(field, 1)
        self.fields.append(field)
        return line

    def _on_chosen(self, question: Question, field: QComboBox, _: int) -> None:
        self.answered.emit(question, field.currentData())
