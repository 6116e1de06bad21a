"""The phases (đợt) of the year: dates, report deadline, occasions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...domain.plan.plans import Phase
from ...domain.vietnamese import fold
from ..patterns import iso_date, simple
from .occasions import occasions
from .phase_days import Span, time_span
from .phase_tables import phases_in_tables
from .target_tables import SEPARATOR

_NAME = re.compile(
    r"\b(?P<name>(?:đợt|giai đoạn)\s+(?:thứ\s+)?(?:\d{1,2}|[IVX]+|nhất|hai|ba|bốn|một)(?!\w))(?!\s*[-–]\s*\d{4})",
    re.IGNORECASE,
)
_OTHER_ROUND = re.compile(r"\b(?:xet|khen|ho so|giai ngan|thanh toan|cham diem|tuyen quan|tham dinh)\b[^.;]*$")
_OTHER_TIME = re.compile(r"\b(?:ho so|xet khen|nhan bao cao|dang ky thi dua)\b")
_OPENING = 60
_NEAR_HEAD = 25  # letters before the name of a phase that heads its paragraph: "1. ", "Thi đua cao điểm "
_DAY = re.compile(
    r"(?:ngày\s*)?(?P<d>\d{1,2})\s*(?:/|\.|-|\s+tháng\s+)\s*(?P<m>\d{1,2})(?:\s*(?:/|\.|-|\s+năm\s+)\s*(?P<y>\d{4}))?",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"(?:hạn\s+(?:chót|cuối|gửi|nộp|báo cáo)|gửi\s+(?:về|báo cáo|kết quả|hồ sơ)|nộp\s+báo cáo"
    r"|báo cáo[^.;]{0,80}?(?:trước|chậm nhất|về|đến)"
    r"|chậm nhất|thời hạn|trước\s+ngày)",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\b(bao cao|gui|nop|han)\b")
_SUMMED_UP = re.compile(r"(?<!hoi nghi )(?<!le )\b(?:so ket|tong ket)\b[^.;\d]{0,40}$")  # "Sơ kết trước ngày 10/7"
_FIRST_HALF = re.compile(r"\b(so ket|6 thang|sau thang|giua nam)\b")
_WHOLE_YEAR = re.compile(r"\b(tong ket|ca nam|cuoi nam|nam)\b")
_TIME = re.compile(r"\b(thoi gian|dot cao diem|dot thi dua|phat dong tu)\b")
_ROUNDS = re.compile(r"\bcac dot\b|\bdot thi dua\b|\bthoi gian\b")
_TOLD_AFTER = re.compile(  # "trước ngày 05/7 đối với đợt 1"
    rf"(?:trước|chậm nhất|hạn)[^\d;.]{{0,30}}{_DAY.pattern}\s*[,(]?\s*(?:đối với|cho|của)\s+(?:báo cáo\s+)?"
    rf"{_NAME.pattern}",
    re.IGNORECASE,
)
_FARTHEST = 6  # lines below the last phase in which a deadline for all of them may stand


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    text: str
    span: Span
    place: int


def find_phases(texts: list[str], year: int | None) -> tuple[Phase, ...]:
    """The phases named "Đợt n" with their dates; without such a name those in a table or a list under "các đợt", else
    the one stretch of time the plan runs for."""
    named = _named(texts, year)
    if in_tables := phases_in_tables(texts, year):
        return in_tables
    named = named or _listed(texts, year)
    if not named:
        return _single(texts, year)
    phases = [Phase(found.name, *found.span, None, tuple(occasions(found.text))) for found in named]
    around = texts[max(0, named[0].place - 1) : named[-1].place + _FARTHEST]
    shared = _with_shared_deadlines(phases, around, year)
    told = _told_after(texts, year)
    if not told and shared != phases:
        return tuple(shared)
    own = [_deadline(_TOLD_AFTER.sub("", found.text), year, found.span[1]) for found in named]
    dated = [replace(p, report_deadline=told.get(fold(p.name), day)) for p, day in zip(phases, own, strict=True)]
    return tuple(_with_own_deadlines(dated, texts, year))


def _named(texts: list[str], year: int | None) -> list[_Found]:
    """Each "Đợt n" with the text up to the next one; the first mention with dates counts."""
    found: dict[str, _Found] = {}
    for index, text in enumerate(texts):
        names = list(_NAME.finditer(text))
        for place, name in enumerate(names):
            if _OTHER_ROUND.search(simple(text[: name.start()])):
                continue
            end = names[place + 1].start() if place + 1 < len(names) else len(text)
            own = text[name.start() : end]
            heads = name.start() <= _NEAR_HEAD
            if place + 1 == len(names) and heads:
                own = "\n".join([own, *_below(texts, index + 1, fold(name["name"]))])
            span = time_span(own.split("\n")[0], year) or (time_span(own, year) if heads else None)
            span = span or (time_span(text[: name.start()], year) if len(names) == 1 else None)
            key = fold(name["name"])
            if span and key not in found:
                found[key] = _Found(name["name"][:1].upper() + name["name"][1:], own, span, index)
    return list(found.values())


def _below(texts: list[str], start: int, phase: str = "") -> list[str]:
    """The lines that go on speaking of the phase (its name folded): until another one is named, at most six."""
    out: list[str] = []
    for text in texts[start : start + _FARTHEST]:
        if any(fold(other["name"]) != phase for other in _NAME.finditer(text)) or _is_heading_like(text):
            break
        out.append(text)
    return out


def _is_heading_like(text: str) -> bool:
    return bool(re.match(r"\s*(?:[IVX]+|\d{1,2})\s*[.)]\s", text)) or (text.upper() == text and len(text) > 8)


def _listed(texts: list[str], year: int | None) -> list[_Found]:
    """Phases without a number, one after the other under a caption that speaks of them."""
    for index, text in enumerate(texts):
        if not _ROUNDS.search(fold(text)) or time_span(text, year):
            continue
        found: list[_Found] = []
        for place, below in enumerate(texts[index + 1 :], index + 1):
            span = time_span(below, year)
            if not found and span is None and below.rstrip().endswith(":"):
                continue
            if span is None or span[1] is None:
                break
            found.append(_Found(_called(below, len(found) + 1), below, span, place))
        if len(found) > 1:
            return found
    return []


def _called(text: str, number: int) -> str:
    words = re.sub(r"^\W*(?:\d{1,2}|[a-z])[.)]\s*", "", re.split(r"[:(]|,?\s+từ\s", text)[0]).strip(" -–+.")
    return words if 3 <= len(words) <= 80 else f"Đợt {number}"


def _single(texts: list[str], year: int | None) -> tuple[Phase, ...]:
    for index, text in enumerate(texts):
        span = time_span(text, year, written=True) if SEPARATOR not in text else None
        named = _TIME.search(fold(text)) or (index and _TIME.search(fold(texts[index - 1])))
        if span and span[1] and named and not _OTHER_TIME.search(fold(text[:_OPENING])):
            whole = "\n".join([text, *_below(texts, index + 1)])
            return (Phase("Cả đợt", *span, _deadline(whole, year, span[1]), tuple(occasions(text))),)
    return ()


def _deadline(text: str, year: int | None, end: str | None) -> str | None:
    """The day by which the report is due."""
    for found in _DEADLINE.finditer(text):
        around = text[max(0, found.start() - 80) : found.end() + 10]
        summed_up = "\n" not in text[: found.start()] and _SUMMED_UP.search(simple(text[: found.start()]))
        if not summed_up and not _REPORT.search(fold(around)):
            continue
        day = _DAY.search(re.split(r"[;\n]", text[found.end() :])[0])
        if day is None and "trước ngày" in found[0].lower():
            day = _DAY.search(text[found.start() :])
        if day:
            return _iso(day, int(end[:4]) if end else year)
    return None


def _told_after(texts: list[str], year: int | None) -> dict[str, str | None]:
    """The deadlines that stand before the name of their phase, by that name folded."""
    told = (found for text in texts if _REPORT.search(simple(text)) for found in _TOLD_AFTER.finditer(text))
    return {fold(found["name"]): _iso(found, year) for found in told}


def _iso(day: re.Match[str], year: int | None) -> str | None:
    of_year = int(day["y"]) if day["y"] else year
    return iso_date(int(day["d"]), int(day["m"]), of_year) if of_year else None


def _with_own_deadlines(phases: list[Phase], texts: list[str], year: int | None) -> Iterator[Phase]:
    """Deadlines given in a sentence of its own: "báo cáo đợt 1 trước ngày 15/6, đợt 2 trước ngày 15/12"."""
    for phase in phases:
        deadline = phase.report_deadline
        mentions = _mentions(phase, texts) if deadline is None else ()
        deadline = deadline or next((day for piece in mentions if (day := _named_day(piece, year))), None)
        yield replace(phase, report_deadline=deadline)


def _mentions(phase: Phase, texts: list[str]) -> Iterator[str]:
    """What follows each mention of a phase, up to the next phase, in texts that speak of reports."""
    name = re.compile(rf"\b{re.escape(fold(phase.name))}(?!\w)")
    for text in texts:
        folded = simple(text)
        for found in name.finditer(folded) if _REPORT.search(folded) else ():
            yield re.split(r"\b(?:đợt|giai đoạn)\s", text[found.end() :], flags=re.IGNORECASE)[0]


def _named_day(piece: str, year: int | None) -> str | None:
    day = re.search(rf"(?:trước|chậm nhất|hạn|là|:)[^\d;.]{{0,30}}{_DAY.pattern}", piece, re.IGNORECASE)
    return _iso(day, year) if day and not time_span(piece, year) else None


def _with_shared_deadlines(phases: list[Phase], around: list[str], year: int | None) -> list[Phase]:
    """Deadlines of all phases in one sentence beside them: "trước ngày 15/6 và 15/11", "sơ kết trước …, tổng kết …"."""
    if len(phases) < 2:
        return phases
    for sentence in (one for text in around for one in re.split(r"\.\s+(?=[^\W\d_])|\n", text)):
        if not _REPORT.search(fold(sentence)) or not _DEADLINE.search(sentence) or time_span(sentence, year):
            continue
        days = list(_DAY.finditer(sentence))
        if len(days) == len(phases):
            dated = [_iso(day, int(days[-1]["y"]) if days[-1]["y"] else year) for day in days]
            return [replace(phase, report_deadline=day) for phase, day in zip(phases, dated, strict=True)]
        if len(days) == 2:
            return _first_and_last(phases, sentence, days, year)
    return phases


def _first_and_last(phases: list[Phase], sentence: str, days: list[re.Match[str]], year: int | None) -> list[Phase]:
    """ "Sơ kết 6 tháng" is of the phase that ends with the half-year, "tổng kết năm" of the last one."""
    first, last = sentence[: days[0].start()], sentence[days[0].end() : days[1].start()]
    if not _FIRST_HALF.search(fold(first)) or not _WHOLE_YEAR.search(fold(last)):
        return phases
    half = next((i for i, phase in enumerate(phases) if phase.end and phase.end[5:7] == "06"), None)
    given = {half: _iso(days[0], year), len(phases) - 1: _iso(days[1], year)}
    return [replace(p, report_deadline=given.get(i, p.report_deadline)) for i, p in enumerate(phases)]
