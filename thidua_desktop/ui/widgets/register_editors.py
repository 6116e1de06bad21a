"""Editors of register cells: a list to choose from, a day with a calendar, a field of several lines."""

from __future__ import annotations

from PySide6.QtCore import QDate, QEvent, QLocale, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QStyleOptionViewItem,
    QWidget,
)

from thidua_desktop.domain.vietnamese import fold, nfc, parse_date
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.register_model import ChoicesRole, RegisterModel
from thidua_desktop.ui.widgets.table import CellDelegate

_LINES = 4  # of the field for long texts


class DateField(QLineEdit):
    """A day typed as dd/MM/yyyy or chosen in a calendar (the button, or Alt+Down). ``chosen`` after the calendar."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText("ngày/tháng/năm")
        button = QAction(theme.icon("calendar"), "Chọn ngày trên lịch (Alt+↓)", self)
        button.triggered.connect(self.open_calendar)
        self.addAction(button, QLineEdit.ActionPosition.TrailingPosition)
        self.calendar: QCalendarWidget | None = None

    def open_calendar(self) -> None:
        """Show the calendar below the field, at the day that stands in it."""
        calendar = QCalendarWidget(self)
        calendar.setWindowFlag(Qt.WindowType.Popup)
        calendar.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar.setLocale(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setSelectedDate(self._day())
        calendar.clicked.connect(self._on_day)
        calendar.activated.connect(self._on_day)
        calendar.move(self.mapToGlobal(QPoint(0, self.height())))
        calendar.show()
        self.calendar = calendar

    def _day(self) -> QDate:
        try:
            iso = parse_date(self.text())
        except ValueError:
            iso = None
        return QDate.fromString(iso, Qt.DateFormat.ISODate) if iso else QDate.currentDate()

    def _on_day(self, day: QDate) -> None:
        self.setText(day.toString("dd/MM/yyyy"))
        if self.calendar is not None:
            self.calendar.close()
            self.calendar = None
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)


_FoldedRole = Qt.ItemDataRole.UserRole + 20


class _Completer(QCompleter):
    """Finds what was typed anywhere in the choices, with or without marks and capitals."""

    def splitPath(self, path: str) -> list[str]:
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex) -> str:
        return index.data()


class ChoiceField(QComboBox):
    """A list that is typed in: what was typed is looked for anywhere in the choices, marks and capitals aside; other
    words may stay.
    """

    def __init__(self, choices: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFrame(False)
        self.addItems(choices)
        for place, text in enumerate(choices):
            self.setItemData(place, fold(text), _FoldedRole)
        completer = _Completer(self.model(), self)
        completer.setCompletionRole(_FoldedRole)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        theme.set_part(completer.popup(), "choices")
        self.setMinimumContentsLength(1)
        for view in (completer.popup(), self.view()):
            view.setMinimumWidth(self._list_width(choices))

    def _list_width(self, choices: list[str]) -> int:
        """Narrow columns too show a list whose texts can be told apart."""
        longest = self.fontMetrics().horizontalAdvance(max(choices, key=len, default=""))
        return min(longest + 2 * sizes.MARGIN, sizes.READING_WIDTH)


class LinesField(QPlainTextEdit):
    """Several lines in a table: Enter is done with them, Shift+Enter or Alt+Enter begins a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.insertPlainText("\n")
        else:
            super().keyPressEvent(event)


class RegisterDelegate(CellDelegate):
    """Paints as every table and opens the editor that the column's type asks for."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        choices = index.data(ChoicesRole)
        if choices is not None:
            return ChoiceField(choices, parent)
        column = index.model().column(index.column())
        if column.type == "date":
            field = DateField(parent)
            field.setFrame(False)
            field.chosen.connect(self._on_chosen)
            return field
        if column.type == "long_text":
            return LinesField(parent)
        return super().createEditor(parent, option, index)

    def _on_chosen(self) -> None:
        self.commitData.emit(self.sender())
        self.closeEditor.emit(self.sender(), self.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:
        """Fill the editor, once: reading the table again never overwrites what is being typed."""
        if editor.property("filled") is not None:
            return
        text = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findText(text))
            editor.setEditText(text)
            editor.lineEdit().selectAll()
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText(text)
            editor.selectAll()
        else:
            editor.setText(text)
            editor.selectAll()
        editor.setProperty("filled", self._typed(editor))

    def setModelData(self, editor: QWidget, model: RegisterModel, index: QModelIndex) -> None:
        """Store what was typed; an editor that nobody typed in leaves what was stored in its cell meanwhile."""
        if (text := self._typed(editor)) != editor.property("filled"):
            model.setData(index, nfc(text), Qt.ItemDataRole.EditRole)

    @staticmethod
    def _typed(editor: QWidget) -> str:
        if isinstance(editor, QComboBox):
            return editor.currentText()
        return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else editor.text()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        super().updateEditorGeometry(editor, option, index)
        if isinstance(editor, LinesField):
            rect = option.rect
            rect.setHeight(max(rect.height(), _LINES * sizes.ROW * 2 // 3))
            editor.setGeometry(rect)
        elif type(editor) is QLineEdit:
            editor.setGeometry(_roomy(option, index.data(Qt.ItemDataRole.EditRole) or ""))

    def eventFilter(self, editor: QWidget, event: QEvent) -> bool:
        """Enter in a field of several lines ends the edit, unless a new line is asked for."""
        if isinstance(editor, LinesField) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            new_line = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier)
            if enter and not new_line:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, self.EndEditHint.SubmitModelCache)
                return True
            if enter:
                return False
        return super().eventFilter(editor, event)


def _roomy(option: QStyleOptionViewItem, text: str) -> QRect:
    """The cell, as much wider as its text needs and the table has room for."""
    rect, table = QRect(option.rect), option.widget
    room = table.viewport().width() if isinstance(table, QAbstractScrollArea) else rect.width()
    wanted = option.fontMetrics.horizontalAdvance(text) + sizes.ROOMY
    rect.setWidth(max(rect.width(), min(wanted, room)))
    rect.moveLeft(max(min(rect.left(), room - rect.width()), 0))
    return rect
