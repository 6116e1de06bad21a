"""What the document checker says of the plan, at the right: what, why, what to do, and a click that goes there or
makes what is certain right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.checking import Finding
from thidua_desktop.domain.checking.findings import Severity
from thidua_desktop.domain.checking.severities import WORDS, counted, in_reading_order
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.chip import StatusChip
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.message import InlineMessage
from thidua_desktop.ui.widgets.scrolling import scrolling

MOST_SHOWN = 60
STATES: dict[Severity, State] = {"error": State.BAD, "warning": State.WAIT, "hint": State.NEUTRAL}
_ORDER = tuple(WORDS)
_TEXTS = ("preamble", "section", "closing")  # the parts whose name tells more than the remark does
_GO = "Đến chỗ này"
_REPAIR = "Sửa theo gợi ý"
_REPAIR_ALL = "Sửa tất cả chỗ chắc chắn"
_WAITING = "Đang kiểm tra…"


class FindingsList(QWidget):
    """``wanted(finding)`` tells that the clerk wants to see the place of a finding.

    Where the plan can be changed (``repairs``), ``repair_wanted(finding)`` asks for the repair of one finding and
    ``all_repairs_wanted()`` for every one that is certain.
    """

    wanted = Signal(object)
    repair_wanted = Signal(object)
    all_repairs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None, *, repairs: bool = False) -> None:
        super().__init__(parent)
        self._repairs = repairs
        self._waiting = False
        self.repair_all = QPushButton()
        self.repair_all.clicked.connect(self.all_repairs_wanted)
        self.repair_all.hide()
        self._chips = {severity: StatusChip() for severity in WORDS}
        self._list = QVBoxLayout()
        self._list.setSpacing(sizes.UNIT)
        self._list.setContentsMargins(0, 0, sizes.HALF, 0)
        self.shown: tuple[Finding, ...] = ()
        chips = QHBoxLayout()
        for chip in self._chips.values():
            chips.addWidget(chip)
        chips.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(sizes.UNIT)
        column.addLayout(chips)
        column.addWidget(self.repair_all)
        inside = QWidget()
        inside.setLayout(self._list)
        column.addWidget(scrolling(inside), 1)

    def offer_repairs(self, offered: bool) -> None:
        """Whether the plan in view can be changed from here."""
        if offered != self._repairs:
            self._repairs = offered
            self._show(self.shown)

    def wait(self) -> None:
        """Say that the checks are on their way: nothing is known of the plan yet."""
        self._waiting = True
        self._show(())

    def leave_out(self, repaired: Callable[[Finding], bool]) -> None:
        """Take out at once what was just repaired; the next check says what is left."""
        self._show(tuple(finding for finding in self.shown if not repaired(finding)))

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, the gravest first; showing the same ones again changes nothing."""
        ordered = tuple(sorted(in_reading_order(findings), key=lambda finding: _ORDER.index(finding.severity)))
        if ordered == self.shown and self._list.count() and not self._waiting:
            return
        self._waiting = False
        self._show(ordered)

    def _show(self, ordered: tuple[Finding, ...]) -> None:
        self.shown = ordered
        said = counted(ordered)
        for severity, chip in self._chips.items():
            chip.show_state(said.get(severity, ""), STATES[severity])
        certain = sum(finding.is_repairable for finding in ordered) if self._repairs else 0
        self.repair_all.setText(f"{_REPAIR_ALL} ({certain})")
        show_when(self.repair_all, bool(certain))
        self._fill()

    def _fill(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().hide()  # its buttons go at once, not when the program comes to rest
                item.widget().deleteLater()
        for finding in self.shown[:MOST_SHOWN]:
            acts = (_GO, _REPAIR) if self._repairs and finding.is_repairable else (_GO,)
            message = InlineMessage(finding.message, _explained(finding), STATES[finding.severity], acts)
            message.acted.connect(partial(self._on_acted, finding))
            self._list.addWidget(message)
        left = len(self.shown) - MOST_SHOWN
        if left > 0:
            self._list.addWidget(label(f"Còn {left} điều nữa; sửa bớt rồi sẽ thấy.", "soft", wrap=True))
        if self._waiting:
            self._list.addWidget(label(_WAITING, "soft", wrap=True))
        elif not self.shown:
            self._list.addWidget(label("✓ Chưa thấy chỗ nào phải sửa.", "soft", wrap=True))
        self._list.addStretch(1)

    def _on_acted(self, finding: Finding, number: int) -> None:
        (self.repair_wanted if number else self.wanted).emit(finding)


def _explained(finding: Finding) -> str:
    quote = f"“{finding.quote}”" if finding.quote and finding.quote not in finding.message else ""
    where = finding.place.name if finding.place and finding.place.part in _TEXTS else ""
    return "\n".join(line for line in (quote, f"Ở {where}." if where else "", finding.advice) if line)
