"""What Ctrl+Z and Ctrl+Y are about: the field being typed in, work that is not stored yet, else the data file."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from thidua_desktop.services import history
from thidua_desktop.ui.tab import TabContext

TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


class StoredWork:
    """The acts in the data file."""

    def __init__(self, context: TabContext) -> None:
        self._context = context

    @property
    def undo_text(self) -> str:
        """What undo would take back, "" when nothing."""
        return history.undo_text(self._context.workspace)

    @property
    def redo_text(self) -> str:
        """What redo would do again, "" when nothing."""
        return history.redo_text(self._context.workspace)

    def undo(self) -> None:
        """Take the newest act back."""
        self._context.bus.publish(history.undo(self._context.workspace))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._context.bus.publish(history.redo(self._context.workspace))


def undo_typed() -> bool:
    """Take typing back in the field with the keyboard; False when there is none, or nothing typed."""
    field = QApplication.focusWidget()
    can = isinstance(field, TEXT_FIELDS) and _owner(field).isUndoAvailable()
    if can:
        field.undo()
    return can


def redo_typed() -> bool:
    """The other way round."""
    field = QApplication.focusWidget()
    can = isinstance(field, TEXT_FIELDS) and _owner(field).isRedoAvailable()
    if can:
        field.redo()
    return can


def _owner(field: QWidget):
    return field if isinstance(field, QLineEdit) else field.document()
