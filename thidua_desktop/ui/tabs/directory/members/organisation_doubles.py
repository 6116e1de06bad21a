"""Organisations that may have been entered twice: pairs to look at and to merge one by one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.members import doubles
from thidua_desktop.services.members.doubles import PeoplePair
from thidua_desktop.ui.tab import TabContext
from thidua_desktop.ui.theme import sizes

from .dialog import MemberDialog
from .pairs import PairModel, PairTable

_EXPLAIN = (
    "Các tổ chức cùng tên nếu bỏ dấu, bỏ tên xã, hoặc viết tắt. Chương trình không tự gộp: xem từng cặp rồi quyết định."
)
_PAIRS = "Chọn một cặp rồi nhấn Enter để xem sẽ chuyển những gì, chỗ nào trùng nhau."


class OrganisationDoublesDialog(MemberDialog):
    """Accepting means: the pair the keyboard is in is to be looked at and merged; ``chosen`` is that pair."""

    def __init__(self, context: TabContext, parent: QWidget | None = None) -> None:
        super().__init__(context, "Tìm tổ chức trùng", "Xem và gộp…", _EXPLAIN, parent)
        self.model = PairModel(self, ticks=False)
        self.pairs = PairTable(self.model, _PAIRS)
        self.model.show_pairs(doubles.organisation_doubles(context.workspace))
        self.column.addWidget(self.pairs, 1)
        self.pairs.table.row_opened.connect(self.accept)
        self.finish_layout(2 * sizes.DIALOG_WIDTH, sizes.READING_WIDTH)
        self.act.setEnabled(bool(self.model.pairs))
        if self.model.pairs:
            self.pairs.table.go_to(0)

    @property
    def chosen(self) -> PeoplePair | None:
        """The pair the keyboard is in, None for none."""
        row = self.pairs.table.current_row()
        return self.model.pairs[row] if 0 <= row < len(self.model.pairs) else None

    def do(self) -> Changes:
        return Changes()
