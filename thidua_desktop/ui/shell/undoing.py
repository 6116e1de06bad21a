"""What Ctrl+Z and Ctrl+Y are about: the field being typed in, work that is not stored yet, else the data file.

Qt's text fields take both keys for themselves even when there is nothing typed to take back: ``UndoKeys`` lets them go.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services import act_places, history
from thidua_desktop.services.act_places import ActPlace
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.shell.pages import Pages
from thidua_desktop.ui.tab import TabContext

TEXT_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit)


class StoredWork:
    """The acts in the data file, as long as one file is open.

    What was taken back or done again is brought into view; before it is of another year than the one in view, or was
    done before the file was opened, the clerk is asked.
    """

    def __init__(self, context: TabContext, pages: Pages) -> None:
        self._context = context
        self._pages = pages
        self._former = context.workspace.file.undo_act  # up to here the acts are of earlier days

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
        self._go(act_places.undo_place(self._context.workspace), "Hoàn tác", history.undo)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._go(act_places.redo_place(self._context.workspace), "Làm lại", history.redo)

    def _go(self, place: ActPlace | None, verb: str, act: Callable[[Workspace], Changes]) -> None:
        if place is None or not self._agreed(place, verb):
            return
        year = place.destination.year
        in_view = year in (0, self._context.year) and act_places.shows(self._pages.number, place.kinds)
        self._context.bus.publish(act(self._context.workspace))
        if not in_view:
            self._context.go_to(place.destination)
            of_year = f" (năm {year})" if year and str(year) not in place.text else ""
            self._context.ask.notify(f"Đã {verb.lower()}: {place.text}{of_year}.")

    def _agreed(self, place: ActPlace, verb: str) -> bool:
        year = place.destination.year
        elsewhere = year not in (0, self._context.year)
        former = place.act <= self._former
        if not (elsewhere or former):
            return True
        whose = f"việc của năm {year}" if elsewhere else "việc của lần mở tệp trước"
        explain = f"{place.text}; làm lúc {place.at:%H:%M} ngày {place.at:%d/%m/%Y}."
        if elsewhere:
            explain += f" Bạn đang xem năm {self._context.year}."
        agreed = self._context.ask.confirm(f"{verb} {whose}?", explain, yes=verb)
        if agreed and former:
            self._former = 0  # asked once: the clerk knows that it goes on into earlier days
        return agreed


class UndoKeys(QObject):
    """Watches the text field with the keyboard: undo and redo with nothing typed there are left to the window."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        QApplication.instance().focusChanged.connect(self._on_focus)

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, TEXT_FIELDS):
            old.removeEventFilter(self)
        if isinstance(new, TEXT_FIELDS):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(watched, TEXT_FIELDS):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), event.matches(QKeySequence.StandardKey.Redo)
            if (undo and not _owner(watched).isUndoAvailable()) or (redo and not _owner(watched).isRedoAvailable()):
                event.ignore()
                return True
        return super().eventFilter(watched, event)


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
