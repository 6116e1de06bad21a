"""Cells that are typed or pasted together: what can be stored, and what is refused with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from ..domain.errors import KnownError

Entry = TypeVar("Entry")
Value = TypeVar("Value")


def read_each(
    entries: Iterable[Entry], read: Callable[[Entry], Value]
) -> tuple[dict[Entry, Value], dict[Entry, KnownError]]:
    """What each entry says, and the errors of those that ``read`` refuses."""
    values: dict[Entry, Value] = {}
    refused: dict[Entry, KnownError] = {}
    for entry in entries:
        try:
            values[entry] = read(entry)
        except KnownError as error:
            refused[entry] = error
    return values, refused
