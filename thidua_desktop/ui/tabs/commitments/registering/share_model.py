"""The organisations that may take a part of a target, with the part of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.registration.results import adds_up
from thidua_desktop.domain.registration.sharing import parted
from thidua_desktop.domain.vietnamese import format_number, parse_number
from thidua_desktop.services.registration.sharing import Sharer
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.register_model import ChoicesRole
from thidua_desktop.ui.widgets.table import TableColumn
from thidua_desktop.ui.widgets.tick_table import TickModel

NAME, HOUSEHOLDS, NOW, PART = range(4)
_Index = QModelIndex | QPersistentModelIndex


class ShareModel(TickModel):
    """Ticked are those that take a part; typing a part ticks its row, an empty one takes the tick away."""

    def __init__(self, sharers: Sequence[Sharer], planned: TargetValue, figure: int, parent=None) -> None:
        columns = (
            TableColumn("name", "Đơn vị", 40),
            TableColumn("households", "Số hộ", 10, numeric=True),
            TableColumn("now", "Đang cam kết", 16, numeric=True),
            TableColumn("part", "Phần giao", 14, numeric=True),
        )
        super().__init__(columns, parent)
        self.sharers = list(sharers)
        self.texts: list[str] = []
        self.show_figure(planned, figure)

    def show_figure(self, planned: TargetValue, figure: int) -> None:
        """Divide another figure of the target: who committed to it already is ticked."""
        self.beginResetModel()
        self.planned, self.figure = planned, figure
        said = [one.said[figure] for one in self.sharers]
        self.texts = [format_number(value) for value in said]
        self._ticked = {row for row, value in enumerate(said) if value is not None}
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.sharers)

    def column(self, number: int) -> _Typed:
        """The column of that number, as the editors ask for it."""
        return _Typed()

    def text(self, row: int, column: int) -> str:
        one = self.sharers[row]
        if column == NAME:
            return one.name
        if column == HOUSEHOLDS:
            return "" if one.households is None else format_number(one.households)
        if column == NOW:
            return format_number(one.said[self.figure])
        return self.texts[row] if self.is_ticked(row) else ""

    def state(self, row: int, column: int) -> State:
        return State.BAD if column == PART and self.part(row) is None and self.is_ticked(row) else State.NEUTRAL

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole):
        if index.isValid() and role == ChoicesRole:
            return None
        return super().data(index, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == PART else flags

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return super().setData(index, value, role)
        if index.column() != PART:
            return False
        row, text = index.row(), str(value).strip()
        self.texts[row] = text
        self._ticked = self._ticked | {row} if text else self._ticked - {row}
        self.dataChanged.emit(self.index(row, 0), self.index(row, PART))
        return True

    def part(self, row: int) -> float | None:
        """The part of that row; None for none, or for a text that is no figure above 0."""
        found = parse_number(self.texts[row].removesuffix(self.planned.unit).strip())
        return found if found is not None and found > 0 else None

    @property
    def parts(self) -> dict[int, float]:
        """The part of each ticked organisation, by its id."""
        found = ((self.sharers[row].organisation_id, self.part(row)) for row in self.ticked)
        return {key: part for key, part in found if part is not None}

    @property
    def shares(self) -> dict[int, float]:
        """What each commits to when the parts are given: who is not ticked keeps what it says now."""
        kept = {one.organisation_id: one.said[self.figure] for one in self._unticked()}
        return {key: value for key, value in kept.items() if value is not None} | self.parts

    def _unticked(self) -> list[Sharer]:
        return [one for row, one in enumerate(self.sharers) if not self.is_ticked(row)]

    @property
    def wrong(self) -> list[str]:
        """The names of those that are ticked without a part."""
        return [self.sharers[row].name for row in self.ticked if self.part(row) is None]

    @property
    def adjusted(self) -> list[str]:
        """The names of those whose commitment was handed in and would say another figure."""
        parts = self.parts
        return [
            one.name
            for one in self.sharers
            if one.kept and one.organisation_id in parts and one.said[self.figure] != parts[one.organisation_id]
        ]

    def _left(self) -> TargetValue:
        """The figure without what those who are not ticked commit to."""
        kept = sum(one.said[self.figure] or 0.0 for one in self._unticked())
        if self.planned.value is None or not adds_up(self.planned.unit):
            return self.planned
        return replace(self.planned, value=max(round(self.planned.value - kept, 9), 0.0))

    def divide(self, *, by_households: bool = False) -> None:
        """Give the ticked ones their parts: equal ones, or by their households.

        What the others commit to already is taken off before.
        """
        rows = self.ticked
        weights = [float(self.sharers[row].households or 0) if by_households else 1.0 for row in rows]
        for row, part in zip(rows, parted(self._left(), weights), strict=True):
            self.texts[row] = format_number(part)
            self._ticked = self._ticked | {row} if part is not None else self._ticked - {row}
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.sharers) - 1, PART))


class _Typed:
    """A column whose cells are one line."""

    type = "text"
