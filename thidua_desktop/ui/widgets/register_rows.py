"""The rows of one register as pages fetched when they are looked at; knows no Qt."""

from __future__ import annotations

from typing import Any

from thidua_desktop.domain.registers.catalogue import REGISTERS, Register

PAGE = 200


class RegisterRows:
    """What a register shows under the present search and order.

    ``services`` has the functions of ``services.registers``. Rows are numbered from 0; a row has ``id`` and ``cells``,
    texts in the order of the register's columns. ``register`` is another definition than the kind's own.
    """

    def __init__(
        self, services: Any, workspace: Any, kind: str, scope: int | None = None, register: Register | None = None
    ) -> None:
        self.services = services
        self.workspace = workspace
        self.register = register or REGISTERS[kind]
        self.scope = scope
        self.search = ""
        self.order = self.register.order
        self.descending = self.register.descending
        self.count = 0
        self._pages: dict[int, list[Any]] = {}
        self._names: dict[str, dict[int, str]] = {}
        self.forget()

    @property
    def in_own_order(self) -> bool:
        """Whether the rows stand as the clerk arranged them, all of them, so that one can be moved."""
        own = self.order == (self.register.arranged_by or None) and not self.descending
        return own and not self.search

    def forget(self) -> None:
        """Count again and fetch again what is looked at."""
        self._pages.clear()
        self._names.clear()
        self.count = self.services.count(self.workspace, self.register.kind, scope=self.scope, search=self.search)

    def at(self, row: int) -> Any:
        """The row of that number."""
        return self._page(row // PAGE)[row % PAGE]

    def place_of(self, row_id: int, near: int = 0) -> int | None:
        """The number of the row with that id, None when it is not shown. Pages around ``near`` are read first."""
        last = (self.count - 1) // PAGE
        for page in sorted(range(last + 1), key=lambda page: (page not in self._pages, abs(page - near // PAGE))):
            for offset, row in enumerate(self._page(page)):
                if row.id == row_id:
                    return page * PAGE + offset
        return None

    def names(self, kind: str) -> dict[int, str]:
        """The titles of all rows of a register, by id: what a link may point to. Of rows that belong to others the ids
        are only numbers.
        """
        other = REGISTERS[kind]
        if kind not in self._names and other.scope and other.scope != self.register.scope:
            link = next(column for column in self.register.columns if column.links_to == kind)
            titles = self.services.choices(self.workspace, self.register.kind, link.key, scope=self.scope)
            self._names[kind] = dict(enumerate(titles))
        if kind not in self._names:
            column = other.keys.index(other.title_key)
            scope = self.scope if other.scope else None
            rows = self.services.page(self.workspace, kind, scope=scope, order=other.title_key, limit=-1)
            self._names[kind] = {row.id: row.cells[column] for row in rows}
        return self._names[kind]

    def _page(self, number: int) -> list[Any]:
        if number not in self._pages:
            if self._sorted_whole():
                rows = self._fetched(-1, 0)
                self._pages = {start // PAGE: rows[start : start + PAGE] for start in range(0, len(rows), PAGE)}
            else:
                self._pages[number] = self._fetched(PAGE, number * PAGE)
        return self._pages.get(number, [])

    def _sorted_whole(self) -> bool:
        """Whether the services sort all rows for every page, as by what a link shows: then all are fetched at once."""
        return self.order in self.register.keys and self.register.column(self.order).type == "link"

    def _fetched(self, limit: int, offset: int) -> list[Any]:
        return self.services.page(
            self.workspace,
            self.register.kind,
            scope=self.scope,
            search=self.search,
            order=self.order,
            descending=self.descending,
            limit=limit,
            offset=offset,
        )
