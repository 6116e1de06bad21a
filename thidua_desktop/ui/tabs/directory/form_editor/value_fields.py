"""Fields for one value of a form: a text with places to fill in, a number, a choice, yes or no."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QWidget

from thidua_desktop.domain.papers.form_properties import Property, Value
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.autosave import Autosave
from thidua_desktop.ui.widgets.fields import LineField, TextField

WITH_SLOTS = ("text", "line", "lines")


class NumberField(QDoubleSpinBox):
    """A number with its unit; ``autosave.edited`` tells it a moment after the last change."""

    def __init__(self, one: Property, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam))
        self.setDecimals(0 if one.kind == "whole" else 1)
        self.setRange(one.least, one.most)
        self.setSuffix(one.unit)
        self.lineEdit().setTextMargins(sizes.UNIT, 0, 0, 0)  # the style sheet's padding does not reach into it
        self.autosave = Autosave(self, self.value, self.setValue)
        self.valueChanged.connect(self.autosave.touch)

    def textFromValue(self, value: float) -> str:
        """Without a decimal that says nothing: twelve points, not "12,0"."""
        return self.locale().toString(value, "f", 0 if value == int(value) else 1)


class Choice(QComboBox):
    """One of a few; ``told(value)`` when the clerk chooses another."""

    told = Signal(str)

    def __init__(self, choices: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for value, words in choices:
            self.addItem(words, value)
        self.activated.connect(self._on_chosen)

    def _on_chosen(self, number: int) -> None:
        self.told.emit(str(self.itemData(number)))

    def show_value(self, value: str) -> None:
        """Show this one; it is no choosing."""
        with QSignalBlocker(self):
            self.setCurrentIndex(self.findData(value))


def make_field(one: Property, tell: Callable[[Value, str], None]) -> QWidget:
    """The field of a property; ``tell(value, editing)`` takes what the clerk gives."""
    if one.kind == "flag":
        box = QCheckBox(one.words)
        box.clicked.connect(lambda ticked: tell(bool(ticked), ""))
        return box
    if one.kind == "choice":
        choice = Choice(one.choices)
        choice.told.connect(lambda value: tell(value, ""))
        return choice
    if one.kind in ("number", "whole"):
        made: QWidget = NumberField(one)
    else:
        made = TextField() if one.kind in ("text", "lines") else LineField()
    made.autosave.edited.connect(tell)
    return made


def show_value(field: QWidget, value: Value) -> None:
    """Show what is stored; it is no typing, and what is being typed stays."""
    if isinstance(field, QCheckBox):
        with QSignalBlocker(field):
            field.setChecked(bool(value))
    elif isinstance(field, Choice):
        field.show_value(str(value))
    else:
        field.autosave.show(float(value) if isinstance(field, NumberField) else value)
