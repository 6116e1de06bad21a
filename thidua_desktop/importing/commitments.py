"""What member organisations commit to: in the list of targets, under a heading of their own, or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..domain.plans import PlanCommitment, Section, Target
from ..domain.vietnamese import fold
from .clauses import parted
from .organisations import organisation_at, promiser_at
from .target_tables import TableRow, is_row
from .zones import commitment_zones

_COMMITS = re.compile(r"\b(cam ket|dang ky|giao uoc)\b")
# Without a figure these still say how much or how often, so that the year's end shows whether it was done.
_EACH_PLACE = r"(?:cac|moi|tung|toan the) (?:thon|ban|ap|xom|khom|to dan pho)"
_MEASURED = re.compile(rf"\b(mo hinh|cong trinh|cum dan cu|(?:hang|moi) (?:tuan|thang|quy)|{_EACH_PLACE})\b")


def find_commitments(
    sections: tuple[Section, ...], targets: tuple[Target, ...], rows: list[TableRow], year: int | None
) -> tuple[PlanCommitment, ...]:
    """The commitments of a plan: the targets an organisation answers for, then those under headings and in tables."""
    found = [
        PlanCommitment(target.responsible, target.quote, target.values, position)
        for position, target in enumerate(targets)
        if target.responsible
        and organisation_at(target.responsible + ":")
        and (target.values or _commits(target.quote) or _is_measured(target))
    ]
    for zone in commitment_zones(sections):
        found += _in_zone(zone, None, year)
    found += [PlanCommitment(row.owner, row.indicator, row.values) for row in rows if row.owner]
    return tuple(found)


def _is_measured(target: Target) -> bool:
    return target.kind == "qualitative" and bool(_MEASURED.search(fold(target.quote)))


def _commits(text: str) -> bool:
    return bool(_COMMITS.search(fold(text)))


def _in_zone(section: Section, owner: str | None, year: int | None) -> Iterator[PlanCommitment]:
    heading = section.heading or ""
    owner = organisation_at(f"{re.sub(r'^Đối với ', '', heading)}:") or owner
    for paragraph in section.body:
        if is_row(paragraph):
            continue
        own = promiser_at(paragraph.text)
        owner = own or owner
        if owner is None:
            continue
        words = paragraph.text.strip()
        if own and words[len(own) :].lstrip().startswith(":"):
            words = words[len(own) :].lstrip(" :")
        for clause in parted(words, year).clauses if words else ():
            if clause.figures or len(clause.text) > 12:
                yield PlanCommitment(owner, clause.text.strip(" .;,"), tuple(f.value for f in clause.figures))
    for child in section.children:
        yield from _in_zone(child, owner, year)
