"""Printed rows joined to the paragraphs they were cut from.

A row goes on with the one above when that one is full (the next word had no room left), nothing sets the two apart
(room between them, a first line's indent, a marker) and both stand in one column. What a page break parted is joined
the same way. A hyphen or slash at a row's end keeps what follows close.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ...domain.richtext import Run, joined
from ...domain.vietnamese import SMALL, folded_line
from ..layout.marks import find_mark
from ..lines import Line, cut, spaced, squeezed
from ..meaning.target_tables import SEPARATOR
from .blocks import Row
from .page import RAISED, TIGHT

_SLACK = 3.0  # points
_INDENT = 9.0  # points: the least a first line is set in
_APART = 1.28  # times the usual distance of rows: room set between paragraphs
_GAP = 1.8  # times the usual distance of rows: a blank line stands between
_CENTRED = ((50.0, 8.0), (14.0, 3.0), (0.0, 1.0))  # points from both margins: how unequal the two may be
_SPACE = 0.22  # of the letter size: a space
_ENDS = re.compile(r"[.;:!?…]\W*$")
_WIDEST_MARGIN = 0.17  # of the page's width: a page of few short rows does not show its margins
_FLUSH = 0.6  # points
_FEWEST_FLUSH = 3
_MANY_FLUSH = 0.08  # of the rows: most of the others are the last ones of their paragraphs
_UNSURE = 40.0  # points
_COMMON = 0.04  # of the rows begin at the left edge, however many paragraphs are one row long and set in
_WORD = re.compile(r"[^\W_]")  # a row without any is a line drawn by signs
_ENOUGH_ROWS = 10  # across one page, to take its margins from itself alone
_DEEPEST_HANG = 45.0  # points from a marker to the words below the first one after it
_FOOT = re.compile(r"Nơi\s+nhận\b|(?:TM|KT|TL|TUQ)\s*\.|(?:PHÓ\s+)?CHỦ\s+TỊCH$", re.IGNORECASE)
_ITEM_OF_ITS_OWN = re.compile(r"(?:Căn cứ|Xét|Theo|Thực hiện|Đợt|Giai đoạn)\s")
_PHRASES = ("cong hoa xa hoi chu nghia viet nam", "tu do - hanh phuc", "uy ban nhan dan", "thi dua - khen thuong")
_FEW = 3  # words of such a phrase that a narrow column sets on a line of their own
_ROW_NUMBER = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,4}|[a-zđ])\W*")
_RAISED = re.compile(rf"{RAISED[0]}([^{RAISED[1]}]*){RAISED[1]}")
_NOTE_SIGN = re.compile(rf"\s*{RAISED[0]}?(\d{{1,2}}|\*{{1,3}}){RAISED[1]}?[\s.)]*(?=\S)")


@dataclass(frozen=True, slots=True)
class Measure:
    """The text's left and right edge, the usual distance from row to row, and where its longest row ends: lines that
    are not justified leave the right edge open."""

    left: float
    right: float
    step: float
    longest: float
    sure: bool = True
    flush: bool = False


_NO_MEASURE = Measure(0.0, 0.0, 0.0, 0.0)


@dataclass(slots=True)
class _Open:
    """A paragraph being put together."""

    rows: list[Row] = field(default_factory=list)
    set_to: Measure = _NO_MEASURE
    gap: bool = False


def measures(pages: list[list[Row]], widths: list[float]) -> list[Measure]:
    """The measure of each page; pages with little text take that of the others of their width."""
    alike: dict[int, list[Row]] = {}
    for own, width in zip(pages, widths, strict=True):
        alike.setdefault(round(width), []).extend(own)
    whole = {width: _measure(rows, width) for width, rows in alike.items()}
    out = []
    for own, width in zip(pages, widths, strict=True):
        enough = sum(row.column < 0 and not row.cells for row in own) >= _ENOUGH_ROWS
        wide = whole[round(width)]
        out.append(replace(_measure(own, width), longest=wide.longest) if enough else wide)
    return out


def _measure(rows: list[Row], width: float) -> Measure:
    plain = [row for row in rows if not row.cells and row.column < 0]
    if not plain:
        return _NO_MEASURE
    lefts = Counter(round(row.x0) for row in plain if len(row.text) > 30) or Counter(round(row.x0) for row in plain)
    common = [x for x, times in lefts.items() if times >= max(2, len(plain) * _COMMON)] or list(lefts)
    ends = sorted(row.x1 for row in plain)
    steps = Counter(round((b.y - a.y) * 2) / 2 for a, b in pairwise(plain) if a.page == b.page and b.y > a.y)
    near = [step for step, times in steps.items() if times >= max(steps.values()) * 0.3]
    left, right = min(*common, _WIDEST_MARGIN * width), max(ends[int(len(ends) * 0.95)], (1 - _WIDEST_MARGIN) * width)
    longest = max(ends[int(len(ends) * 0.99)], right)
    flush = sum(abs(right - end) <= _FLUSH for end in ends) >= max(_FEWEST_FLUSH, _MANY_FLUSH * len(ends))
    return Measure(left, right, min(near, default=0.0), longest, len(plain) >= _ENOUGH_ROWS, flush)


def lines(pages: list[list[Row]], notes: list[list[Row]], widths: list[float]) -> Iterator[Line]:
    """The rows of all pages as paragraphs; a footnote follows the paragraph that names it, else stands at the end."""
    tables, feet = _Tables(), _Notes()
    set_to = measures(pages, widths)
    now, read = _Open(), 0
    for row in _in_reading_order(pages):
        for below in notes[read : row.page + 1]:
            feet.add(below)
        read = max(read, row.page + 1)
        if now.rows and _goes_on(now.rows, row, set_to[now.rows[-1].page], set_to[row.page]):
            now.rows.append(row)
            continue
        yield from _closed(now, tables, feet)
        far = bool(now.rows) and _distance(now.rows[-1], row) > _GAP * set_to[row.page].step > 0
        now = _Open([row], set_to[row.page], far)
    yield from _closed(now, tables, feet)
    yield from feet.rest()


def _in_reading_order(pages: list[list[Row]]) -> list[Row]:
    """All rows; what a page break cut off a column follows what stands above it in that column."""
    out: list[Row] = []
    for row in (row for rows in pages for row in rows):
        home = len(out)
        if row.continues:
            alike = (at for at in range(len(out) - 1, -1, -1) if out[at].column == row.column)
            home = next(alike, len(out) - 1) + 1
        out.insert(home, row)
    return out


class _Tables:
    """Numbers tables and column blocks over the whole document; a table that a page break cuts stays one."""

    def __init__(self) -> None:
        self._number = 0
        self._last: Row | None = None
        self._block = (-1, 0)
        self._first: tuple[str, ...] = ()

    def number(self, row: Row) -> int:
        """The number of the row's table, 0 outside of one."""
        last, self._last = self._last, row
        if not row.table:
            return 0
        same = row.continues or self._block == (row.page, row.table)
        self._block = self._block if row.continues else (row.page, row.table)
        goes_on = last is not None and bool(row.cells and last.cells) and last.page < row.page
        if not same and not goes_on:
            self._number += 1
            self._first = _texts(row)
        return self._number

    def repeats(self, row: Row) -> bool:
        """Whether the row is the head of its table, printed again on a new page."""
        last = self._last
        return bool(row.cells) and last is not None and last.page < row.page and _texts(row) == self._first


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell.text if cell else "" for cell in row.cells)


