"""The bar over what was read: which file, into which year, and the acts."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from thidua_desktop.domain.years import FIRST_YEAR, LAST_YEAR
from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.header import ActButton, PageHeader
from thidua_desktop.ui.widgets.labels import show_when


class ImportBar(QWidget):
    """``store_wanted``, ``compare_wanted``, ``leave_wanted``, ``undo_wanted``, ``redo_wanted``; ``year_typed(year)``.

    Where the year has a plan, comparing with that is the main act: a second plan is not one wrong click.
    """

    store_wanted = Signal()
    compare_wanted = Signal()
    leave_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()
    year_typed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = PageHeader("Nhập kế hoạch từ tệp")
        self.undo = self._act("Hoàn tác", self.undo_wanted)
        self.redo = self._act("Làm lại", self.redo_wanted)
        self.leave = self._act("Bỏ, không lưu", self.leave_wanted)
        self.store = self._act("Lưu", self.store_wanted)
        self.leave.setToolTip("Cất kế hoạch vừa đọc đi; dữ liệu không thay đổi")
        self.compare = self._act("So với kế hoạch đã có", self.compare_wanted)
        self.compare.setToolTip("Chỉ lấy những chỗ tệp này khác với kế hoạch đã có của năm (Ctrl+S)")
        self._is_offered, self._has_plan = True, False
        self.year = QSpinBox()
        self.year.setRange(FIRST_YEAR, LAST_YEAR)
        self.year.setKeyboardTracking(False)
        self.year.setFixedWidth(sizes.YEAR_WIDTH - sizes.ROOMY)
        self.year.setAccessibleName("Năm thi đua")
        self.year.lineEdit().setTextMargins(sizes.UNIT, 0, 0, 0)
        self.year.valueChanged.connect(self.year_typed)
        self._lay_out()

    def _act(self, words: str, signal) -> QAction:
        act = QAction(words, self)
        act.triggered.connect(signal)
        return act

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        row.addWidget(self.header, 1)
        for act in (self.undo, self.redo, self.leave):
            row.addWidget(ActButton(act))
        caption = QLabel("Năm thi đua")
        caption.setBuddy(self.year)
        row.addSpacing(sizes.UNIT)
        row.addWidget(caption)
        row.addWidget(self.year)
        self.store_button, self.compare_button = ActButton(self.store), ActButton(self.compare)
        theme.set_kind(self.compare_button, "primary")
        row.addWidget(self.store_button)
        row.addWidget(self.compare_button)

    def show_file(self, name: str, note: str) -> None:
        """Say what is being read, and what storing it means."""
        self.header.set_title("Nhập kế hoạch từ tệp", " · ".join(part for part in (name, note) if part))

    def offer_storing(self, offered: bool) -> None:
        """Whether the plan can be stored from here now; while it is compared with another, what is ticked is taken."""
        self._is_offered = offered
        show_when(self.store_button, offered)
        show_when(self.compare_button, offered and self._has_plan)
        self.year.setEnabled(offered)

    def show_year(self, year: int, *, has_plan: bool) -> None:
        """Show the year it goes into, and the acts of one that has a plan already or has none."""
        with QSignalBlocker(self.year):
            self.year.setValue(year)
        self._has_plan = has_plan
        self.store.setText("Lưu thành kế hoạch khác" if has_plan else f"Lưu vào năm {year}")
        self.store.setToolTip("Lưu kế hoạch cùng tệp gốc" + ("" if has_plan else " (Ctrl+S)"))
        theme.set_kind(self.store_button, "" if has_plan else "primary")
        self.offer_storing(self._is_offered)

    def do_main(self) -> None:
        """Ctrl+S: what the filled button does, when there is one."""
        if self._is_offered:
            (self.compare if self._has_plan else self.store).trigger()

    def show_undo(self, undo_text: str, redo_text: str) -> None:
        """Name what would be taken back or done again."""
        for act, words, text in ((self.undo, "(Ctrl+Z)", undo_text), (self.redo, "(Ctrl+Y)", redo_text)):
            act.setEnabled(bool(text))
            act.setToolTip(f"{act.text()} “{text}” {words}" if text else f"{act.text()} {words}")
