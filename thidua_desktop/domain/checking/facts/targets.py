"""Figures of the targets against one another: parts and their total, own level and the level above."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...figures.values import with_unit
from ...plan.directions import DirectionWords
from ...plan.plans import Target, TargetValue
from ...vietnamese import fold, format_number, parse_number
from ..findings import Finding
from ..paper import NUMBER, Paper

_UNIT = r"(?:[%‰]|[^\W\d_]+(?:\.?/?[^\W\d_]+)?)"
_TOTAL = rf"(?<![\w.,/])(?P<total>{NUMBER})(?!\d|[.,]\d|[ \t]?[%‰])(?:[ \t]?(?P<unit>{_UNIT}))?"
_IN_LINE = re.compile(
    rf"{_TOTAL}[ \t]?\)?[^\n.;()\d]{{0,80}}\(?[ \t]*(?P<word>[Tt]rong đó|(?:[Bb]ao[ \t]+)?[Gg]ồm)[ \t]*:?"
    r"(?P<parts>[^\n();]+(?:;[^\n();]+)*)"
)
_IN_BRACKETS = re.compile(rf"{_TOTAL}[^\n.;()\d]{{0,25}}\((?P<parts>[^\n()]{{5,120}})\)")
_BETWEEN_PARTS = re.compile(r"[,;+](?!\d)|\.(?!\d)")
_WORDED = re.compile(r"[^\d\n]*[^\W\d_]{2}[^\d\n]*")
_NAMED = re.compile(r"([^\W\d_]+)[ \t]+\Z")
_INDICATOR = re.compile(r"(?:[^\W\d_][^\n.,;:()]{0,80}[ \t:(]+)\Z")
_STRUCTURE = re.compile(r"[Cc]ơ cấu[^\n:;.%\d]{0,40}[:,][ \t]*(?P<parts>[^\n%]{1,60}%[^\n]*%)")
_SHARE = re.compile(rf"(?<![\w.,/]){NUMBER}(?=[ \t]?%)")
_SPEAKING_FOR = ("nghi quyet ", "ubnd ", "hdnd ", "uy ban nhan dan ", "hoi dong nhan dan ")  # before the level's name
_PART = re.compile(rf"(?<![\w.,/]){NUMBER}(?!\d|[.,]\d)")


def sum_mismatch(paper: Paper) -> Iterator[Finding]:
    """The parts after "trong đó" add up to their total.

    Parts need not be all the parts, and groups may overlap; so only a sum that misses the total narrowly
    (by at most ``sum_tolerance``) is called wrong.
    """
    told: set[str] = set()
    for finding in (*_in_targets(paper), *_in_lines(paper), *_structures(paper)):
        if finding.message not in told:  # the sum itself: the same one may be read in the table and in the line
            told.add(finding.message)
            yield finding


def _in_targets(paper: Paper) -> Iterator[Finding]:
    targets = paper.plan.targets
    for place, total in enumerate(targets):
        parts = [one for one in targets if one.parent == place]
        whole = _single(_without_growth(total))
        values = [_single(part.values) for part in parts]
        if whole is None or len(parts) < 2 or any(value is None or value.unit != whole.unit for value in values):
            continue
        numbers = [value.value for value in values if value is not None and value.value is not None]
        words = " ".join((total.quote, *(part.quote for part in parts)))
        if whole.value is not None and _is_wrong(paper, whole.value, numbers, whole.unit, words):
            yield _wrong_sum(paper, paper.find(total.quote), whole.value, numbers, whole.unit)


def _without_growth(total: Target) -> Sequence[TargetValue]:
    """The values without a growth in per cent: "512 tỷ đồng, tăng 11%" is one total."""
    grows = re.search(rf"\btăng\b[^\d;]{{0,20}}{NUMBER}[ \t]?%", total.quote)
    return [value for value in total.values if value.unit != "%"] if grows else total.values


def _single(values: Sequence[TargetValue]) -> TargetValue | None:
    """The one exact figure of a target; None when there are several, a range or a limit."""
    if len(values) != 1 or values[0].value is None or values[0].value_to is not None or values[0].comparator != "=":
        return None
    return values[0]


def _in_lines(paper: Paper) -> Iterator[Finding]:
    for found in (*_IN_LINE.finditer(paper.text), *_IN_BRACKETS.finditer(paper.text)):
        unit, total = found["unit"] or "", parse_number(found["total"])
        is_said = "word" in found.re.groupindex
        numbers = _parts(found["parts"], unit, is_said)
        if total is None or len(numbers) < 2:
            continue
        is_whole = is_said and found["word"].lower().endswith("gồm")
        if _is_wrong(paper, total, numbers, unit, found.group(), is_whole=is_whole):
            before = _INDICATOR.search(paper.text[paper.line_span(found.start())[0] : found.start()])
            start = found.start() - len(before.group() if before else "")
            yield _wrong_sum(paper, (start, found.end()), total, numbers, _in_words(found, unit))


def _in_words(found: re.Match[str], unit: str) -> str:
    """The unit with the words after it that the total and its parts share: "sản phẩm", "tỷ đồng"."""
    while unit:
        after = re.match(rf"[ \t]?{re.escape(unit)}[ \t]+(?P<word>[^\W\d_]+)", found.string[found.end("total") :])
        longer = f"{unit} {after['word']}" if after else ""
        if not longer or not re.search(rf"\d[ \t]?{re.escape(longer)}(?!\w)", found["parts"]):
            break
        unit = longer
    return unit


def _parts(text: str, unit: str, is_said: bool) -> list[float]:
    """The figure of each part in a list; none when a part has no figure that can be added.

    A figure can be added when it bears the total's unit or none at all. Without "trong đó" the list has to be nothing
    but words and figures ("xây mới 27, sửa chữa 13").
    """
    numbers: list[float] = []
    names: list[str] = []
    for piece in _BETWEEN_PARTS.split(text):
        written = [one for one in _PART.finditer(piece) if _is_added(piece, one, unit)]
        if not written:
            if _PART.search(piece):
                return []
            continue  # "thu điện, nước 5 triệu đồng": the part goes on
        first = written[0]
        number = parse_number(first.group())
        if len(written) > 1 or number is None or not (is_said or _WORDED.fullmatch(piece[: first.start()])):
            return []
        numbers.append(number)
        named = _NAMED.search(piece[: first.start()])
        names.append("" if named is None or piece[first.end() :].strip() else named.group(1))
    return [] if len(set(names)) == 1 and names[0] else numbers  # "thôn 1, thôn 8": numbers of things, not of how many


def _is_added(piece: str, number: re.Match[str], unit: str) -> bool:
    after = piece[number.end() :]
    return not after.strip(" \t./)") or bool(unit and re.match(rf"[ \t]?{re.escape(unit)}(?!\w)", after))


def _structures(paper: Paper) -> Iterator[Finding]:
    """The shares of a structure ("cơ cấu kinh tế: nông nghiệp 28%; …") are the whole together."""
    for found in _STRUCTURE.finditer(paper.text):
        shares = [number for part in _SHARE.findall(found["parts"]) if (number := parse_number(part)) is not None]
        total = round(sum(shares), 6)
        if len(shares) < 3 or total == 100 or abs(total - 100) > 100 * paper.rules.sum_tolerance:
            continue
        added = " + ".join(format_number(share) for share in shares)
        yield paper.finding(
            "SUM_MISMATCH",
            "warning",
            found.span("parts"),
            f"Các phần của cơ cấu cộng lại là {format_number(total)}% ({added}), không phải 100%.",
            "Kiểm tra lại tỷ lệ từng phần.",
        )


def _is_wrong(
    paper: Paper, total: float, parts: Sequence[float], unit: str, words: str, *, is_whole: bool = False
) -> bool:
    """``is_whole``: the words say that these are all the parts ("gồm"), so that one too few is wrong too."""
    if unit in ("%", "‰") or any(word in words.lower() for word in paper.rules.overlapping_parts):
        return False
    off = abs(round(sum(parts) - total, 6))
    most = paper.rules.sum_tolerance * abs(total)
    return 0 < off <= (max(most, 1) if is_whole and len(parts) < total else most)


def _wrong_sum(paper: Paper, span: tuple[int, int] | None, total: float, parts: Sequence[float], unit: str) -> Finding:
    added = " + ".join(format_number(part) for part in parts)
    return paper.finding(
        "SUM_MISMATCH",
        "warning",
        span,
        f"Các phần cộng lại là {format_number(round(sum(parts), 6))} {unit} ({added}), "
        f"tổng ghi {format_number(total)} {unit}.",
        "Kiểm tra lại tổng và từng phần.",
    )


def target_weaker_than_assigned(paper: Paper) -> Iterator[Finding]:
    """What the commune sets itself is not less than what the level above assigned, in one unit of one target."""
    for target in paper.plan.targets:
        better = direction(paper, target)
        for own, given in _pairs(paper, target):
            # "giảm 2%" against "giảm 1%": more is better, whatever falls.
            way = 1 if own.comparator == given.comparator == "giảm" else better
            way = -1 if "<" in own.comparator + given.comparator else way  # a limit: below it is better
            if own.value is not None and given.value is not None and (own.value - given.value) * way < 0:
                weaker = "thấp" if way > 0 else "cao"
                why = "" if way > 0 else " (chỉ tiêu này càng thấp càng tốt)"
                yield paper.finding(
                    "TARGET_WEAKER_THAN_ASSIGNED",
                    "warning" if own.assigned_by else "hint",
                    _figure_span(paper, target, own) or paper.find(target.quote),
                    f"{f'{own.assigned_by} giao' if own.assigned_by else 'Kế hoạch ghi'} {_figure(own)}, "
                    f"{weaker} hơn mức {given.assigned_by} giao ({_figure(given)}).",
                    f"Kiểm tra lại số liệu; xã không nên đặt mức {weaker} hơn mức cấp trên giao{why}.",
                )


def direction(paper: Paper, target: Target) -> int:
    """1 when more is better, -1 when less is, 0 when it cannot be told."""
    if target.direction in ("higher", "lower"):
        return 1 if target.direction == "higher" else -1
    rules = paper.rules
    known = DirectionWords(rules.fewer_is_better, rules.unclear_direction, rules.measured_otherwise)
    return known.way(f"{target.indicator} {target.quote}")


def is_assigned(paper: Paper, target: Target) -> bool:
    """Whether the table of targets knows a figure of the level above and one of the commune."""
    return any(True for _ in _pairs(paper, target))


def _pairs(paper: Paper, target: Target) -> Iterator[tuple[TargetValue, TargetValue]]:
    """What the commune sets itself beside what the level above assigned; what names no level is the commune's own."""
    above = [value for value in target.values if _is_level(value, paper.rules.higher_levels)]
    own = [value for value in target.values if _is_level(value, paper.rules.commune_levels)]
    if not own and len(above) == 1:
        unnamed = [value for value in target.values if value.assigned_by is None and value.value_to is None]
        own = [value for value in unnamed if value.unit == above[0].unit] if len(unnamed) == 1 else []
    for mine in own:
        same = [value for value in above if value.unit == mine.unit and _compares(value) == _compares(mine)]
        if len({value.value for value in same}) == 1 and sum(value.unit == mine.unit for value in own) == 1:
            yield mine, same[0]


