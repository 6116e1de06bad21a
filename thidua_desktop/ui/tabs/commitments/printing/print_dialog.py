"""The dialog “In biểu mẫu”: papers and organisations to tick, filled or blank, and the pages of the first one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.registration.commitments import NOT_YET, Standing
from thidua_desktop.domain.vietnamese import format_date
from thidua_desktop.services import print_jobs
from thidua_desktop.services.print_jobs import Printable, PrintJob
from thidua_desktop.ui import theme
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.tabs.commitments.printing.paper_choice import PaperChoice
from thidua_desktop.ui.tasks.outgoing import PaperDesk
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.choosing import Choosable, ChoosingModel
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.preview import PreviewPane
from thidua_desktop.ui.widgets.scrolling import scrolling
from thidua_desktop.ui.widgets.table import TableColumn
from thidua_desktop.ui.widgets.tick_table import TickTable

PRINT, WORD, PDF = "in", "docx", "pdf"
_WAYS = ((PRINT, "In…"), (WORD, "Xuất Word…"), (PDF, "Xuất PDF…"))
FILLED, BLANK = "Điền sẵn dữ liệu đã có", "Để trống để điền tay"
BY_ORGANISATION, BY_PAPER = "Từng đơn vị, đủ bộ", "Từng loại biểu mẫu"
_PERSONAL = "personal-registration"
_MOST_COPIES = 200
_WAIT = 300  # milliseconds after the last tick before the pages are set again
_COLUMNS = (TableColumn("name", "Đơn vị", 30), TableColumn("received", "Nộp đăng ký", 13))


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was chosen the last time, for the next."""

    papers: tuple[str, ...] = ()
    blank: bool = False
    by_paper: bool = False
    each: bool = False


