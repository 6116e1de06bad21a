"""The facts of a year about a person or a collective, entered where they are asked for; each a row of its register."""

from __future__ import annotations

from collections.abc import Mapping

from ...domain.changes import Changes
from ...domain.vietnamese import in_sentence
from ...storage import records
from ..registers import registers
from ..wording import shortened
from ..workspace import Workspace

_OWNERS = {"person_years": ("people", "full_name"), "organisation_years": ("organisations", "name")}
_OWNER = {"person_years": "person_id", "organisation_years": "organisation_id"}


def person_year(workspace: Workspace, person_id: int, year: int) -> Mapping[str, str]:
    """The cells of a person's year as the clerk reads them, by column; empty when nothing was entered."""
    return _cells(workspace, "person_years", person_id, year)


def organisation_year(workspace: Workspace, organisation_id: int, year: int) -> Mapping[str, str]:
    """The cells of an organisation's year as the clerk reads them, by column; empty when nothing was entered."""
    return _cells(workspace, "organisation_years", organisation_id, year)


def set_person_year(
    workspace: Workspace, person_id: int, year: int, key: str, text: str, *, editing: str = ""
) -> Changes:
    """Stores one fact of a person's year; the first one begins the row. Raises :class:`BadInput`.

    ``key`` is a column of the register "person_years"; "year" with the year itself begins a row in which nothing is
    said: a whole year worked, no discipline.
    """
    return _set(workspace, "person_years", person_id, year, key, text, editing)


def set_organisation_year(
    workspace: Workspace, organisation_id: int, year: int, key: str, text: str, *, editing: str = ""
) -> Changes:
    """Stores one fact of an organisation's year; the first one begins the row. Raises :class:`BadInput`."""
    return _set(workspace, "organisation_years", organisation_id, year, key, text, editing)


def _cells(workspace: Workspace, kind: str, owner_id: int, year: int) -> Mapping[str, str]:
    row_id = _row(workspace, kind, owner_id, year)
    found = registers.row(workspace, kind, row_id) if row_id else None
    return dict(zip(registers.register(kind).keys, found.cells, strict=True)) if found else {}


def _row(workspace: Workspace, kind: str, owner_id: int, year: int) -> int:
    rows = records.page(workspace.file, kind, where={_OWNER[kind]: owner_id, "year": year})
    return int(rows[0]["id"] or 0) if rows else 0


def _set(workspace: Workspace, kind: str, owner_id: int, year: int, key: str, text: str, editing: str) -> Changes:
    row_id = _row(workspace, kind, owner_id, year)
    if row_id:
        return registers.set_cell(workspace, kind, row_id, key, text, editing=editing)
    if not text.strip():
        return Changes()
    said = _act_text(workspace, kind, owner_id, year, key)
    return registers.add_row(workspace, kind, {"year": str(year), key: text}, scope=owner_id, act_text=said)[0]


def _act_text(workspace: Workspace, kind: str, owner_id: int, year: int, key: str) -> str:
    """What the first fact of a year is called: "Ghi xếp loại năm 2024 của Lê Văn Giả"."""
    owners, name_key = _OWNERS[kind]
    owner = records.find(workspace.file, owners, owner_id)
    of = f" của {shortened(str(owner[name_key]))}" if owner else ""
    what = "kết quả" if key == "year" else in_sentence(registers.register(kind).column(key).heading)
    return f"Ghi {what.removeprefix('ghi ')} năm {year}{of}"
