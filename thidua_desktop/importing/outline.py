"""The numbered body of a plan as a tree of sections."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ..domain.plans import Section
from ..domain.richtext import Paragraph, Run, joined
from .lines import Line, cut
from .marks import Mark, Rank, find_mark, is_upper, label_mark
from .target_tables import ROW

_LONGEST_HEADING = 250
_LONGEST_PLAIN_HEADING = 130
_LONGEST_STOPPED_HEADING = 60  # "1. Đối với khối UBND xã." is a heading, a sentence is longer
_FIGURE = re.compile(r"\d\s*(?:%|‰|tỷ|tỉ|triệu|nghìn|ha\b|tấn|tạ|con\b|hộ\b|người|lượt|thôn\b|km)")
_NO_SENTENCE = re.compile(r"(đối với|về|công tác)\s", re.IGNORECASE)  # how a heading begins that ends with a full stop
_INLINE = re.compile(r"[:.]\s+\S")


@dataclass(frozen=True, slots=True)
class Item:
    """A line with its marker (None for running text), whether it is a heading, and its words without the marker."""

    line: Line
    mark: Mark | None
    heading: bool
    paragraph: Paragraph

    @property
    def text(self) -> str:
        return self.paragraph.text


@dataclass
class _Node:
    level: int
    rank: int
    marker: str
    heading: str | None
    body: list[Paragraph] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)

    def section(self) -> Section:
        children = tuple(child.section() for child in self.children)
        return Section(self.level, self.marker, self.heading, tuple(self.body), children)


_BARE_CAPITALS = 0  # an unnumbered heading in capitals stands above every numbered one …
_BARE_BOLD = Rank.LETTER + 0.5  # … one in bold only under all of them


def items(lines: list[Line]) -> list[Item]:
    """The lines with their markers and a verdict on which are headings."""
    lines = _with_part_titles(lines)
    marks = [line_mark(line) for line in lines]
    capitals = _capitals_sequence(marks)
    marks = [replace(m, rank=Rank.CAPITAL) if m and i in capitals else m for i, m in enumerate(marks)]
    out = []
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        below = (lines[index + 1], marks[index + 1]) if index + 1 < len(lines) else (None, None)
        runs = cut(line.runs, mark.end if mark and not line.label else 0)
        bullet = ROW if line.cells else mark.text if mark and mark.bullet else ""
        heading = _is_heading(line, mark, "".join(run.text for run in runs), *below)
        out.append(Item(line, mark, heading, Paragraph(runs, bullet)))
    return out


def line_mark(line: Line) -> Mark | None:
    """The marker of a line, typed or automatic; rows of tables and footnotes have none."""
    if line.cells or line.note:
        return None
    return label_mark(line.label) if line.label else find_mark(line.text)


def sections(body: list[Item]) -> tuple[Section, ...]:
    """The items as a tree: a marker belongs under the nearest wider one above it."""
    roots: list[_Node] = []
    stack: list[_Node] = []
    for item in body:
        structural = item.mark is not None and not item.mark.bullet
        if structural or item.heading:
            node = _node(item)
            while stack and stack[-1].rank >= node.rank:
                stack.pop()
            node.level = len(stack) + 1
            (stack[-1].children if stack else roots).append(node)
            stack.append(node)
        else:
            if not stack:
                stack.append(_Node(1, Rank.LETTER, "", None))
                roots.append(stack[0])
            stack[-1].body.append(item.paragraph)
    return tuple(root.section() for root in roots)


def _node(item: Item) -> _Node:
    marker = item.mark.text if item.mark and not item.mark.bullet else ""
    rank = float(item.mark.rank) if marker and item.mark else _bare_rank(item)
    if item.heading:
        return _Node(1, rank, marker, item.text.strip())  # type: ignore[arg-type]
    return _Node(1, rank, marker, None, [item.paragraph] if item.text.strip() else [])  # type: ignore[arg-type]


def _bare_rank(item: Item) -> float:
    if item.line.outline:
        return Rank.PART + item.line.outline / 2
    return _BARE_CAPITALS if is_upper(item.text) else _BARE_BOLD


def _with_part_titles(lines: list[Line]) -> list[Line]:
    """ "PHẦN THỨ NHẤT" or "I." alone on a line takes the line below as its heading."""
    out: list[Line] = []
    for line in lines:
        above = out[-1] if out else None
        mark = line_mark(above) if above else None
        alone = above is not None and mark and mark.rank <= Rank.ROMAN and not above.text[mark.end :].strip()
        if above and alone and not above.label and not line_mark(line) and not line.cells and len(line.text) < 200:
            out[-1] = replace(above, runs=joined((*above.runs, Run(" "), *line.runs)))
        else:
            out.append(line)
    return out


def _capitals_sequence(marks: list[Mark | None]) -> set[int]:
    """Places where "I." or "V." is the letter after "H." or "U.", not a Roman number."""
    places: set[int] = set()
    letter = ""
    for index, mark in enumerate(marks):
        if mark and mark.rank == Rank.CAPITAL:
            letter = mark.text[0]
        elif mark and mark.rank == Rank.ROMAN and letter and mark.text[:2].rstrip(".)") == chr(ord(letter) + 1):
            places.add(index)
            letter = mark.text[0]
    return places


def _is_heading(line: Line, mark: Mark | None, text: str, below: Line | None, below_mark: Mark | None) -> bool:
    text = text.strip()
    if not text or line.cells or line.note or len(text) > _LONGEST_HEADING or (mark and mark.bullet):
        return False
    if mark is None:
        return _is_bare_heading(line, text, below)
    if mark.rank <= Rank.ROMAN or line.outline:
        return True
    if text.endswith((";", ",")) or (_INLINE.search(text) and not line.bold):
        return False
    if line.bold and not (text.endswith(".") and len(text) > _LONGEST_PLAIN_HEADING):
        return True
    opens = below is not None and (below_mark is None or below_mark.rank > mark.rank)
    if text.endswith(":"):
        return opens or len(text) <= _LONGEST_PLAIN_HEADING
    if _FIGURE.search(text):
        return False
    if text.endswith((".", "!", "?")):
        return opens and len(text) <= _LONGEST_STOPPED_HEADING and bool(_NO_SENTENCE.match(text))
    return len(text) <= _LONGEST_PLAIN_HEADING and (opens or mark.rank < Rank.LETTER)


def _is_bare_heading(line: Line, text: str, below: Line | None) -> bool:
    """An unnumbered heading: a heading style, capitals, or bold and short with something below it."""
    if (
        below is None
        or line.column >= 0
        or text.endswith((";", ","))
        or text.startswith(("(", "“", '"'))
        or not re.search(r"[^\W\d_]{2}", text)
    ):
        return False
    if line.outline:
        return True
    if is_upper(text) and len(text) <= 150 and len(text.split()) >= 2:
        return True
    return line.bold and len(text) <= _LONGEST_PLAIN_HEADING and not text.endswith(".") and not _FIGURE.search(text)
