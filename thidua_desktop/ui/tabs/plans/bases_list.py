"""The legal bases of a plan: chosen from the register, each with how its act stands on the plan's day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.plan.basis_lines import ActChoice, Standing
from thidua_desktop.services.plan import basis_choosing, plans
from thidua_desktop.services.plan.basis_choosing import ACTS, BASES, BasisStanding
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.plan_list import PlanList, RowStrip
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.choosing import Choosable, ChoosingDialog
from thidua_desktop.ui.widgets.register_model import Derived
from thidua_desktop.ui.widgets.table import GrowingColumn, TableColumn

_WORDS: dict[Standing, tuple[str, State]] = {
    "in force": ("còn hiệu lực", State.GOOD),
    "over": ("hết hiệu lực", State.BAD),
    "not yet": ("chưa có hiệu lực", State.WAIT),
    "unknown": ("chưa rõ ngày", State.NEUTRAL),
}
_NOT_KNOWN = ("chưa có trong danh mục", State.WAIT)
_COLUMNS = (
    TableColumn("citation", "Căn cứ", 60),
    TableColumn("standing", "Vào ngày của kế hoạch", 24),
    TableColumn("mark", "Đối chiếu", 16),
)
_HINT = (
    "Đánh dấu (phím cách) văn bản cần viện dẫn: dòng căn cứ được viết đúng thể thức, đúng thứ tự vào bảng và vào phần "
    "mở đầu."
)
_WIDTHS = {
    "kind": 12 * sizes.CHAR,
    "number": 18 * sizes.CHAR,
    "standing": 18 * sizes.CHAR,
    "date": 15 * sizes.CHAR,
}
_SEEN_AT = 3


class _Standings:
    """How the bases of the plan in view stand in the register."""

    def __init__(self, context: TabContext) -> None:
        self._context = context
        self._known: dict[int, BasisStanding] = {}

    def refresh(self, plan_id: int) -> None:
        """Look anew."""
        self._known = basis_choosing.basis_standings(self._context.workspace, plan_id) if plan_id else {}

    def of(self, basis_id: int) -> BasisStanding | None:
        """Of one basis; None for a new one."""
        return self._known.get(basis_id)

    def cell(self, basis_id: int) -> tuple[str, State]:
        """The word of the column, and its state."""
        found = self.of(basis_id)
        if found is None:
            return "", State.NEUTRAL
        return _WORDS[found.standing] if found.act_id else _NOT_KNOWN


class BasesList(PlanList):
    """As every list; acts are chosen from the register besides."""

    follows = ("plans", BASES, ACTS)

    def __init__(self, context: TabContext, plan_id: int) -> None:
        standings = _Standings(context)
        derived = (Derived(TableColumn("standing", "Hiệu lực", 20), standings.cell, by_id=True),)
        super().__init__(context, BASES, plan_id, derived=derived, widths=_WIDTHS)
        self.table.horizontalHeader().moveSection(len(self.model.columns) - 1, _SEEN_AT)
        self.table.two_line_rows()
        self.growing = GrowingColumn(self.table, "quote", until="standing")
        self.standings = standings
        self.dialog: ChoosingDialog | None = None
        self.look_again()

    def above_table(self) -> QWidget:
        """How the act of the row stands, and what can be done about it."""
        self.strip = RowStrip()
        self.replacing = self.strip.add(
            "Thay bằng văn bản mới", "Viện dẫn văn bản thay thế ở đúng chỗ, bỏ dòng cũ", changes_plan=True
        )
        self.keeping = self.strip.add("Thêm vào danh mục", "Ghi văn bản này vào Danh mục › Văn bản căn cứ")
        self.choosing = self.strip.add(
            "Chọn từ danh mục…", "Viện dẫn văn bản có trong Danh mục › Văn bản căn cứ", changes_plan=True
        )
        self.replacing.clicked.connect(self.replace_act)
        self.keeping.clicked.connect(self.keep_act)
        self.choosing.clicked.connect(self.choose)
        return self.strip

    # What follows

    def look_again(self) -> None:
        self.standings.refresh(self.plan_id)
        self.model.work_out_again()
        self.show_row()

    def show_row(self) -> None:
        found = self.standings.of(self.chosen_id())
        word, state = self.standings.cell(self.chosen_id())
        about = f"Văn bản này {word}" if word else ""
        if found and found.remark:
            about = f"{about}: {found.remark}"
        self.strip.say(about, state if found and found.standing != "in force" else State.NEUTRAL)
        self.strip.offer(self.replacing, bool(found and found.successor_id))
        self.strip.offer(self.keeping, bool(found and not found.act_id))

    # Acts

    def choose(self) -> None:
        """Let acts of the register be ticked."""
        rows = [_choosable(one) for one in basis_choosing.acts_to_choose(self.context.workspace, self.plan_id)]
        self.dialog = ChoosingDialog("Chọn căn cứ từ danh mục", _HINT, _COLUMNS, rows, "văn bản", parent=self.window())
        self.dialog.accepted.connect(self._on_chosen)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_chosen(self) -> None:
        if self.dialog is None:
            return
        ids = self.dialog.model.ticked
        changes = do(self.context, partial(basis_choosing.cite, self.context.workspace, self.plan_id, ids))
        if changes:
            text = f"Đã thêm {len(ids)} căn cứ vào bảng và vào phần mở đầu."
            self.context.ask.notify(text, acts=[("Hoàn tác", self.undo_of(changes))])

    def _on_finished(self) -> None:
        self.dialog = None

    def replace_act(self) -> None:
        """Cite what took the place of the act of the row."""
        changes = do(self.context, partial(basis_choosing.replace_basis, self.context.workspace, self.chosen_id()))
        if changes:
            text = "Đã thay căn cứ trong bảng và trong phần mở đầu."
            self.context.ask.notify(text, acts=[("Hoàn tác", self.undo_of(changes))])

    def keep_act(self) -> None:
        """Put the act of the row into the register."""
        changes = do(self.context, partial(self._kept, self.chosen_id()))
        if changes:
            text = "Đã thêm vào Danh mục › Văn bản căn cứ; hãy ghi ngày hiệu lực và đối chiếu."
            self.context.ask.notify(text, acts=[("Hoàn tác", self.undo_of(changes))])

    def _kept(self, basis_id: int) -> Changes:
        return basis_choosing.add_to_register(self.context.workspace, basis_id)[0]

    def acts_after_removal(self, ids: Sequence[int]) -> Callable[[], list[tuple[str, Callable[[], None]]]]:
        """The line of a removed basis may go too, where it cites nothing else."""
        plan = plans.plan(self.context.workspace, self.plan_id)
        quotes = [basis.quote for basis in plan.legal_bases if basis.id in ids and basis.quote]
        return partial(self._offer_lines, quotes)

    def _offer_lines(self, quotes: Sequence[str]) -> list[tuple[str, Callable[[], None]]]:
        if not quotes or not basis_choosing.lines_left(self.context.workspace, self.plan_id, quotes):
            return []
        return [("Xóa cả dòng trong phần mở đầu", partial(self._take_out, quotes))]

    def _take_out(self, quotes: Sequence[str]) -> None:
        do(self.context, partial(basis_choosing.take_lines_out, self.context.workspace, self.plan_id, quotes))


def _choosable(one: ActChoice) -> Choosable:
    word, state = _WORDS[one.standing]
    word = "đã viện dẫn" if one.is_cited else f"{word}: {one.remark}" if one.remark else word
    state = State.NEUTRAL if one.is_cited else state
    checked = State.GOOD if one.act.is_checked else State.WAIT
    also = f"{one.act.number} {one.act.short_title}"
    return Choosable(
        one.act.id, (one.citation, word, one.act.mark), (State.NEUTRAL, state, checked), one.is_cited, also
    )
