"""The form section: labels at the left, fields in one column, what does not fit said under its field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.ui import theme
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import label, show_when


class Field(QWidget):
    """A field with its hint, and in place of the hint the sentence that says what does not fit."""

    def __init__(self, widget: QWidget, hint: str = "", *, wide: bool = False) -> None:
        super().__init__()
        self.widget = widget
        self._hint = hint
        if isinstance(widget, QSpinBox):  # the style sheet's padding does not reach into it
            widget.lineEdit().setTextMargins(sizes.UNIT, 0, 0, 0)
        if isinstance(widget, QComboBox | QAbstractSpinBox):
            widget.installEventFilter(self)
        self._below = label(hint, "small", wrap=True)
        show_when(self._below, bool(hint))
        if not wide:
            widget.setMaximumWidth(sizes.FIELD_WIDTH)
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, widget.sizePolicy().verticalPolicy())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.HALF)
        column.addWidget(widget)
        column.addWidget(self._below)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel scrolls the page: over a field it would change, unseen, what is stored."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def set_hint(self, hint: str) -> None:
        """Say another hint."""
        self._hint = hint
        if not self.problem():
            self.set_problem("")

    def set_problem(self, text: str) -> None:
        """Say what does not fit; "" takes it back."""
        theme.set_problem(self.widget, bool(text))
        theme.set_state(self._below, State.BAD if text else State.NEUTRAL)
        self._below.setText(f"{State.BAD.sign} {text}" if text else self._hint)
        show_when(self._below, bool(text or self._hint))

    def problem(self) -> str:
        """What is said not to fit, "" when all is well."""
        return self._below.text() if self.widget.property("problem") else ""


class FormSection(QWidget):
    """A heading and its fields. ``narrow`` puts the labels above the fields, for side panels."""

    def __init__(self, title: str = "", hint: str = "", *, narrow: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        if title:
            column.addWidget(label(title, "strong"))
        if hint:
            column.addWidget(label(hint, "soft", wrap=True))
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(sizes.MARGIN)
        self._form.setVerticalSpacing(sizes.UNIT if not narrow else sizes.HALF)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._narrow = narrow
        if narrow:
            self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        column.addLayout(self._form)

    def add_field(
        self, words: str, widget: QWidget, hint: str = "", *, required: bool = False, wide: bool = False
    ) -> Field:
        """Add a field under its label; ``required`` says so in the label. Without words it stands alone: a tick box."""
        field = Field(widget, hint, wide=wide or self._narrow)
        if not words:
            self._form.addRow(field)
            return field
        caption = QLabel(f"{words} *" if required else words)
        caption.setTextFormat(Qt.TextFormat.PlainText)
        caption.setBuddy(widget)
        widget.setAccessibleName(words)
        if required:
            caption.setToolTip("Cần điền")
        if not self._narrow:
            caption.setFixedHeight(sizes.CONTROL)
            caption.setFixedWidth(sizes.LABEL_WIDTH)
            caption.setWordWrap(True)
        self._form.addRow(caption, field)
        return field

    def show_field(self, field: Field, wanted: bool) -> None:
        """Show the field with its label, or neither."""
        self._form.setRowVisible(field, wanted)
