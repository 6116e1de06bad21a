"""Chỉ tiêu: what the plan wants to reach, from the sections on targets and from sentences with "phấn đấu"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ...domain.plan.plans import Section, Target, TargetKind, TargetValue
from ...domain.richtext import Paragraph
from ...domain.vietnamese import fold
from ..patterns import sentences, simple
from .clauses import Clause, parted, shared_predicates
from .commitments import promises
from .figures import Figure, figures
from .indicators import indicator, says_what
from .organisations import organisation_at, promises_at
from .target_items import Item, introduces, target_items
from .target_tables import TableRow, is_row
from .zones import commitment_zones, content_zones, names_targets, target_zones, task_zones

_STRIVES = re.compile(r"\bphan dau\b")
_ACHIEVES = re.compile(
    r"\b(?:dat|phan dau|hoan thanh|giu vung|duy tri|xay dung|thanh lap|trong|ket nap|giam|tang|tao|giai quyet"
    r"|van dong|tham canh|gieo trong|gieo cay|chuyen doi|nang cap|cham soc|huy dong|thu hut|phat trien|ho tro|dao tao"
    r"|xoa|sua chua|cung hoa|gioi thieu|giup|lap dat|cai tao|trao|t[iy] le|con|lam|dang ky|tu \d+)\b"
)
_ACHIEVED = re.compile(r"\b(?:đã|kết quả đạt được|năm trước|vừa qua|khen thưởng|bộ hồ sơ|báo cáo)\b", re.IGNORECASE)
_REACHED = re.compile(
    r"^\W*(?:giu vung|khong (?:de|co|con|phat sinh|xay ra)|hoan thanh|duy tri|phan dau)\b"
    r"|\b(?:dat (?:chuan|danh hieu)|duoc cong nhan|hoan thanh (?:tot|xuat sac) nhiem vu|vung manh)\b"
)
_AVOIDS = re.compile(r"khong (?:de|con|phat sinh)\b")  # a target also in a paragraph that is no item of a list
_LONGEST_REACHED = 200
_PART_OF = re.compile(r"\btrong do\W*$")
_LONGEST_QUOTE = 280
_LONGEST_NAME = 120
_SHORTEST = 12  # letters of a qualitative target: less is a remains of layout


def find_targets(
    sections: tuple[Section, ...], year: int | None, opening: tuple[Paragraph, ...] = ()
) -> tuple[Target, ...]:
    """The targets of a plan in the order of its text; parents stand before their parts. ``opening`` is what stands
    above the first section: a plan without headings has all its text there."""
    zones = target_zones(sections)
    zone_ids = {id(zone) for zone in zones}
    promised = commitment_zones(sections)
    others = [*task_zones(sections), *(zone for zone in promised if promises(zone, year))]
    own_part = any(map(names_targets, zones))
    contents = [] if own_part else content_zones(sections)
    aims = {id(section) for zone in (*contents, *promised) for section in zone.walk()}
    inside = {id(section) for zone in [*zones, *others] for section in zone.walk()}
    found: list[Target] = _striven_for(Section(1, "", None, opening), year)
    for section in _all(sections):
        if id(section) in zone_ids:
            _add_items(found, target_items(section), year)
        elif id(section) not in inside:
            found += _aimed_at(section, year) if id(section) in aims else _striven_for(section, year)
    return tuple(found)


def _all(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield from section.walk()


def _add_items(found: list[Target], items: list[Item], year: int | None) -> None:
    open_parent: int | None = None
    wholes: dict[int, int] = {}  # the items with others below them, by their place, and their targets
    for place, item in enumerate(items):
        above = wholes.get(item.below) if item.below is not None else None
        made = _of_item(item, year, len(found))
        if item.topic:
            made = [Target(item.text.strip(), item.text.strip(" :.;"), item.group, "composite", None, item.owner)]
        elif above is not None and made and _is_below(found[above], made[0]):
            made = [target if target.parent is not None else replace(target, parent=above) for target in made]
        elif open_parent is not None and made and _is_part(found, open_parent, made[0]):
            made[0] = replace(made[0], parent=open_parent)
        else:
            open_parent = None
        found += made
        if made and item.text.rstrip().endswith(":"):
            wholes[place] = len(found) - 1
        if made and _PART_OF.search(fold(item.text)):
            open_parent = len(found) - 1


def _is_below(whole: Target, part: Target) -> bool:
    """Whether an item set below another is its part: any below a topic, one in the same unit below a figure."""
    own, of_part = _single(whole), _single(part)
    return own is None or (of_part is not None and own.unit == of_part.unit)


def _is_part(found: list[Target], parent: int, target: Target) -> bool:
    """ "Trong đó:" holds for the items below it while they are in the whole's unit and do not add up to more."""
    whole, part = _single(found[parent]), _single(target)
    if whole is None or part is None or whole.unit != part.unit or whole.value is None or part.value is None:
        return False
    sum_so_far = sum(v.value or 0 for t in found[parent + 1 :] if t.parent == parent for v in t.values)
    return sum_so_far + part.value <= whole.value * 1.0001


