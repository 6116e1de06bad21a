"""Which stored row each row of a file is about: texts are moved from row to row, their hidden keys are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar


class _HasId(Protocol):
    @property
    def id(self) -> int: ...


_Row = TypeVar("_Row")
_Stored = TypeVar("_Stored", bound=_HasId)


def claimed(
    rows: Sequence[_Row], keyed: Callable[[_Row], _Stored | None], alike: Callable[[_Row], Sequence[_Stored]]
) -> list[_Stored | None]:
    """The stored row of each, every one once: the one of its key when that says the same, else one that says the same,
    else what its key names and no other row is about.
    """
    found: list[_Stored | None] = [None] * len(rows)
    used: set[int] = set()

    def claim(wanted: Callable[[_Row], Sequence[_Stored]]) -> None:
        for at, row in enumerate(rows):
            one = None if found[at] else next((other for other in wanted(row) if other.id not in used), None)
            if one is not None:
                found[at] = one
                used.add(one.id)

    def named(row: _Row) -> Sequence[_Stored]:
        one = keyed(row)
        return () if one is None else (one,)

    claim(lambda row: [one for one in named(row) if any(one.id == other.id for other in alike(row))])
    claim(alike)
    claim(named)
    return found
