"""Items that a web page ran together: its line breaks are gone, "… đạt 5 ha.- Trồng 2 ha rừng.2. Về văn hóa"."""

from __future__ import annotations

import re
from dataclasses import replace

from ...domain.richtext import Run
from ...domain.vietnamese import CAPITAL, SMALL
from ..lines import Line, SourceText, cut, squeezed
from .marks import find_mark, is_upper
from .recipients import LABEL

_WORD = rf"[{CAPITAL}][{SMALL}]"
_NEXT_ITEM = re.compile(
    rf"(?<=[{SMALL})”\"%‰\d][.;:])(?=[-–+]\s*[{CAPITAL}\d“])"  # ".- Trồng"
    rf"|(?:(?<=[{SMALL})”\"%‰][.;])|(?<=\d{{4}}[.;]))(?=\d{{1,2}}\.\s+{_WORD})"  # "khác.1. Các", "năm 2026.2. Công"
    rf"|(?<=[{SMALL})”\"%‰\d][.;:])(?=[a-eđ]\)\s*{_WORD})"  # ".b) Về"
    rf"|(?<=[{SMALL})”\"%‰\d][.;])(?=[IVX]{{1,4}}\.\s+[{CAPITAL}]{{2}})"  # ".II. CHỈ TIÊU"
)
_BELOW_CAPITALS = re.compile(rf"(?<=[{CAPITAL}]{{2}})(?=(?:\d{{1,2}}\.|[a-e]\))\s+{_WORD})")  # "YÊU CẦU1. Mục đích"
_FEWEST = 3  # places in a paper that show it was run together: one may be a slip


def with_parted_items(source: SourceText) -> SourceText:
    """The source with a line for each item where many were run together; says so in its remarks.

    The recipients are left as they are: they are parted where they are understood.
    """
    end = next((index for index, line in enumerate(source.lines) if LABEL.match(line.text)), len(source.lines))
    places = [_places(line) if index < end else [] for index, line in enumerate(source.lines)]
    count = sum(map(len, places))
    if count < _FEWEST:
        return source
    lines = tuple(part for line, of_line in zip(source.lines, places, strict=True) for part in _parts(line, of_line))
    remark = f"Có {count} chỗ hai mục dính liền một dòng, đã tách ra; nên đọc lướt lại toàn văn."
    return replace(source, lines=lines, remarks=(*source.remarks, remark))


def _places(line: Line) -> list[int]:
    """Where in a line another item begins."""
    if line.cells:
        return []
    mark = find_mark(line.text)
    start = mark.end if mark else 0
    heads = (found.start() for found in _BELOW_CAPITALS.finditer(line.text, start))
    heading = [place for place in heads if mark and is_upper(line.text[start:place])][:1]
    return sorted({*heading, *(found.start() for found in _NEXT_ITEM.finditer(line.text, start))})


def _parts(line: Line, places: list[int]) -> list[Line]:
    starts, ends = [0, *places], [*places, None]
    runs: list[tuple[Run, ...]] = [
        squeezed(cut(line.runs, start, end)) for start, end in zip(starts, ends, strict=True)
    ]
    first = replace(line, runs=runs[0]) if places else line
    return [first, *(replace(line, runs=of_part, label="", gap=False) for of_part in runs[1:])]
