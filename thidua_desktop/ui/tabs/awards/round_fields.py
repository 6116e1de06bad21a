"""The round's own values that belong to one step, in a row: name, days, how many of the Council."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from thidua_desktop.domain.registers.catalogue import REGISTERS, Column
from thidua_desktop.services.awards import rounds
from thidua_desktop.services.registers import registers
from thidua_desktop.ui import theme
from thidua_desktop.ui.storing import do, store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.fields import DayField, LineField, show_stored
from thidua_desktop.ui.widgets.form import Field

_ROUND = REGISTERS["rounds"]
_WIDTHS = {"date": sizes.LABEL_WIDTH, "integer": sizes.YEAR_WIDTH, "choice": sizes.LABEL_WIDTH}


class RoundFields(QWidget):
    """Fields of the keys of the register ``rounds``; each saves by itself."""

    def __init__(self, context: TabContext, keys: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._round_id = 0
        self.fields: dict[str, Field] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.CARD)
        for key in keys:
            column = _ROUND.column(key)
            grows = column.type == "text"
            row.addLayout(self._captioned(column), 1 if grows else 0)
        if all(_ROUND.column(key).type != "text" for key in keys):
            row.addStretch(1)

    def _captioned(self, column: Column) -> QVBoxLayout:
        editor = self._editor(column)
        editor.setAccessibleName(column.heading)
        field = self.fields[column.key] = Field(editor, wide=True)
        if column.type in _WIDTHS:
            field.setFixedWidth(_WIDTHS[column.type])
        caption = QLabel(column.heading)
        theme.set_text(caption, "small")
        caption.setBuddy(editor)
        box = QVBoxLayout()
        box.setSpacing(sizes.HALF // 2)
        box.addWidget(caption)
        box.addWidget(field)
        box.addStretch(1)
        return box

    def _editor(self, column: Column) -> QWidget:
        if column.type == "choice":
            choice = QComboBox()
            choice.addItems([one.label for one in column.choices])
            choice.textActivated.connect(partial(self._on_chosen, column.key))
            return choice
        line = DayField() if column.type == "date" else LineField()
        line.autosave.edited.connect(partial(self._on_edited, column.key))
        return line

    def _on_edited(self, key: str, text: str, editing: str) -> None:
        field = self.fields[key]
        act = partial(rounds.set_round, round_id=self._round_id, key=key, text=text, editing=editing)
        store(self.context, act, field.widget.autosave, field)

    def _on_chosen(self, key: str, text: str) -> None:
        do(self.context, partial(rounds.set_round, self.context.workspace, self._round_id, key, text))
        self.show_round(self._round_id)

    def show_round(self, round_id: int) -> None:
        """Show what is stored of that round; nothing of it counts as typing, what is being typed stays."""
        row = registers.row(self.context.workspace, "rounds", round_id)
        if row is None:
            return
        other, self._round_id = round_id != self._round_id, round_id
        cells = dict(zip(_ROUND.keys, row.cells, strict=True))
        for key, field in self.fields.items():
            if other and not isinstance(field.widget, QComboBox):  # what could not be stored is of the round before
                field.widget.autosave.give_up()
                field.set_problem("")
            show_stored(field.widget, cells[key])
