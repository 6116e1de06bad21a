"""Giao phần của đơn vị: a target's figure divided among organisations, the sum shown against the plan."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.figures.values import format_values
from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.registers.cells import parse_cell
from thidua_desktop.domain.registers.parts import date_column
from thidua_desktop.domain.registration.cover import LACKING, Share, TargetCover, covered
from thidua_desktop.domain.vietnamese import format_date, format_number
from thidua_desktop.services.registration import sharing
from thidua_desktop.services.registration.sharing import SharedTarget
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.registering.adjust_dialog import REASONS
from thidua_desktop.ui.tabs.commitments.registering.share_model import ShareModel
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.unstored import store_typed
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.register_editors import DateField, RegisterDelegate
from thidua_desktop.ui.widgets.tick_table import TickTable

_EXPLAIN = (
    "Đánh dấu (phím cách) những đơn vị nhận phần rồi chia, hoặc gõ phần vào cột cuối. Đơn vị chưa có cam kết với chỉ "
    "tiêu này được ghi một cam kết mới; đơn vị đã có thì số được đổi theo."
)
_DAY = date_column("day", "Ngày điều chỉnh")


class ShareDialog(QDialog):
    """``changes`` is what was done, None while nothing was. The target has a figure."""

    def __init__(self, context: TabContext, shared: SharedTarget, figure: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Giao phần của đơn vị")
        self.context, self.shared = context, shared
        self.changes: Changes | None = None
        self.model = ShareModel(shared.sharers, shared.figures[figure], figure, self)
        self.table = TickTable(self.model, stretch="name")
        self.table.setItemDelegate(RegisterDelegate(self.table))
        self.table.setAccessibleName("Các đơn vị và phần của từng đơn vị")
        self.figure = QComboBox()
        self.figure.addItems([format_values((one,)) for one in shared.figures])
        self.figure.setCurrentIndex(figure)
        self.figure.setAccessibleName("Số của kế hoạch")
        self.equal = QPushButton("Chia đều")
        self.by_households = QPushButton("Chia theo số hộ")
        self.by_households.setToolTip("Số hộ lấy ở trang Hộ văn hóa của từng thôn, tổ dân phố")
        self.sum = StatusChip()
        self.message = InlineMessage()
        self.why = FormSection("", "")
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(REASONS)
        self.reason.setEditText("")
        self.day = DateField()
        self.day.setText(format_date(context.workspace.today().isoformat()))
        box = AgreeBox(self, "Giao")
        self.agree = box.agree
        self._lay_out(box)
        self._connect()
        self._look()

    def _lay_out(self, box: AgreeBox) -> None:
        self.adjusted = label("", wrap=True)
        self.why.add_field("Lý do", self.reason, required=True, wide=True)
        self.why.add_field("Ngày điều chỉnh", self.day)
        bar = QHBoxLayout()
        bar.setSpacing(sizes.UNIT)
        for part in (self.figure, self.equal, self.by_households):
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.sum)
        show_when(self.figure, len(self.shared.figures) > 1)
        self.message.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        name = f"{self.shared.name}: {format_values(self.shared.figures)}"
        column.addWidget(label(name, "strong", wrap=True))
        column.addWidget(label(_EXPLAIN, "soft", wrap=True))
        column.addLayout(bar)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)
        column.addWidget(self.adjusted)
        column.addWidget(self.why)
        column.addWidget(box)
        self.resize(sizes.PAGE_WIDTH, sizes.READING_WIDTH + sizes.LABEL_WIDTH // 2)

    def _connect(self) -> None:
        self.equal.setAutoDefault(False)
        self.by_households.setAutoDefault(False)
        self.equal.clicked.connect(self._on_equal)
        self.by_households.clicked.connect(self._on_households)
        self.figure.activated.connect(self._on_figure)
        self.model.dataChanged.connect(self._look)
        self.model.modelReset.connect(self._look)

    def _on_equal(self) -> None:
        self.model.divide()

    def _on_households(self) -> None:
        self.model.divide(by_households=True)

    def _on_figure(self, figure: int) -> None:
        self.model.show_figure(self.shared.figures[figure], figure)

    def _look(self, *_: object) -> None:
        """Say what the parts make of the plan's figure, and whose commitment was handed in already."""
        adjusted, wrong = self.model.adjusted, self.model.wrong
        words, state = told(self.model.planned, self.model)
        if wrong:
            words, state = f"{len(wrong)} đơn vị đã đánh dấu chưa có số ở cột “Phần giao”", State.BAD
        self.sum.show_state(words, state)
        self.equal.setEnabled(bool(self.model.ticked))
        self.by_households.setEnabled(any(self.shared.sharers[row].households for row in self.model.ticked))
        names = ", ".join(adjusted)
        self.adjusted.setText(f"Đã nộp bản đăng ký, đổi số cần lý do: {names}." if names else "")
        show_when(self.adjusted, bool(adjusted))
        show_when(self.why, bool(adjusted))
        count = len(self.model.parts)
        self.agree.setText(f"Giao cho {count} đơn vị" if count else "Giao")
        self.agree.setEnabled(bool(count) and not wrong)

    def accept(self) -> None:
        """Store it; what does not fit is said here and the dialog stays."""
        store_typed(self)
        try:
            day = parse_cell(_DAY, self.day.text())
            self.changes = sharing.give(
                self.context.workspace,
                self.shared.target_id,
                self.model.figure,
                self.model.parts,
                self.reason.currentText() if self.model.adjusted else "",
                date.fromisoformat(str(day)) if day else None,
            )
        except KnownError as error:
            self.message.show_message(error.happened, error.advice, State.BAD)
            self.message.show()
            return
        super().accept()


def told(planned: TargetValue, model: ShareModel) -> tuple[str, State]:
    """What the parts come to against the plan's figure, and how that stands."""
    names = {one.organisation_id: one.name for one in model.sharers}
    shares = [
        Share(key, key, names[key], TargetValue(part, planned.unit, planned.comparator))
        for key, part in model.shares.items()
    ]
    if not shares:
        return "Chưa giao phần nào", State.WAIT
    found = covered(planned, shares)
    row = TargetCover(0, 0, "", "", planned=planned, shares=tuple(shares), covered=found)
    whole = format_values((planned,))
    state = State.WAIT if found.state in LACKING else State.GOOD
    if found.total is None:
        return f"{len(shares)} đơn vị, kế hoạch {whole}: {row.words}", state
    return f"Cộng {format_number(found.total)}, kế hoạch {whole}: {row.words}", state
