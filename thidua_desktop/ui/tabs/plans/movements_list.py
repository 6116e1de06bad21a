"""The movements of a plan: chosen from the register, and named in the text."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QWidget

from thidua_desktop.domain.legal_acts import CHECKED_MARK
from thidua_desktop.services.plan import movement_choosing, plans
from thidua_desktop.services.plan.movement_choosing import MOVEMENTS, PLAN_MOVEMENTS, MovementChoice
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.plan_list import PlanList, RowStrip
from thidua_desktop.ui.tabs.plans.target_sentence_dialog import section_names
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.choosing import Choosable, ChoosingDialog
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.table import TableColumn

_COLUMNS = (
    TableColumn("name", "Phong trào, cuộc vận động", 48),
    TableColumn("launcher", "Nơi phát động", 28),
    TableColumn("standing", "Vào ngày của kế hoạch", 20),
    TableColumn("mark", "Đối chiếu", 16),
)
_WIDTHS = {"name": 40 * sizes.CHAR, "launcher": 22 * sizes.CHAR, "kind": 15 * sizes.CHAR}
_HINT = "Đánh dấu (phím cách) phong trào cần đưa vào kế hoạch."
_TABLE_ONLY = "Chỉ ghi vào bảng"


class MovementsList(PlanList):
    """As every list; movements are chosen from the register besides."""

    follows = (PLAN_MOVEMENTS, MOVEMENTS)

    def __init__(self, context: TabContext, plan_id: int) -> None:
        super().__init__(context, PLAN_MOVEMENTS, plan_id, widths=_WIDTHS)
        self.table.two_line_rows()
        self._unknown: frozenset[int] = frozenset()
        self.dialog: ChoosingDialog | None = None
        self.section: QComboBox | None = None
        self.look_again()

    def above_table(self) -> QWidget:
        """Whether the register knows the movement of the row, and the way to the register."""
        self.strip = RowStrip()
        self.keeping = self.strip.add("Thêm vào danh mục", "Ghi phong trào này vào Danh mục › Phong trào")
        self.choosing = self.strip.add(
            "Chọn từ danh mục…", "Đưa phong trào có trong Danh mục vào kế hoạch", changes_plan=True
        )
        self.keeping.clicked.connect(self.keep_movement)
        self.choosing.clicked.connect(self.choose)
        return self.strip

    # What follows

    def look_again(self) -> None:
        workspace = self.context.workspace
        self._unknown = movement_choosing.unknown_rows(workspace, self.plan_id) if self.plan_id else frozenset()
        self.show_row()

    def show_row(self) -> None:
        unknown = self.chosen_id() in self._unknown
        self.strip.say("Phong trào này chưa có trong danh mục" if unknown else "", State.NEUTRAL)
        self.strip.offer(self.keeping, unknown)

    # Acts

    def choose(self) -> None:
        """Let movements of the register be ticked, and the section where they are to be named."""
        workspace = self.context.workspace
        do(self.context, partial(movement_choosing.fill_register, workspace))
        rows = [_choosable(one) for one in movement_choosing.movements_to_choose(workspace, self.plan_id)]
        self.section = section = QComboBox()
        section.addItem(_TABLE_ONLY, 0)
        for section_id, name in section_names(plans.plan(workspace, self.plan_id).sections):
            section.addItem(name, section_id)
        proposed = movement_choosing.proposed_section(workspace, self.plan_id)
        section.setCurrentIndex(max(section.findData(proposed), 0))
        below = FormSection()
        below.add_field("Viết vào mục", section, "Mỗi phong trào một câu ở cuối mục; sửa câu chữ sau cũng được.")
        title = "Chọn phong trào từ danh mục"
        self.dialog = ChoosingDialog(title, _HINT, _COLUMNS, rows, "phong trào", below=below, parent=self.window())
        self.dialog.accepted.connect(self._on_chosen)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_chosen(self) -> None:
        if self.dialog is None or self.section is None:
            return
        ids, section_id = self.dialog.model.ticked, int(self.section.currentData() or 0)
        act = partial(movement_choosing.take, self.context.workspace, self.plan_id, ids, section_id)
        changes = do(self.context, act)
        if changes:
            where = "vào bảng và vào văn bản" if section_id else "vào bảng"
            text = f"Đã thêm {len(ids)} phong trào {where}."
            self.context.ask.notify(text, acts=[("Hoàn tác", self.undo_of(changes))])

    def _on_finished(self) -> None:
        self.dialog, self.section = None, None

    def keep_movement(self) -> None:
        """Put the movement of the row into the register."""
        changes = do(self.context, partial(movement_choosing.add_to_register, self.context.workspace, self.chosen_id()))
        if changes:
            text = "Đã thêm vào Danh mục › Phong trào; hãy ghi nguồn và đối chiếu."
            self.context.ask.notify(text, acts=[("Hoàn tác", self.undo_of(changes))])


def _choosable(one: MovementChoice) -> Choosable:
    known = one.movement
    goes_on = ("đang thực hiện", State.GOOD) if known.valid_to else ("chưa rõ thời hạn", State.NEUTRAL)
    standing = ("đã kết thúc", State.BAD) if one.is_over else goes_on
    word, state = ("đã có", State.NEUTRAL) if one.is_there else standing
    checked = State.GOOD if known.mark == CHECKED_MARK else State.WAIT
    cells = (known.name, known.launcher or "", word, known.mark)
    return Choosable(known.id, cells, (State.NEUTRAL, State.NEUTRAL, state, checked), one.is_there, known.kind)