def _single(target: Target) -> TargetValue | None:
    return target.values[0] if target.values else None


def _of_item(item: Item, year: int | None, position: int) -> list[Target]:
    text = item.text.strip()
    own = organisation_at(text)
    owner = own or item.owner
    cut = parted(text[len(own) :].lstrip(" :") if own and text[len(own) :].lstrip().startswith(":") else text, year)
    lead = says_what(cut.lead) or item.lead
    made: list[Target] = []
    whole_at: int | None = None
    said = shared_predicates(cut.clauses)
    for clause, predicate in zip(cut.clauses, said, strict=True):
        if not clause.figures and not _is_qualitative(clause, item):
            continue
        owner = promises_at(clause.text) or owner
        whole_at = whole_at if clause.part else position + len(made)
        of_clause = [_with_predicate(one, predicate) for one in _of_clause(clause, lead, item, owner)]
        made += [replace(target, parent=whole_at if clause.part and made else None) for target in of_clause]
    shared = bool(said) and all(said)
    one_owner = bool(own) and all(target.responsible == own for target in made)
    words_only = all(target.kind == "qualitative" for target in made) and len(text) <= _LONGEST_QUOTE
    several = len(made) > 1 and (shared or one_owner or words_only)
    if not made or any(clause.part for clause in cut.clauses) or not (cut.lead or several):
        return made
    whole = Target(text, cut.lead or _named_together(text, made), item.group, "composite", None, own or item.owner)
    return [whole, *(replace(target, parent=position) for target in made)]


def _with_predicate(target: Target, predicate: str) -> Target:
    """ "Gia đình" with what is said of it only once, at the end: "Gia đình đạt chuẩn văn hóa"."""
    if not predicate or not target.values or fold(predicate) in fold(target.indicator):
        return target
    return replace(target, indicator=f"{target.indicator} {predicate}")


def _named_together(text: str, made: list[Target]) -> str:
    quoted = (says_what(target.quote) if target.kind == "qualitative" else target.indicator for target in made)
    names = _capital(", ".join(quoted))
    return names if len(names) <= _LONGEST_NAME else _shortened(text, _LONGEST_NAME)


def _is_qualitative(clause: Clause, item: Item) -> bool:
    words = clause.text.strip(" .,:;")
    kept = item.listed or bool(_AVOIDS.match(simple(words)))
    return kept and len(words) >= _SHORTEST and not introduces(clause.text)


def _of_clause(clause: Clause, lead: str, item: Item, owner: str | None) -> list[Target]:
    quote = clause.text.strip(" .;,")
    if not clause.figures:
        quote = _shortened(quote, _LONGEST_QUOTE)
        return [Target(quote, _capital(says_what(quote)), item.group, "qualitative", None, owner)]
    values = tuple(figure.value for figure in clause.figures)
    if item.level:
        values = tuple(replace(value, assigned_by=value.assigned_by or item.level) for value in values)
    name = item.assigned_of or indicator(*_without_owner(clause, owner))
    target = Target(quote, f"{lead}: {name}" if lead else name, item.group, "quantitative", None, owner, values)
    other = _other_kind(target, clause.text, clause.figures[0].end)
    if other and (both := _BOTH.match(clause.text, clause.figures[0].end)):
        target = replace(target, indicator=_capital(f"{both['first']}{both['verb']}"))
    return [target, *other]


