"""Days that are celebrated: their day and the years they count, by the table of ``resources/checking``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...legal_acts import CHECKED_MARK
from ..findings import Finding
from ..paper import Paper
from ..rules import Occasion

_BETWEEN = r"(?:[ \t]+(?:ngày|lễ|chiến thắng|lịch sử|cuộc))*[ \t]+"
_COUNTED = rf"(?<!\d)(?P<count>\d{{1,3}})[ \t]+năm{_BETWEEN}"
_DAY = (
    r"(?:(?:[ \t]+Việt[ \t]+Nam)?[ \t]*[(,]?[ \t]*(?:ngày[ \t]+)?"
    r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})(?:[/-](?P<year>\d{4}))?(?!\d))"
)
# A word that goes on after the name makes another name of it: "thành lập Đảng bộ tỉnh".
_ENDS = r"(?![ \t]+(?!Việt|nước|ngày|năm|và|của|vào|trong|gắn|với|đến|cùng)[^\W\d_])"
_BOTH_DAYS = re.compile(r"[^\n.;]{0,60}?\d{4}[ \t]*[-–]")


def occasions(paper: Paper) -> Iterator[Finding]:
    """A known day is celebrated on its day, and "80 năm Quốc khánh" counts the years to the plan's year."""
    for occasion in paper.rules.occasions:
        if not any(name in paper.lowered for name in occasion.names):
            continue
        names = "|".join(r"[ \t]+".join(map(re.escape, name.split())) for name in occasion.names)
        counted_or_named = rf"(?:{_COUNTED}|(?<!\w)(?:ngày|lễ)[ \t]+)"
        pattern = re.compile(rf"{counted_or_named}(?P<name>{names})(?!\w){_ENDS}{_DAY}?", re.IGNORECASE)
        for found in pattern.finditer(paper.text):
            yield from _miscounted(paper, occasion, found)
            yield from _other_day(paper, occasion, found)


def _miscounted(paper: Paper, occasion: Occasion, found: re.Match[str]) -> Iterator[Finding]:
    # What gives both its days is counted by them (days.anniversary_mismatch).
    if not occasion.year or not found["count"] or _BOTH_DAYS.match(paper.text, found.end("name")):
        return
    right = paper.plan.year - occasion.year
    # A plan may prepare for the first weeks of the next year, and speak of the day before the year it is signed in.
    if int(found["count"]) in (right, right + 1, (paper.plan.date.year or paper.plan.year) - occasion.year):
        return
    is_checked = occasion.mark == CHECKED_MARK
    yield paper.finding(
        "ANNIVERSARY_MISMATCH",
        "error" if is_checked else "hint",
        found.span(),
        f"Từ năm {occasion.year} đến năm {paper.plan.year} là {right} năm, văn bản ghi {found['count']} năm.",
        "Sửa lại số năm kỷ niệm.",
        fixes=[(found.span("count"), str(right))] if is_checked else (),
    )


def _other_day(paper: Paper, occasion: Occasion, found: re.Match[str]) -> Iterator[Finding]:
    if not found["day"] or [int(found["day"]), int(found["month"])] == list(map(int, occasion.day.split("/"))):
        return
    yield paper.finding(
        "OCCASION_DAY",
        "warning" if occasion.mark == CHECKED_MARK else "hint",
        found.span(),
        f"Ngày kỷ niệm này là {occasion.day}, văn bản ghi {found['day']}/{found['month']}.",
        "Kiểm tra lại ngày, tháng.",
    )
