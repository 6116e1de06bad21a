"""One plan to edit: its outline at the left, the chosen part in the middle, the checker at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.checking import Finding
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.domain.plan.replacing import Hit
from thidua_desktop.domain.plan.states import ISSUED
from thidua_desktop.domain.registers.catalogue import REGISTERS
from thidua_desktop.services.plan import checking, plans
from thidua_desktop.services.plan.frozen import open_columns
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.find_bar import FindBar, choose_in_field, key_of
from thidua_desktop.ui.tabs.plans.freezing import freeze
from thidua_desktop.ui.tabs.plans.general_page import GeneralPage
from thidua_desktop.ui.tabs.plans.outline_acts import OutlineActs
from thidua_desktop.ui.tabs.plans.outline_nodes import CLOSING, GENERAL, LISTS, PREAMBLE, SOURCE, Key, list_key, nodes
from thidua_desktop.ui.tabs.plans.outline_tree import OutlineTree
from thidua_desktop.ui.tabs.plans.places import place_of
from thidua_desktop.ui.tabs.plans.plan_list import PlanList
from thidua_desktop.ui.tabs.plans.plan_lists import plan_list
from thidua_desktop.ui.tabs.plans.section_page import SectionPage
from thidua_desktop.ui.tabs.plans.side_panel import PlanSidePanel
from thidua_desktop.ui.tabs.plans.source_page import SourcePage
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.unstored import may_leave, store_typed
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.icon_button import icon_button
from thidua_desktop.ui.widgets.preview import PreviewPane
from thidua_desktop.ui.widgets.side import Columns

CHECK_AFTER = 600  # milliseconds after the last change
_READ = "chỉ để xem"
_CHECKED = ("plan", "legal_acts", "office")


class PlanEditor(QWidget):
    """Edits the plan of ``plan_id``. ``left_preview`` tells that a part was chosen while the pages were in view,
    ``refused_typing`` that somebody typed in an issued one.
    """

    left_preview = Signal()
    refused_typing = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.plan = Plan(year=context.year)
        self.tree = OutlineTree(several=True)
        self.acts = OutlineActs(context, self)
        self.general = GeneralPage(context)
        self.section = SectionPage(context)
        self.source = SourcePage(context)
        self.preview = PreviewPane()
        self.lists: dict[str, PlanList] = {}
        self.side = PlanSidePanel()
        self.checks = self.side.checks
        self.middle = QStackedWidget()
        self.middle.setMinimumWidth(sizes.PAGE_MIN)
        self.find = FindBar(context, self, self._first_from_here)
        self._check_later = QTimer(self, singleShot=True, interval=CHECK_AFTER)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._preview_card = Card()
        self._preview_card.add(self.preview, 1)
        self.outline = outline = Card("Dàn ý")
        outline.add_to_title(
            icon_button("plus", "Thêm mục sau mục đang chọn (Ctrl+Enter)", self.acts.add_beside_current)
        )
        outline.add(self.tree, 1)
        renumber = QPushButton("Đánh số lại")
        renumber.setToolTip("Đánh số lại các mục theo đúng thứ tự, giữ kiểu số của kế hoạch")
        renumber.clicked.connect(self.acts.renumber)
        row = QHBoxLayout()
        row.addWidget(renumber)
        row.addStretch(1)
        outline.add_layout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        widths = [sizes.SIDE_WIDTH, sizes.READING_WIDTH * 2, sizes.SIDE_WIDTH]
        remembered = self.context.remembered
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.find)
        column.addWidget(
            Columns([outline, self.middle, self.side], widths, remembered=remembered, name="columns/plan", parent=self)
        )
        for page in (self.general, self.section, self.source, self._preview_card):
            self.middle.addWidget(page)

    def _connect(self) -> None:
        self.tree.chosen.connect(self._on_chosen)
        self.tree.entered.connect(self._on_entered)
        self.section.came_to.connect(self._on_caret)
        self.find.went.connect(self._on_found)
        self.find.left.connect(self._on_find_left)
        replace = QShortcut(QKeySequence("Ctrl+H"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        replace.activated.connect(self.replace_here)
        self._check_later.timeout.connect(self._check)
        self.checks.wanted.connect(self.go_to)
        self.checks.repair_wanted.connect(self._on_repair)
        self.checks.all_repairs_wanted.connect(self._on_all_repairs)
        self.section.editor.refused_typing.connect(self.refused_typing)
        self.general.refused_typing.connect(self.refused_typing)
        self.side.history_wanted.connect(self._show_history)
        self.acts.choose.connect(self.tree.choose)
        self.acts.rename.connect(self._on_rename)
        self.acts.attach(self.tree)

    # What is shown

    def show_plan(self, plan_id: int, changes: Changes | None = None) -> None:
        """Show that plan, read again after ``changes`` (None = any); raises ``RecordGone`` when it is not there."""
        other = plan_id != self.plan.id
        if other:
            self.flush()
            self.checks.wait()
        self.plan = plans.plan(self.context.workspace, plan_id)
        self.acts.plan = self.plan
        summaries = plans.plan_summaries(self.context.workspace, self.plan.year)
        has_source = any(summary.id == plan_id and summary.source_name for summary in summaries)
        self.tree.show_nodes(nodes(self.plan, has_source=has_source))
        self._reload_lists(changes)
        if not other and self.tree.current() is None and self.middle.currentWidget() is self.section:
            self.tree.follow(self.section.stay(self.plan))
        elif other or self.tree.current() is None:
            self.tree.choose(GENERAL)
        else:
            self._show_part(self.tree.current())
        self._freeze()
        self.find.plan_id = plan_id
        self.find.refresh()
        self._check_later.start()

    def _freeze(self) -> None:
        """An issued plan is shown to be read; what may still be typed in its lists stays open."""
        frozen = self.plan.state == ISSUED
        for page in (self.general, self.section, self.outline):
            freeze(page, frozen)
        self.tree.setDragEnabled(not frozen)
        self.checks.offer_repairs(not frozen)
        self.general.sheet.set_title("Thông tin chung", _READ if frozen else self.general.note)
        for kind, view in self.lists.items():
            view.set_open(open_columns(kind) if frozen else None)

    def reload(self, changes: Changes) -> None:
        """Read again what an act changed."""
        if any(kind.startswith(_CHECKED) or kind == "commitments" for kind in changes.kinds):
            self.show_plan(self.plan.id, changes)
        else:
            self._reload_lists(changes)
        if changes.touches("signers"):
            self.general.show_plan(self.plan)

    def _reload_lists(self, changes: Changes | None) -> None:
        for view in self.lists.values():
            if view.model.rows.scope != self.plan.id:
                view.set_scope(self.plan.id)
            else:
                view.reload(changes)

    def flush(self) -> None:
        """Store now what is still being typed."""
        store_typed(self)

    def show_preview(self, shown: bool) -> None:
        """Show the pages in the middle, or the chosen part again."""
        if shown:
            self.middle.setCurrentWidget(self._preview_card)
        else:
            self._show_part(self.tree.current() or GENERAL, leave_preview=True)

    @property
    def previewing(self) -> bool:
        """Whether the pages are in view."""
        return self.middle.currentWidget() is self._preview_card

    def find_here(self) -> None:
        """Ctrl+F: find words in the whole plan."""
        self.find.open(self.section.chosen_words())

    def replace_here(self) -> None:
        """Ctrl+H: find words in the whole plan and put others in their place."""
        self.find.open(self.section.chosen_words(), replace=True, closed=self.plan.state == ISSUED)

    def _first_from_here(self, hits: Sequence[Hit]) -> int:
        """The first place in the part in view or after it, as the outline goes; the very first when none is."""
        order = [PREAMBLE, *(Key("section", one.id) for one in self.plan.all_sections()), CLOSING]
        order = [GENERAL, *order, *(Key("list", number) for number in range(len(LISTS)))]
        here = order.index(key) if (key := self.tree.current()) in order else 0
        return next((number for number, hit in enumerate(hits) if order.index(key_of(hit)) >= here), 0)

    def _on_found(self, hit: Hit) -> None:
        """Show a place that was found; the keyboard stays where it is."""
        place = hit.spot.place
        if place.row >= 0:
            self.tree.choose(list_key(place.part))
            self._list(place.part).table.go_to(place.row, REGISTERS[place.part].keys.index(hit.spot.column))
        elif place.field:
            self.tree.choose(GENERAL)
            field = self.general.fields[place.field]
            self.general.ensureWidgetVisible(field)
            choose_in_field(field, hit.start, hit.end - hit.start)
        else:
            self.tree.choose(key_of(hit))
            self.section.choose_words(key_of(hit), place.paragraph, hit.start, hit.end - hit.start)

    def _on_find_left(self) -> None:
        current = self.middle.currentWidget()
        hit = self.find.hits[self.find.at] if self.find.at >= 0 else None
        if current is self.general and hit is not None and hit.spot.place.field:
            self.general.show_field(hit.spot.place.field)
        else:
            self._on_entered()

    def _on_entered(self) -> None:
        """The keyboard goes to what the chosen line of the outline shows."""
        current = self.middle.currentWidget()
        if isinstance(current, PlanList):
            current.table.setFocus()
        else:
            (self.section.editor if current is self.section else current).setFocus()

    def may_leave(self) -> bool:
        """Whether another plan may be shown: asks when something typed in this one could not be stored."""
        return may_leave(self.context.ask, self)

    def _on_chosen(self, key: Key) -> None:
        self.flush()
        elsewhere = key in (PREAMBLE, CLOSING) or key.what == "section"
        if elsewhere and not self.section.is_at(self.plan.id, key) and not may_leave(self.context.ask, self.section):
            self.tree.choose(self.section.key)
            return
        was_previewing = self.previewing
        self._show_part(key, leave_preview=True)
        if was_previewing:
            self.left_preview.emit()

    def _on_caret(self, key: Key) -> None:
        """The outline follows the caret through the text."""
        if self.middle.currentWidget() is self.section:
            self.tree.follow(key)
            self._show_history()

    def _show_part(self, key: Key, *, leave_preview: bool = False) -> None:
        page: QWidget = self.general
        if key.what == "list":
            page = self._list(LISTS[key.number])
        elif key == SOURCE:
            self.source.show_source(self.plan.id)
            page = self.source
        elif key in (PREAMBLE, CLOSING) or key.what == "section":
            page = self.section if self.section.show_part(self.plan, key) else self.general
        if page is self.general:
            self.general.show_plan(self.plan)
        if leave_preview or not self.previewing:
            self.middle.setCurrentWidget(page)
        self._show_history()

    def _list(self, kind: str) -> PlanList:
        if kind not in self.lists:
            self.lists[kind] = plan_list(self.context, kind, self.plan.id)
            self.lists[kind].row_chosen.connect(self._on_row)
            self.lists[kind].section_wanted.connect(self._on_section_wanted)
            self.middle.addWidget(self.lists[kind])
            self._freeze()
        return self.lists[kind]

    def _on_section_wanted(self, section_id: int, words: str) -> None:
        self.tree.choose(Key("section", section_id))
        self.section.mark(words)

    # At the side

    def _on_row(self, row_id: int) -> None:
        self._show_history()

    def _show_history(self) -> None:
        if self.side.shows_history:
            self.side.show_record(self.context.workspace, *self._record_in_view())

    def _record_in_view(self) -> tuple[str, int]:
        """Kind and id of what is being edited; the plan itself for its single values and its opening."""
        key = self.tree.current() or GENERAL
        if key.what == "list":
            kind = LISTS[key.number]
            return kind, self._list(kind).chosen_id()
        return ("plan_sections", key.number) if key.what == "section" else ("plans", self.plan.id)

    def _check(self) -> None:
        if self.plan.id:
            self.checks.show_findings(checking.check_plan(self.context.workspace, self.plan.id))

    def _on_repair(self, finding: Finding) -> None:
        if self.acts.repair(finding):
            self.checks.leave_out(finding.__eq__)

    def _on_all_repairs(self) -> None:
        if self.acts.repair_all():
            self.checks.leave_out(lambda finding: finding.is_repairable)

    def go_to(self, finding: Finding) -> None:
        """Show the place a finding is about, its words chosen."""
        place = place_of(self.plan, finding)
        self.tree.choose(place.key)
        if place.field:
            self.general.show_field(place.field)
        elif place.row >= 0:
            table = self._list(LISTS[place.key.number]).table
            table.setFocus()
            table.go_to(place.row)
        else:
            self.section.mark(finding.quote, finding.place.paragraph if finding.place else -1)

    def show_row(self, kind: str, row_id: int) -> None:
        """Show a section, or a list of the plan and in it the record; the plan as a whole for any other kind."""
        if kind == "plan_sections":
            self.tree.choose(Key("section", row_id))
        elif kind in LISTS:
            self.tree.choose(list_key(kind))
            if row_id:
                self._list(kind).show_record(row_id)
        else:
            self.tree.choose(GENERAL)
        if self.previewing:
            self.left_preview.emit()

    def _on_rename(self, section_id: int) -> None:
        self.tree.choose(Key("section", section_id))
        self.section.rename()
