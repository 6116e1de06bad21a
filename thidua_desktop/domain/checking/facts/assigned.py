"""What the commune sets itself against what the level above assigned, where only the sentence says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...plan.plans import Target
from ...vietnamese import parse_number
from ..findings import Finding
from ..paper import NUMBER, Paper
from .targets import direction, is_assigned

_UNIT = r"(?P<unit>[%‰]|[^\W\d_]+(?:/[^\W\d_]+)?)"
_FIGURE = rf"(?<![\w.,/-])(?P<number>{NUMBER})[ \t]?{_UNIT}"
_SETS = r"(?:giao|phấn đấu|đăng ký|đề ra|xây dựng|đặt)"
_GAP = r"[^\n\d;()]{0,25}?"


def weaker_in_line(paper: Paper) -> Iterator[Finding]:
    """One figure of each in one clause, in one unit: "tỉnh giao 95%, xã phấn đấu 90%"; a table comes first."""
    higher, own = (_levels(levels) for levels in (paper.rules.higher_levels, paper.rules.commune_levels))
    if not paper.rules.higher_levels or not paper.rules.commune_levels:
        return
    given = re.compile(rf"(?<!\w)(?:{higher}){_GAP}giao{_GAP}{_FIGURE}", re.IGNORECASE)
    mine = re.compile(rf"(?<!\w)(?:(?:{own})\b{_GAP}{_SETS}|phấn đấu){_GAP}{_FIGURE}", re.IGNORECASE)
    told = [target.quote for target in paper.plan.targets if is_assigned(paper, target)]
    start, end = paper.body
    for clause in re.finditer(r"[^\n;|]+", paper.text[:end]):
        if clause.start() < start or any(quote in clause.group() or clause.group() in quote for quote in told):
            continue
        pair = list(given.finditer(clause.group())), list(mine.finditer(clause.group()))
        if [len(found) for found in pair] == [1, 1] and pair[0][0]["unit"] == pair[1][0]["unit"]:
            yield from _weighed(paper, clause, pair[0][0], pair[1][0])


def _levels(levels: Sequence[str]) -> str:
    return "|".join(map(re.escape, sorted(levels, key=len, reverse=True)))


def _weighed(paper: Paper, clause: re.Match[str], given: re.Match[str], mine: re.Match[str]) -> Iterator[Finding]:
    above, own = parse_number(given["number"]), parse_number(mine["number"])
    way = direction(paper, Target(clause.group(), clause.group()))
    if above is None or own is None or (own - above) * way >= 0 or given.end() == mine.end():
        return
    weaker = "thấp" if way > 0 else "cao"
    yield paper.finding(
        "TARGET_WEAKER_THAN_ASSIGNED",
        "warning",
        (clause.start() + mine.start(), clause.start() + mine.end()),
        f"Mức tự đặt ({mine['number']} {mine['unit']}) {weaker} hơn mức được giao ({given['number']} {given['unit']}).",
        f"Kiểm tra lại số liệu; xã không nên đặt mức {weaker} hơn mức cấp trên giao.",
    )
