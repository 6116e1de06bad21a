"""Blanks: before a stop, missing after one, doubled, inside brackets and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding
from ..paper import Paper

# What is wrong, what should stand there, the code, what is said of it, what to do. A marker at a line's beginning
# ("a ) …") is no sentence and left alone, so are the dots of a blank and the columns of a table.
_KINDS = (
    (
        re.compile(r"(?<=[\w)”\"%])[ \t]+(?=[,;:?!](?:[ \t]|$)|\.[ \t]*$|\./\.)", re.MULTILINE),
        "",
        "SPACE_BEFORE_PUNCT",
        "Có dấu cách thừa trước dấu câu.",
        "Viết dấu câu liền với chữ đứng trước.",
    ),
    (
        re.compile(r"(?:(?<=[^\W\d_][,;])|(?<=[^\W\d_]{3}:))(?=[^\W\d_])|(?<=[^\W\d_]{2}\.)(?=[^\W\d_]{3})"),
        " ",
        "SPACE_MISSING",
        "Thiếu dấu cách sau dấu câu.",
        "Để một dấu cách sau dấu câu.",
    ),
    (
        re.compile(r"(?<=[^\s|])[ ]{2,}(?=[^\s|])"),
        " ",
        "SPACE_DOUBLE",
        "Có nhiều dấu cách liền nhau.",
        "Giữa hai chữ chỉ để một dấu cách.",
    ),
    (
        re.compile(r"(?<=[(“])[ \t]+(?=[\w“])|(?<=[\w.,;”])[ \t]+(?=[)”])"),
        "",
        "SPACE_INSIDE",
        "Có dấu cách thừa bên trong ngoặc.",
        "Viết dấu ngoặc liền với chữ bên trong.",
    ),
)
_MARKER = re.compile(r"[ \t]*(?:[-+*•–]|[IVXLC]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])?[ \t]*\Z")


def blanks(paper: Paper) -> Iterator[Finding]:
    """Each kind of wrong blank, told once, repaired everywhere."""
    start, end = paper.body
    for pattern, right, code, message, advice in _KINDS:
        found_all = pattern.finditer(paper.text, start, end)
        places = [found for found in found_all if not _is_marker(paper, found.start()) and _is_slip(paper, found)]
        if not places:
            continue
        more = f" Còn {len(places) - 1} chỗ nữa." if len(places) > 1 else ""
        fixes = [(found.span(), right) for found in places]
        yield paper.finding(code, "hint", _with_words(paper, places[0]), message + more, advice, fixes=fixes)


def _is_slip(paper: Paper, found: re.Match[str]) -> bool:
    """Whether a full stop without a blank ends a sentence: "tốt.Các", not "TP.Vinh" or "ubnd.gov"."""
    around = paper.text[found.start() - 3 : found.start() + 2]
    return (
        around[2:3] != "."
        or found.group() != ""
        or (around[:2].islower() and around[3].isupper() and around[4].islower())
    )


def _is_marker(paper: Paper, place: int) -> bool:
    return bool(_MARKER.match(paper.text[paper.line_span(place)[0] : place]))


def _with_words(paper: Paper, found: re.Match[str]) -> tuple[int, int]:
    """The place with the words around it: a blank alone cannot be searched for."""
    before = re.search(r"(?:\S+[ \t]+)?\S+\Z", paper.text[max(0, found.start() - 40) : found.start()])
    after = re.match(r"\S+", paper.text[found.end() : found.end() + 40])
    return found.start() - len(before.group() if before else ""), found.end() + (after.end() if after else 0)
