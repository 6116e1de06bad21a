"""The nominations of a round as a table, with what the rules say of each, filtered and summed up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.rules import ConditionAnswer
from thidua_desktop.domain.vietnamese import format_number
from thidua_desktop.services.awards.verdicts import NominationVerdict
from thidua_desktop.services.registers import registers
from thidua_desktop.services.wording import shortened
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.awards.answers import STATES, worded
from thidua_desktop.ui.tabs.awards.filtered import KIND, FilteredNominations
from thidua_desktop.ui.tabs.awards.steps import COUNCIL, NOMINATING
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.labels import ElidedLabel
from thidua_desktop.ui.widgets.register_model import Derived
from thidua_desktop.ui.widgets.register_view import RegisterView
from thidua_desktop.ui.widgets.table import TableColumn

_ANY_ANSWER, _ANY_AWARD = "Mọi điều kiện", "Mọi danh hiệu"
_STATES = {"được chọn": State.GOOD, "không chọn": State.BAD}
# Letters: what is read first fits into the narrowest window.
_NARROW = {"subject": 20, "award": 23, "organisation_id": 22, "votes_for": 14, "state": 14, "condition": 14}
# The columns in view at each step, in this order.
_SHOWN = {
    NOMINATING: (
        *("subject", "award", "condition", "bonus", "authority", "organisation_id"),
        *("subject_kind", "decision", "merit", "person_id"),
    ),
    COUNCIL: ("subject", "award", "condition", "votes_for", "state", "enough", "reason", "decision", "organisation_id"),
}


class NominationsView(QWidget):
    """``row_chosen`` carries the nomination the keyboard is in, 0 for none; ``choice_wanted`` the state that the chosen
    ones are to get ("được chọn", "không chọn"), and ``all_wanted`` that everybody with what it takes is to be chosen;
    ``confirm_wanted`` that what only the clerk knows is to be answered for the chosen rows; ``facts_wanted`` that the
    facts of their year are to be set.
    """

    row_chosen = Signal(int)
    choice_wanted = Signal(str)
    all_wanted = Signal()
    confirm_wanted = Signal()
    facts_wanted = Signal()

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.verdicts: Mapping[int, NominationVerdict] = {}
        self.votes: Mapping[int, ConditionAnswer] = {}
        self._services = FilteredNominations(self._on_kind)
        self.register = RegisterView(
            context,
            KIND,
            0,
            derived=self._derived(),
            states={"state": _STATES},
            with_history=False,
            services=self._services,
            widths={key: letters * sizes.CHAR for key, letters in _NARROW.items()},
        )
        self.register.setMinimumHeight(sizes.LABEL_WIDTH + 3 * sizes.ROW)
        self.register.row_chosen.connect(self.row_chosen)
        self.answers, self.awards = QComboBox(), QComboBox()
        self.total = ElidedLabel("", "strong")
        self.total.setToolTip("Tổng của mọi dòng đang lọc, kể cả những dòng chưa xét")
        self.council = QWidget()
        self.evaluate = QPushButton("Ghi xếp loại…")
        self.confirm = QPushButton("Xác nhận điều kiện…")
        self._lay_out()
        self.show_step(NOMINATING)

    def _derived(self) -> list[Derived]:
        return [
            Derived(TableColumn("condition", "Điều kiện", 15), self._condition, by_id=True),
            Derived(TableColumn("authority", "Ai quyết định", 26), self._authority, by_id=True),
            Derived(TableColumn("bonus", "Tiền thưởng", 13, numeric=True), self._bonus, by_id=True),
            Derived(TableColumn("enough", "Tỷ lệ phiếu", 26), self._enough, by_id=True),
            Derived(TableColumn("decision", "Quyết định", 20), self._decision, by_id=True),
        ]

    def _lay_out(self) -> None:
        self.answers.addItem(_ANY_ANSWER, "")
        for answer in STATES:
            word, state = worded(answer)
            self.answers.addItem(f"{state.sign} {word}".strip(), answer)
        self.answers.setAccessibleName("Lọc theo điều kiện")
        self.awards.setAccessibleName("Lọc theo danh hiệu, hình thức")
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        for chooser in (self.answers, self.awards):
            chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            chooser.setMinimumWidth(sizes.YEAR_WIDTH)
            chooser.setMinimumContentsLength(13)
            chooser.activated.connect(self._on_filter)
            row.addWidget(chooser)
        self.evaluate.setToolTip("Ghi một lần xếp loại năm, kỷ luật, số tháng làm việc cho các dòng đang chọn")
        self.evaluate.clicked.connect(self.facts_wanted)
        row.addWidget(self.evaluate)
        self.confirm.setToolTip("Trả lời một lần cho các dòng đang chọn những câu chỉ bạn biết")
        self.confirm.clicked.connect(self.confirm_wanted)
        row.addWidget(self.confirm)
        row.addWidget(self._council_acts())
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addLayout(row)
        column.addWidget(self.register, 1)
        self.total.setContentsMargins(0, 0, 0, sizes.CARD)  # read while a notice lies on the page's margin
        column.addWidget(self.total, 0, Qt.AlignmentFlag.AlignRight)

    def _council_acts(self) -> QWidget:
        row = QHBoxLayout(self.council)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(sizes.UNIT)
        for words, tip, state in (
            ("Chọn", "Hội đồng đồng ý các dòng đang chọn", "được chọn"),
            ("Không chọn", "Hội đồng không đồng ý các dòng đang chọn", "không chọn"),
        ):
            button = QPushButton(words)
            button.setToolTip(tip)
            button.clicked.connect(partial(self._on_choice, state))
            row.addWidget(button)
        every = QPushButton("Chọn mọi dòng đủ điều kiện")
        every.setToolTip("Những ai đạt điều kiện và không thiếu phiếu")
        every.clicked.connect(self.all_wanted)
        row.addWidget(every)
        return self.council

    def _on_choice(self, state: str) -> None:
        self.choice_wanted.emit(state)

    # What the rules say of a row

    def _condition(self, row_id: int) -> tuple[str, State]:
        found = self.verdicts.get(row_id)
        return worded(found.verdict.answer) if found else ("…", State.NEUTRAL)

    def _authority(self, row_id: int) -> tuple[str, State]:
        found = self.verdicts.get(row_id)
        return (found.authority.who if found and found.authority else "", State.NEUTRAL)

    def _bonus(self, row_id: int) -> tuple[str, State]:
        found = self.verdicts.get(row_id)
        return (format_number(found.bonus.amount) if found and found.bonus.amount else "", State.NEUTRAL)

    def _decision(self, row_id: int) -> tuple[str, State]:
        found = self.verdicts.get(row_id)
        return (found.decision, State.GOOD) if found and found.decision else ("", State.NEUTRAL)

    def _enough(self, row_id: int) -> tuple[str, State]:
        found = self.votes.get(row_id)
        return (found.figures, STATES[found.answer]) if found else ("", State.NEUTRAL)

    def _on_kind(self, subject: str, kind: str) -> None:
        self.context.ask.notify(f"“{shortened(subject)}” được ghi là {kind}; nếu không phải, sửa ở cột Loại.")

    # What is shown

    def show_round(self, round_id: int) -> None:
        """Show the nominations of another round."""
        self._services.wanted = None
        self.answers.setCurrentIndex(0)
        self.awards.setCurrentIndex(0)
        self.verdicts, self.votes = {}, {}
        self.register.set_scope(round_id)

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern."""
        self.register.reload(changes)

    def show_verdicts(self, verdicts: Mapping[int, NominationVerdict], votes: Mapping[int, ConditionAnswer]) -> None:
        """Show what the rules say now."""
        self.verdicts, self.votes = verdicts, votes
        if self._services.wanted is not None:
            self.register.reload()
        self.register.model.work_out_again()
        self._show_awards()
        self._show_total()

    def show_step(self, step: int) -> None:
        """Show the columns that this step is about."""
        shown, head = _SHOWN[step], self.register.table.horizontalHeader()
        for number, column in enumerate(self.register.model.columns):
            self.register.table.setColumnHidden(number, column.key not in shown)
        keys = [column.key for column in self.register.model.columns]
        for place, key in enumerate(shown):
            head.moveSection(head.visualIndex(keys.index(key)), place)
        self.council.setVisible(step == COUNCIL)
        self.evaluate.setVisible(step == NOMINATING)
        self.confirm.setVisible(step == NOMINATING)
        self.total.setVisible(step == NOMINATING)

    def _show_awards(self) -> None:
        names = sorted({one.verdict.award for one in self.verdicts.values() if one.verdict.award})
        wanted = self.awards.currentData()
        with QSignalBlocker(self.awards):
            self.awards.clear()
            self.awards.addItem(_ANY_AWARD, "")
            for name in names:
                self.awards.addItem(name, name)
            self.awards.setCurrentIndex(max(self.awards.findData(wanted), 0))

    def _show_total(self) -> None:
        wanted = self._services.wanted
        amounts = [one.bonus.amount or 0 for key, one in self.verdicts.items() if wanted is None or wanted(key)]
        self.total.setText(f"Tổng tiền thưởng: {format_number(sum(amounts))} đồng" if sum(amounts) else "")

    def _on_filter(self) -> None:
        self._services.wanted = self._is_wanted if self.answers.currentData() or self.awards.currentData() else None
        self.register.reload()
        self._show_total()

    def _is_wanted(self, row_id: int) -> bool:
        answer, award = self.answers.currentData(), self.awards.currentData()
        found = self.verdicts.get(row_id)
        if found is None:
            return False
        return (not answer or found.verdict.answer == answer) and (not award or found.verdict.award == award)

    # Which rows

    def chosen_ids(self) -> list[int]:
        """The nominations in the chosen rows."""
        model = self.register.model
        return [model.row_id(row) for row in self.register.table.chosen_rows()]

    def show_record(self, row_id: int) -> None:
        """Put the keyboard into that nomination; a filter that hides it is taken off."""
        if not self.register.show_record(row_id) and self._services.wanted is not None:
            self.answers.setCurrentIndex(0)
            self.awards.setCurrentIndex(0)
            self._on_filter()
            self.register.show_record(row_id)

    def cells(self, row_id: int) -> dict[str, str]:
        """The texts of a nomination by the keys of its register; none when it is gone."""
        row = registers.row(self.context.workspace, KIND, row_id)
        return dict(zip(self.register.register.keys, row.cells, strict=True)) if row else {}
