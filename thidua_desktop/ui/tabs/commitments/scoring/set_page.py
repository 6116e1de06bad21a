"""A set of criteria: its own cells above, its criteria as a table below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise
from typing import get_args

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.registers.directory import MARKS
from thidua_desktop.domain.scoring.criteria import CriteriaSet, LateCounts
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.services.registers import registers
from thidua_desktop.services.scoring import sets
from thidua_desktop.ui import theme
from thidua_desktop.ui.storing import do, store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.scoring.target_dialog import FromTargets
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.fields import LineField, show_stored
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.register_view import RegisterView

_ROOMY = 520  # pixels of the page: the rules, and eight criteria
_ALL_BLOCKS = "Mọi đơn vị trong năm"
_ROWS: tuple[tuple[tuple[sets.Field, str, str, int], ...], ...] = (
    (
        ("name", "Tên bộ tiêu chí", "", 4),
        ("block_id", "Chấm những đơn vị nào", "", 3),
        ("source", "Nguồn", "Văn bản quy định cách chấm", 4),
        ("mark", "Đối chiếu", "", 2),
    ),
    (
        ("bonus_rate", "Vượt 1% thưởng (%)", "không thưởng", 2),
        ("criterion_cap", "Mỗi tiêu chí nhiều nhất (%)", "không giới hạn", 2),
        ("bonus_cap", "Tất cả nhiều nhất (điểm)", "không giới hạn", 2),
        ("lowest", "Tổng thấp nhất", "không đặt", 2),
        ("grades", "Các mức chất lượng", "A 100%; B 80%", 4),
    ),
    (
        ("late", "Nộp chậm trừ điểm", "5 ngày trừ 5; 10 ngày trừ 10", 4),
        ("late_of", "Chậm những việc nào", "đăng ký; giao ước; báo cáo", 3),
        ("late_counts", "Chậm nhiều lần thì tính", "", 2),
    ),
)
_LISTED: dict[sets.Field, list[str]] = {
    "mark": [one.label for one in MARKS],
    "late_counts": list(get_args(LateCounts)),
}


class SetPage(QWidget):
    """The set that is shown; each field saves by itself. ``row_chosen`` carries the id of the criterion that the
    keyboard is in, 0 for none.
    """

    row_chosen = Signal(int)

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.set_id = 0
        self.fields: dict[sets.Field, Field] = {}
        self.about = ""
        """How much there is in the set."""
        self.rules_button = QPushButton("Cách tính điểm")
        self.from_targets = FromTargets(context)
        """Beside what the page is about, which the owner shows; so is ``rules_button``."""
        self.rules = QWidget()
        self._was_shown = False
        self._register_at = QVBoxLayout()
        self.criteria: RegisterView | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addLayout(self._row(_ROWS[0]))
        column.addWidget(self.rules)
        column.addLayout(self._register_at, 1)
        ways = QVBoxLayout(self.rules)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(sizes.UNIT)
        for row in _ROWS[1:]:
            ways.addLayout(self._row(row))
        self.rules_button.setCheckable(True)
        self.rules_button.setToolTip("Hiện, ẩn mức thưởng, mức chất lượng, trừ điểm nộp chậm")
        self.rules_button.toggled.connect(self.rules.setVisible)
        self.rules.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """At first how points come about is in view where the criteria have room below it."""
        super().showEvent(event)
        if not self._was_shown:
            self._was_shown = True
            self.rules_button.setChecked(self.height() >= _ROOMY)

    def _row(self, cells: Sequence[tuple[sets.Field, str, str, int]]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.CARD)
        for key, words, hint, width in cells:
            row.addLayout(self._captioned(key, words, hint), width)
        return row

    def _captioned(self, key: sets.Field, words: str, hint: str) -> QVBoxLayout:
        editor = self._editor(key, hint)
        editor.setAccessibleName(words)
        field = self.fields[key] = Field(editor, wide=True)
        caption = QLabel(words)
        theme.set_text(caption, "small")
        caption.setBuddy(editor)
        box = QVBoxLayout()
        box.setSpacing(sizes.HALF // 2)
        box.addWidget(caption)
        box.addWidget(field)
        box.addStretch(1)
        return box

    def _editor(self, key: sets.Field, hint: str) -> QWidget:
        if key in ("block_id", *_LISTED):
            choice = QComboBox()
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.addItems(_LISTED.get(key, []))
            choice.activated.connect(partial(self._on_chosen, key))
            return choice
        line = LineField(hint)
        line.autosave.edited.connect(partial(self._on_edited, key))
        return line

    def _on_edited(self, key: sets.Field, text: str, editing: str) -> None:
        field = self.fields[key]
        act = partial(sets.set_field, set_id=self.set_id, field=key, text=text, editing=editing)
        store(self.context, act, field.widget.autosave, field)

    def _on_chosen(self, key: sets.Field, number: int) -> None:
        choice = self.fields[key].widget
        text = choice.itemText(number) if key in _LISTED else str(choice.itemData(number) or "")
        do(self.context, partial(sets.set_field, self.context.workspace, self.set_id, key, text))

    # What is shown

    def show_set(self, shown: CriteriaSet, changes: Changes | None) -> None:
        """Show that set; nothing of it counts as typing, what is being typed stays."""
        other, self.set_id = shown.id != self.set_id, shown.id
        self._offer_blocks()
        for key, field in self.fields.items():
            if other and not isinstance(field.widget, QComboBox):  # what could not be stored is of the set before
                field.widget.autosave.give_up()
                field.set_problem("")
            text = sets.field_text(shown, key)
            if key == "block_id":
                field.widget.setCurrentIndex(max(field.widget.findData(text), 0))
            else:
                show_stored(field.widget, text)
        self.fields["block_id"].setEnabled(shown.subject == "đơn vị")
        self._show_criteria(other, changes)
        if other:
            self.from_targets.show_place(self.set_id, None)
        count = sum(one.kind != "nhóm" for one in shown.criteria)
        self.about = f"{count} tiêu chí, tổng điểm chuẩn {format_number(shown.base_points)}"

    def _offer_blocks(self) -> None:
        choice = self.fields["block_id"].widget
        choice.clear()
        choice.addItem(_ALL_BLOCKS, "")
        for row in registers.page(self.context.workspace, "blocks", limit=-1):
            choice.addItem(row.cells[0], str(row.id))

    def _on_row(self, criterion_id: int) -> None:
        """New criteria from targets go behind the row of the keyboard."""
        place = self.criteria.model.rows.place_of(criterion_id) if self.criteria and criterion_id else None
        self.from_targets.show_place(self.set_id, None if place is None else place + 1)
        self.row_chosen.emit(criterion_id)

    def _show_criteria(self, other: bool, changes: Changes | None) -> None:
        if self.criteria is None:
            self.criteria = RegisterView(self.context, "criteria", self.set_id, with_history=False)
            self._register_at.addWidget(self.criteria)
            last = self.fields[_ROWS[-1][-1][0]].widget
            own = (last, self.criteria.search, *self.criteria.buttons.values(), self.criteria.table)
            for before, behind in pairwise(own):
                QWidget.setTabOrder(before, behind)
            self.criteria.row_chosen.connect(self._on_row)
        elif other:
            self.criteria.set_scope(self.set_id)
        else:
            self.criteria.reload(changes)
