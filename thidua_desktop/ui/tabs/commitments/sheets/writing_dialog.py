"""Which form sheets go out: for what, for which phase, to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.services.sheets.exports import COMMITMENT_SHEET, PROGRESS_SHEET
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.choosing import Choosable, ChoosingModel
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.table import TableColumn
from thidua_desktop.ui.widgets.tick_table import TickAll, TickTable

KINDS = {COMMITMENT_SHEET: "Phiếu đăng ký thi đua, cam kết", PROGRESS_SHEET: "Phiếu báo cáo kết quả của đợt"}
_EXPLAIN = (
    "Mỗi đơn vị một tệp Excel, điền sẵn những gì đã có. Gửi tệp cho đơn vị qua Zalo hoặc USB; "
    "tệp trả về nhận ở “Nhận tệp trả về…”, tên tệp là gì cũng được."
)
_NO_PHASES = "Kế hoạch của năm chưa chia đợt nên chỉ ghi được phiếu đăng ký."
_COLUMNS = (TableColumn("name", "Đơn vị", 44),)


class WritingDialog(QDialog):
    """Accepting means: write ``export`` for ``model.ticked``, of ``phase_id`` when it is about one.

    ``listed`` gives the organisations of each kind of sheet, id → name; ``phases`` id → name, ``awaited`` the present.
    """

    def __init__(
        self,
        listed: Mapping[str, Mapping[int, str]],
        phases: Mapping[int, str],
        awaited: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Ghi phiếu Excel cho các đơn vị")
        self._listed = listed
        self.kind = QComboBox()
        for export, words in KINDS.items():
            if export == COMMITMENT_SHEET or phases:
                self.kind.addItem(words, export)
        self.phase = QComboBox()
        for phase_id, name in phases.items():
            self.phase.addItem(name, phase_id)
        self.phase.setCurrentIndex(max(self.phase.findData(awaited), 0))
        self.model = ChoosingModel(_COLUMNS, (), self)
        self.table = TickTable(self.model, stretch="name")
        self.table.setAccessibleName("Các đơn vị được ghi phiếu")
        self._lay_out(bool(phases))
        self.kind.currentIndexChanged.connect(self._on_kind)
        self._on_kind()

    def _lay_out(self, has_phases: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(_EXPLAIN, "soft", wrap=True))
        if not has_phases:
            column.addWidget(label(_NO_PHASES, "soft", wrap=True))
        what = self.what = FormSection("Phiếu nào")
        what.add_field("Loại phiếu", self.kind, wide=True)
        self.phase_field = what.add_field("Đợt", self.phase, wide=True)
        column.addWidget(what)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        every = TickAll()
        every.wanted.connect(self._on_all)
        foot.addWidget(every)
        foot.addStretch(1)
        box = AgreeBox(self, "Ghi phiếu")
        self.write_button = box.agree
        foot.addWidget(box)
        column.addLayout(foot)
        self.resize(sizes.WIDE_DIALOG, sizes.READING_WIDTH + sizes.ROW)
        self.model.dataChanged.connect(self._show_count)

    @property
    def export(self) -> str:
        """The sheet that is wanted, by its name among the exports."""
        return str(self.kind.currentData())

    @property
    def phase_id(self) -> int | None:
        """The phase that the sheet is about, None for one about the year."""
        return int(self.phase.currentData()) if self.export == PROGRESS_SHEET else None

    def _on_kind(self, *_: object) -> None:
        """Another sheet: those who get it, all ticked."""
        self.what.show_field(self.phase_field, self.export == PROGRESS_SHEET)
        listed = self._listed[self.export]
        rows: Sequence[Choosable] = [Choosable(key, (name,), (State.NEUTRAL,)) for key, name in listed.items()]
        self.model.show_rows(rows)
        self.model.tick(range(len(rows)), True)
        self._show_count()

    def _on_all(self, ticked: bool) -> None:
        self.model.tick(range(self.model.rowCount()), ticked)

    def _show_count(self, *_: object) -> None:
        count = len(self.model.ticked)
        self.write_button.setText(f"Ghi {count} phiếu" if count else "Ghi phiếu")
        self.write_button.setEnabled(bool(count))
