"""The stretches of a page as rows in reading order: rows across the page, columns of a header, tables with rules."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ...domain.richtext import Run
from ...domain.vietnamese import fold, folded_line, nfc
from ..layout.marks import find_mark
from ..lines import LAYOUT_WORDS
from .page import RAISED, TIGHT, Page, Stretch
from .tables import Grid, grids

_SAME_ROW = 0.45  # of the letter size: raised signs and columns set a little higher belong to one row
_RAISED_BY = 0.65  # of the letter size
_GUTTER = 7.0  # points: columns stand at least this far apart …
_WIDE = 1.3  # … and at least this many letter sizes where their words do not tell
_NEAR = 2.4  # letter sizes from row to row inside a column
_ALIGNED = 7.0
_EXACT = 0.6  # points: justified rows end this much alike
_TABBED = 1.5  # points: at a tab stop words begin exactly alike
_RAISED = 0.85
_TAB = 2.5  # letter sizes: room that no space makes
_LAYOUT = re.compile(rf"{LAYOUT_WORDS.pattern}|cong hoa xa hoi|doc lap\s*-\s*tu do", re.MULTILINE)
_RECIPIENT = re.compile(r"[-–+•]\s*\w.*[;.]")
_RIGHT_BEGINS = re.compile(  # what stands on the right of a header or a signature
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|Độc\s+lập\s*[-–—]|(?:TM|KT|TL|TUQ)\s*\.|(?:PHÓ\s+)?CHỦ\s+TỊCH"
)
_NUMBER = re.compile(r"Số\b")  # room is left for the pen
_MOTTO = "cong hoa xa hoi chu nghia viet nam"


Gutter = tuple[float, float]
"""Left and right edge of the room between two columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line as printed. ``cells`` are set for a row of a ruled table, ``table`` numbers tables and column blocks on
    the page from 1, ``column`` says in which column of a block the line stands; ``continues`` that the block began on
    the page before."""

    stretch: Stretch
    cells: tuple[Stretch | None, ...] = ()
    table: int = 0
    column: int = -1
    page: int = 0
    continues: bool = False

    @property
    def text(self) -> str:
        return self.stretch.text

    @property
    def x0(self) -> float:
        return self.stretch.x0

    @property
    def x1(self) -> float:
        return self.stretch.x1

    @property
    def y(self) -> float:
        return self.stretch.y

    @property
    def size(self) -> float:
        return self.stretch.size


@dataclass(slots=True)
class _Band:
    """What stands on one height of the page, from left to right."""

    parts: list[Stretch] = field(default_factory=list)

    @property
    def y(self) -> float:
        return max(self.parts, key=lambda part: part.size).y

    @property
    def size(self) -> float:
        return max(part.size for part in self.parts)

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.parts)

    def gutter(self) -> tuple[float, float] | None:
        """The widest room between two parts, None when no two stand far apart."""
        gaps = [(a.x1, b.x0) for a, b in pairwise(self.parts) if not _is_marker(a.text)]
        widest = max(gaps, key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
        return widest if widest[1] - widest[0] >= _GUTTER else None


@dataclass(frozen=True, slots=True)
class Cut:
    """A block in two columns that reaches the foot of its page and may go on over the page."""

    gutter: Gutter
    bands: list[_Band]


def rows(page: Page, number: int, cut: Cut | None = None) -> tuple[list[Row], Cut | None]:
    """The rows of a page in reading order, and the block that its foot cuts; ``cut`` is that of the page before."""
    ruled = grids(page.rules)
    inside: dict[int, list[Stretch]] = {}
    outside: list[Stretch] = []
    for stretch in page.stretches:
        at = next((i for i, grid in enumerate(ruled) if grid.holds(stretch)), None)
        (outside if at is None else inside.setdefault(at, [])).append(stretch)
    out: list[Row] = []
    table = 0
    for piece in _in_order(outside, [(ruled[at], parts) for at, parts in sorted(inside.items())]):
        table += 1
        if isinstance(piece, tuple):
            made, cut = _table_rows(*piece, table), None
        else:
            made, cut = _open_rows(piece, table, cut)
        out += [replace(row, page=number) for row in made]
        table = max([table, *(row.table for row in made)])
    return out, cut


def _in_order(
    outside: list[Stretch], tables: list[tuple[Grid, list[Stretch]]]
) -> list[list[_Band] | tuple[Grid, list[Stretch]]]:
    """The bands of text cut where a table stands between them."""
    out: list[list[_Band] | tuple[Grid, list[Stretch]]] = []
    left = _bands(outside)
    for grid, parts in sorted(tables, key=lambda table: table[0].top):
        out.append([band for band in left if band.y <= grid.top + 1])
        out.append((grid, parts))
        left = [band for band in left if band.y > grid.top + 1]
    return [*out, left]


def _bands(stretches: list[Stretch]) -> list[_Band]:
    bands: list[_Band] = []
    for stretch in sorted(stretches, key=lambda one: (-one.size > 0, one.y)):
        near = [band for band in bands[-4:] if _is_level(band, stretch)]
        home = next((band for band in near if not _overlaps(band, stretch)), None)
        if home is None:
            bands.append(_Band([stretch]))
        else:
            home.parts.append(stretch)
            home.parts.sort(key=lambda part: part.x0)
    return sorted(bands, key=lambda band: band.y)


def _is_marker(text: str) -> bool:
    """Whether the words are a bullet or a number and nothing else: what follows it at a tab stop is no column."""
    mark = find_mark(f"{text} x")
    return mark is not None and mark.end > len(text)


def _is_level(band: _Band, stretch: Stretch) -> bool:
    """Whether the two stand on one line; a small sign may be raised."""
    small, large = sorted((band.size, stretch.size))
    return abs(band.y - stretch.y) <= (_RAISED_BY if small <= _RAISED * large else _SAME_ROW) * large


def _overlaps(band: _Band, stretch: Stretch) -> bool:
    return any(min(p.x1, stretch.x1) - max(p.x0, stretch.x0) > 0.4 * stretch.size for p in band.parts)


def _open_rows(bands: list[_Band], table: int, cut: Cut | None) -> tuple[list[Row], Cut | None]:
    """Rows outside tables: blocks in two columns are read column by column."""
    if not bands:
        return [], cut
    edge = max(band.parts[-1].x1 for band in bands)
    at, gutter = _continued(bands, cut)
    out = [replace(row, continues=True) for row in _columns(bands[:at], gutter, table)] if cut else []
    left = cut if cut and at == len(bands) else None
    while at < len(bands):
        block = _block(bands, at)
        if block is None:
            out.append(Row(_one(bands[at].parts, edge)))
            at += 1
            continue
        first, end, gutter = block
        taken = len(out) - (at - first)
        table += 1
        goes_on = cut is not None and first == 0  # the columns may stand otherwise on the new page
        out[taken:] = [replace(row, continues=goes_on) for row in _columns(bands[first:end], gutter, table)]
        at = end
        left = Cut(gutter, bands[first:end]) if end == len(bands) else None
    return out, left


def _continued(bands: list[_Band], cut: Cut | None) -> tuple[int, Gutter]:
    """How many rows at the head of a page belong to the block that the page break cut."""
    if cut is None:
        return 0, (0.0, 0.0)
    gutter, at = cut.gutter, 0
    while at < len(bands):
        narrowed = _narrowed(gutter, bands[at])
        if narrowed is None or not _is_set_alike(bands[at], cut.bands, narrowed):
            break
        gutter, at = narrowed, at + 1
    return at, gutter


def _block(bands: list[_Band], at: int) -> tuple[int, int, Gutter] | None:
    """First and last (excluded) band of a block in two columns whose first row with both is ``at``, and its gutter."""
    gutter = bands[at].gutter()
    if gutter is None:
        return None
    wide = gutter[1] - gutter[0] >= _WIDE * bands[at].size
    end = last = at + 1
    both = 1
    while end < len(bands) and _near(bands, end, gutter):
        narrowed = _narrowed(gutter, bands[end])
        if narrowed is None and _RECIPIENT.fullmatch(bands[end].parts[0].text) and _has_layout_words(bands[at:end]):
            narrowed = gutter  # set by tabs it may run under the other column
        if narrowed is None:
            break
        gutter = narrowed
        end += 1
        paired = len(_sides(bands[end - 1], gutter)) == 2
        if paired or _is_set_alike(bands[end - 1], bands[at : end - 1], gutter):
            both += paired
            last = end
    gutter = bands[at].gutter() or gutter
    for band in bands[at + 1 : last]:
        gutter = _narrowed(gutter, band) or gutter
    first, gutter = _upward(bands, at, last, gutter)
    is_layout = (
        _has_layout_words(bands[first:last])
        and not _is_stretched(bands[first:last], gutter)
        and (both > 1 or (wide and (last - first > 1 or last == len(bands))))
    )
    return (first, last, gutter) if is_layout else None


def _is_stretched(bands: list[_Band], gutter: Gutter) -> bool:
    """Whether the rows are lines that were broken by hand and justified all the same: each reaches the right edge."""
    last = [band.parts[-1] for band in bands if len(_sides(band, gutter)) == 2]
    ends, begins = [part.x1 for part in last], [part.x0 for part in last]
    return len(last) > 1 and max(ends) - min(ends) <= _EXACT and max(begins) - min(begins) > _ALIGNED


def _upward(bands: list[_Band], at: int, last: int, gutter: Gutter) -> tuple[int, Gutter]:
    """Where the block begins: one column often starts higher. Running text above ends at the same left edge, so the
    row there must be the first of the page or hold words of a header or a signature."""
    first = at
    while first > 0 and _near(bands, first, gutter):
        narrowed = _narrowed(gutter, bands[first - 1])
        if narrowed is None or not _is_set_alike(bands[first - 1], bands[first:last], narrowed):
            break
        first, gutter = first - 1, narrowed
    while 0 < first < at and not _has_layout_words(bands[first : first + 1]):
        first += 1
    return first, gutter


def _has_layout_words(bands: list[_Band]) -> bool:
    return bool(_LAYOUT.search(fold(nfc("\n".join(part.text for band in bands for part in band.parts)))))


def _near(bands: list[_Band], at: int, gutter: Gutter) -> bool:
    """Whether a row follows the one above; a name below the room for the signature may stand far, on its own side."""
    far = bands[at].y - bands[at - 1].y > _NEAR * max(bands[at].size, bands[at - 1].size)
    return not far or all(part.x0 >= gutter[0] for part in bands[at].parts)


def _narrowed(gutter: Gutter, band: _Band) -> Gutter | None:
    """What is left of the gutter beside this row too, None when the row runs across it."""
    left, right = gutter
    for part in band.parts:
        if part.x0 <= left or (part.x1 < right and part.x0 - left < right - part.x1):
            left = max(left, part.x1)
        else:
            right = min(right, part.x0)
    own = band.gutter()
    if own and own[1] - own[0] > 2 * _GUTTER and len(_sides(band, (left, right))) == 1 and not _NUMBER.match(band.text):
        return None  # columns of its own
    return (left, right) if right - left >= _GUTTER else None


def _sides(band: _Band, gutter: Gutter) -> set[bool]:
    return {_is_right(band, part, gutter) for part in band.parts}


def _is_right(band: _Band, part: Stretch, gutter: Gutter) -> bool:
    """Whether a part stands in the right column; what follows a recipient does, however long that one is."""
    follows = part is not band.parts[0] and bool(_RECIPIENT.fullmatch(band.parts[0].text))
    return part.x0 >= gutter[1] - 1 or follows


def _is_set_alike(band: _Band, others: list[_Band], gutter: Gutter) -> bool:
    """Whether a row in one column only is set like that column's other rows: centred alike, or begun alike."""
    sides = _sides(band, gutter)
    if len(sides) == 2:
        return True
    side = sides.pop()
    beside = [p for other in others for p in other.parts if (p.x0 >= gutter[1] - 1) == side]
    first = band.parts[0]
    middle = (first.x0 + band.parts[-1].x1) / 2
    return any(
        abs(middle - (p.x0 + p.x1) / 2) <= _ALIGNED or abs(first.x0 - p.x0) <= (_TABBED if side else _ALIGNED)
        for p in beside
    )


