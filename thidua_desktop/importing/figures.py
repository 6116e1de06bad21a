"""Figures in office prose: value, unit, comparator and who assigned it.

Not every number is a figure: years, dates, document and criterion numbers, ages, school classes, "5 không, 3 sạch",
last year's results and places ("tại 6 thôn") are hidden before the search.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from ..domain.plans import Comparator, TargetValue
from ..domain.vietnamese import fold, parse_number
from .patterns import masked, quotes
from .units import UNIT, unit_of

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_FIGURE = re.compile(
    rf"(?<![\w.,/\-–])(?P<low>{NUMBER})(?:\s*/\s*(?P<whole>\d+))?(?:\s*%)?"
    rf"(?:\s*(?:-|–|đến|tới)\s*(?P<high>{NUMBER}))?(?![\d/])"
)

_ORDINALS = (
    r"lớp|thứ|khóa|khoá|kỳ|điều|khoản|quý|tháng|quận|phường|tổ|thôn|ấp|khu|khối|khóm|cấp|hạng|loại|đợt|số|mức độ"
    r"|vùng|bậc"
    r"|quốc lộ|tỉnh lộ|đề án|nghị quyết|chỉ thị|quyết định|nghị định|tiêu chí|mẫu|phụ lục|biểu"
    r"|công điện|ngày|trung ương|cụm|thông tư|luật|hướng dẫn|kết luận"
)
_HIDDEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bngày\s+\d{1,2}(?:\s*[/.-]\s*\d{1,2})?(?:\s*[/.-]\s*\d{4})?|\btháng\s+\d{1,2}(?:\s*[/-]\s*\d{4})?",
        r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}|\b\d{1,2}/\d{4}\b",
        r"\(\s*\d{1,2}\s*/\s*\d{1,2}\s*\)|\b\d{1,2}/\d{1,2}(?=\s*(?:[,.;)]|$|và\b|-|–))",
        r"\b(?:năm|giai đoạn|nhiệm kỳ|khóa)\s*(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?",
        r"(?<![\d.,])(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d",
        r"(?<![\d.,])(?:19|20)\d\d(?=\s*(?:[,.;:)]|$))",
        r"\b(?<!dân )(?<!tổng )(?<!chỉ )(?<!đa )số\s*:?\s*\d+(?:\s*[/-]\s*[\w./-]+|\.\d+)?(?!\s*[%‰]|[.,]?\d)",
        r"\bchỉ tiêu\s+\d+\.\d+",
        r"\b\d+[-/](?:\d{4}/)?[A-ZĐ][\w/-]*",
        rf"\b(?:{_ORDINALS})\s*\d+(?:\.\d+)*(?:\s*(?:,|và)\s*\d+(?!\s*[%‰]|\d*[.,]?\d*\s*[^\W\d_]))*"
        r"(?!\d*\s*[%‰]|[.,]\d+\s*[%‰])",
        r"(?:\b(?:từ|dưới|trên|đủ|đến))?\s*\d+(?:\s*(?:-|–|đến|tới)\s*(?:dưới\s*)?\d+)?\s*tuổi",
        r"\b(?:tại|ở|thuộc|địa bàn|trong|của|giữa)\s+\d+(?:/\d+)?\s+(?=[^\W\d_])",
        r"\b\d+\s+(?:không|sạch|có|gương mẫu|tự giác|an toàn|tốt|nhất|dám|điều Bác|biết|trực tiếp)\b",
        r"\b24\s*/\s*(?:24|7)\b|\b\d+\s*(?:tháng|ngày|giờ|phút)\b(?!\s*công)",
        r"\b\d+\s*năm\s+(?:ngày|thành lập|liên tục|liền|đầu|cuối|qua|tới|sau)",
    )
)
_EARLIER = re.compile(
    r"(?<!so với )\bnăm\s+(20\d\d)(?!\s*[-–])|\b(?:thực hiện|kết quả|ước)\s+(20\d\d)\b", re.IGNORECASE
)
_EARLIER_END = re.compile(r"[;,)](?!\d)|\b(?:phấn đấu|lên|xuống|năm 20\d\d|kế hoạch)\b", re.IGNORECASE)
_RISE = re.compile(
    rf"\btừ\s+(?:{NUMBER})(?:(?!trở)[^;,.\d]){{0,20}}(?:năm\s+20\d\d\s*)?(?=\s*(?:lên|xuống)\b)", re.IGNORECASE
)

_LEVEL = (
    r"(?:chủ tịch\s+)?(?:(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|BCĐ|Đảng ủy|Huyện ủy|Thị ủy|Thành ủy"
    r"|Tỉnh ủy|Nghị quyết)\s+)?"
    r"(?:thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|xã|phường|trung ương|cấp trên|cấp ủy|chính phủ|TP|TW"
    r"|nhà nước)"
    r"|HĐND|UBND|Đảng ủy"
)
ASSIGNED = rf"(?:chỉ tiêu\s+)?(?:{_LEVEL})\s+(?:đã\s+)?giao"  # "thị xã giao"
_ASSIGNER = re.compile(rf"(?<!\w)(?:{_LEVEL})(?=\s+(?:đã\s+)?giao(?!\s+(?:quân|thông|ước|lưu)))", re.IGNORECASE)
_NO_OTHER_WORDS = re.compile(
    r"[\s(:,]*(?:(?:chỉ tiêu|kế hoạch|dự toán|nghị quyết|so với|so|với|theo|do|mức|được|của|năm|\d{4}|đã|số|tổng"
    r"|các)[\s(:,]*)*",
    re.IGNORECASE,
)
_LEADS_TO = re.compile(
    r"\s*(?:đã\s+)?giao[\s:]*(?:(?:tổng|là|đạt|trên|từ|tối thiểu|ít nhất|cho|dưới|khoảng|số|giảm|còn|tăng)[\s:]*)*$",
    re.IGNORECASE,
)

_BEFORE: tuple[tuple[str, Comparator], ...] = (
    (r"(?:\b(?:ít nhất|tối thiểu|không dưới|không thấp hơn|đạt và vượt|từ trên)|>=|≥)[\s:]*(?:là\s*)?$", ">="),
    (r"(?:\b(?:không quá|tối đa|không vượt(?: quá)?)|<=|≤)[\s:]*(?:là\s*)?$", "<="),
    (r"(?:\b(?:trên|hơn|vượt)|>)\s*$", ">"),
    (r"(?:\bdưới|<)\s*$", "<"),
    (r"\b(?:khoảng|ước|xấp xỉ|gần)\s*(?:đạt\s*)?$", "khoảng"),  # "nhà nước đạt" holds no "ước đạt"
    (r"\b(?:còn|giảm còn|xuống còn|giảm xuống)\s*(?:dưới\s*)?$", "còn"),
    (r"\b(?:giảm|hạ (?:thấp )?(?:t[ỷỉ] lệ|t[ỷỉ] suất|mức|số))(?:(?!còn)[^,;:])*$", "giảm"),
)
_AROUND = 60  # letters on either side of a figure that say how it is meant
_AT_LEAST = re.compile(r"\s*[^,;()\d]{0,25}?\btrở lên")
_AT_MOST = re.compile(r"\s*[^,;()\d]{0,25}?\btrở xuống")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure with its unit, and where they stand in the text."""

    start: int
    end: int
    value: TargetValue


