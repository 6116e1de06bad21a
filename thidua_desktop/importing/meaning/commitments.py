"""What member organisations commit to: in the list of targets, under a heading of their own, or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...domain.plan.plans import PlanCommitment, Section, Target, TargetValue
from ...domain.vietnamese import fold
from .clauses import parted
from .organisations import organisation_at, promiser_at, promiser_of
from .target_tables import SEPARATOR, TableRow, is_row
from .zones import commitment_zones

_COMMITS = re.compile(r"\b(cam ket|dang ky|giao uoc)\b")
# Without a figure these still say how much or how often, so that the year's end shows whether it was done.
_EACH_PLACE = r"(?:cac|moi|tung|toan the) (?:thon|ban|ap|xom|khom|to dan pho)"
_EVERY = re.compile(r"\b(?:hàng|hằng|mỗi)\s+(?P<time>tuần|tháng|quý)\b(?!\s+(?:một|\d))", re.IGNORECASE)
_MEASURED = re.compile(rf"\b(mo hinh|cong trinh|cum dan cu|(?:hang|moi) (?:tuan|thang|quy)|{_EACH_PLACE})\b")
_EACH = re.compile(r"^\W*(?:các|từng)\s[^:;.]{2,40}:\s+(?=\S)", re.IGNORECASE)  # "Các thôn: Thôn Đông: …; Thôn Đoài: …"
_SHORTEST = 12  # letters of what is promised without a figure


def find_commitments(
    sections: tuple[Section, ...], targets: tuple[Target, ...], rows: list[TableRow], year: int | None
) -> tuple[PlanCommitment, ...]:
    """The commitments of a plan: the targets an organisation answers for, then those under headings and in tables."""
    found = [
        PlanCommitment(target.responsible, target.quote, target.values or _how_often(target.quote), position)
        for position, target in enumerate(targets)
        if target.responsible
        and SEPARATOR not in target.quote  # who looks after a row of a table of targets promises nothing
        and organisation_at(target.responsible + ":")
        and (target.values or _commits(target.quote) or _is_measured(target))
    ]
    for zone in commitment_zones(sections):
        found += _in_zone(zone, None, year)
    found += [PlanCommitment(row.owner, row.indicator, row.values) for row in rows if row.owner]
    return tuple(found)


def promises(zone: Section, year: int | None) -> bool:
    """Whether anybody commits to anything in a section that speaks of it: "Đăng ký danh hiệu" may name nobody."""
    return any(True for _ in _in_zone(zone, None, year))


def _how_often(quote: str) -> tuple[TargetValue, ...]:
    """ "Hằng tháng ra quân dọn vệ sinh" without a figure is once a month."""
    every = _EVERY.search(quote)
    return (TargetValue(1.0, f"lần/{every['time'].lower()}"),) if every else ()


def _is_measured(target: Target) -> bool:
    return target.kind == "qualitative" and bool(_MEASURED.search(fold(target.quote)))


def _commits(text: str) -> bool:
    return bool(_COMMITS.search(fold(text)))


def _in_zone(section: Section, owner: str | None, year: int | None) -> Iterator[PlanCommitment]:
    owner = promiser_of(section.heading or "") or owner
    for paragraph in section.body:
        if is_row(paragraph):
            continue
        own = promiser_at(_EACH.sub("", paragraph.text))
        owner = own or owner
        if owner is None:
            continue
        words = _EACH.sub("", paragraph.text.strip())
        if own and words[len(own) :].lstrip().startswith(":"):
            words = words[len(own) :].lstrip(" :")
        for clause in parted(words, year).clauses if words else ():
            owner = promiser_at(clause.text) or owner
            quote = clause.text.strip(" .;,")
            if clause.figures or len(quote) > _SHORTEST:
                yield PlanCommitment(owner, quote, tuple(f.value for f in clause.figures) or _how_often(quote))
    for child in section.children:
        yield from _in_zone(child, owner, year)
