"""The organisations that a plan names, to be taken into the year: ticked, named and sorted before it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from thidua_desktop.domain.registers.directory import ORGANISATION_KINDS
from thidua_desktop.domain.vietnamese import one_line
from thidua_desktop.services.registration.registrations import Candidate
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.unstored import store_typed
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.register_editors import RegisterDelegate
from thidua_desktop.ui.widgets.register_model import ChoicesRole
from thidua_desktop.ui.widgets.table import TableColumn
from thidua_desktop.ui.widgets.tick_table import TickAll, TickModel, TickTable

NAME, KIND, STANDS = range(3)
KINDS = [choice.label for choice in ORGANISATION_KINDS]
_EXPLAIN = (
    "Các đơn vị có tên trong kế hoạch. Đánh dấu (phím cách) những đơn vị thi đua trong năm; tên và loại sửa được tại "
    "chỗ. Đơn vị chưa có sẽ được thêm vào Danh mục, cam kết trong kế hoạch được gắn với đơn vị đó."
)

_Index = QModelIndex | QPersistentModelIndex


class CandidateModel(TickModel):
    """Candidates with ticks; ``names`` are what the organisations they already are is called. The name and kind of a
    new one are edited in place.
    """

    def __init__(self, candidates: Sequence[Candidate], names: Mapping[int, str], parent=None) -> None:
        columns = (
            TableColumn("name", "Đơn vị trong kế hoạch", 30),
            TableColumn("kind", "Loại", 22),
            TableColumn("stands", "Trong Danh mục", 19),
            TableColumn("places", "Có tên ở mục", 18),
            TableColumn("brings", "Được gắn", 16),
        )
        super().__init__(columns, parent)
        self.wordy = ("name", "places", "brings")
        self.candidates = list(candidates)
        self._names = names
        self._ticked = {row for row, one in enumerate(self.candidates) if one.ticked}

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.candidates)

    def column(self, number: int) -> _Typed:
        """The column of that number, as the editors ask for it."""
        return _Typed()

    def text(self, row: int, column: int) -> str:
        found = self.candidates[row]
        match column:
            case 0:
                return found.name
            case 1:
                return found.kind
            case 2:
                return "mới" if found.organisation_id is None else self._names.get(found.organisation_id, "đã có")
            case 3:
                return ", ".join(found.places)
        counts = ((found.commitments, "cam kết"), (found.targets, "chỉ tiêu"))
        return ", ".join(f"{count} {word}" for count, word in counts if count)

    def state(self, row: int, column: int) -> State:
        new = column == STANDS and self.candidates[row].organisation_id is None
        return State.WAIT if new else State.NEUTRAL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and role == ChoicesRole:
            return self._choices(index)
        return super().data(index, role)

    def _choices(self, index: _Index) -> list[str] | None:
        """The kinds; of a name the two ways to write it, when there are two."""
        if index.column() == KIND:
            return KINDS
        found = self.candidates[index.row()]
        both = list(dict.fromkeys((found.written, found.full_name)))
        return both if index.column() == NAME and len(both) > 1 else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        known = self.candidates[index.row()].organisation_id is not None
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() in (NAME, KIND) and not known else flags

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = index.row()
        text = one_line(str(value))
        if role != Qt.ItemDataRole.EditRole or not text or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return super().setData(index, value, role)
        one = self.candidates[row]
        self.candidates[row] = replace(one, name=text) if index.column() == NAME else replace(one, kind=text)
        self.dataChanged.emit(index, index)
        return True

    @property
    def chosen(self) -> list[Candidate]:
        """The ticked ones."""
        return [self.candidates[row] for row in self.ticked]


class _Typed:
    """A column whose cells are one line."""

    type = "text"


class CandidatesDialog(QDialog):
    """Accepting means: take ``model.chosen`` into the year."""

    def __init__(
        self,
        candidates: Sequence[Candidate],
        names: Mapping[int, str],
        plan_title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Lấy đơn vị từ kế hoạch")
        self.model = CandidateModel(candidates, names, self)
        self.table = TickTable(self.model)
        self.table.setItemDelegate(RegisterDelegate(self.table))
        self.table.setAccessibleName("Các đơn vị có tên trong kế hoạch")
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        column.addWidget(label(plan_title, "strong", wrap=True))
        column.addWidget(label(_EXPLAIN, "soft", wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(self._foot())
        self.model.dataChanged.connect(self._show_count)
        self._show_count()
        self.resize(2 * sizes.DIALOG_WIDTH, sizes.DIALOG_WIDTH)
        self.table.go_to(0)

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(sizes.UNIT)
        all_of_them = TickAll()
        all_of_them.wanted.connect(self._on_all)
        row.addWidget(all_of_them)
        row.addStretch(1)
        box = AgreeBox(self, "Lấy đơn vị")
        self.take_button = box.agree
        row.addWidget(box)
        return row

    def _on_all(self, ticked: bool) -> None:
        self.model.tick(range(self.model.rowCount()), ticked)

    def _show_count(self, *_: object) -> None:
        count = len(self.model.chosen)
        self.take_button.setText(f"Lấy {count} đơn vị")
        self.take_button.setEnabled(bool(count))

    def accept(self) -> None:
        """What is still being typed in a cell counts."""
        store_typed(self)
        super().accept()
