"""Which organisation of the directory a name in a plan means."""

from __future__ import annotations

from typing import cast

from ...domain.vietnamese import folded_line
from ...storage import records
from ..workspace import Workspace


class KnownOrganisations:
    """The organisations of the directory by their names, short names and the ways a plan may write them."""

    def __init__(self, workspace: Workspace) -> None:
        names = workspace.definitions.member_names
        self._key = names.key
        self._written: dict[str, int] = {}
        self._keys: dict[str, int] = {}
        for row in records.page(workspace.file, "organisations"):
            row_id = cast(int, row["id"])
            for text in (str(row["name"]), str(row["short_name"])):
                if text.strip():
                    self._written.setdefault(folded_line(text), row_id)
                    self._keys.setdefault(names.key(text), row_id)

    def find(self, name: str) -> int | None:
        """The id of the organisation, None when the directory has none of this name."""
        return self._written.get(folded_line(name)) or self._keys.get(self._key(name))
