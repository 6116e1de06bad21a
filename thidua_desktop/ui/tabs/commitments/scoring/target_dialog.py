"""Ticking targets of the plan that criteria are made from."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from thidua_desktop.services.scoring import sets
from thidua_desktop.services.scoring.sets import TargetChoice
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.widgets.choosing import Choosable, ChoosingDialog
from thidua_desktop.ui.widgets.table import TableColumn

_HINT = "Mỗi chỉ tiêu thành một tiêu chí; kế hoạch và thực hiện lấy theo kết quả, chỉ còn ghi điểm chuẩn."
_COLUMNS = (
    TableColumn("name", "Chỉ tiêu", 40),
    TableColumn("figures", "Giá trị", 20),
    TableColumn("group", "Lĩnh vực", 18),
    TableColumn("there", "Trong bộ", 10),
)


class FromTargets(QPushButton):
    """The button and its dialog; :meth:`show_place` says which set it adds to, and before which row (None = last)."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__("Thêm từ chỉ tiêu…", parent)
        self.setToolTip("Chọn chỉ tiêu của kế hoạch để làm tiêu chí")
        self.context = context
        self.dialog: ChoosingDialog | None = None
        self._set_id = 0
        self._position: int | None = None
        self.clicked.connect(self.ask)

    def show_place(self, set_id: int, position: int | None) -> None:
        """Where new criteria go."""
        self._set_id, self._position = set_id, position

    def ask(self) -> None:
        """Let targets be ticked."""
        rows = [_choosable(one) for one in sets.targets_to_choose(self.context.workspace, self._set_id)]
        if not rows:
            self.context.ask.notify("Năm này chưa có kế hoạch với chỉ tiêu nào để lấy.", State.WAIT)
            return
        title = "Chọn chỉ tiêu làm tiêu chí"
        self.dialog = ChoosingDialog(title, _HINT, _COLUMNS, rows, "tiêu chí", parent=self.window())
        self.dialog.accepted.connect(self._on_chosen)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_chosen(self) -> None:
        if self.dialog is None:
            return
        ids = self.dialog.model.ticked
        act = partial(sets.add_targets, self.context.workspace, self._set_id, ids, self._position)
        changes = do(self.context, act)
        if changes:
            text = f"Đã thêm {len(ids)} tiêu chí; hãy ghi điểm chuẩn."
            self.context.ask.notify(text, acts=[("Hoàn tác", UndoAct(self.context, changes))])

    def _on_finished(self) -> None:
        self.dialog = None


def _choosable(one: TargetChoice) -> Choosable:
    cells = (one.name, one.figures, one.group, "đã có" if one.is_there else "")
    return Choosable(one.id, cells, (State.NEUTRAL,) * len(cells), one.is_there)
