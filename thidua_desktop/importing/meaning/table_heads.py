"""The head of a table of targets or commitments: which column holds what, over one row or two."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...domain.vietnamese import fold
from .figures import assigner_in
from .organisations import organisation_at, place_at

Rows = list[tuple[str, ...]]

_INDICATOR = re.compile(r"\b(chi tieu|noi dung|ten|nhiem vu|linh vuc|tieu chi|phan viec|cong viec)\b")
_UNIT = re.compile(r"\b(don vi tinh|dvt|dv tinh|don vi)\b")
_PLANNED = re.compile(
    r"\b(ke hoach|kh|giao|phan dau|chi tieu|muc|gia tri|so luong|dang ky|cam ket|giao uoc|nam \d{4}|muc tieu|nghi quyet"
    r"|nq|du toan|khoi luong)\b"
)
_DONE = re.compile(r"\b(thuc hien|ket qua|uoc|th)\b")
_PLAN_TOO = re.compile(r"\b(ke hoach|kh|phan dau)\b")
_COMPARED = re.compile(r"\b(so sanh|so voi|tang|chenh lech|ghi chu|ty le dat|thoi gian|thoi han|tien do)\b|^%")
_OWNER = re.compile(
    r"\b(chu tri|thuc hien boi|phu trach|co quan|don vi thuc hien|don vi chu tri|to chuc|phoi hop|don vi dang ky"
    r"|ten don vi|thanh vien|doan the|chiu trach nhiem|theo doi)\b"
    r"|^(?:ten )?(?:(?:thon|ban|ap|khu pho|to dan pho|hoi)(?:, |$))+$"
)
_PROMISES = re.compile(r"\b(cam ket|giao uoc|dang ky)\b")
_NUMBERED = re.compile(r"\(?(?:\d{1,2}|[A-H])\)?(?:\s*=.*)?|")
_OF_ROW = re.compile(r"(?:\d{1,2}|[IVX]+|[a-z])[.)]?")
_BODIES = ("UBND", "HĐND", "TP", "TW")
_LEVEL_ALONE = re.compile(
    r"(?:kế hoạch|kh|nq|nghị quyết|chỉ tiêu)\s+(?P<level>(?:UBND |HĐND )?\S+(?: trấn| phố| xã)?)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Planned:
    """A column with figures aimed at: its place, its caption and who assigned what stands below it."""

    place: int
    caption: str
    assigned_by: str | None


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table and its rows below the head. ``names`` are the captions; ``persons`` the columns that are
    an organisation's own; ``promises`` says that the rows are what organisations commit to."""

    names: tuple[str, ...]
    body: Rows
    indicator: int | None
    unit: int | None
    owner: int | None
    planned: tuple[Planned, ...]
    persons: tuple[int, ...]
    promises: bool


def table_head(rows: Rows, year: int | None) -> Head | None:
    """The head of a table; None when nothing in its first row names an indicator or an organisation."""
    if len(rows) < 2:
        return None
    names, below = _captions(rows)
    body = [row for row in rows[below:] if not _repeats(row, rows[0]) and not all(map(_NUMBERED.fullmatch, row))]
    folded = [fold(name) for name in names]
    owner = _owner(folded, body)
    indicator = _find(folded, _INDICATOR, owner)
    unit = next((i for i, cell in enumerate(folded) if _UNIT.search(cell) and i not in (owner, indicator)), None)
    taken = (indicator, owner, unit)
    planned = [i for i, cell in enumerate(folded) if i not in taken and _is_planned(cell, year)]
    persons = tuple(
        i for i, name in enumerate(names) if i not in taken and (organisation_at(f"{name}:") or place_at(name))
    )
    if indicator is None and owner is None:
        return None
    columns = tuple(Planned(i, names[i], _assigner(names[i])) for i in planned)
    before = owner is not None and (indicator is None or owner < indicator)
    promises = before or (owner is not None and any(map(_PROMISES.search, folded)))
    return Head(tuple(names), body, indicator, unit, owner, columns, persons, promises)


