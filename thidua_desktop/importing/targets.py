"""Chỉ tiêu: what the plan wants to reach, from the sections on targets and from sentences with "phấn đấu"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..domain.plans import Section, Target, TargetKind, TargetValue
from ..domain.richtext import Paragraph
from ..domain.vietnamese import fold
from .clauses import Clause, Parted, parted
from .figures import figures
from .indicators import indicator
from .organisations import organisation_at
from .patterns import sentences, simple
from .target_tables import TableRow, is_row
from .zones import is_commitment_caption, leaves_targets, target_zones, task_zones

_STRIVES = re.compile(r"\bphan dau\b")
_PART_OF = re.compile(r"\btrong do\W*$")
_LONGEST_QUOTE = 280
_SHORTEST = 12  # letters of a qualitative target: less is a remains of layout
_INTRODUCES = re.compile(r"(nhu sau|sau day|cu the|gom|sau)\s*:?\s*$|:\s*$")


@dataclass(frozen=True, slots=True)
class _Source:
    """An item of a target section: its words, whether it stands in a list, the caption above it and the organisation
    whose name that caption is."""

    text: str
    listed: bool
    group: str | None
    owner: str | None = None


def find_targets(
    sections: tuple[Section, ...], year: int | None, opening: tuple[Paragraph, ...] = ()
) -> tuple[Target, ...]:
    """The targets of a plan in the order of its text; parents stand before their parts. ``opening`` is what stands
    above the first section: a plan without headings has all its text there."""
    zones = target_zones(sections)
    zone_ids = {id(zone) for zone in zones}
    inside = {id(section) for zone in [*zones, *task_zones(sections)] for section in zone.walk()}
    found: list[Target] = _striven_for(Section(1, "", None, opening), year)
    for section in _all(sections):
        if id(section) in zone_ids:
            _add_items(found, list(_items(section)), year)
        elif id(section) not in inside:
            found += _striven_for(section, year)
    return tuple(found)


def _all(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield from section.walk()


def _items(section: Section, group: str | None = None, owner: str | None = None) -> Iterator[_Source]:
    """The paragraphs of a target section and what is below it, without parts that speak of something else."""
    own = f"{section.marker} {section.heading}".strip() if section.heading else group
    owner = (organisation_at(f"{section.heading}:") if section.heading else None) or owner
    numbered = section.heading is None
    for index, paragraph in enumerate(section.body):
        if not is_row(paragraph):
            yield _Source(paragraph.text, bool(paragraph.bullet) or (numbered and index == 0), own, owner)
    for child in section.children:
        if not leaves_targets(child):
            yield from _items(child, own, owner)


def _add_items(found: list[Target], items: list[_Source], year: int | None) -> None:
    open_parent: int | None = None
    for item in items:
        made = _of_item(item, year, len(found))
        parent = open_parent
        if parent is not None and made and _is_part(found, parent, made[0]):
            made[0] = replace(made[0], parent=parent)
        else:
            open_parent = None
        found += made
        if made and _PART_OF.search(fold(item.text)):
            open_parent = len(found) - 1


def _is_part(found: list[Target], parent: int, target: Target) -> bool:
    """ "Trong đó:" holds for the items below it while they are in the whole's unit and do not add up to more."""
    whole, part = _single(found[parent]), _single(target)
    if whole is None or part is None or whole.unit != part.unit or whole.value is None or part.value is None:
        return False
    sum_so_far = sum(v.value or 0 for t in found[parent + 1 :] if t.parent == parent for v in t.values)
    return sum_so_far + part.value <= whole.value * 1.0001


def _single(target: Target) -> TargetValue | None:
    return target.values[0] if target.values else None


def _of_item(item: _Source, year: int | None, position: int) -> list[Target]:
    text = item.text.strip()
    cut = parted(text, year)
    owner = organisation_at(text) or item.owner
    clauses = [clause for clause in cut.clauses if clause.figures or _is_qualitative(clause, item)]
    made: list[Target] = []
    for clause in clauses:
        whole_at = position + len(made) - 1 if clause.part and made else None
        of_clause = _of_clause(clause, cut.lead, item.group, owner)
        made += [replace(target, parent=whole_at) for target in of_clause]
    several = len(made) > 1 and (_shared_verb(cut) or organisation_at(text))
    if not made or any(clause.part for clause in clauses) or not (cut.lead or several):
        return made
    whole = Target(text, cut.lead or text, item.group, "composite", None, owner)
    return [whole, *(replace(target, parent=position) for target in made)]


