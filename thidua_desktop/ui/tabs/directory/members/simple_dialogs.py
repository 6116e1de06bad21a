"""Another name from a day on, and another post from a day on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.vietnamese import nfc, one_line
from thidua_desktop.services.members import posts, renaming
from thidua_desktop.services.members.names import merged_ids
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.register_editors import ChoiceField

from .dialog import MemberDialog, day_of

_RENAME = (
    "Tên đang dùng được giữ làm tên cũ, đến hết ngày trước ngày đổi, và vẫn dùng để nhận ra đơn vị trong danh sách, "
    "trong tệp gửi về. Chỉ sửa lỗi gõ thì gõ đè ngay vào ô tên, không cần đổi ở đây."
)
_POST = (
    "Chức vụ và tổ chức hiện nay được giữ trong quá trình công tác, đến hết ngày trước ngày đổi. "
    "Ô để trống thì giữ như hiện nay."
)


class RenameDialog(MemberDialog):
    """Accepting gives the organisation its new name."""

    def __init__(self, context: TabContext, organisation_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, "Đổi tên tổ chức", "Đổi tên", _RENAME, parent)
        self._id = organisation_id
        row = registers.row(context.workspace, "organisations", organisation_id)
        cells = dict(zip(registers.register("organisations").keys, row.cells, strict=True)) if row else {}
        self._before = cells.get("name", "")
        self._printed_before = cells.get("printed_name") or self._before
        self.name, self.short, self.printed = QLineEdit(self._before), QLineEdit(), QLineEdit()
        self.day = self.day_field()
        self.form.add_field("Tên hiện nay", label(self._before, "strong", wrap=True))
        self.form.add_field("Tên mới", self.name, required=True)
        self.form.add_field("Tên gọi tắt mới", self.short)
        self.form.add_field("Tên in trên văn bản", self.printed, "Để trống thì văn bản in tên mới.")
        self.form.add_field("Dùng tên mới từ ngày", self.day, required=True)
        self.preview = label("", wrap=True)
        self.column.addWidget(self.preview)
        for field in (self.name, self.printed, self.day):
            field.textChanged.connect(self.look)
        self.finish_layout(sizes.WIDE_DIALOG)
        self.look()
        self.name.selectAll()

    def look(self, *_: object) -> None:
        """Say what will be printed from when on."""
        try:
            day = day_of(self.day)
        except BadInput as error:
            self.preview.setText(error.happened)
            return
        name = one_line(self.printed.text()) or one_line(self.name.text())
        self.preview.setText(
            f"Văn bản từ {day:%d/%m/%Y} in “{name}”; văn bản về ngày trước đó in “{self._printed_before}”."
        )

    def do(self) -> Changes:
        texts = [nfc(field.text()) for field in (self.name, self.short, self.printed)]
        return renaming.rename(
            self.context.workspace,
            self._id,
            texts[0],
            day_of(self.day),
            short_name=texts[1],
            printed_name=texts[2],
        )


class PostDialog(MemberDialog):
    """Accepting gives the chosen people another organisation, another position or both."""

    def __init__(self, context: TabContext, ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(context, "Đổi đơn vị, chức vụ", "Đổi", _POST, parent)
        self._ids = list(ids)
        merged = merged_ids(context.workspace)
        rows = registers.page(context.workspace, "organisations", order="name", limit=-1)
        self._homes = {row.cells[0]: row.id for row in rows if row.id not in merged}
        self.home = ChoiceField(["", *self._homes])
        self.home.setFrame(True)
        self.position = QLineEdit()
        self.day = self.day_field()
        self.form.add_field("Người", label(self._names(), "strong", wrap=True))
        self.form.add_field("Tổ chức mới", self.home)
        self.form.add_field("Chức vụ mới", self.position)
        self.form.add_field("Từ ngày", self.day, required=True)
        self.finish_layout(sizes.WIDE_DIALOG)

    def _names(self) -> str:
        found = (registers.row(self.context.workspace, "people", one) for one in self._ids[:3])
        names = ", ".join(row.cells[0] for row in found if row)
        return names if len(self._ids) <= 3 else f"{names} và {len(self._ids) - 3} người nữa"

    def do(self) -> Changes:
        text = one_line(self.home.currentText())
        if text and text not in self._homes:
            raise BadInput(f"Không có tổ chức “{text}” trong danh mục.", "Chọn trong danh sách.")
        return posts.change_post(
            self.context.workspace,
            self._ids,
            day_of(self.day),
            organisation_id=self._homes.get(text),
            position=self.position.text(),
        )
