"""Gia đình văn hóa of a thôn, tổ dân phố: its figures, the days the list hangs for comment, and the households."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.registers.cells import parse_cell
from thidua_desktop.domain.registers.parts import Column, date_column
from thidua_desktop.domain.registers.registered import HOUSEHOLDS
from thidua_desktop.domain.registration.periods import POSTING, last_day, period
from thidua_desktop.domain.registration.results import shown_percent
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.registration import households, registered, registering
from thidua_desktop.services.registration.registering import CultureFigure
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui import theme
from thidua_desktop.ui.storing import do, store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.fields import DayField, LineField
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.register_view import RegisterView

_DAY = date_column("posted_on", "Ngày niêm yết")
_FIGURES: tuple[tuple[CultureFigure, str], ...] = (
    ("households", "Số hộ"),
    ("registered", "Đăng ký"),
    ("recognised", "Đạt"),
)
_WIDTHS = {"subject": 320, "note": 240}


class HouseholdsView(RegisterView):
    """The households alone, with the columns that differ between them."""

    def __init__(self, context: TabContext) -> None:
        super().__init__(
            context,
            "registered_titles",
            0,
            with_history=False,
            services=households,
            register=HOUSEHOLDS,
            widths=context.remembered.widths("households") or _WIDTHS,
        )

    def _keep_widths(self, widths: dict[str, int]) -> None:
        self.context.remembered.keep_widths("households", widths)


class CulturePage(QWidget):
    """Shows the registration of ``show_registration``."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.registration_id = 0
        self.figures: dict[str, LineField] = {}
        self.fields: dict[str, Field] = {}
        self.posted = DayField()
        self.posted_field = Field(self.posted)
        self.told = label("", "soft", wrap=True)
        self.take_count = QPushButton()
        self.households = HouseholdsView(context)
        self._lay_out()
        self.posted.autosave.edited.connect(self._on_posted)
        self.take_count.clicked.connect(self._on_take_count)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        for key, words in _FIGURES:
            field = LineField()
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setFixedWidth(sizes.COLUMN_MIN + sizes.MARGIN)
            field.autosave.edited.connect(partial(self._on_figure, key))
            self.figures[key] = field
            self._add(row, words, field, key)
        self.posted.setFixedWidth(sizes.LIST_MIN)
        self._add(row, "Niêm yết từ", self.posted, "posted_on")
        row.addStretch(1)
        theme.set_kind(self.take_count, "link")
        below = QHBoxLayout()
        below.setSpacing(sizes.UNIT)
        below.addWidget(self.told, 1)
        below.addWidget(self.take_count)
        card = Card()
        card.add_layout(row)
        card.add_layout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.CARD)
        column.addWidget(card)
        column.addWidget(self.households, 1)

    def _add(self, row: QHBoxLayout, words: str, part: QWidget, key: str) -> None:
        field = self.posted_field if key == "posted_on" else Field(part)
        self.fields[key] = field
        caption = label(words)
        caption.setBuddy(part)
        caption.setFixedHeight(sizes.CONTROL)
        part.setAccessibleName(words)
        row.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)

    # What is shown

    def show_registration(self, registration_id: int) -> None:
        """Show another registration; what was typed about the one before is given up."""
        if registration_id != self.registration_id:
            for autosave in (*(field.autosave for field in self.figures.values()), self.posted.autosave):
                autosave.give_up()
            for field in self.fields.values():
                field.set_problem("")
            self.registration_id = registration_id
            self.households.set_scope(registration_id)
        self.reload(None)

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern."""
        found = registered.culture(self.context.workspace, self.registration_id)
        for key, field in self.figures.items():
            number = getattr(found, key)
            field.autosave.show("" if number is None else str(number))
        self.posted.autosave.show(format_date(found.posted_on))
        self.households.reload(changes)
        self._tell(found)

    def _tell(self, found: registered.CultureYear) -> None:
        shares = (
            ("đăng ký", found.registered_percent),
            ("đạt", found.recognised_percent),
        )
        said = [f"{words} {shown_percent(percent)} số hộ" for words, percent in shares if percent is not None]
        said += self._posting(found.posted_on)
        words = "; ".join(said)
        self.told.setText(words[:1].upper() + words[1:])
        listed = self.households.model.rows.count if not self.households.model.rows.search else 0
        differs = bool(listed) and listed != found.registered
        self.take_count.setText(f"Danh sách có {listed} hộ: lấy làm số đăng ký")
        show_when(self.take_count, differs)

    def _posting(self, posted_on: str | None) -> list[str]:
        """Until when a list that was put up hangs, and by which regulation."""
        on = posted_on or self.context.workspace.today().isoformat()
        rule = period(self.context.workspace.definitions.registration_periods, POSTING, on)
        if rule is None:
            return []
        source = f"{rule.source}, {rule.mark}"
        if posted_on is None:
            return [f"danh sách niêm yết {rule.days} ngày ({source})"]
        last = last_day(posted_on, rule)
        over = last < self.context.workspace.today().isoformat()
        word = "đã niêm yết xong ngày" if over else "niêm yết đến hết ngày"
        return [f"{word} {format_date(last)} ({rule.days} ngày, {source})"]

    # Acts

    def _on_figure(self, key: CultureFigure, text: str, editing: str) -> None:
        registration_id = self.registration_id

        def act(workspace: Workspace) -> Changes:
            number = _whole_number(text)
            return registering.set_culture_figure(workspace, registration_id, key, number, editing=editing)

        store(self.context, act, self.figures[key].autosave, self.fields[key])

    def _on_posted(self, text: str, editing: str) -> None:
        registration_id = self.registration_id

        def act(workspace: Workspace) -> Changes:
            day = parse_cell(_DAY, text)
            return registering.set_posted(workspace, registration_id, str(day) if day else None)

        store(self.context, act, self.posted.autosave, self.posted_field)

    def _on_take_count(self) -> None:
        listed = registering.listed_households(self.context.workspace, self.registration_id)
        act = partial(
            registering.set_culture_figure, self.context.workspace, self.registration_id, "registered", listed
        )
        if do(self.context, act):
            self.context.ask.notify(f"Đã ghi {listed} hộ đăng ký.", State.GOOD)


_NUMBER = Column("number", "Số hộ", "integer", empty=None)


def _whole_number(text: str) -> int | None:
    number = parse_cell(_NUMBER, text)
    if number is not None and not isinstance(number, int):
        raise BadInput("Số hộ phải là số nguyên.", "Gõ lại số hộ.")
    return number
