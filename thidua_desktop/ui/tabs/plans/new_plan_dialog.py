"""The window "Lập kế hoạch mới": from a plan that is there, from an outline, or from somebody else's file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import Plan, PlanReading, SourceFile
from thidua_desktop.domain.years import FIRST_YEAR, LAST_YEAR
from thidua_desktop.services.plan import drafting, plans
from thidua_desktop.ui.ask import PLAN_SOURCE
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.new_plan_outlines import OutlinesPage
from thidua_desktop.ui.tabs.plans.new_plan_renewals import OF_LAST_YEAR, OF_OTHERS, FileHead, PlanHead, RenewalsPage
from thidua_desktop.ui.tasks.reading import read_plan_file
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.unstored import store_typed
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.message import InlineMessage

FROM_PLAN, FROM_OUTLINE, FROM_FILE = range(3)
_WAYS = (
    ("Từ kế hoạch đã có", "Kế hoạch năm trước của cơ quan; năm, ngày, căn cứ, kỷ niệm được đổi theo năm mới."),
    ("Từ đề cương", "Sáu đề cương soạn sẵn, điền tên cơ quan, căn cứ còn hiệu lực, người ký, nơi nhận."),
    ("Từ tệp của nơi khác", "Kế hoạch của cấp trên hay xã bạn; tên cơ quan, địa danh được đổi thành của mình."),
)


class NewPlanDialog(QDialog):
    """Accepting stores the plan: ``plan_id`` and ``changes`` tell of it. ``year`` is the one offered at first."""

    def __init__(self, context: TabContext, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Lập kế hoạch mới")
        self.context = context
        self.plan_id, self.changes = 0, Changes()
        self._read: tuple[SourceFile, PlanReading] | None = None
        self.year = QSpinBox()
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setValue(year)
        self.ways = QButtonGroup(self)
        self.plan_head, self.file_head = PlanHead(), FileHead(self.ask_for_file)
        self.outlines = OutlinesPage(context.workspace, year)
        self.of_plan = RenewalsPage(self.plan_head, OF_LAST_YEAR)
        self.of_file = RenewalsPage(self.file_head, OF_OTHERS)
        self.stack = QStackedWidget()
        self.message = InlineMessage()
        self.note = label("", "small", wrap=True)
        self.box = AgreeBox(self, "Lập kế hoạch")
        self._lay_out()
        self._connect()
        self._begin(year)

    def _lay_out(self) -> None:
        for page in (self.of_plan, self.outlines, self.of_file):
            self.stack.addWidget(page)
        row = QHBoxLayout()
        row.setSpacing(sizes.MARGIN)
        row.addWidget(self._left())
        row.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.CARD)
        column.addWidget(self.message)
        self.message.hide()
        column.addLayout(row, 1)
        column.addWidget(self.box)
        width, height = sizes.WINDOW_START
        room = self.screen().availableSize()  # 1280 by 680 where a screen of 1920 by 1080 shows all half as large again
        self.resize(
            min(width - 3 * sizes.ROOMY, room.width() - 2 * sizes.MARGIN),
            min(height - sizes.YEAR_WIDTH, room.height() - 2 * sizes.ROOMY),
        )

    def _left(self) -> QWidget:
        left = QWidget()
        left.setFixedWidth(sizes.CHOICE_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        for number, (words, explain) in enumerate(_WAYS):
            way = QRadioButton(words)
            self.ways.addButton(way, number)
            column.addWidget(way)
            column.addWidget(label(explain, "small", wrap=True))
            column.addSpacing(sizes.CARD)
        form = FormSection(narrow=True)
        form.add_field("Kế hoạch của năm", self.year)
        column.addWidget(form)
        column.addWidget(self.note)
        column.addStretch(1)
        return left

    def _connect(self) -> None:
        self.ways.idToggled.connect(self._on_way)
        self.year.valueChanged.connect(self._on_year)
        self.plan_head.chosen.connect(self._take_plan)
        self.outlines.opened.connect(self.accept)
        for page in (self.of_plan, self.of_file):
            page.counted.connect(self._show_state)

    def _begin(self, year: int) -> None:
        """The newest plan of an earlier year is the first choice, else the newest; without any plan an outline."""
        summaries = plans.plan_summaries(self.context.workspace)
        called = plans.names_in_list(summaries)
        names = {one.id: f"{called[one.id]} (kế hoạch năm {one.year})" for one in reversed(summaries)}
        earlier = [one.id for one in summaries if one.year < year]
        self.plan_head.offer(names, (earlier or list(called) or [0])[-1])
        self.ways.button(FROM_PLAN).setEnabled(bool(names))
        self.ways.button(FROM_PLAN if names else FROM_OUTLINE).setChecked(True)
        self._take_plan()
        self.ways.checkedButton().setFocus()

    @property
    def way(self) -> int:
        """How the plan is begun: :data:`FROM_PLAN`, :data:`FROM_OUTLINE` or :data:`FROM_FILE`."""
        return self.ways.checkedId()

    # What is shown

    def _on_way(self, way: int, chosen: bool) -> None:
        if chosen:
            self.stack.setCurrentIndex(way)
            self.message.hide()
            self._show_state()

    def _on_year(self, year: int) -> None:
        self.outlines.set_year(year)
        self._take_plan()
        self._take_file()
        self._show_state()

    def _take_plan(self, _: int = 0) -> None:
        plan_id = self.plan_head.plan_id()
        if plan_id:
            self.of_plan.show_beginning(drafting.from_plan(self.context.workspace, plan_id, self.year.value()))

    def _take_file(self) -> None:
        if self._read is not None:
            source, reading = self._read
            self.of_file.show_beginning(
                drafting.from_reading(self.context.workspace, reading.plan, self.year.value(), source)
            )

    def _show_state(self) -> None:
        year = self.year.value()
        note = self._about_year(year)
        self.note.setText(note)
        show_when(self.note, bool(note))
        self.box.agree.setText(f"Lập kế hoạch năm {year}")
        page = {FROM_PLAN: self.of_plan, FROM_FILE: self.of_file}.get(self.way)
        self.box.agree.setEnabled(page is None or page.beginning is not None)

    def _about_year(self, year: int) -> str:
        """Why this year is proposed, or that it has a plan already; "" where nothing is to be said."""
        workspace, in_view = self.context.workspace, self.context.year
        if there := len(plans.plan_summaries(workspace, year)):
            return f"Năm {year} đã có {there} kế hoạch; kế hoạch mới được thêm bên cạnh."
        if year == in_view + 1 and plans.plan_of_year(workspace, in_view):
            return f"Năm {in_view} đang xem đã có kế hoạch, nên đề nghị năm {year}."
        return ""

    # Acts

    def ask_for_file(self) -> None:
        """Let the clerk choose a file; it is read in the worker."""
        path = self.context.ask.open_file("Lập kế hoạch từ tệp", (PLAN_SOURCE,))
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read the file and show what is to be renewed in it."""
        self.message.hide()
        self.file_head.name.setText(f"Đang đọc {path.name}…")
        read_plan_file(self.context.tasks, path, self._on_read, self, partial(self._on_unreadable, path))

    def _on_read(self, source: SourceFile, reading: PlanReading) -> None:
        self._read = (source, reading)
        issuer = reading.plan.issuer or "không rõ cơ quan ban hành"
        self.file_head.name.setText(f"{source.name} · {issuer} · kế hoạch năm {reading.plan.year}")
        self._take_file()

    def _on_unreadable(self, path: Path, error: KnownError) -> None:
        self.file_head.name.setText("Chưa chọn tệp nào.")
        self.message.show_message(error.happened, error.advice, State.BAD)
        self.message.show()

    def _plan(self) -> tuple[Plan, SourceFile | None]:
        """The plan as it is chosen now, and the file it is from."""
        if self.way == FROM_OUTLINE:
            return self.outlines.plan(), None
        page = self.of_plan if self.way == FROM_PLAN else self.of_file
        assert page.beginning is not None, "the button is off while nothing is chosen"
        return drafting.finished(page.beginning, page.model.chosen), page.beginning.source

    def accept(self) -> None:
        """Store the plan; what is still being typed in a cell counts. A fault is told and the window stays."""
        store_typed(self)
        if not self.box.agree.isEnabled():
            return
        try:
            plan, source = self._plan()
            self.changes, self.plan_id = drafting.draft_plan(self.context.workspace, plan, source)
        except KnownError as error:
            self.message.show_message(error.happened, error.advice, State.BAD)
            self.message.show()
            return
        super().accept()

    def reject(self) -> None:
        """Esc and "Hủy": asked first when proposals were corrected by hand."""
        corrected = self.of_plan.model.is_edited or self.of_file.model.is_edited
        question = "Bỏ những chỗ vừa sửa, không lập kế hoạch?"
        if not corrected or self.context.ask.confirm(question, "Dữ liệu không thay đổi.", yes="Bỏ, không lập"):
            super().reject()
