"""Congresses, terms and five-year plans in a plan's text, as they are called in another year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..roman import roman, roman_value
from .frame import Found, Frame, clause_before, quoted

_CONGRESS = re.compile(
    r"(?P<words>Đại hội\b[^;.()“”]{0,90}?)(?P<lead>lần thứ\s+)"
    r"(?P<number>[IVXLC]+)(?!\w)(?P<after>[^;.]{0,20})"
)
_OF_THE_PARTY = re.compile(r"(?P<lead>Đại hội\s+)(?P<number>[IVXLC]+)(?!\w)(?=\s+(?:của\s+)?Đảng)")
_TERM = re.compile(r"(?P<lead>[Nn]hiệm kỳ\s+)(?P<from>\d{4})(?P<dash>\s*[-–—]\s*)(?P<to>\d{4})(?!\d)")
_PERIOD = re.compile(
    r"(?P<lead>(?:[Gg]iai đoạn|(?:05|5|năm)\s+năm,?(?:\s+giai đoạn)?)\s*\(?\s*)"
    r"(?P<from>\d{4})(?P<dash>\s*[-–—]\s*)(?P<to>\d{4})(?!\d)"
)


def terms(text: str, frame: Frame) -> Iterator[Found]:
    """Numbers of congresses, terms of office and five-year plans that are another one in the new year."""
    yield from _congresses(text, frame)
    yield from _terms_of_office(text, frame)
    yield from _periods(text, frame)


def _congresses(text: str, frame: Frame) -> Iterator[Found]:
    now = frame.data.terms.congress(frame.new)
    for pattern in (_CONGRESS, _OF_THE_PARTY):
        for found in pattern.finditer(text):
            national = pattern is not _CONGRESS or _is_national(found)
            span = found.span("number")
            if national and roman_value(found["number"]) < roman_value(now):
                why = f"Đại hội đại biểu toàn quốc gần nhất của Đảng là lần thứ {now}."
                yield Found(*span, now, "đại hội, nhiệm kỳ", True, why)
            elif not national and frame.data.terms.party_term(frame.new) != frame.data.terms.party_term(frame.old):
                next_one = roman(roman_value(found["number"]) + 1)
                why = "Sang nhiệm kỳ mới; nơi mới thành lập thì tính lại từ lần thứ I."
                yield Found(*span, next_one, "đại hội, nhiệm kỳ", False, why)


def _is_national(found: re.Match[str]) -> bool:
    words, after = found["words"].lower(), found["after"].lower()
    below = re.search(
        r"\b(tỉnh|huyện|xã|phường|thành phố|đặc khu|đảng bộ|thi đua|đoàn|hội)\b", words.replace("đại hội", "")
    )
    return not below and ("toàn quốc" in words or "của đảng" in after or after.startswith(" đảng"))


def _terms_of_office(text: str, frame: Frame) -> Iterator[Found]:
    for found in _TERM.finditer(text):
        before = clause_before(text, found.start())
        of_council = re.search(r"hội đồng nhân dân|hđnd|bầu cử|quốc hội", before[-80:])
        known = frame.data.terms
        now = known.council_term(frame.new) if of_council else known.party_term(frame.new)
        written = now.replace(" - ", found["dash"])
        last = int(found["to"])
        if last > frame.new or f"{found['from']} - {found['to']}" == now:
            yield Found(*found.span())
            continue
        why = f"Nhiệm kỳ của năm {frame.new} là {now}."
        yield Found(*found.span(), f"{found['lead']}{written}", "đại hội, nhiệm kỳ", last < frame.new, why)


def _periods(text: str, frame: Frame) -> Iterator[Found]:
    for found in _PERIOD.finditer(text):
        first, last = int(found["from"]), int(found["to"])
        if last >= frame.new:
            yield Found(*found.span())
            continue
        length = last - first + 1
        now = (
            frame.data.terms.period(frame.new) if length == frame.data.terms.years else f"{last + 1} - {last + length}"
        )
        new = f"{found['lead']}{now.replace(' - ', found['dash'])}"
        named = quoted(text, found.start())
        why = "Giai đoạn đã hết." + (" Đây là tên riêng, hãy xem văn bản của giai đoạn mới." if named else "")
        yield Found(*found.span(), new, "giai đoạn", not named and length == frame.data.terms.years, why)


def theme(text: str, frame: Frame) -> Iterator[Found]:
    """Where the old theme stands: a new one may take its place; one that names the old year names the new one."""
    now = re.sub(rf"(?<!\d){frame.old}(?!\d)", str(frame.new), frame.theme)
    has_year = now != frame.theme
    why = "Chủ đề nhắc năm cũ" if has_year else "Chủ đề của năm cũ"
    for found in re.finditer(re.escape(frame.theme), text) if frame.theme and frame.later else ():
        new = now if has_year else "…"
        yield Found(*found.span(), new, "chủ đề", has_year, f"{why}; muốn đổi thì gõ chủ đề mới vào đây.")
