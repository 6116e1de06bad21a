"""The figures of a target in the words of the plan: where they stand, how they are written, and the same place anew.

A figure is only found where it stands for certain: the number as it is (“1.250”, “96,5”, “06”, “sáu”) with its unit,
or what is short for it ("tỷ.đ.", "DN"), after it, or no word at all as in a table's cell. Where two numbers could be
meant, none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..plan.plans import Comparator, TargetValue
from ..vietnamese import NUMBER_WORDS, fold, format_number, parse_number
from .values import SIGNS, WORDS

_NUMBER = r"\d+(?:[.,]\d+)*"
_FIGURE = re.compile(
    rf"(?<![\w.,/–-])(?P<low>[-−]?{_NUMBER})(?P<whole>\s*/\s*\d+)?(?![\d/])"
    rf"(?:\s*%?\s*(?:[-–]|đến|tới)\s*(?P<high>{_NUMBER})(?![\d/]))?"
    rf"|(?<!\w)(?P<word>{'|'.join(NUMBER_WORDS)})(?!\w)",
    re.IGNORECASE,
)
_IN_PARTS = re.compile(
    rf"(?<![\w.,/–-])(?P<large>{_NUMBER})(?P<of>\s*(?:(?P<billions>t[ỷỉ])|triệu)(?P<dong>\s*đồng)?)\s+"
    rf"(?P<small>\d{{1,3}})\s*(?(billions)triệu|ng(?:hì|à)n)(?P<end>\s*đồng)?(?!\w)",
    re.IGNORECASE,
)
_NO_UNIT = re.compile(r"\s*(?:$|[,;.:)|\n]|(?:trở (?:lên|xuống)|so với)(?!\w))")
_NAMED_BY_IT = re.compile(r"(?<!\w)(?:số|điều|khoản|mục|chỉ tiêu|tiêu chí|ngày|tháng|quý|năm)\s*$", re.IGNORECASE)
_CELL = " | "  # between the cells of a table's row
_SAME_LETTERS = str.maketrans({"²": "2", "³": "3"})
_EXACT, _SHORT, _NONE = 3, 2, 1  # how surely what follows a number is the unit looked for
_BEFORE = WORDS | SIGNS
_LEAD = re.compile(rf"(?<!\w)(?P<sign>{'|'.join(re.escape(word) for word in _BEFORE)})\s*$", re.IGNORECASE)
_FROM = re.compile(r"(?<!\w)từ\s+$", re.IGNORECASE)
TAIL = re.compile(r"\s*trở (?P<way>lên|xuống)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FigurePlace:
    """Where a figure stands in a text: its number from ``start`` to ``end``, and the second number of a range.

    ``unit`` is the span of its unit, empty after the number when none is written.
    """

    start: int
    end: int
    high: tuple[int, int] | None
    unit: tuple[int, int]

    @property
    def last(self) -> int:
        """Where the figure with its unit ends."""
        return max(self.unit[1], self.high[1] if self.high else self.end)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a text, with what it could be; ``parts_of`` is "tỷ" of "35 tỷ 500 triệu đồng"."""

    place: FigurePlace
    low: float
    high: float | None
    is_word: bool = False
    is_fraction: bool = False
    parts_of: str = ""


def figure_places(text: str, values: Sequence[TargetValue]) -> tuple[FigurePlace | None, ...]:
    """The place of each figure, None for one without number and for one that is not there, or not for certain."""
    numbers = list(_numbers(text))
    starts = [number.place.start for number in numbers]
    asked = [_candidates(text, value, numbers) for value in values]
    found: list[FigurePlace | None] = []
    for position, candidates in enumerate(asked):
        alike = [other for other, one in enumerate(asked) if one == candidates]
        if candidates and len(alike) == len(candidates):
            found.append(candidates[alike.index(position)])
            continue
        by = fold(values[position].assigned_by or "")
        given = [place for place in candidates if by and _given(text, place, starts, by)]
        same = [other for other in alike if fold(values[other].assigned_by or "") == by]
        found.append(given[0] if len(given) == 1 and len(same) == 1 else None)
    return tuple(found)


def free_figure(text: str, value: TargetValue, taken: Sequence[FigurePlace]) -> FigurePlace | None:
    """The one number with the figure's unit that belongs to none of the ``taken`` places: its number typed anew."""
    if value.value is None or not value.unit:
        return None
    others = {place.start for place in taken}
    free = [number for number in _numbers(text) if number.place.start not in others]
    known = [(_unit_at(text, number, value.unit), number) for number in free]
    named = [number.place for (level, _), number in known if level >= _SHORT]
    return named[0] if len(named) == 1 else None


