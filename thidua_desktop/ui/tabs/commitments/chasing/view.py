"""The view Đôn đốc: who owes what by which day, who was reached about it, and what reminds them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QPushButton, QSpinBox, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.chasing.deadlines import PLEDGE, REGISTRATION, REPORT
from thidua_desktop.domain.chasing.owed import Channel, Contact, Owed
from thidua_desktop.services.chasing import reminders
from thidua_desktop.services.chasing.owed import phone_book
from thidua_desktop.services.export_parts import Request
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.chasing.chase_model import ChaseModel
from thidua_desktop.ui.tabs.commitments.chasing.chase_table import ChaseTable, fill_with_channels
from thidua_desktop.ui.tabs.commitments.chasing.contact_dialog import ContactDialog, whom
from thidua_desktop.ui.tabs.commitments.chasing.contacts_pane import ContactsPane
from thidua_desktop.ui.tabs.commitments.chasing.deadlines_bar import DeadlinesBar
from thidua_desktop.ui.tabs.commitments.chasing.letters import CALLS, REMINDER, SENT, Letters
from thidua_desktop.ui.tabs.commitments.side import PaperPanel
from thidua_desktop.ui.tabs.commitments.year_view import Wanted, YearView
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.header import menu_button
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.refused import RefusedMessage
from thidua_desktop.ui.widgets.search import SearchField
from thidua_desktop.ui.widgets.side import Columns

_WIDTHS = "chasing"
DAYS = 3  # since the last time, after which somebody is reached again
ALL, LATE, FORMS, PLEDGES, REPORTS, NEVER, AGAIN = range(7)
_FILTERS = (
    *("Tất cả còn thiếu", "Đã quá hạn", "Chưa nộp bản đăng ký", "Chưa ký giao ước", "Chưa báo cáo"),
    *("Chưa nhắc lần nào", "Nhắc lâu chưa xong"),
)


class ChasingView(YearView):
    """``organisation_wanted`` when a row was opened."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = ChaseModel(context.workspace, context.year, self)
        self.table = ChaseTable(self.model, widths=context.remembered.widths(_WIDTHS), remember=self._keep_widths)
        self.message = RefusedMessage(self.table)
        self.search = SearchField("Tìm đơn vị (Ctrl+F)")
        self.filter = QComboBox()
        self.days = QSpinBox()
        self.count = label("", "soft")
        self.deadlines = DeadlinesBar(context)
        self.letters = Letters(context, self, self.chosen, lambda: self.model.rows)
        self.empty = EmptyState("", primary=False)
        self.contacts = ContactsPane(context)
        self.panel = PaperPanel("Các lần nhắc và bản in", (("Các lần nhắc", self.contacts),))
        self.dialog: ContactDialog | None = None
        self._lay_out()
        self._connect()

    # Made

    def _lay_out(self) -> None:
        card = Card("Cần đôn đốc")
        card.setMinimumWidth(sizes.PAGE_MIN)
        for button in self._buttons():
            card.add_to_title(button)
        card.add(self.deadlines)
        card.add_layout(self._bar())
        card.add(self.message)
        card.add(self.table, 1)
        card.add(self.empty, 1)
        widths = [sizes.READING_WIDTH * 2, sizes.CHOICE_WIDTH]
        remembered = self.context.remembered
        self.columns = Columns(
            [card, self.panel], widths, grows=0, remembered=remembered, name="columns/chasing", parent=self
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)

    def _buttons(self) -> tuple[QPushButton, ...]:
        reached = QMenu()
        fill_with_channels(reached, self.ask_reached)
        self.reached_button = menu_button("Ghi đã nhắc", reached)
        self.reached_button.setToolTip("Ghi các dòng đang chọn đã được nhắc: gõ D, G, Z, T hoặc M rồi Enter")
        self.letters_button = menu_button("Công văn đôn đốc", self.letters.reminder_menu())
        self.calls_button = menu_button("Danh sách gọi điện", self.letters.calls_menu())
        self.copy_button = QPushButton("Chép lời nhắn")
        self.copy_button.setToolTip("Chép lời nhắn cho các đơn vị đang chọn để dán vào Zalo")
        self.copy_button.clicked.connect(self.copy_message)
        return (self.reached_button, self.letters_button, self.calls_button, self.copy_button)

    def _bar(self) -> QHBoxLayout:
        self.search.setMaximumWidth(sizes.SIDE_WIDTH)
        self.filter.addItems(_FILTERS)
        self.filter.setAccessibleName("Những việc nào")
        self.days.setRange(1, 99)
        self.days.setValue(DAYS)
        self.days.setPrefix("quá ")
        self.days.setSuffix(" ngày")
        self.days.setAccessibleName("Nhắc đã quá bao nhiêu ngày")
        self.days.hide()
        bar = QHBoxLayout()
        bar.setSpacing(sizes.UNIT)
        bar.addWidget(self.search, 1)
        for part in (self.filter, self.days, self.count):
            bar.addWidget(part)
        bar.addStretch()
        return bar

    def _connect(self) -> None:
        self.search.searched.connect(self._on_search)
        self.search.went_down.connect(self.table.setFocus)
        self.filter.activated.connect(self._on_filter)
        self.days.valueChanged.connect(self._on_filter)
        self.table.reached.connect(self.ask_reached)
        self.table.rows_changed.connect(self._show_contacts)
        self.table.rows_changed.connect(self.paper_changed)
        self.table.row_opened.connect(self._on_opened)
        self.letters.printed.connect(self._offer_to_record)
        self.letters.sent.connect(self._record_sent)
        self.model.acted.connect(self.context.bus.publish)
        self.model.layoutChanged.connect(self._on_rows)
        self.panel.turned.connect(self._show_contacts)

    # What is shown

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern; another year begins anew."""
        if self.model.year != self.context.year:
            self.model.show_year(self.context.year)
        else:
            self.model.reload(changes)
        self.deadlines.show_year()
        self._show_contacts()

    def _on_rows(self, *_: object) -> None:
        self.message.look_again()
        shown, owed = self.model.rows, self.model.all
        organisations = len({one.organisation_id for one in shown})
        self.count.setText(f"{organisations} đơn vị, {len(shown)} việc" if shown else "")
        for number, words in enumerate(_FILTERS):
            wanted = self._wanted(number)
            self.filter.setItemText(number, f"{words} ({sum(wanted(one) for one in owed)})")
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        if owed:
            self.empty.set_words("Không có việc nào như vậy", "Đổi cách lọc hoặc chữ đang tìm.")
        else:
            told = "Đơn vị trong danh sách năm chưa nộp, chưa ký, chưa báo cáo sẽ hiện ở đây theo hạn."
            self.empty.set_words("Không còn gì phải đôn đốc", told)
        for button in (self.reached_button, self.letters_button, self.calls_button, self.copy_button):
            button.setEnabled(bool(owed))
        if shown and self.table.current_row() < 0:
            self.table.go_to(0)

    def _wanted(self, number: int) -> Callable[[Owed], bool]:
        today, days = self.model.today, self.days.value()
        match number:
            case 1:
                return lambda one: one.is_late(today)
            case 2 | 3 | 4:
                about = (REGISTRATION, PLEDGE, REPORT)[number - FORMS]
                return lambda one: one.about == about
            case 5:
                return lambda one: one.contact is None
            case 6:
                return lambda one: one.contact is not None and one.waits_since(today, days)
        return lambda one: True

    def _on_filter(self, *_: object) -> None:
        self.days.setVisible(self.filter.currentIndex() == AGAIN)
        self.model.set_wanted(self._wanted(self.filter.currentIndex()))

    def _on_search(self, text: str) -> None:
        self.model.search(text)

    def _show_contacts(self, *_: object) -> None:
        if not self.panel.shows(self.contacts):
            return
        current = self.current()
        name, registration_id = (current.organisation, current.registration_id or 0) if current else ("", 0)
        self.contacts.show_registration(name, registration_id)

    def current(self) -> Owed | None:
        """What is owed in the row of the keyboard, None for none."""
        row = self.table.current_row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def chosen(self) -> list[Owed]:
        """What is owed in the chosen rows."""
        return self.model.of_rows(self.table.selected_rows())

    def choose(self, organisation_id: int) -> bool:
        """Put the keyboard into the first row of that organisation; False when it owes nothing."""
        self.filter.setCurrentIndex(ALL)
        self.search.clear()
        self.model.search("")
        self._on_filter()
        at = (row for row, one in enumerate(self.model.rows) if one.organisation_id == organisation_id)
        row = next(at, None)
        if row is not None:
            self.table.go_to(row)
        return row is not None

    def show_record(self, kind: str, row_id: int) -> None:
        """Bring what a reminder, or a registration, is about into view."""
        if row_id and (organisation_id := reminders.whose(self.context.workspace, kind, row_id)):
            self.choose(organisation_id)

    def find_here(self) -> None:
        """Put the keyboard into the search field."""
        self.search.take_keyboard()

    def focus_here(self) -> None:
        """Put the keyboard into the list."""
        self.table.setFocus()

    def paper(self) -> Wanted | None:
        """The letter to the organisation of the row, else the list to phone from."""
        from thidua_desktop.services.exports import EXPORTS

        current, year = self.current(), self.context.year
        if current is not None and REMINDER in EXPORTS:
            request = Request(year, organisation_id=current.organisation_id)
            return Wanted(REMINDER, request, f"Công văn đôn đốc {current.organisation}")
        return Wanted(CALLS, Request(year), "Danh sách gọi điện") if CALLS in EXPORTS else None

    def _keep_widths(self, widths: dict[str, int]) -> None:
        self.context.remembered.keep_widths(_WIDTHS, widths)

    def _on_opened(self, row: int) -> None:
        self.organisation_wanted.emit(self.model.rows[row].organisation_id)

    # Acts

    def ask_reached(self, channel: Channel) -> None:
        """Record that the chosen ones were reached, once the dialog is agreed to."""
        listed = self.chosen()
        if not listed:
            self.context.ask.notify("Chưa chọn dòng nào để ghi đã nhắc.", State.WAIT)
            return
        heads = {phone_book(self.context.workspace).get(one.organisation_id, ("", ""))[0] for one in listed}
        head = heads.pop() if len(heads) == 1 else ""
        today = self.model.today
        contact = Contact(0, today.isoformat(), channel, head)
        dialog = self.dialog = ContactDialog(whom(listed), contact, today, self.window())
        dialog.accepted.connect(partial(self._record, dialog, listed))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _offer_to_record(self, listed: Sequence[Owed]) -> None:
        """Letters go out after they are printed and signed: it is recorded when the clerk says so."""
        count = len({one.organisation_id for one in listed})
        text = f"Khi công văn cho {count} đơn vị đã gửi đi, hãy ghi lại để biết ai đã được nhắc."
        self.context.ask.notify(text, State.WAIT, [(SENT, partial(self._record_sent, listed))])

    def _record_sent(self, listed: Sequence[Owed]) -> None:
        workspace, year = self.context.workspace, self.context.year
        do(self.context, lambda: reminders.record(workspace, year, listed, "giấy"))

    def _record(self, dialog: ContactDialog, listed: Sequence[Owed]) -> None:
        changes = do(
            self.context,
            lambda: reminders.record(
                self.context.workspace,
                self.context.year,
                listed,
                dialog.channel,
                day=dialog.day,
                reached=dialog.reached,
                answer=dialog.answer,
            ),
        )
        if changes:
            text = f"Đã ghi {len(listed)} việc được nhắc."
            self.context.ask.notify(text, acts=[("Hoàn tác", UndoAct(self.context, changes))])

    def copy_message(self) -> None:
        """Put the message to the chosen organisations on the clipboard, with all that each of them owes."""
        ids = {one.organisation_id for one in self.chosen()}
        listed = [one for one in self.model.all if one.organisation_id in ids]
        if not listed:
            self.context.ask.notify("Chưa chọn đơn vị nào để chép lời nhắn.", State.WAIT)
            return
        text = reminders.messages(self.context.workspace, self.context.year, listed)
        QGuiApplication.clipboard().setText(text)
        self.context.ask.notify(f"Đã chép lời nhắn cho {len(ids)} đơn vị; dán vào Zalo bằng Ctrl+V.")
