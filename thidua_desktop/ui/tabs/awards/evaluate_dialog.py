"""The window that sets the facts of the year for many nominees at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.registers.catalogue import REGISTERS
from thidua_desktop.services.awards import evaluating
from thidua_desktop.services.awards.evaluating import BODY_FACTS, PERSON_FACTS, Evaluated
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.form import Field, FormSection
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.message import InlineMessage

_AS_IT_IS = "(để nguyên)"
_WORDS = "Ghi một lần cho mọi người, tập thể ở các dòng đang chọn. Ô để nguyên thì không thay đổi."
_MOST = 8  # names in view; of more their number is told
_KINDS = {"person_years": PERSON_FACTS, "organisation_years": BODY_FACTS}


class EvaluateDialog(QDialog):
    """``fields`` are the facts by register and column; ``changes`` is what was done, None while nothing was."""

    def __init__(self, context: TabContext, of: Evaluated, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Ghi xếp loại")
        self.context, self.of = context, of
        self.changes: Changes | None = None
        self.fields: dict[tuple[str, str], Field] = {}
        self.message = InlineMessage()
        self.message.hide()
        self.left = label(_left_out(of.left), wrap=True)
        show_when(self.left, bool(of.left))
        box = AgreeBox(self, "Ghi")
        self.agree = box.agree
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.CARD)
        column.addWidget(label(_WORDS, wrap=True))
        column.addWidget(self.message)
        for kind, title, owners in (
            ("person_years", f"{len(of.people)} cá nhân", of.people),
            ("organisation_years", f"{len(of.bodies)} tập thể", of.bodies),
        ):
            if owners:
                column.addWidget(self._section(kind, title))
        column.addWidget(self.left)
        column.addStretch(1)
        column.addWidget(box)
        self.setMinimumWidth(sizes.DIALOG_WIDTH + sizes.LABEL_WIDTH)
        self._on_chosen()

    def _section(self, kind: str, title: str) -> FormSection:
        form = FormSection(title)
        for key in _KINDS[kind]:
            column = REGISTERS[kind].column(key)
            if column.type == "choice":
                widget: QWidget = self._choice([one.label for one in column.choices])
            else:
                widget = QLineEdit()
                widget.setPlaceholderText(_AS_IT_IS)
                widget.textChanged.connect(self._on_chosen)
            self.fields[kind, key] = form.add_field(column.heading, widget)
        return form

    def _choice(self, labels: Sequence[str]) -> QComboBox:
        choice = QComboBox()
        choice.addItem(_AS_IT_IS, None)
        for words in labels:
            choice.addItem(words, words)
        choice.currentIndexChanged.connect(self._on_chosen)
        return choice

    def _facts(self, kind: str) -> dict[str, str]:
        """What was entered, by column."""
        entered: dict[str, str | None] = {}
        for (of_kind, key), field in self.fields.items():
            if of_kind == kind:
                widget = field.widget
                entered[key] = (
                    widget.currentData() if isinstance(widget, QComboBox) else (widget.text().strip() or None)
                )
        return {key: text for key, text in entered.items() if text is not None}

    def _on_chosen(self, *_: object) -> None:
        self.agree.setEnabled(any(self._facts(kind) for kind in _KINDS))

    def accept(self) -> None:
        """Store it; what does not fit is said here and the dialog stays."""
        facts = [self._facts(kind) for kind in _KINDS]
        try:
            self.changes = evaluating.evaluate(self.context.workspace, self.of, *facts)
        except KnownError as error:
            self.message.show_message(error.happened, error.advice, State.BAD)
            self.message.show()
            return
        super().accept()


def _left_out(names: Sequence[str]) -> str:
    listed = ", ".join(names[:_MOST]) + (f" và {len(names) - _MOST} dòng nữa" if len(names) > _MOST else "")
    return f"Không ghi được cho những dòng chưa gắn với danh mục và hộ gia đình: {listed}."
