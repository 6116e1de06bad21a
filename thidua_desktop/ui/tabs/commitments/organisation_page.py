"""The chosen organisation: when its bản đăng ký came back, what it commits to with results, what it registers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.registers.cells import parse_cell
from thidua_desktop.domain.registers.parts import date_column
from thidua_desktop.domain.registration.commitments import Registration, Standing
from thidua_desktop.domain.registration.cover import Owing
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.registration import registrations, results, sharing
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui import theme
from thidua_desktop.ui.storing import do, store
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.commitment_model import CommitmentModel
from thidua_desktop.ui.tabs.commitments.organisation_list import state_of
from thidua_desktop.ui.tabs.commitments.registering.adjusting import Adjusting
from thidua_desktop.ui.tabs.commitments.registering.pages import RegisteredPages
from thidua_desktop.ui.tabs.commitments.result_view import ResultView
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.undo_act import UndoAct
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.fields import DayField, LineField
from thidua_desktop.ui.widgets.form import Field
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.message import InlineMessage

_DAY = date_column("received_on", "Đã nộp ngày")
_ROWS_IN_SIGHT = 6


class OrganisationPage(QWidget):
    """``leave_wanted`` tells that the organisation is to leave the year's list, where it ``may_leave``."""

    leave_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, context: TabContext, *, may_leave: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._may_leave = may_leave
        self.organisation_id = 0
        self.registration: Registration | None = None
        self.card = Card()
        self.chip = StatusChip()
        self.received = DayField()
        self.note = LineField("Ghi chú về bản đăng ký")
        self.received_field = Field(self.received)
        self.note_field = Field(self.note, wide=True)
        self.leave = QPushButton("Bỏ khỏi năm")
        self.not_listed = InlineMessage()
        self.commitments = ResultView(
            context, CommitmentModel(context.workspace, context.year), "commitments", removable=True
        )
        self.no_results = InlineMessage()
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self.registered = RegisteredPages(context, self._split)
        self.titles = self.registered.titles
        self.adjusting = Adjusting(context, self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.card.add_to_title(self.chip)
        self.card.add_to_title(self.leave)
        theme.set_kind(self.leave, "link")
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        for words, field, part in (
            ("Đã nộp ngày", self.received_field, self.received),
            ("Ghi chú", self.note_field, self.note),
        ):
            caption = label(words)
            caption.setBuddy(part)
            caption.setFixedHeight(sizes.CONTROL)
            part.setAccessibleName(words)
            row.addWidget(caption, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(field, 1 if part is self.note else 0, Qt.AlignmentFlag.AlignTop)
        self.received.setFixedWidth(sizes.LABEL_WIDTH)
        self.card.add_layout(row)
        self.card.add(self.not_listed)
        self.promises = Card("Cam kết")
        self.remove_button = QPushButton("Xóa")
        self.owed_button = QPushButton()
        self.remove_button.setToolTip("Xóa các cam kết đang chọn; lấy lại được")
        theme.set_kind(self.owed_button, "link")
        self.promises.add_to_title(self.owed_button)
        self.promises.add_to_title(self.remove_button)
        self.promises.add(self.no_results)
        self.promises.add(self.commitments, 1)
        self.promises.body.addStretch()  # what is said alone keeps its height
        self.commitments.table.setAccessibleName("Cam kết của đơn vị")
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(sizes.CARD)
        self._split.addWidget(self.promises)
        self._split.addWidget(self.registered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.CARD)
        column.addWidget(self.card)
        column.addWidget(self._split, 1)

    def _connect(self) -> None:
        self.received.autosave.edited.connect(self._on_received)
        self.note.autosave.edited.connect(self._on_note)
        self.leave.clicked.connect(self.leave_wanted)
        self.not_listed.acted.connect(self._on_list)
        self.no_results.acted.connect(self._on_no_results)
        self.commitments.model.layoutChanged.connect(self._fit_commitments)
        self.commitments.model.modelReset.connect(self._fit_commitments)
        self.commitments.table.heights_changed.connect(self._fit_commitments)
        self.remove_button.clicked.connect(self.remove_commitments)
        self.owed_button.clicked.connect(self.take_owed)
        self.commitments.table.remove_wanted.connect(self.remove_commitments)
        self.commitments.model.reason_wanted.connect(self.adjusting.ask, Qt.ConnectionType.QueuedConnection)

    def showEvent(self, event: QShowEvent) -> None:
        """Tab goes down the page: when it came in, the commitments, what else is registered. A part that is put into
        another forgets its order: it is told once all are in the window.
        """
        super().showEvent(event)
        head = (self.received, self.note, self.leave, self.owed_button, self.remove_button, self.commitments.table)
        for before, behind in pairwise((*head, *self.registered.keyboard_order())):
            QWidget.setTabOrder(before, behind)

    def _fit_commitments(self) -> None:
        """Some commitments are in sight at once; the page is longer for it."""
        rows = min(max(self.commitments.model.rowCount(), 2), _ROWS_IN_SIGHT)
        table = self.commitments.table
        height = sum(table.rowHeight(row) for row in range(rows)) or rows * sizes.ROW
        table.setMinimumHeight(table.horizontalHeader().minimumHeight() + height + sizes.MARGIN)

    # What is shown

    def show_organisation(self, standing: Standing | None, late: bool = False, entering: bool = False) -> None:
        """Show that organisation; another one begins anew, the same one is only read again."""
        organisation_id = standing.organisation_id if standing else 0
        model = self.commitments.model
        another = organisation_id != self.organisation_id or model.year != self.context.year
        if another:
            for autosave in (self.received.autosave, self.note.autosave):
                autosave.give_up()
            self.received_field.set_problem("")
            self.organisation_id, model.year = organisation_id, self.context.year
            model.show_organisation(organisation_id)
        self._show_registration(standing)
        self._show_head(standing, late, entering)
        self._show_hints()

    def reload(self, changes: Changes | None) -> None:
        """Read the tables again."""
        self.commitments.model.reload(changes)
        self.registered.reload(changes)
        self._show_hints()

    def _show_registration(self, standing: Standing | None) -> None:
        self.registration = registrations.registration(self.context.workspace, self.context.year, self.organisation_id)
        scope = self.registration.id if self.registration else 0
        self.registered.show_registration(scope, standing.kind if standing else "")
        self.registered.setVisible(bool(scope))
        self.received.autosave.show(format_date(self.registration.received_on) if self.registration else "")
        self.note.autosave.show(self.registration.note if self.registration else "")

    def _show_head(self, standing: Standing | None, late: bool, entering: bool) -> None:
        listed = self.registration is not None
        school = registrations.school_year_of(self.context.workspace, self.organisation_id, self.context.year)
        beside = (standing.block if standing else "", school.name if school else "")
        self.card.set_title(standing.name if standing else "", " · ".join(filter(None, beside)))
        source = f"{school.words}\nTheo {school.source} ({school.mark})" if school and school.source else ""
        self.card.setToolTip(source)
        word, state = state_of(standing, late, entering) if standing else ("", State.NEUTRAL)
        self.chip.show_state(word[:1].upper() + word[1:], state)
        for part in (self.received, self.note, self.leave):
            part.setEnabled(listed)
        self.leave.setVisible(listed and self._may_leave)
        self.not_listed.setVisible(not listed and standing is not None)
        if not listed and standing is not None:
            self.not_listed.show_message(
                f"Đơn vị chưa có trong danh sách đăng ký năm {self.context.year}.",
                "Đưa vào danh sách thì in được bản đăng ký và ghi được danh hiệu đăng ký.",
                acts=("Đưa vào danh sách năm",),
            )

    def _show_hints(self) -> None:
        """Say what is missing before commitments and results can be typed."""
        sheet = self.commitments.model.sheet
        show = self.no_results.show_message
        if not sheet.plans:
            show(
                f"Năm {self.context.year} chưa có kế hoạch nên chưa ghi được cam kết.",
                "Danh hiệu thì đăng ký được ngay ở bảng dưới." if self.registration else "",
                acts=("Đến Kế hoạch",),
            )
        elif sheet.plans_without_phases:
            show(
                "Kế hoạch chưa chia đợt nên chưa có cột để nhập kết quả.",
                "Có thể chia hai đợt 6 tháng ngay bây giờ; ngày tháng sửa được trong thẻ Kế hoạch.",
                acts=("Chia hai đợt 6 tháng",),
            )
        self.no_results.setVisible(not sheet.plans or bool(sheet.plans_without_phases))
        self.commitments.setVisible(bool(sheet.plans))

    def show_owed(self, owes: Sequence[Owing]) -> None:
        """Say how many targets the organisation is responsible for and has no commitment of."""
        names = [one.name for one in owes if one.why == "chưa cam kết"]
        self.owed_button.setText(f"Nhận {len(names)} chỉ tiêu phụ trách chưa cam kết")
        self.owed_button.setToolTip("Ghi thành cam kết, điền sẵn phần của đơn vị: " + "; ".join(names))
        self.owed_button.setVisible(bool(names))

    # Acts

    def take_owed(self) -> None:
        """Make commitments of the targets that the plan makes the organisation responsible for."""
        act = partial(sharing.take_owed, self.context.workspace, self.context.year, self.organisation_id)
        if changes := do(self.context, act):
            undo = UndoAct(self.context, changes)
            text = "Đã ghi các chỉ tiêu phụ trách thành cam kết; xem lại số của đơn vị."
            self.context.ask.notify(text, State.GOOD, [("Hoàn tác", undo)])

    def _on_received(self, text: str, editing: str) -> None:
        if self.registration is not None:
            act = partial(_set_received, registration_id=self.registration.id, text=text)
            store(self.context, act, self.received.autosave, self.received_field)

    def _on_note(self, text: str, editing: str) -> None:
        if self.registration is not None:
            registration_id = self.registration.id
            store(
                self.context,
                lambda workspace: registrations.set_note(workspace, registration_id, text, editing=editing),
                self.note.autosave,
                self.note_field,
            )

    def _on_list(self, number: int) -> None:
        do(
            self.context,
            lambda: registrations.open_year(self.context.workspace, self.context.year, [self.organisation_id]),
        )

    def _on_no_results(self, number: int) -> None:
        sheet = self.commitments.model.sheet
        if not sheet.plans:
            self.plan_wanted.emit()
            return
        act = partial(results.ensure_phases, self.context.workspace, sheet.plans_without_phases)
        if changes := do(self.context, act):
            self.context.ask.notify("Đã chia năm thành hai đợt.", acts=[("Hoàn tác", UndoAct(self.context, changes))])

    def remove_commitments(self) -> None:
        """Take the chosen commitments away; the notice offers to bring them back."""
        rows = [row for row in self.commitments.table.selected_rows() if row < len(self.commitments.model.rows)]
        if not rows:
            self.context.ask.notify("Chưa chọn cam kết nào để xóa.", State.WAIT)
            return
        count = len({self.commitments.model.rows[row].owner_id for row in rows})
        try:
            changes = self.commitments.model.remove(rows)
        except KnownError as error:
            self.context.ask.error(error)
            return
        text = f"Đã xóa {count} cam kết."
        self.context.ask.notify(text, State.GOOD, [("Hoàn tác", UndoAct(self.context, changes))])


def _set_received(workspace: Workspace, registration_id: int, text: str) -> Changes:
    """Store the day typed as dd/MM/yyyy, "" for not yet; raises BadInput for what is no day."""
    day = parse_cell(_DAY, text)
    return registrations.set_received(workspace, registration_id, date.fromisoformat(str(day)) if day else None)
