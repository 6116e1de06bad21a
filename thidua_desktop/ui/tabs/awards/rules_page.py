"""The page Quy định: every rule by period with its source, and the office's own values."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.legal_acts import UNCHECKED_MARK
from thidua_desktop.domain.rules import Law, RuleRow, rows
from thidua_desktop.domain.rules.packs import BASE_SALARY, CALENDAR
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.services.awards import rule_corrections
from thidua_desktop.ui.ask import FileKind
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.awards.rules_model import RulesModel
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.refused import RefusedMessage
from thidua_desktop.ui.widgets.register_editors import RegisterDelegate
from thidua_desktop.ui.widgets.search import SearchField
from thidua_desktop.ui.widgets.table import DataTable

RULES_FILE = FileKind("Tệp quy định", ("toml",))
KINDS = ("rule_corrections", "office_definitions")
_EVERY, _UNCHECKED, _OWN = "Mọi dòng", "Chưa đối chiếu", "Cơ quan đặt"
_EXPLAINED = (
    "Dòng chưa đối chiếu chỉ nhắc, không chặn. Cơ quan sửa được mức, dấu và nguồn; "
    "“Về bản gốc” trả lại như chương trình."
)
_BONUSES = "tiền thưởng"
_OTHERS = ((BASE_SALARY, "Lương cơ sở"), (CALENDAR, "Lịch trong năm"))


class RulesPage(QWidget):
    """One table; which period, which marks and which words are shown is chosen above it."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.model = RulesModel(self._listed, self._correct, self)
        remembered = context.remembered
        self.table = DataTable(
            self.model,
            widths=remembered.widths("rules"),
            remember=partial(remembered.keep_widths, "rules"),
            frozen="award",
        )
        self.table.setItemDelegate(RegisterDelegate(self.table))
        self.table.setAccessibleName("Quy định")
        self.periods, self.marks = QComboBox(), QComboBox()
        self.search = SearchField("Tìm quy định (Ctrl+F)")
        self.count = label("", "soft")
        self.message = RefusedMessage(self.table)
        self.own_files = InlineMessage()
        self.back = QPushButton("Về bản gốc")
        self.load = QPushButton("Nạp quy định từ tệp…")
        self._names: tuple[str, ...] = ()
        self._lay_out()
        self._connect()
        self.reload(None)

    def _lay_out(self) -> None:
        sheet = Card()
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        self.search.setMaximumWidth(sizes.SIDE_WIDTH)
        self.periods.setAccessibleName("Thời kỳ")
        self.marks.setAccessibleName("Dấu đối chiếu")
        self.marks.addItems([_EVERY, _UNCHECKED, _OWN])
        for widget in (self.periods, self.marks):
            row.addWidget(widget)
        row.addWidget(self.search, 1)
        row.addStretch()
        row.addWidget(self.back)
        row.addWidget(self.load)
        sheet.add_layout(row)
        said = QHBoxLayout()
        said.addWidget(label(_EXPLAINED, "soft", wrap=True), 1)
        said.addWidget(self.count)
        sheet.add_layout(said)
        for message in (self.own_files, self.message):
            sheet.add(message)
        self.own_files.hide()
        sheet.add(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(sheet)

    def _connect(self) -> None:
        self.periods.activated.connect(self._show)
        self.marks.activated.connect(self._show)
        self.search.searched.connect(self._show)
        self.search.went_down.connect(self.table.setFocus)
        self.back.clicked.connect(self.put_back)
        self.load.clicked.connect(self.load_file)
        self.table.rows_changed.connect(self._on_row)
        self.model.layoutChanged.connect(self._count)
        self.model.acted.connect(self.context.bus.publish)
        self.table.paste_refused.connect(self.context.ask.error)
        self.own_files.acted.connect(self._on_drop_file)

    # What is shown

    def reload(self, changes: Changes | None) -> None:
        """Read again what ``changes`` concern."""
        if changes is None or changes.touches(*KINDS):
            self._show_periods(rule_corrections.law(self.context.workspace))
            self._show()
            self._show_own_files()

    def _show_periods(self, law: Law) -> None:
        today = law.pack_on(self.context.workspace.today().isoformat()).id
        wanted = self.periods.currentData() or today
        with QSignalBlocker(self.periods):
            self.periods.clear()
            for pack in law.packs:
                self.periods.addItem(f"{pack.name} (hôm nay)" if pack.id == today else pack.name, pack.id)
            for key, words in _OTHERS:
                self.periods.addItem(words, key)
            self.periods.setCurrentIndex(max(self.periods.findData(wanted), 0))

    def show_bonuses(self, day: str) -> None:
        """Show the bonuses of the period that ``day`` (ISO) is in."""
        pack = rule_corrections.law(self.context.workspace).pack_on(day).id
        self.periods.setCurrentIndex(self.periods.findData(pack))
        self.marks.setCurrentIndex(0)
        self.search.setText(_BONUSES)
        self._show()
        self.table.setFocus()
        if self.model.rows:  # the first that is not known, if any
            row = next((number for number, row in enumerate(self.model.rows) if not row.value), 0)
            self.table.go_to(row, [column.key for column in self.model.columns].index("value"))

    def _listed(self) -> list[RuleRow]:
        """The rows of the period and the mark that are chosen, with every word that is searched for."""
        words, wanted = fold(self.search.text()).split(), self.marks.currentText()
        return [
            row
            for row in rows(rule_corrections.law(self.context.workspace))
            if row.pack == self.periods.currentData()
            and (wanted != _UNCHECKED or row.mark == UNCHECKED_MARK)
            and (wanted != _OWN or row.office)
            and all(word in _searched(row) for word in words)
        ]

    def _show(self, *_: object) -> None:
        self.model.relist()

    def _count(self) -> None:
        found = self.model.rows
        unchecked = sum(row.mark == UNCHECKED_MARK for row in found)
        self.count.setText(f"{len(found)} dòng" + (f", {unchecked} chưa đối chiếu" if unchecked else ""))
        self.message.look_again()
        self._on_row()

    def _show_own_files(self) -> None:
        problems = rule_corrections.law_problems(self.context.workspace)
        self._names = rule_corrections.office_packs(self.context.workspace)
        self.own_files.setVisible(bool(problems or self._names))
        told = f"Đang dùng quy định cơ quan đã nạp: {', '.join(self._names)}." if self._names else ""
        acts = tuple(f"Bỏ “{name}”, về bản gốc" for name in self._names)
        state = State.BAD if problems else State.NEUTRAL
        title = "Có quy định không dùng được; phần còn lại vẫn dùng." if problems else told
        text = "\n".join((*problems, told) if problems else ()).strip()
        self.own_files.show_message(title, text, state, acts)

    def _current(self) -> RuleRow | None:
        number = self.table.current_row()
        return self.model.rows[number] if 0 <= number < len(self.model.rows) else None

    def _on_row(self) -> None:
        row = self._current()
        self.back.setEnabled(row is not None and row.office)

    # Acts

    def _correct(self, row: RuleRow, key: str, text: str) -> Changes:
        """Store one cell; a value that the office puts there has not been compared with the original."""
        workspace = self.context.workspace
        known = {(one.pack, one.key): one for one in rule_corrections.corrections(workspace)}
        stored = known.get((row.pack, row.key))
        values = {"value": stored.value if stored else "", "mark": row.mark, "source": row.source}
        if key == "value":
            values["mark"] = UNCHECKED_MARK
        return rule_corrections.correct(workspace, row.pack, row.key, **{**values, key: text})

    def put_back(self) -> None:
        """The chosen row as the program has it."""
        row = self._current()
        if row is not None:
            changes = rule_corrections.uncorrect(self.context.workspace, row.pack, row.key)
            self._tell(changes, f"Đã trả “{row.words}” về bản gốc.")

    def load_file(self) -> None:
        """Take a file of rules; one with a mistake is named by line and the rules in use stay."""
        path = self.context.ask.open_file("Nạp quy định", (RULES_FILE,))
        if path is None:
            return
        try:
            changes = rule_corrections.load_pack(self.context.workspace, path)
        except KnownError as error:
            self.context.ask.error(error)
            return
        self._tell(changes, f"Đã nạp quy định từ {path.name}.")

    def _on_drop_file(self, number: int) -> None:
        name = self._names[number]
        self._tell(rule_corrections.remove_pack(self.context.workspace, name), f"Đã bỏ quy định “{name}” đã nạp.")

    def _tell(self, changes: Changes, text: str) -> None:
        self.context.bus.publish(changes)
        self.context.ask.notify(text, State.GOOD, [("Hoàn tác", UndoAct(self.context, changes))])

    def find_here(self) -> None:
        """Put the keyboard into the search field."""
        self.search.take_keyboard()


def _searched(row: RuleRow) -> str:
    return fold(" ".join((row.award, row.subject, row.words, row.value, row.article, row.source)))
