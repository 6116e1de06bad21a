"""The targets of the year's plans: what was given, who committed to how much, and the results phase by phase."""

from __future__ import annotations

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.papers.target_rows import own_words, with_unit
from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.registration import cover
from thidua_desktop.domain.registration.cover import CoverState, TargetCover
from thidua_desktop.services.registration import result_sheets, results
from thidua_desktop.services.registration.cover import cover as cover_of_year
from thidua_desktop.services.registration.result_sheets import ResultRow, ResultSheet
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.ui.tabs.commitments.result_model import Heading, ResultModel
from thidua_desktop.ui.theme import State

NAME, GIVEN, COMMITTED, BY = "name", "given", "committed", "by"
_THERE = frozenset({cover.ENOUGH, cover.WITHIN, cover.AT_LEVEL, cover.TAKEN})
_STATES = {
    **dict.fromkeys((cover.NOBODY, cover.SHORT, cover.TOO_MUCH, cover.BELOW), State.BAD),
    **dict.fromkeys((cover.UNPROMISED, cover.NO_FIGURE), State.WAIT),
    **dict.fromkeys((cover.OVER, *_THERE), State.GOOD),
}


class TargetModel(ResultModel):
    """The targets of all plans of the year; results are typed, the rest is edited in the plan."""

    lead = (
        Heading(NAME, "Chỉ tiêu", 32),
        Heading(GIVEN, "Giao", 14, numeric=True),
        Heading(COMMITTED, "Cam kết", 13, numeric=True, hint="Các đơn vị cam kết, cộng lại khi cùng đơn vị tính"),
        Heading(BY, "Đơn vị nhận", 18, hint="Cam kết còn thiếu hay vượt số của kế hoạch, và của đơn vị nào"),
    )

    wordy = (NAME, GIVEN, BY)

    def __init__(self, workspace: Workspace, year: int, parent=None) -> None:
        self.covers: dict[tuple[int, int], TargetCover] = {}
        self.states: frozenset[CoverState] = frozenset()
        super().__init__(workspace, year, parent)

    def read(self) -> ResultSheet:
        sheet = result_sheets.target_sheet(self.workspace, self.year)
        covers = cover_of_year(self.workspace, self.year, sheet).targets
        self.covers = {(one.target_id, one.figure): one for one in covers}
        return sheet

    def show_states(self, states: frozenset[CoverState]) -> None:
        """Show only the targets that stand so, all of them for none."""
        self.states = states
        self.relist()

    def _is_wanted(self, row: ResultRow) -> bool:
        own = self.cover_of(row)
        return super()._is_wanted(row) and (not self.states or (own is not None and own.state in self.states))

    def cover_of(self, row: ResultRow) -> TargetCover | None:
        """How far the figure of that row is covered."""
        return self.covers.get((row.owner_id, row.figure))

    def lead_text(self, row: ResultRow, key: str) -> str:
        if key == GIVEN:
            return " – ".join(part for part in (row.assigned_by, row.planned_text) if part)
        if key == COMMITTED:
            own = self.cover_of(row)
            together = with_unit(TargetValue(row.committed, row.unit)) if row.committed is not None else ""
            return (own.total_text if own else "") or together
        if key == BY:
            return self._by(row)
        if not row.first:
            return ""
        name = own_words(row.name, self._names.get((row.plan_id, row.number.rpartition(".")[0]), ""))
        return f"{row.number}. {name}" if row.number else name

    def _take(self, sheet: ResultSheet) -> None:
        super()._take(sheet)
        self._names = {(row.plan_id, row.number): row.name for row in sheet.rows}

    def _by(self, row: ResultRow) -> str:
        """What is missing or over, and who commits to the target; who is responsible while nobody does."""
        found = self.cover_of(row)
        if found is None or not (row.first or row.planned):
            return ""
        if found.state == cover.UNPROMISED:
            return f"phụ trách: {row.responsible}" if row.first else ""
        names = ", ".join(row.committed_by) if row.first else ""
        if not names:
            return found.words
        return names if found.state in _THERE else f"{found.words}: {names}"

    def state(self, row: int, column: int) -> State:
        if self.columns[column].key == BY:
            found = self.cover_of(self.rows[row])
            shown = found and self.lead_text(self.rows[row], BY)
            return _STATES.get(found.state, State.NEUTRAL) if found and shown else State.NEUTRAL
        return super().state(row, column)

    def set_result(self, row: ResultRow, phase_id: int, text: str) -> Changes:
        return results.set_target_result(self.workspace, row.owner_id, phase_id, row.figure, text)
