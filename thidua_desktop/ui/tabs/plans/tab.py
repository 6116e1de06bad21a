"""The tab Kế hoạch: bring a plan in, edit it, send it out."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.offices import Office
from thidua_desktop.domain.plan.plans import Plan, PlanReading, SourceFile
from thidua_desktop.services.office import offices
from thidua_desktop.services.plan import plans
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui import theme
from thidua_desktop.ui.ask import PLAN_SOURCE
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext, UnstoredWork
from thidua_desktop.ui.tabs.plans.comparing import Comparing
from thidua_desktop.ui.tabs.plans.dropping import FileDropTab
from thidua_desktop.ui.tabs.plans.new_plan import NewPlan
from thidua_desktop.ui.tabs.plans.outgoing import Outgoing
from thidua_desktop.ui.tabs.plans.plan_editor import PlanEditor
from thidua_desktop.ui.tabs.plans.plan_states import PlanStates
from thidua_desktop.ui.tasks.reading import read_plan_file
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.header import PageHeader
from thidua_desktop.ui.widgets.message import InlineMessage

if TYPE_CHECKING:
    from thidua_desktop.ui.tabs.plans.import_view import ImportView

_WHAT_BELONGS = (
    "Lập kế hoạch mới từ kế hoạch năm trước, từ đề cương soạn sẵn hay từ tệp của cấp trên, xã bạn; hoặc nhập nguyên "
    "một kế hoạch đã có: chương trình đọc ra các mục, căn cứ, chỉ tiêu, phong trào, đợt, nơi nhận."
)
_BEGIN = "Lập kế hoạch…"


class PlansTab(FileDropTab):
    """Three faces: no plan in the year yet, a plan to edit, a file just read to look through."""

    title = "Kế hoạch"

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.header = PageHeader()
        self.chooser = QComboBox()
        self.chooser.setAccessibleName("Các kế hoạch trong năm")
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.editor = PlanEditor(context)
        self.outgoing = Outgoing(context, self)
        self.new_plan = NewPlan(context, self)
        self.states = PlanStates(context, self)
        self.empty = _empty_page(self)
        self.stack = QStackedWidget(self)
        self.comparing = Comparing(context, self.stack, self)
        self.importing: ImportView | None = None
        self.message = InlineMessage(closable=True)
        _make_acts(self)
        _lay_out(self)
        self.chooser.activated.connect(self._on_plan_chosen)
        self.message.acted.connect(self._on_other_file)
        self.new_plan.made.connect(self._on_stored)
        self.states.wanted.connect(self.show_plan)
        self.states.compare_wanted.connect(self.compare)
        self.editor.refused_typing.connect(self.states.tell_frozen)
        self.comparing.turned.connect(self._on_turned)
        self.outgoing.desk.pages.connect(self.editor.preview.show_pdf)
        self.outgoing.desk.no_pages.connect(self.editor.preview.clear)
        self.editor.left_preview.connect(partial(self.act_preview.setChecked, False))
        self.set_year(context.year)

    # What is shown

    def set_year(self, year: int) -> None:
        """Show the newest plan of that year, or how to begin one; the plan in view when it is of that year."""
        self.editor.flush()
        self.comparing.close()
        self.context.year = year
        self._show_year(self.editor.plan.id)

    def reload(self, changes: Changes | None) -> None:
        """Read again what changed; a plan that is gone gives way to another of the year, one that moved to another
        year is followed there.
        """
        if changes is None or changes.touches("plans", "years", "office"):
            shown = self.editor.plan.id
            summaries = plans.plan_summaries(self.context.workspace)
            year = next((summary.year for summary in summaries if summary.id == shown), self.context.year)
            if year != self.context.year:
                self.context.show_year(year)
            self._show_year(shown, changes)
        elif self.editor.plan.id:
            self.editor.reload(changes)
            self._show_head()
        self.comparing.reload()
        if self.editor.previewing:
            self.outgoing.desk.refresh()

    def _show_year(self, wanted: int, changes: Changes | None = None) -> None:
        listed = plans.plan_summaries(self.context.workspace, self.context.year)
        self.chooser.clear()
        for plan_id, name in plans.names_in_list(listed).items():
            self.chooser.addItem(name, plan_id)
        self.chooser.setVisible(len(listed) > 1 and not self._is_aside)
        ids = [summary.id for summary in listed]
        if ids:
            self._show_plan(wanted if wanted in ids else ids[-1], changes)
        else:
            self._show_none()

    def _show_plan(self, plan_id: int, changes: Changes | None = None) -> None:
        self.outgoing.plan_id = plan_id
        self.chooser.setCurrentIndex(self.chooser.findData(plan_id))
        self.editor.show_plan(plan_id, changes)
        self._enable(True)
        self._show_head()
        if not self._is_aside:
            self.stack.setCurrentWidget(self.editor)

    def _show_none(self) -> None:
        self.editor.plan = Plan(year=self.context.year)
        self.empty.set_words(f"Chưa có kế hoạch năm {self.context.year}", _WHAT_BELONGS, _BEGIN)
        self.header.set_title(f"Kế hoạch thi đua năm {self.context.year}")
        self.states.show_plan(self.editor.plan)
        self._enable(False)
        if not self._is_aside:
            self.stack.setCurrentWidget(self.empty)

    def _enable(self, there: bool) -> None:
        for act in self._of_a_plan:
            act.setEnabled(there and self.importing is None)

    def _show_head(self) -> None:
        plan = self.editor.plan
        self.header.set_title(plan.full_title, _about(plan, offices.office(self.context.workspace)))
        self.states.show_plan(plan)
        if self._is_aside:
            self.states.banner.hide()

    @property
    def _is_aside(self) -> bool:
        """Whether something else than the plan is in view: a file just read, or two plans beside each other."""
        return self.importing is not None or self.comparing.is_open

    def show_plan(self, plan_id: int) -> None:
        """Show that plan, of whatever year."""
        if self.editor.may_leave():
            self.comparing.close()
            self._on_stored(plan_id)

    def compare(self, old_id: int, new_id: int) -> None:
        """Show two plans beside each other; what is still being typed is stored first."""
        self.editor.flush()
        if self.importing is None and self.editor.may_leave():
            self.comparing.open(old_id, new_id)

    def _on_turned(self) -> None:
        self.header.setVisible(not self._is_aside)
        self._show_year(self.editor.plan.id)
        if not self._is_aside:
            self.focus_here()

    def _on_plan_chosen(self, row: int) -> None:
        if self.editor.may_leave():
            self._show_plan(self.chooser.itemData(row))
        else:
            self.chooser.setCurrentIndex(self.chooser.findData(self.editor.plan.id))

    def _on_preview(self, shown: bool) -> None:
        self.editor.flush()
        self.editor.show_preview(shown)
        if shown:
            self.outgoing.preview()

    # Acts

    def begin_plan(self) -> None:
        """Lập kế hoạch mới: its window; what was typed is stored first, what was read stays as it is."""
        self.editor.flush()
        if self.importing is None and self.editor.may_leave():
            self.new_plan.open()

    def ask_for_file(self) -> None:
        """Let the clerk choose a file, and read it."""
        path = self.context.ask.open_file("Nhập kế hoạch", (PLAN_SOURCE,))
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read a file in the worker; what was understood is then shown beside it.

        One that was read before and is corrected, but not stored yet, is only left when the clerk agrees.
        """
        self.editor.flush()
        if self.importing is None or self.importing.may_leave():
            read_plan_file(self.context.tasks, path, self._on_read, self, self._on_unreadable)

    def _on_unreadable(self, error: KnownError) -> None:
        self.message.show_message(error.happened, error.advice, State.BAD, ("Chọn tệp khác…",))
        self.message.show()

    def _on_other_file(self, number: int) -> None:
        self.message.hide()
        self.ask_for_file()

    def _on_read(self, source: SourceFile, reading: PlanReading) -> None:
        from thidua_desktop.ui.tabs.plans.import_view import ImportView

        self._leave_import()
        self.comparing.close()
        self.message.hide()
        self.importing = ImportView(self.context, reading, source)
        self.importing.stored.connect(self._on_stored)
        self.importing.dismissed.connect(self._on_dismissed)
        self.stack.addWidget(self.importing)
        self.stack.setCurrentWidget(self.importing)
        self.importing.draft.bus.changed.connect(self.work_changed)
        self.work_changed.emit()
        self.focus_here()
        self._enable(False)
        for part in (self.header, self.chooser, self.states.banner):
            part.hide()

    def _on_stored(self, plan_id: int) -> None:
        """The plan is gone on with in its outline."""
        self._leave_import()
        year = plans.plan(self.context.workspace, plan_id).year
        if year != self.context.year:
            self.context.show_year(year)
        self._show_year(plan_id)
        self.focus_here()

    def _on_dismissed(self) -> None:
        self._leave_import()
        self._show_year(self.editor.plan.id)
        self.focus_here()

    def _leave_import(self) -> None:
        """The keyboard goes first: from what is hidden under it Qt would carry it anywhere, even to a notice."""
        self.header.show()
        if self.importing is None:
            return
        left, self.importing = self.importing, None
        left.draft.is_left = True
        self.stack.setCurrentWidget(self.editor if self.editor.plan.id else self.empty)
        self.focus_here()
        self.stack.removeWidget(left)
        left.deleteLater()
        self.work_changed.emit()

    def focus_here(self) -> None:
        if self.importing is not None:
            self.importing.setFocus()
        elif self.comparing.is_open:
            self.comparing.page.setFocus()
        elif self.editor.plan.id:
            self.editor.tree.setFocus()
        else:
            self.empty.setFocus()

    def unstored_work(self) -> UnstoredWork | None:
        return self.importing

    def add_blank(self) -> None:
        """Add an empty plan of the year with the office's own issuer and place."""
        if not self.editor.may_leave():
            return
        blank = plans.blank_plan(self.context.workspace, self.context.year)
        added: list[int] = []
        do(self.context, partial(_store, self.context.workspace, blank, added))
        self._show_year(added[0] if added else self.editor.plan.id)

    def remove_plan(self) -> None:
        """Remove the plan shown; the notice offers to bring it back."""
        if not self.editor.plan.id:
            return
        self.editor.flush()
        changes = do(self.context, partial(plans.remove_plan, self.context.workspace, self.editor.plan.id))
        if changes:
            self.context.ask.notify("Đã xóa kế hoạch.", acts=[("Hoàn tác", UndoAct(self.context, changes))])

    def may_turn(self) -> bool:
        """What was read and is not stored yet stays while the year changes."""
        return self.editor.may_leave()

    def may_close(self) -> bool:
        """What was read is asked about when something of it was corrected."""
        return (self.importing is None or self.importing.may_leave()) and self.may_turn()

    def show_place(self, kind: str, row_id: int) -> None:
        begin = {"import": self.ask_for_file, "blank": self.add_blank, "new": self.begin_plan}.get(kind)
        if begin is not None:
            begin()
            return
        plan_id = plans.plan_of(self.context.workspace, kind, row_id) if row_id else self.editor.plan.id
        if plan_id and self.importing is None and self.editor.may_leave():
            self.comparing.close()
            if plan_id != self.editor.plan.id:
                self._show_plan(plan_id)
            self.editor.show_row(kind, row_id)

    def find_here(self) -> None:
        """Ctrl+F: search the list in view."""
        if self.importing is not None:
            self.importing.find_here()
        elif self.stack.currentWidget() is self.editor:
            self.editor.find_here()

    def print_here(self) -> None:
        """Ctrl+P: print the plan."""
        if self.act_print.isEnabled():
            self.outgoing.print_plan()

    def hideEvent(self, event) -> None:
        """Nothing typed waits while the tab is out of sight."""
        self.editor.flush()
        super().hideEvent(event)


