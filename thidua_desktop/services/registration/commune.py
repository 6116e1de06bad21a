"""What the commune itself registers in a year, kept as a setting of the office: the commune is none of its
organisations, so that no list of those who must register holds it.
"""

from __future__ import annotations

from ...domain.changes import Changes
from ...domain.registration.commune import CommuneRegistration, read_commune
from ...domain.vietnamese import one_line
from ...storage import records
from ..workspace import Workspace

__all__ = ["CommuneRegistration"]
KEPT_AS = "commune-registration"
_TABLE = "settings"


def commune_registration(workspace: Workspace, year: int) -> CommuneRegistration:
    """What the commune registers in the year."""
    rows = records.page(workspace.file, _TABLE, where={"key": _key(year)})
    return read_commune(str(rows[0]["value"]) if rows else "")


def store_commune_registration(workspace: Workspace, year: int, wanted: CommuneRegistration) -> Changes:
    """Keeps it, its lines tidied and empty ones dropped; empty changes when nothing is different."""
    tidy = CommuneRegistration(
        tuple(filter(None, map(one_line, wanted.titles))),
        tuple(filter(None, map(one_line, wanted.pledges))),
        one_line(wanted.cluster),
        one_line(wanted.addressed),
    )
    file = workspace.file
    rows = records.page(file, _TABLE, where={"key": _key(year)})
    with file.act(f"Sửa đăng ký của xã với tỉnh năm {year}") as act:
        if rows:
            records.update(file, _TABLE, int(rows[0]["id"] or 0), {"value": tidy.kept()})
        elif tidy != CommuneRegistration():
            records.insert(file, _TABLE, {"key": _key(year), "value": tidy.kept()})
    return act.changes


def _key(year: int) -> str:
    return f"{KEPT_AS}/{year}"
