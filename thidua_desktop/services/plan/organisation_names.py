"""Which organisation of the directory a name in a plan, a list or a returned file means."""

from __future__ import annotations

from collections import defaultdict

from ...domain.members.matching import KnownNames, Match, NamedOrganisation
from ...domain.registration.member_names import place_of
from ...storage import records
from ..office.offices import office
from ..registers import register_rows as rows_of
from ..workspace import Workspace


class KnownOrganisations:
    """The organisations of the directory by their names, short, printed and former names, and the ways to write them.

    The names of one that was merged lead to the one it went into.
    """

    def __init__(self, workspace: Workspace) -> None:
        file = workspace.file
        rows = {rows_of.row_id(row): row for row in records.page(file, "organisations")}
        self._into = {row_id: int(row["merged_into_id"] or 0) for row_id, row in rows.items()}
        self._names: dict[int, tuple[str, ...]] = {}
        former: dict[int, list[str]] = defaultdict(list)
        for row in records.page(file, "former_names"):
            former[self.living(int(row["organisation_id"] or 0))].append(str(row["name"]))
        today: dict[int, tuple[str, ...]] = {}
        for row_id, row in rows.items():
            names = tuple(str(row[key]) for key in ("name", "short_name", "printed_name"))
            if self._into[row_id]:
                former[self.living(row_id)] += names
            else:
                today[row_id] = names
        for row_id in today:
            self._names[row_id] = (*today[row_id], *former[row_id])
        listed = (NamedOrganisation(row_id, names, tuple(former[row_id])) for row_id, names in today.items())
        self._known = KnownNames(listed, workspace.definitions.member_names.key, own_commune(workspace))

    def living(self, organisation_id: int) -> int:
        """The organisation itself, or the one it went into at last."""
        seen: set[int] = set()
        while (into := self._into.get(organisation_id)) and organisation_id not in seen:
            seen.add(organisation_id)
            organisation_id = into
        return organisation_id

    def names(self, organisation_id: int) -> tuple[str, ...]:
        """Everything it is called, and was called."""
        return tuple(filter(str.strip, self._names.get(organisation_id, ())))

    def find(self, name: str) -> int | None:
        """The id of the organisation; None when the directory has none of this name, or several that it may mean."""
        return self.look(name).exact

    def called(self, text: str) -> int | None:
        """The organisation that is called exactly so, for any text that may be a name and mostly is none."""
        match = self._known.called(text) if text.strip() else None
        return match.exact if match else None

    def look(self, name: str) -> Match:
        """The organisation of this name, or those that it may mean."""
        return self._known.find(name)


def own_commune(workspace: Workspace) -> str:
    """Our own commune as names of organisations end with it, "" while the office has no such name."""
    own = office(workspace)
    return place_of(f"Cơ quan {own.name}") if own else ""
