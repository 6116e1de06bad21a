"""What each column of the file means: proposed by its heading, changed by the clerk in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QStyleOptionViewItem, QWidget

from thidua_desktop.domain.lists.headings import Headings
from thidua_desktop.domain.lists.meanings import SKIP, ListKind, meanings
from thidua_desktop.domain.registers.cells import masked
from thidua_desktop.ui.tabs.directory.members.assigning import AssignModel
from thidua_desktop.ui.theme import sizes
from thidua_desktop.ui.widgets.card import Card
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.register_editors import RegisterDelegate
from thidua_desktop.ui.widgets.table import DataTable, TableColumn

_COLUMNS = (
    TableColumn("heading", "Cột trong tệp", 16),
    TableColumn("sample", "Ví dụ", 13, soft=True),
    TableColumn("meaning", "Là", 17),
)
_NO_HEADING = "không có"
_SAMPLES = 3
_EXPLAIN = (
    "Cột nào hiểu chưa đúng thì chọn lại ở cột “Là” (bấm, hoặc F2). "
    "Lần sau gặp tệp cùng tiêu đề, cách hiểu này được nhớ."
)


class _MeaningDelegate(RegisterDelegate):
    """A choice from the list is taken at once."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:
        field = super().createEditor(parent, option, index)
        if isinstance(field, QComboBox):
            field.activated.connect(partial(self._on_activated, field))
        return field

    def _on_activated(self, field: QComboBox, _: int) -> None:
        table = self.parent()
        if table.indexWidget(table.currentIndex()) is not field:
            return  # typed and taken already; the list says it once more when it goes
        self.commitData.emit(field)
        self.closeEditor.emit(field, self.EndEditHint.NoHint)


class ColumnsCard(Card):
    """``page_chosen`` and ``row_chosen`` tell that another page or row of headings is wanted, ``changed`` that columns
    mean something else now.
    """

    page_chosen = Signal(int)
    row_chosen = Signal(int)
    changed = Signal()

    def __init__(self, kind: ListKind, parent: QWidget | None = None) -> None:
        super().__init__("Cột của tệp", parent=parent)
        self._titles = {one.title: one.key for one in meanings(kind)}
        self._words = {key: title for title, key in self._titles.items()}
        self.page, self.row = QComboBox(), QSpinBox()
        self.page.setAccessibleName("Trang của tệp")
        self.page.setMinimumContentsLength(8)
        self.row.setAccessibleName("Dòng tiêu đề")
        self.row.setSpecialValueText(_NO_HEADING)
        self.row.setKeyboardTracking(False)
        self.model = AssignModel(_COLUMNS, self._choices, self)
        self.table = DataTable(self.model, stretch="heading")
        self.table.setItemDelegate(_MeaningDelegate(self.table))
        self.table.setAccessibleName("Các cột của tệp")
        self.table.setMinimumHeight(sizes.TABLE_MIN)
        where = QHBoxLayout()
        where.setSpacing(sizes.UNIT)
        for part, stretch in ((label("Trang", "soft"), 0), (self.page, 1), (label("Dòng tiêu đề", "soft"), 0)):
            where.addWidget(part, stretch)
        where.addWidget(self.row)
        self.add_layout(where)
        self.add(self.table, 1)
        self.add(label(_EXPLAIN, "small", wrap=True))
        self.page.activated.connect(self.page_chosen)
        self.row.valueChanged.connect(self._on_row)
        self.model.dataChanged.connect(self._on_assigned)
        self.table.clicked.connect(self._on_clicked)

    def _choices(self, row: int) -> Sequence[str]:
        return list(self._titles)

    def show_pages(self, names: Sequence[str], current: int) -> None:
        """Offer the pages of the file."""
        self.page.clear()
        self.page.addItems(list(names))
        self.page.setCurrentIndex(current)
        self.page.setEnabled(len(names) > 1)

    def show_headings(self, headings: Headings, keys: Sequence[str], rows: int) -> None:
        """Show the columns with samples; ``rows`` is how many rows the page has. Nothing is told."""
        self.row.blockSignals(True)
        self.row.setRange(0, max(rows, 1))
        self.row.setValue(headings.row + 1)
        self.row.blockSignals(False)
        texts = [
            (
                heading or f"(cột {_letter(at)})",
                " · ".join(_masked(text, key) for text in dict.fromkeys(headings.samples[at][:_SAMPLES])),
            )
            for at, (heading, key) in enumerate(zip(headings.texts, keys, strict=True))
        ]
        self.model.set_rows(texts, [self._words[key] for key in keys])

    @property
    def keys(self) -> tuple[str, ...]:
        """The meanings of the columns."""
        return tuple(self._titles[text] for text in self.model.chosen)

    def _on_clicked(self, index: QModelIndex) -> None:
        """A click on a meaning opens the list of all."""
        if index.column() == self.model.last:
            self.table.edit(index)
            if isinstance(field := self.table.indexWidget(index), QComboBox):
                field.showPopup()

    def _on_row(self, value: int) -> None:
        self.row_chosen.emit(value - 1)

    def _on_assigned(self, top, bottom, roles=()) -> None:
        """A meaning that another column had goes over to this one."""
        row = top.row()
        chosen = self.model.chosen[row]
        if self._titles[chosen] not in (SKIP, "to_note"):
            for other, text in enumerate(self.model.chosen):
                if other != row and text == chosen:
                    self.model.chosen[other] = self._words[SKIP]
        self.table.viewport().update()
        self.changed.emit()

    def take_keyboard(self) -> None:
        """Put the keyboard in the first meaning."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.table.go_to(0, self.model.last)


def _masked(text: str, key: str) -> str:
    """A sample; what is an identity number, or may be one, is masked."""
    may_be = re.fullmatch(r"\d{9}|\d{11,12}", text.replace(" ", ""))
    return masked(text) if key == "identity_number" or may_be else text


def _letter(at: int) -> str:
    """The letters of a column as Excel shows them: 0 is "A", 26 is "AA"."""
    letters, at = "", at + 1
    while at:
        at, rest = divmod(at - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
