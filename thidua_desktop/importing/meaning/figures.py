"""Figures in office prose: value, unit, comparator and who assigned it.

Not every number is a figure; those that are none are hidden before the search (:mod:`.other_numbers`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache

from ...domain.plan.plans import Comparator, TargetValue
from ...domain.vietnamese import NUMBER_WORDS, fold, parse_number
from .other_numbers import NUMBER, without_other_numbers
from .units import COUNT_NOUNS, UNIT, unit_of

_FIGURE = re.compile(
    rf"(?<![\w.,/\-–])(?P<low>{NUMBER})(?:\s*/\s*(?P<whole>\d+))?(?:\s*%)?"
    rf"(?:\s*(?:-|–|đến|tới)\s*(?P<high>{NUMBER}))?(?![\d/])"
)

_BODY = (
    r"(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|BCĐ|Đảng ủy|Đảng bộ|Huyện ủy|Thị ủy|Thành ủy|Tỉnh ủy|Nghị quyết"
    r"|Ban Chỉ huy quân sự|Bộ Chỉ huy quân sự)"
)
_PLACE = (
    r"(?:thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|xã|phường|trung ương|cấp trên|cấp ủy|chính phủ|TP|TW"
    r"|nhà nước)"
)
_LEVEL = rf"(?:chủ tịch\s+)?(?:{_BODY}\s+)?{_PLACE}|HĐND|UBND|(?:Đảng|Huyện|Thị|Thành|Tỉnh) ủy|(?<=tiêu )trên"
_LEVELS = rf"(?:{_LEVEL})(?:\s*(?:,|và)\s*(?:{_LEVEL}))*"
ASSIGNED = rf"(?:chỉ tiêu\s+)?(?:{_LEVELS})\s+(?:đã\s+)?giao"  # "thị xã giao"
PLAN_OF = rf"(?:kh|kế hoạch|dự toán|nghị quyết)\s+(?:{_LEVELS})"
PLANNED_BY = rf"{PLAN_OF}\s*:(?=\s*\d)"  # "KH huyện: 5 tỷ"
_ASSIGNER = re.compile(rf"(?<!\w)(?:{_LEVELS})(?=\s+(?:đã\s+)?giao(?!\s+(?:quân|thông|ước|lưu)))", re.IGNORECASE)
_PLANNED_BY = re.compile(
    rf"(?:(?<=kh )|(?<=kế hoạch )|(?<=dự toán ))(?:{_LEVELS})(?=\s*:\s*\d)"
    rf"|(?<=nghị quyết )(?:HĐND|Hội đồng nhân dân)(?:\s+{_PLACE})?(?=\s*:?\s*\d)",  # "Nghị quyết HĐND xã 94%"
    re.IGNORECASE,
)
_SO_MUCH = re.compile(
    rf"[;,]\s*(?:còn\s+|nghị quyết\s+)?(?P<level>{_LEVEL})\s*:?\s*$", re.IGNORECASE
)  # "huyện giao 5 tỷ, xã 6 tỷ"
_FOR_IT = r"chỉ tiêu|kế hoạch|kh|dự toán|dt|nghị quyết|nq"
_NO_OTHER_WORDS = re.compile(
    rf"[\s(:,]*(?:(?:{_FOR_IT}|so với|so|với|theo|do|mức|được|của|năm|\d{{4}}|đã|số|tổng"
    r"|các)[\s(:,]*)*",
    re.IGNORECASE,
)
_FOR_GIVEN = re.compile(
    rf"[^,;:()\d]{{0,90}}\b(?:{_FOR_IT})\b[^,;:()\d]{{0,60}}|[^,;:()\d]{{0,70}}\bdo\s+", re.IGNORECASE
)
_LEADS_TO = re.compile(
    r"\s*(?:(?:đã\s+)?giao)?[\s:(]*"
    r"(?:(?:tổng|là|đạt|trên|từ|tối thiểu|ít nhất|cho|dưới|khoảng|số|giảm|còn|tăng)[\s:]*)*$",
    re.IGNORECASE,
)
_SURPASSES = re.compile(r"(?<!và )\bvượt\b(?! mức)[^;\d]*$", re.IGNORECASE)  # "…, vượt 5% dự toán huyện giao"
_OWN_AIM = re.compile(r";|\b(?:phấn đấu|đăng ký|quyết tâm)\b", re.IGNORECASE)  # ends what another level assigned

_BEFORE: tuple[tuple[str, Comparator], ...] = (
    (r"(?:\b(?:ít nhất|tối thiểu|không dưới|không thấp hơn|đạt và vượt|từ trên)|>=|≥)[\s:]*(?:là\s*)?$", ">="),
    (r"(?:\b(?:không quá|tối đa|không vượt(?: quá)?)|<=|≤)[\s:]*(?:là\s*)?$", "<="),
    (r"(?:\b(?:(?<!cấp )trên|hơn|vượt)|>)\s*$", ">"),
    (r"(?:\bdưới|<)\s*$", "<"),
    (r"\b(?:khoảng|ước|xấp xỉ|gần)\s*(?:đạt\s*)?$", "khoảng"),  # "nhà nước đạt" holds no "ước đạt"
    (r"\b(?:còn|giảm còn|xuống còn|giảm xuống)\s*(?:dưới\s*)?$", "còn"),
)
_FALLS = re.compile(
    r"\b(?:giảm(?! nghèo bền| thiểu| tải)|hạ (?:thấp )?(?:t[ỷỉ] lệ|t[ỷỉ] suất|mức|số))(?:(?!còn|xuống)[^,;:])*$"
)
_OF_WHOLE = re.compile(
    rf"(?:^|[;,.])\W*(?:(?:t[ỷỉ] lệ|số|có)\s+)*(?P<noun>{COUNT_NOUNS})(?![^\W\d_])[^,;:()\d]{{0,60}}?(?::|đạt|là)?\s*"
    r"(?<![/\d])(?<!ngày )(?<!dịp )(?<!lễ )(?P<part>\d{1,3})/(?P<whole>\d{1,3})(?=\s*(?:[,.;)]|$))",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(rf"(?:(?<=ít nhất )|(?<=tối thiểu ))(?:{'|'.join(NUMBER_WORDS)})(?=\s)", re.IGNORECASE)
_WITH_COMMA = re.compile(r"[1-9]\d{0,2},\d{3}")
_AROUND = 60  # letters on either side of a figure that say how it is meant
_AT_LEAST = re.compile(r"\s*[^,;()\d]{0,25}?\btrở lên")
_AT_MOST = re.compile(r"\s*[^,;()\d]{0,25}?\btrở xuống")


_SMALLER = {"tỷ đồng": "triệu đồng", "triệu đồng": "nghìn đồng"}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its unit, and where they stand in the text."""

    start: int
    end: int
    value: TargetValue


