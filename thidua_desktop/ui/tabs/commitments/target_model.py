"""The targets of the year's plans: what was given, who committed to how much, and the results phase by phase."""

from __future__ import annotations

from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.papers.target_rows import own_words, with_unit
from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.services.registration import result_sheets, results
from thidua_desktop.services.registration.result_sheets import ResultRow, ResultSheet
from thidua_desktop.ui.tabs.commitments.result_model import Heading, ResultModel
from thidua_desktop.ui.theme import State

NAME, GIVEN, COMMITTED, BY = "name", "given", "committed", "by"
NOBODY = "chưa có"


class TargetModel(ResultModel):
    """The targets of all plans of the year; results are typed, the rest is edited in the plan."""

    lead = (
        Heading(NAME, "Chỉ tiêu", 25),
        Heading(GIVEN, "Giao", 19, numeric=True),
        Heading(COMMITTED, "Cam kết", 13, numeric=True, hint="Các đơn vị cam kết, cộng lại khi cùng đơn vị tính"),
        Heading(BY, "Đơn vị nhận", 15),
    )

    wordy = (NAME, GIVEN, BY)

    def read(self) -> ResultSheet:
        return result_sheets.target_sheet(self.workspace, self.year)

    def lead_text(self, row: ResultRow, key: str) -> str:
        if key == GIVEN:
            return " – ".join(part for part in (row.assigned_by, row.planned_text) if part)
        if key == COMMITTED:
            return with_unit(TargetValue(row.committed, row.unit)) if row.committed is not None else ""
        if not row.first:
            return ""
        if key == BY:
            return self._by(row)
        name = own_words(row.name, self._names.get((row.plan_id, row.number.rpartition(".")[0]), ""))
        return f"{row.number}. {name}" if row.number else name

    def _take(self, sheet: ResultSheet) -> None:
        super()._take(sheet)
        self._names = {(row.plan_id, row.number): row.name for row in sheet.rows}

    @staticmethod
    def _by(row: ResultRow) -> str:
        if row.committed_by or row.composite:
            return ", ".join(row.committed_by)
        return f"phụ trách: {row.responsible}" if row.responsible else NOBODY

    def state(self, row: int, column: int) -> State:
        if self.columns[column].key == BY and self.text(row, column) == NOBODY:
            return State.WAIT
        return super().state(row, column)

    def set_result(self, row: ResultRow, phase_id: int, text: str) -> Changes:
        return results.set_target_result(self.workspace, row.owner_id, phase_id, row.figure, text)
