"""How far the plan is: the menu beside its title, the line over an issued one, and the acts of both."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import Plan, PlanState, SourceFile
from thidua_desktop.domain.plan.states import CALLED, ISSUED, before, following
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services.plan import plans, states, versions
from thidua_desktop.services.plan.plans import PlanSummary
from thidua_desktop.ui.storing import do
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.plans.issue_dialog import SCAN, IssueDialog
from thidua_desktop.ui.tabs.plans.plan_banner import PlanBanner
from thidua_desktop.ui.tasks import papers
from thidua_desktop.ui.tasks.reading import read_bytes
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.undo_act import UndoAct

_FROZEN = "Nội dung giữ như đã ký. Cam kết, kết quả và ngày xong việc vẫn ghi được."
_TYPED = "Kế hoạch đã ban hành nên giữ nguyên như đã ký; chữ vừa gõ không được ghi. Muốn thay đổi thì lập bản sửa đổi."
_TELL_AGAIN_AFTER = 8000  # milliseconds: one notice for what is typed at one go
_WITHDRAW = (
    "Chỉ rút lại khi bấm nhầm hoặc kế hoạch chưa gửi đi: kế hoạch trở về bước trình ký và sửa được, số và ngày còn "
    "nguyên. Nếu đã gửi đi thì lập bản sửa đổi."
)


class PlanStates(QObject):
    """``wanted(plan id)`` asks for another plan, ``compare_wanted(old id, new id)`` for the two beside each other."""

    wanted = Signal(int)
    compare_wanted = Signal(int, int)

    def __init__(self, context: TabContext, owner: QWidget) -> None:
        super().__init__(owner)
        self.context = context
        self._owner = owner
        self._plan = Plan(year=context.year)
        self._newer: PlanSummary | None = None
        self.dialog: IssueDialog | None = None
        self.menu = QMenu()
        self.button = QPushButton()
        self.button.setToolTip("Bước của kế hoạch: bấm để chuyển bước, ban hành, lập bản sửa đổi hoặc so sánh")
        self.button.setProperty("menu", True)
        self.button.setMenu(self.menu)
        self.menu.setParent(self.button, self.menu.windowFlags())
        self.menu.aboutToShow.connect(self.fill_menu)
        self._told = QTimer(self, singleShot=True, interval=_TELL_AGAIN_AFTER)
        self.banner = PlanBanner()
        self.banner.acted.connect(self._on_banner)

    # What is shown

    @property
    def is_frozen(self) -> bool:
        """Whether the plan in view is issued."""
        return self._plan.state == ISSUED

    def show_plan(self, plan: Plan) -> None:
        """Show how far that plan is; one of id 0 is none."""
        self._plan = plan
        sign = State.GOOD.sign if self.is_frozen else State.WAIT.sign
        self.button.setText(f"{sign} {CALLED[plan.state]}")
        self.button.setAccessibleName(f"Bước của kế hoạch: {CALLED[plan.state]}")
        self.button.setVisible(bool(plan.id))
        if not plan.id:
            self.banner.show_words("", "", State.NEUTRAL, {})
            return
        newer = versions.amendments(self.context.workspace, plan.id)
        self._newer = newer[-1] if newer else None
        self.banner.show_words(*self._words())

    def _words(self) -> tuple[str, str, State, dict[str, str]]:
        plan, newer = self._plan, self._newer
        if plan.state == ISSUED:
            acts = {"scan": "Mở bản ký" if self._scan_name() else "Đính kèm bản ký…"}
            if newer is None:
                return f"Đã ban hành {_called(plan)}", _FROZEN, State.GOOD, acts | {"amend": "Lập bản sửa đổi"}
            if newer.state == ISSUED:
                acts |= {"newer": "Xem bản thay thế", "compare_newer": "Xem thay đổi"}
                return "Bản này đã được thay", "Kết quả, đăng ký theo bản thay thế.", State.NEUTRAL, acts
            acts |= {"newer": "Mở bản sửa đổi"}
            return f"Đã ban hành {_called(plan)}", "Một bản sửa đổi đang được soạn.", State.GOOD, acts
        if plan.amends is not None:
            text = "Khi ban hành, bản này thay bản trước; kết quả, đăng ký theo sang."
            acts = {"compare_earlier": "Xem thay đổi", "earlier": "Mở bản trước"}
            return "Bản sửa đổi", text, State.WAIT, acts
        return "", "", State.NEUTRAL, {}

    def _scan_name(self) -> str:
        return states.scan_name(self.context.workspace, self._plan.id)

    def _on_banner(self, key: str) -> None:
        acts = {
            "scan": self.open_scan if self._scan_name() else self.ask_for_scan,
            "amend": self.amend,
            "newer": lambda: self.wanted.emit(self._newer.id),
            "earlier": lambda: self.wanted.emit(self._plan.amends),
            "compare_newer": lambda: self.compare_wanted.emit(self._plan.id, self._newer.id),
            "compare_earlier": lambda: self.compare_wanted.emit(self._plan.amends, self._plan.id),
        }
        acts[key]()

    def tell_frozen(self) -> None:
        """Say why nothing can be typed in the plan, with the way out."""
        if not self._told.isActive():
            way = ("Lập bản sửa đổi", "amend") if self._newer is None else ("Mở bản sửa đổi", "newer")
            self.context.ask.notify(_TYPED, State.WAIT, [(way[0], partial(self._on_banner, way[1]))])
        self._told.start()

    # The menu

    def fill_menu(self) -> None:
        """What can be done with the plan as it stands now."""
        self.menu.clear()
        state = self._plan.state
        if state == ISSUED:
            self._fill_issued()
        else:
            for later in following(state):
                self.menu.addAction(f"Chuyển sang {CALLED[later].lower()}", partial(self.go_to, later))
            self.menu.addAction("Ban hành…", self.issue)
            if (back := before(state)) is not None:
                self.menu.addSeparator()
                self.menu.addAction(f"Lùi về {CALLED[back].lower()}", partial(self.go_to, back))
        self._fill_comparing()

    def _fill_issued(self) -> None:
        if self._newer is None:
            self.menu.addAction("Lập bản sửa đổi", self.amend)
        name = self._scan_name()
        if name:
            self.menu.addAction("Mở bản ký", self.open_scan)
        self.menu.addAction("Thay bản ký…" if name else "Đính kèm bản ký…", self.ask_for_scan)
        if name:
            self.menu.addAction("Bỏ bản ký", self.remove_scan)
        if self._newer is None:
            self.menu.addSeparator()
            self.menu.addAction("Rút lại việc ban hành…", self.withdraw)

    def _fill_comparing(self) -> None:
        plan = self._plan
        self.menu.addSeparator()
        if plan.amends is not None:
            self.menu.addAction("So với bản trước", partial(self.compare_wanted.emit, plan.amends, plan.id))
        earlier = self.last_years()
        if earlier is not None:
            self.menu.addAction(
                f"So với kế hoạch năm {earlier.year}", partial(self.compare_wanted.emit, earlier.id, plan.id)
            )

    def last_years(self) -> PlanSummary | None:
        """The plan it was drafted from, else that of the year before; None for none."""
        workspace, plan = self.context.workspace, self._plan
        drafted = [one for one in plans.plan_summaries(workspace) if one.id == plan.drafted_from]
        return drafted[0] if drafted else plans.plan_of_year(workspace, plan.year - 1)

    # Acts

    def go_to(self, state: PlanState) -> None:
        """Put the plan into that state."""
        do(self.context, partial(states.set_state, self.context.workspace, self._plan.id, state))

    def issue(self) -> None:
        """Ask for number, day and signed scan, and issue the plan."""
        self.dialog = IssueDialog(self.context, self._plan, self._owner.window())
        self.dialog.accepted.connect(self._on_issued)
        self.dialog.open()

    def _on_issued(self) -> None:
        assert self.dialog is not None and self.dialog.issued is not None, "only an open dialog can be agreed to"
        changes, carried = self.dialog.issued
        self.context.bus.publish(changes)
        words = "Đã ban hành kế hoạch."
        if carried is not None and carried.moved:
            words += f" {carried.moved} kết quả đã nhập theo sang bản này."
        if carried is not None and carried.left:
            words += f" {carried.left} kết quả ở lại bản trước vì bản này không còn chỉ tiêu, cam kết hoặc đợt đó."
        self.context.ask.notify(words, acts=[("Hoàn tác", UndoAct(self.context, changes))])

    def withdraw(self) -> None:
        """Take the issuing back when the clerk means it."""
        if self.context.ask.confirm("Rút lại việc ban hành kế hoạch này?", _WITHDRAW, yes="Rút lại"):
            do(self.context, partial(states.withdraw, self.context.workspace, self._plan.id))

    def amend(self) -> None:
        """Make a new version of the issued plan and go to it."""
        try:
            changes, plan_id = versions.begin_amendment(self.context.workspace, self._plan.id)
        except versions.AmendmentOpen as open_one:
            self.wanted.emit(open_one.plan_id)
            return
        except KnownError as error:
            self.context.ask.error(error)
            return
        self.context.bus.publish(changes)
        self.wanted.emit(plan_id)
        self.context.ask.notify(
            "Đã lập bản sửa đổi; bản đã ban hành vẫn dùng cho đến khi bản này được ban hành.",
            acts=[("Hoàn tác", UndoAct(self.context, changes))],
        )

    def ask_for_scan(self) -> None:
        """Let the clerk choose the signed scan, and keep it with the plan."""
        path = self.context.ask.open_file("Chọn bản ký", (SCAN,))
        if path is not None:
            read_bytes(self.context.tasks, path, partial(self._on_scan, self._plan.id), self)

    def _on_scan(self, plan_id: int, scan: SourceFile) -> None:
        do(self.context, partial(states.attach_scan, self.context.workspace, plan_id, scan))

    def open_scan(self) -> None:
        """Open a copy of the signed scan with the program the system has for it."""
        try:
            scan = states.scan(self.context.workspace, self._plan.id)
        except KnownError as error:
            self.context.ask.error(error)
            return
        if scan is not None:
            papers.open_copy(self.context.tasks, scan, self)

    def remove_scan(self) -> None:
        """Take the signed scan away; the notice offers to bring it back."""
        changes = do(self.context, partial(states.remove_scan, self.context.workspace, self._plan.id))
        if changes:
            self.context.ask.notify("Đã bỏ bản ký.", acts=[("Hoàn tác", UndoAct(self.context, changes))])


def _called(plan: Plan) -> str:
    """Number and day as a sentence says them."""
    number = f"số {plan.number:02d}/{plan.symbol or ''}".rstrip("/") if plan.number else ""
    parts = (plan.date.year, plan.date.month, plan.date.day)
    day = f"ngày {format_date('{:04d}-{:02d}-{:02d}'.format(*parts))}" if all(parts) else ""
    return " ".join(part for part in (number, day) if part)
