"""What the clerk does with a round: each act is stored, told on the bus, and offers its undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.awards import confirming, decisions, evaluating, nominations, nominees, rounds, verdicts
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.awards.confirm_dialog import ConfirmDialog
from thidua_desktop.ui.tabs.awards.decision_dialog import DecisionDialog, UpperDialog
from thidua_desktop.ui.tabs.awards.evaluate_dialog import EvaluateDialog
from thidua_desktop.ui.tabs.awards.filtered import KIND
from thidua_desktop.ui.tabs.awards.round_page import RoundPage
from thidua_desktop.ui.tabs.awards.subject_dialog import SubjectDialog
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.undo_act import UndoAct

CHOSEN = "được chọn"
_CHOOSE_ROWS = "Chưa chọn dòng nào: bấm vào các dòng trong bảng trước."
_NOBODY_KNOWN = (
    "Các dòng đang chọn chưa gắn với danh mục, hoặc là hộ gia đình, nên chưa có hồ sơ để ghi xếp loại. Ở trang Hồ sơ "
    "bên phải, bấm “Đưa vào danh mục” trước."
)
_MAY_BE_THERE = "tập thể có thể đã có trong danh mục dưới tên khác nên chưa thêm: xem từng dòng ở trang Hồ sơ."
_Dialog = ConfirmDialog | DecisionDialog | EvaluateDialog | UpperDialog | SubjectDialog
_NEXT = "Xem, in ở bước này hoặc trong Giấy tờ."


class RoundActs(QObject):
    """Acts on the round that ``page`` shows. A dialog that is open is ``dialog``, None when there is none.

    ``rules_wanted`` tells that the rules in force on a day (ISO) are to be shown.
    """

    rules_wanted = Signal(str)

    def __init__(self, context: TabContext, page: RoundPage, window: QWidget) -> None:
        super().__init__(window)
        self.context = context
        self.page = page
        self._window = window
        self.dialog: _Dialog | None = None

    def take_registered(self) -> None:
        """Nominate all that is registered for the year."""
        try:
            taken = nominations.take_registered(self.context.workspace, self.page.round_id)
        except KnownError as error:
            self.context.ask.error(error)
            return
        skipped = f" {taken.skipped} đề nghị đã có sẵn hoặc không hợp lệ, bỏ qua." if taken.skipped else ""
        self._tell(taken.changes, f"Đã lấy {taken.added} đề nghị từ bản đăng ký.{skipped}")

    def remove_round(self) -> None:
        """Remove the round; the notice offers to bring it back."""
        self._finish(partial(rounds.remove_round, self.context.workspace, self.page.round_id), "Đã xóa đợt xét.")

    def choose(self, state: str) -> None:
        """Store what the Council said of the chosen rows; a reason is asked for where one is needed."""
        ids = self.page.nominations.chosen_ids()
        if not ids:
            self.context.ask.notify(_CHOOSE_ROWS, State.WAIT)
            return
        self._choose(ids, state)

    def choose_all(self) -> None:
        """Choose everybody who meets the conditions, has the votes, and is not answered yet."""
        view = self.page.nominations
        place = view.register.register.keys.index("state")
        rows = nominations.page(self.context.workspace, KIND, scope=self.page.round_id, limit=-1)
        ids = [
            row.id
            for row in rows
            if row.cells[place] == "đề nghị"
            and row.id in view.verdicts
            and view.verdicts[row.id].verdict.answer in ("đạt", "lưu ý")
            and (row.id not in view.votes or view.votes[row.id].answer == "đạt")
        ]
        if not ids:
            self.context.ask.notify("Không có đề nghị nào đủ điều kiện mà chưa được xét.", State.WAIT)
            return
        self._choose(ids, CHOSEN)

    def _choose(self, ids: list[int], state: str, reason: str = "") -> None:
        workspace = self.context.workspace
        try:
            changes = verdicts.choose(workspace, ids, state, reason)
        except BadInput as error:
            self._ask_why(ids, state, reason, error)
            return
        except KnownError as error:
            self.context.ask.error(error)
            return
        self._tell(changes, f"Đã ghi {len(ids)} đề nghị: {state}.")

    def _ask_why(self, ids: list[int], state: str, reason: str, error: BadInput) -> None:
        """One that does not meet the conditions is chosen with a reason; what is refused even so is told."""
        if reason:
            self.context.ask.error(error)
        elif entered := self.context.ask.line("Ghi lý do", f"{error.happened} {error.advice}".strip()):
            self._choose(ids, state, entered)

    def answer(self, rule: str, answer: bool | None) -> None:
        """Store what the clerk confirmed of a condition."""
        row_id = self.page.nominations.register.chosen_id()
        do(self.context, partial(verdicts.answer, self.context.workspace, row_id, rule, answer))

    def adopt_subject(self) -> None:
        """Put the nominee, or all of the chosen rows, into the directory."""
        ids = self.page.nominations.chosen_ids()
        if len(ids) > 1:
            left = len(nominees.resembling(self.context.workspace, ids))
            act = partial(nominees.add_all_to_directory, self.context.workspace, ids)
            changes = do(self.context, act)
            said = ["Đã đưa vào danh mục."] if changes else []
            said += [f"{left} {_MAY_BE_THERE}"] if left else []
            if said:
                self._offer_undo(changes, " ".join(said), State.WAIT if left else State.GOOD)
            return
        row_id = self.page.nominations.register.chosen_id()
        self._finish(partial(nominees.add_to_directory, self.context.workspace, row_id), "Đã đưa vào danh mục.")

    def link_subject(self, organisation_id: int) -> None:
        """Say that the nominee is that organisation of the directory."""
        row_id = self.page.nominations.register.chosen_id()
        act = partial(nominees.link_to, self.context.workspace, row_id, organisation_id)
        self._finish(act, "Đã gắn với danh mục.")

    # Dialogs

    def confirm(self) -> None:
        """Answer at once what only the clerk knows of the chosen rows."""
        view = self.page.nominations
        found = [view.verdicts[key] for key in view.chosen_ids() if key in view.verdicts]
        questions = confirming.open_questions(self.context.workspace, found)
        if not questions:
            none = "Các dòng đang chọn không còn câu nào chưa trả lời." if found else _CHOOSE_ROWS
            self.context.ask.notify(none, State.GOOD if found else State.WAIT)
            return
        self._open(ConfirmDialog(questions, self._window), self._on_confirmed)

    def _on_confirmed(self) -> None:
        assert isinstance(self.dialog, ConfirmDialog)
        questions = self.dialog.chosen
        act = partial(confirming.confirm, self.context.workspace, questions)
        self._finish(act, f"Đã xác nhận {len(questions)} điều kiện.")

    def evaluate(self) -> None:
        """Set the facts of the year for the chosen rows at once."""
        of = evaluating.evaluated(self.context.workspace, self.page.nominations.chosen_ids())
        if of.number:
            self._open(EvaluateDialog(self.context, of, self._window), self._on_evaluated)
        else:
            self.context.ask.notify(_NOBODY_KNOWN if of.left else _CHOOSE_ROWS, State.WAIT)

    def _on_evaluated(self) -> None:
        assert isinstance(self.dialog, EvaluateDialog)
        if self.dialog.changes is not None:
            self._tell(self.dialog.changes, f"Đã ghi cho {self.dialog.of.number} cá nhân, tập thể.")

    def issue(self) -> None:
        """Ask for number, day and signer of a decision, and issue it."""
        dialog = DecisionDialog(self.context, self.page.round_id, self._window)
        dialog.rules_wanted.connect(self.rules_wanted)
        self._open(dialog, self._on_issued)

    def _on_issued(self) -> None:
        assert isinstance(self.dialog, DecisionDialog)
        issued = self.dialog.issued
        if issued is not None:
            self._tell(issued.changes, " ".join(("Đã ban hành quyết định.", *_left(issued.left), _NEXT)))

    def record_upper(self) -> None:
        """Ask what came back from the level above, and store it."""
        if not rounds.round_summary(self.context.workspace, self.page.round_id).undecided:
            self.context.ask.notify("Không có đề nghị nào được chọn mà đang chờ quyết định.", State.WAIT)
            return
        self._open(UpperDialog(self.context, self.page.round_id, self._window), self._on_recorded)

    def _on_recorded(self) -> None:
        assert isinstance(self.dialog, UpperDialog)
        if self.dialog.changes is not None:
            self._tell(self.dialog.changes, "Đã ghi quyết định của cấp trên vào Khen thưởng đã có.")

    def remove_decision(self, decision_id: int) -> None:
        """Remove a decision with the awards it wrote; the notice offers to bring them back."""
        act = partial(decisions.remove_decision, self.context.workspace, decision_id)
        self._finish(act, "Đã gỡ quyết định và các khen thưởng ghi theo quyết định đó.")

    def show_years(self) -> None:
        """Open all years of the nominee in view."""
        row_id = self.page.nominations.register.chosen_id()
        if row_id:
            subject = nominees.nominee(self.context.workspace, row_id)
            self._open(SubjectDialog(self.context, subject, self._window), None)

    def _open(self, dialog: _Dialog, accepted: Callable[[], None] | None) -> None:
        self.dialog = dialog
        if accepted is not None:
            dialog.accepted.connect(accepted)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_finished(self) -> None:
        self.dialog = None

    # Telling

    def _finish(self, act: Callable[[], Changes], text: str) -> None:
        if changes := do(self.context, act):
            self._offer_undo(changes, text)

    def _tell(self, changes: Changes, text: str) -> None:
        self.context.bus.publish(changes)
        self._offer_undo(changes, text)

    def _offer_undo(self, changes: Changes, text: str, state: State = State.GOOD) -> None:
        acts = [("Hoàn tác", UndoAct(self.context, changes))] if changes else []
        self.context.ask.notify(text, state, acts)


def _left(said: Sequence[str]) -> Sequence[str]:
    """What a notice says of those that are not in the decision: why of one, how many of more."""
    why = "không thuộc thẩm quyền của Chủ tịch UBND cấp xã"
    return said if len(said) < 2 else (f"{len(said)} trường hợp không đưa vào quyết định này vì {why}.",)
