"""The phases (đợt) of the year: dates, report deadline, occasions."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass

from ..domain.plans import Phase
from ..domain.vietnamese import fold
from .patterns import iso_date, simple

_NAME = re.compile(
    r"\b(?P<name>(?:đợt|giai đoạn)\s+(?:thứ\s+)?(?:\d{1,2}|[IVX]+|nhất|hai|ba|bốn|một)(?!\w))(?!\s*[-–]\s*\d{4})",
    re.IGNORECASE,
)
_D = (
    r"(?:ngày\s*)?(?P<d{n}>\d{{1,2}})\s*(?:/|\.|-|\s+tháng\s+)\s*(?P<m{n}>\d{{1,2}})(?:\s*(?:/|\.|-"
    r"|\s+năm\s+)\s*(?P<y{n}>\d{{4}}))?"
)
_M = r"(?:đầu\s+|hết\s+|cuối\s+)?tháng\s*(?P<m{n}>\d{{1,2}})(?:\s*(?:/|năm)\s*(?P<y{n}>\d{{4}}))?"
_RANGE = re.compile(rf"(?:từ\s*)?{_D.format(n=1)}\s*(?:đến|tới|-|–)\s*(?:hết\s+)?{_D.format(n=2)}", re.IGNORECASE)
_MONTHS = re.compile(rf"từ\s+{_M.format(n=1)}\s*(?:đến|tới|-|–)\s*(?:hết\s+)?{_M.format(n=2)}", re.IGNORECASE)
_Q = r"quý\s+(?P<q{n}>IV|I{{1,3}}|[1-4])(?!\w)"
_QUARTERS = re.compile(
    rf"{_Q.format(n=1)}(?:\s*(?:,|và|đến|tới|-|–)\s*{_Q.format(n=2)})?(?:\s*(?:/|,?\s*năm)\s*(?P<y>\d{{4}}))?",
    re.IGNORECASE,
)
_QUARTER = {"I": 1, "II": 2, "III": 3, "IV": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_FROM_NOW = re.compile(
    rf"từ\s+(?:nay|ngày\s+(?:ban hành|phát động|ký)[^;.]{{0,30}}?|khi\s+\w+[^;.]{{0,20}}?)\s*(?:đến"
    rf"|tới)\s*(?:hết\s+)?{_D.format(n=2)}",
    re.IGNORECASE,
)
_DAY = re.compile(_D.format(n=1), re.IGNORECASE)
_DEADLINE = re.compile(
    r"(?:hạn\s+(?:chót|cuối|gửi|nộp|báo cáo)|gửi\s+(?:về|báo cáo|kết quả|hồ sơ)|nộp\s+báo cáo"
    r"|báo cáo[^.;]{0,80}?(?:trước|chậm nhất|về|đến)"
    r"|chậm nhất|thời hạn|trước\s+ngày)",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\b(bao cao|so ket|tong ket|gui|han)\b")
_OCCASION_WORDS = re.compile(r"\b(chao mung|ky niem|nhan dip|huong toi|lap thanh tich)\b")
_OCCASION_BREAK = re.compile(r";|,\s+(?=(?:chào mừng|kỷ niệm|ngày|tiến tới|\d+ năm|lập thành tích))", re.IGNORECASE)
_OCCASION_LEAD = re.compile(r"^(?:.*?\b(?:chào mừng|kỷ niệm|nhân dịp)\s+)+", re.IGNORECASE)
_OWN_DATES = re.compile(rf"^.{{0,40}}?{_RANGE.pattern}", re.IGNORECASE)
_DATED = re.compile(r"\(\s*\d{1,2}/\d{1,2}(?:/\d{4})?(?:\s*[-–]\s*\d{1,2}/\d{1,2}/\d{4})?\s*\)")
_TIME = re.compile(r"\bthoi gian\b|\bdot cao diem\b|\bdot thi dua\b")


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    text: str
    start: str | None
    end: str | None


def find_phases(texts: list[str], year: int | None) -> tuple[Phase, ...]:
    """The phases named "Đợt n" with their dates; without such a name, the one stretch of time the plan runs for."""
    named = _named(texts, year)
    if not named:
        return _single(texts, year)
    phases = [
        Phase(found.name, found.start, found.end, _deadline(found.text, year, found.end), tuple(_occasions(found.text)))
        for found in named
    ]
    return tuple(_with_shared_deadlines(phases, texts, year))


def _named(texts: list[str], year: int | None) -> list[_Found]:
    """Each "Đợt n" with the text up to the next one; the first mention with dates counts."""
    found: dict[str, _Found] = {}
    for index, text in enumerate(texts):
        names = list(_NAME.finditer(text))
        for place, name in enumerate(names):
            end = names[place + 1].start() if place + 1 < len(names) else len(text)
            own = text[name.start() : end]
            if place + 1 == len(names):
                own = "\n".join([own, *_below(texts, index + 1)])
            dates = _range(own.split("\n")[0], year) or _range(own, year)
            key = fold(name["name"])
            if dates and (key not in found):
                found[key] = _Found(name["name"][:1].upper() + name["name"][1:], own, *dates)
    return list(found.values())


def _below(texts: list[str], start: int) -> list[str]:
    """The lines that go on speaking of the phase: until another one is named, at most six."""
    out: list[str] = []
    for text in texts[start : start + 6]:
        if _NAME.search(text) or _is_heading_like(text):
            break
        out.append(text)
    return out


def _is_heading_like(text: str) -> bool:
    return bool(re.match(r"\s*(?:[IVX]+|\d{1,2})\s*[.)]\s", text)) or (text.upper() == text and len(text) > 8)


def _single(texts: list[str], year: int | None) -> tuple[Phase, ...]:
    for index, text in enumerate(texts):
        dates = _range(text, year)
        named = _TIME.search(fold(text)) or (index and _TIME.search(fold(texts[index - 1])))
        if dates and dates[1] and named:
            whole = "\n".join([text, *_below(texts, index + 1)])
            return (Phase("Cả đợt", dates[0], dates[1], _deadline(whole, year, dates[1]), tuple(_occasions(text))),)
    return ()


def _range(text: str, year: int | None) -> tuple[str | None, str | None] | None:
    if found := _RANGE.search(text):
        y2 = int(found["y2"]) if found["y2"] else year
        y1 = int(found["y1"]) if found["y1"] else y2
        if y1 and y2:
            return iso_date(int(found["d1"]), int(found["m1"]), y1), iso_date(int(found["d2"]), int(found["m2"]), y2)
    if found := _MONTHS.search(text):
        y2 = int(found["y2"]) if found["y2"] else year
        y1 = int(found["y1"]) if found["y1"] else y2
        m1, m2 = int(found["m1"]), int(found["m2"])
        if y1 and y2 and 1 <= m1 <= 12 and 1 <= m2 <= 12:
            return iso_date(1, m1, y1), iso_date(calendar.monthrange(y2, m2)[1], m2, y2)
    if found := _QUARTERS.search(text):
        of_year = int(found["y"]) if found["y"] else year
        q1, q2 = (_QUARTER.get((found[k] or found["q1"]).upper(), 0) for k in ("q1", "q2"))
        if of_year and 1 <= q1 <= q2:
            last = 3 * q2
            return iso_date(1, 3 * q1 - 2, of_year), iso_date(calendar.monthrange(of_year, last)[1], last, of_year)
    if (found := _FROM_NOW.search(text)) and (found["y2"] or year):
        return None, iso_date(int(found["d2"]), int(found["m2"]), int(found["y2"] or year or 0))
    return None


def _deadline(text: str, year: int | None, end: str | None) -> str | None:
    """The day by which the report is due."""
    for found in _DEADLINE.finditer(text):
        around = text[max(0, found.start() - 80) : found.end() + 10]
        if not _REPORT.search(fold(around)):
            continue
        day = _DAY.search(re.split(r"[;\n]", text[found.end() :])[0])
        if day is None and "trước ngày" in found[0].lower():
            day = _DAY.search(text[found.start() :])
        if day:
            y = int(day["y1"]) if day["y1"] else (int(end[:4]) if end else year)
            if y:
                return iso_date(int(day["d1"]), int(day["m1"]), y)
    return None


def _with_shared_deadlines(phases: list[Phase], texts: list[str], year: int | None) -> list[Phase]:
    """Deadlines given in a sentence of its own: "báo cáo đợt 1 trước ngày 15/6, đợt 2 trước ngày 15/12"."""
    out = []
    for phase in phases:
        deadline = phase.report_deadline
        name = re.compile(rf"\b{re.escape(fold(phase.name))}(?!\w)")
        for text in texts if deadline is None else ():
            folded = simple(text)
            found = name.search(folded)
            if not found or not _REPORT.search(folded):
                continue
            piece = re.split(r"\bđợt\s", text[found.end() :], flags=re.IGNORECASE)[0]
            day = re.search(rf"(?:trước|chậm nhất|hạn|là|:)[^\d;.]{{0,30}}{_D.format(n=1)}", piece, re.IGNORECASE)
            y = (int(day["y1"]) if day["y1"] else year) if day else None
            if day and y and not _RANGE.search(piece):
                deadline = iso_date(int(day["d1"]), int(day["m1"]), y)
                break
        out.append(Phase(phase.name, phase.start, phase.end, deadline, phase.occasions))
    return out


def _occasions(text: str) -> list[str]:
    """The anniversaries and holidays a phase is held for."""
    out = []
    for sentence in re.split(r"\n|(?<=[.:])\s+(?=[A-ZĐ])", text):
        for piece in _OCCASION_BREAK.split(_OWN_DATES.sub("", sentence)):
            words = _OCCASION_LEAD.sub("", piece.strip(" .,;:-"))
            if (_OCCASION_WORDS.search(fold(piece)) or _DATED.search(piece)) and 3 <= len(words) <= 200:
                out.append(words.strip(" .,;:-()") + (")" if words.rstrip(" .,;:-").endswith(")") else ""))
    return out