def figures(text: str, year: int | None = None) -> list[Figure]:
    """Every figure in one line, in order. ``year`` is the plan's: figures of earlier years are left out."""
    hidden = _hide(text, year)
    found = [figure for match in _FIGURE.finditer(hidden) if (figure := _figure(text, hidden, match))]
    return _assigned(hidden, _together(hidden, found))


def _together(text: str, found: list[Figure]) -> list[Figure]:
    """ "35 tỷ 500 triệu đồng" is one figure: 35,5 tỷ đồng."""
    out: list[Figure] = []
    for figure in found:
        last = out[-1] if out else None
        value = figure.value
        if (
            last
            and (last.value.unit, value.unit) == ("tỷ đồng", "triệu đồng")
            and not text[last.end : figure.start].strip()
        ):
            whole = (last.value.value or 0) + (value.value or 0) / 1000
            out[-1] = replace(last, end=figure.end, value=replace(last.value, value=round(whole, 6)))
        else:
            out.append(figure)
    return out


def _hide(text: str, year: int | None) -> str:
    earlier = _earlier_years(text, year)
    text = masked(text, [(start, end) for start, end, _ in quotes(text)])
    for pattern in _HIDDEN:
        text = pattern.sub(lambda found: "\ue001" * len(found[0]), text)
    return masked(text, [found.span() for found in _RISE.finditer(text)] + earlier)


