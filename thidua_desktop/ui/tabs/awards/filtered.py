"""The nominations of a round, all of them or those that the filter asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from thidua_desktop.domain.changes import Changes
from thidua_desktop.services.awards import nominations, nominees
from thidua_desktop.services.registers.registers import Row
from thidua_desktop.services.workspace import Workspace

KIND = "nominations"


class FilteredNominations:
    """The functions of ``services.nominations``; counting and paging keep to what is wanted.

    ``wanted`` tells by its id whether a nomination is; None when all are. ``on_kind`` is told the name and the kind of
    a nominee whose kind followed from the name that was typed.
    """

    def __init__(self, on_kind: Callable[[str, str], None]) -> None:
        self._on_kind = on_kind
        self.wanted: Callable[[int], bool] | None = None
        self._found: tuple[dict[str, Any], list[Row]] | None = None  # what was asked last, and the wanted rows

    def __getattr__(self, name: str) -> Any:
        return getattr(nominations, name)

    def count(self, workspace: Workspace, kind: str, *, scope: int | None = None, search: str = "") -> int:
        """How many rows are wanted."""
        if kind != KIND or self.wanted is None:
            return nominations.count(workspace, kind, scope=scope, search=search)
        self._found = None  # a table counts anew when something has changed
        return len(self.page(workspace, kind, scope=scope, search=search, limit=-1))

    def page(
        self, workspace: Workspace, kind: str, *, limit: int = 200, offset: int = 0, **asked: Any
    ) -> Sequence[Row]:
        """Some of the wanted rows, as ``nominations.page``."""
        if kind != KIND or self.wanted is None:
            return nominations.page(workspace, kind, limit=limit, offset=offset, **asked)
        if self._found is None or self._found[0] != asked:
            every = nominations.page(workspace, kind, limit=-1, **asked)
            self._found = asked, [row for row in every if self.wanted(row.id)]
        rows = self._found[1]
        return rows[offset : None if limit < 0 else offset + limit]

    def set_cell(self, workspace: Workspace, kind: str, row_id: int, key: str, text: str, **how: Any) -> Changes:
        """As ``nominations.set_cell``; a kind that follows from a new name is told."""
        before = nominees.nominee(workspace, row_id).kind if key == "subject" else None
        changes = nominations.set_cell(workspace, kind, row_id, key, text, **how)
        after = nominees.nominee(workspace, row_id) if key == "subject" else None
        if after is not None and after.kind != before:
            self._on_kind(after.name, after.kind)
        return changes

    def move_row(self, workspace: Workspace, kind: str, row_id: int, position: int) -> Changes:
        """Put a row elsewhere; not while some are left out, for then its place among all is not seen."""
        if self.wanted is not None:
            return Changes()
        return nominations.move_row(workspace, kind, row_id, position)
