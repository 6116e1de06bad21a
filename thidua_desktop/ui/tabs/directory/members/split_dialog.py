"""One organisation becomes several: their names, and who and what goes to which of them."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.vietnamese import one_line
from thidua_desktop.services.members import splitting
from thidua_desktop.services.members.splitting import Split, Splittable
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.table import DataTable, TableColumn

from .assigning import AssignBar, AssignModel
from .dialog import MemberDialog, day_of

STAYS = "ở lại"
_KINDS = {"people": "người", "commitments": "cam kết"}
_EXPLAIN = (
    "Gõ tên tổ chức mới, mỗi dòng một tên. Người và cam kết của năm không chọn nơi về thì ở lại tổ chức cũ; "
    "chức vụ trước đây của người chuyển đi được giữ trong quá trình công tác."
)
_NAME_LINES = 3


class SplitDialog(MemberDialog):
    """Accepting makes the new organisations."""

    def __init__(self, context: TabContext, organisation_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, "Tách tổ chức", "Tách", _EXPLAIN, parent)
        self._id = organisation_id
        self._offered: tuple[Splittable, ...] = ()
        self._named: list[str] = []
        row = registers.row(context.workspace, "organisations", organisation_id)
        self.names = QPlainTextEdit()
        self.names.setTabChangesFocus(True)
        self.names.setFixedHeight(_NAME_LINES * sizes.ROW)
        self.day = self.day_field()
        self.ends = QCheckBox("Tổ chức cũ ngừng hoạt động từ năm đó")
        self.form.add_field("Tách từ", label(row.cells[0] if row else "", "strong", wrap=True))
        self.form.add_field("Tên các tổ chức mới", self.names, required=True)
        self.form.add_field("Từ ngày", self.day, required=True)
        self.form.add_field("", self.ends)
        columns = (
            TableColumn("kind", "Loại", 12, soft=True),
            TableColumn("text", "Người, cam kết", 48),
            TableColumn("detail", "Chức vụ, năm", 18, soft=True),
            TableColumn("goes", "Về", 30),
        )
        self.model = AssignModel(columns, lambda row: self.places, self)
        self.table = DataTable(self.model, stretch="text")
        self.table.setAccessibleName("Người và cam kết của tổ chức")
        self.bar = AssignBar(self.table, "Các dòng đang chọn về", "Chuyển")
        self.column.addWidget(self.bar)
        self.column.addWidget(self.table, 1)
        self.finish_layout(2 * sizes.DIALOG_WIDTH, sizes.READING_WIDTH + sizes.LABEL_WIDTH)
        self.names.textChanged.connect(self._on_names)
        self.day.textChanged.connect(self.look)
        self.look()
        self._on_names()

    @property
    def new_names(self) -> list[str]:
        """The names that were typed."""
        return [name for line in self.names.toPlainText().splitlines() if (name := one_line(line))]

    @property
    def places(self) -> list[str]:
        """Where a row may go."""
        return [STAYS, *self.new_names]

    def look(self, *_: object) -> None:
        """Show what can be given from that day on."""
        try:
            day = day_of(self.day)
        except BadInput:
            return
        before = dict(zip(self._offered, self.model.chosen, strict=True))
        self._offered = splitting.splittable(self.context.workspace, self._id, day)
        rows = [(_KINDS[one.kind], one.text, one.detail) for one in self._offered]
        self.model.set_rows(rows, [before.get(one, STAYS) for one in self._offered])

    def _on_names(self) -> None:
        """A row goes with the name it was given to while that is being mended; of a name that is gone it stays."""
        before, self._named = self._named, self.new_names
        self.bar.set_choices(self.places)
        mended = dict(zip(before, self._named, strict=True)) if len(before) == len(self._named) else {}
        for row, text in enumerate(self.model.chosen):
            if text not in self.places:
                self.model.assign([row], mended.get(text, STAYS))
        self.act.setEnabled(bool(self.new_names))

    def _given(self, kind: str) -> dict[int, int]:
        names = self.new_names
        pairs = zip(self._offered, self.model.chosen, strict=True)
        return {one.id: names.index(text) for one, text in pairs if one.kind == kind and text in names}

    def do(self) -> Changes:
        wanted = Split(
            self._id,
            day_of(self.day),
            tuple(self.new_names),
            self._given("people"),
            self._given("commitments"),
            self.ends.isChecked(),
        )
        return splitting.split(self.context.workspace, wanted)
