"""At the side of a commitment: its kind, which way is better, deadline, proof; how it was adjusted, and how to."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.registration import adjustments, commitment_terms
from thidua_desktop.services.registration.commitment_terms import KINDS, WAYS, Term
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.storing import do, store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.fields import DayField, TextField
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label, show_when

_KEPT = "Đơn vị đã nộp bản đăng ký: nội dung, số và hạn chỉ đổi bằng điều chỉnh."


class TermsForm(QWidget):
    """``adjust_wanted(commitment id)`` when what was handed in is to change."""

    adjust_wanted = Signal(int)

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.commitment_id = 0
        self.kept = label(_KEPT, "soft", wrap=True)
        self.adjust = QPushButton("Điều chỉnh…")
        self.adjusted = label("", wrap=True)
        self.form = FormSection(narrow=True)
        self.kind = self._choice("Loại cam kết", "kind", KINDS)
        self.direction = self._choice("Chiều tốt", "direction", WAYS)
        self.deadline = DayField()
        self.deadline_field = self.form.add_field("Hạn hoàn thành", self.deadline)
        self.proof = TextField("Biên bản, danh sách, ảnh")
        self.form.add_field("Minh chứng dự kiến", self.proof)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        for part in (self.kept, self.adjust, self.adjusted, self.form):
            column.addWidget(part)
        self.adjust.clicked.connect(self._on_adjust)
        for part, term, field in (
            (self.deadline, "deadline", self.deadline_field),
            (self.proof, "proof_expected", None),
        ):
            part.autosave.edited.connect(partial(self._on_edited, term, part.autosave, field))

    def _choice(self, words: str, term: Term, choices) -> QComboBox:
        box = QComboBox()
        for choice in choices:
            box.addItem(choice.label, choice.value)
        box.activated.connect(partial(self._on_chosen, box, term))
        self.form.add_field(words, box)
        return box

    # What is shown

    def may_go(self) -> bool:
        """Whether another commitment may be shown: what is typed is stored first."""
        fields = (self.deadline.autosave, self.proof.autosave)
        for autosave in fields:
            autosave.flush()
        return not any(autosave.is_unstored for autosave in fields)

    def show_commitment(self, commitment_id: int) -> None:
        """Show the terms of that commitment, 0 for none."""
        if commitment_id != self.commitment_id:
            for autosave in (self.deadline.autosave, self.proof.autosave):
                autosave.give_up()
            self.deadline_field.set_problem("")
            self.commitment_id = commitment_id
        show_when(self, bool(commitment_id))
        if not commitment_id:
            return
        workspace = self.context.workspace
        found = commitment_terms.terms(workspace, commitment_id)
        kept = adjustments.is_kept(workspace, commitment_id, "quote")
        for box, value in ((self.kind, found.kind), (self.direction, found.direction)):
            with QSignalBlocker(box):
                box.setCurrentIndex(max(box.findData(value), 0))
        self.kind.setItemText(0, found.implied_words)
        self.direction.setEnabled(found.kind != "yes_no")
        self.deadline.autosave.show(format_date(found.deadline))
        self.deadline.setEnabled(not adjustments.is_kept(workspace, commitment_id, "deadline"))
        self.proof.autosave.show(found.proof_expected)
        told = "\n".join(one.words for one in adjustments.adjustments(workspace, commitment_id))
        self.adjusted.setText(told)
        show_when(self.adjusted, bool(told))
        show_when(self.kept, kept)
        show_when(self.adjust, kept)

    # Acts

    def _on_adjust(self) -> None:
        self.adjust_wanted.emit(self.commitment_id)

    def _on_chosen(self, box: QComboBox, term: Term, *_: object) -> None:
        value = str(box.currentData())
        if value != getattr(commitment_terms.terms(self.context.workspace, self.commitment_id), term):
            act = partial(commitment_terms.set_term, self.context.workspace, self.commitment_id, term, value)
            do(self.context, act)

    def _on_edited(self, term: Term, autosave, field, text: str, editing: str) -> None:
        commitment_id = self.commitment_id

        def act(workspace: Workspace) -> Changes:
            return commitment_terms.set_term(workspace, commitment_id, term, text, editing=editing)

        if commitment_id:
            store(self.context, act, autosave, field)
