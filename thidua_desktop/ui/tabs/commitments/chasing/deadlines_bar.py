"""Above the chase list: by which day of the year organisations register and sign the pledge."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from thidua_desktop.domain.chasing.deadlines import OF_YEAR, About, Deadline
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.chasing import deadlines
from thidua_desktop.ui.storing import store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.fields import DayField
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.labels import label

_WORDS: dict[About, str] = {"đăng ký": "Hạn nộp đăng ký", "giao ước": "Hạn ký giao ước"}
_OWN = "Hạn do cơ quan đặt. Để trống là không ấn định hạn; hạn báo cáo lấy từ các đợt của kế hoạch."


class DeadlinesBar(QWidget):
    """Two days that save by themselves; those that are only examples say so."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.days: dict[About, DayField] = {}
        self._fields: dict[About, Field] = {}
        self._chips: dict[About, StatusChip] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        for about in OF_YEAR:
            day = self.days[about] = DayField()
            day.setFixedWidth(sizes.YEAR_WIDTH + sizes.MARGIN)
            day.setAccessibleName(_WORDS[about])
            caption = label(_WORDS[about])
            caption.setBuddy(day)
            self._fields[about] = Field(day)
            self._chips[about] = StatusChip()
            for part in (caption, self._fields[about], self._chips[about]):
                row.addWidget(part)
            day.autosave.edited.connect(partial(self._on_edited, about))
        row.addStretch(1)

    def show_year(self) -> None:
        """Show the days of the year in view."""
        for about, deadline in deadlines.deadlines(self.context.workspace, self.context.year).items():
            self.days[about].autosave.show(format_date(deadline.day))
            self._chips[about].show_state("tham khảo" if deadline.source and not deadline.own else "", State.WAIT)
            self.days[about].setToolTip(_tip(deadline))
            self._chips[about].setToolTip(_tip(deadline))

    def _on_edited(self, about: About, text: str, editing: str) -> None:
        year = self.context.year
        store(
            self.context,
            lambda workspace: deadlines.set_deadline(workspace, year, about, text, editing=editing),
            self.days[about].autosave,
            self._fields[about],
        )


def _tip(deadline: Deadline) -> str:
    if deadline.own or not deadline.source:
        return _OWN
    return f"{deadline.source} ({deadline.mark}). Gõ hạn của cơ quan để thay, xóa trống nếu không ấn định."
