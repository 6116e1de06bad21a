"""Organisations named in a plan become organisations of the directory, with their commitments, in the year's list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from ...domain.changes import Changes
from ...domain.plan.plans import Plan
from ...domain.registration.member_names import MemberNames
from ...domain.vietnamese import one_line
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.plan_loading import load_plan
from ...storage.plans import insert_values
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..registration.registration_rows import ensure_registered, new_organisation
from ..workspace import Workspace, told
from .organisation_names import KnownOrganisations

Place = Literal["cam kết", "chỉ tiêu", "việc", "nơi nhận"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An organisation named in a plan.

    ``name`` is what it will be called, at first as ``written`` in the plan; ``full_name`` writes its abbreviations
    out. ``organisation_id`` is the organisation it already is. ``commitment_ids`` are its commitments; of one without
    any, ``target_ids`` are the targets that the plan gives it without a figure. ``ticked`` is whether it is proposed:
    the plan asks something of it.
    """

    name: str
    written: str
    full_name: str
    key: str
    kind: str
    organisation_id: int | None = None
    places: tuple[Place, ...] = ()
    commitment_ids: tuple[int, ...] = ()
    target_ids: tuple[int, ...] = ()

    @property
    def commitments(self) -> int:
        """How many commitments it has in the plan."""
        return len(self.commitment_ids)

    @property
    def targets(self) -> int:
        """How many targets without a figure would become its commitments."""
        return len(self.target_ids)

    @property
    def ticked(self) -> bool:
        """Whether it is proposed at first."""
        return bool(self.commitment_ids or self.target_ids)


@dataclass
class _Named:
    """What is gathered of one organisation while the plan is read."""

    written: str
    places: dict[Place, None] = field(default_factory=dict)
    commitments: list[int] = field(default_factory=list)
    targets: list[int] = field(default_factory=list)


def candidates(workspace: Workspace, plan_id: int) -> tuple[Candidate, ...]:
    """The organisations that the plan names, those with commitments first; ``RecordGone`` for no such plan."""
    names = workspace.definitions.member_names
    known = KnownOrganisations(workspace)
    found: dict[str, _Named] = {}
    for place, text, row_id in _namings(load_plan(workspace.file, plan_id)):
        for name in names.committing(text) if place == "cam kết" else names.several(text):
            named = found.setdefault(names.key(name), _Named(name))
            named.places[place] = None
            if place == "cam kết":
                named.commitments.append(row_id)
            elif place == "chỉ tiêu" and row_id:
                named.targets.append(row_id)
    return tuple(
        Candidate(
            name=named.written,
            written=named.written,
            full_name=names.full(named.written),
            key=key,
            kind=names.kind(named.written),
            organisation_id=known.find(named.written),
            places=tuple(named.places),
            commitment_ids=tuple(dict.fromkeys(named.commitments)),
            target_ids=() if named.commitments else tuple(dict.fromkeys(named.targets)),
        )
        for key, named in found.items()
    )


def _namings(plan: Plan) -> Iterator[tuple[Place, str, int]]:
    """Where the plan names somebody: the place, the name as written, and the row that would be theirs, 0 for none."""
    for commitment in plan.commitments:
        yield "cam kết", commitment.organisation, commitment.id
    promised = {commitment.target for commitment in plan.commitments}
    for position, target in enumerate(plan.targets):
        open_one = target.kind == "qualitative" and position not in promised
        yield "chỉ tiêu", target.responsible or "", target.id if open_one else 0
    for task in plan.tasks:
        yield "việc", task.assignee or "", 0
    for recipient in plan.recipients:
        yield "nơi nhận", recipient.name, 0


def adopt(workspace: Workspace, plan_id: int, chosen: Sequence[Candidate]) -> Changes:
    """Makes the chosen candidates organisations, gives them their commitments and puts them into the year's list.

    One act. A commitment of several organisations becomes one for each; names that are not chosen keep theirs. The
    targets of :attr:`Candidate.target_ids` become commitments. Raises :class:`BadInput` when a new name is there
    already; then nothing is changed.
    """
    file = workspace.file
    plan = records.get(file, "plans", plan_id)
    number = len(chosen)
    what = f"“{chosen[0].name}”" if number == 1 else f"{number} tổ chức"
    with file.act(f"Đưa {what} từ kế hoạch vào danh sách năm {plan['year']}") as act:
        ids = {one.key: _organisation(file, one) for one in chosen}
        adopter = _Adopter(file, workspace.definitions.member_names, ids)
        for commitment_id in dict.fromkeys(row_id for one in chosen for row_id in one.commitment_ids):
            adopter.share(commitment_id)
        for one in chosen:
            for target_id in one.target_ids:
                adopter.promise(target_id, one)
        for organisation_id in ids.values():
            ensure_registered(file, int(plan["year"] or 0), organisation_id)
    return told(act.changes)


def _organisation(file: DataFile, one: Candidate) -> int:
    """The id of the organisation that the candidate is or becomes."""
    if one.organisation_id is not None:
        return one.organisation_id
    name = one_line(one.name)
    short_name = one.written if len(one.written) < len(name) else ""
    return new_organisation(file, name, one.kind, short_name)


class _Adopter:
    """Gives commitments to the organisations of ``ids``, by the keys of their names; inside an act."""

    def __init__(self, file: DataFile, names: MemberNames, ids: dict[str, int]) -> None:
        self._file = file
        self._names = names
        self._ids = ids

    def share(self, commitment_id: int) -> None:
        """Gives a commitment to those it names: to one the row itself, to each further one a copy after it."""
        row = records.get(self._file, "commitments", commitment_id)
        named = self._names.committing(str(row["organisation"]))
        own = {self._ids[key]: name for name in named if (key := self._names.key(name)) in self._ids}
        taken = list(own.items())
        left = [name for name in named if self._names.key(name) not in self._ids]
        position = int(row["position"] or 0)
        values = rows_of.figures(self._file, "commitments", commitment_id)
        if len(named) == 1 or not left:
            organisation_id, name = taken.pop(0)
            text = str(row["organisation"]) if len(named) == 1 else name
            self._update(commitment_id, text, organisation_id)
        else:
            self._update(commitment_id, ", ".join(left), None)
        for number, (organisation_id, name) in enumerate(taken, 1):
            copy = {key: row[key] for key in ("plan_id", "quote", "target_id")}
            copy |= {"organisation": name, "organisation_id": organisation_id, "position": position + number}
            copied = records.insert(self._file, "commitments", copy)
            insert_values(self._file, "commitment_values", {"commitment_id": copied}, values)

    def _update(self, commitment_id: int, text: str, organisation_id: int | None) -> None:
        values: Row = {"organisation": text, "organisation_id": organisation_id}
        records.update(self._file, "commitments", commitment_id, values)

    def promise(self, target_id: int, one: Candidate) -> None:
        """Makes a commitment of the organisation of a target that the plan gives to it."""
        target = records.get(self._file, "plan_targets", target_id)
        row: Row = {
            "plan_id": target["plan_id"],
            "organisation": one.written,
            "organisation_id": self._ids[one.key],
            "quote": str(target["quote"] or target["indicator"]),
            "target_id": target_id,
        }
        records.insert(self._file, "commitments", row)