def numbers_within(text: str, start: int, end: int) -> list[int]:
    """Where the numbers between two places of a text begin."""
    return [number.place.start for number in _numbers(text) if start <= number.place.start < end]


def _numbers(text: str) -> Iterator[_Number]:
    in_parts = {found.start(): found for found in _IN_PARTS.finditer(text)}
    past = 0
    for found in _FIGURE.finditer(text):
        if whole := in_parts.get(found.start()):
            past = whole.end()
            at = FigurePlace(whole.start(), past, None, (past, past))
            yield _Number(at, _sum_of(whole), None, parts_of=whole["billions"] or "triệu")
        if found.start() < past:
            continue
        if word := found["word"]:
            at = FigurePlace(found.start(), found.end(), None, (found.end(), found.end()))
            yield _Number(at, float(NUMBER_WORDS.index(word.lower()) + 1), None, is_word=True)
            continue
        low = parse_number(found["low"].replace("−", "-"))
        high = parse_number(found["high"]) if found["high"] else None
        if low is None or (found["high"] and (high is None or high <= low)):
            continue
        end = found.end("whole") if found["whole"] else found.end("high") if found["high"] else found.end("low")
        second = found.span("high") if found["high"] else None
        yield _Number(
            FigurePlace(found.start("low"), found.end("low"), second, (end, end)),
            low,
            high,
            is_fraction=bool(found["whole"]),
        )


def _sum_of(parts: re.Match[str]) -> float:
    return round((parse_number(parts["large"]) or 0) + int(parts["small"]) / 1000, 6)


def _candidates(text: str, value: TargetValue, numbers: Sequence[_Number]) -> list[FigurePlace]:
    """The numbers that may be the figure, those with the surest unit."""
    if value.value is None:
        return []
    same = [number for number in numbers if (number.low, number.high) == (value.value, value.value_to)]
    levels = [(number, *_unit_at(text, number, value.unit)) for number in same]
    best = max((level for _, level, _ in levels), default=0)
    return [_with_unit(number.place, unit) for number, level, unit in levels if best and level == best]


def _with_unit(place: FigurePlace, unit: tuple[int, int]) -> FigurePlace:
    return FigurePlace(place.start, place.end, place.high, unit)


def _unit_at(text: str, number: _Number, unit: str) -> tuple[int, tuple[int, int]]:
    """How surely ``unit`` stands after a number, 0 when it does not, and where."""
    at = number.place.unit[0]
    if number.parts_of:
        of, _, rest = unit.partition(" ")
        goes_on = text.startswith(rest.removeprefix("đồng"), at)
        return _EXACT if goes_on and _either(of) == _either(number.parts_of.lower()) else 0, (at, at)
    if unit:
        spelled = r"\s*".join(map(_either, unit.split()))
        exact = re.compile(rf"\s*[“\"]?({spelled})(?!\w)", re.IGNORECASE)
        found = exact.match(text.translate(_SAME_LETTERS), at)
        if found:
            return _EXACT, found.span(1)
        if short := _short_for(text, at, unit):
            return _SHORT, short
    is_bare = not unit or _NO_UNIT.match(text, at)
    is_part = number.is_fraction and _CELL not in text  # "15/6" may be a day
    if not is_bare or number.is_word or is_part or _NAMED_BY_IT.search(text[: number.place.start]):
        return 0, (at, at)
    return _NONE, (at, at)


def _either(word: str) -> str:
    """A word of a unit however it is spelled: tỷ and tỉ, nghìn and ngàn, "tạ/ha" and "tạ / ha"."""
    word = re.escape(word.translate(_SAME_LETTERS)).replace("/", r"\s*/\s*")
    return re.sub("t[ỷỉ]", "t[ỷỉ]", word).replace("nghìn", "ng(?:hì|à)n").replace("%", "(?:%|phần trăm)")


def _short_for(text: str, at: int, unit: str) -> tuple[int, int] | None:
    """Where letters that are short for the unit stand: "tỷ.đ." or "tỷ" for "tỷ đồng", "DN" for "doanh nghiệp"."""
    found = re.compile(r"\s*([^\W\d_]+(?:\s?\.\s?[^\W\d_]{1,2}(?!\w))*\.?(?:\s[^\W\d_](?!\w)\.?)?)").match(text, at)
    words = fold(unit).replace("/", " ").split()
    if found is None or len(words) < 2:
        return None
    parts = [part for part in re.split(r"[\s.]+", fold(found[1]).replace("ti", "ty")) if part]
    initials = "".join(word[0] for word in words)
    is_money = words[-1] == "dong" and parts[0] in (words[0], words[0][:2]) and all(len(p) == 1 for p in parts[1:])
    if not is_money and "".join(parts) != initials:
        return None
    end = found.end(1) - (found[1].endswith(".") and len(parts) == 1)
    return found.start(1), end


