"""Headings and numbers of the outline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...plan.plans import Section
from ..findings import Finding, Place
from ..paper import Paper

_HEADING_DOT = re.compile(r"^[ \t]*(?:[IVXLC]{1,5}|[A-Z])\.[ \t]+[^\n]*[^\W\d_.]{2}(?P<dot>\.)[ \t]*$", re.MULTILINE)
_NUMBERED = re.compile(r"(?:[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2})*|[a-zđ])[ \t]?[.)/:–-]")


def heading_dot(paper: Paper) -> Iterator[Finding]:
    """A heading in capitals ends without a full stop."""
    for found in _HEADING_DOT.finditer(paper.text):
        if found.group().upper() == found.group():
            yield paper.finding(
                "HEADING_TRAILING_DOT",
                "hint",
                found.span(),
                "Tiêu đề in hoa không có dấu chấm ở cuối.",
                "Bỏ dấu chấm.",
                fixes=[(found.span("dot"), "")],
            )


def numbering_dup(paper: Paper) -> Iterator[Finding]:
    """Two parts of one list do not bear one number."""
    yield from _twice(paper, paper.plan.sections)
    for section in paper.plan.all_sections():
        yield from _twice(paper, section.children)


def _twice(paper: Paper, sections: Sequence[Section]) -> Iterator[Finding]:
    """A number that stands twice in a row; one that comes again later begins another list."""
    for before, section in pairwise(sections):
        marker = section.marker.strip()
        if marker == before.marker.strip() and _NUMBERED.fullmatch(marker):
            words = section.heading or (section.body[0].text if section.body else "")
            yield paper.finding(
                "NUMBERING_DUP",
                "warning",
                paper.find(f"{marker} {' '.join(words.split()[:3])}".strip(), last=True),
                f"Có hai mục liền nhau cùng số “{marker}”.",
                "Bấm “Đánh số lại” ở dàn ý, hoặc sửa số mục.",
                place=Place("section", f"mục {marker}", section.id),
            )
