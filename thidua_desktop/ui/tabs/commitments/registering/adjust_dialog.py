"""A commitment that was handed in is changed: what it is to say, why, and since which day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.figures.value_parts import with_units_of
from thidua_desktop.domain.figures.values import format_values, parse_values
from thidua_desktop.domain.registers.cells import parse_cell
from thidua_desktop.domain.registers.parts import date_column
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.registration import adjustments
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.fields import TextField
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.register_editors import DateField

REASONS = (
    "Theo đề nghị của đơn vị",
    "Giao thêm chỉ tiêu",
    "Thiên tai, dịch bệnh ảnh hưởng",
    "Kế hoạch của xã thay đổi",
    "Ghi nhầm khi nhập bản đăng ký",
)
_EXPLAIN = "Bản đăng ký đã nộp. Số và lời đã đăng ký được giữ lại cùng lý do; hoàn tác được trong một lần."
_DAY, _DEADLINE = date_column("day", "Ngày điều chỉnh"), date_column("deadline", "Hạn")


class AdjustDialog(QDialog):
    """``changes`` is what was done, None while nothing was. ``typed`` is what was typed already, by column."""

    def __init__(
        self, context: TabContext, commitment_id: int, typed: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Điều chỉnh cam kết")
        self.context, self.commitment_id = context, commitment_id
        self.changes: Changes | None = None
        now = self._now = adjustments.wording(context.workspace, commitment_id)
        figures = format_values(now.figures)
        self.quote = TextField()
        self.quote.setPlainText(typed.get("quote", now.quote))
        self._proposed = self.quote.toPlainText()
        self.values = QLineEdit(figures)
        self.values.textChanged.connect(self._follow)
        self.values.setText(self._with_units(typed["values"]) if "values" in typed else figures)
        self.deadline = DateField()
        self.deadline.setText(typed.get("deadline", format_date(now.deadline)))
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(REASONS)
        self.reason.setEditText("")
        self.day = DateField()
        self.day.setText(format_date(context.workspace.today().isoformat()))
        self.message = InlineMessage()
        self.message.hide()
        self._lay_out(f"Đang ghi: {now.quote}" + (f" – {figures}" if figures else ""))
        QTimer.singleShot(0, self, self.reason.setFocus if typed else self.values.setFocus)

    def _lay_out(self, now: str) -> None:
        form = FormSection()
        form.add_field("Nội dung", self.quote, wide=True)
        form.add_field("Số cam kết", self.values, "Ví dụ: 95%; 4 nhà; giảm 2 hộ", wide=True)
        form.add_field("Hạn hoàn thành", self.deadline)
        form.add_field("Lý do", self.reason, required=True, wide=True)
        form.add_field("Ngày điều chỉnh", self.day)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(now, "strong", wrap=True))
        column.addWidget(label(_EXPLAIN, "soft", wrap=True))
        column.addWidget(self.message)
        column.addWidget(form)
        column.addStretch(1)
        box = AgreeBox(self, "Điều chỉnh")
        self.agree = box.agree
        column.addWidget(box)
        self.resize(sizes.WIDE_DIALOG, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """The words are as many lines as they need; the dialog is as high as that."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resize(self.width(), max(self.height(), self.layout().totalHeightForWidth(self.width())))
        return done

    def _with_units(self, text: str) -> str:
        """The figures that were typed, a bare number in the unit of the commitment; what is no figure as it is."""
        try:
            return format_values(with_units_of(parse_values(text), self._now.figures))
        except BadInput:
            return text

    def _follow(self, text: str) -> None:
        """The words say the figures that are typed, until somebody writes other words."""
        if self.quote.toPlainText() != self._proposed:
            return
        try:
            self._proposed = self._now.saying(parse_values(text)).quote
        except BadInput:
            return
        self.quote.setPlainText(self._proposed)

    def accept(self) -> None:
        """Store it; what does not fit is said here and the dialog stays."""
        try:
            day, deadline = parse_cell(_DAY, self.day.text()), parse_cell(_DEADLINE, self.deadline.text())
            self.changes = adjustments.adjust(
                self.context.workspace,
                self.commitment_id,
                self.reason.currentText(),
                date.fromisoformat(str(day)) if day else self.context.workspace.today(),
                quote=self.quote.toPlainText(),
                values=self.values.text(),
                deadline=str(deadline) if deadline else None,
            )
        except KnownError as error:
            self.message.show_message(error.happened, error.advice, State.BAD)
            self.message.show()
            return
        super().accept()
