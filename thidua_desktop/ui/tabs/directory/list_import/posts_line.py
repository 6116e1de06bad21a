"""Whether another position or organisation in the list is a change of post from a day on, or mends what was wrong."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from thidua_desktop.domain.lists.report import ListRowReport
from thidua_desktop.domain.vietnamese import format_date, format_number
from thidua_desktop.ui.tabs.directory.members.dialog import day_of
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import show_when
from thidua_desktop.ui.widgets.register_editors import DateField

_WORDS = "{} người đổi chức vụ, tổ chức: giữ chức vụ trước, chức vụ mới tính từ ngày"
_TIP = "Không đánh dấu thì ghi đè như sửa lỗi gõ, không ghi vào quá trình công tác"


class PostsLine(QWidget):
    """A tick with a day beside it; there only while people of the list change their post."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tick, self.day = QCheckBox(), DateField()
        self.tick.setToolTip(_TIP)
        self.day.setAccessibleName("Chức vụ mới tính từ ngày")
        self.day.setMaximumWidth(sizes.LABEL_WIDTH)
        self.day.setText(format_date(today.isoformat()))
        self.day.setEnabled(False)
        self.tick.toggled.connect(self.day.setEnabled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        row.addWidget(self.tick)
        row.addWidget(self.day)
        row.addStretch(1)
        self.show_rows(())

    def show_rows(self, chosen: Iterable[ListRowReport]) -> None:
        """Show how many of the rows to be taken change somebody's post."""
        number = sum(one.changes_post for one in chosen)
        self.tick.setText(_WORDS.format(format_number(number)))
        show_when(self, bool(number))

    @property
    def since(self) -> date | None:
        """The day from which the new posts are held, None to write over; raises :class:`BadInput` for no day."""
        return day_of(self.day) if self.tick.isChecked() and not self.isHidden() else None
