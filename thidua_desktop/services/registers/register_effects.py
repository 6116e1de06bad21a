"""What goes with a row of a register that was typed: links that follow from its words, and what it says of others.

:mod:`.registers` calls :func:`follow` inside the act that stored the row, so that one undo takes back both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...domain.vietnamese import folded_line
from ...storage import records
from ...storage.keys import Value
from ...storage.records import Row
from ...storage.registration import rows_of_year
from ..awards.rule_corrections import law
from ..awards.subjects import Subjects
from ..plan.organisation_names import KnownOrganisations
from ..plan.target_text import find_words
from ..registration.registration_rows import next_precedence, put_received
from ..workspace import Workspace
from . import register_rows as rows_of

_SUBJECT = {"subject", "subject_kind"}
_SAYS_TARGET = {"indicator", "values"}


def follow(workspace: Workspace, kind: str, row_ids: Sequence[int], keys: Iterable[str], *, new: bool = False) -> None:
    """Puts right what follows from the cells ``keys`` of these rows; belongs inside the act that stored them."""
    if kind == "commitments" and "organisation" in keys:
        _link_organisations(workspace, row_ids)
    if kind == "commitments" and "kind" in keys:
        _agree(workspace, row_ids, way_said="direction" in keys)
    if kind == "organisations" and new:
        _place_last(workspace, row_ids)
    if kind == "plan_targets" and not _SAYS_TARGET.isdisjoint(keys):
        find_words(workspace, row_ids)
    if kind == "registered_titles" and "award" in keys:
        _name_awards(workspace, row_ids, new)
    if kind == "registered_titles" and not _SUBJECT.isdisjoint(keys):
        _link_people(workspace, row_ids)
        if new:
            _receive(workspace, row_ids)
    if kind == "registered_initiatives" and "author" in keys:
        _link_authors(workspace, row_ids)
    if kind == "registered_movements" and "name" in keys:
        _link_movements(workspace, row_ids)


def _rows(workspace: Workspace, kind: str, row_ids: Sequence[int]) -> list[Row]:
    return records.among(workspace.file, kind, "id", row_ids)


def _link_organisations(workspace: Workspace, row_ids: Sequence[int]) -> None:
    """A commitment belongs to the organisation that its text names, to none while the directory has no such name."""
    known = KnownOrganisations(workspace)
    for row in _rows(workspace, "commitments", row_ids):
        found = known.find(str(row["organisation"]))
        if found != row["organisation_id"]:
            records.update(workspace.file, "commitments", rows_of.row_id(row), {"organisation_id": found})


def _agree(workspace: Workspace, row_ids: Sequence[int], *, way_said: bool) -> None:
    """What is reached or not has no way that is better, and only that; a row without a kind may say it by the way."""
    for row in _rows(workspace, "commitments", row_ids):
        is_yes_no = row["kind"] == "yes_no"
        if is_yes_no != (row["direction"] == "yes_no") and (row["kind"] or not way_said):
            direction = "yes_no" if is_yes_no else ""
            records.update(workspace.file, "commitments", rows_of.row_id(row), {"direction": direction})


def _place_last(workspace: Workspace, row_ids: Sequence[int]) -> None:
    """A new organisation that nobody gave a place stands behind the others, as it was entered."""
    for row in _rows(workspace, "organisations", row_ids):
        if not row["precedence"]:
            place: Row = {"precedence": next_precedence(workspace.file)}
            records.update(workspace.file, "organisations", rows_of.row_id(row), place)


def _name_awards(workspace: Workspace, row_ids: Sequence[int], new: bool) -> None:
    """A title is kept under its name in law, however it was written; of a new one it also tells the kind of subject."""
    catalogue = law(workspace)
    for row in _rows(workspace, "registered_titles", row_ids):
        entry = catalogue.award(str(row["award"]))
        if entry is None:
            continue
        told: Row = {"award": entry.name}
        if new and len(entry.subjects) == 1:
            told["subject_kind"] = entry.subjects[0]
        if any(row[key] != value for key, value in told.items()):
            records.update(workspace.file, "registered_titles", rows_of.row_id(row), told)


def _link_people(workspace: Workspace, row_ids: Sequence[int]) -> None:
    """A title is linked to the person whom its name means, as a nomination of the organisation is."""
    rows, subjects = _rows(workspace, "registered_titles", row_ids), Subjects(workspace)
    homes = _homes(workspace, rows)
    for row in rows:
        found = subjects.link(str(row["subject_kind"]), str(row["subject"]), homes[row["registration_id"]]).person_id
        if found != row["person_id"]:
            records.update(workspace.file, "registered_titles", rows_of.row_id(row), {"person_id": found})


def _link_authors(workspace: Workspace, row_ids: Sequence[int]) -> None:
    """An initiative of one author is linked to the person whom the name means."""
    rows, subjects = _rows(workspace, "registered_initiatives", row_ids), Subjects(workspace)
    homes = _homes(workspace, rows)
    for row in rows:
        found = subjects.link("cá nhân", str(row["author"]), homes[row["registration_id"]]).person_id
        if found != row["person_id"]:
            records.update(workspace.file, "registered_initiatives", rows_of.row_id(row), {"person_id": found})


def _link_movements(workspace: Workspace, row_ids: Sequence[int]) -> None:
    """A movement that is joined is that of the year's plan with the same name, none when the plan has no such."""
    rows = _rows(workspace, "registered_movements", row_ids)
    registered = records.among(workspace.file, "registrations", "id", {row["registration_id"] for row in rows})
    years = {one["id"]: int(one["year"] or 0) for one in registered}
    named = {
        year: {folded_line(str(one["name"])): one["id"] for one in rows_of_year(workspace.file, "plan_movements", year)}
        for year in years.values()
    }
    for row in rows:
        found = named[years[row["registration_id"]]].get(folded_line(str(row["name"])))
        if found != row["movement_id"]:
            records.update(workspace.file, "registered_movements", rows_of.row_id(row), {"movement_id": found})


def _homes(workspace: Workspace, rows: Sequence[Row]) -> dict[Value, Value]:
    """The organisations of registered rows, by the id of the registration."""
    registered = records.among(workspace.file, "registrations", "id", {row["registration_id"] for row in rows})
    return {one["id"]: one["organisation_id"] for one in registered}


def _receive(workspace: Workspace, row_ids: Sequence[int]) -> None:
    """The first titles of a registration say that the form has come back: it is marked received today."""
    file = workspace.file
    for row in _rows(workspace, "registered_titles", row_ids[:1]):
        registration = records.get(file, "registrations", int(row["registration_id"] or 0))
        titles = records.count(file, "registered_titles", where={"registration_id": registration["id"]})
        if registration["received_on"] is None and titles == len(row_ids):
            today = workspace.today().isoformat()
            put_received(file, rows_of.row_id(registration), today)
