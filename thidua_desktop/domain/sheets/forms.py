"""A form sheet as it goes out: its tables, which of their cells are typed in, and the stamp that tells whose it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType
from typing import Literal, TypeAlias

from ..vietnamese import fold, one_line

SheetKind = Literal["đăng ký", "kết quả", "giao ước", "cá nhân", "gia đình văn hóa"]
SHEET_NAMES: Mapping[SheetKind, str] = MappingProxyType(
    {
        "đăng ký": "phiếu đăng ký",
        "kết quả": "phiếu kết quả",
        "giao ước": "bản giao ước",
        "cá nhân": "phiếu đăng ký cá nhân",
        "gia đình văn hóa": "danh sách Gia đình văn hóa",
    }
)
"""What comes back, as a sentence calls it. The first two go out as spreadsheets too, the others as papers alone."""
SHEETS_OF: Mapping[str, SheetKind] = MappingProxyType(
    {
        "registration-form": "đăng ký",
        "progress-form": "kết quả",
        "pledge": "giao ước",
        "personal-registration": "cá nhân",
        "culture-list": "gia đình văn hóa",
    }
)
"""What the papers are that come back filled in, by their names among the exports."""
CellType = Literal["text", "number", "date", "choice"]
CellValue: TypeAlias = str | float | date | None

VERSION = 1
"""Of the forms that go out now; it goes up when a column comes, goes or changes its meaning."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a form. ``typed`` cells are for the organisation, the others are locked.

    ``choices`` are offered in a drop-down; ``open_choice`` takes other texts too. ``also`` are other headings that mean
    this column, folded; ``hint`` is shown beside a chosen cell. A ``silent`` column is not printed: it may come back
    from papers of another kind. The lines of a cell stay apart where it may hold ``many``, as papers print them.
    """

    key: str
    heading: str
    width: float
    type: CellType = "text"
    typed: bool = True
    choices: tuple[str, ...] = ()
    open_choice: bool = False
    hint: str = ""
    also: tuple[str, ...] = ()
    silent: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A filled row; ``key`` tells the program what it is about and stands in a hidden column, "" for nothing known.

    ``choices`` are those of this row's cells alone, by column.
    """

    key: str = ""
    cells: Mapping[str, CellValue] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page of its own: ``name`` is on its tab, ``needs`` are the columns without which a table of a
    returned file is not taken for this one. ``room`` are the empty rows below the filled ones.
    """

    key: str
    name: str
    title: str
    columns: tuple[Column, ...]
    needs: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    room: int = 0
    note: str = ""
    landscape: bool = True

    def column(self, key: str) -> Column:
        """The column of that key."""
        return next(column for column in self.columns if column.key == key)

    @property
    def printed(self) -> tuple[Column, ...]:
        """The columns that stand on the form."""
        return tuple(column for column in self.columns if not column.silent)


@dataclass(frozen=True, slots=True)
class Question:
    """A line of the first page: who fills the form in, when."""

    key: str
    label: str
    type: CellType = "text"
    value: CellValue = None
    typed: bool = True


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a form says of itself on a page that the recipient does not see.

    ``office`` is :func:`office_key` of who sent it out. ``printed`` are the keys of the rows that were filled when it
    went out. ``organisation_id`` is 0 for a form that any organisation may fill in.
    """

    kind: SheetKind
    year: int
    office: str
    office_name: str = ""
    organisation_id: int = 0
    organisation: str = ""
    phase_id: int = 0
    phase: str = ""
    version: int = VERSION
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormBook:
    """A whole form: the lines of its first page, the questions there, and its tables."""

    title: str
    stamp: Stamp
    guide: tuple[str, ...]
    questions: tuple[Question, ...]
    tables: tuple[Table, ...]
    code: str = ""

    def answered(self, answers: Mapping[str, tuple[Row, ...]]) -> FormBook:
        """The form with these rows in the tables of that key."""
        return replace(self, tables=tuple(replace(one, rows=answers.get(one.key, one.rows)) for one in self.tables))


def sheet_title(kind: SheetKind) -> str:
    """What came back, at the beginning of a line: "Phiếu đăng ký"."""
    name = SHEET_NAMES[kind]
    return name[:1].upper() + name[1:]


def office_key(name: str, province: str) -> str:
    """What tells two communes apart: the folded name with its province."""
    return " ".join(fold(one_line(f"{name} {province}")).split())
