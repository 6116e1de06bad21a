"""Tables of targets: which column holds what, by the words in its head."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..domain.plans import TargetValue
from ..domain.richtext import Paragraph
from ..domain.vietnamese import fold, parse_number
from .figures import figures
from .units import UNIT, unit_of

SEPARATOR = " | "  # between the cells of a row set as one paragraph …
ROW = "|"  # … which has this for its bullet
_INDICATOR = re.compile(r"\b(chi tieu|noi dung|ten|nhiem vu|linh vuc|tieu chi)\b")
_UNIT = re.compile(r"\b(don vi tinh|dvt|don vi)\b")
_PLANNED = re.compile(
    r"\b(ke hoach|kh|giao|phan dau|chi tieu nam|muc|gia tri|so luong|dang ky|cam ket|nam \d{4}|muc tieu)\b"
)
_DONE = re.compile(r"\b(thuc hien|ket qua|uoc|th)\b")
_OWNER = re.compile(
    r"\b(chu tri|thuc hien boi|phu trach|co quan|don vi thuc hien|don vi chu tri|to chuc|phoi hop|don vi dang ky)\b"
)
_FALLS = re.compile(r"^giam (?!ngheo)|\bgiam$")
_WITHIN = re.compile(r"\s*[-+]?\s*trong đó\s*[:,]?\s+(?=\w)", re.IGNORECASE)
_ASSIGNER = re.compile(r"(.+?)\s+giao\b", re.IGNORECASE)


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


def read_table(rows: list[tuple[str, ...]], year: int | None) -> list[TableRow]:
    """The rows below the head; nothing when the head names no indicator and no planned figure."""
    if len(rows) < 2:
        return []
    head = [fold(cell) for cell in rows[0]]
    indicator = _find(head, _INDICATOR, _OWNER)
    owner = _find(head, _OWNER, None)
    unit = next((i for i, cell in enumerate(head) if _UNIT.search(cell) and i != owner), None)
    planned = [i for i, cell in enumerate(head) if i not in (indicator, owner, unit) and _is_planned(cell, year)]
    if indicator is None or not (planned or owner is not None):
        return []
    group: str | None = None
    out: list[TableRow] = []
    for row in rows[1:]:
        cells = [*row, *[""] * (len(head) - len(row))]
        if sum(bool(cell.strip()) for cell in cells) <= 2 and not any(cells[i].strip() for i in planned):
            group = next((cell for cell in reversed(cells) if cell.strip()), None)
            continue
        if not cells[indicator].strip():
            continue
        values = [
            v
            for i in planned
            for v in _cell_values(cells[i], cells[unit] if unit is not None else "", rows[0][i], year)
        ]
        values = values or [figure.value for figure in figures(cells[indicator], year)]
        responsible = cells[owner].strip() if owner is not None and cells[owner].strip() else None
        name, part = _name(cells[indicator], "" if values else " ".join(cells[i] for i in planned))
        if _FALLS.search(fold(name)):
            values = [replace(value, comparator="giảm") if value.comparator == "=" else value for value in values]
        out.append(TableRow(SEPARATOR.join(c for c in row if c), name, tuple(values), responsible, group, part))
    return out


def _name(cell: str, aim: str) -> tuple[str, bool]:
    """The indicator of a row, with what it is to reach when that is no figure, and whether "trong đó" stands before."""
    lead = _WITHIN.match(cell)
    name = cell[lead.end() :].strip() if lead else cell.strip()
    name = name[:1].upper() + name[1:]
    return (f"{name}: {aim.strip()}" if re.search(r"[^\W\d_]", aim) else name), bool(lead)


def _find(head: list[str], pattern: re.Pattern[str], but: re.Pattern[str] | None) -> int | None:
    return next((i for i, cell in enumerate(head) if pattern.search(cell) and not (but and but.search(cell))), None)


def _is_planned(head: str, year: int | None) -> bool:
    """Last year's column and results are no targets."""
    years = [int(found) for found in re.findall(r"\b20\d\d\b", head)]
    if years and year is not None and max(years) < year:
        return False
    return bool(_PLANNED.search(head)) and not (_DONE.search(head) and not re.search(r"ke hoach|kh\b", head))


def _cell_values(cell: str, unit: str, head: str, year: int | None) -> list[TargetValue]:
    """The figures of a cell, in the unit of the unit column when the cell names none."""
    assigner = _ASSIGNER.match(head.strip())
    unit_found = UNIT.match(unit.strip()) if unit.strip() else None
    given = unit_of(unit_found) if unit_found else unit.strip()
    found = [figure.value for figure in figures(cell, year)]
    bare = re.fullmatch(r"\s*([≥≤><]?=?)\s*([\d.,]+)\s*", cell)
    if bare and (number := parse_number(bare[2])) is not None:
        sign = {"≥": ">=", ">=": ">=", "≤": "<=", "<=": "<=", ">": ">", "<": "<"}.get(bare[1], "=")
        found = [TargetValue(number, given, sign)]  # type: ignore[arg-type]
    by = assigner[1].strip() if assigner else None
    by = by[:1].lower() + by[1:] if by and not by[:2].isupper() else by
    return [replace(value, unit=value.unit or given, assigned_by=value.assigned_by or by) for value in found]
