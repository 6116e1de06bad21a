"""The report in the middle of the tab: its head, and part after part what is printed."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from thidua_desktop.domain.reports.year import FIELDS, PARTS, REPLACING, SILENT, ReportFacts
from thidua_desktop.services.reports import report_texts, reports
from thidua_desktop.ui.storing import do, store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.reports.part_card import PartCard
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.autosave import Autosave
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.fields import LineField, TextField
from thidua_desktop.ui.widgets.form import Field, FormSection
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.scrolling import scrolling

_HINTS = {
    "number": "Để trống thì chừa chỗ ghi tay",
    "date": "Ngày/tháng/năm, ví dụ 15/12/2026",
    "recipients": "Mỗi dòng một nơi nhận; để trống thì chỉ có dòng lưu",
}


class ReportPage(QWidget):
    """``wants_missing()`` is the clerk's wish to see what is missing. What is typed is stored within a second."""

    wants_missing = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._shown: tuple[str, int] = ("", 0)
        self.message = InlineMessage()
        self.fields: dict[str, Field] = {}
        self.parts: dict[str, PartCard] = {}
        self._scroll: QScrollArea = self._laid_out()
        self.message.acted.connect(self._on_missing)

    def _laid_out(self) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, sizes.HALF, 0)
        column.setSpacing(sizes.CARD)
        column.addWidget(self.message)
        column.addWidget(self._head())
        for part, title in PARTS.items():
            card = self.parts[part] = PartCard(part, title, replaces=part in REPLACING)
            card.edited.connect(self._on_part)
            card.silenced.connect(self._on_silenced)
            column.addWidget(card)
        column.addStretch(1)
        scroll = scrolling(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        return scroll

    def _head(self) -> Card:
        form = FormSection()
        for key, words in FIELDS.items():
            editor = TextField(_HINTS[key]) if key == "recipients" else LineField(_HINTS[key])
            editor.autosave.setObjectName(key)
            editor.autosave.edited.connect(self._on_field)
            self.fields[key] = form.add_field(words, editor, wide=key == "recipients")
        card = Card("Đầu và cuối báo cáo")
        card.add(form)
        return card

    def show_report(self, kind: str, facts: ReportFacts) -> None:
        """Show the report ``kind`` of the facts' year; what is being typed in it stays."""
        if self._shown != (kind, facts.year):
            for autosave in self.findChildren(Autosave):
                autosave.give_up()
            for field in (*self.fields.values(), *(card.field for card in self.parts.values())):
                field.set_problem("")
            self._scroll.verticalScrollBar().setValue(0)
        self._shown = (kind, facts.year)
        said = reports.sentences_of(facts)
        for part, card in self.parts.items():
            card.show_part(said[part], facts.own(part), silent=bool(facts.own(SILENT + part)))
        for key, field in self.fields.items():
            field.widget.autosave.show(report_texts.shown(key, facts.own(key)))
        self._show_recipients(facts)

    def _show_recipients(self, facts: ReportFacts) -> None:
        """What is printed while the field is empty is told in it."""
        count = len(facts.plan.recipients) if facts.plan else 0
        planned = f"Mỗi dòng một nơi nhận; để trống thì lấy {count} nơi nhận của kế hoạch năm"
        self.fields["recipients"].widget.setPlaceholderText(planned if count else _HINTS["recipients"])

    def show_missing(self, count: int, first: str) -> None:
        """Say at the top how much is missing; the report is written all the same."""
        self.message.setVisible(count > 0)
        title = f"Số liệu còn thiếu: {count} mục"
        text = f"{first}. Báo cáo vẫn xuất được; chỗ chưa có số liệu để dấu “…” hoặc bỏ qua."
        self.message.show_message(title, text, acts=("Xem những mục còn thiếu",))

    def _on_missing(self, number: int) -> None:
        self.wants_missing.emit()

    def _on_part(self, part: str, text: str, editing: str) -> None:
        card = self.parts[part]
        self._store(part, text, editing, card.own.autosave, card.field)

    def _on_field(self, text: str, editing: str) -> None:
        autosave = cast(Autosave, self.sender())
        self._store(autosave.objectName(), text, editing, autosave, self.fields[autosave.objectName()])

    def _store(self, key: str, text: str, editing: str, autosave: Autosave, field: Field) -> None:
        kind, year = self._shown
        act = partial(report_texts.set_text, kind=kind, year=year, key=key, text=text, editing=editing)
        store(self.context, act, autosave, field)

    def _on_silenced(self, part: str, silent: bool) -> None:
        kind, year = self._shown
        do(self.context, partial(report_texts.set_silent, self.context.workspace, kind, year, part, silent))
