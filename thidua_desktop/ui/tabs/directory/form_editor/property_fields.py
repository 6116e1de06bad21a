"""The properties of one thing of a form as fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.domain.papers.form_properties import Property, Value
from thidua_desktop.ui.tabs.directory.form_editor.value_fields import WITH_SLOTS, make_field, show_value
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.autosave import Autosave
from thidua_desktop.ui.widgets.form import Field, FormSection

Store = Callable[[Property, Value, str], str]


class PropertyFields(QWidget):
    """``store(property, value, editing)`` stores what was typed and returns what does not fit of it, "" when all does.

    ``entered(field)`` tells that the keyboard is in a text that may hold places to fill in, None that it went with the
    fields of another thing.
    """

    entered = Signal(object)

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._listed: tuple[Property, ...] = ()
        self.fields: dict[str, QWidget] = {}
        self._frames: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(sizes.MARGIN)

    def show_properties(self, listed: Sequence[Property], values: Mapping[str, Value], *, anew: bool = False) -> None:
        """Show these; ``anew`` when they are of another thing than before, else what is being typed stays."""
        if anew or tuple(listed) != self._listed:
            self._rebuild(tuple(listed))
        for one in self._listed:
            show_value(self.fields[one.key], values[one.key])

    def _rebuild(self, listed: tuple[Property, ...]) -> None:
        focused = next((key for key, field in self.fields.items() if field.hasFocus()), "")
        if self.fields:
            self.entered.emit(None)
        while (item := self._column.takeAt(0)) is not None:
            item.widget().hide()
            item.widget().deleteLater()
        self.fields, self._frames, self._listed = {}, {}, listed
        group, section = None, None
        for one in listed:
            if section is None or one.group != group:
                group, section = one.group, FormSection(one.group, narrow=True)
                self._column.addWidget(section)
                section.show()  # now, not with the next event: the keyboard may be wanted in it
            self._add(section, one)
        if focused in self.fields:
            self.fields[focused].setFocus()

    def _add(self, section: FormSection, one: Property) -> None:
        field = make_field(one, partial(self._on_edited, one))
        if one.kind in WITH_SLOTS:
            field.installEventFilter(self)
        self.fields[one.key] = field
        self._frames[one.key] = section.add_field("" if one.kind == "flag" else one.words, field, one.hint)
        field.setAccessibleName(one.words)

    def _on_edited(self, one: Property, value: Value, editing: str) -> None:
        field, frame = self.fields[one.key], self._frames[one.key]
        problem = self._store(one, value, editing)
        frame.set_problem(problem)
        if problem and (autosave := field.findChild(Autosave)) is not None:
            autosave.not_stored()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.entered.emit(watched)
        return super().eventFilter(watched, event)
