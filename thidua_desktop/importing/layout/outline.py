"""The lines of a plan's body as items: which marker each has, which of them are headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ...domain.richtext import Paragraph, Run, joined
from ..lines import Line, cut
from ..meaning.target_tables import ROW
from .marks import MISREAD_ONES, Mark, Rank, find_mark, is_upper, label_mark

_LONGEST_HEADING = 250
_LONG_SENTENCE = 45
_NEAR = 60  # markers looked ahead
_LONGEST = 200  # of a line of a heading set over several
_LONGEST_PLAIN_HEADING = 130
_LONGEST_STOPPED_HEADING = 60  # "1. Đối với khối UBND xã." is a heading, a sentence is longer
_FIGURE = re.compile(r"\d\s*(?:%|‰|tỷ|tỉ|triệu|nghìn|ha\b|tấn|tạ|con\b|hộ\b|người|lượt|thôn\b|km)")
_NO_SENTENCE = re.compile(r"(đối với|về|công tác)\s", re.IGNORECASE)  # how a heading begins that ends with a full stop
_IN_BRACKETS = re.compile(r"\(\d+\)")
_INLINE = re.compile(r"[:.]\s+\S")


@dataclass(frozen=True, slots=True)
class Item:
    """A line with its marker (None for running text), whether it is a heading, and its words without the marker.

    ``lines`` counts the lines of the source it was made from.
    """

    line: Line
    mark: Mark | None
    heading: bool
    paragraph: Paragraph
    lines: int = 1

    @property
    def text(self) -> str:
        return self.paragraph.text


def items(lines: list[Line]) -> list[Item]:
    """The lines with their markers and a verdict on which are headings."""
    titled = _with_part_titles(lines)
    marks = [line_mark(line) for line, _ in titled]
    capitals = _capitals_sequence(marks)
    marks = [replace(m, rank=Rank.CAPITAL) if m and i in capitals else m for i, m in enumerate(marks)]
    for index in _misread_ones([line for line, _ in titled], marks):
        marks[index] = replace(marks[index], rank=Rank.NUMBER)  # type: ignore[type-var]
    if _brackets_number(marks):
        marks = [replace(m, rank=Rank.NUMBER) if m and _IN_BRACKETS.fullmatch(m.text) else m for m in marks]
    bold_tells = _bold_tells(lines)
    out = []
    for index, ((line, count), mark) in enumerate(zip(titled, marks, strict=True)):
        below = (titled[index + 1][0], marks[index + 1]) if index + 1 < len(titled) else (None, None)
        runs = cut(line.runs, mark.end if mark and not line.label else 0)
        bullet = ROW if line.cells else mark.text if mark and mark.bullet else ""
        heading = _is_heading(line if bold_tells else _unbold(line), mark, "".join(run.text for run in runs), *below)
        out.append(Item(line, mark, heading, Paragraph(runs, bullet), count))
    return out


def _misread_ones(lines: list[Line], marks: list[Mark | None]) -> list[int]:
    """Where "l." or, below a heading in capitals, "I." stands for "1.": the next number is "2."."""
    places = []
    chapters = False
    for index, (line, mark) in enumerate(zip(lines, marks, strict=True)):
        if not mark or mark.bullet:
            continue
        capitals = is_upper(line.text[mark.end :])
        one = (mark.text[0] in MISREAD_ONES and mark.place == 1) or (mark.text[0] == "l" and mark.rank == Rank.LETTER)
        if one and not capitals and (chapters or mark.text[0] == "l"):
            near = marks[index + 1 : index + _NEAR]
            after = (m for m in near if m and (m.rank <= Rank.ROMAN or m.rank == Rank.NUMBER))
            next_one = next(after, None)
            places += [index] if next_one and next_one.rank == Rank.NUMBER and next_one.place == 2 else []
        chapters = chapters or (mark.rank == Rank.ROMAN and capitals)
    return places


def _brackets_number(marks: list[Mark | None]) -> bool:
    """Whether "(1)" is what "1." is elsewhere: no "1." in the paper, and no "a)" above the first "(1)"."""
    first = next((m for m in marks if m and (m.rank == Rank.LETTER or _IN_BRACKETS.fullmatch(m.text))), None)
    return first is not None and first.rank == Rank.BRACKET and not any(m and m.rank == Rank.NUMBER for m in marks)


def _bold_tells(lines: list[Line]) -> bool:
    """Whether bold sets headings apart: it does not where most of the ended sentences are bold too."""
    ended = [line.bold for line in lines if len(line.text) > _LONG_SENTENCE and line.text.rstrip().endswith((".", ";"))]
    return sum(ended) <= len(ended) / 2


def _unbold(line: Line) -> Line:
    return replace(line, runs=tuple(replace(run, bold=False) for run in line.runs))


def line_mark(line: Line) -> Mark | None:
    """The marker of a line, typed or automatic; rows of tables and footnotes have none."""
    if line.cells or line.note:
        return None
    return label_mark(line.label) if line.label else find_mark(line.text)


def _with_part_titles(lines: list[Line]) -> list[tuple[Line, int]]:
    """Each line with how many it was made from: "PHẦN THỨ NHẤT" or "I." alone takes the lines below as its heading."""
    out: list[tuple[Line, int]] = []
    for line in lines:
        above, count = out[-1] if out else (None, 0)
        if above is not None and _is_title_of(above, count, line):
            out[-1] = (replace(above, runs=joined((*above.runs, Run(" "), *line.runs))), count + 1)
        else:
            out.append((line, 1))
    return out


def _is_title_of(above: Line, count: int, line: Line) -> bool:
    """Whether a line goes on with the heading that began with a number alone on its line."""
    mark = line_mark(above)
    if not mark or mark.rank > Rank.ROMAN or above.label or line_mark(line) or line.cells or len(line.text) >= _LONGEST:
        return False
    words = above.text[mark.end :].strip()
    return not words or (count > 1 and is_upper(words) and is_upper(line.text))


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
    if line.body and not line.bold and not (mark and is_upper(text)):
        return False
    if mark is None:
        return _is_bare_heading(line, text, below)
    if mark.rank <= Rank.ROMAN or line.outline:
        return is_upper(text) or line.bold or not _is_sentence(text)
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


def _is_sentence(text: str) -> bool:
    """Whether the words after a Roman number are a paragraph: a long sentence, or several."""
    return len(text) > _LONGEST_STOPPED_HEADING and (text.endswith((".", ";")) or bool(_INLINE.search(text)))


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
