"""Figures of one plan that contradict each other, and units that do not fit what is measured."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from ...plan.plans import Target, TargetValue
from ...vietnamese import fold, format_number, parse_number
from ..findings import Finding
from ..paper import NUMBER, Paper

_SHARE_OF = re.compile(
    rf"(?<![\w.,/])(?P<share>{NUMBER})[ \t]?%[ \t]*(?:\(|,|là|tương đương|tức|=)?[ \t]*"
    r"(?P<part>\d{1,4})/(?P<whole>\d{1,4})(?![\d/])(?P<after>[^\n;.]{0,12})"
)
_OF_SHARE = re.compile(
    r"(?<![\w.,/-])(?P<part>\d{1,4})/(?P<whole>\d{1,4})(?![\d/])"
    r"(?:[ \t]+[^\W\d_]{1,12}){1,4}[ \t]*(?:\(|,|đạt|chiếm|tỷ lệ|bằng|là)[ \t]*(?:đạt|tỷ lệ|chiếm)?[ \t]*"
    rf"(?P<share>{NUMBER})[ \t]?%(?P<after>[^\n;.]{{0,12}})"
)
_AT_LEAST = re.compile(r"(?:trên|từ|hơn|thiểu|nhất|dưới|quá|>=|<=|>|<|≥|≤)[ \t]*\Z")
_NO_SUBJECT = frozenset(  # words of a target that do not tell what it is about
    ("ty", "ti", "le", "dat", "cong", "nhan", "so", "luong", "theo", "chi", "tieu", "duoc", "giao", "phan", "dau")
)
_ROUNDING = 0.06  # of a share written with one digit after the comma
_LARGEST_WHOLE = 200  # things of which a share tells how many there are


def share_of_fraction(paper: Paper) -> Iterator[Finding]:
    """A fraction beside its share is that share: "5/6 thôn (83,3%)". "trên 80% (5/6 thôn)" says something else."""
    for pattern in (_SHARE_OF, _OF_SHARE):
        for found in pattern.finditer(paper.text):
            part, whole, share = int(found["part"]), int(found["whole"]), parse_number(found["share"])
            before = paper.text[max(0, found.start() - 12) : found.start()]
            loose = _AT_LEAST.search(before.lower()) or "trở lên" in found["after"]
            if not whole or part > whole or share is None or loose:
                continue
            digits = len(found["share"].partition(",")[2])
            if abs(100 * part / whole - share) <= (0.5 if digits == 0 else 10**-digits):
                continue
            yield paper.finding(
                "TARGET_INCONSISTENT",
                "warning",
                (found.start(), found.end() - len(found["after"])),
                f"{part}/{whole} là {format_number(round(100 * part / whole, 2))}%, văn bản ghi {found['share']}%.",
                "Kiểm tra lại phân số và tỷ lệ.",
            )


def one_count_two_shares(paper: Paper) -> Iterator[Finding]:
    """One number of households cannot be two shares of them at once."""
    for target in paper.plan.targets:
        shares = {value.value for value in target.values if value.unit == "%" and _is_exact(value)}
        counts = [value for value in target.values if value.unit not in ("%", "‰", "") and _is_exact(value)]
        levels = {value.assigned_by for value in target.values if value.unit == "%"}
        left = [value for value in counts if value.comparator in ("còn", "=")]
        starts = fold(target.indicator).startswith(tuple(map(fold, paper.rules.share_words)))
        if len(shares) != 2 or len(levels) != 2 or len(left) != 1 or not starts or not paper.rules.share_words:
            continue
        if re.search(r"\d/\d", target.quote):  # a fraction tells to which share its count belongs
            continue
        count = f"{format_number(left[0].value)} {left[0].unit}"
        written = re.search(rf"0*{re.escape(count)}[^\n]{{0,12}}?%", paper.text)
        yield paper.finding(
            "TARGET_INCONSISTENT",
            "hint",
            written.span() if written else paper.find(target.quote),
            f"“{count}” đi cùng hai tỷ lệ khác nhau ({_listed(shares)}); cùng một số {left[0].unit} chỉ ra một tỷ lệ.",
            "Tính lại tỷ lệ theo tổng số, hoặc ghi rõ con số của từng mức giao.",
        )


def _is_exact(value: TargetValue) -> bool:
    return value.value is not None and value.value_to is None


def _listed(shares: set[float | None]) -> str:
    return ", ".join(f"{format_number(share)}%" for share in sorted(share for share in shares if share is not None))


def count_against_share(paper: Paper) -> Iterator[Finding]:
    """A count and a share of one thing tell how many there are; other shares of such things must fit that number."""
    things = [fold(thing) for thing in paper.rules.whole_things]
    shares = [one for target in paper.plan.targets if (one := _share(target, things))]
    for count in paper.plan.targets:
        unit = _single(count)
        if unit is None or fold(unit.unit) not in things or not unit.value:
            continue
        for share, written in shares:
            if not _same_subject(count, share) or count.quote == share.quote:
                continue
            whole = _whole(unit.value, written)
            others = [(one, value) for one, value in shares if one is not share]
            wrong = next(((one, value) for one, value in others if whole and not _fits(value, whole)), None)
            if whole is not None and wrong is None:
                continue
            yield _contradiction(paper, count, unit, written, whole, wrong)
            return


def _share(target: Target, things: Sequence[str]) -> tuple[Target, float] | None:
    """A target that is one share, told to a digit after the comma, of things that are counted whole."""
    value = _single(target)
    words = fold(target.indicator)
    if value is None or value.unit != "%" or value.value in (None, 0) or value.comparator != "=":
        return None
    is_told = float(value.value or 0) % 1 and any(re.search(rf"\b{thing}\b", words) for thing in things)
    return (target, float(value.value or 0)) if is_told else None


def _single(target: Target) -> TargetValue | None:
    return target.values[0] if len(target.values) == 1 and _is_exact(target.values[0]) else None


def _subject(target: Target) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]+", fold(target.indicator))) - _NO_SUBJECT


def _same_subject(one: Target, other: Target) -> bool:
    first, second = sorted((_subject(one), _subject(other)), key=len)
    return len(first) >= 2 and first <= second


def _whole(count: float, share: float) -> int | None:
    """How many there are when ``count`` is that share of them; None when no whole number fits."""
    near = round(100 * count / share)
    return next(
        (
            n
            for n in (near, near - 1, near + 1)
            if 0 < n <= _LARGEST_WHOLE and abs(100 * count / n - share) <= _ROUNDING
        ),
        None,
    )


def _fits(share: float, whole: int) -> bool:
    return abs(100 * round(share * whole / 100) / whole - share) <= _ROUNDING


def _contradiction(
    paper: Paper,
    count: Target,
    unit: TargetValue,
    share: float,
    whole: int | None,
    wrong: tuple[Target, float] | None,
) -> Finding:
    figure = f"{format_number(unit.value)} {unit.unit}"
    why = f"không có số {unit.unit} nào để {figure} là {format_number(share)}%"
    if whole is not None and wrong is not None:
        why = f"{figure} là {format_number(share)}% của {whole} {unit.unit}, "
        why += f"nhưng {format_number(wrong[1])}% không khớp với {whole}"
    written = re.search(rf"0*{re.escape(figure)}(?:[ \t]*\([^()\n]{{0,40}}\))?", count.quote)
    return paper.finding(
        "TARGET_INCONSISTENT",
        "hint",
        paper.find(written.group() if written else count.quote),
        f"Hai chỉ tiêu mâu thuẫn: {why}.",
        "Kiểm tra lại số lượng và tỷ lệ.",
    )


def same_target_twice(paper: Paper) -> Iterator[Finding]:
    """One target does not stand twice with two figures."""
    seen: dict[tuple[str, str], list[Target]] = {}
    for target in paper.plan.targets:
        value = _single(target)
        subject = " ".join(re.findall(r"[a-z0-9]+", fold(target.indicator)))
        if value and value.comparator in ("=", ">=") and len(subject.split()) >= 4 and target.parent is None:
            seen.setdefault((subject, f"{value.unit}|{value.assigned_by}|{fold(target.responsible or '')}"), []).append(
                target
            )
    for targets in seen.values():
        for one, other in combinations(targets, 2):
            if one.values[0].value == other.values[0].value or one.quote == other.quote or _is_of_somebody(one, other):
                continue
            yield paper.finding(
                "TARGET_INCONSISTENT",
                "warning",
                paper.find(other.quote, last=True),
                f"“{other.indicator}” ghi {_figure(one)} ở chỗ này, {_figure(other)} ở chỗ khác.",
                "Chỉ giữ một con số.",
            )
            return


def _is_of_somebody(one: Target, other: Target) -> bool:
    """Whether the two stand under organisations, phases or quarters, each with its own figure."""
    groups = " ".join(fold(target.group or "") for target in (one, other))
    return bool(re.search(r"\b(?:hoi|doan|mttq|mat tran|khoi|cong an|truong|tram|thon|dot|quy|thang|ban)\b", groups))


def _figure(target: Target) -> str:
    value = target.values[0]
    return f"{format_number(value.value)}{'' if value.unit in ('%', '‰') else ' '}{value.unit}".strip()


def unit_mismatch(paper: Paper) -> Iterator[Finding]:
    """A share is told in per cent, not in people or cases."""
    words = tuple(map(fold, paper.rules.share_words))
    for target in paper.plan.targets if words else ():
        units = {value.unit for value in target.values}
        if not units or units & {"%", "‰", ""} or "%" in target.quote or "‰" in target.quote or "/" in "".join(units):
            continue
        if fold(target.indicator).startswith(words) and target.quote:
            yield paper.finding(
                "UNIT_MISMATCH",
                "hint",
                paper.find(target.quote),
                f"Chỉ tiêu là tỷ lệ nhưng đơn vị ghi là “{next(iter(units))}”.",
                "Ghi bằng phần trăm, hoặc đổi “Tỷ lệ …” thành “Số …”.",
            )


def unit_abbreviated(paper: Paper) -> Iterator[Finding]:
    """Units of money are written out; each short form is told once and repaired everywhere."""
    slips = sorted(paper.rules.unit_slips, key=lambda slip: -len(slip.wrong))
    if not slips:
        return
    right = {slip.wrong: slip.right for slip in slips}
    pattern = re.compile(rf"(?<=\d)(?P<gap>[ \t]*)(?P<unit>{'|'.join(re.escape(slip.wrong) for slip in slips)})(?!\w)")
    places: dict[str, list[re.Match[str]]] = {}
    for found in pattern.finditer(paper.text):
        places.setdefault(found["unit"], []).append(found)
    for unit, alike in places.items():
        more = f" Còn {len(alike) - 1} chỗ nữa." if len(alike) > 1 else ""
        figure = re.search(rf"{NUMBER}\Z", paper.text[max(0, alike[0].start() - 20) : alike[0].start()])
        yield paper.finding(
            "UNIT_ABBR",
            "hint",
            (alike[0].start() - len(figure.group() if figure else ""), alike[0].end()),
            f"Đơn vị viết tắt “{unit}”.{more}",
            f"Viết “{right[unit]}”.",
            fixes=[(found.span(), f" {right[unit]}") for found in alike],
        )
