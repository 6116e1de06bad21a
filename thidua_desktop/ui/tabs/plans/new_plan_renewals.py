"""The pages of the window "Lập kế hoạch mới" that take a plan over: which one, and what is renewed in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from thidua_desktop.domain.drafting.renewals import Renewal
from thidua_desktop.services.plan.drafting import Beginning
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.plans.new_plan_model import NEW, RenewalModel
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import ElidedLabel, label, show_when
from thidua_desktop.ui.widgets.register_editors import RegisterDelegate
from thidua_desktop.ui.widgets.table import TableModel
from thidua_desktop.ui.widgets.tick_table import TickTable

_SENTENCE_LINES = 2
_NOTHING = "Không thấy chỗ nào phải đổi: kế hoạch được lập với lời văn như cũ."
OF_LAST_YEAR = "Chỉ tiêu lấy số năm trước làm đề nghị, kết quả đạt được ghi bên cạnh; đợt, hạn và việc dời theo năm."
OF_OTHERS = "Con số của nơi khác giữ nguyên để xem mà sửa; cơ quan ban hành, người ký là của mình."


class RenewalTable(TickTable):
    """The table of renewals; typing in it corrects the new words."""

    def __init__(self, model: TableModel) -> None:
        super().__init__(model, stretch="sentence")
        self.setItemDelegate(RegisterDelegate(self))
        self.setAccessibleName("Những chỗ cần đổi")


class SentenceView(QTextEdit):
    """The sentence of a renewal, what goes struck through and what comes in its place in bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAccessibleName("Câu có chỗ đổi")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(_SENTENCE_LINES * self.fontMetrics().lineSpacing() + 3 * sizes.UNIT)

    def show_renewal(self, one: Renewal | None) -> None:
        """Show a sentence; None clears it."""
        self.clear()
        if one is None:
            return
        gone, come, plain = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        gone.setFontStrikeOut(True)
        gone.setForeground(theme.colour("ink_soft"))
        come.setFontWeight(theme.font(bold=True).weight())
        come.setForeground(theme.colour("good"))
        cursor = self.textCursor()
        for text, style in ((one.before, plain), (one.old, gone), (f" {one.new}", come), (one.after, plain)):
            cursor.insertText(text, style)


class RenewalsPage(QWidget):
    """What a plan is taken over from (``head``), and below it what is renewed; ``aside`` says what comes along unasked.

    ``counted()`` when something is ticked or another plan is shown.
    """

    counted = Signal()

    def __init__(self, head: QWidget, aside: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aside = aside
        self.beginning: Beginning | None = None
        self.model = RenewalModel(self)
        self.table = RenewalTable(self.model)
        self.sentence = SentenceView()
        self.why = label("", "small", wrap=True)
        self.found = label("", "soft", wrap=True)
        self.all, self.none = QPushButton("Đánh dấu tất cả"), QPushButton("Chỉ chỗ chắc chắn")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addWidget(head)
        column.addWidget(self.found)
        column.addWidget(self.table, 1)
        column.addWidget(self.sentence)
        column.addLayout(self._foot())
        column.addStretch()  # without a table the head stands at the top all the same
        self.table.rows_changed.connect(self._show_sentence)
        self.model.dataChanged.connect(self._on_changed)
        self.all.clicked.connect(self._on_all)
        self.none.clicked.connect(self._on_certain)
        self.show_beginning(None)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        row.addWidget(self.why, 1)
        for button in (self.all, self.none):
            button.setAutoDefault(False)
            row.addWidget(button)
        return row

    def show_beginning(self, beginning: Beginning | None) -> None:
        """Show what is found in a plan; None while none is chosen."""
        self.beginning = beginning
        self.model.show_rows(beginning.renewals if beginning else ())
        some = bool(self.model.rows)
        for part in (self.table, self.sentence, self.all, self.none, self.why):
            show_when(part, some)
        if some:
            self.table.go_to(0, NEW)
        self._on_changed()

    def _on_changed(self, *_: object) -> None:
        rows = self.model.rows
        if self.beginning is None:
            self.found.setText("")
        elif not rows:
            self.found.setText(f"{_NOTHING} {self._aside}")
        else:
            count = f"Tìm thấy {len(rows)} chỗ nên đổi, đã đánh dấu {len(self.model.chosen)}"
            self.found.setText(f"{count} (phím cách để đánh dấu, gõ để sửa). {self._aside}")
        self._show_sentence()
        self.counted.emit()

    def _show_sentence(self) -> None:
        row = self.table.current_row()
        one = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        self.sentence.show_renewal(one)
        more = len(one.spots) - 1 if one else 0
        also = f" Đổi theo ở {more} chỗ trong các bảng của kế hoạch." if more else ""
        self.why.setText(f"{one.why}{also}" if one else "")

    def _on_all(self) -> None:
        self.model.tick(range(self.model.rowCount()), True)

    def _on_certain(self) -> None:
        certain = [row for row, one in enumerate(self.model.rows) if one.certain]
        self.model.tick(range(self.model.rowCount()), False)
        self.model.tick(certain, True)


class PlanHead(QWidget):
    """Which stored plan is taken over. ``chosen(plan id)``."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plans = QComboBox()
        self.plans.setAccessibleName("Kế hoạch lấy làm gốc")
        self.plans.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        caption = QLabel("Lấy từ")
        caption.setBuddy(self.plans)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        row.addWidget(caption)
        row.addWidget(self.plans, 1)
        self.plans.currentIndexChanged.connect(self._on_index)

    def offer(self, names: dict[int, str], wanted: int) -> None:
        """Offer these plans; ``wanted`` is the first choice."""
        self.plans.blockSignals(True)
        self.plans.clear()
        for plan_id, name in names.items():
            self.plans.addItem(name, plan_id)
        self.plans.setCurrentIndex(max(self.plans.findData(wanted), 0))
        self.plans.blockSignals(False)

    def plan_id(self) -> int:
        """The plan chosen, 0 for none."""
        return int(self.plans.currentData() or 0)

    def _on_index(self, row: int) -> None:
        self.chosen.emit(self.plan_id())


class FileHead(QWidget):
    """Which file is taken over; its button asks for one."""

    def __init__(self, ask_for_file: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton("Chọn tệp…")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(ask_for_file)
        self.name = ElidedLabel("Chưa chọn tệp nào.", "soft")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        row.addWidget(self.button)
        row.addWidget(self.name, 1)
