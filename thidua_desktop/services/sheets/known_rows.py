"""What the data file holds of an organisation in a year, for its forms and for what comes back on them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from typing import cast

from ...domain.plan.plans import TargetValue
from ...domain.registers.directory import VILLAGE
from ...domain.rules.packs import Law
from ...domain.sheets.forms import SheetKind
from ...domain.sheets.known import (
    Known,
    KnownCommitment,
    KnownInitiative,
    KnownMovement,
    KnownTarget,
    KnownTitle,
)
from ...domain.sheets.questions import OF_HAMLETS
from ...storage import records, registration
from ...storage.keys import Value
from ...storage.records import Row
from ..awards.rule_corrections import law
from ..awards.subjects import Subjects
from ..registers import register_rows as rows_of
from ..workspace import Workspace
from . import phases


class YearRows:
    """What a year holds of all its organisations; what is the same for many files is read once."""

    def __init__(self, workspace: Workspace, year: int) -> None:
        self.workspace, self.year = workspace, year

    def known(self, organisation_id: int, phase_id: int | None = None, kind: SheetKind = "đăng ký") -> Known:
        """Everything of the organisation, for a file of that ``kind``; ``phase_id`` is the phase whose results are
        wanted with it.
        """
        workspace, year, catalogue = self.workspace, self.year, self._law
        listed = registration_of(workspace, year, organisation_id)
        owner: Row = {"registration_id": listed["id"] if listed else 0}
        earlier = newest_taken(workspace, int(owner["registration_id"] or 0), kind, phase_id)

        def award(text: str) -> str | None:
            entry = catalogue.award(text)
            return entry.name if entry else None

        def kinds(name: str) -> tuple[str, ...]:
            entry = catalogue.award(name)
            return entry.subjects if entry else ()

        return Known(
            award,
            kinds,
            self._subjects.kind,
            tuple(_titles(workspace, year, organisation_id)),
            tuple(_initiatives(workspace, owner)),
            tuple(_movements(workspace, owner)),
            tuple(self._commitments(organisation_id, phase_id)),
            self._targets,
            brought_by(earlier),
            str(earlier["name"]) if earlier else "",
            culture=_culture(workspace, organisation_id, owner),
            person=partial(_spelt, workspace, self._subjects, organisation_id, year),
        )

    @cached_property
    def _law(self) -> Law:
        return law(self.workspace)

    @cached_property
    def _subjects(self) -> Subjects:
        return Subjects(self.workspace)

    @cached_property
    def _targets(self) -> tuple[KnownTarget, ...]:
        file = self.workspace.file
        values = registration.figures_of_year(file, "plan_targets", self.year)
        rows = registration.rows_of_year(file, "plan_targets", self.year)
        named = ((rows_of.row_id(row), str(row["indicator"] or row["quote"])) for row in rows)
        return tuple(KnownTarget(row_id, name, values.get(row_id, ())) for row_id, name in named)

    @cached_property
    def _promised(self) -> Mapping[Value, Sequence[Row]]:
        """The commitments of each organisation."""
        found: dict[Value, list[Row]] = defaultdict(list)
        for row in registration.rows_of_year(self.workspace.file, "commitments", self.year):
            found[row["organisation_id"]].append(row)
        return found

    @cached_property
    def _figures(self) -> Mapping[int, tuple[TargetValue, ...]]:
        return registration.figures_of_year(self.workspace.file, "commitments", self.year)

    @cached_property
    def _results(self) -> Mapping[int, registration.Results]:
        return registration.results_of_year(self.workspace.file, "commitments", self.year)

    def _commitments(self, organisation_id: int, phase_id: int | None) -> Iterator[KnownCommitment]:
        alike = phases.same_phases(self.workspace, self.year, phase_id) if phase_id else {}
        for row in self._promised.get(organisation_id, ()):
            row_id, phase = rows_of.row_id(row), alike.get(cast(int, row["plan_id"]))
            results = self._results.get(row_id, {}) if phase_id else {}
            said = {figure: (one.value, one.proof, one.note) for (at, figure), one in results.items() if at == phase}
            deadline, target = cast("str | None", row["deadline"]), cast("int | None", row["target_id"])
            proof = str(row["proof_expected"])
            yield KnownCommitment(
                row_id,
                str(row["quote"]),
                self._figures.get(row_id, ()),
                deadline,
                proof,
                target,
                said,
                phase is not None,
            )


def _spelt(workspace: Workspace, subjects: Subjects, organisation_id: int, year: int, name: str) -> str | None:
    """The directory's spelling of the one person of the organisation that the name means."""
    row_id = subjects.link("cá nhân", name, organisation_id, year).person_id
    return str(records.get(workspace.file, "people", row_id)["full_name"]) if row_id else None


