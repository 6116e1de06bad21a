"""One list of a plan: the common table, with what this kind of list can do besides."""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import ElidedLabel, show_when
from thidua_desktop.ui.widgets.register_view import RegisterView


class PlanList(RegisterView):
    """A list within the plan's page. ``section_wanted(id, words)`` asks for a section, with words of it chosen.

    What stands above the rows is worked out anew (:meth:`look_again`) when one of the kinds it ``follows`` changes, and
    shown for the row the keyboard is in (:meth:`show_row`).
    """

    follows: ClassVar[tuple[str, ...]] = ()
    section_wanted = Signal(int, str)

    def __init__(self, context: TabContext, kind: str, plan_id: int, **more: Any) -> None:
        super().__init__(context, kind, plan_id, with_history=False, **more)

    @property
    def plan_id(self) -> int:
        """The plan whose list it is."""
        return self.model.rows.scope or 0

    def reload(self, changes: Changes | None = None) -> None:
        super().reload(changes)
        if changes is None or changes.touches(*self.follows):
            self.look_again()

    def set_scope(self, scope: int | None) -> None:
        super().set_scope(scope)
        self.look_again()

    def set_open(self, columns: frozenset[str] | None) -> None:
        """As every list; of a closed one no act above the rows that changes the plan is offered."""
        super().set_open(columns)
        for strip in self.findChildren(RowStrip):
            strip.close_changes(columns is not None)

    def look_again(self) -> None:
        """Work out anew what stands above the rows."""
        self.show_row()

    def tell_of_text(self, changes: Changes, where: str = "") -> None:
        """Say that the text was changed with a row: it is out of sight."""
        self.context.ask.notify(f"Đã sửa cả trong văn bản{where}.", acts=[("Hoàn tác", self.undo_of(changes))])

    def show_row(self) -> None:
        """Show what is known of the row the keyboard is in."""

    def _on_row(self) -> None:
        super()._on_row()
        self.show_row()


class RowStrip(QWidget):
    """A line above the table about the row the keyboard is in: words, and links to what can be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumHeight(sizes.CONTROL)  # also without an act: the rows below must not move under the mouse
        self.words = ElidedLabel("")
        self.buttons: list[QPushButton] = []
        self._changing: dict[QPushButton, bool] = {}  # acts that change the plan, and whether they have a meaning
        self._closed = False
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(sizes.UNIT)
        self._row.addWidget(self.words, 1)

    def add(self, text: str, tip: str, *, changes_plan: bool = False) -> QPushButton:
        """A further act; one that changes the plan is not offered while :meth:`close_changes` holds."""
        button = QPushButton(text)
        button.setToolTip(tip)
        self._row.addWidget(button)
        self.buttons.append(button)
        if changes_plan:
            self._changing[button] = True
        return button

    def say(self, text: str, state: State) -> None:
        """Say how the row stands."""
        self.words.setText(f"{state.sign} {text}".strip())
        theme.set_state(self.words, state)

    def offer(self, button: QPushButton, wanted: bool) -> None:
        """Show an act only where it has a meaning."""
        if button in self._changing:
            self._changing[button] = wanted
        show_when(button, wanted and not (self._closed and button in self._changing))

    def close_changes(self, closed: bool) -> None:
        """Whether the plan can only be read."""
        self._closed = closed
        for button, wanted in self._changing.items():
            self.offer(button, wanted)
