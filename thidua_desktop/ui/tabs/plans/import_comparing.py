"""What was read beside a plan of the year: the differences, and those ticked go into it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.plan.differences import Comparison
from thidua_desktop.domain.plan.plans import Plan, SourceFile
from thidua_desktop.services.plan import frozen, merging, plans
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.differences_view import DifferencesView
from thidua_desktop.ui.tabs.plans.plan_banner import PlanBanner
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import label

_OFFER = "Tệp này là bản sửa của kế hoạch đó thì bấm “So với kế hoạch đã có”, rồi chỉ lấy những chỗ thay đổi."
_NAMES = ("Kế hoạch đã có", "Tệp vừa đọc")
_INTO = (
    "Chỗ được chọn đi vào kế hoạch đã có; chỉ tiêu, cam kết giữ nguyên kết quả đã nhập. Một lần hoàn tác là trở lại."
)
_INTO_VERSION = "Kế hoạch này đã ban hành: chỗ được chọn đi vào một bản sửa đổi mới, bản đã ban hành giữ nguyên."


class ImportComparing(QWidget):
    """``take_wanted()`` when what is ticked is to be taken, ``leave_wanted()`` when the pages are to come back."""

    take_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.both: Comparison | None = None
        self.view = DifferencesView(context, _NAMES, takes=True)
        self.banner = PlanBanner()
        self.title = label("", "strong", wrap=True)
        self.means = label("", "soft", wrap=True)
        self.leave = QPushButton("Quay lại trang đọc")
        self.take = QPushButton()
        theme.set_kind(self.take, "primary")
        self._lay_out()
        self.take.clicked.connect(self.take_wanted)
        self.leave.clicked.connect(self.leave_wanted)
        self.view.counted.connect(self._show_count)
        self.setFocusProxy(self.view.table)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.means)
        head = QHBoxLayout()
        head.setSpacing(sizes.UNIT)
        head.addLayout(words, 1)
        head.addWidget(self.leave)
        head.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.CARD)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def compare(self, plan_id: int, called: str, read: Plan) -> None:
        """Show what differs between the stored plan and the one that was read."""
        self.both = merging.compare_with(self.context.workspace, plan_id, read)
        self.title.setText(f"So với kế hoạch đã có: {called}")
        issued = frozen.is_issued(self.context.workspace, plan_id)
        self.means.setText(_INTO_VERSION if issued else _INTO)
        self.view.show_differences(self.both.differences)

    def offer(self, year: int) -> None:
        """Say that the year has a plan already, which the file may be a new state of."""
        there = bool(plans.plan_summaries(self.context.workspace, year))
        title = f"Năm {year} đã có kế hoạch" if there else ""
        self.banner.show_words(title, _OFFER, State.NEUTRAL, {})

    def compare_with_chosen(self, read: Plan) -> bool:
        """Compare with the plan of the year, of several with the one the clerk chooses; whether there is one."""
        listed = plans.plan_summaries(self.context.workspace, read.year)
        called = list(plans.names_in_list(listed).values())
        chosen = 0 if len(listed) < 2 else self.context.ask.choose("So tệp vừa đọc với kế hoạch nào?", called)
        if chosen is None or not listed:
            return False
        self.compare(listed[chosen].id, called[chosen], read)
        return True

    def take_ticked(self, source: SourceFile) -> tuple[Changes, int, str]:
        """Take what is ticked; the changes, the plan they are in, and what is said of it. Raises ``KnownError``."""
        assert self.both is not None, "what was not compared cannot be taken"
        count = len(self.view.taken)
        changes, plan_id = merging.take(self.context.workspace, self.both, self.view.taken, source)
        if plan_id != self.both.old.id:
            return changes, plan_id, f"Đã lập bản sửa đổi với {count} thay đổi; bản đã ban hành giữ nguyên."
        return changes, plan_id, f"Đã lấy {count} thay đổi vào kế hoạch."

    def _show_count(self) -> None:
        count = len(self.view.taken)
        self.take.setText(f"Lấy {count} thay đổi" if count else "Lấy thay đổi")
        self.take.setEnabled(bool(count))