def _given(text: str, place: FigurePlace, starts: Sequence[int], by: str) -> bool:
    """Whether "``by`` giao" stands between this number and the one before it."""
    earlier = max((start for start in starts if start < place.start), default=0)
    named = re.compile(rf"{re.escape(by)}\s+(?:da\s+)?giao")
    return bool(named.search(fold(text[earlier : place.start])))


# One number written anew


def written_as(old: str, value: float) -> str:
    """``value`` as the writer of ``old`` writes numbers: "06" 8 → "08", "4900" 5000 → "5000", "56,0" 57 → "57,0".

    One in parts stays so where it can: "35 tỷ 500 triệu đồng" 36,2 → "36 tỷ 200 triệu đồng", 36 → "36 tỷ đồng".
    """
    plain = format_number(value)
    if parts := _IN_PARTS.fullmatch(old):
        return _in_parts(parts, value)
    if old.lower() in NUMBER_WORDS:
        number = int(value) if value.is_integer() and 1 <= value <= len(NUMBER_WORDS) else 0
        return NUMBER_WORDS[number - 1] if number else plain
    tries = [plain]
    if re.fullmatch(r"0\d", old) and value.is_integer() and 0 <= value < 10:
        tries = [f"{int(value):02d}", plain]
    elif re.fullmatch(r"\d{4,}(?:,\d+)?", old):
        tries = [plain.replace(".", ""), plain]
    elif re.fullmatch(r"\d+\.(?!\d{3}(?!\d))\d+", old):
        tries = [plain.replace(".", "").replace(",", "."), plain]
    elif decimals := re.fullmatch(r"[\d.]+,(\d*0)", old):
        tries = [format_number(value, len(decimals[1])), plain]
    return next((text for text in tries if parse_number(text) == value), plain)


def _in_parts(old: re.Match[str], value: float) -> str:
    text, thousandths = old[0], round(value * 1000, 6)
    of = old["of"] if old["dong"] else f"{old['of']}{old['end'] or ''}"
    if value < 1 or not thousandths.is_integer():
        return f"{format_number(value)}{of}"
    large, small = divmod(int(thousandths), 1000)
    written = written_as(old["large"], float(large))
    if not small:
        return f"{written}{of}"
    return f"{written}{text[old.end('large') : old.start('small')]}{small}{text[old.end('small') :]}"


def is_in_parts(written: str) -> bool:
    """Whether a figure is written as "35 tỷ 500 triệu đồng"."""
    return bool(_IN_PARTS.fullmatch(written))


def number_at(text: str, place: FigurePlace) -> float | None:
    """The number that stands at a place now, None when it is none."""
    written = text[place.start : place.end].strip()
    if written.lower() in NUMBER_WORDS:
        return float(NUMBER_WORDS.index(written.lower()) + 1)
    if parts := _IN_PARTS.fullmatch(written):
        return _sum_of(parts)
    return parse_number(written.replace("−", "-"))


def figure_at(text: str, start: int) -> FigurePlace | None:
    """The figure whose number begins at ``start``, None when none does."""
    return next((number.place for number in _numbers(text) if number.place.start == start), None)


# Comparators


@dataclass(frozen=True, slots=True)
class ComparatorWords:
    """The words of a comparator beside a figure: ``lead`` before it, ``tail`` after it, as spans (empty when none)."""

    sign: Comparator
    lead: tuple[int, int]
    tail: tuple[int, int]


def comparator_at(text: str, place: FigurePlace) -> ComparatorWords:
    """What the words right beside a figure say of it; "=" when they say nothing."""
    lead, tail = _LEAD.search(text[: place.start]), TAIL.match(text, place.last)
    if tail:
        come_from = _FROM.search(text[: place.start]) or lead
        start = come_from.start() if come_from else place.start
        return ComparatorWords(">=" if tail["way"].lower() == "lên" else "<=", (start, place.start), tail.span())
    nowhere = (place.last, place.last)
    if lead is None:
        return ComparatorWords("=", (place.start, place.start), nowhere)
    return ComparatorWords(_BEFORE[lead["sign"].lower()], (lead.start("sign"), place.start), nowhere)


SAID: dict[Comparator, tuple[str, str]] = {
    "=": ("", ""),
    ">=": ("từ ", " trở lên"),
    "<=": ("không quá ", ""),
    ">": ("trên ", ""),
    "<": ("dưới ", ""),
    "khoảng": ("khoảng ", ""),
    "giảm": ("giảm ", ""),
    "còn": ("còn ", ""),
}
"""How a plan says a comparator: the words before the figure and those after it."""
