"""What was understood, page by page, to look through and correct."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.checking import Finding
from thidua_desktop.domain.checking.severities import counted
from thidua_desktop.domain.plan import rows as plan_rows
from thidua_desktop.domain.plan.plans import PlanReading
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.findings_list import STATES, FindingsList
from thidua_desktop.ui.tabs.plans.import_draft import ImportDraft
from thidua_desktop.ui.tabs.plans.import_general import ImportGeneral
from thidua_desktop.ui.tabs.plans.import_links import Thing
from thidua_desktop.ui.tabs.plans.import_outline import OutlinePage
from thidua_desktop.ui.tabs.plans.import_page_list import NONE, PageList
from thidua_desktop.ui.tabs.plans.import_table import ImportTable
from thidua_desktop.ui.tabs.plans.import_unknown import UnknownPage
from thidua_desktop.ui.tabs.plans.outline_nodes import CLOSING, LISTS, PREAMBLE, Key
from thidua_desktop.ui.tabs.plans.outline_nodes import GENERAL as HEAD
from thidua_desktop.ui.tabs.plans.places import Place
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.side import Columns

GENERAL, OUTLINE, UNKNOWN, CHECKS = "general", "outline", "unknown", "checks"
PAGES = {
    GENERAL: "Thông tin chung",
    OUTLINE: "Dàn ý",
    "plan_bases": "Căn cứ",
    "plan_targets": "Chỉ tiêu",
    "plan_movements": "Phong trào",
    "commitments": "Cam kết",
    "plan_phases": "Đợt",
    "plan_tasks": "Việc",
    "plan_recipients": "Nơi nhận",
    UNKNOWN: "Chưa hiểu",
    CHECKS: "Kiểm tra",
}
_PARTS = {"preamble": PREAMBLE, "closing": CLOSING}


class ImportPages(QWidget):
    """``chosen(Thing)`` when the clerk comes to something; ``line_wanted(number)``, ``words_wanted(words)`` and
    ``finding_wanted(finding)`` ask for a place in the source; ``undo_wanted()`` comes from a notice."""

    chosen = Signal(object)
    line_wanted = Signal(int)
    words_wanted = Signal(str)
    finding_wanted = Signal(object)
    undo_wanted = Signal()

    def __init__(
        self, context: TabContext, draft: ImportDraft, reading: PlanReading, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._draft = draft
        self.list = PageList(PAGES)
        self.general = ImportGeneral(context, draft)
        self.outline = OutlinePage(context, draft)
        self.unknown = UnknownPage(reading)
        self.findings = FindingsList()
        self.tables: dict[str, ImportTable] = {}
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_counts()
        self.list.show_count(CHECKS, "đang xem…")
        self.list.choose(GENERAL)

    def _lay_out(self) -> None:
        checks = Card("Kiểm tra văn bản")
        checks.add(self.findings, 1)
        self._page_of: dict[str, QWidget] = {
            GENERAL: self.general,
            OUTLINE: self.outline,
            UNKNOWN: self.unknown,
            CHECKS: checks,
        }
        for page in self._page_of.values():
            self.stack.addWidget(page)
        understood = Card("Đã hiểu")
        understood.add(self.list, 1)
        self.list.setMinimumWidth(self.list.least_width())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns([understood, self.stack], [sizes.PAGES_WIDTH, sizes.READING_WIDTH]))

    def _connect(self) -> None:
        self.list.page_chosen.connect(self._on_page)
        self.general.field_chosen.connect(self._on_field)
        self.outline.chosen.connect(self._on_part)
        self.outline.undo_wanted.connect(self.undo_wanted)
        self.unknown.line_wanted.connect(self.line_wanted)
        self.unknown.words_wanted.connect(self.words_wanted)
        self.findings.wanted.connect(self.finding_wanted)

    # What is shown

    @property
    def page(self) -> str:
        """The key of the page in view."""
        return self.list.current()

    def show_page(self, key: str) -> QWidget:
        """Bring a page to the front."""
        self.list.choose(key)
        return self._page_of[key]

    def _on_page(self, key: str) -> None:
        self.flush()
        if key in plan_rows.PLAN_KINDS:
            self.table(key)
        self._fill(key)
        self.stack.setCurrentWidget(self._page_of[key])

    def _fill(self, key: str) -> None:
        if key == GENERAL:
            self.general.show_plan(self._draft.plan)
        elif key == OUTLINE:
            self.outline.show_plan(self._draft.plan)

    def table(self, kind: str) -> ImportTable:
        """The table of a list, made when it is first asked for."""
        if kind not in self.tables:
            made = ImportTable(self.context, self._draft, kind)
            made.row_chosen.connect(self._on_row)
            made.undo_wanted.connect(self.undo_wanted)
            self.tables[kind] = self._page_of[kind] = made
            self.stack.addWidget(made)
        return self.tables[kind]

    def reload(self, changes: Changes) -> None:
        """Show again what an edit changed."""
        self.show_counts()
        self._fill(self.page)
        for table in self.tables.values():
            table.reload(changes)

    def show_counts(self) -> None:
        """Say how much each page holds; nothing of a kind is quite allowed."""
        plan = self._draft.plan
        self._show_count(OUTLINE, sum(1 for _ in plan.all_sections()))
        self._show_count(UNKNOWN, self.unknown.count, State.WAIT)
        for kind in plan_rows.PLAN_KINDS:
            self._show_count(kind, len(plan_rows.items(plan, kind)))

    def _show_count(self, key: str, count: int, state: State = State.NEUTRAL) -> None:
        self.list.show_count(key, str(count) if count else NONE, state if count else State.NEUTRAL)

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Show what the checker says."""
        self.findings.show_findings(findings)
        for severity, words in counted(findings).items():
            self.list.show_count(CHECKS, words, STATES[severity])
            return
        self.list.show_count(CHECKS, "ổn", State.GOOD)

    # To and from the source

    def choose(self, thing: Thing) -> bool:
        """Show that thing; False when it is not there any more. The keyboard stays where it is."""
        if thing.what == "row":
            self.list.choose(thing.kind)
            return self.table(thing.kind).choose(thing.id)
        if thing.what == "field":
            self.list.choose(GENERAL)
            self.general.ensureWidgetVisible(self.general.fields[thing.kind])
            return True
        self.list.choose(OUTLINE)
        return self.outline.choose(_PARTS.get(thing.what) or Key("section", thing.id))

    def go_to(self, place: Place) -> None:
        """Show that place, with the keyboard where it is corrected."""
        if place.key.what == "list":
            kind = LISTS[place.key.number]
            self.list.choose(kind)
            if place.row >= 0:
                self.table(kind).choose(plan_rows.items(self._draft.plan, kind)[place.row].id)
            self.table(kind).table.setFocus()
        elif place.key == HEAD:
            self.list.choose(GENERAL)
            if place.field:
                self.general.show_field(place.field)
        else:
            self.list.choose(OUTLINE)
            self.outline.choose(place.key)
            self.outline.tree.setFocus()

    def choose_unknown(self, line: int) -> None:
        """Show a line that became nothing."""
        self.list.choose(UNKNOWN)
        self.unknown.choose(line)

    def page_of(self, thing: Thing) -> str:
        """The page a thing is on."""
        return thing.kind if thing.what == "row" else GENERAL if thing.what == "field" else OUTLINE

    def _on_row(self, row_id: int) -> None:
        kind = next((kind for kind, table in self.tables.items() if table is self.sender()), "")
        if row_id and kind == self.page:
            self.chosen.emit(Thing("row", kind, row_id))

    def _on_field(self, key: str) -> None:
        self.chosen.emit(Thing("field", key))

    def _on_part(self, key: Key) -> None:
        self.chosen.emit(Thing("section", id=key.number) if key.what == "section" else Thing(key.what))

    # What is being typed

    def flush(self) -> None:
        """Take over now what is still being typed."""
        self.general.flush()
        self.outline.flush()

    @property
    def has_loose_ends(self) -> bool:
        """Whether something typed could not be taken over."""
        return bool(self.general.first_problem()) or any(table.has_loose_ends for table in self.tables.values())

    def go_to_loose_end(self) -> str:
        """Go to the first text that could not be taken over and name its page; "" when there is none."""
        if key := self.general.first_problem():
            self.list.choose(GENERAL)
            self.general.show_field(key)
            return PAGES[GENERAL]
        for kind, table in self.tables.items():
            if table.has_loose_ends:
                self.list.choose(kind)
                table.go_to_loose_end()
                return PAGES[kind]
        return ""
