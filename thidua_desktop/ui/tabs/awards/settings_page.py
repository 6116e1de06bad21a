"""The page Quy chế của cơ quan: what the law leaves to the province or the Council, as this office has it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.awards import award_settings
from thidua_desktop.ui.storing import do, store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.fields import LineField, show_stored
from thidua_desktop.ui.widgets.form import Field, FormSection
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.scrolling import scrolling

_EXPLAINED = (
    "Những điều luật để tỉnh hoặc Hội đồng tự quy định. Để trống thì theo dòng tương ứng ở trang Quy định, chỉ nhắc; "
    "điền vào thì là quy chế của cơ quan."
)
_HINTS = {
    "ceiling_percent": "Ví dụ 15%; để trống thì theo quy định chung.",
    "votes_percent": "Ví dụ 70%; để trống thì theo quy định chung.",
    "quorum": "Ví dụ 2/3; để trống là 2/3.",
}


class SettingsPage(QWidget):
    """Each field saves by itself; "" goes back to the rules' own."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.fields: dict[str, Field] = {}
        form = FormSection()
        for key, words in award_settings.LABELS.items():
            self.fields[key] = form.add_field(words, self._editor(key), _HINTS.get(key, ""))
        card = Card()
        card.add(label(_EXPLAINED, "soft", wrap=True))
        card.add(form)
        card.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolling(card))
        self.reload(None)

    def _editor(self, key: str) -> QWidget:
        if choices := award_settings.choices(key):
            chooser = QComboBox()
            chooser.addItems(["", *choices])
            chooser.textActivated.connect(partial(self._on_chosen, key))
            return chooser
        line = LineField()
        line.autosave.edited.connect(partial(self._on_edited, key))
        return line

    def _on_edited(self, key: str, text: str, editing: str) -> None:
        field = self.fields[key]
        act = partial(award_settings.set_setting, key=key, text=text, editing=editing)
        store(self.context, act, field.widget.autosave, field)

    def _on_chosen(self, key: str, text: str) -> None:
        do(self.context, partial(award_settings.set_setting, self.context.workspace, key, text))
        self.reload(None)

    def reload(self, changes: Changes | None) -> None:
        """Show what is stored; what is being typed stays."""
        if changes is not None and not changes.touches("settings"):
            return
        for key, text in award_settings.texts(self.context.workspace).items():
            show_stored(self.fields[key].widget, text)

    def find_here(self) -> None:
        """Nothing to search: the keyboard goes into the first field."""
        next(iter(self.fields.values())).widget.setFocus()