def _closed(now: _Open, tables: _Tables, feet: _Notes) -> Iterator[Line]:
    if not now.rows:
        return
    first = now.rows[0]
    if first.cells:
        if not tables.repeats(first):
            yield _table_line(now.rows, tables.number(first))
        return
    signs: list[str] = []

    def settled(found: re.Match[str]) -> str:
        if not feet.has(found[1]):
            return found[1]
        signs.append(found[1])
        return ""

    runs = spaced(Run(_RAISED.sub(settled, run.text), run.bold, run.italic) for run in _joined_rows(now.rows))
    centred = first.column < 0 and all(_is_centred(row, now.set_to) for row in now.rows)
    yield Line(runs, table=tables.number(first), column=first.column, gap=now.gap, centered=centred)
    for sign in signs:
        yield from feet.taken(sign)


def _table_line(rows: list[Row], table: int) -> Line:
    cells = [
        squeezed(run for cell in parts if cell is not None for run in (*cell.runs, Run(" ")))
        for parts in zip(*(row.cells for row in rows), strict=True)
    ]
    runs: list[Run] = []
    for index, cell in enumerate(cells):
        runs += [Run(SEPARATOR)] if index else []
        runs += cell
    texts = tuple("".join(run.text for run in cell) for cell in cells)
    return Line(joined(runs), cells=texts, table=table)


def _joined_rows(rows: list[Row]) -> tuple[Run, ...]:
    """The runs of all rows, raised signs each within one run."""
    runs: list[Run] = []
    for index, row in enumerate(rows):
        tight = index and TIGHT.search(rows[index - 1].text)
        runs += [Run(" ", row.stretch.runs[0].bold)] if index and not tight else []
        runs += row.stretch.runs
    out: list[Run] = []
    for run in runs:
        if out and out[-1].text.count(RAISED[0]) > out[-1].text.count(RAISED[1]):
            out[-1] = Run(out[-1].text + run.text, out[-1].bold, out[-1].italic)
        else:
            out.append(run)
    return joined(out)