def _store(workspace: Workspace, plan: Plan, added: list[int]) -> Changes:
    """Store a plan; its id is put into ``added``."""
    changes, plan_id = plans.store_plan(workspace, plan, None)
    added.append(plan_id)
    return changes


def _make_acts(tab: PlansTab) -> None:
    """The acts at the right end of the header, the rarer ones in its menu."""
    tab.act_new = tab.act(_BEGIN, tab.begin_plan, "Ctrl+Shift+K")
    tab.act_import = tab.act("Nhập từ tệp…", tab.ask_for_file, "Ctrl+Shift+O")
    tab.act_preview = tab.act("Xem trước", None, "Ctrl+Shift+P")
    tab.act_preview.setCheckable(True)
    tab.act_preview.toggled.connect(tab._on_preview)
    tab.act_print = tab.act("In…", tab.outgoing.print_plan)
    tab.act_export = tab.act("Xuất Word", partial(tab.outgoing.export, "docx"), "Ctrl+E")
    tab.act_pdf = tab.act("Xuất PDF…", partial(tab.outgoing.export, "pdf"))
    more = QMenu()
    more.addAction(tab.act_import)
    more.addAction(tab.act_pdf)
    targets = [
        more.addAction(words, partial(tab.outgoing.export_targets, ending))
        for words, ending in (("Xuất Excel bảng chỉ tiêu…", "xlsx"), ("Xuất Word bảng chỉ tiêu…", "docx"))
    ]
    more.addSeparator()
    phrases = more.addAction("Lấy câu mẫu từ kế hoạch này", tab.editor.acts.learn_phrases)
    more.addAction("Thêm kế hoạch trống", tab.add_blank)
    remove = more.addAction("Xóa kế hoạch này", tab.remove_plan)
    for act in (tab.act_new, tab.act_preview, tab.act_print):
        tab.header.add_act(act)
    tab.header.add_menu("Khác", more)
    tab.header.add_act(tab.act_export, primary=True)
    tab._of_a_plan = (tab.act_preview, tab.act_print, tab.act_export, tab.act_pdf, *targets, phrases, remove)


