"""One row of ``resources/law`` read cell by cell; the first bad cell is named with its file, line and row."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, NoReturn

from ..legal_acts import CHECKED_MARK, UNCHECKED_MARK
from ..vietnamese import fold


class LawError(ValueError):
    """A file of the law that cannot be used: ``file`` name, ``line`` (0: not known), ``row`` and ``reason``."""

    def __init__(self, file: str, line: int, row: str, reason: str) -> None:
        self.file = file
        self.line = line
        self.row = row
        self.reason = f"{row}: {reason}" if row else reason
        super().__init__(f"“{file}”, {self.place}: {self.reason}" if line else f"“{file}”: {self.reason}")

    @property
    def place(self) -> str:
        """Where in the file, "" when it is about the whole file."""
        return f"dòng {self.line}" if self.line else ""


@dataclass(frozen=True, slots=True)
class LawFile:
    """A file of ``resources/law``: its name without ending, what tomllib made of it, and its text for the lines."""

    name: str
    table: Mapping[str, Any]
    text: str

    def line(self, where: str = "", index: int = 0, key: str = "") -> int:
        """The line of a ``key`` in the ``index``-th [[where]] (or [where]), or of its head; top-level for "" ."""
        lines = self.text.splitlines()
        head = re.compile(rf"\s*\[\[?\s*{re.escape(where)}\s*\]")
        heads = [number for number, line in enumerate(lines, 1) if where and head.match(line)]
        if where and index >= len(heads):
            return 0
        start = heads[index] if where else 0
        cell = re.compile(rf"\s*{re.escape(key)}\s*=")
        for number, line in enumerate(lines[start:], start + 1):
            if re.match(r"\s*\[", line):
                break
            if key and cell.match(line):
                return number
        return start or 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reader stands: a row (or the head) of a file, the cell within it, and the awards there are."""

    file: LawFile
    where: str = ""
    index: int = 0
    row: str = ""
    key: str = ""
    awards: Mapping[str, str] | None = None

    def at(self, key: str) -> Place:
        return Place(self.file, self.where, self.index, self.row, key, self.awards)

    def refuse(self, reason: str) -> NoReturn:
        cell = f"mục “{self.key}” " if self.key else ""
        line = self.file.line(self.where, self.index, self.key)
        raise LawError(f"{self.file.name}.toml", line, self.row, f"{cell}{reason}")


Reader = Callable[[Place, Any], Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """The dataclass a row becomes, how its cells are read, and which of them must be there."""

    made: Callable[..., Any]
    readers: Mapping[str, Reader]
    required: tuple[str, ...]

    def read(self, place: Place, table: Mapping[str, object], **given: object) -> Any:
        """The row of this shape; ``given`` are cells that come from elsewhere."""
        for key in table:
            if key not in self.readers:
                place.at(key).refuse(f"không có trong loại dòng này (có: {', '.join(self.readers)})")
        for key in self.required:
            if key not in table and key not in given:
                place.refuse(f"thiếu mục “{key}”")
        return self.made(**given, **{key: self.readers[key](place.at(key), value) for key, value in table.items()})


def text(place: Place, value: object) -> str:
    """A text that says something."""
    if not isinstance(value, str) or not value.strip():
        place.refuse("phải là chữ trong ngoặc kép, không để trống")
    return value


def whole(place: Place, value: object) -> int:
    """A whole number from 0 on."""
    if type(value) is not int or value < 0:
        place.refuse("phải là số nguyên không âm, không có ngoặc kép")
    return value


def positive(place: Place, value: object) -> int:
    """A whole number from 1 on."""
    return whole(place, value) or place.refuse("phải là số nguyên từ 1 trở lên")


def decimal(place: Place, value: object) -> Decimal:
    """A figure above 0, as it is written."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal) or value <= 0:
        place.refuse("phải là số lớn hơn 0, không có ngoặc kép")
    return Decimal(str(value))


def percentage(place: Place, value: object) -> Decimal:
    """A figure above 0 and up to 100."""
    read = decimal(place, value)
    return read if read <= 100 else place.refuse("phải là tỷ lệ phần trăm không quá 100")


def flag(place: Place, value: object) -> bool:
    """True or false."""
    return value if isinstance(value, bool) else place.refuse("phải là true hoặc false")


def day(place: Place, value: object) -> str:
    """A TOML date as ISO."""
    if type(value) is not date:
        place.refuse("phải là ngày dạng năm-tháng-ngày, không có ngoặc kép")
    return value.isoformat()


def choice(*choices: str) -> Reader:
    """One of these words."""

    def read(place: Place, value: object) -> str:
        if value not in choices:
            place.refuse(f"là “{value}”, phải là một trong: {', '.join(choices)}")
        return str(value)

    return read


def several(one: Reader) -> Reader:
    """A list of at least one, none twice."""

    def read(place: Place, value: object) -> tuple[Any, ...]:
        if not isinstance(value, list) or not value:
            place.refuse("phải là danh sách trong ngoặc vuông, có ít nhất một mục")
        made = tuple(one(place, item) for item in value)
        if len(set(made)) < len(made):
            place.refuse("có một mục ghi hai lần")
        return made

    return read


def award(place: Place, value: object) -> str:
    """The name of an award of the catalogue, as it stands there."""
    known = place.awards or {}
    found = known.get(fold(text(place, value)))
    return found or place.refuse(f"có “{value}”, không có trong danh mục (có: {'; '.join(known.values())})")


awards = several(award)
mark = choice(CHECKED_MARK, UNCHECKED_MARK)
SOURCED: Mapping[str, Reader] = {"article": text, "source": text, "mark": mark}
