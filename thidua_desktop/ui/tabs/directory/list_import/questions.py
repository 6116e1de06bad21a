"""What only the clerk knows of the row in view: which organisation a name means, who somebody is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.lists.report import ListRowReport, Question
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.register_editors import ChoiceField

_OPEN = "(chưa chọn)"
_FOR_ALL = "Một câu trả lời dùng cho mọi dòng ghi tên này."


class QuestionsPane(QWidget):
    """A list to choose from, or to type in, for each question.

    ``answered(question, answer)`` tells what was chosen, None for nothing.
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

    def take_keyboard(self, *_: object) -> None:
        """Put the keyboard in the first list (Enter on the row), all of it chosen: typing looks for others."""
        if self.fields:
            self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.fields[0].lineEdit().selectAll()

    def _line(self, question: Question) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        field = ChoiceField([_OPEN, *(words for _, words in question.options)])
        field.setFrame(True)
        field.setAccessibleName(question.text)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for place, (answer, _) in enumerate(question.options, 1):
            field.setItemData(place, answer)
        field.lineEdit().setPlaceholderText(_OPEN)
        field.setCurrentIndex(-1 if question.chosen is None else field.findData(question.chosen))
        field.activated.connect(partial(self._on_chosen, question, field))
        field.lineEdit().editingFinished.connect(partial(self._on_typed, question, field))
        asked = label(question.text, "strong", wrap=True)
        if question.kind == "home":
            asked.setToolTip(_FOR_ALL)
            field.setToolTip(_FOR_ALL)
        row.addWidget(asked, 1)
        row.addWidget(field, 1)
        self.fields.append(field)
        return line

    def _on_typed(self, question: Question, field: QComboBox) -> None:
        """Words that are one of the answers, marks aside, choose it; others leave the answer as it was."""
        typed, shown = fold(field.currentText()), field.currentIndex()
        alike = [place for place in range(field.count()) if fold(field.itemText(place)) == typed]
        if len(alike) == 1 and alike[0] != shown:
            field.setCurrentIndex(alike[0])
            self._on_chosen(question, field, alike[0])
        else:
            field.setEditText(field.itemText(shown))

    def _on_chosen(self, question: Question, field: QComboBox, _: int) -> None:
        self.answered.emit(question, field.currentData())
