"""The windows that a decision goes through: the chair's own, and what came back from the level above."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.offices import Signer
from thidua_desktop.domain.vietnamese import format_date, nfc, parse_date, parse_whole
from thidua_desktop.services.awards import decisions, rounds
from thidua_desktop.services.awards.decisions import Issued, Line
from thidua_desktop.services.office import signers
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.form import Field, FormSection
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.register_editors import DateField
from thidua_desktop.ui.widgets.table import DataTable, RowsModel, TableColumn

_SUBJECT = (TableColumn("subject", "Tập thể, cá nhân, hộ", 24), TableColumn("award", "Danh hiệu, hình thức", 28))
_ENTER_BONUS = "Biết mức thì ghi trước khi ban hành."
_TO_RULES = "Ghi mức ở trang Quy định"
_NO_DAY = "Ghi ngày như 25/12/2026."


class _DatedDialog(QDialog):
    """A dialog of a round with a number, a day and a table; ``act`` is the verb of its button, ``accept`` does it."""

    def __init__(self, context: TabContext, round_id: int, title: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.context = context
        self.number = QLineEdit()
        self.day = DateField()
        self._round_id = round_id
        summary = rounds.round_summary(context.workspace, round_id)
        self.day.setText(format_date(summary.signing_day(context.workspace.today().isoformat())))
        self.form = FormSection()
        self.words = label("", wrap=True)
        self.message = InlineMessage()
        self.message.hide()
        self.hint = InlineMessage()
        self.hint.hide()
        self.box = AgreeBox(self, act)
        self.act = self.box.agree
        self.resize(2 * sizes.DIALOG_WIDTH, sizes.READING_WIDTH)

    def _lay_out(self, table: DataTable) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(self.form)
        column.addWidget(self.message)
        column.addWidget(self.words)
        column.addWidget(self.hint)
        column.addWidget(table, 1)
        column.addWidget(self.box)

    def _day(self, field: Field) -> str:
        """The day as ISO, "" for one that does not fit, which is then said under the field."""
        try:
            day = parse_date(self.day.text()) or ""
        except ValueError:
            day = ""
        field.set_problem("" if day else _NO_DAY)
        return day

    def _say(self, error: KnownError) -> None:
        self.message.show_message(error.happened, error.advice, State.BAD)
        self.message.show()


class DecisionDialog(_DatedDialog):
    """Number, day and signer of the chair's decision, and what happens to each of the chosen on that day.

    ``issued`` is what was done, None while nothing was. ``rules_wanted`` closes it: the rules of that day (ISO) are to
    be shown, to enter a bonus that is not known.
    """

    rules_wanted = Signal(str)

    def __init__(self, context: TabContext, round_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, round_id, "Ban hành quyết định khen thưởng", "Ban hành", parent)
        self.issued: Issued | None = None
        self.signer = QComboBox()
        self._signers: Sequence[Signer] = ()
        self._number_field = self.form.add_field(
            "Số quyết định", self.number, "Số do văn thư cấp. Chưa có số thì xem dự thảo ở bước này.", required=True
        )
        self._day_field = self.form.add_field("Ngày ký", self.day, required=True)
        self._signer_field = self.form.add_field("Người ký", self.signer, required=True)
        self.table = DataTable(
            RowsModel((TableColumn("what", "Hướng xử lý", 20), *_SUBJECT, TableColumn("said", "Ai quyết định"))),
            stretch="said",
        )
        self._lay_out(self.table)
        self.day.textChanged.connect(self.look)
        self.hint.acted.connect(self._on_rules)
        self.look()

    def look(self, *_: object) -> None:
        """Show who may sign on the day in the field, and what becomes of each."""
        day = self._day(self._day_field)
        if not day:
            self.act.setEnabled(False)
            return
        self._show_signers(day)
        prospect = decisions.prospect(self.context.workspace, self._round_id, day)
        groups = (
            ("quyết định lần này", prospect.here, State.GOOD),
            ("trình cấp trên", prospect.upward, State.WAIT),
            ("không đưa vào", prospect.refused, State.BAD),
        )
        listed = [(words, line, state) for words, lines, state in groups for line in lines]
        self.table.model().set_rows(
            [[f"{state.sign} {words}", line.subject, line.award, _decided_by(line)] for words, line, state in listed],
            {(number, 0): state for number, (_, _, state) in enumerate(listed)},
        )
        self.words.setText(_counted(len(prospect.here), len(prospect.upward), len(prospect.refused)))
        title, text = _without_bonus(prospect.here)
        self.hint.show_message(title, text, State.WAIT, (_TO_RULES,))
        self.hint.setVisible(bool(title))
        self.act.setEnabled(bool(prospect.here and self._signers))

    def _on_rules(self, number: int) -> None:
        self.reject()
        self.rules_wanted.emit(self._day(self._day_field))

    def _show_signers(self, day: str) -> None:
        before = self.signer.currentText()
        self._signers = signers.signers_on(self.context.workspace, day)
        self.signer.clear()
        self.signer.addItems([f"{one.full_name} – {one.position.replace(chr(10), ' ')}" for one in self._signers])
        self.signer.setCurrentIndex(max(self.signer.findText(before), 0))
        none = "Chưa có ai ký được vào ngày này: thêm trong thẻ Danh mục, trang Người ký."
        self._signer_field.set_problem("" if self._signers else none)

    def accept(self) -> None:
        """Issue it; what does not fit is said here and the dialog stays."""
        day = self._day(self._day_field)
        if not day or not self._signers:
            return
        typed = self.number.text().strip()
        number = parse_whole(typed)
        if typed and number is None:
            self._number_field.set_problem("Chỉ gõ số thứ tự, ví dụ 125.")
            return
        self._number_field.set_problem("")
        signer = self._signers[self.signer.currentIndex()]
        try:
            self.issued = decisions.issue_decision(self.context.workspace, self._round_id, number, day, signer)
        except KnownError as error:
            self._say(error)
            return
        super().accept()


class UpperDialog(_DatedDialog):
    """Number and day of the decision that came back, and whom it names: of those that a level above decides by the law
    of that day. ``changes`` is what was done.
    """

    def __init__(self, context: TabContext, round_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, round_id, "Nhập quyết định của cấp trên", "Lưu kết quả", parent)
        self.changes: Changes | None = None
        self._lines: tuple[Line, ...] = ()
        self.number.setPlaceholderText("ví dụ 1234/QĐ-UBND")
        self.form.add_field("Số, ký hiệu", self.number, required=True)
        self._day_field = self.form.add_field("Ngày ký", self.day, required=True)
        self.table = DataTable(RowsModel((*_SUBJECT, TableColumn("said", "Ai quyết định"))), stretch="said")
        self.table.setSelectionBehavior(DataTable.SelectionBehavior.SelectRows)
        self._lay_out(self.table)
        self.day.textChanged.connect(self.look)
        self.look()

    def look(self, *_: object) -> None:
        """Show whom a level above decides on the day in the field; those in view stay chosen or not as they are."""
        day = self._day(self._day_field)
        self.act.setEnabled(bool(day))
        if not day:
            return
        upward = decisions.prospect(self.context.workspace, self._round_id, day).upward
        self.act.setEnabled(bool(upward))
        named = "Chọn những dòng có trong quyết định (giữ Ctrl để chọn nhiều dòng)."
        nobody = f"Ngày {format_date(day)} không có ai được chọn mà do cấp trên quyết định: xem lại ngày ký."
        self.words.setText(named if upward else nobody)
        if [line.nomination_id for line in upward] != [line.nomination_id for line in self._lines]:
            self._lines = upward
            self.table.model().set_rows([[line.subject, line.award, line.authority.who] for line in upward])
            self._choose_of_one()

    def _choose_of_one(self) -> None:
        """At first those of one decider are chosen: a decision has one who signs it."""
        self.table.clearSelection()
        model, choose = self.table.selectionModel(), self.table.selectionModel().SelectionFlag
        for row, line in enumerate(self._lines):
            if line.authority.who == self._lines[0].authority.who:
                model.select(self.table.model().index(row, 0), choose.Select | choose.Rows)

    def accept(self) -> None:
        """Store it; what does not fit is said here and the dialog stays."""
        day = self._day(self._day_field)
        ids = [self._lines[row].nomination_id for row in self.table.selected_rows()]
        if not day:
            return
        if not ids:
            self._say(KnownError("Chưa chọn dòng nào.", "Chọn những ai có trong quyết định."))
            return
        try:
            number = nfc(self.number.text()).strip()
            self.changes = decisions.record_upper_decision(self.context.workspace, ids, number, day)
        except KnownError as error:
            self._say(error)
            return
        super().accept()


def _decided_by(line: Line) -> str:
    return f"{line.authority.who}. {line.authority.through}".removesuffix(". ").replace("..", ".")


def _without_bonus(lines: Sequence[Line]) -> tuple[str, str]:
    """What is said when the bonus of some is not known, and that the paper then promises none; "" when all are."""
    unknown = list(dict.fromkeys(line.award for line in lines if line.bonus.amount is None))
    if not unknown:
        return "", ""
    nobody = all(line.bonus.amount is None for line in lines)
    printed = "quyết định sẽ không có điều về tiền thưởng" if nobody else "danh sách sẽ in “theo quy định”"
    title = f"Chưa biết mức tiền thưởng của {', '.join(unknown)} vào ngày này."
    return title, f"{printed[:1].upper()}{printed[1:]}. {_ENTER_BONUS}"


def _counted(here: int, upward: int, refused: int) -> str:
    if not (here or upward or refused):
        return "Chưa có ai được chọn. Ở bước Hội đồng, chọn những người được Hội đồng đồng ý."
    parts = [f"{here} trường hợp được quyết định lần này"]
    parts += [f"{upward} trường hợp thuộc cấp trên, đưa vào tờ trình"] if upward else []
    parts += [f"{refused} trường hợp không đưa vào"] if refused else []
    return "; ".join(parts) + "."