def figures(text: str, year: int | None = None) -> list[Figure]:
    """Every figure in one line, in order. ``year`` is the plan's: figures of earlier years are left out."""
    return list(_figures(text, year))


@lru_cache(maxsize=512)
def _figures(text: str, year: int | None) -> tuple[Figure, ...]:
    """As :func:`figures`; a clause is asked for its figures several times while its item is cut."""
    hidden = without_other_numbers(text, year)
    found = [figure for match in _FIGURE.finditer(hidden) if (figure := _figure(text, hidden, match))]
    found += [one for one in _fractions(text) if not any(other.start == one.start for other in found)]
    found += [figure for match in _IN_WORDS.finditer(hidden) if (figure := _in_words(text, hidden, match))]
    return tuple(_assigned(hidden, _together(hidden, sorted(found, key=lambda figure: figure.start))))


def _together(text: str, found: list[Figure]) -> list[Figure]:
    """ "35 tỷ 500 triệu đồng" is one figure: 35,5 tỷ đồng; "65 triệu 500 nghìn đồng/người": 65,5 triệu đồng/người."""
    out: list[Figure] = []
    for figure in found:
        last = out[-1] if out else None
        value = figure.value
        small = _SMALLER.get(last.value.unit) if last else None
        if last and small and value.unit.startswith(small) and not text[last.end : figure.start].strip():
            whole = (last.value.value or 0) + (value.value or 0) / 1000
            unit = last.value.unit + value.unit.removeprefix(small)
            sign = value.comparator if last.value.comparator == "=" else last.value.comparator
            together = replace(last.value, value=round(whole, 6), unit=unit, comparator=sign)
            out[-1] = replace(last, end=figure.end, value=together)
        else:
            out.append(figure)
    return out


def _figure(text: str, hidden: str, match: re.Match[str]) -> Figure | None:
    of_things = _counts_things(text, match.end())
    low = _number(match["low"], of_things=of_things)
    high = _number(match["high"], of_things=of_things) if match["high"] else None
    if low is None or (high is not None and high <= low):
        return None
    end = match.end() if match.group(0).rstrip()[-1:] != "%" else match.start() + len(match.group(0).rstrip()) - 1
    unit_match = UNIT.match(text, end)
    unit = unit_of(unit_match) if unit_match else ""
    before = hidden[max(0, match.start() - _AROUND) : match.start()]
    if not unit and not _stands_alone(before, hidden[end : end + _AROUND]):
        return None
    after = unit_match.end() if unit_match else end
    sign = comparator(before, hidden[after : after + _AROUND])
    return Figure(match.start(), after, TargetValue(low, unit, sign, None, high))


def _counts_things(text: str, end: int) -> bool:
    """Whether the unit at ``end`` is of things that are counted one by one: "con", not "ha" or "vạn con"."""
    unit = UNIT.match(text, end)
    return bool(unit and unit["noun"] and re.match(COUNT_NOUNS, unit["noun"], re.IGNORECASE))


