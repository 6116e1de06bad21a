"""Former communes become one: the organisations of one kind are shown as groups, the ticked ones merged in one act."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.members import merging_groups
from thidua_desktop.services.members.merging_groups import Group
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label, show_when
from thidua_desktop.ui.widgets.table import TableColumn
from thidua_desktop.ui.widgets.tick_table import TickAll, TickModel, TickTable

from .dialog import MemberDialog, day_of

_EXPLAIN = (
    "Mỗi nhóm là các tổ chức cùng tên của những xã cũ (thôn, trường, doanh nghiệp vẫn riêng nên không nêu). Đánh dấu "
    "(phím cách) nhóm cần gộp; cả lần gộp là một việc, một lần Hoàn tác lấy lại tất cả. Mục nhiều bên cùng có thì giữ "
    "của tổ chức ở lại, bên kia vào ghi chú; muốn chọn từng mục thì gộp riêng nhóm đó bằng “Gộp…”."
)
_PEOPLE = "Gộp cả {} người cùng tên, cùng ngày sinh hoặc số định danh"


class GroupModel(TickModel):
    """The groups; nothing is ticked at first."""

    def __init__(self, parent=None) -> None:
        columns = (
            TableColumn("stays", "Tổ chức ở lại", 34),
            TableColumn("others", "Gộp vào đó", 50),
            TableColumn("shared", "Mục cùng có", 13, numeric=True),
            TableColumn("people", "Người trùng", 13, numeric=True),
        )
        super().__init__(columns, parent)
        self.groups: tuple[Group, ...] = ()
        self.named = False

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show these; the ticks of those that were there before stay."""
        before = {self.groups[row].ids for row in self.ticked}
        self.beginResetModel()
        self.groups = groups
        self._ticked = {row for row, one in enumerate(groups) if one.ids in before}
        self.endResetModel()

    def show_names(self, named: bool) -> None:
        """Show the new names, or those of the organisations that stay."""
        self.named = named
        if self.groups:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.groups) - 1, 0))

    @property
    def chosen(self) -> list[Group]:
        """The ticked groups."""
        return [self.groups[row] for row in self.ticked]

    def rowCount(self, parent=None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.groups)

    def text(self, row: int, column: int) -> str:
        one = self.groups[row]
        name = (one.name if self.named else "") or one.names[0]
        return (name, "; ".join(one.names[1:]), str(one.shared or ""), str(len(one.people) or ""))[column]


class CommunesDialog(MemberDialog):
    """Accepting merges the ticked groups as one act."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "Gộp đơn vị của các xã cũ", "Gộp", _EXPLAIN, parent)
        self.day, self.names, self.people = self.day_field(), QCheckBox(), QCheckBox()
        self.form.add_field("Từ ngày", self.day, required=True)
        self.model = GroupModel(self)
        self.table = TickTable(self.model, stretch="others")
        self.table.setSelectionBehavior(TickTable.SelectionBehavior.SelectRows)
        self.table.setAccessibleName("Các nhóm tổ chức cùng tên")
        self.tick_all, self.count = TickAll(), label("", "soft")
        ticks = QHBoxLayout()
        ticks.setSpacing(sizes.UNIT)
        ticks.addWidget(self.tick_all)
        ticks.addWidget(self.count, 1)
        self.column.addWidget(self.names)
        self.column.addWidget(self.people)
        self.column.addLayout(ticks)
        self.column.addWidget(self.table, 1)
        self.finish_layout(2 * sizes.DIALOG_WIDTH, sizes.READING_WIDTH + sizes.LABEL_WIDTH)
        self.day.textChanged.connect(self.look)
        self.names.toggled.connect(self.model.show_names)
        self.tick_all.wanted.connect(self._on_all)
        self.model.dataChanged.connect(self._show_count)
        self.look()
        self.names.setChecked(not self.names.isHidden())
        if self.model.groups:
            self.table.go_to(0)

    def look(self, *_: object) -> None:
        """Show the groups with what they would meet from that day on."""
        try:
            day = day_of(self.day).isoformat()
        except BadInput:
            return
        self.model.show_groups(merging_groups.groups(self.context.workspace, day))
        name = next((one.name for one in self.model.groups if one.name), "")
        self.names.setText(f"Đặt tên theo xã mới, ví dụ “{name}”")
        show_when(self.names, bool(name))
        people = sum(len(one.people) for one in self.model.groups)
        self.people.setText(_PEOPLE.format(people))
        show_when(self.people, bool(people))
        self._show_count()

    def _on_all(self, ticked: bool) -> None:
        self.model.tick(range(self.model.rowCount()), ticked)

    def _show_count(self, *_: object) -> None:
        found, chosen = len(self.model.groups), len(self.model.chosen)
        self.count.setText(f"Có {found} nhóm." if found else "Không thấy hai tổ chức nào cùng tên.")
        self.act.setText(f"Gộp {chosen} nhóm" if chosen else "Gộp")
        self.act.setEnabled(bool(chosen))

    def do(self) -> Changes:
        day = day_of(self.day).isoformat()
        named, with_people = self.names.isChecked(), self.people.isChecked()
        mergers = [one.merger(day, named=named, with_people=with_people) for one in self.model.chosen]
        return merging_groups.merge_groups(self.context.workspace, mergers)