def _culture(workspace: Workspace, organisation_id: int, owner: Row) -> dict[str, int | None] | None:
    """The figures of a thôn, None for another organisation."""
    row = records.find(workspace.file, "organisations", organisation_id)
    if row is None or row["kind"] != VILLAGE:
        return None
    stored = next(iter(records.page(workspace.file, "culture_years", where=owner)), {})
    return {one.key: cast("int | None", stored.get(one.key)) for one in OF_HAMLETS}


def brought_by(earlier: Row | None) -> frozenset[tuple[str, int]]:
    """The rows that the earlier file brought, as (kind, id)."""
    listed = json.loads(str(earlier["brought"])) if earlier else []
    return frozenset((str(kind), int(row_id)) for kind, row_id in listed)


def registration_of(workspace: Workspace, year: int, organisation_id: int) -> Row | None:
    """The organisation's row in the year's list, None while it is not there."""
    where: Row = {"year": year, "organisation_id": organisation_id}
    return next(iter(records.page(workspace.file, "registrations", where=where)), None)


def newest_taken(
    workspace: Workspace, registration_id: int, kind: SheetKind, phase_id: int | None = None
) -> Row | None:
    """The file of that kind (and phase) that was taken last, None before the first."""
    return next(iter(all_taken(workspace, registration_id, kind, phase_id)), None)


def all_taken(workspace: Workspace, registration_id: int, kind: SheetKind, phase_id: int | None = None) -> list[Row]:
    """The files of that kind (and phase) that were taken, the last first."""
    where: Row = {"registration_id": registration_id, "sheet": kind}
    rows = records.page(workspace.file, "taken_files", where=where, descending=True, limit=-1)
    return phases.of_one_name(workspace, rows, phase_id)


def _titles(workspace: Workspace, year: int, organisation_id: int) -> Iterator[KnownTitle]:
    for row in registration.titles_of_year(workspace.file, year, organisation_id):
        texts = (str(row[key]) for key in ("subject", "subject_kind", "award", "note", "post"))
        yield KnownTitle(rows_of.row_id(row), *texts)


def _initiatives(workspace: Workspace, owner: Row) -> Iterator[KnownInitiative]:
    for row in records.page(workspace.file, "registered_initiatives", where=owner):
        yield KnownInitiative(rows_of.row_id(row), *(str(row[key]) for key in ("name", "author", "scope", "note")))


def _movements(workspace: Workspace, owner: Row) -> Iterator[KnownMovement]:
    for row in records.page(workspace.file, "registered_movements", where=owner):
        yield KnownMovement(rows_of.row_id(row), str(row["name"]), str(row["note"]))


def people_of(workspace: Workspace, organisation_id: int) -> tuple[str, ...]:
    """The names of the organisation's people, as lists print them."""
    where: Row = {"organisation_id": organisation_id}
    rows = records.page(workspace.file, "people", where=where, order="full_name") if organisation_id else []
    return tuple(dict.fromkeys(str(row["full_name"]) for row in rows))


def movement_names(workspace: Workspace, year: int) -> tuple[str, ...]:
    """The movements of the year's plans."""
    rows = registration.rows_of_year(workspace.file, "plan_movements", year)
    return tuple(dict.fromkeys(str(row["name"]) for row in rows if row["name"]))
