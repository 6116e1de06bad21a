"""What an editable table (danh mục) is made of: columns, what their cells hold, how it is searched and sorted.

The definitions stand in :mod:`.catalogue`; texts of cells are read and written by :mod:`.cells`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

CellType = Literal[
    "text",  # one line
    "long_text",  # several lines
    "number",  # float, shown as 1.234,5
    "reached",  # as a number; of a row without "values" 1 and 0 are "đạt" and "chưa đạt"
    "integer",  # int
    "date",  # ISO "YYYY-MM-DD", shown as dd/MM/yyyy
    "year",  # int
    "choice",  # one of Column.choices
    "yes_no",  # bool
    "link",  # id of a row of Column.links_to, shown by its title
    "list",  # tuple of texts, shown with ";" between
    "values",  # tuple of plans.TargetValue, see figures.values
    "part",  # a part of the row's "values" (Column.key says which), see domain.value_parts
]
SortKey = Literal["plain", "text", "name"]


class Choice(NamedTuple):
    """What a choice keeps in the data file and what the clerk reads."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a register.

    ``width`` is in characters. ``empty`` is what the data file keeps for an empty cell. ``default`` is the text a new
    row gets when nothing was typed in this column. ``open_choice`` lets a choice take other texts than the listed ones.
    ``links_to`` is the kind a link points to, within the same scope when that kind has one. ``aliases`` are other
    headings under which the column is recognised in a pasted block. ``hint`` says how to fill the cell. ``suggests``
    names a list that the office's data gives to choose from besides ``choices``: "awards", "organisations", "people".
    Of a ``masked`` text only the last letters are shown, and no search looks through it.
    """

    key: str
    heading: str
    type: CellType = "text"
    choices: tuple[Choice, ...] = ()
    width: int = 16
    required: bool = False
    hint: str = ""
    empty: str | int | None = ""
    default: str = ""
    open_choice: bool = False
    links_to: str = ""
    sort: SortKey = "text"
    aliases: tuple[str, ...] = ()
    suggests: str = ""
    masked: bool = False

    @property
    def right_aligned(self) -> bool:
        """Whether cells are figures, which stand at the right."""
        return self.type in ("number", "reached", "integer", "year")


@dataclass(frozen=True, slots=True)
class Register:
    """One editable table.

    ``kind`` is the name of its table in the data file. ``one`` names a single record in the middle of a sentence
    ("chỉ tiêu"), ``title_key`` the column that names a record. ``scope`` is the field that ties rows to their owner (a
    plan, a bản đăng ký, a đợt xét), None for a table of the whole office. In an ``ordered`` register rows have a
    ``position`` and can be moved. ``order`` is the key it is sorted by at first ("position" when ordered), downwards
    when ``descending``. ``places`` is the key of a column of numbers that the rows can be arranged by, "" for none.
    """

    kind: str
    title: str
    one: str
    columns: tuple[Column, ...]
    title_key: str
    order: str
    scope: str | None = None
    ordered: bool = False
    descending: bool = False
    places: str = ""

    def column(self, key: str) -> Column:
        """The column of that key; ``KeyError`` when there is none."""
        for column in self.columns:
            if column.key == key:
                return column
        raise KeyError(f"{self.kind} has no column {key}")

    @property
    def search(self) -> tuple[str, ...]:
        """The keys a search looks through: what the clerk wrote in words, no days, figures or closed lists."""
        return tuple(
            column.key
            for column in self.columns
            if (column.type in ("text", "long_text", "list") or column.open_choice) and not column.masked
        )

    @property
    def arranged_by(self) -> str:
        """The key of the order in which a row can be moved among the others, "" when none can."""
        return "position" if self.ordered else self.places

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys in the order of the columns."""
        return tuple(column.key for column in self.columns)


DATE_HINT = "Ngày/tháng/năm, ví dụ 05/02/2026"


def same(*labels: str) -> tuple[Choice, ...]:
    """Choices that are kept as they are read."""
    return tuple(Choice(label, label) for label in labels)


def date_column(key: str, heading: str, *aliases: str) -> Column:
    """A column of days, empty when not known."""
    return Column(key, heading, "date", width=15, empty=None, hint=DATE_HINT, sort="plain", aliases=aliases)