def _columns(bands: list[_Band], gutter: Gutter, table: int) -> list[Row]:
    sides: tuple[list[Row], list[Row]] = ([], [])
    for band in bands:
        for side in (0, 1):
            parts = [part for part in band.parts if _is_right(band, part, gutter) == bool(side)]
            if parts:
                sides[side].append(Row(_one(parts), table=table, column=side))
    for row in sides[0]:  # a motto set by tabs goes on at the left edge
        above = [other for other in sides[1] if other.y < row.y]
        if above and folded_line(f"{above[-1].text} {row.text}") == _MOTTO:
            sides[0].remove(row)
            sides[1].insert(len(above), replace(row, column=1))
            break
    return [*sides[0], *sides[1]]


def _table_rows(grid: Grid, parts: list[Stretch], table: int) -> list[Row]:
    out = []
    for cells in grid.cells(parts):
        read = tuple(_cell(cell) for cell in cells)
        filled = [cell for cell in read if cell is not None]
        if filled:
            out.append(Row(filled[0], read, table))
    return out


def _cell(parts: list[Stretch]) -> Stretch | None:
    lines = [_one(band.parts) for band in _bands(parts)]
    whole = lines[0] if lines else None
    for line in lines[1:]:
        if whole is not None:
            at = whole.x1 + (0.0 if TIGHT.search(whole.text) else line.size)
            whole = whole.with_next(replace(line, x0=at, x1=at))
    return whole


