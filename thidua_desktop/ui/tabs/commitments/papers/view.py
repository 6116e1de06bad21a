"""The view Giấy tờ: every paper of every organisation, found by its code, with its scans and typing from them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QStackedLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.chasing.sent_papers import Field, PaperKey, SentPaper
from thidua_desktop.services import history
from thidua_desktop.services.chasing import scans, sent_papers
from thidua_desktop.services.export_parts import Request
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.papers.papers_model import PapersModel
from thidua_desktop.ui.tabs.commitments.papers.scan_acts import ScanActs, dropped_pictures
from thidua_desktop.ui.tabs.commitments.papers.scan_desk import ScanDesk
from thidua_desktop.ui.tabs.commitments.papers.scan_pane import ScanPane
from thidua_desktop.ui.tabs.commitments.side import PaperPanel
from thidua_desktop.ui.tabs.commitments.year_view import Wanted, YearView
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.unstored import may_leave
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.refused import RefusedMessage
from thidua_desktop.ui.widgets.register_editors import RegisterDelegate
from thidua_desktop.ui.widgets.register_history import RecordHistory
from thidua_desktop.ui.widgets.search import SearchField
from thidua_desktop.ui.widgets.side import Columns
from thidua_desktop.ui.widgets.table import DataTable

_WIDTHS = "papers"
_EVERY = "Mọi giấy tờ"
_STANDINGS: tuple[tuple[str, Callable[[SentPaper], bool]], ...] = (
    ("Mọi tình trạng", lambda one: True),
    ("Chưa giao", lambda one: one.standing == "chưa giao"),
    ("Đã giao, chưa nhận lại", lambda one: one.standing == "đã giao"),
    ("Đã nhận lại", lambda one: one.standing == "đã nhận lại"),
    ("Đã nhận lại, chưa có bản chụp", lambda one: one.standing == "đã nhận lại" and not one.scans),
    ("Đã nộp, chưa nhập số liệu", lambda one: bool(one.to_enter)),
)
_TODAY: tuple[tuple[str, Field], ...] = (
    ("Đã giao hôm nay", "handed_on"),
    ("Đã nhận lại hôm nay", "returned_on"),
    ("Đã ký hôm nay", "signed_on"),
)


class PapersView(YearView):
    """The list with a panel at its right, or the desk: the scan of one paper beside what is typed from it."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = PapersModel(context.workspace, context.year, self)
        widths = context.remembered.widths(_WIDTHS)
        self.table = DataTable(self.model, frozen="who", widths=widths, remember=self._keep_widths)
        self.table.setItemDelegate(RegisterDelegate(self.table))
        self.table.setAccessibleName("Giấy tờ của các đơn vị")
        self.table.rows_as_needed()
        self.message = RefusedMessage(self.table)
        self.search = SearchField("Tìm theo mã phiếu, đơn vị (Ctrl+F)")
        self.paper_filter = QComboBox()
        self.standing_filter = QComboBox()
        self.count = label("", "soft")
        self.empty = EmptyState(
            "Chưa có giấy tờ nào", "Mỗi đơn vị trong danh sách năm có bản đăng ký, giao ước, phiếu kết quả ở đây."
        )
        self.pane = ScanPane(context.workspace)
        self.history = RecordHistory()
        self.panel = PaperPanel("Bản chụp và bản in", (("Bản chụp", self.pane), ("Lịch sử", self.history)))
        self.acts = ScanActs(context, self, self.current_key)
        self._titles: tuple[str, ...] = ()
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    # Made

    def _lay_out(self) -> None:
        card = Card("Giấy tờ đã giao, đã nhận")
        card.setMinimumWidth(sizes.PAGE_MIN)
        for button in self._buttons():
            card.add_to_title(button)
        card.add_layout(self._bar())
        card.add(self.message)
        card.add(self.table, 1)
        card.add(self.empty, 1)
        widths = [sizes.READING_WIDTH * 2, sizes.CHOICE_WIDTH]
        remembered = self.context.remembered
        self.columns = Columns(
            [card, self.panel], widths, grows=0, remembered=remembered, name="columns/papers", parent=self
        )
        self.stack = QStackedLayout(self)
        self.stack.setContentsMargins(0, 0, 0, 0)
        self.stack.addWidget(self.columns)

    def _buttons(self) -> tuple[QPushButton, ...]:
        self.mark_button = QPushButton("Đánh dấu")
        self.mark_button.setProperty("menu", True)
        marks = QMenu(self.mark_button)
        for words, field in _TODAY:
            marks.addAction(words, partial(self.mark_today, words, field))
        self.mark_button.setMenu(marks)
        self.mark_button.setToolTip("Ghi ngày hôm nay cho các dòng đang chọn")
        self.attach_button = QPushButton("Bản chụp")
        self.attach_button.setProperty("menu", True)
        self.attach_button.setMenu(self.acts.menu(self.attach_button))
        self.desk_button = QPushButton("Nhập theo bản chụp")
        self.desk_button.setToolTip("Mở tờ giấy bên cạnh chỗ gõ (Enter ở ô “Mã phiếu”)")
        self.desk_button.clicked.connect(self.open_desk)
        return (self.mark_button, self.attach_button, self.desk_button)

    def _bar(self) -> QHBoxLayout:
        self.search.setMaximumWidth(sizes.SIDE_WIDTH)
        self.paper_filter.setAccessibleName("Giấy tờ nào")
        self.standing_filter.setAccessibleName("Tình trạng nào")
        self.standing_filter.addItems([words for words, _ in _STANDINGS])
        bar = QHBoxLayout()
        bar.setSpacing(sizes.UNIT)
        bar.addWidget(self.search, 1)
        for part in (self.paper_filter, self.standing_filter, self.count):
            bar.addWidget(part)
        bar.addStretch()
        return bar

    def _connect(self) -> None:
        self.search.searched.connect(self._on_search)
        self.search.went_down.connect(self.table.setFocus)
        self.search.returnPressed.connect(self._on_found)
        self.paper_filter.activated.connect(self._on_filter)
        self.standing_filter.activated.connect(self._on_filter)
        self.table.row_opened.connect(self.open_desk)
        self.table.rows_changed.connect(self._fill_panel)
        self.table.rows_changed.connect(self.paper_changed)
        self.table.paste_refused.connect(self.context.ask.error)
        self.model.acted.connect(self.context.bus.publish)
        self.model.layoutChanged.connect(self._on_rows)
        self.panel.turned.connect(self._fill_panel)

    # What is shown

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern; another year begins anew."""
        if self.model.year != self.context.year:
            self.close_desk()
            self.model.show_year(self.context.year)
        else:
            self.model.reload(changes)
        if self.is_at_desk and self.desk.paper is not None:
            self.desk.reload(changes, self.model.of_key(self.desk.paper.key))
        self._fill_panel()

    def _on_rows(self, *_: object) -> None:
        self.message.look_again()
        titles = tuple(dict.fromkeys(one.title for one in self.model.all))
        if titles != self._titles:
            self._titles, chosen = titles, self.paper_filter.currentText()
            self.paper_filter.clear()
            self.paper_filter.addItems([_EVERY, *titles])
            self.paper_filter.setCurrentIndex(max(self.paper_filter.findText(chosen), 0))
        shown = self.model.rows
        back = sum(one.standing == "đã nhận lại" for one in shown)
        self.count.setText(f"{len(shown)} tờ, {back} đã nhận lại" if shown else "")
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        if self.model.all:
            why = sent_papers.told_phases(self.context.workspace, self.search.text())
            self.empty.set_words("Không có tờ nào như vậy", why or "Đổi cách lọc hoặc chữ đang tìm.")
        for button in (self.mark_button, self.attach_button, self.desk_button):
            button.setEnabled(bool(shown))
        if shown and self.table.current_row() < 0:
            self.table.go_to(0)

    def _on_filter(self, *_: object) -> None:
        title, wanted = self.paper_filter.currentText(), _STANDINGS[self.standing_filter.currentIndex()][1]
        every = self.paper_filter.currentIndex() <= 0
        self.model.set_wanted(lambda one: (every or one.title == title) and wanted(one))

    def _on_search(self, text: str) -> None:
        """A code shows its paper, whatever year it is of; other words leave the rows that have them.

        The keyboard stays here until Enter: who types on, or types Enter after the code, writes into no other row.
        """
        found = sent_papers.find(self.context.workspace, text)
        if found is None:
            self.model.search(text)
            return
        self.model.search("")
        if found.year != self.context.year:
            self.context.show_year(found.year)
        self.choose(found.key, keyboard=False)

    def _on_found(self) -> None:
        if self.model.rows:
            self.table.setFocus()

    def choose(self, key: PaperKey, *, keyboard: bool = True) -> bool:
        """Show the row of that paper and put the keyboard into it; False when it is not of the year."""
        if self.model.place_of(key) is None:
            self.paper_filter.setCurrentIndex(0)
            self.standing_filter.setCurrentIndex(0)
            self.model.search("")
            self._on_filter()
        row = self.model.place_of(key)
        if row is None:
            return False
        self.table.go_to(row, [column.key for column in self.model.columns].index("returned_on"))
        if keyboard:
            self.table.setFocus()
        return True

    def show_record(self, kind: str, row_id: int) -> None:
        """Bring a paper into view: "sent_papers" by its record, "sent_papers/PAPER/PHASE" by its registration."""
        _, _, rest = kind.partition("/")
        paper, _, phase = rest.partition("/")
        key = PaperKey(row_id, paper, int(phase or 0) or None) if paper else None
        if key is None and row_id:
            key = sent_papers.key_of(self.context.workspace, row_id)
        if key is not None:
            self.close_desk()
            self.choose(key)

    def current(self) -> SentPaper | None:
        """The paper in view: of the desk, else of the row of the keyboard; None for none."""
        if self.is_at_desk:
            return self.desk.paper
        row = self.table.current_row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def current_key(self) -> PaperKey | None:
        """Which paper is in view."""
        current = self.current()
        return current.key if current else None

    def find_here(self) -> None:
        """Put the keyboard into the search field."""
        self.close_desk()
        self.search.take_keyboard()

    def focus_here(self) -> None:
        """Put the keyboard into the list, or to what is typed from the scan."""
        if self.is_at_desk:
            self.desk.take_keyboard()
        else:
            self.table.setFocus()

    def paper(self) -> Wanted | None:
        """The paper of the row as it is printed."""
        from thidua_desktop.services.exports import EXPORTS

        current = self.current()
        if current is None or current.key.paper not in EXPORTS:
            return None
        request = Request(self.context.year, current.key.phase_id, organisation_id=current.organisation_id)
        return Wanted(current.key.paper, request, f"{current.title} {current.organisation}")

    def _fill_panel(self, *_: object) -> None:
        current = self.current()
        if self.panel.shows(self.pane):
            self.pane.show_scans(scans.scans(self.context.workspace, current.key) if current else ())
        elif self.panel.shows(self.history):
            if current is not None and current.id:
                self.history.show_entries(history.record_history(self.context.workspace, "sent_papers", current.id))
            else:
                self.history.show_nothing()

    def _keep_widths(self, widths: dict[str, int]) -> None:
        self.context.remembered.keep_widths(_WIDTHS, widths)

    # The desk

    @cached_property
    def desk(self) -> ScanDesk:
        """Made when it is first wanted: it holds a whole page of an organisation."""
        made = ScanDesk(self.context, self)
        made.left.connect(self.close_desk)
        made.turned.connect(self._turn)
        made.attach_wanted.connect(self.acts.choose)
        made.plan_wanted.connect(self.plan_wanted)
        self.stack.addWidget(made)
        return made

    @property
    def is_at_desk(self) -> bool:
        """Whether a scan is shown beside what is typed from it."""
        return self.stack.currentWidget() is not self.columns

    def open_desk(self, *_: object) -> None:
        """Show the scan of the row beside what its organisation registers and reports."""
        current = self.current()
        if current is not None:
            self.stack.setCurrentWidget(self.desk)
            self.desk.show_paper(current)
            self.desk.take_keyboard()

    def close_desk(self) -> None:
        """Back to the list, in the row of the paper."""
        if self.is_at_desk and may_leave(self.context.ask, self.desk):
            key = self.desk.paper.key if self.desk.paper else None
            self.stack.setCurrentWidget(self.columns)
            if key is not None:
                self.choose(key)
            self._fill_panel()

    def _turn(self, by: int) -> None:
        """The paper before or after in the list."""
        row = self.model.place_of(self.desk.paper.key) if self.desk.paper else None
        if row is None or not 0 <= row + by < len(self.model.rows) or not may_leave(self.context.ask, self.desk):
            return
        self.desk.show_paper(self.model.rows[row + by])

    # Acts

    def mark_today(self, words: str, field: Field) -> None:
        """Write today's day into a column of the chosen rows; the notice offers to take it back."""
        rows = [row for row in self.table.selected_rows() if row < len(self.model.rows)]
        if not rows:
            self.context.ask.notify("Chưa chọn tờ giấy nào.", State.WAIT)
            return
        changes = self.model.put_all(rows, field, "hn")
        if changes:
            text = f"{words}: {len(rows)} tờ."
            self.context.ask.notify(text, acts=[("Hoàn tác", UndoAct(self.context, changes))])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures and PDFs are scans of the paper in view, or of those whose code they are named by."""
        if dropped_pictures(event):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := dropped_pictures(event):
            event.acceptProposedAction()
            self.acts.read(paths)
        else:
            event.ignore()
