"""Abbreviations: mistyped, written in two ways, or never explained."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from ...vietnamese import CAPITAL
from ..findings import Finding
from ..paper import Paper, Span

_CAPITALS = re.compile(r"(?<![\w-])[A-ZĐ]{4,}(?![\w-])")
_SHORT_FORM = re.compile(r"(?<![\w/.&-])[A-ZĐ]{2,}(?:-[A-ZĐ]{2,})*(?![\w/.&-]|[ \t]*/)")
_SPLIT = re.compile(r"(?<![\w/-])([A-ZĐ]{2,5})([ \t]+|-)([A-ZĐ]{2,7})(?![\w/-])")
_IN_NUMBER = re.compile(r"[A-ZĐ\d][ \t]?[-/][ \t]*\Z")  # before the last letters of "12 /UBND- NV"
_A_YEAR = re.compile(r"[ \t]+(?:năm[ \t]+)?(?:19|20)\d\d(?!\d)")
_ROMAN = re.compile(r"[IVXLC]+")
_SHORTEST_ABBREVIATION = 6  # one letter less or elsewhere of a shorter one may be another abbreviation
_MOST_TOLD = 8


def abbreviation_wrong(paper: Paper) -> Iterator[Finding]:
    """An abbreviation that is a known one with a letter missing or elsewhere, two changed round or D for Đ."""
    known = set(paper.rules.abbreviations) | set(paper.rules.known_abbreviations)
    meant = {slip: right for right in paper.rules.abbreviations for slip in _one_slip_from(right)}
    for found in _CAPITALS.finditer(paper.text):
        right = meant.get(found.group())
        if right and found.group() not in known and not _is_shouted(paper, found.span()):
            yield paper.finding(
                "ABBR_WRONG",
                "warning",
                found.span(),
                f"Chữ viết tắt “{found.group()}” có lẽ là “{right}” viết thiếu, nhầm hoặc đảo chữ.",
                f"Sửa thành “{right}”.",
                fix=right,
            )


def _one_slip_from(right: str) -> set[str]:
    places = range(len(right) - 1)
    slips = {right[:place] + right[place + 1] + right[place] + right[place + 2 :] for place in places}
    barred = [place for place, letter in enumerate(right) if letter == "Đ"]
    slips |= {right.replace("Đ", "D"), *(right[:place] + "D" + right[place + 1 :] for place in barred)}
    if len(right) >= _SHORTEST_ABBREVIATION:
        slips |= {_moved(right, start, end) for start in range(1, len(right)) for end in range(1, len(right))}
        slips |= {right[:place] + right[place + 1 :] for place in range(1, len(right))}
    return slips - {right}


def _moved(right: str, start: int, end: int) -> str:
    """``right`` with its letter at ``start`` standing at ``end``."""
    rest = right[:start] + right[start + 1 :]
    return rest[:end] + right[start] + rest[end:]


def _is_shouted(paper: Paper, span: Span) -> bool:
    """Whether the line is in capitals, so that a word in capitals is no abbreviation."""
    return bisect_right(paper.shouted, span[0]) % 2 == 1


def abbreviation_unexplained(paper: Paper) -> Iterator[Finding]:
    """A short form that not everybody knows stands behind its full words once (Nghị định 30/2020, Phụ lục II)."""
    if not paper.rules.known_abbreviations:
        return
    known = {_plain(one) for one in (*paper.rules.known_abbreviations, *paper.rules.abbreviations)}
    wrong = {slip for right in paper.rules.abbreviations for slip in _one_slip_from(right)}
    start, end = paper.body
    told: set[str] = set()
    for found in _SHORT_FORM.finditer(paper.text, start, end):
        short = found.group()
        if short in told or short in wrong or _plain(short) in known or _ROMAN.fullmatch(short):
            continue
        if _IN_NUMBER.search(paper.text[max(0, found.start() - 4) : found.start()]):
            continue
        if _is_word(paper, found) or _is_column_of_a_year(paper, found):
            continue
        if all(_plain(part) in known for part in short.split("-")) or _is_shouted(paper, found.span()):
            continue
        told.add(short)
        if len(told) > _MOST_TOLD or _is_explained(paper, short):
            continue
        yield paper.finding(
            "ABBR_UNDEFINED",
            "hint",
            found.span(),
            f"Chữ viết tắt “{short}” chưa được giải nghĩa trong văn bản.",
            "Lần đầu viết đủ chữ rồi ghi chữ viết tắt trong ngoặc đơn.",
        )


def _is_word(paper: Paper, found: re.Match[str]) -> bool:
    """Whether the letters are a word in capitals among others ("KHEN THƯỞNG"), not an abbreviation."""
    if not paper.rules.syllables.rhymes or not paper.rules.syllables.has(found.group()):
        return False
    around = paper.text[max(0, found.start() - 12) : found.start()], paper.text[found.end() : found.end() + 12]
    return bool(re.search(rf"[{CAPITAL}]{{2,}}[ \t]+\Z", around[0]) or re.match(r"[ \t]+[^\W\d_a-z]{2,}", around[1]))


def _is_column_of_a_year(paper: Paper, found: re.Match[str]) -> bool:
    """Whether it is the head of a table's column: "| TH 2025 |" (thực hiện), "| ƯTH năm 2025 |"."""
    line = slice(*paper.line_span(found.start()))
    return paper.text[line].startswith("|") and bool(_A_YEAR.match(paper.text, found.end()))


def _plain(short: str) -> str:
    return re.sub(r"[ \t-]", "", short)


def _is_explained(paper: Paper, short: str) -> bool:
    written = re.escape(short)
    ways = (
        rf"\([^()\n]{{0,40}}(?<!\w){written}\)",
        rf"(?:viết tắt|gọi tắt|sau đây gọi)[^\n.;]{{0,30}}(?<!\w){written}(?!\w)",
        rf"(?<!\w){written}[ \t]*\([^()\n\d]{{6,}}",
    )
    return any(re.search(way, paper.text) for way in ways)


def abbreviation_inconsistent(paper: Paper) -> Iterator[Finding]:
    """One short form written in two ways in one paper: with and without a blank or a hyphen."""
    start, end = paper.body
    whole = {found.group() for found in re.finditer(r"(?<![\w/-])[A-ZĐ]{4,}(?![\w/-])", paper.text)}
    written: dict[str, list[re.Match[str]]] = {}
    for found in _SPLIT.finditer(paper.text, start, end):
        joined = found[1] + found[3]
        if joined in whole and not _is_shouted(paper, found.span()):
            written.setdefault(" ".join(found.group().split()), []).append(found)
    for short, places in written.items():
        joined = _plain(short)
        yield paper.finding(
            "ABBR_INCONSISTENT",
            "hint",
            places[0].span(),
            f"Chỗ viết “{short}”, chỗ viết “{joined}”.",
            "Viết thống nhất một cách trong cả văn bản.",
            fixes=[(place.span(), joined) for place in places],
        )
