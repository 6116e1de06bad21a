"""The acts on sets of criteria: where a new one comes from, and taking one away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from thidua_desktop.domain.scoring.criteria import CriteriaSet, SetSubject
from thidua_desktop.services.scoring import sets
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.undo_act import UndoAct

_OF_COMMUNE: SetSubject = "xã"


class SetActs(QObject):
    """``made(set id)`` when a set was added to the year in view; ``removed()`` when one went."""

    made = Signal(int)
    removed = Signal()

    def __init__(self, context: TabContext, owner: QWidget) -> None:
        super().__init__(owner)
        self.context = context
        self._chosen: CriteriaSet | None = None

    def menu(self) -> QMenu:
        """Everything that can be done with sets."""
        menu = QMenu()
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(partial(self._fill, menu))
        return menu

    def choose(self, chosen: CriteriaSet | None) -> None:
        """The set in view."""
        self._chosen = chosen

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for number, one in enumerate(sets.examples(self.context.workspace)):
            menu.addAction(f"Thêm từ bộ mẫu “{one.name}”", partial(self.add_example, number))
        for one in sets.earlier(self.context.workspace, self.context.year):
            menu.addAction(f"Thêm từ năm {one.year}: “{one.name}”", partial(self.copy, one.id))
        menu.addSeparator()
        menu.addAction("Thêm bộ trống để chấm các đơn vị", self.add_empty)
        menu.addAction("Thêm bộ trống để chấm điểm của xã trong cụm", partial(self.add_empty, _OF_COMMUNE))
        menu.addSeparator()
        menu.addAction("Xóa bộ tiêu chí đang xem", self.remove).setEnabled(self._chosen is not None)

    def add_example(self, number: int | None = None) -> None:
        """A set of the year from one that ships, None for the first for organisations."""
        self._add(partial(sets.add_example, self.context.workspace, self.context.year, number))

    def add_empty(self, subject: SetSubject = "đơn vị") -> None:
        """A set without criteria."""
        self._add(partial(sets.add_empty, self.context.workspace, self.context.year, subject))

    def copy(self, set_id: int) -> None:
        """A set of the year from another year's."""
        self._add(partial(sets.copy_set, self.context.workspace, self.context.year, set_id))

    def _add(self, act) -> None:
        ids: list[int] = []

        def add():
            changes, set_id = act()
            ids.append(set_id)
            return changes

        if do(self.context, add):
            self.made.emit(ids[0])

    def remove(self) -> None:
        """Take the set in view away; the notice offers to bring it back."""
        chosen = self._chosen
        if chosen is None:
            return
        changes = do(self.context, partial(sets.remove_set, self.context.workspace, chosen.id))
        if changes:
            self.removed.emit()
            text = f"Đã xóa bộ tiêu chí “{chosen.name}” cùng điểm đã chấm theo bộ đó."
            self.context.ask.notify(text, acts=[("Hoàn tác", UndoAct(self.context, changes))])