def _earlier_years(text: str, year: int | None) -> list[tuple[int, int]]:
    """What follows "năm 2023" up to the end of its clause, when the plan is of 2024."""
    spans = []
    for found in _EARLIER.finditer(text):
        if year is not None and int(found[1] or found[2]) < year:
            end = _EARLIER_END.search(text, found.end())
            spans.append((found.start(), end.start() if end else len(text)))
    return spans


def _figure(text: str, hidden: str, match: re.Match[str]) -> Figure | None:
    low = parse_number(match["low"])
    high = parse_number(match["high"]) if match["high"] else None
    if low is None or (high is not None and high <= low):
        return None
    end = match.end() if match.group(0).rstrip()[-1:] != "%" else match.start() + len(match.group(0).rstrip()) - 1
    unit_match = UNIT.match(text, end)
    unit = unit_of(unit_match) if unit_match else ""
    before = hidden[max(0, match.start() - _AROUND) : match.start()]
    if not unit and not _stands_alone(before, hidden[end : end + _AROUND]):
        return None
    after = unit_match.end() if unit_match else end
    sign = _comparator(before, hidden[after : after + _AROUND])
    return Figure(match.start(), after, TargetValue(low, unit, sign, None, high))


def _stands_alone(before: str, after: str) -> bool:
    """A number without a unit counts when it is what the line says the indicator is to reach."""
    return bool(re.search(r"(?:\b(?:đạt|là)|:)\s*(?:từ\s*|trên\s*)?$", before)) and bool(
        re.match(r"\s*(?:[,.;)]|$|trở lên)", after)
    )


def _comparator(before: str, after: str) -> Comparator:
    if _AT_LEAST.match(after):
        return ">="
    if _AT_MOST.match(after):
        return "<="
    before = re.split(r"[;]|\d", before)[-1].lower()
    return next((sign for pattern, sign in _BEFORE if re.search(pattern, before)), "=")


def _assigned(text: str, found: list[Figure]) -> list[Figure]:
    """Gives each figure its assigner: the one that leads to it ("thị xã giao: 10ha"), which goes on for the figures
    after it up to the next ";", or the one that follows it ("65% chỉ tiêu thị xã giao")."""
    names = list(_ASSIGNER.finditer(text))
    starts = [name.start() for name in names]
    out: list[Figure] = []
    current, last = None, 0
    for index, figure in enumerate(found):
        limit = found[index + 1].start if index + 1 < len(found) else len(text)
        before = names[bisect_left(starts, last) : bisect_left(starts, figure.start)]
        if ";" in text[last : figure.start]:
            current = None
        if before:
            leads = _LEADS_TO.match(text[before[-1].end() : figure.start])
            current = _name(before[-1]) if leads else None
        after = next(iter(names[bisect_left(starts, figure.end) : bisect_left(starts, limit)]), None)
        given = current
        if after is not None and not _leads_to_next(text, after, limit):
            given = _name(after) if _NO_OTHER_WORDS.fullmatch(text[figure.end : after.start()]) else current
        out.append(replace(figure, value=replace(figure.value, assigned_by=given)))
        last = figure.end
    return out


def _leads_to_next(text: str, name: re.Match[str], limit: int) -> bool:
    return limit < len(text) and bool(_LEADS_TO.match(text[name.end() : limit]))


def _name(found: re.Match[str]) -> str:
    """The assigner as written, a level's name at the head of a sentence in small letters."""
    words = found[0].split()
    common = fold(words[0]) in {"thanh", "thi", "tinh", "huyen", "quan", "xa", "phuong", "cap", "trung", "dac", "chu"}
    return " ".join([words[0][:1].lower() + words[0][1:] if common else words[0], *words[1:]])
