"""What the pages of organisations and people share: acts on the chosen rows, and what was before above the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.vietnamese import in_sentence
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.directory.register_page import RegisterPage
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import label, show_when

from .dialog import MemberDialog

PastLine = tuple[str, str]
"""What was, and when; "" for no day."""


class PastPanel(QWidget):
    """Lines about the past of the chosen row, with a button to mend them; ``about`` is the id of the row."""

    def __init__(self, title: str, mend: str, act: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, sizes.UNIT)
        self.column.setSpacing(sizes.HALF)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self._heading = label(title, "strong")
        self.mend = QPushButton(mend)
        self.mend.clicked.connect(act)
        self.column.addWidget(self._heading)
        self.column.addLayout(self._lines)
        self.column.addWidget(self.mend)
        self.show_lines([], chosen=False)

    def show_lines(self, lines: Sequence[PastLine], *, chosen: bool) -> None:
        """Show these; the button is there when a row is ``chosen``."""
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for text, when in lines:
            self._lines.addWidget(label(text, wrap=True))
            if when:
                self._lines.addWidget(label(when, "small", wrap=True))
        for part in (self._heading, self.mend):
            show_when(part, chosen)

    def texts(self) -> list[str]:
        """What stands there, line by line."""
        items = (self._lines.itemAt(number) for number in range(self._lines.count()))
        return [item.widget().text() for item in items]


class MembersPage(RegisterPage):
    """A page with acts on the chosen rows; ``dialog`` is the one that is open, None for none."""

    def __init__(
        self, context: TabContext, kind: str, title: str, subtitle: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, kind, title, subtitle, parent)
        self.dialog: QDialog | None = None
        self.view.row_chosen.connect(self.show_past)

    def show_past(self, row_id: int) -> None:
        """Show what the chosen row was before; 0 for none."""

    def add_act(self, words: str, tip: str, slot: Callable[[], None]) -> QAction:
        """An act at the right of the heading."""
        act = QAction(words, self)
        act.setToolTip(tip)
        act.triggered.connect(slot)
        self.header.add_act(act)
        return act

    def chosen_ids(self, least: int, wanted: str) -> list[int]:
        """The records with a chosen cell; none, and a notice that says what is ``wanted``, for fewer than ``least``."""
        ids = [self.view.model.row_id(row) for row in self.view.table.chosen_rows()]
        if len(ids) < least:
            self.context.ask.notify(wanted, State.WAIT)
            return []
        return ids

    def open_dialog(self, dialog: QDialog) -> None:
        """Show a dialog; what it did is told to every screen, with a way back."""
        self.dialog = dialog
        dialog.accepted.connect(self._on_accepted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_accepted(self) -> None:
        dialog = self.dialog
        if isinstance(dialog, MemberDialog) and dialog.changes:
            self.tell(dialog.changes)

    def tell(self, changes: Changes) -> None:
        """Tell every screen what was done, and the clerk with a way back."""
        self.context.bus.publish(changes)
        self.context.ask.notify(
            f"Đã {in_sentence(changes.text)}.", State.GOOD, [("Hoàn tác", self.view.undo_of(changes))]
        )

    def _on_finished(self) -> None:
        self.dialog = None
        self.view.table.setFocus()
