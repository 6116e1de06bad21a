"""Tables of targets and of commitments, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...domain.plan.plans import TargetValue
from ...domain.richtext import Paragraph
from ...domain.vietnamese import fold, parse_number
from .clauses import parted
from .figures import comparator, figures
from .other_numbers import NUMBER
from .table_heads import Head, Rows, table_head
from .units import UNIT, unit_of

SEPARATOR = " | "  # between the cells of a row set as one paragraph …
ROW = "|"  # … which has this for its bullet
_FALLS = re.compile(r"^giam (?!ngheo)|\bgiam$")
_WITHIN = re.compile(r"\s*[-+]?\s*trong đó\s*[:,]?\s*[-+]?\s*(?=\w|$)", re.IGNORECASE)
_DASH = re.compile(r"\s*[-–+•]\s*(?=\w)")
_SUB_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}\.?|[a-zđ]\)?|[-+]")
_AGAIN = re.compile(r"[\"”“'’-]{1,3}|nt|-\s*nt\s*-|\s*″\s*", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\((?P<unit>[^()]+)\)\s*$")
_SIGN = r"[≥≤<>=]+|từ|trên|dưới|hơn|khoảng|đạt|ít nhất|tối thiểu|tối đa|không quá|không dưới|giảm(?: còn)?|còn|tăng|hạ"
_TOTAL = re.compile(r"(?:tong|cong)\b(?! an)")
_BARE = re.compile(
    rf"(?P<before>(?:(?:{_SIGN})\s*)*)(?P<low>{NUMBER})(?:\s*/\s*\d+)?(?:\s*(?:-|–|đến)\s*(?P<high>{NUMBER}))?"
    r"\s*(?P<after>trở lên|trở xuống)?\s*",
    re.IGNORECASE,
)


def is_row(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a table's row put into a line."""
    return paragraph.bullet == ROW


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table of targets or commitments; ``part`` says that it is part of the row above ("trong đó")."""

    quote: str
    indicator: str
    values: tuple[TargetValue, ...]
    owner: str | None = None
    group: str | None = None
    part: bool = False


@dataclass(frozen=True, slots=True)
class TableReading:
    """What a table holds; ``promises`` says that its head speaks of what organisations commit to."""

    rows: tuple[TableRow, ...] = ()
    promises: bool = False


def read_table(rows: Rows, year: int | None) -> TableReading:
    """The rows below the head; nothing when the head names no indicator and no planned figure."""
    head = table_head(rows, year)
    if head is None:
        return TableReading()
    if len(head.persons) >= 2 and head.indicator is not None:
        return TableReading(tuple(_by_column(head)), promises=True)
    if head.indicator is None:
        return TableReading(tuple(_by_row(head)), promises=True)
    if not head.planned and head.owner is None:
        return TableReading()
    return TableReading(tuple(_by_indicator(head, head.indicator, year)), head.promises)


def _by_indicator(head: Head, indicator: int, year: int | None) -> Iterator[TableRow]:
    """One row for one target: the common table."""
    group: str | None = None
    owner: str | None = None
    unit = ""
    within = False
    planned = [column.place for column in head.planned]
    for row in head.body:
        cells = _padded(row, head)
        if _opens_group(cells, head):
            group, within = _group(cells, group)
            continue
        if not cells[indicator].strip():
            continue
        owner = _owner(cells, head, owner)
        if head.promises and not planned:
            yield from _promised(cells[indicator], owner, group, year)
            continue
        unit = _unit(cells, head, unit) or _bracketed(cells[indicator])
        values = [value for column in head.planned for value in _values(cells[column.place], unit, column.assigned_by)]
        values = values or [figure.value for figure in figures(cells[indicator], year)]
        name, part = _name(cells[indicator], "" if values else _aim(cells, planned))
        within = part or (within and _is_sub(cells))
        quote = SEPARATOR.join(cell for cell in row if cell)
        yield TableRow(quote, name, tuple(_falling(values, name)), owner, group, within or _is_sub(cells))


def _opens_group(cells: list[str], head: Head) -> bool:
    """Whether a row holds only a name: "A | KINH TẾ"."""
    owned = head.owner is not None and bool(cells[head.owner].strip())
    figures_in = any(cells[column.place].strip() for column in head.planned)
    return sum(bool(cell.strip()) for cell in cells) <= 2 and not figures_in and not owned


def _promised(cell: str, owner: str | None, group: str | None, year: int | None) -> Iterator[TableRow]:
    """What an organisation commits to in one cell, each promise for itself: "- Trồng 500 cây; - Giúp 03 hộ"."""
    for clause in parted(cell, year).clauses:
        words = clause.text.strip(" -–+.;,")
        yield TableRow(words, words, tuple(figure.value for figure in clause.figures), owner, group)


def _by_column(head: Head) -> Iterator[TableRow]:
    """A table with a column for each organisation: a row gives as many commitments as it has figures."""
    for row in head.body:
        cells = _padded(row, head)
        unit = _unit(cells, head, "") or _bracketed(cells[head.indicator or 0])
        name, _ = _name(cells[head.indicator or 0], "")
        for place in head.persons if name else ():
            if values := _values(cells[place], unit, None):
                yield TableRow(SEPARATOR.join(c for c in row if c), name, tuple(values), head.names[place].strip())


def _by_row(head: Head) -> Iterator[TableRow]:
    """A table with a row for each organisation and a column for each figure it commits to."""
    for row in head.body:
        cells = _padded(row, head)
        owner = _owner(cells, head, None)
        for place, caption in enumerate(head.names):
            if owner is None or _TOTAL.match(fold(owner)) or place <= (head.owner or 0) or not cells[place].strip():
                continue
            unit = _IN_BRACKETS.search(caption)
            values = _values(cells[place], _spelled(unit["unit"]) if unit else "", None)
            if values:
                yield TableRow(cells[place], _IN_BRACKETS.sub("", caption), tuple(values), owner)


def _padded(row: tuple[str, ...], head: Head) -> list[str]:
    return [*row, *[""] * (len(head.names) - len(row))]


def _group(cells: list[str], group: str | None) -> tuple[str | None, bool]:
    """The group a row without figures opens; "Trong đó:" opens none but leads to parts."""
    words = next((cell for cell in reversed(cells) if cell.strip()), group or "")
    return (group, True) if fold(words).strip(" :") == "trong do" else (words or group, False)


def _is_sub(cells: list[str]) -> bool:
    """Whether a row is a part of the one above it by its number ("1.1", "a)") or its dash."""
    return bool(_SUB_NUMBER.fullmatch(cells[0].strip())) or any(_DASH.match(cell) for cell in cells[:2])


def _name(cell: str, aim: str) -> tuple[str, bool]:
    """The indicator of a row, with what it is to reach when that is no figure, and whether "trong đó" stands before."""
    lead = _WITHIN.match(cell) or _DASH.match(cell)
    name = cell[lead.end() :].strip() if lead else cell.strip()
    name = _IN_BRACKETS.sub("", name) if _bracketed(name) else name
    name = name[:1].upper() + name[1:]
    return (f"{name}: {aim.strip()}" if re.search(r"[^\W\d_]", aim) else name), bool(lead)


def _aim(cells: list[str], planned: list[int]) -> str:
    return " ".join(dict.fromkeys(cells[place].strip() for place in planned))


def _owner(cells: list[str], head: Head, above: str | None) -> str | None:
    """Who answers for a row; an empty cell goes on with the one above it."""
    if head.owner is None:
        return None
    return cells[head.owner].strip() or (above if head.promises else None)


def _unit(cells: list[str], head: Head, above: str) -> str:
    """The unit of a row; a ditto mark repeats the one above."""
    if head.unit is None:
        return ""
    cell = cells[head.unit].strip()
    return above if _AGAIN.fullmatch(cell) else _spelled(cell)


def _bracketed(name: str) -> str:
    """The unit that an indicator ends with: "Thu ngân sách (tỷ đồng)"; "" when its brackets hold something else."""
    found = _IN_BRACKETS.search(name)
    unit = UNIT.match(found["unit"]) if found else None
    named = unit is not None and (unit["sign"] or unit["money"] or unit["measure"] or unit["noun"] or unit["short"])
    return unit_of(unit) if found and unit and named and unit.end() == len(found["unit"]) else ""


def _spelled(unit: str) -> str:
    thousands = re.match(r"1[.]?000\s*đ", unit)
    found = UNIT.match(unit)
    if thousands:
        return "nghìn đồng"
    return (
        unit_of(found)
        if found and found.end() == len(unit)
        else unit
        if unit[1:2].isupper()
        else unit[:1].lower() + unit[1:]
    )


def _falling(values: list[TargetValue], name: str) -> list[TargetValue]:
    falls = bool(_FALLS.search(fold(name)))
    return [replace(v, comparator="giảm") if falls and v.comparator == "=" else v for v in values]


def _values(cell: str, unit: str, by: str | None) -> list[TargetValue]:
    """The figures of a cell, in the unit of the unit column when the cell names none."""
    bare = _BARE.fullmatch(cell.strip())
    if bare and (low := parse_number(bare["low"])) is not None:
        high = parse_number(bare["high"]) if bare["high"] else None
        sign = comparator(bare["before"], bare["after"] or "")
        return [TargetValue(low, unit, sign, by, high)] if high is None or high > low else []
    found = [figure.value for figure in figures(cell)]
    return [replace(value, unit=value.unit or unit, assigned_by=value.assigned_by or by) for value in found]
