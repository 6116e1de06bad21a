"""The form of a plan's single values, as for a stored plan, over one that is being corrected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.plan import drafts as plan_drafts
from thidua_desktop.services.plan.plan_fields import LABELS, parse_field
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.general_page import GeneralPage
from thidua_desktop.ui.tabs.plans.import_draft import ImportDraft

HEAD = frozenset({"plans"})


class ImportGeneral(GeneralPage):
    """``field_chosen(key)`` when the keyboard comes into a field."""

    field_chosen = Signal(str)
    note = "sửa xong thì lưu cả kế hoạch"

    def __init__(self, context: TabContext, draft: ImportDraft, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._draft = draft
        self._key_of: dict[QObject, str] = {}
        for key, field in self.fields.items():
            self._key_of[field] = key
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self._key_of:
            self.field_chosen.emit(self._key_of[watched])
        return super().eventFilter(watched, event)

    def first_problem(self) -> str:
        """The key of a field whose text does not fit, "" when all do."""
        return next((key for key in self.fields if self._said_at[key].problem()), "")

    def _on_edited(self, key: str, text: str, editing: str) -> None:
        plan, field = self._draft.plan, self.fields[key]
        head = {"day": plan.date.day, "month": plan.date.month, "date_year": plan.date.year}
        try:
            value = parse_field(key, text, head)
        except BadInput as error:
            field.autosave.not_stored()
            self._said_at[key].set_problem(str(error))
            return
        self._said_at[key].set_problem("")
        corrected = plan_drafts.with_field(plan, key, value)
        self._draft.bus.publish(self._draft.edit(f"Sửa {LABELS[key]}", corrected, HEAD, f"{key}/{editing}"))
