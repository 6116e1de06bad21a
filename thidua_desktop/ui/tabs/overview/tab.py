"""The tab Tổng quan: where the year stands, what is due, who is missing, what is short, how safe the data is."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.destinations import PLANS, Destination
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.reports.overview import Overview
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.office import offices, safekeeping
from thidua_desktop.services.reports.overview import overview
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import Tab, TabContext
from thidua_desktop.ui.tabs.overview.cards import LinesCard, SafetyCard, StepCard
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.header import PageHeader
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.scrolling import scrolling

_BEGIN = (
    "Việc đầu tiên là kế hoạch phát động: nhập từ tệp Word có sẵn, hoặc soạn mới. Chương trình đọc ra chỉ tiêu, cam "
    "kết, các đợt; từ đó mới có đăng ký, khen thưởng, báo cáo."
)


class OverviewTab(Tab):
    """Reads everything again when shown; every line leads to its place.

    What the data file says stands there at once, what the law says of it a moment after the first paint.
    """

    title = "Tổng quan"

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.shown: Overview | None = None
        self._rules_later = QTimer(self, singleShot=True, interval=0)
        self._rules_later.timeout.connect(self._on_rules)
        self._with_rules = False
        self.header = PageHeader()
        self.trouble = InlineMessage()
        self.steps = [StepCard(number) for number in range(1, 5)]
        self.due = LinesCard("Đến hạn")
        self.waiting = LinesCard("Chưa nộp, chưa báo cáo")
        self.short = LinesCard("Chỉ tiêu đang thiếu")
        self.awards = LinesCard("Khen thưởng cần làm")
        self.safety = SafetyCard()
        self.begin = self._begin_card()
        self._lay_out()
        self._connect()
        self.reload(None)

    def _begin_card(self) -> Card:
        self.start = EmptyState("", _BEGIN, "Nhập kế hoạch từ tệp…")
        new = QPushButton("Lập kế hoạch mới…")
        theme.set_kind(new, "link")
        new.clicked.connect(self._on_new)
        self.start.add_below(new)
        card = Card()
        card.add(self.start, 1)
        return card

    def _lay_out(self) -> None:
        page = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(page))
        column = QVBoxLayout(page)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.CARD)
        column.addWidget(self.header)
        column.addWidget(self.trouble)
        self.trouble.hide()
        self._strip = QGridLayout()
        self._strip.setSpacing(sizes.CARD)
        self._place_steps(len(self.steps))
        column.addLayout(self._strip)
        halves = QHBoxLayout()
        halves.setSpacing(sizes.CARD)
        for cards in ((self.due, self.short), (self.waiting, self.awards, self.begin)):
            half = QVBoxLayout()
            half.setSpacing(sizes.CARD)
            for card in cards:
                half.addWidget(card, 1)
            halves.addLayout(half, 1)
        column.addLayout(halves, 1)
        column.addWidget(self.safety)

    def _place_steps(self, columns: int) -> None:
        self._columns = columns
        for number, step in enumerate(self.steps):
            self._strip.addWidget(step, number // columns, number % columns)
        for number in range(len(self.steps)):
            self._strip.setColumnStretch(number, 1 if number < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the four steps stand two by two."""
        super().resizeEvent(event)
        columns = len(self.steps) if event.size().width() >= sizes.PAGE_WIDTH else len(self.steps) // 2
        if columns != self._columns:
            self._place_steps(columns)

    def _connect(self) -> None:
        for card in self.steps:
            card.led_to.connect(self.context.go_to)
        for card in self._lists():
            card.list.led_to.connect(self.context.go_to)
        self.start.started.connect(self._on_import)
        self.safety.back_up.clicked.connect(self._on_back_up)
        self.safety.copy_out.clicked.connect(self._on_copy_out)

    def _lists(self) -> tuple[LinesCard, ...]:
        return self.due, self.waiting, self.short, self.awards

    # What is shown

    def reload(self, changes: Changes | None) -> None:
        workspace = self.context.workspace
        try:
            found = overview(workspace, self.context.year, with_rules=self._with_rules)
            office = offices.office(workspace)
        except KnownError as error:
            self.trouble.show_message(error.happened, error.advice, State.BAD)
            self.trouble.show()
            return
        self.trouble.hide()
        self._show(found, office.name if office else "")
        self.on_kept()

    def _show(self, found: Overview, office: str) -> None:
        self.shown = found
        about = " · ".join(part for part in (office, f"hôm nay {format_date(found.today)}") if part)
        self.header.set_title(f"Năm thi đua {found.year}", about)
        for card, step in zip(self.steps, found.steps, strict=True):
            card.show_step(step)
        lists = (found.due, found.waiting, found.short, found.awards)
        for card, lines, nothing in zip(self._lists(), lists, _nothing(found), strict=True):
            card.show_lines(lines, nothing)
        begins = not found.has_plan and not any((found.waiting, found.short, found.awards))
        self.start.set_words(f"Bắt đầu năm {found.year}", _BEGIN, "Nhập kế hoạch từ tệp…")
        for card in (self.waiting, self.short, self.awards):
            card.setVisible(not begins)
        self.begin.setVisible(begins)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._with_rules:
            self._rules_later.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Out of sight, perhaps with its file about to close: nothing is read any more."""
        super().hideEvent(event)
        self._rules_later.stop()

    def _on_rules(self) -> None:
        self._with_rules = True
        self.reload(None)

    def on_kept(self) -> None:
        self.safety.show_state(safekeeping.backup_state(self.context.workspace), datetime.now())

    def showEvent(self, event: QShowEvent) -> None:
        """What is due changes with the day, the age of the backup with the hour."""
        super().showEvent(event)
        if self.shown is not None and self.shown.today != self._today().isoformat():
            self.reload(None)
        else:
            self.on_kept()

    def _today(self) -> date:
        return self.context.workspace.today()

    def focus_here(self) -> None:
        """The first list that has something, else the first step."""
        lists = [card.list for card in self._lists() if card.list.lines]
        (lists[0] if lists else self.steps[0].button).setFocus(Qt.FocusReason.OtherFocusReason)

    # Acts

    def _on_import(self) -> None:
        self.context.go_to(Destination(PLANS, "import"))

    def _on_new(self) -> None:
        self.context.go_to(Destination(PLANS, "new"))

    def _on_back_up(self) -> None:
        self.context.back_up()

    def _on_copy_out(self) -> None:
        self.context.copy_out()


def _nothing(found: Overview) -> tuple[str, str, str, str]:
    """What it means that a list is empty: all is done, or nothing of the kind has begun."""
    _, registration, awards, report = (step.stage != "chưa bắt đầu" for step in found.steps)
    return (
        "✓ Không có việc nào đến hạn.",
        "✓ Không còn ai phải nhắc." if registration else "Chưa có đơn vị nào trong danh sách đăng ký của năm.",
        "✓ Không chỉ tiêu nào đang thiếu." if report else "Chưa có kết quả nào được nhập.",
        "✓ Không có đề nghị nào đang chờ." if awards else "Chưa có đợt xét khen thưởng nào trong năm.",
    )
