"""The third step: the tờ trình for what the level above decides, and the decisions of the commune's chair."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.vietnamese import format_date, format_number
from thidua_desktop.services.awards import decisions, rounds
from thidua_desktop.services.awards.decisions import DecisionSummary, Line, Prospect
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.awards.papers_menu import PREVIEW, PRINT, WORD
from thidua_desktop.ui.tabs.awards.round_fields import RoundFields
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.empty import EmptyState
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.table import DataTable, RowsModel, TableColumn

_COLUMNS = (
    TableColumn("number", "Số", 14),
    TableColumn("date", "Ngày", 13),
    TableColumn("title", "Trích yếu", 36),
    TableColumn("signer", "Người ký", 22),
    TableColumn("awards", "Khen thưởng", 14, numeric=True),
    TableColumn("bonus", "Tiền thưởng", 14, numeric=True),
)
_NAMES_SHOWN = 6
_NOBODY = "Chưa có ai được chọn để quyết định: ghi kết quả ở bước Hội đồng."


class DecidingPage(QWidget):
    """``paper_wanted(paper, way)`` as the papers' menu; ``decision_wanted(id, way)`` is one that was issued;
    ``issue_wanted``, ``upper_wanted`` and ``remove_wanted(id)`` by the buttons.
    """

    paper_wanted = Signal(str, str)
    decision_wanted = Signal(int, str)
    issue_wanted = Signal()
    upper_wanted = Signal()
    remove_wanted = Signal(int)

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.fields = RoundFields(context, ("submission_number", "submitted_on"))
        self.upward = label("", wrap=True)
        self.here = label("", wrap=True)
        self.table = DataTable(RowsModel(_COLUMNS), stretch="title")
        self.table.setSelectionBehavior(DataTable.SelectionBehavior.SelectRows)
        self.table.setAccessibleName("Quyết định đã ban hành")
        self.prospect = Prospect()
        self._chosen_ones = self._undecided = 0
        self.none = EmptyState("Chưa có quyết định nào", "", "", primary=False)
        self._listed: tuple[DecisionSummary, ...] = ()
        self.upper = QPushButton("Nhập quyết định của cấp trên…")
        self.issue = QPushButton("Ban hành quyết định…")
        self.draft = QPushButton("Xem dự thảo")
        self._of_one: list[QPushButton] = []
        self._of_submission: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.CARD)
        column.addWidget(self._submission())
        column.addWidget(self._decisions(), 1)

    def _submission(self) -> Card:
        card = Card("Tờ trình lên cấp trên", "những gì không thuộc Chủ tịch UBND cấp xã quyết định")
        card.add(self.upward)
        card.add(self.fields)
        row = QHBoxLayout()
        for words, way in (("Xem tờ trình", PREVIEW), ("In…", PRINT), ("Xuất Word…", WORD)):
            button = QPushButton(words)
            button.clicked.connect(partial(self._on_submission, way))
            row.addWidget(button)
            self._of_submission.append(button)
        row.addStretch(1)
        self.upper.clicked.connect(self.upper_wanted)
        row.addWidget(self.upper)
        card.add_layout(row)
        return card

    def _decisions(self) -> Card:
        card = Card("Quyết định của Chủ tịch UBND cấp xã")
        card.add(self.here)
        card.add(self.table, 1)
        card.add(self.none, 1)
        row = QHBoxLayout()
        for words, way in (("Xem quyết định", PREVIEW), ("In…", PRINT), ("Xuất Word…", WORD)):
            button = QPushButton(words)
            button.clicked.connect(partial(self._on_decision, way))
            row.addWidget(button)
            self._of_one.append(button)
        remove = QPushButton("Gỡ quyết định")
        remove.setToolTip("Gỡ cả các khen thưởng ghi theo quyết định này; lấy lại được")
        remove.clicked.connect(self._on_remove)
        self._of_one.append(remove)
        row.addWidget(remove)
        row.addStretch(1)
        self.draft.setToolTip("Quyết định như sẽ ban hành, còn trống số")
        self.draft.clicked.connect(self._on_draft)
        row.addWidget(self.draft)
        self.issue.clicked.connect(self.issue_wanted)
        row.addWidget(self.issue)
        card.add_layout(row)
        self.table.rows_changed.connect(self._on_row)
        self.table.row_opened.connect(self._on_opened)
        return card

    def show_round(self, round_id: int) -> None:
        """Show how far that round is."""
        workspace = self.context.workspace
        self.fields.show_round(round_id)
        self.prospect = decisions.expected(workspace, round_id)
        summary = rounds.round_summary(workspace, round_id)
        self._chosen_ones, self._undecided = summary.chosen, summary.undecided
        self._listed = tuple(decisions.decisions(workspace, round_id=round_id))
        before = self.table.current_row()
        self.table.model().set_rows([_cells(one) for one in self._listed])
        self.table.setVisible(bool(self._listed))
        self.none.setVisible(not self._listed)
        if self._listed:
            self.table.go_to(min(max(before, 0), len(self._listed) - 1))
        self._say()
        self._on_row()

    def _say(self) -> None:
        upward, here = self.prospect.upward, self.prospect.here
        names = ", ".join(f"{line.subject} ({line.award})" for line in upward[:_NAMES_SHOWN])
        more = f" và {len(upward) - _NAMES_SHOWN} trường hợp nữa" if len(upward) > _NAMES_SHOWN else ""
        self.upward.setText(
            f"{len(upward)} trường hợp trình lên: {names}{more}.{_several(upward)}"
            if upward
            else "Không còn trường hợp nào cần trình lên."
        )
        words = self._left() if self._chosen_ones else _NOBODY
        self.here.setText(words)
        show_when(self.here, bool(self._listed))
        self.none.set_words("Chưa có quyết định nào", words)
        self.issue.setEnabled(bool(here))
        self.draft.setEnabled(bool(here) and not self._listed)
        self.upper.setEnabled(self._undecided > 0)  # the day on the decision tells which of them went up
        was_submitted = bool(self.fields.fields["submitted_on"].widget.text())
        for button in self._of_submission:
            button.setEnabled(bool(upward) or was_submitted)

    def _left(self) -> str:
        """What the chosen ones still wait for."""
        here, upward, refused = (
            len(lines) for lines in (self.prospect.here, self.prospect.upward, self.prospect.refused)
        )
        others = [f"{refused} trường hợp không do cấp xã quyết định hay trình lên"] if refused else []
        if here:
            return f"{'; '.join((f'{here} trường hợp được chọn đang chờ quyết định', *others))}."
        waits = [f"{upward} trường hợp còn chờ quyết định của cấp trên"] if upward else []
        waits += others
        if not waits:
            return "Mọi trường hợp được chọn đều đã có quyết định."
        own = (
            "Phần của Chủ tịch UBND cấp xã đã xong" if self._listed else "Chủ tịch UBND cấp xã không phải quyết định ai"
        )
        return f"{own}; {'; '.join(waits)}."

    def _chosen(self) -> DecisionSummary | None:
        row = self.table.current_row()
        return self._listed[row] if 0 <= row < len(self._listed) else None

    def _on_row(self) -> None:
        for button in self._of_one:
            button.setEnabled(self._chosen() is not None)

    def _on_opened(self, row: int) -> None:
        self._on_decision(PREVIEW)

    def _on_submission(self, way: str) -> None:
        self.paper_wanted.emit("submission", way)

    def _on_draft(self) -> None:
        self.paper_wanted.emit("decision", PREVIEW)

    def _on_decision(self, way: str) -> None:
        if (one := self._chosen()) is not None:
            self.decision_wanted.emit(one.id, way)

    def _on_remove(self) -> None:
        if (one := self._chosen()) is not None:
            self.remove_wanted.emit(one.id)


def _several(upward: Sequence[Line]) -> str:
    """What is said of tờ trình that go to different deciders; "" of one."""
    deciders = {line.authority.who for line in upward}
    return f" Lập {len(deciders)} tờ trình, số dưới đây in ở tờ đầu." if len(deciders) > 1 else ""


def _cells(one: DecisionSummary) -> list[str]:
    bonus = format_number(one.bonus) if one.bonus else ""
    return [one.number_symbol, format_date(one.day), one.title, one.signer.full_name, str(one.awards), bonus]
