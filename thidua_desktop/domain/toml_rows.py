"""Rows of what ships (``resources/*.toml``): their cells, and a mistake in them named in Vietnamese."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date
from typing import Any, TypeVar

_Made = TypeVar("_Made")


def rows(
    table: Mapping[str, object], key: str, called: str, make: Callable[[Mapping[str, object]], _Made]
) -> Iterator[tuple[str, _Made]]:
    """What ``make`` makes of each row of a file that has the one list ``key``, with the words that name its place.

    Raises ``ValueError``; one that ``make`` raises is said of the row: "phong trào thứ 2: …".
    """
    listed = table.get(key)
    if set(table) != {key} or not isinstance(listed, list):
        raise ValueError(f"tệp phải gồm đúng một danh sách [[{key}]]")
    for position, row in enumerate(listed, start=1):
        place = f"{called} thứ {position}"
        if not isinstance(row, dict):
            raise ValueError(f"{place} không phải là một bảng")
        if row.get("number"):
            place += f" ({row['number']})"
        try:
            made = make(row)
        except ValueError as error:
            raise ValueError(f"{place}: {error}") from error
        yield place, made


def cells(
    row: Mapping[str, object], texts: Sequence[str], days: Sequence[str], required: Sequence[str]
) -> dict[str, Any]:
    """The cells of a row, its days as ISO texts; ``ValueError`` for an unknown, a missing or a wrong one."""
    for key in row:
        if key not in (*texts, *days):
            raise ValueError(f"không có ô “{key}”")
    for key in required:
        if not row.get(key):
            raise ValueError(f"thiếu “{key}”")
    return {key: _day(key, cell) if key in days else _text(key, cell) for key, cell in row.items()}


def shaped(shape: type[_Made], place: str, row: object) -> _Made:
    """The dataclass ``shape`` with the cells of a row, lists as tuples; ``ValueError`` names the place and the cell."""
    if not isinstance(row, dict):
        raise ValueError(f"{place} phải là một bảng")
    columns = {column.name: column for column in fields(shape)}  # type: ignore[arg-type]
    for name in row:
        if name not in columns:
            raise ValueError(f"{place}: không có ô “{name}”")
    for name, column in columns.items():
        if name not in row and column.default is MISSING and column.default_factory is MISSING:
            raise ValueError(f"{place}: thiếu “{name}”")
    return shape(**{name: tuple(cell) if isinstance(cell, list) else cell for name, cell in row.items()})


def _text(key: str, cell: object) -> str:
    if not isinstance(cell, str):
        raise ValueError(f"“{key}” phải là chữ trong ngoặc kép")
    return cell


def _day(key: str, cell: object) -> str:
    if type(cell) is not date:
        raise ValueError(f"“{key}” phải là ngày dạng năm-tháng-ngày, không có ngoặc kép")
    return cell.isoformat()
