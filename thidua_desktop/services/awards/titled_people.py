"""The people who are nominated for a title of a year, or were given it: counted once each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from ...storage import records
from ...storage.keys import Value
from ..members.posts import homes_in_year
from ..workspace import Workspace
from .rule_corrections import law


class TitledPeople:
    """Who stands for which award in a year, by organisation; those the Council did not choose are left out."""

    def __init__(self, workspace: Workspace, year: int) -> None:
        file = workspace.file
        rounds = [row["id"] for row in records.page(file, "rounds", where={"year": year})]
        rows = [row for row in records.among(file, "nominations", "round_id", rounds) if row["state"] != "không chọn"]
        rows += records.page(file, "awards", where={"year": year})
        home = homes_in_year(file, year)
        catalogue = law(workspace)
        self._people: dict[tuple[str, Value], set[Value]] = defaultdict(set)
        for row in rows:
            award = catalogue.award(str(row["award"]))
            if award and row["subject_kind"] == "cá nhân":
                body = row["organisation_id"] or home.get(row["person_id"])
                self._people[award.name, body].add(row["person_id"] or row["subject_key"])

    def of(self, award: str, organisation_id: Value) -> int:
        """How many people of an organisation stand for the award (its name in law)."""
        return len(self._people.get((award, organisation_id), ()))

    def everywhere(self, awards: Iterable[str]) -> int:
        """How many people of the commune stand for one of the awards."""
        wanted = set(awards)
        return len({who for (award, _), people in self._people.items() if award in wanted for who in people})
