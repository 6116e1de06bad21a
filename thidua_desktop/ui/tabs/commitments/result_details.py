"""At the right: the chosen commitment or target in full, what it may go towards, remark and proof of its result."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.figures.values import with_unit
from thidua_desktop.domain.registration.commitments import TargetChoice
from thidua_desktop.domain.registration.cover import BY_PARTS, TargetCover
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.registration import commitments, results
from thidua_desktop.services.registration.result_sheets import Cell, ResultRow
from thidua_desktop.services.wording import shortened
from thidua_desktop.ui import theme
from thidua_desktop.ui.storing import store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.registering.terms_form import TermsForm
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.autosave import Autosave
from thidua_desktop.ui.widgets.fields import TextField
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label, show_when

MOST_SUGGESTED = 3
_BUTTON_WORDS = 20  # characters of a target that a button of the panel has room for; its tip says all
COUNTED = "Số gõ là lũy kế từ đầu năm đến hết đợt."
_NOTHING = "Chọn một dòng để xem đủ nội dung, ghi chú và minh chứng."


class ResultDetails(QWidget):
    """``link_wanted(commitment id, target id)`` when a suggested target was chosen."""

    link_wanted = Signal(int, int)

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._at: tuple[str, int, int, int] | None = None  # kind, owner, figure and phase of the fields
        self.name = label("", wrap=True)
        self.about = label("", "soft", wrap=True)
        self.towards = label("", wrap=True)
        self.suggested = QWidget()
        self._buttons = QVBoxLayout(self.suggested)
        self._buttons.setContentsMargins(0, 0, 0, 0)
        self._buttons.setSpacing(sizes.HALF)
        self.terms = TermsForm(context)
        self.result = label("", "strong", wrap=True)
        self.counted = label("", "soft", wrap=True)
        self.form = FormSection(narrow=True)
        self.note = self._field("Ghi chú", "Lý do vượt, chưa đạt", results.set_note)
        self.proof = self._field("Minh chứng", "Số báo cáo, biên bản", results.set_proof)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        told = (self.name, self.about, self.towards, self.suggested, self.result, self.counted)
        for part in (*told, self.form, self.terms):
            column.addWidget(part)
        column.addStretch(1)
        self.show_row(None, None)

    def _field(self, words: str, hint: str, act) -> TextField:
        field = TextField(hint)
        self.form.add_field(words, field)
        field.autosave.edited.connect(partial(self._on_edited, field.autosave, act))
        return field

    def _on_edited(self, autosave: Autosave, act, text: str, editing: str) -> None:
        if self._at is not None:
            kind, owner_id, figure, phase_id = self._at
            store(
                self.context,
                lambda workspace: act(workspace, kind, owner_id, phase_id, figure, text, editing=editing),
                autosave,
            )

    # What is shown

    def show_row(
        self, row: ResultRow | None, phase: int | None, phase_name: str = "", cover: TargetCover | None = None
    ) -> None:
        """Show a row of a sheet and its result in that phase; None for nothing. ``cover`` is that of a target's figure.

        While what was typed about another one cannot be stored, that one stays.
        """
        cell = row.cells[phase] if row is not None and phase is not None else None
        at = (row.kind, row.owner_id, row.figure, cell.phase_id) if row and cell and cell.phase_id else None
        commitment_id = row.owner_id if row and row.kind == "commitments" else 0
        if commitment_id != self.terms.commitment_id and not self.terms.may_go():
            return
        if at != self._at and not self._may_go():
            return
        self.terms.show_commitment(commitment_id)
        self._at = at
        self.name.setText(row.name if row else _NOTHING)
        theme.set_text(self.name, "" if row else "soft")
        self._say(self.about, _about(row) if row else "")
        self._show_towards(row, cover)
        self._say(self.result, _result(row, cell, phase_name) if row and cell else "")
        self._say(self.counted, _counted(row, phase) if row and at else "")
        show_when(self.form, at is not None)
        self.note.autosave.show(cell.note if cell else "")
        self.proof.autosave.show(cell.proof if cell else "")

    def _may_go(self) -> bool:
        """Whether the fields may be about another result: what is typed in them is stored first."""
        fields = (self.note.autosave, self.proof.autosave)
        for autosave in fields:
            autosave.flush()
        if any(autosave.is_unstored for autosave in fields):
            return False
        for autosave in fields:
            autosave.give_up()
        return True

    @staticmethod
    def _say(place, text: str) -> None:
        place.setText(text)
        show_when(place, bool(text))

    def _show_towards(self, row: ResultRow | None, cover: TargetCover | None) -> None:
        self._say(self.towards, _towards(row, cover) if row else "")
        if row is not None and row.kind == "commitments" and not row.target:
            self._suggest(row.owner_id, commitments.suggestions(self.context.workspace, row.owner_id))
        else:
            self._suggest(0, ())

    def _suggest(self, commitment_id: int, found: tuple[TargetChoice, ...]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        for choice in found[:MOST_SUGGESTED]:
            button = QPushButton(f"Gắn với “{shortened(choice.indicator, _BUTTON_WORDS)}”")
            button.setToolTip(choice.indicator)
            theme.set_kind(button, "link")
            button.setMinimumWidth(sizes.COLUMN_MIN)
            button.clicked.connect(partial(self.link_wanted.emit, commitment_id, choice.id))
            self._buttons.addWidget(button)
        show_when(self.suggested, bool(found))

    def suggestions(self) -> list[QPushButton]:
        """The buttons of the suggested targets."""
        items = (self._buttons.itemAt(number).widget() for number in range(self._buttons.count()))
        return [button for button in items if isinstance(button, QPushButton)]


def _about(row: ResultRow) -> str:
    if row.kind == "commitments":
        return f"Cam kết {row.planned_text}" if row.planned_text else "Cam kết không có số"
    given = " ".join(part for part in (row.assigned_by, row.planned_text) if part)
    lines = [f"Được giao: {given}" if given else "Chỉ tiêu không có số"]
    if row.responsible:
        lines.append(f"Phụ trách: {row.responsible}")
    return "\n".join(lines)


def _towards(row: ResultRow, cover: TargetCover | None) -> str:
    if row.kind == "commitments":
        return f"Góp vào chỉ tiêu: {row.target}" if row.target else "Chưa gắn với chỉ tiêu nào của kế hoạch."
    if row.committed_by:
        return f"Đơn vị cam kết: {cover.shares_text if cover else ', '.join(row.committed_by)}"
    return "" if row.composite or (cover and cover.state == BY_PARTS) else "Chưa đơn vị nào cam kết chỉ tiêu này."


def _counted(row: ResultRow, phase: int | None) -> str:
    """From when results are counted; said with the figure before when a later one is smaller."""
    before = [cell for cell in row.cells[:phase] if cell.value is not None]
    now = row.cells[phase or 0].value
    if now is None or not before or now >= (before[-1].value or 0):
        return COUNTED
    return f"{COUNTED} Số này nhỏ hơn đợt trước ({before[-1].text})."


def _result(row: ResultRow, cell: Cell, phase_name: str) -> str:
    value = with_unit(cell.text, row.unit) if cell.text else "chưa có kết quả"
    origin = f" ({cell.origin})" if cell.origin else ""
    when = f", nhập ngày {format_date(cell.reported_on)}" if cell.reported_on else ""
    return f"{phase_name}: {value}{origin}{when}"
