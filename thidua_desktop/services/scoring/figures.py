"""What the data file knows of a criterion's figures: the results of commitments and targets, and days late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import cast

from ...domain.registration.results import REACHED
from ...domain.scoring.criteria import CriteriaSet, Criterion
from ...domain.scoring.figures import TARGET_GONE, Figures, Late, Reached, of_figures, of_lateness, of_rate
from ...storage import registration
from ..registration.result_sheets import ResultRow, both_sheets
from ..workspace import Workspace
from .lateness import late_papers


class YearFigures:
    """The figures of one year, each read once."""

    def __init__(self, workspace: Workspace, year: int) -> None:
        self._workspace = workspace
        self._year = year
        self._targets, self._commitments = both_sheets(workspace, year)
        self._target_of = {
            row["id"]: cast("int | None", row["target_id"])
            for row in registration.rows_of_year(workspace.file, "commitments", year)
        }
        self._of_organisation: dict[int | None, list[ResultRow]] = {}
        for row in self._commitments.rows:
            self._of_organisation.setdefault(row.organisation_id, []).append(row)

    @cached_property
    def _late(self) -> Mapping[int, Sequence[Late]]:
        return late_papers(self._workspace, self._year, self._commitments)

    def of(self, criteria: CriteriaSet, criterion: Criterion, organisation_id: int | None) -> Figures | None:
        """The figures of a criterion of the set for an organisation, or for the commune (None); None where they are
        typed.
        """
        if criterion.measure == "nộp chậm":
            return None if organisation_id is None else of_lateness(criteria, self._late.get(organisation_id, ()))
        if criterion.measure == "cam kết":
            return self._rate(organisation_id)
        if criterion.target_id is not None:
            return self._of_target(criterion.target_id, organisation_id)
        return None

    def _of_target(self, target_id: int, organisation_id: int | None) -> Figures:
        if all(row.owner_id != target_id for row in self._targets.rows):
            return Figures(said=TARGET_GONE)
        if organisation_id is None:
            rows = [row for row in self._targets.rows if row.owner_id == target_id][:1]
            return of_figures([Reached(row.planned, row.achieved) for row in rows], "theo kết quả chỉ tiêu của xã")
        rows = [
            row for row in self._of_organisation.get(organisation_id, ()) if self._target_of[row.owner_id] == target_id
        ]
        return of_figures([Reached(row.planned, row.achieved) for row in rows], "theo kết quả cam kết của đơn vị")

    def _rate(self, organisation_id: int | None) -> Figures:
        if organisation_id is None:
            return _rated([row for row in self._targets.rows if not row.composite], "chỉ tiêu")
        return _rated(self._of_organisation.get(organisation_id, ()), "cam kết")


def _rated(rows: Sequence[ResultRow], one: str) -> Figures:
    """A commitment or target is reached when all its figures are; it is reported when one of them is."""
    by_owner: dict[int, list[ResultRow]] = {}
    for row in rows:
        by_owner.setdefault(row.owner_id, []).append(row)
    reached = sum(all(row.status in REACHED for row in own) for own in by_owner.values())
    reported = sum(any(row.achieved is not None for row in own) for own in by_owner.values())
    return of_rate(reached, len(by_owner), reported, one)
