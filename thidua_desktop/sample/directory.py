"""Who is who in the sample's directory, by name."""

from __future__ import annotations

from ..services.registers import registers
from ..services.workspace import Workspace


class Directory:
    """The ids of people and organisations by the names they are called in ``resources/sample``."""

    def __init__(self, workspace: Workspace) -> None:
        self._people: dict[str, int] = {}
        self._home: dict[str, str] = {}
        self._bodies: dict[str, int] = {}
        for row in registers.page(workspace, "organisations", limit=-1):
            name, short_name = row.cells[:2]
            self._bodies |= dict.fromkeys({name, short_name} - {""}, row.id)
        home = registers.register("people").keys.index("organisation_id")
        for row in registers.page(workspace, "people", limit=-1):
            self._people[row.cells[0]], self._home[row.cells[0]] = row.id, row.cells[home]

    def person(self, name: str) -> int:
        """The id of a person."""
        return self._people[name]

    def organisation(self, name: str) -> int:
        """The id of an organisation, by its name or short name."""
        return self._bodies[name]

    def home(self, name: str) -> int:
        """The organisation that registers for a subject: where a person works, a collective itself."""
        return self._bodies[self._home.get(name, name)]
