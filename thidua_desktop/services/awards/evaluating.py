"""The facts of a year (xếp loại, số tháng, kỷ luật) for many nominees at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ...domain.changes import Changes
from ...domain.registers.cells import CellValue, parse_cell
from ...storage import records
from ...storage.records import Row
from ..registers import registers
from ..workspace import Workspace, told
from .nomination_fitting import KIND

PERSON_FACTS, BODY_FACTS = ("evaluation", "discipline", "months_worked"), ("evaluation",)
"""The columns of "person_years" and of "organisation_years" that are set for many."""


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Whose facts can be set: ``people`` and ``bodies`` are ids of the directory with the year of their round.

    ``left`` names those who are in no directory, and households, which have no facts of a year.
    """

    people: tuple[tuple[int, int], ...]
    bodies: tuple[tuple[int, int], ...]
    left: tuple[str, ...]

    @property
    def number(self) -> int:
        """How many people and collectives they are."""
        return len(self.people) + len(self.bodies)


def evaluated(workspace: Workspace, nomination_ids: Sequence[int]) -> Evaluated:
    """Those of the nominations, each once."""
    file = workspace.file
    rows = records.among(file, KIND, "id", nomination_ids)
    years = {row["id"]: int(row["year"] or 0) for row in records.among(file, "rounds", "id", _ids(rows, "round_id"))}
    people: list[tuple[int, int]] = []
    bodies: list[tuple[int, int]] = []
    left: list[str] = []
    for row in rows:
        is_body, year = row["subject_kind"] == "tập thể", years[row["round_id"]]
        owner = row["organisation_id" if is_body else "person_id"]
        if owner and row["subject_kind"] != "hộ gia đình":
            (bodies if is_body else people).append((int(owner), year))
        else:
            left.append(str(row["subject"]))
    return Evaluated(tuple(dict.fromkeys(people)), tuple(dict.fromkeys(bodies)), tuple(dict.fromkeys(left)))


def evaluate(
    workspace: Workspace, of: Evaluated, person_facts: Mapping[str, str], body_facts: Mapping[str, str]
) -> Changes:
    """Stores these facts for all of them, in one act; a column that is not named stays as it is, "" empties it.

    Raises :class:`BadInput` for a text that does not fit; then nothing is stored.
    """
    for_people = _parsed("person_years", person_facts)
    for_bodies = _parsed("organisation_years", body_facts)
    with workspace.file.act(f"Ghi xếp loại cho {of.number} đề nghị") as act:
        for person_id, year in of.people if for_people else ():
            _put(workspace, "person_years", {"person_id": person_id, "year": year}, for_people)
        for body_id, year in of.bodies if for_bodies else ():
            _put(workspace, "organisation_years", {"organisation_id": body_id, "year": year}, for_bodies)
    return told(act.changes)


def _parsed(kind: str, facts: Mapping[str, str]) -> Row:
    columns = registers.register(kind)
    values = {key: registers.exact(parse_cell(columns.column(key), text), text) for key, text in facts.items()}
    return {key: _single(value) for key, value in values.items()}


def _single(value: CellValue) -> str | int | float | None:
    if isinstance(value, tuple):
        raise TypeError(f"a fact of a year is one value: {value!r}")
    return value


def _put(workspace: Workspace, kind: str, owner: Row, values: Row) -> None:
    """Changes the row of that year or begins it."""
    found = records.page(workspace.file, kind, where=owner)
    if found:
        records.update(workspace.file, kind, int(found[0]["id"] or 0), values)
    else:
        records.insert(workspace.file, kind, owner | values)


def _ids(rows: Sequence[Row], column: str) -> set[int]:
    return {int(row[column] or 0) for row in rows}
