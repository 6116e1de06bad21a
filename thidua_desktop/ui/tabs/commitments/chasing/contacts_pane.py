"""At the right of the chase list: every time that the organisation was reached, to look up and to correct."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.chasing import reminders
from thidua_desktop.services.chasing.reminders import Reminder
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.chasing.contact_dialog import ContactDialog
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.table import DataTable, RowsModel, TableColumn

_COLUMNS = (TableColumn("when", "Lần nhắc", 11), TableColumn("what", "Gặp ai, trả lời", 14))


class ContactsPane(QWidget):
    """Shows the reminders of one registration; ``dialog`` is the open one."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.reminders: tuple[Reminder, ...] = ()
        self.dialog: ContactDialog | None = None
        self.name = label("", "strong", wrap=True)
        self.none = label("Chưa nhắc lần nào.", "soft", wrap=True)
        self.table = DataTable(RowsModel(_COLUMNS), stretch="what")
        self.table.setSelectionBehavior(DataTable.SelectionBehavior.SelectRows)
        self.table.wrap_rows()
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setAccessibleName("Các lần nhắc đơn vị")
        self.table.row_opened.connect(self.correct)
        self.correct_button = QPushButton("Sửa…")
        self.remove_button = QPushButton("Xóa")
        self.correct_button.clicked.connect(self._correct_chosen)
        self.remove_button.clicked.connect(self.remove)
        buttons = QHBoxLayout()
        buttons.addWidget(self.correct_button)
        buttons.addWidget(self.remove_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        for part in (self.name, self.none):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addLayout(buttons)
        column.addStretch()

    def _correct_chosen(self) -> None:
        self.correct(self.table.current_row())

    def show_registration(self, name: str, registration_id: int) -> None:
        """Show those of that registration, 0 for none."""
        self.name.setText(name)
        found = reminders.of_registration(self.context.workspace, registration_id) if registration_id else ()
        row = self.table.current_row()
        self.reminders = found
        self.table.model().set_rows([_texts(one) for one in found])
        for part in (self.table, self.correct_button, self.remove_button):
            part.setVisible(bool(found))
        self.none.setVisible(not found)
        if found:
            self.table.go_to(min(max(row, 0), len(found) - 1))

    def correct(self, row: int) -> None:
        """Open what was recorded, to be corrected."""
        if not 0 <= row < len(self.reminders):
            return
        one = self.reminders[row]
        whom = f"{self.name.text()}: {one.about}"
        dialog = self.dialog = ContactDialog(whom, one.contact, self.context.workspace.today(), self.window())
        dialog.accepted.connect(partial(self._change, dialog, one.contact.id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _change(self, dialog: ContactDialog, reminder_id: int) -> None:
        do(
            self.context,
            lambda: reminders.change(
                self.context.workspace,
                reminder_id,
                dialog.channel,
                day=dialog.day,
                reached=dialog.reached,
                answer=dialog.answer,
            ),
        )

    def remove(self) -> None:
        """Take the chosen ones away; the notice offers to bring them back."""
        ids = [self.reminders[row].contact.id for row in self.table.selected_rows() if row < len(self.reminders)]
        if not ids:
            return
        changes = do(self.context, lambda: registers.remove_rows(self.context.workspace, reminders.TABLE, ids))
        if changes:
            text = f"Đã xóa {len(ids)} lần nhắc."
            self.context.ask.notify(text, acts=[("Hoàn tác", UndoAct(self.context, changes))])


def _texts(one: Reminder) -> list[str]:
    contact = one.contact
    told = "\n".join(part for part in (contact.reached, contact.answer) if part)
    return [f"{format_date(contact.day)}\n{contact.channel}\n({one.about})", told or "–"]
