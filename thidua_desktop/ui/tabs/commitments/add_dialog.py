"""Organisations to be added to the year: ticked in the directory, or a new one by its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QVBoxLayout, QWidget

from thidua_desktop.domain.registers.directory import ORGANISATION_KINDS
from thidua_desktop.domain.vietnamese import fold, one_line
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.agree import AgreeBox
from thidua_desktop.ui.widgets.choosing import Choosable, ChoosingModel
from thidua_desktop.ui.widgets.form import FormSection
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.search import SearchField
from thidua_desktop.ui.widgets.table import TableColumn
from thidua_desktop.ui.widgets.tick_table import TickTable

_NEW = "Đơn vị được thêm vào cả Danh mục."
_NONE_LEFT = "Danh mục không còn đơn vị nào ngoài danh sách năm."

Listed = tuple[int, str, str]
"""Id, name and kind of an organisation of the directory."""


_COLUMNS = (TableColumn("name", "Đơn vị trong Danh mục", 36), TableColumn("kind", "Loại", 26))


class AddDialog(QDialog):
    """Accepting means: ``model.ticked`` and, when ``new_name`` is not "", a new organisation of ``kind``.

    ``listed`` are those that may be ticked, ``present`` the names of those that are in the year. ``kind_of`` tells the
    kind by a name; it is proposed until the clerk chooses one.
    """

    def __init__(
        self,
        listed: Sequence[Listed],
        present: Sequence[str],
        year: int,
        kind_of: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Thêm đơn vị vào danh sách năm {year}")
        self.model = ChoosingModel(_COLUMNS, [_choosable(one) for one in listed], self)
        self.table = TickTable(self.model, stretch="name")
        self.table.setAccessibleName("Đơn vị chưa có trong danh sách năm")
        self.search = SearchField("Tìm trong Danh mục")
        self.search.searched.connect(self.model.search)
        self.search.went_down.connect(self.table.setFocus)
        self.name = QLineEdit()
        self.kind = QComboBox()
        self.kind.addItems(["", *(choice.label for choice in ORGANISATION_KINDS)])
        self._kind_of = kind_of
        self._kind_chosen = False
        self._met = {fold(one_line(name)): f"Đơn vị này đã có trong danh sách năm {year}." for name in present}
        offered = "Đơn vị này đã có trong Danh mục; hãy đánh dấu ở bảng trên."
        self._met |= {fold(one_line(name)): offered for _, name, _ in listed}
        for part in (self.search, self.table):
            part.setParent(self)
            part.setVisible(bool(listed))
        self._lay_out(bool(listed))
        self.model.dataChanged.connect(self._show_count)
        self.name.textChanged.connect(self._show_count)
        self.name.textChanged.connect(self._propose_kind)
        self.kind.activated.connect(self._on_kind)
        self._show_count()
        QTimer.singleShot(0, self, self._put_keyboard)

    def _lay_out(self, some: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(sizes.MARGIN, sizes.MARGIN, sizes.MARGIN, sizes.MARGIN)
        column.setSpacing(sizes.UNIT)
        if some:
            column.addWidget(label("Đánh dấu (phím cách) những đơn vị thi đua trong năm.", "soft", wrap=True))
            column.addWidget(self.search)
            column.addWidget(self.table, 1)
        new = FormSection("Hoặc một đơn vị mới" if some else "Đơn vị mới", _NEW if some else f"{_NONE_LEFT} {_NEW}")
        self.name_field = new.add_field("Tên đơn vị", self.name, wide=True)
        new.add_field("Loại", self.kind, wide=True)
        column.addWidget(new)
        box = AgreeBox(self, "Thêm")
        self.add_button = box.agree
        column.addWidget(box)
        self.resize(sizes.WIDE_DIALOG, sizes.READING_WIDTH if some else self.sizeHint().height())

    def _put_keyboard(self) -> None:
        (self.table if self.model.rowCount() else self.name).setFocus()
        if self.model.rowCount():
            self.table.go_to(0)

    @property
    def new_name(self) -> str:
        """The name of the new organisation, "" for none."""
        return one_line(self.name.text())

    def _on_kind(self, _: int) -> None:
        self._kind_chosen = True

    def _propose_kind(self, *_: object) -> None:
        if not self._kind_chosen:
            self.kind.setCurrentIndex(max(self.kind.findText(self._kind_of(self.new_name)), 0))

    def _show_count(self, *_: object) -> None:
        count = len(self.model.ticked) + bool(self.new_name)
        doubled = self._met.get(fold(self.new_name), "")
        self.name_field.set_problem(doubled)
        self.add_button.setText(f"Thêm {count} đơn vị" if count else "Thêm")
        self.add_button.setEnabled(bool(count) and not doubled)


def _choosable(one: Listed) -> Choosable:
    organisation_id, name, kind = one
    return Choosable(organisation_id, (name, kind), (State.NEUTRAL, State.NEUTRAL))
