"""Putting back together what a page or a narrow window cut: hard-wrapped lines, sentences cut by a page break,
page numbers left alone on a line."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from ...domain.richtext import Run
from ...domain.vietnamese import CAPITAL, SMALL
from ..lines import Line, SourceText, squeezed
from .marks import Mark, Rank, find_mark, is_upper
from .title import is_type

_PAGE_NUMBER = re.compile(r"[-–\s]*(\d{1,3})[-–\s]*")
_ENDS = re.compile(r"[.;:!?…/|]\W*$")
_BEGINS = re.compile(  # a legal basis, a phase or a last word of its own
    r"(?:Căn cứ|Xét|Theo|Thực hiện|Đợt|Giai đoạn|Trên đây|Nhận được|Đề nghị)\s"
)
_NEVER = re.compile(r"\W*(?:Nơi (?:nhận|gửi|gởi)\b|(?:TM|KT|TUQ)\s*\.)", re.IGNORECASE)  # the foot of a paper
_POST_ALONE = re.compile(
    rf"(?:PHÓ |Q\. ?)?CHỦ TỊCH\s*(?:$|\(|[{CAPITAL}][{SMALL}])"
)  # "CHỦ TỊCH", or a name glued to it
_SIGNS = re.compile(rf"(?:^|[.;)]\s*)(?:TM|KT|TUQ)\s*\.\s*[{CAPITAL}]{{2}}")
_MIN_CUT = 40  # a shorter line without a full stop is a title or an item, not the first part of a cut sentence
_WANTS_MORE = re.compile(r"(?:[,;\-–]|\s(?:VÀ|CỦA|CÁC|VỀ|THI|PHONG|TỔ|NĂM|THỰC|NHIỆM|TRONG|CHO|VỚI))$")
_LONG_HEADING = 30
_MOST_REMARKS = 5
_WIDEST_WRAP = 140
_LONGEST_JOINED = 8000  # no paragraph of a paper is longer: a text without any full stop is not joined into one
_LAST_WORDS = re.compile(r"[^.;:]{1,60}\./\.")  # the end of a paper is no paragraph of its own
_FEW_LONG, _ONE_LONG_OF = 3, 40  # lines of a wrapped text: its header and its recipients may stand on one line each
_OPEN_END = re.compile(
    r"\s(?:số|ngày|tháng|của|và|về|tại|theo|từ|đến|với|trong|do|bằng|các|những|cho)$"
)  # no last word
_FEWEST_BROKEN = 2  # lines that end in mid-sentence show a text broken at its width, however few are full
_FEWEST_GAPS, _MOSTLY = 4, 0.6
_RAGGED, _RAGGED_OF = 4, 12  # broken lines, at least so many and one of so many, show it too
_HALF_FULL = 0.7  # a line this long that ends in mid-sentence goes on
_LONG = 0.85  # a line this near to the width counts as full


def mended(source: SourceText, *, wrapped: bool = True) -> SourceText:
    """The source with page numbers set aside and cut paragraphs joined; says so in its remarks.

    ``wrapped`` says that lines may be broken at the width of a window; not so where the reader knew the page.
    """
    lines, numbers, torn = _without_page_numbers(source.lines)
    width, margin = _wrap_width(lines) if wrapped else 0, _margin(lines)
    head = next((index for index, line in enumerate(lines) if is_type(line.text)), -1)
    ragged, gapped = wrapped and _is_ragged(lines), _is_gapped(lines)
    out: list[Line] = []
    cuts: list[str] = []
    for index, line in enumerate(lines):
        titled = len(out) > 1 and is_type(out[-2].text) and not find_mark(out[-1].text) and not line.text[:1].islower()
        set_in = replace(line, indent=line.indent - margin)
        goes_on = (
            bool(out) and bool(width) and not titled and index > head and _wraps(out[-1], set_in, width, gapped=gapped)
        )
        cut = bool(out) and _cut_sentence(out[-1], line, page=index in torn, wrapped=bool(width) or ragged)
        if out and (goes_on or cut or _split_heading(out[-1], line)):
            if not goes_on:
                cuts.append(f"Câu bị cắt dòng, đã nối lại: “…{out[-1].text[-40:]} / {line.text[:40]}…”.")
            out[-1] = replace(out[-1], runs=squeezed((*out[-1].runs, Run(" "), *line.runs)), last=_length(line))
        else:
            out.append(line)
    remarks = [f"Bỏ số trang đứng riêng một dòng: {', '.join(numbers)}."] if numbers else []
    if len(cuts) > _MOST_REMARKS:
        cuts = [f"Có {len(cuts)} chỗ câu bị cắt dòng, đã nối lại; nên đọc lướt lại toàn văn."]
    return SourceText(tuple(out), (*source.aside, *numbers), (*source.remarks, *remarks, *cuts))


def _without_page_numbers(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[str, ...], frozenset[int]]:
    """Lines that hold 1, 2, 3 … one after the other are page numbers; a lone "2" is one in a longer text.

    Also says which of the lines kept stood below one: the blank line before it is none of the text's.
    """
    chain: list[int] = []
    expected = 0
    for index, line in enumerate(lines):
        found = _PAGE_NUMBER.fullmatch(line.text)
        if not found or line.label or line.table:
            continue
        number = int(found[1])
        if number == expected or (not chain and number in (1, 2)):
            chain.append(index)
            expected = number + 1
    if len(chain) < 2 and not (chain and chain[0] >= 15):
        return lines, (), frozenset()
    kept: list[Line] = []
    torn: set[int] = set()
    for index, line in enumerate(lines):
        if index - 1 in chain:
            torn.add(len(kept))
        if index not in chain:
            kept.append(replace(line, gap=False) if index - 1 in chain else line)
    return tuple(kept), tuple(lines[index].text.strip() for index in chain), frozenset(torn)


def _wrap_width(lines: tuple[Line, ...]) -> int:
    """The width at which lines were broken hard, 0 when the text is not wrapped."""
    lengths = sorted(_length(line) for line in lines if not line.table)
    if len(lengths) < 8:
        return 0
    width = lengths[int(len(lengths) * 0.95)]
    full = sum(length >= _LONG * width for length in lengths)
    longer = sum(length > 1.15 * width for length in lengths)
    cut_off = 45 <= width <= _WIDEST_WRAP and longer <= max(_FEW_LONG, len(lengths) // _ONE_LONG_OF)
    broken = sum(_length(line) > _HALF_FULL * width and _is_broken(line, after) for line, after in pairwise(lines))
    shown = (full >= 0.2 * len(lengths), broken >= _FEWEST_BROKEN)
    as_typed = any(line.last for line in lines)  # a text file; paragraphs of a Word file are short by themselves
    return width if cut_off and (any(shown) if as_typed else all(shown)) else 0


def _is_ragged(lines: tuple[Line, ...]) -> bool:
    """Whether so many lines end in mid-sentence that the text was broken, at whatever width."""
    broken = sum(_is_broken(line, after) for line, after in pairwise(lines))
    return broken >= _RAGGED and broken * _RAGGED_OF >= len(lines)


def _is_broken(line: Line, after: Line) -> bool:
    """Whether an unended line is followed by one that begins with a small letter."""
    return not _ENDS.search(line.text) and after.text[:1].islower() and not find_mark(after.text)


def _margin(lines: tuple[Line, ...]) -> int:
    """How far the text is set in: the least indent of a line that goes on with the one above."""
    return min((line.indent for line in lines if line.text[:1].islower() and not find_mark(line.text)), default=0)


def _is_gapped(lines: tuple[Line, ...]) -> bool:
    """Whether blank lines part the paragraphs, so that a line without one above it begins none."""
    gaps = [after.gap for line, after in pairwise(lines) if _ENDS.search(line.text) and not find_mark(after.text)]
    return len(gaps) >= _FEWEST_GAPS and sum(gaps) >= _MOSTLY * len(gaps)


def _wraps(line: Line, after: Line, width: int, *, gapped: bool) -> bool:
    """Whether ``after`` goes on where ``line`` had no room left for its first word."""
    if not _joinable(line, after) or after.gap or after.centered or after.indent > 2:
        return False
    mark = find_mark(after.text)
    if mark and not _only_looks_marked(line, after.text[mark.end :], mark):
        return False
    first = after.text.split(maxsplit=1)[0]
    length = _length(line)
    if _BEGINS.match(after.text) and not line.text[-1:].islower():
        return False
    ended = not gapped and is_upper(after.text[:1]) and bool(re.search(r"[.:;]$", line.text))
    starts_new = ended and length < 0.97 * width
    unended = length > _HALF_FULL * width and not _ENDS.search(line.text) and not is_upper(line.text)
    full = length + 1 + len(first) > _LONG * width and not starts_new
    return (full or unended) and not (line.bold and not after.bold)


def _only_looks_marked(line: Line, words: str, mark: Mark) -> bool:
    """Whether the marker at the head of a line is a dash or a figure of the sentence above: "kinh tế | - xã hội".

    So it is too where a quotation that began above ends only here.
    """
    if line.text.count("“") > line.text.count("”") and "”" in words:
        return True
    years = words[:1].isdigit() and line.text[-1:].isdigit()  # "2025 | - 2030"
    within = words[:1].islower() or years if mark.bullet else mark.rank == Rank.NUMBER and not words
    return within and not _ENDS.search(line.text)


def _length(line: Line) -> int:
    return line.last or len(line.text)


def _cut_sentence(line: Line, after: Line, *, page: bool, wrapped: bool) -> bool:
    """Whether an unended sentence is followed by one without its beginning.

    ``page`` says that a page ended between, ``wrapped`` that the text is broken at a width: then short lines are too.
    """
    if not _joinable(line, after) or _ENDS.search(line.text) or is_upper(line.text):
        return False
    wants = bool(_OPEN_END.search(line.text))
    if len(line.text) < _MIN_CUT and not (page or wrapped or wants):
        return False
    goes_on = (
        after.text[:1].islower()
        or wants
        or _LAST_WORDS.fullmatch(after.text)
        or (page and (bool(re.match(r'[“"(\d]', after.text)) or line.text.endswith(",")))
        or (wrapped and len(line.text) >= _MIN_CUT and bool(re.match(r'[“"(]', after.text)))
    )
    return bool(goes_on) and not find_mark(after.text) and not (line.bold and not after.bold)


def _split_heading(line: Line, after: Line) -> bool:
    """Whether a heading in capitals goes on in the next line: it was full, or ends in a word that wants another."""
    mark = find_mark(line.text)
    if not mark or mark.rank > Rank.ROMAN or not _joinable(line, after) or after.gap or find_mark(after.text):
        return False
    words = line.text[mark.end :]
    wants = bool(_WANTS_MORE.search(words)) or (bool(line.last) and len(words) >= _LONG_HEADING)
    return wants and is_upper(words) and is_upper(after.text) and not is_type(after.text)


def _joinable(line: Line, after: Line) -> bool:
    if len(line.text) > _LONGEST_JOINED:
        return False
    if line.text.endswith("./.") or _SIGNS.search(line.text):
        return False
    if _NEVER.match(after.text) or _POST_ALONE.match(after.text):
        return False
    apart = line.table or after.table or line.note or after.note or after.label or after.body or is_type(after.text)
    return not apart and not after.outline and not _has_columns(line) and not _has_columns(after)


def _has_columns(line: Line) -> bool:
    """Whether a tab parts the words of a line; one after its marker parts nothing."""
    mark = find_mark(line.text)
    return "\t" in line.text[mark.end if mark else 0 :]
