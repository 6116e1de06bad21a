"""Names and abbreviations with one right way of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .findings import Finding
from .paper import Paper

_CAPITALS = re.compile(r"(?<![\w-])[A-ZĐ]{4,}(?![\w-])")
_SHORTEST_ABBREVIATION = 6  # one letter less of a shorter one may be another abbreviation


def case_inconsistent(paper: Paper) -> Iterator[Finding]:
    """Fixed names have their capitals (Nghị định 30/2020, Phụ lục II); names all in capitals are left alone."""
    for name in paper.rules.fixed_names:
        written = r"[ \t]+".join(map(re.escape, name.right.split()))
        for found in re.finditer(rf"(?<!\w){written}(?!\w)", paper.text, re.IGNORECASE):
            words = " ".join(found.group().split())
            if words in (name.right, name.right.upper()) or _excused(paper, found, name.unless_after):
                continue
            yield paper.finding(
                "CASE_INCONSISTENT",
                "warning",
                _with_word_before(paper, found),
                f"“{words}” viết hoa chưa đúng.",
                f"Viết “{name.right}”.",
                fixes=[(found.span(), name.right)],
            )


def _excused(paper: Paper, found: re.Match[str], words: tuple[str, ...]) -> bool:
    before = paper.text[max(0, found.start() - 40) : found.start()].lower().rstrip()
    return any(before.endswith(word) for word in words)


def _with_word_before(paper: Paper, found: re.Match[str]) -> tuple[int, int]:
    before = re.search(r"[^\W\d_]+[ \t]+\Z", paper.text[max(0, found.start() - 20) : found.start()])
    return found.start() - len(before.group() if before else ""), found.end()


def name_wrong(paper: Paper) -> Iterator[Finding]:
    """Names of movements, programmes and bodies that are often misquoted."""
    for slip in paper.rules.slips:
        for found in re.finditer(rf"(?<!\w){re.escape(slip.wrong)}(?!\w)", paper.text):
            yield paper.finding(
                "NAME_WRONG",
                "warning",
                found.span(),
                f"“{slip.wrong}” ghi chưa đúng. {slip.why}".strip(),
                f"Viết “{slip.right}”.",
                fix=slip.right,
            )


def abbreviation_wrong(paper: Paper) -> Iterator[Finding]:
    """An abbreviation that is a known one with a letter missing or two letters changed round."""
    known = set(paper.rules.abbreviations)
    meant = {slip: right for right in known if len(right) >= _SHORTEST_ABBREVIATION for slip in _one_slip_from(right)}
    for found in _CAPITALS.finditer(paper.text):
        right = meant.get(found.group())
        if right and found.group() not in known:
            yield paper.finding(
                "ABBR_WRONG",
                "warning",
                found.span(),
                f"Chữ viết tắt “{found.group()}” có lẽ là “{right}” viết thiếu hoặc đảo chữ.",
                f"Sửa thành “{right}”.",
                fix=right,
            )


def _one_slip_from(right: str) -> set[str]:
    missing = {right[:place] + right[place + 1 :] for place in range(1, len(right))}
    swapped = {right[:place] + right[place + 1] + right[place] + right[place + 2 :] for place in range(len(right) - 1)}
    return (missing | swapped) - {right}