def _empty_page(tab: PlansTab) -> EmptyState:
    """How to begin a plan of the year."""
    start = EmptyState("Chưa có kế hoạch", _WHAT_BELONGS, _BEGIN)
    start.started.connect(tab.begin_plan)
    for words, begin in (("Nhập kế hoạch từ tệp…", tab.ask_for_file), ("Tạo kế hoạch trống", tab.add_blank)):
        other = QPushButton(words)
        theme.set_kind(other, "link")
        other.clicked.connect(begin)
        start.add_below(other)
    return start


def _lay_out(tab: PlansTab) -> None:
    tab.stack.addWidget(tab.empty)
    tab.stack.addWidget(tab.editor)
    column = QVBoxLayout(tab)
    column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
    column.setSpacing(sizes.CARD)
    for part in (tab.header, tab.chooser, tab.states.banner, tab.message):
        column.addWidget(part)
    tab.header.add_beside_state(tab.states.button)
    tab.message.hide()
    column.addWidget(tab.stack, 1)


def _about(plan: Plan, office: Office | None) -> str:
    """Whose plan it is and what it holds, in one line."""
    counts = (f"{len(plan.targets)} chỉ tiêu, {len(plan.movements)} phong trào, {len(plan.phases)} đợt",)
    return " · ".join(part for part in (office.name if office else "", *counts) if part)