def _captions(rows: Rows) -> tuple[list[str], int]:
    """The caption of each column, both rows of a head in two joined, and how many rows the head takes."""
    top, width = rows[0], max(len(row) for row in rows)
    if len(rows) < 3 or not _is_second_row(top, rows[1]):
        return [*top, *[""] * (width - len(top))], 1
    below = rows[1] if len(rows[1]) == width else _set_below(top, rows[1], width)
    spread = top if len(top) == width else _spread(top, below)
    return [_joined(one, two) for one, two in zip(spread, below, strict=False)], 2


def _is_second_row(top: tuple[str, ...], row: tuple[str, ...]) -> bool:
    words = [cell for cell, above in zip(row, [*top, *[""] * len(row)], strict=False) if cell.strip() and cell != above]
    said = any(_PLANNED.search(fold(word)) or _DONE.search(fold(word)) for word in words)
    first = row[0].strip()
    return said and not _OF_ROW.fullmatch(first) and not any(re.fullmatch(r"[\d.,%\s]+", word) for word in words)


def _set_below(top: tuple[str, ...], row: tuple[str, ...], width: int) -> tuple[str, ...]:
    """A second row that holds the cells of one wide column only, put below that column."""
    cells = [cell for cell in row if cell.strip()]
    wide = next(
        (i for i, cell in enumerate(top) if len(top) - 1 + len(cells) == width and _PLANNED.search(fold(cell))), None
    )
    place = len(top) - 1 if wide is None else _last_planned(top)
    return tuple([""] * place + cells + [""] * max(0, width - place - len(cells)))


def _last_planned(top: tuple[str, ...]) -> int:
    return max(
        (i for i, cell in enumerate(top) if _PLANNED.search(fold(cell)) and not _INDICATOR.match(fold(cell))), default=0
    )


def _spread(top: tuple[str, ...], below: tuple[str, ...]) -> list[str]:
    """The cells of the first row over the columns of the second: one wide cell stands over several that have words."""
    out: list[str] = []
    cells = list(top)
    groups = [bool(cell.strip()) for cell in below]
    wide = len(top) - groups.count(False)
    stretches = sum(groups)
    for has_words in groups:
        if not has_words:
            out.append(cells.pop(0) if cells else "")
            continue
        done = sum(groups[: len(out)])
        if wide > 0 and done % max(1, stretches // wide) == 0 and cells:
            current = cells.pop(0)
        out.append(current if wide > 0 else "")
    return out


def _joined(top: str, below: str) -> str:
    return top if not below.strip() or top == below else f"{top} {below}".strip()


def _repeats(row: tuple[str, ...], head: tuple[str, ...]) -> bool:
    return row == head


def _owner(head: list[str], body: Rows) -> int | None:
    """The column of who is responsible; "Đơn vị" is one when organisations stand below it."""
    found = next((i for i, cell in enumerate(head) if _OWNER.search(cell) and not _PLAN_TOO.match(cell)), None)
    if found is not None:
        return found
    for place, cell in enumerate(head):
        below = [row[place] for row in body if place < len(row) and row[place].strip()]
        if re.search(r"\bdon vi\b", cell) and below and sum(map(_is_body, below)) * 2 >= len(below):
            return place
    return None


def _is_body(cell: str) -> bool:
    return bool(organisation_at(f"{cell}:") or place_at(cell))


def _find(head: list[str], pattern: re.Pattern[str], but: int | None) -> int | None:
    return next((i for i, cell in enumerate(head) if i != but and pattern.search(cell)), None)


def _is_planned(head: str, year: int | None) -> bool:
    """Last year's column, results and comparisons are no targets."""
    years = [int(found) for found in re.findall(r"\b20\d\d\b", head)]
    if _COMPARED.search(head) or (years and year is not None and year not in years):
        return False
    return bool(_PLANNED.search(head)) and not (_DONE.search(head) and not _PLAN_TOO.search(head))


def _assigner(caption: str) -> str | None:
    if caption.upper() == caption:
        caption = " ".join(word if word in _BODIES else word.lower() for word in caption.split())
    alone = _LEVEL_ALONE.fullmatch(re.sub(r"\s*năm 20\d\d|\s*20\d\d", "", caption).strip())
    return assigner_in(caption) or (assigner_in(f"{alone['level']} giao") if alone else None)