def _number(written: str, *, of_things: bool) -> float | None:
    """The number; "1,250 con" is 1250: of things there is no fraction, so the comma parts the thousands."""
    thousands = of_things and _WITH_COMMA.fullmatch(written)
    return parse_number(written.replace(",", "") if thousands else written)


def _fractions(text: str) -> list[Figure]:
    """ "Thôn đạt chuẩn: 5/6" counts what the clause begins with; a day ("Quốc khánh 2/9") stands after no such word."""
    out: list[Figure] = []
    for match in _OF_WHOLE.finditer(text):
        unit = UNIT.match(match["noun"])
        if unit and int(match["part"]) <= int(match["whole"]):
            value = TargetValue(float(match["part"]), unit_of(unit), "=")
            out.append(Figure(match.start("part"), match.end("whole"), value))
    return out


def _in_words(text: str, hidden: str, match: re.Match[str]) -> Figure | None:
    """ "ít nhất một mô hình": a number written out counts when something is counted by it."""
    unit = UNIT.match(text, match.end())
    if not unit or not unit["noun"]:
        return None
    sign = comparator(hidden[max(0, match.start() - _AROUND) : match.start()], hidden[unit.end() :][:_AROUND])
    value = TargetValue(float(NUMBER_WORDS.index(match[0].lower()) + 1), unit_of(unit), sign)
    return Figure(match.start(), unit.end(), value)


def _stands_alone(before: str, after: str) -> bool:
    """A number without a unit counts when it is what the line says the indicator is to reach."""
    return bool(re.search(r"(?:\b(?:đạt|là)|:)\s*(?:từ\s*|trên\s*)?$", before)) and bool(
        re.match(r"\s*(?:[,.;)]|$|trở lên)", after)
    )


def comparator(before: str, after: str) -> Comparator:
    """How a figure is meant, by the words before and after it."""
    before = re.split(r"[;]|\d", before)[-1].lower()
    sign: Comparator = next((sign for pattern, sign in _BEFORE if re.search(pattern, before)), "=")
    sign = ">=" if _AT_LEAST.match(after) else "<=" if _AT_MOST.match(after) else sign
    return "giảm" if sign in ("=", ">=", ">") and _FALLS.search(before) else sign


def _assigned(text: str, found: list[Figure]) -> list[Figure]:
    """Gives each figure its assigner: the one that leads to it ("thị xã giao: 10ha"), which goes on for the figures
    after it up to the next ";", or the one that follows it ("65% chỉ tiêu thị xã giao"). By how much a figure before
    surpasses what was assigned nobody assigned."""
    names = sorted((*_ASSIGNER.finditer(text), *_PLANNED_BY.finditer(text)), key=re.Match.start)
    starts = [name.start() for name in names]
    out: list[Figure] = []
    current, last = None, 0
    for index, figure in enumerate(found):
        limit = found[index + 1].start if index + 1 < len(found) else len(text)
        before = names[bisect_left(starts, last) : bisect_left(starts, figure.start)]
        if _OWN_AIM.search(text, last, figure.start):
            current = None
        if before:
            leads = _LEADS_TO.match(text[before[-1].end() : figure.start])
            current = _name(before[-1]) if leads else None
        elif current and (much := _SO_MUCH.search(text, last, figure.start)):
            current = _name_of(much["level"])
        after = next(iter(names[bisect_left(starts, figure.end) : bisect_left(starts, limit)]), None)
        given = current
        if after is not None and not _leads_to_next(text, after, limit):
            between = text[figure.end : after.start()]
            for_it = f"{figure.value.unit} {between}" if figure.value.unit == "chỉ tiêu" else between
            given = _name(after) if _NO_OTHER_WORDS.fullmatch(between) or _FOR_GIVEN.fullmatch(for_it) else current
        if index and _SURPASSES.search(text[last : figure.start]):
            given = None
        out.append(replace(figure, value=replace(figure.value, assigned_by=given)))
        last = figure.end
    return out


def assigner_in(text: str) -> str | None:
    """Who assigns, when the text says so: "KH HĐND xã giao" → "HĐND xã"."""
    found = _ASSIGNER.search(text)
    return _name(found) if found else None


def _leads_to_next(text: str, name: re.Match[str], limit: int) -> bool:
    return limit < len(text) and bool(_LEADS_TO.match(text[name.end() : limit]))


def _name(found: re.Match[str]) -> str:
    return _name_of(found[0])


def _name_of(level: str) -> str:
    """The assigner as written, a level's name at the head of a sentence in small letters."""
    words = level.split()
    common = fold(words[0]) in {"thanh", "thi", "tinh", "huyen", "quan", "xa", "phuong", "cap", "trung", "dac", "chu"}
    common = common and fold(words[-1]) != "uy"
    return " ".join([words[0][:1].lower() + words[0][1:] if common else words[0], *words[1:]])
