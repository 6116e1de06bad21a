"""Years that a plan made from last year's has kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..findings import Finding, Place
from ..paper import Paper

_CLAUSE = re.compile(r"[^\n.;,]*")


def year_left_over(paper: Paper) -> Iterator[Finding]:
    """What the plan itself sets going is of its own year; what looks back on last year may name it. Told once."""
    openers = "|".join(map(re.escape, paper.rules.launching_words))
    if not openers:
        return
    last = paper.plan.year - 1
    pattern = re.compile(
        rf"(?:{openers})[^\n.;,|]{{0,50}}?(?<!từ )(?P<year>năm[ \t]+{last})(?!\d|[ \t]*[-–])", re.IGNORECASE
    )
    start, end = paper.body
    places = [found for found in pattern.finditer(paper.text, start, end) if not _looks_back(paper, found)]
    if places:
        more = f" Còn {len(places) - 1} chỗ nữa." if len(places) > 1 else ""
        yield paper.finding(
            "YEAR_LEFT_OVER",
            "hint",
            places[0].span(),
            f"Kế hoạch năm {paper.plan.year} nhưng chỗ này ghi năm {last}.{more}",
            "Kiểm tra lại, có lẽ còn sót từ kế hoạch năm trước.",
        )


def _looks_back(paper: Paper, found: re.Match[str]) -> bool:
    """Whether the sentence tells of last year: its results, or a paper of that year."""
    line_start, line_end = paper.line_span(found.start())
    before = re.split(r"[.;](?=\s)", paper.text[line_start : found.start()])[-1]
    after = _CLAUSE.match(paper.text, found.end(), line_end)
    around = f"{before} {found.group()} {after.group() if after else ''}".lower()
    return any(word in around for word in paper.rules.looking_back) or bool(
        re.search(r"\d{1,4}[ \t]*[-/][ \t]*[a-zđ]{2}", around)
    )


def phase_of_other_year(paper: Paper) -> Iterator[Finding]:
    """A phase of the year's plan has a day in that year."""
    for row, phase in enumerate(paper.plan.phases):
        years = {int(day[:4]) for day in (phase.start, phase.end) if day}
        if not years or paper.plan.year in years or len(years) > 1:
            continue
        yield paper.finding(
            "PHASE_OTHER_YEAR",
            "warning",
            paper.find(phase.name),
            f"{phase.name} nằm trong năm {next(iter(years))}, không phải năm {paper.plan.year} của kế hoạch.",
            "Sửa năm trong ngày của đợt.",
            place=None if paper.find(phase.name) else Place("plan_phases", "bảng đợt thi đua", row=row),
        )
