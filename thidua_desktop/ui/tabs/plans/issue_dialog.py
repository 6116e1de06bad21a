"""The window that issues a plan: its number, its day, and the signed scan when it is there already."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.checking.severities import counted
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import Plan, SourceFile
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.plan import states
from thidua_desktop.services.plan.checking import check_plan
from thidua_desktop.services.plan.states import Issued
from thidua_desktop.ui.ask import FileKind
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tasks.reading import read_bytes
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import ElidedLabel, label
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.register_editors import DateField

SCAN = FileKind("Bản ký (PDF, ảnh hoặc Word)", ("pdf", "jpg", "jpeg", "png", "docx"))
_MEANS = (
    "Ban hành xong, nội dung kế hoạch được giữ nguyên như đã ký; muốn đổi thì lập bản sửa đổi. "
    "Đăng ký, cam kết, kết quả và ngày xong việc vẫn ghi được."
)
_ASKED_HERE = ("NUMBER_BLANK", "DATE_BLANK")
_LEFT = "Xem các chỗ ấy ở cột “Soát và lịch sử”. Bản đã ký như vậy thì vẫn ban hành được."
_FOLLOWS = "Bản này thay bản đã ban hành trước; kết quả, đăng ký đã nhập theo sang."


class IssueDialog(QDialog):
    """Accepting issues the plan; ``issued`` is what was done, None while nothing was."""

    def __init__(self, context: TabContext, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Ban hành kế hoạch")
        self.context = context
        self.issued: Issued | None = None
        self._plan = plan
        self._scan: SourceFile | None = None
        self.number = QLineEdit("" if plan.number is None else str(plan.number))
        self.day = DateField()
        self.day.setText(_day(plan, context.workspace.today()))
        self.scan_name = ElidedLabel("chưa chọn; đính kèm sau cũng được", "soft")
        self.choose_scan = QPushButton("Chọn tệp…")
        self.choose_scan.setAutoDefault(False)
        self.choose_scan.clicked.connect(self.ask_for_scan)
        self.message = InlineMessage()
        self._say_what_is_left()
        self.box = AgreeBox(self, "Ban hành")
        self._lay_out()
        self.resize(sizes.WIDE_DIALOG, self.sizeHint().height())

    def _lay_out(self) -> None:
        form = FormSection()
        symbol = f"Phần số trước “/{self._plan.symbol}”, do văn thư cấp." if self._plan.symbol else "Do văn thư cấp."
        form.add_field("Số", self.number, symbol, required=True)
        form.add_field("Ngày ban hành", self.day, required=True)
        scan = QWidget()
        row = QHBoxLayout(scan)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        row.addWidget(self.choose_scan)
        row.addWidget(self.scan_name, 1)
        form.add_field("Bản ký", scan)
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(self._plan.full_title, "strong", wrap=True))
        column.addWidget(form)
        column.addWidget(label(_MEANS, "soft", wrap=True))
        if self._plan.amends is not None:
            column.addWidget(label(_FOLLOWS, "soft", wrap=True))
        column.addWidget(self.message)
        column.addStretch(1)
        column.addWidget(self.box)

    def _say_what_is_left(self) -> None:
        """Blanks and faults that the checker still finds are said before the text is frozen."""
        found = [one for one in check_plan(self.context.workspace, self._plan.id) if one.code not in _ASKED_HERE]
        blanks = sum(one.code == "BLANK_LEFT" for one in found)
        parts = [f"{blanks} câu có chỗ để trống"] if blanks else []
        left = ", ".join(parts + list(counted([one for one in found if one.severity != "hint"]).values()))
        self.message.show_message(f"Kế hoạch còn {left}.", _LEFT, State.WAIT)
        self.message.setVisible(bool(left))

    def ask_for_scan(self) -> None:
        """Let the clerk choose the signed scan."""
        path = self.context.ask.open_file("Chọn bản ký", (SCAN,))
        if path is not None:
            self.take_scan(path)

    def take_scan(self, path: Path) -> None:
        """Read the signed scan; it is kept when the plan is issued."""
        read_bytes(self.context.tasks, path, self._on_scan, self)

    def _on_scan(self, scan: SourceFile) -> None:
        self._scan = scan
        self.scan_name.setText(scan.name)

    def accept(self) -> None:
        """Issue it; what does not fit is said here and the dialog stays."""
        number, day = self.number.text(), self.day.text()
        try:
            self.issued = states.issue(self.context.workspace, self._plan.id, number, day, self._scan)
        except KnownError as error:
            self.message.show_message(error.happened, error.advice, State.BAD)
            self.message.show()
            return
        super().accept()


def _day(plan: Plan, today: date) -> str:
    """The day that the plan says, or today where that is no other month or year than the plan says; "" otherwise."""
    said = (plan.date.day, plan.date.month, plan.date.year)
    if all(said):
        return f"{said[0]:02d}/{said[1]:02d}/{said[2]}"
    fits = all(part in (None, now) for part, now in zip(said, (today.day, today.month, today.year), strict=True))
    return format_date(today.isoformat()) if fits else ""