class PrintDialog(QDialog):
    """``send_wanted``: ``job`` is to go out by ``way`` ("in", "docx", "pdf"), into a file for ``each`` organisation or
    not. Whoever sends it closes the dialog; what is given up leaves it as it is.

    ``chosen`` is the organisation in view, 0 for none; ``phases`` go id → name, ``awaited`` is the present one.
    """

    send_wanted = Signal()
    commune_wanted = Signal()

    def __init__(
        self,
        context: TabContext,
        offered: Sequence[Printable],
        standings: Sequence[Standing],
        phases: Mapping[int, str],
        awaited: int | None,
        last: Remembered,
        chosen: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"In biểu mẫu năm {context.year}")
        self.context = context
        self.way = ""
        self._standings = standings
        self._chosen = chosen
        self.papers = PaperChoice(offered)
        self.model = ChoosingModel(_COLUMNS, [_choosable(one) for one in standings], self)
        self.table = TickTable(self.model, stretch="name")
        self.table.setAccessibleName("Đơn vị được in")
        self.desk = PaperDesk(context, self)
        self.preview = PreviewPane()
        self._make_options(phases, awaited)
        self._lay_out()
        self._connect()
        self._restore(last)

    def _make_options(self, phases: Mapping[int, str], awaited: int | None) -> None:
        self.kind = QComboBox()
        self.kind.addItems([FILLED, BLANK])
        self.copies = QSpinBox()
        self.copies.setRange(1, _MOST_COPIES)
        self.phase = QComboBox()
        for phase_id, name in phases.items():
            self.phase.addItem(name, phase_id)
        self.phase.setCurrentIndex(max(self.phase.findData(awaited), 0))
        self.order = QComboBox()
        self.order.addItems([BY_ORGANISATION, BY_PAPER])
        self.each = QCheckBox("Mỗi đơn vị một tệp")
        self.each.setToolTip("Khi xuất Word, PDF: ghi vào thư mục, mỗi đơn vị một tệp")

    # Laying out

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        columns = QHBoxLayout()
        columns.setSpacing(sizes.MARGIN)
        columns.addWidget(self._papers_card(), 4)
        columns.addWidget(self._organisations_card(), 4)
        columns.addWidget(self._preview_card(), 5)
        column.addLayout(columns, 1)
        column.addLayout(self._foot())
        wide, high = (over.width(), over.height()) if (over := self.parentWidget()) else sizes.WINDOW_START
        self.resize(wide - 6 * sizes.MARGIN, high - 4 * sizes.MARGIN)

    def _papers_card(self) -> Card:
        card = Card("Biểu mẫu")
        way = FormSection()
        way.add_field("Cách in", self.kind, wide=True)
        card.add(way)  # above the papers: what else is asked about those ticked comes and goes below them
        card.add(scrolling(self.papers), 1)
        self.options = FormSection()
        self._copies = self.options.add_field("Phiếu trống mỗi đơn vị", self.copies, wide=True)
        self._phase = self.options.add_field("Đợt", self.phase, wide=True)
        self._order = self.options.add_field("Xếp theo", self.order, wide=True)
        card.add(self.options)
        return card

    def _organisations_card(self) -> Card:
        self.organisations = Card("Đơn vị")
        self.organisations.add(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        self.pickers: dict[str, QPushButton] = {}
        for words, pick in (
            ("Tất cả", self.tick_all),
            ("Chưa nộp đăng ký", self.tick_missing),
            ("Đang chọn", self.tick_chosen),
            ("Bỏ chọn", self.tick_none),
        ):
            button = self.pickers[words] = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(pick)
            row.addWidget(button)
        self.pickers["Đang chọn"].setVisible(bool(self._chosen))
        row.addStretch(1)
        self.organisations.add_layout(row)
        return self.organisations

    def _preview_card(self) -> Card:
        self.shown = Card("Xem trước")
        self.shown.add(self.preview, 1)
        self.remarks = label("", "small", wrap=True)
        theme.set_state(self.remarks, State.WAIT)
        self.shown.add(self.remarks)
        return self.shown

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        self.said = label("", "soft")
        row.addWidget(self.said, 1)
        row.addWidget(self.each)
        box = QDialogButtonBox()
        self.buttons: dict[str, QPushButton] = {}
        for way, words in _WAYS:
            button = self.buttons[way] = box.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
            button.clicked.connect(partial(self._send, way))
        theme.set_kind(self.buttons[PRINT], "primary")
        box.addButton("Đóng", QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.reject)
        row.addWidget(box)
        return row

    def _connect(self) -> None:
        self._later = QTimer(self, singleShot=True, interval=_WAIT)
        self._later.timeout.connect(self._set_pages)
        self.papers.changed.connect(self._show)
        self.papers.commune_wanted.connect(self.commune_wanted)
        self.model.dataChanged.connect(self._show)
        for part in (self.kind, self.phase, self.order):
            part.currentIndexChanged.connect(self._show)
        self.copies.valueChanged.connect(self._show)
        self.desk.pages.connect(self.preview.show_pdf)
        self.desk.no_pages.connect(self.preview.clear)

    def _restore(self, last: Remembered) -> None:
        self.papers.tick(last.papers)
        self.kind.setCurrentText(BLANK if last.blank else FILLED)
        self.order.setCurrentText(BY_PAPER if last.by_paper else BY_ORGANISATION)
        self.each.setChecked(last.each)
        self.tick_all()
        self._show()

    # Whom it is for

    def _tick(self, wanted: Sequence[int]) -> None:
        self.model.tick(range(self.model.rowCount()), False)
        places = [place for place, one in enumerate(self._standings) if one.organisation_id in set(wanted)]
        self.model.tick(places, True)
        self._show()

    def tick_all(self, *_: object) -> None:
        """Every organisation."""
        self._tick([one.organisation_id for one in self._standings])

    def tick_missing(self, *_: object) -> None:
        """Those whose bản đăng ký has not come in."""
        self._tick([one.organisation_id for one in self._standings if one.received_on is None])

    def tick_chosen(self, *_: object) -> None:
        """The organisation in view alone."""
        self._tick([self._chosen])

    def tick_none(self, *_: object) -> None:
        """No organisation."""
        self._tick([])

    # What is wanted

    @property
    def job(self) -> PrintJob:
        """What is ticked, in the office's order."""
        return PrintJob(
            self.context.year,
            self.papers.ticked,
            tuple(one.organisation_id for one in self._standings if one.organisation_id in self.model.ticked),
            self.kind.currentText() == BLANK,
            self.copies.value(),
            self.phase.currentData(),
            self.papers.chosen_forms,
            self.order.currentText() == BY_PAPER,
        )

    @property
    def remembered(self) -> Remembered:
        """What was chosen, for the next time."""
        job = self.job
        return Remembered(job.papers, job.blank, job.by_paper, self.each.isChecked())

    def refresh(self) -> None:
        """Set the pages again: what they hold has changed."""
        self._later.start()

    def _show(self, *_: object) -> None:
        job = self.job
        own = self.papers.are_for_each(job.papers)
        self.options.show_field(self._copies, job.blank and _PERSONAL in job.papers)
        self.options.show_field(self._phase, self.papers.are_of_phase(job.papers) and self.phase.count() > 0)
        self.options.show_field(self._order, own and len(job.papers) > 1)
        self.table.setEnabled(own)
        count = len(job.organisation_ids)
        self.organisations.set_title("Đơn vị", f"chọn {count}" if own else "không cần chọn")
        self.shown.set_title("Xem trước", "đơn vị đầu tiên được chọn" if own and count > 1 else "")
        some = bool(job.papers) and (not own or bool(count) or (job.blank and not self._standings))
        for button in self.buttons.values():
            button.setEnabled(some)
        self.each.setEnabled(own)
        self.said.setText(_told(len(job.papers), count if own else 0))
        self._later.start()

    def _set_pages(self) -> None:
        job = self.job
        told = " ".join(print_jobs.remarks(self.context.workspace, job))
        self.remarks.setText(told)
        self.remarks.setVisible(bool(told))
        missing = self._missing(job)
        if missing is not None:
            self.desk.leave_preview()
            self.preview.clear(*missing)
            return
        first = replace(job, organisation_ids=job.organisation_ids[:1], copies=1)
        self.desk.preview(partial(print_jobs.whole, self.context.workspace, first))

    def _missing(self, job: PrintJob) -> tuple[str, str] | None:
        """What is still to be chosen before there are pages, and how; None for nothing."""
        if not job.papers:
            return "Chưa chọn biểu mẫu", "Đánh dấu biểu mẫu cần in ở bên trái."
        if job.organisation_ids or not all(self.papers.are_for_each((name,)) for name in job.papers):
            return None
        if self._standings:
            return "Chưa chọn đơn vị", "Đánh dấu đơn vị cần in ở bảng giữa."
        if job.blank:
            return None
        return f"Năm {job.year} chưa có đơn vị nào", f"Thêm đơn vị của năm trước, hoặc chọn “{BLANK}”."

    def _send(self, way: str, _checked: bool = False) -> None:
        self.way = way
        self.send_wanted.emit()


def _told(papers: int, organisations: int) -> str:
    if not papers:
        return "Chưa chọn biểu mẫu nào."
    return f"{papers} biểu mẫu" + (f", {organisations} đơn vị" if organisations else "")


def _choosable(one: Standing) -> Choosable:
    received = format_date(one.received_on) or NOT_YET
    state = State.NEUTRAL if one.received_on else State.WAIT
    return Choosable(one.organisation_id, (one.name, received), (State.NEUTRAL, state))
