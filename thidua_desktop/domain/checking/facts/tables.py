"""The plan's tables against its text: a figure or a day corrected in one of them only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...figures.places import standings
from ...plan.plans import Target
from ...vietnamese import NUMBER_WORDS, fold, format_date, format_number, parse_number
from ..findings import Finding, Place
from ..paper import NUMBER, Paper

_NUMBER = re.compile(NUMBER)
_IN_TWO_PARTS = re.compile(rf"({NUMBER})\s*(?:tỷ|tỉ)(?:\s*đồng)?\s+({NUMBER})\s*triệu", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*(?:[/.-]|\s+tháng\s+)\s*(\d{1,2})(?!\d)")
_WHOLE_MONTHS = re.compile(
    r"(?<!\d )(?:tháng|quý)\s+(?:\d|[ivx])|(?:đầu|giữa|cuối|hết)\s+(?:năm|quý|tháng)|tháng\s+(?:đầu|cuối)",
    re.IGNORECASE,
)
_UNNAMED = "Chỉ tiêu “{}” có trong bảng nhưng văn bản chưa nhắc tới."
_PUT_IN = "Đưa chỉ tiêu vào văn bản (bấm “Đưa vào văn bản…” ở bảng chỉ tiêu), hoặc xóa dòng ấy khỏi bảng."
_ADVICE = "Bản in lấy câu chữ của văn bản: sửa câu đó cho khớp, hoặc sửa lại bảng."


def target_differs_from_text(paper: Paper) -> Iterator[Finding]:
    """A target's figure in the table that its own words in the text do not hold; a target the text does not name.

    A sentence that is there no more (taken out of the text, or by a file that was edited elsewhere) names it as little.
    """
    folded = fold(paper.text)
    is_gone = [bool(paper.plan.sections) and one.standing == "nowhere" for one in standings(paper.plan)]
    for row, target in enumerate(paper.plan.targets):
        if not target.quote or is_gone[row]:
            if target.indicator and fold(target.indicator) not in folded:
                place = Place("plan_targets", "bảng chỉ tiêu", row=row)
                told = _UNNAMED.format(target.indicator)
                yield paper.finding("TABLE_DIFFERS", "warning", None, told, _PUT_IN, place=place)
            continue
        other = _not_written(target)
        span = paper.find(target.quote)
        if other and span:
            told = ", ".join(format_number(value) for value in other)
            yield _finding(paper, span, f"Bảng chỉ tiêu ghi {told}, câu trong văn bản không có số này.")


def phase_differs_from_text(paper: Paper) -> Iterator[Finding]:
    """A day of a phase in the table that stands nowhere in the text, although the text gives days for that phase."""
    written = set(_days(paper.text))
    for phase in paper.plan.phases:
        span = paper.find(phase.name)
        line = paper.text[slice(*paper.line_span(span[0]))] if span else ""
        if not _days(line) or _WHOLE_MONTHS.search(line):
            continue
        days = [day for day in (phase.start, phase.end, phase.report_deadline) if day]
        other = [day for day in days if (int(day[8:]), int(day[5:7])) not in written]
        if other:
            told = ", ".join(format_date(day) for day in other)
            yield _finding(paper, span, f"Bảng đợt thi đua ghi {told} cho {phase.name}, văn bản không có ngày này.")


def _not_written(target: Target) -> list[float]:
    """The figures of the table that the words of the target do not hold; none when those hold no figure at all."""
    written = {parse_number(number) for number in _NUMBER.findall(target.quote)} | set(_sums(target.quote))
    figures = [figure for value in target.values for figure in (value.value, value.value_to) if figure is not None]
    left = [figure for figure in figures if figure not in written] if written else []
    return [figure for figure in left if figure not in _in_words(target.quote)]


def _sums(text: str) -> Iterator[float]:
    """ "35 tỷ 500 triệu đồng" is the figure 35,5 tỷ đồng."""
    for whole, rest in _IN_TWO_PARTS.findall(text):
        yield round((parse_number(whole) or 0) + (parse_number(rest) or 0) / 1000, 6)


def _in_words(text: str) -> set[float]:
    """ "ít nhất một mô hình" holds the figure 1."""
    words = set(re.findall(r"\w+", text.lower()))
    return {float(number) for number, word in enumerate(NUMBER_WORDS, start=1) if word in words}


def _days(text: str) -> list[tuple[int, int]]:
    return [(int(day), int(month)) for day, month in _DAY.findall(text)]


def _finding(paper: Paper, span: tuple[int, int] | None, message: str) -> Finding:
    return paper.finding("TABLE_DIFFERS", "warning", span, message, _ADVICE)