def _compares(value: TargetValue) -> str:
    """Figures can be weighed against each other when both are levels, or both say by how much something falls."""
    return "giảm" if value.comparator == "giảm" else "mức"


def _is_level(value: TargetValue, levels: Sequence[str]) -> bool:
    """Whether a body of these levels assigned the figure; "thị xã" is no "xã"."""
    name = fold(value.assigned_by or "")
    for before in _SPEAKING_FOR:
        name = name.removeprefix(before)
    wanted = tuple(map(fold, levels))
    return value.value_to is None and (
        name.strip() in wanted or name.startswith(tuple(f"{level} " for level in wanted))
    )


def _figure(value: TargetValue) -> str:
    return with_unit(format_number(value.value), value.unit)


def _figure_span(paper: Paper, target: Target, value: TargetValue) -> tuple[int, int] | None:
    """Where the level and its figure stand side by side in the target's line, whichever comes first."""
    place = paper.find(target.quote)
    if place is None or value.assigned_by is None:
        return None
    start, end = paper.line_span(place[0])
    level = r"[ \t]+".join(map(re.escape, value.assigned_by.split()))
    for written in re.finditer(rf"(?<![\d.,])0?{_written(value.value)}(?![\d]|[.,]\d)", paper.text[start:end]):
        before = re.search(rf"{level}[^\d\n]{{0,15}}\Z", paper.text[start : start + written.start()], re.IGNORECASE)
        after = re.match(
            rf"[^\d\n,;]{{0,25}}?{level}(?:[ \t]+giao)?", paper.text[start + written.end() : end], re.IGNORECASE
        )
        if before:
            unit = re.match(r"[ \t]?[%‰\w]+", paper.text[start + written.end() : end])
            return start + before.start(), start + written.end() + (unit.end() if unit else 0)
        if after:
            return start + written.start(), start + written.end() + after.end()
    return None


def _written(value: float | None) -> str:
    """A pattern for the ways a figure is written: 0,89, 0.89, 1.200, 1200."""
    return re.sub(r"[.,]", "[.,]?", re.escape(format_number(value)).replace("\\", ""))