def _one(parts: list[Stretch], edge: float = math.inf) -> Stretch:
    """The parts of a row as one stretch; one far smaller and above the others' line is a raised sign.

    Room that no space makes is kept as a tab, save after a marker and in a row that is justified to the ``edge``."""
    largest = max(part.size for part in parts)
    base = max(parts, key=lambda part: part.size).y
    whole = None
    for part in parts:
        if part.size <= _RAISED * largest and base - part.y > 0.15 * largest:
            part = replace(part, runs=(Run(RAISED[0]), *part.runs, Run(RAISED[1])))
        stretched = parts[-1].x1 >= edge - _EXACT and not _RIGHT_BEGINS.match(part.text)
        if whole is not None and not stretched and _stands_apart(whole, part, largest):
            part = replace(part, runs=(Run("\t"), *part.runs))
        whole = part if whole is None else whole.with_next(part)
    return whole or parts[0]


def _stands_apart(before: Stretch, part: Stretch, size: float) -> bool:
    """Whether a tab was set between the two: by the room, or by what stands on either side of less room."""
    far = part.x0 - before.x1 > _TAB * size and not _is_marker(before.text)
    told = bool(_RIGHT_BEGINS.match(part.text) or _RECIPIENT.fullmatch(before.text))
    return far or (told and part.x0 - before.x1 > _GUTTER)
