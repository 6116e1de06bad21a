"""Two former communes put together: their organisations with all that hangs on them, entered through the acts."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commitments, registrations, results
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records
from thidua_desktop.storage.records import Row

YEAR = 2026
TABLES = (
    *("organisations", "former_names", "people", "person_posts", "person_years", "registrations", "registered_titles"),
    *("registered_initiatives", "registered_movements", "sent_papers", "paper_scans", "reminders", "taken_files"),
    *("culture_years", "scores", "commitments", "commitment_results", "commitment_values", "organisation_years"),
    *("nominations", "awards", "initiatives", "blocks"),
)


def everything(desk: Workspace) -> dict[str, list[Row]]:
    """All rows that an act on members may touch."""
    return {table: records.page(desk.file, table, order="id") for table in TABLES}


@dataclass
class Commune:
    """``ids`` of organisations and people by name; shorthands for rows."""

    desk: Workspace
    ids: dict[str, int] = field(default_factory=dict)

    def organisation(self, name: str, **cells: str) -> int:
        self.ids[name] = registers.add_row(self.desk, "organisations", {"name": name, **cells})[1]
        return self.ids[name]

    def person(self, name: str, organisation: str = "", **cells: str) -> int:
        row = {"full_name": name, "organisation_id": organisation, **cells}
        row_id = registers.add_row(self.desk, "people", row)[1]
        self.ids[name] = row_id
        return row_id

    def registration(self, organisation: str, year: int = YEAR) -> int:
        registrations.open_year(self.desk, year, [self.ids[organisation]])
        found = registrations.registration(self.desk, year, self.ids[organisation])
        assert found is not None
        return found.id

    def received(self, organisation: str, day: date) -> None:
        registrations.set_received(self.desk, self.registration(organisation), day)

    def title(self, organisation: str, subject: str, kind: str, award: str, note: str = "") -> int:
        cells = {"subject": subject, "subject_kind": kind, "award": award, "note": note}
        return registers.add_row(self.desk, "registered_titles", cells, scope=self.registration(organisation))[1]

    def commitment(self, organisation: str, quote: str, values: str = "", result: str = "") -> int:
        row_id = commitments.add(self.desk, YEAR, self.ids[organisation], quote, values)[1]
        if result:
            phase = records.page(self.desk.file, "plan_phases")[0]
            results.set_commitment_result(self.desk, row_id, int(phase["id"] or 0), 0, result)
        return row_id

    def insert(self, table: str, **values: str | int | None) -> int:
        with self.desk.file.act("Ghi thử"):
            return records.insert(self.desk.file, table, dict(values))

    def rows(self, table: str, **where: str | int | None) -> list[Row]:
        return records.page(self.desk.file, table, where=where, order="id")

    def name(self, organisation_id: int) -> str:
        return str(records.get(self.desk.file, "organisations", organisation_id)["name"])