def _shared_verb(cut: Parted) -> bool:
    """ "Có 96% gia đình và 100% tổ dân phố đạt chuẩn": figures first, one verb for all."""
    return all(clause.figures and clause.figures[0].start <= 6 for clause in cut.clauses)


def _is_qualitative(clause: Clause, item: _Source) -> bool:
    words = clause.text.strip(" .,:;")
    return item.listed and len(words) >= _SHORTEST and not _INTRODUCES.search(fold(clause.text.strip()))


def _of_clause(clause: Clause, lead: str, group: str | None, owner: str | None) -> list[Target]:
    quote = clause.text.strip(" .;,")
    if not clause.figures:
        quote = _shortened(quote)
        return [Target(quote, quote, group, "qualitative", None, owner)]
    values = tuple(figure.value for figure in clause.figures)
    name = indicator(clause.text, clause.figures[0])
    target = Target(quote, f"{lead}: {name}" if lead else name, group, "quantitative", None, owner, values)
    return [target, *(_other_kind(target, clause.text, clause.figures[0].end))]


def _shortened(quote: str) -> str:
    """The statement without the reasons that follow it, when it is longer than a line of a table can show."""
    if len(quote) <= _LONGEST_QUOTE:
        return quote
    return re.split(r",[^,]*$|\s+(?:nhằm|để)\s", quote[:_LONGEST_QUOTE])[0].strip(" .;,") or quote[:_LONGEST_QUOTE]


_DWELLINGS = r"gia đình|hộ|thôn|làng|bản|ấp|khu phố|khóm|xóm|tổ dân phố|khu dân cư"
_WORKPLACES = r"cơ quan|đơn vị|doanh nghiệp|trường học"
_BOTH = re.compile(
    rf"\s*(?:số\s+)?(?P<first>{_DWELLINGS})\s*(?:,|và)\s*(?P<second>{_WORKPLACES})(?P<verb>\s+(?:đạt|được|có)\b.*)",
    re.IGNORECASE,
)


def _other_kind(target: Target, text: str, end: int) -> list[Target]:
    """ "100% tổ dân phố, cơ quan đạt chuẩn văn hóa" holds two targets: dwellings and workplaces are judged by different
    standards (Nghị định 86/2023/NĐ-CP)."""
    found = _BOTH.match(text, end)
    if not found or len(target.values) != 1:
        return []
    name = f"{found['second']}{found['verb']}".strip(" .,;")
    return [replace(target, indicator=name[:1].upper() + name[1:])]


def _striven_for(section: Section, year: int | None) -> list[Target]:
    """Figures outside the target sections count only in a sentence that says "phấn đấu", after that word."""
    if is_commitment_caption(fold(section.heading or "")):
        return []
    group = f"{section.marker} {section.heading}".strip() if section.heading else None
    found = []
    for sentence in (sentence for paragraph in section.body for sentence in _sentences(paragraph)):
        strives = _STRIVES.search(simple(sentence))
        after = [figure for figure in figures(sentence, year) if strives and figure.start > strives.start()]
        clauses = parted(sentence[strives.start() :], year).clauses if strives and after else ()
        clauses = tuple(clause for clause in clauses if clause.figures)
        if len(clauses) > 1:
            found += [target for clause in clauses for target in _of_clause(clause, "", group, None)]
        elif after:
            values = tuple(figure.value for figure in after)
            found.append(Target(sentence.strip(" .;,"), indicator(sentence, after[0]), group, values=values))
    return found


def _sentences(paragraph: Paragraph) -> list[str]:
    return [] if is_row(paragraph) else sentences(paragraph.text)


def table_targets(rows: list[TableRow], before: int) -> tuple[Target, ...]:
    """The targets in the rows of tables; ``before`` is how many targets of the plan stand before them."""
    made: list[Target] = []
    whole: int | None = None
    for row in rows:
        if not row.part:
            whole = before + len(made)
        kind: TargetKind = "quantitative" if row.values else "qualitative"
        parent = whole if row.part else None
        made.append(Target(row.quote, row.indicator, row.group, kind, parent, row.owner, row.values))
    return tuple(made)