def _goes_on(rows: list[Row], row: Row, before: Measure, set_to: Measure) -> bool:
    """Whether a row belongs to the paragraph of the rows above; the measures are of the last one's page and its own."""
    last = rows[-1]
    if row.cells and last.cells:
        return _is_rest_of_row(last, row)
    if row.cells or last.cells or row.column != last.column:
        return False
    if row.column >= 0:
        same = row.continues or (row.page, row.table) == (last.page, last.table)
        return same and _goes_on_in_column(last, row)
    unended = not _ENDS.search(last.text)
    lower = bool(re.match(rf"[{SMALL}\d]", row.text))
    if _FOOT.match(row.text) or last.text.endswith("./."):
        return False
    if not _is_full(last, row, before) or not (_WORD.search(row.text) and _WORD.search(last.text)):
        return False
    if _is_centred(row, set_to) and _is_centred(last, before):
        return unended
    if before.flush and not unended and last.x1 < before.right - _SLACK:
        return False
    if _distance(last, row) > _APART * set_to.step > 0 and not (lower and unended):
        return False
    first_set_in = rows[0].x0 > before.left + _INDENT
    mark = find_mark(row.text)
    within = unended and row.x0 <= set_to.left + 2  # "kinh tế | - xã hội" at the edge where first rows are set in
    if mark and not (within and (mark.bullet or first_set_in or len(rows) > 1)):
        return False
    if row.x0 > last.x0 + _INDENT:
        hangs = bool(find_mark(rows[0].text)) or (unended and lower)
        return hangs and len(rows) == 1 and row.x0 <= last.x0 + _DEEPEST_HANG
    if len(rows) == 1 and first_set_in and abs(row.x0 - last.x0) < _INDENT:
        return unended and lower
    return not (_ITEM_OF_ITS_OWN.match(row.text) and re.search(r"[;.]$", last.text))


def _is_rest_of_row(last: Row, row: Row) -> bool:
    """Whether a table's row at the head of a page is the rest of the numbered one that the page break cut."""
    if row.page != last.page + 1 or len(row.cells) != len(last.cells) or row.cells[0] is not None:
        return False
    number = last.cells[0]
    return number is not None and bool(_ROW_NUMBER.fullmatch(number.text))


def _goes_on_in_column(last: Row, row: Row) -> bool:
    """Wrapped recipients and dates: what begins small, or after an item that has not ended."""
    if find_mark(row.text) or _ENDS.search(last.text) or _distance(last, row) > 1.6 * row.size:
        return False
    if _completes(last.text, row.text):
        return True
    item = bool(find_mark(last.text)) and not row.text.isupper()
    return item or bool(re.match(rf"[{SMALL}]|\d{{4}}$", row.text))


def _completes(above: str, text: str) -> bool:
    """Whether the end of one of the phrases every header or signature has stands on a line of its own."""
    whole, own = folded_line(f"{above} {text}"), folded_line(text)
    return len(text.split()) <= _FEW and any(whole.endswith(p) and not own.endswith(p) for p in _PHRASES)


def _is_full(last: Row, row: Row, set_to: Measure) -> bool:
    """Whether the next row's first word had no room in the last one."""
    return last.x1 + _SPACE * row.size + row.stretch.first >= set_to.right - _SLACK


def _is_centred(row: Row, set_to: Measure) -> bool:
    mark = find_mark(row.text)
    if mark and mark.bullet:
        return False
    before = row.x0 - set_to.left
    for edge in (set_to.right, set_to.longest):
        room = min(before, edge - row.x1)
        off = next((off for least, off in _CENTRED if room > least), 0.0) if set_to.sure else _UNSURE
        if room > _SLACK and abs(before - edge + row.x1) <= off:
            return True
    return False


def _distance(last: Row, row: Row) -> float:
    """From base line to base line; none over a page break."""
    return row.y - last.y if row.page == last.page else 0.0


class _Notes:
    """Footnotes that wait for the paragraph they belong to."""

    def __init__(self) -> None:
        self._waiting: list[tuple[str, Line]] = []

    def add(self, rows: list[Row]) -> None:
        """Takes the notes of the page that is read next."""
        group: list[Row] = []
        for row in rows:
            if group and _NOTE_SIGN.match(row.text):
                self._add_one(group)
                group = []
            group.append(row)
        if group:
            self._add_one(group)

    def _add_one(self, rows: list[Row]) -> None:
        runs = _joined_rows(rows)
        text = "".join(run.text for run in runs)
        found = _NOTE_SIGN.match(text)
        words = cut(runs, found.end() if found else 0)
        plain = squeezed(Run(_RAISED.sub(r"\1", run.text), run.bold, run.italic) for run in words)
        self._waiting.append((found[1] if found else "", Line(plain, note=True)))

    def has(self, sign: str) -> bool:
        """Whether a note with that sign waits."""
        return any(waiting == sign for waiting, _ in self._waiting)

    def taken(self, sign: str) -> Iterator[Line]:
        """The first note with that sign."""
        at = next((i for i, (waiting, _) in enumerate(self._waiting) if waiting == sign), None)
        if at is not None:
            yield self._waiting.pop(at)[1]

    def rest(self) -> Iterator[Line]:
        """Notes that no paragraph names."""
        yield from (line for _, line in self._waiting)
        self._waiting = []
