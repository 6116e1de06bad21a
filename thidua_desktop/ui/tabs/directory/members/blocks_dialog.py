"""The blocks of a year: every organisation with its block, set for many at once or as the year before."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.members import blocks
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.table import DataTable, TableColumn

from .assigning import AssignBar, AssignModel, by_text
from .dialog import MemberDialog

NO_BLOCK = "(chưa xếp)"
_EXPLAIN = (
    "Chọn các dòng (Shift, Ctrl) rồi xếp vào một khối, hoặc chọn khối ở từng dòng. "
    "Khối, cụm thêm và sửa tên ở trang Khối, cụm thi đua."
)


class BlocksDialog(MemberDialog):
    """Accepting stores the blocks that were changed."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        self.year = context.year
        super().__init__(context, f"Khối thi đua năm {self.year}", "Xếp khối", _EXPLAIN, parent)
        self._blocks = blocks.blocks(context.workspace)
        self._lines = blocks.lines(context.workspace, self.year)
        words = [NO_BLOCK, *self._blocks.values()]
        columns = (
            TableColumn("name", "Tổ chức", 36),
            TableColumn("kind", "Loại", 24, soft=True),
            TableColumn("last", f"Khối năm {self.year - 1}", 20, soft=True),
            TableColumn("block", f"Khối năm {self.year}", 22),
        )
        self.model = AssignModel(columns, lambda row: words, self)
        self.table = DataTable(self.model, stretch="name")
        self.table.setAccessibleName("Tổ chức và khối của năm")
        rows = [(line.name, line.kind, self._blocks.get(line.last_year or 0, "")) for line in self._lines]
        self.model.set_rows(rows, [self._blocks.get(line.block_id or 0, NO_BLOCK) for line in self._lines])
        self.bar = AssignBar(self.table, "Xếp các dòng đang chọn vào", "Xếp")
        self.bar.set_choices(words[1:] or words)
        self.carry = QPushButton(f"Lấy theo năm {self.year - 1}")
        self.carry.setAutoDefault(False)
        self.carry.clicked.connect(self._on_carry)
        self.bar.row.addWidget(self.carry)
        self.count = label("", "soft")
        self.column.addWidget(self.bar)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.count)
        self.model.dataChanged.connect(self._show_count)
        self.finish_layout(2 * sizes.DIALOG_WIDTH, sizes.READING_WIDTH + sizes.LABEL_WIDTH)
        self._show_count()
        if self._lines:
            self.table.go_to(0)

    @property
    def chosen(self) -> dict[int, int | None]:
        """The organisations whose block is another one now."""
        ids = by_text(self._blocks)
        return {
            line.organisation_id: ids.get(text)
            for line, text in zip(self._lines, self.model.chosen, strict=True)
            if ids.get(text) != line.block_id
        }

    def _on_carry(self) -> None:
        carried = blocks.carried_over(self.context.workspace, self.year)
        for row, line in enumerate(self._lines):
            block = carried.get(line.organisation_id)
            if block in self._blocks and self.model.chosen[row] == NO_BLOCK:
                self.model.assign([row], self._blocks[block])

    def _show_count(self, *_: object) -> None:
        without = self.model.chosen.count(NO_BLOCK)
        changed = len(self.chosen)
        self.count.setText(f"Sẽ đổi khối của {changed} tổ chức; {without} tổ chức chưa xếp khối.")
        self.act.setEnabled(bool(changed))

    def do(self) -> Changes:
        return blocks.set_blocks(self.context.workspace, self.year, self.chosen)