def _without_owner(clause: Clause, owner: str | None) -> tuple[str, Figure]:
    """The clause without the organisation it begins with, which is no word of the indicator."""
    first = clause.figures[0]
    if not owner or not clause.text.startswith(owner) or first.start < len(owner):
        return clause.text, first
    start = len(owner) + len(re.match(r"[\s:,]*", clause.text[len(owner) :])[0])  # type: ignore[index]
    return clause.text[start:], replace(first, start=first.start - start, end=first.end - start)


def _shortened(quote: str, longest: int) -> str:
    """The statement without the reasons that follow it, when it is longer than a line of a table can show; it ends with
    a clause, else with a word.
    """
    if len(quote) <= longest:
        return quote
    shown = quote[:longest]
    clause = re.split(r"[,;][^,;]*$|\s+(?:nhằm|để)\s", shown)[0].strip(" .;,")
    return (clause if clause != shown else shown.rpartition(" ")[0]) or shown


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
    return [replace(target, indicator=_capital(f"{found['second']}{found['verb']}"))]


def _capital(words: str) -> str:
    words = words.strip(" .,;")
    return words[:1].upper() + words[1:]


def _striven_for(section: Section, year: int | None) -> list[Target]:
    """Figures outside the target sections count only in a sentence that says "phấn đấu", after that word."""
    group = f"{section.marker} {section.heading}".strip() if section.heading else None
    found = []
    for sentence in (sentence for paragraph in section.body for sentence in _sentences(paragraph)):
        strives = _STRIVES.search(simple(sentence))
        after = [figure for figure in figures(sentence, year) if strives and figure.start > strives.start()]
        clauses = parted(sentence[strives.start() :], year).clauses if strives and after else ()
        clauses = tuple(clause for clause in clauses if clause.figures)
        if len(clauses) > 1:
            nothing = Item(sentence, False, group)
            found += [target for clause in clauses for target in _of_clause(clause, "", nothing, None)]
        elif after:
            values = tuple(figure.value for figure in after)
            found.append(Target(sentence.strip(" .;,"), indicator(sentence, after[0]), group, values=values))
    return found


def _aimed_at(section: Section, year: int | None) -> list[Target]:
    """The figures of a section on the contents of a plan that has no targets of its own: those that a clause wants to
    reach, build or keep."""
    group = f"{section.marker} {section.heading}".strip() if section.heading else None
    found: list[Target] = []
    listed = [(bool(paragraph.bullet), sentence) for paragraph in section.body for sentence in _sentences(paragraph)]
    for aims, sentence in listed:
        item = Item(sentence, False, group)
        clauses = parted(sentence, year).clauses
        for clause, predicate in zip(clauses, shared_predicates(clauses), strict=True):
            words = simple(clause.text)
            aims = not _ACHIEVED.search(clause.text) and (aims or bool(_ACHIEVES.search(words)))
            if clause.figures and aims:
                made = _of_clause(_own_words(clause, year), "", item, None)
                found += [_with_predicate(target, predicate) for target in made]
            elif not clause.figures and _is_reached(clause.text):
                found += _of_clause(clause, "", item, None)
    return found


def _is_reached(text: str) -> bool:
    """Whether words without a figure say what is to be reached: "không để xảy ra cháy rừng", "đạt chuẩn an toàn"."""
    return _SHORTEST < len(text) <= _LONGEST_REACHED and bool(_REACHED.search(simple(text))) and not introduces(text)


def _own_words(clause: Clause, year: int | None) -> Clause:
    """The clause without the prose before its last comma: "Thi đua lao động, giữ vững 100% thôn văn hóa"."""
    start = clause.text.rfind(", ", 0, clause.figures[0].start) + 2
    words = clause.text[start:]
    return clause if start < 2 or not _ACHIEVES.match(simple(words)) else Clause(words, tuple(figures(words, year)))


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
