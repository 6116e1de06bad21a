"""A file just read: the source at the left, what was understood at the right, to correct and then to store."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.checking import Finding
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan import drafts as plan_drafts
from thidua_desktop.domain.plan.plans import PlanReading, SourceFile
from thidua_desktop.services.office import years
from thidua_desktop.services.plan import checking, plans
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.import_bar import ImportBar
from thidua_desktop.ui.tabs.plans.import_comparing import ImportComparing
from thidua_desktop.ui.tabs.plans.import_draft import ImportDraft
from thidua_desktop.ui.tabs.plans.import_general import HEAD
from thidua_desktop.ui.tabs.plans.import_links import Span, Thing, links
from thidua_desktop.ui.tabs.plans.import_pages import GENERAL, ImportPages
from thidua_desktop.ui.tabs.plans.import_source_pane import SourcePane
from thidua_desktop.ui.tabs.plans.places import place_of
from thidua_desktop.ui.tasks import Progress
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.unstored import store_typed
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.side import Columns

CHECK_AFTER = 600  # milliseconds after the last correction
_Key = QKeySequence.StandardKey


class ImportView(QWidget):
    """``stored(plan id)`` when the plan is in the data file, ``dismissed()`` when the clerk put it away.

    Nothing is stored before; corrections live here, with an undo of their own.
    """

    stored = Signal(int)
    dismissed = Signal()

    def __init__(
        self, context: TabContext, reading: PlanReading, source: SourceFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._reading = reading
        self._source = source
        self.draft = ImportDraft(reading.plan)
        self._links = links(self.draft.plan, reading.lines)
        self._thing: Thing | None = None
        self._following = False
        self.bar = ImportBar()
        self.message = InlineMessage(closable=True)
        self.source = SourcePane([line.text for line in reading.lines], self._links.words)
        self.pages = ImportPages(context, self.draft, reading)
        self.stack = QStackedWidget()
        self.comparing = ImportComparing(context)
        self._check_later = QTimer(self, singleShot=True, interval=CHECK_AFTER)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.pages.list)
        self._show_head()
        self.comparing.offer(self.draft.plan.year)
        self._check()

    def _lay_out(self) -> None:
        self.message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.CARD)
        column.addWidget(self.bar)
        column.addWidget(self.comparing.banner)
        column.addWidget(self.message)
        widths = [sizes.DIALOG_WIDTH - sizes.ROOMY, sizes.READING_WIDTH + sizes.SIDE_WIDTH]
        remembered = self.context.remembered
        columns = Columns([self.source, self.pages], widths, remembered=remembered, name="columns/import", parent=self)
        columns.setStretchFactor(0, 1)  # a wider window shows longer lines of the source too
        columns.setStretchFactor(1, 2)
        self.stack.addWidget(columns)
        self.stack.addWidget(self.comparing)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.bar.store_wanted.connect(self.store)
        self.bar.leave_wanted.connect(self.dismiss)
        self.bar.undo_wanted.connect(self.undo)
        self.bar.redo_wanted.connect(self.redo)
        self.bar.year_typed.connect(self._on_year)
        self.bar.compare_wanted.connect(self.compare)
        self.comparing.take_wanted.connect(self.take)
        self.comparing.leave_wanted.connect(self.stop_comparing)
        self.source.text.line_chosen.connect(self._on_line)
        self.pages.chosen.connect(self._on_thing)
        self.pages.line_wanted.connect(self._on_line_wanted)
        self.pages.words_wanted.connect(self._on_words_wanted)
        self.pages.finding_wanted.connect(self._on_finding)
        self.pages.undo_wanted.connect(self.undo)
        self.draft.bus.changed.connect(self._on_edited)
        self._check_later.timeout.connect(self._check)

    # What is shown

    def _on_edited(self, changes: Changes) -> None:
        self.pages.reload(changes)
        self.stop_comparing()
        self._show_head()
        self.message.hide()
        self._check_later.start()

    def _show_head(self) -> None:
        year = self.draft.plan.year
        self.bar.show_year(year, has_plan=bool(plans.plan_summaries(self.context.workspace, year)))
        self.bar.show_undo(self.draft.undo_text, self.draft.redo_text)
        self.bar.show_file(self._source.name, self._what_storing_means(year))

    # Beside a plan that is there

    def compare(self) -> None:
        """Show what differs from a plan of the year; of several the clerk says which."""
        if self._may_store() and self.comparing.compare_with_chosen(self.draft.plan):
            self.stack.setCurrentWidget(self.comparing)
            self.comparing.banner.hide()
            self.bar.offer_storing(False)
            self.bar.show_file(self._source.name, "")  # what storing means is no matter here
            self.comparing.setFocus()

    def stop_comparing(self) -> None:
        """Show again what was read."""
        self.stack.setCurrentIndex(0)
        self.comparing.offer(self.draft.plan.year)
        self.bar.offer_storing(True)
        self._show_head()

    def take(self) -> None:
        """Take what is ticked into the plan it was compared with, as one act; the file is kept with that plan."""
        try:
            changes, plan_id, words = self.comparing.take_ticked(self._source)
        except KnownError as error:
            self._say(error.happened, error.advice)
            return
        self.context.bus.publish(changes)
        self.stored.emit(plan_id)
        self.context.ask.notify(words, State.GOOD, [("Hoàn tác", UndoAct(self.context, changes))])

    def _what_storing_means(self, year: int) -> str:
        there = len(plans.plan_summaries(self.context.workspace, year))
        alike = plans.namesakes(self.context.workspace, self.draft.plan)
        if alike:
            which = ", ".join(map(str, alike))
            return f"năm {year} đã có kế hoạch cùng tên, bản {which}; kế hoạch này được thêm bên cạnh"
        if there:
            return f"năm {year} đã có {there} kế hoạch, kế hoạch này được thêm bên cạnh"
        return "" if year in years.years(self.context.workspace) else f"năm {year} chưa có, sẽ được thêm"

    def find_here(self) -> None:
        """Ctrl+F: search the source."""
        self.source.find_here()

    def hideEvent(self, event) -> None:
        """Nothing typed waits while the tab is out of sight."""
        self.pages.flush()
        super().hideEvent(event)

    # Source ↔ what was understood

    def _on_thing(self, thing: Thing) -> None:
        if thing != self._thing and not self._following:
            self._thing = thing
            self.source.text.mark(self._links.spans.get(thing, ()))

    def _on_line(self, line: int) -> None:
        """Show what came of a line; the source itself stays where the clerk is."""
        self._following = True
        self._follow(line)
        self._following = False

    def _follow(self, line: int) -> None:
        """What is on the page in view comes first, then the most telling."""
        things = self._links.things.get(line, ())
        here = [thing for thing in things if self.pages.page_of(thing) == self.pages.page]
        for thing in (*here, *things):
            self._thing = thing
            self.source.text.mark_only(self._links.spans[thing])
            if self.pages.choose(thing):
                return
        self._thing = None
        self.source.text.mark_only(())
        part = self._reading.lines[line].part
        if not part:
            self.pages.choose_unknown(line)
        elif part in ("header", "title", "signer"):
            self.pages.show_page(GENERAL)
        elif part == "recipient":
            self.pages.show_page("plan_recipients")

    def _on_line_wanted(self, line: int) -> None:
        self._thing = None
        self.source.text.mark([Span(line, 0, len(self._reading.lines[line].text))])

    def _on_words_wanted(self, words: str) -> None:
        self._thing = None
        self.source.text.mark(self._links.find(words))

    def _on_finding(self, finding: Finding) -> None:
        """Show where a finding is corrected, and the words it quotes in the source."""
        self.pages.go_to(place_of(self.draft.plan, finding))
        self._thing = None
        for number, line in enumerate(self._reading.lines):
            if finding.quote and (at := line.text.find(finding.quote)) >= 0:
                self.source.text.mark([Span(number, at, at + len(finding.quote))])
                return

    # The checker

    def _check(self) -> None:
        """Check in the worker: a long text takes it a second."""
        workspace = self.context.workspace
        reading = replace(self._reading, plan=self.draft.plan)
        work = partial(_findings, reading, checking.legal_acts(workspace), workspace.definitions.check_rules)
        self.context.tasks.run("Đang kiểm tra văn bản", work, self.pages.show_findings, owner=self)

    # Corrections

    def _on_year(self, year: int) -> None:
        plan = plan_drafts.with_field(self.draft.plan, "year", year)
        self.draft.bus.publish(self.draft.edit("Sửa năm thi đua", plan, HEAD, "year"))

    @property
    def undo_text(self) -> str:
        return self.draft.undo_text

    @property
    def redo_text(self) -> str:
        return self.draft.redo_text

    @property
    def unstored_text(self) -> str:
        return "Kế hoạch vừa đọc chưa lưu"

    def undo(self) -> None:
        """Take the newest correction back."""
        self.pages.flush()
        self.draft.bus.publish(self.draft.undo())

    def redo(self) -> None:
        """Do again what was taken back."""
        self.pages.flush()
        self.draft.bus.publish(self.draft.redo())

    def event(self, event: QEvent) -> bool:
        """Ctrl+Z and Ctrl+Y here are about the corrections, not about what is in the data file."""
        if event.type() == QEvent.Type.ShortcutOverride and any(map(event.matches, (_Key.Undo, _Key.Redo, _Key.Save))):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        for key, act in ((_Key.Undo, self.undo), (_Key.Redo, self.redo), (_Key.Save, self.bar.do_main)):
            if event.matches(key):
                act()
                return
        super().keyPressEvent(event)

    # Storing and leaving

    def _take_over(self) -> None:
        """Take over what is still being typed, in an open cell of a table too."""
        store_typed(self)

    @property
    def is_corrected(self) -> bool:
        """Whether leaving would lose something the clerk did."""
        self._take_over()
        return self.draft.is_corrected or self.pages.has_loose_ends

    def _may_store(self) -> bool:
        """Whether everything typed is taken over; what is not is said and shown."""
        self._take_over()
        if page := self.pages.go_to_loose_end():
            self.stop_comparing()
            self._say(
                f"Chưa lưu: trang {page} còn ô gõ chưa đúng hoặc dòng gõ dở.", "Sửa hoặc xóa trống ô đó rồi lưu lại."
            )
            return False
        return True

    def store(self) -> bool:
        """Store the plan with its file as one act; False when it cannot be: that is said here and nothing is lost."""
        if not self._may_store():
            return False
        try:
            changes, plan_id = plans.store_plan(self.context.workspace, self.draft.plan, self._source)
        except KnownError as error:
            self._say(error.happened, error.advice)
            return False
        self.context.bus.publish(changes)
        self.stored.emit(plan_id)
        self.context.ask.notify(self._stored_text(), State.GOOD, [("Hoàn tác", UndoAct(self.context, changes))])
        return True

    def _stored_text(self) -> str:
        year = self.draft.plan.year
        count = len(plans.plan_summaries(self.context.workspace, year))
        more = f" Năm này có {count} kế hoạch, chọn ở đầu trang." if count > 1 else ""
        return f"Đã lưu kế hoạch vào năm {year}.{more}"

    def _say(self, happened: str, advice: str) -> None:
        self.message.show_message(happened, advice, State.BAD)
        self.message.show()

    def may_leave(self) -> bool:
        """Whether what was read can go, or is stored: asks only when something of it was corrected."""
        if not self.is_corrected:
            return True
        chosen = self.context.ask.choose(
            "Kế hoạch vừa đọc và các chỗ đã sửa chưa được lưu.",
            ("Lưu rồi đóng", "Bỏ, không lưu"),
            "Tệp gốc và dữ liệu đã có không thay đổi nếu bỏ.",
            no="Ở lại",
        )
        return self.store() if chosen == 0 else chosen is not None

    def dismiss(self) -> None:
        """Put away what was read."""
        if self.may_leave() and not self.draft.is_left:
            self.dismissed.emit()


def _findings(reading: PlanReading, acts, rules, progress: Progress) -> tuple[Finding, ...]:
    progress.check()
    return checking.findings_in(reading, acts, rules)
