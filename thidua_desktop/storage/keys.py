"""Sort and search keys, made in Python because SQLite knows neither đ nor Vietnamese order.

Which keys a table has is read off its columns: ``<column>_key`` and ``search_key``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..domain.registers.catalogue import REGISTERS
from ..domain.vietnamese import fold, name_key, sort_key

SEARCH = "search_key"
_SUFFIX = "_key"
_SORTED_LENGTH = 200  # characters; no list is sorted by what comes after
_NAMES = frozenset(
    column.key for register in REGISTERS.values() for column in register.columns if column.sort == "name"
)

Value = str | int | float | None


def sorted_columns(columns: Iterable[str]) -> list[str]:
    """The columns that have a sort key."""
    known = set(columns)
    return [name for name in columns if f"{name}{_SUFFIX}" in known]


def order_column(column: str, columns: Iterable[str]) -> str:
    """What to sort by when the clerk sorts by ``column``."""
    key = f"{column}{_SUFFIX}"
    return key if key in columns else column


def make_keys(columns: Iterable[str], row: Mapping[str, Value]) -> dict[str, str]:
    """The key columns of one whole row; a missing or empty text has the key ""."""
    names = list(columns)
    texts = {name: str(row.get(name) or "") for name in sorted_columns(names)}
    keys = {f"{name}{_SUFFIX}": _sort(name, text) for name, text in texts.items()}
    if SEARCH in names:
        keys[SEARCH] = fold(" \n".join(texts.values()))
    return keys


def _sort(column: str, text: str) -> str:
    start = text[:_SORTED_LENGTH]
    return name_key(start) if column in _NAMES else sort_key(start)
