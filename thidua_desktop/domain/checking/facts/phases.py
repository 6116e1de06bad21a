"""The đợt of the year: gaps, overlaps, report deadlines, occasions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from ...plan.plans import Phase
from ...plan.year_strip import OCCASION_DAY
from ...vietnamese import format_date
from ..findings import Finding
from ..paper import Paper, real_day

_COUNT = re.compile(r"\b(?:\d{1,2}|hai|ba|bốn)[ \t]*(?:\([^)\n]{1,8}\)[ \t]*)?đợt\b")
_CELEBRATED = re.compile(
    r"(?:chào mừng|kỷ niệm|lập thành tích)[^\n.;]{0,120}?(?P<occasion>[Nn]gày[^\n.;(]{3,80}"
    r"\([ \t]*\d{1,2}/\d{1,2}/\d{4}[ \t]*[-–][ \t]*(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})\))"
)
_Dated = tuple[Phase, date, date]


def _dated(paper: Paper) -> list[_Dated]:
    """Phases with both days, earliest first; what ends before it begins is told by :func:`phase_reversed`."""
    found = [
        (phase, date.fromisoformat(phase.start), date.fromisoformat(phase.end))
        for phase in paper.plan.phases
        if phase.start and phase.end and phase.start <= phase.end
    ]
    return sorted(found, key=lambda one: (one[1], one[2]))


def _after(day: date, days: int) -> date:
    """The day so many days later (or earlier); the calendar's own ends stay where they are."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def _vn(day: date) -> str:
    return format_date(day.isoformat())


def _day_span(paper: Paper, day: date, near: str = "") -> tuple[int, int] | None:
    """Where a day is written, on a line that holds ``near`` if there is one."""
    written = re.compile(
        rf"(?<![\d/.,-])(?:0?{day.day}[/.-]0?{day.month}[/.-]{day.year}(?!\d)"
        rf"|0?{day.day}[ \t]+tháng[ \t]+0?{day.month}[ \t]+năm[ \t]+{day.year}(?!\d)"
        rf"|0?{day.day}/0?{day.month}(?![\d/]))"
    )
    places = [found.span() for found in written.finditer(paper.text)]
    good = [span for span in places if near in paper.text[slice(*paper.line_span(span[0]))].lower()]
    return next(iter(good or places), None)


def _phase_span(paper: Paper, phase: Phase, day: date) -> tuple[int, int] | None:
    """Where a day of the phase is written; where the phase is named, when its days are told by months only."""
    return _day_span(paper, day, near=phase.name.lower()) or paper.find(phase.name)


