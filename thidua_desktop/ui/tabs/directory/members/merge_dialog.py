"""Organisations become one: what will move, where both say something, who was entered twice; then one act."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from PySide6.QtWidgets import QComboBox, QLineEdit, QTabWidget, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.members.merging import CHOICES, Choice, Conflict, Merger
from thidua_desktop.domain.vietnamese import one_line
from thidua_desktop.services.members import merging
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.register_editors import RegisterDelegate
from thidua_desktop.ui.widgets.table import DataTable, TableColumn

from .assigning import AssignModel
from .dialog import MemberDialog, day_of
from .pairs import PairModel, PairTable

STAYS = ("bên trái", "bên phải", "cả hai")  # as CHOICES
_SINCE, _TWICE = range(2)
_WAYS = ("Các tổ chức sáp nhập, từ một ngày", "Một tổ chức bị nhập nhiều lần")
_EXPLAIN = (
    "Đăng ký, cam kết, kết quả, giấy tờ và người của năm chuyển về tổ chức ở lại; những năm trước vẫn ở tổ chức cũ. "
    "Một lần Hoàn tác lấy lại tất cả."
)
_CONFLICTS = "Hai bên cùng có những mục này. Chọn bên giữ lại ở cột cuối; bên kia được ghi vào ghi chú, không mất."
_PEOPLE = "Những người có thể đã nhập ở cả hai bên. Đánh dấu (phím cách) cặp nào đúng là một người."


class ConflictTable(QWidget):
    """Conflicts with the choice of what stays; ``answers`` by the key of each."""

    def __init__(self, explain: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._conflicts: Sequence[Conflict] = ()
        columns = (
            TableColumn("what", "Mục", 26),
            TableColumn("kept", "Bên trái", 26),
            TableColumn("other", "Bên phải", 26),
            TableColumn("stays", "Giữ lại", 12),
        )
        self.model = AssignModel(columns, self._choices, self)
        self.table = DataTable(self.model, stretch="what")
        self.table.setItemDelegate(RegisterDelegate(self.table))
        self.table.setAccessibleName("Mục hai bên cùng có")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, sizes.UNIT, 0, 0)
        column.addWidget(label(explain, "soft", wrap=True))
        column.addWidget(self.table, 1)

    def _choices(self, row: int) -> Sequence[str]:
        return STAYS[: len(self._conflicts[row].choices)]

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show these; answers to those that were there before stay."""
        before = self.answers
        self._conflicts = conflicts
        chosen = [STAYS[CHOICES.index(before.get(one.key, one.proposed))] for one in conflicts]
        self.model.set_rows([(one.what, one.kept, one.other) for one in conflicts], chosen)

    @property
    def answers(self) -> dict[str, Choice]:
        """What stays, by the key of the conflict."""
        pairs = zip(self._conflicts, self.model.chosen, strict=True)
        return {one.key: CHOICES[STAYS.index(text)] for one, text in pairs}


class MergeDialog(MemberDialog):
    """Accepting merges the organisations into the one that was chosen to stay."""

    def __init__(self, context: TabContext, ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(context, "Gộp tổ chức", "Gộp", _EXPLAIN, parent)
        rows = (registers.row(context.workspace, "organisations", one) for one in ids)
        self._names = {row.id: row.cells[0] for row in rows if row}
        self.into, self.way, self.day, self.name = QComboBox(), QComboBox(), self.day_field(), QLineEdit()
        for one, name in self._names.items():
            self.into.addItem(name, one)
        self.way.addItems(_WAYS)
        self.form.add_field("Tổ chức ở lại", self.into, required=True)
        self.form.add_field("Cách gộp", self.way, required=True)
        self._day_field = self.form.add_field("Từ ngày", self.day, required=True)
        self.form.add_field("Tên sau khi gộp", self.name, "Để trống thì giữ tên của tổ chức ở lại.")
        self.moves = label("", wrap=True)
        self.conflicts = ConflictTable(_CONFLICTS)
        self.people = PairModel(self)
        self.tabs = QTabWidget()
        self.tabs.addTab(self.conflicts, "")
        self.tabs.addTab(PairTable(self.people, _PEOPLE), "")
        self.column.addWidget(self.moves)
        self.column.addWidget(self.tabs, 1)
        self.finish_layout(2 * sizes.DIALOG_WIDTH, sizes.READING_WIDTH + sizes.LABEL_WIDTH)
        for signal in (self.into.currentIndexChanged, self.way.currentIndexChanged, self.day.textChanged):
            signal.connect(self.look)
        self.name.editingFinished.connect(self.look)
        self.people.dataChanged.connect(self._on_people)
        self.look()

    def choose_twice(self) -> None:
        """Say that it is one organisation that was entered several times."""
        self.way.setCurrentIndex(_TWICE)

    def _merger(self) -> Merger:
        into = self.into.currentData()
        day = day_of(self.day).isoformat() if self.way.currentIndex() == _SINCE else None
        others = tuple(one for one in self._names if one != into)
        pairs = tuple((pair.first, pair.second) for pair in self.people.chosen)
        return Merger(into, others, day, one_line(self.name.text()), pairs)

    def look(self, *_: object) -> None:
        """Show what would happen."""
        show_when(self._day_field, self.way.currentIndex() == _SINCE)
        try:
            seen = merging.preview(self.context.workspace, self._merger())
        except KnownError as error:
            self.say(error)
            self.act.setEnabled(False)
            return
        self.message.hide()
        self.act.setEnabled(True)
        self.moves.setText("\n".join(seen.moves))
        self._show_conflicts(seen.conflicts)
        self.people.show_pairs(seen.doubles)
        self.tabs.setTabText(1, f"Người có thể trùng ({len(seen.doubles)})")

    def _on_people(self, *_: object) -> None:
        """Two who are one person have one title of a kind, two people may have two; what forbids merging is told."""
        with suppress(KnownError):
            self._show_conflicts(merging.preview(self.context.workspace, self._merger()).conflicts)

    def _show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        self.conflicts.show_conflicts(conflicts)
        self.tabs.setTabText(0, f"Mục cùng có ({len(conflicts)})")

    def do(self) -> Changes:
        return merging.merge(self.context.workspace, self._merger(), self.conflicts.answers)
