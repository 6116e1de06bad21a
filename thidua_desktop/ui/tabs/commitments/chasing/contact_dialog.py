"""That somebody was reached: on which day, how, whom, and what they answered. Enter records it as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.chasing.days import read_day
from thidua_desktop.domain.chasing.owed import CHANNELS, Channel, Contact, Owed
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.register_editors import DateField

_NAMED = 4  # organisations that are named; of more the rest is counted


class ContactDialog(QDialog):
    """Accepting means: ``channel``, ``day`` as typed, ``reached`` and ``answer``."""

    def __init__(self, whom: str, contact: Contact, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.setWindowTitle("Ghi đã nhắc")
        self._channel = QComboBox()
        self._channel.addItems(CHANNELS)
        self._channel.setCurrentText(contact.channel)
        self._day = DateField()
        self._day.setText(format_date(contact.day))
        self._reached = QLineEdit(contact.reached)
        self._answer = QLineEdit(contact.answer)
        self._answer.setPlaceholderText("Ví dụ: hẹn nộp thứ Sáu")
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(whom, "strong", wrap=True))
        form = FormSection()
        form.add_field("Bằng cách", self._channel)
        self._day_field = form.add_field("Ngày", self._day)
        form.add_field("Gặp ai", self._reached, wide=True)
        form.add_field("Trả lời", self._answer, wide=True)
        column.addWidget(form)
        box = AgreeBox(self, "Ghi")
        self.agree = box.agree
        column.addWidget(box)
        self.resize(sizes.DIALOG_WIDTH, self.sizeHint().height())
        self._day.textChanged.connect(self._look_at_day)
        QTimer.singleShot(0, self, self._answer.setFocus)

    def _look_at_day(self, *_: object) -> None:
        problem = ""
        try:
            read_day(self._day.text(), self._today)
        except BadInput as error:
            problem = str(error)
        self._day_field.set_problem(problem)
        self.agree.setEnabled(not problem)

    @property
    def channel(self) -> Channel:
        """How they were reached."""
        return CHANNELS[self._channel.currentIndex()]

    @property
    def day(self) -> str:
        """The day as it was typed."""
        return self._day.text()

    @property
    def reached(self) -> str:
        """Whom."""
        return self._reached.text()

    @property
    def answer(self) -> str:
        """What they said."""
        return self._answer.text()


def whom(listed: Sequence[Owed]) -> str:
    """Who was reached about what."""
    names = list(dict.fromkeys(one.organisation for one in listed))
    if len(names) == 1:
        return f"{names[0]}: {', '.join(one.full_words for one in listed)}"
    more = f" và {len(names) - _NAMED} đơn vị nữa" if len(names) > _NAMED else ""
    return f"{len(names)} đơn vị: {', '.join(names[:_NAMED])}{more}"