def _from_name(paper: Paper, phase: Phase, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The span from the name of its phase on, when that stands before it: "Đợt 2 (từ ngày 15/7/2026"."""
    if span is None:
        return None
    before = re.search(rf"{re.escape(phase.name)}[^\n.;\d]{{0,20}}\Z", paper.text[: span[0]], re.IGNORECASE)
    return (before.start(), span[1]) if before else span


def _clause_span(paper: Paper, span: tuple[int, int] | None) -> tuple[int, int] | None:
    """The span with the words of its clause before it: "Hạn chót gửi báo cáo: 25/12/2024"."""
    if span is None:
        return None
    before = re.search(r"[^\n.;()]{0,60}\Z", paper.text[: span[0]])
    words = before.group() if before else ""
    return span[0] - len(words.lstrip(" \t-–+•")), span[1]


def phase_reversed(paper: Paper) -> Iterator[Finding]:
    """A phase begins before it ends."""
    for phase in paper.plan.phases:
        if phase.start and phase.end and phase.end < phase.start:
            yield paper.finding(
                "PHASE_REVERSED",
                "error",
                _phase_span(paper, phase, date.fromisoformat(phase.start)),
                f"{phase.name}: ngày kết thúc {format_date(phase.end)} trước ngày bắt đầu {format_date(phase.start)}.",
                "Sửa lại ngày của đợt.",
            )


def phase_gap(paper: Paper) -> Iterator[Finding]:
    """The phases follow one another without a day between them."""
    phases = _dated(paper)
    for place, (after, start, _) in enumerate(phases[1:], start=1):
        before, _, end = max(phases[:place], key=lambda one: one[2])
        first, last = _after(end, 1), _after(start, -1)
        if first > last:
            continue
        counted = _COUNT.search(paper.text)
        open_days = f"Từ {_vn(first)} đến {_vn(last)}" if first < last else f"Ngày {_vn(first)}"
        yield paper.finding(
            "PHASE_GAP",
            "warning",
            counted.span() if counted else _from_name(paper, after, _phase_span(paper, after, start)),
            f"{open_days} không thuộc đợt nào (giữa {before.name} và {after.name}).",
            "Kéo dài đợt trước hoặc cho đợt sau bắt đầu sớm hơn, nếu không cố ý để trống.",
        )


def phase_overlap(paper: Paper) -> Iterator[Finding]:
    """No day belongs to two phases, unless one phase lies wholly within another (a campaign within the year)."""
    phases = _dated(paper)
    for (before, _, end), (after, start, after_end) in pairwise(phases):
        if start > end or after_end <= end or _are_quarters(before, after):
            continue
        yield paper.finding(
            "PHASE_OVERLAP",
            "warning",
            _phase_span(paper, after, start) or _phase_span(paper, before, end),
            f"Từ {_vn(start)} đến {_vn(end)} vừa thuộc {before.name} vừa thuộc {after.name}.",
            "Sửa ngày để hai đợt nối tiếp nhau.",
        )


def _are_quarters(*phases: Phase) -> bool:
    """Whether these are parts of the calendar with what is done in them ("Quý II: sơ kết 6 tháng"), not phases."""
    return all(phase.name.lower().startswith(("quý", "tháng")) for phase in phases)


def report_deadline(paper: Paper) -> Iterator[Finding]:
    """A phase is reported on after its end, and not long after."""
    allowed = paper.rules.report_late_days
    for phase in paper.plan.phases:
        if not phase.end or not phase.report_deadline:
            continue
        end, deadline = date.fromisoformat(phase.end), date.fromisoformat(phase.report_deadline)
        place = _clause_span(paper, _day_span(paper, deadline, near="báo cáo"))
        if deadline < end:
            yield paper.finding(
                "REPORT_BEFORE_END",
                "warning",
                place,
                f"Hạn báo cáo {_vn(deadline)} trước ngày kết thúc {phase.name} ({_vn(end)}).",
                "Lùi hạn báo cáo, hoặc ghi rõ số liệu tính đến ngày nào.",
            )
        elif allowed and (deadline - end).days > allowed:
            yield paper.finding(
                "REPORT_DEADLINE_LATE",
                "warning",
                place,
                f"Hạn báo cáo {_vn(deadline)} sau ngày kết thúc {phase.name} ({_vn(end)}) "
                f"tới {(deadline - end).days} ngày.",
                "Kiểm tra lại hạn báo cáo và ngày kết thúc đợt.",
            )


def event_outside_phase(paper: Paper) -> Iterator[Finding]:
    """An occasion lies in its phase or shortly after it (work towards a day ends before the day).

    Where the occasion tells no day, the table of days that are celebrated does.
    """
    for phase, start, end in _dated(paper):
        for occasion in phase.occasions:
            days = [(int(d), int(m)) for d, m, _ in OCCASION_DAY.findall(occasion)] or _known_days(paper, occasion)
            if not days or _fits(days[-1], start, _after(end, paper.rules.occasion_days_after)):
                continue
            day, month = days[-1]
            yield paper.finding(
                "EVENT_OUTSIDE_PHASE",
                "warning",
                paper.find(occasion) or paper.find(f"({day}/{month})"),
                f"Ngày {day}/{month} không nằm trong {phase.name} ({_vn(start)} đến {_vn(end)}).",
                "Chuyển ngày kỷ niệm sang đợt khác hoặc sửa ngày của đợt.",
            )


def event_outside_only_phase(paper: Paper) -> Iterator[Finding]:
    """Where the plan is one phase that names no occasions, what the paper celebrates this year lies in that phase."""
    phases = _dated(paper)
    if len(paper.plan.phases) != 1 or not phases or phases[0][0].occasions:
        return
    _, start, end = phases[0]
    for found in _CELEBRATED.finditer(paper.text):
        day, month, year = int(found["day"]), int(found["month"]), int(found["year"])
        if year != start.year or _fits((day, month), start, _after(end, paper.rules.occasion_days_after)):
            continue
        yield paper.finding(
            "EVENT_OUTSIDE_PHASE",
            "warning",
            found.span("occasion"),
            f"Ngày {day}/{month} không nằm trong thời gian thi đua ({_vn(start)} đến {_vn(end)}).",
            "Bỏ ngày kỷ niệm này hoặc sửa thời gian thi đua.",
        )


def _known_days(paper: Paper, occasion: str) -> list[tuple[int, int]]:
    words = " ".join(occasion.lower().split())
    known = [one.day.split("/") for one in paper.rules.occasions if any(name in words for name in one.names)]
    return [(int(day), int(month)) for day, month in known] if len(known) == 1 else []


def _fits(day_and_month: tuple[int, int], start: date, last: date) -> bool:
    """Whether that day of some year lies between the two days; a day that is none is told elsewhere."""
    day, month = day_and_month
    days = [real_day(year, month, day) for year in range(start.year, last.year + 1)]
    return not any(days) or any(start <= one <= last for one in days if one)
