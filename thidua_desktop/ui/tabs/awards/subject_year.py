"""The facts of a nominee in the round's year: a short form beside the verdict, stored while it is typed in."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from thidua_desktop.domain.registers.catalogue import REGISTERS, Column
from thidua_desktop.services.awards import year_facts
from thidua_desktop.services.awards.nominees import Nominee
from thidua_desktop.services.scoring.ranking import standing_words
from thidua_desktop.ui.storing import do, store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.widgets.fields import LineField, show_stored
from thidua_desktop.ui.widgets.form import Field, FormSection
from thidua_desktop.ui.widgets.labels import label, show_when

PERSON, BODY = "person_years", "organisation_years"
_READ = {PERSON: year_facts.person_year, BODY: year_facts.organisation_year}
_STORE = {PERSON: year_facts.set_person_year, BODY: year_facts.set_organisation_year}
_NOT_HERE = ("year",)


class YearForm(QWidget):
    """The columns of ``person_years`` or ``organisation_years`` for one subject and year."""

    def __init__(self, context: TabContext, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.kind = kind
        self._of: tuple[int, int] = (0, 0)
        self.fields: dict[str, Field] = {}
        form = FormSection(narrow=True)
        for column in REGISTERS[kind].columns:
            if column.key not in _NOT_HERE:
                self.fields[column.key] = form.add_field(column.heading, self._editor(column), column.hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.scored = label("", "soft", wrap=True)
        column.addWidget(form)
        column.addWidget(self.scored)
        self.setFocusProxy(next(iter(self.fields.values())).widget)

    def _editor(self, column: Column) -> QWidget:
        if column.type == "choice":
            choice = QComboBox()
            choice.addItem("")
            choice.addItems([one.label for one in column.choices])
            choice.textActivated.connect(partial(self._on_chosen, column.key))
            return choice
        line = LineField()
        line.autosave.edited.connect(partial(self._on_edited, column.key))
        return line

    def _act(self, key: str, text: str, editing: str = "") -> partial:
        owner, year = self._of
        return partial(_STORE[self.kind], self.context.workspace, owner, year, key, text, editing=editing)

    def _on_edited(self, key: str, text: str, editing: str) -> None:
        field, act = self.fields[key], self._act(key, text, editing)
        store(self.context, lambda workspace: act(), field.widget.autosave, field)

    def _on_chosen(self, key: str, text: str) -> None:
        do(self.context, self._act(key, text))
        self._fill()

    def show_subject(self, subject: Nominee, year: int) -> None:
        """Show what is stored of that subject in that year; nothing of it counts as typing."""
        owner = subject.owner_id or 0
        if (owner, year) != self._of:
            for field in self.fields.values():
                if not isinstance(field.widget, QComboBox):
                    field.widget.autosave.flush()
                    field.widget.autosave.give_up()
                    field.set_problem("")
            self._of = (owner, year)
        self._fill()

    def _fill(self) -> None:
        cells = self._cells()
        for key, field in self.fields.items():
            show_stored(field.widget, cells.get(key, ""))
        owner, year = self._of
        words = standing_words(self.context.workspace, year, owner) if self.kind == BODY and owner else ""
        self.scored.setText(f"Chấm điểm thi đua năm {year}: {words}." if words else "")
        show_when(self.scored, bool(words))

    def _cells(self) -> dict[str, str]:
        return dict(_READ[self.kind](self.context.workspace, *self._of))
