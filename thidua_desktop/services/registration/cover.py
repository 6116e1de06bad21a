"""The plan's targets held against what organisations commit to: who took what, what is missing, who owes what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from ...domain.plan.plans import TargetValue
from ...domain.registration.commitments import Commitment
from ...domain.registration.cover import (
    Cover,
    Share,
    TargetCover,
    in_unit,
    organisations_covered,
    targets_covered,
)
from ..plan.organisation_names import KnownOrganisations
from ..workspace import Workspace
from . import commitments, result_sheets
from .registrations import standing
from .result_sheets import ResultRow, ResultSheet

__all__ = ["Cover", "cover"]


def cover(workspace: Workspace, year: int, sheet: ResultSheet | None = None) -> Cover:
    """The cover of all plans of the year; ``sheet`` is :func:`.result_sheets.target_sheet` when it was read already.

    The organisations are those in the year's list and those with commitments, as lists print them.
    """
    rows = (sheet or result_sheets.target_sheet(workspace, year)).rows
    promised = commitments.of_year(workspace, year)
    towards: dict[int, list[Commitment]] = {}
    for one in promised:
        if one.target_id is not None:
            towards.setdefault(one.target_id, []).append(one)
    listed = {
        one.organisation_id: one.name for one in standing(workspace, year) if one.registration_id or one.commitments
    }
    responsible = _Responsible(workspace)
    targets = targets_covered(
        [_target(row, towards.get(row.owner_id, []), listed, responsible.ids(row.responsible)) for row in rows]
    )
    counts = Counter(one.organisation_id for one in promised if one.organisation_id is not None)
    return Cover(targets, organisations_covered(targets, listed, counts))


def _target(
    row: ResultRow, towards: list[Commitment], names: Mapping[int, str], responsible: tuple[int, ...]
) -> TargetCover:
    return TargetCover(
        row.owner_id,
        row.plan_id,
        row.number,
        row.name,
        row.figure,
        row.planned,
        row.planned_text,
        row.responsible,
        responsible,
        row.composite,
        tuple(_share(row.planned, one, names) for one in towards),
    )


def _share(planned: TargetValue | None, one: Commitment, names: Mapping[int, str]) -> Share:
    name = names.get(one.organisation_id or 0, one.organisation)
    return Share(one.id, one.organisation_id, name, in_unit(planned, one.values))


class _Responsible:
    """Which organisations of the directory the words of a plan make responsible, each text looked up once."""

    def __init__(self, workspace: Workspace) -> None:
        self._known = KnownOrganisations(workspace)
        self._names = workspace.definitions.member_names
        self._found: dict[str, tuple[int, ...]] = {}

    def ids(self, text: str) -> tuple[int, ...]:
        """Theirs, none twice."""
        if text not in self._found:
            named = [self._known.find(text)] if text else []
            found = [*named, *(self._known.find(name) for name in self._names.several(text))]
            self._found[text] = tuple(dict.fromkeys(one for one in found if one is not None))
        return self._found[text]
