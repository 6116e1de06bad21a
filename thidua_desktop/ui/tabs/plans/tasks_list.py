"""The tasks of a plan: who does what by when, and ticked when it is done."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.plan.task_standing import TaskState, state_words, task_state
from thidua_desktop.domain.vietnamese import parse_date
from thidua_desktop.services.plan import plans, tasks
from thidua_desktop.services.plan.tasks import TASKS
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.plan_list import PlanList, RowStrip
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.register_model import Derived
from thidua_desktop.ui.widgets.table import TableColumn

_STATES: dict[TaskState, State] = {
    "done": State.GOOD,
    "done late": State.GOOD,
    "overdue": State.BAD,
    "open": State.WAIT,
    "no day": State.NEUTRAL,
}
_WIDTHS = {"summary": 34 * sizes.CHAR, "assignee": 18 * sizes.CHAR, "standing": 18 * sizes.CHAR}
_SEEN_AT = 1
_TICK, _UNTICK = "Đánh dấu đã xong", "Bỏ đánh dấu"


class TasksList(PlanList):
    """As every list; the space bar or a click in “Tình trạng” marks tasks as done today, or takes it back."""

    follows = ("plans", TASKS)

    def __init__(self, context: TabContext, plan_id: int) -> None:
        self._today = context.workspace.today
        column = TableColumn("standing", "Tình trạng", 18, hint="Bấm hoặc nhấn phím cách: đã xong hôm nay")
        super().__init__(context, TASKS, plan_id, derived=(Derived(column, self._standing),), widths=_WIDTHS)
        self.table.horizontalHeader().moveSection(len(self.model.columns) - 1, _SEEN_AT)
        self.table.installEventFilter(self)
        self.table.clicked.connect(self._on_clicked)
        self.show_row()

    def above_table(self) -> QWidget:
        """How many are done, and the tick."""
        self.strip = RowStrip()
        self.tick = self.strip.add(_TICK, "Các việc đang chọn đã xong hôm nay (phím cách)")
        self.tick.clicked.connect(self.toggle)
        return self.strip

    def _standing(self, cells: dict[str, str]) -> tuple[str, State]:
        due, done_on = (_iso(cells[key]) for key in ("due", "done_on"))
        day = self._today().isoformat()
        return state_words(due, done_on, day), _STATES[task_state(due, done_on, day)]

    # What follows

    def show_row(self) -> None:
        found = plans.plan(self.context.workspace, self.plan_id).tasks if self.plan_id else ()
        day = self._today().isoformat()
        states = [task_state(task.due, task.done_on, day) for task in found]
        counts = (
            (sum(state in ("done", "done late") for state in states), "đã xong"),
            (states.count("overdue"), "quá hạn"),
            (sum(state in ("open", "no day") for state in states), "chưa đến hạn"),
        )
        said = ", ".join(f"{count} {words}" for count, words in counts if count)
        self.strip.setVisible(bool(found))
        self.strip.say(said, State.BAD if "overdue" in states else State.NEUTRAL)
        self.tick.setText(_UNTICK if self._are_done() else _TICK)
        self.tick.setEnabled(bool(self._chosen_ids()))

    # Acts

    def _chosen_ids(self) -> list[int]:
        rows = self.table.chosen_rows() or [self.table.current_row()]
        return [self.model.row_id(row) for row in rows if 0 <= row < self.model.rows.count]

    def _are_done(self) -> bool:
        """Whether all of the chosen tasks are done."""
        ids = set(self._chosen_ids())
        found = plans.plan(self.context.workspace, self.plan_id).tasks if ids else ()
        day = self._today().isoformat()
        return bool(ids) and all(task.done_on and task.done_on <= day for task in found if task.id in ids)

    def toggle(self) -> None:
        """Mark the chosen tasks as done today; when all of them are, take it back."""
        ids = self._chosen_ids()
        if ids:
            done = not self._are_done()
            do(self.context, partial(tasks.mark_done, self.context.workspace, ids, done=done))

    def _on_clicked(self, index: QModelIndex) -> None:
        if self.model.columns[index.column()].key == "standing" and index.row() < self.model.rows.count:
            self.toggle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The space bar ticks, as in every list with ticks; while a cell is edited it is a blank."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_editing = self.table.state() == self.table.State.EditingState
            on_a_row = self.table.current_row() < self.model.rows.count
            if event.key() == Qt.Key.Key_Space and not event.modifiers() and not is_editing and on_a_row:
                self.toggle()
                return True
        return super().eventFilter(watched, event)


def _iso(text: str) -> str | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
