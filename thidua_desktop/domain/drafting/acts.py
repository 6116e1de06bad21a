"""Acts in a plan that are over on the day of the new one, and documents of the old year, whose number is to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..legal_acts import LegalAct
from ..papers.heads import short_date
from ..plan.plans import PartialDate
from ..vietnamese import CAPITAL, format_date
from .frame import Found, Frame, clause_after

_DATE = r"ngày\s+\d{1,2}\s*(?:[/.-]|\s+tháng\s+)\s*(?P<month>\d{1,2})\s*(?:[/.-]|\s+năm\s+)\s*(?P<year>\d{4})"
_DATED = re.compile(rf",?\s*{_DATE}", re.IGNORECASE)
_BY = re.compile(
    rf"\s+của\s+(?:[{CAPITAL}]|chính phủ\b|thủ tướng\b)[^;,.()]{{0,60}}?"
    r"(?=\s+(?:về|quy định|hướng dẫn|ban hành|sửa đổi)\b|[;,.]|$)"
)
_ABOUT = re.compile(r"\s+(?:về|quy định|hướng dẫn|ban hành|sửa đổi)\b[^;.]*")
_NAMED_LAW = re.compile(rf"\b(?:Luật|Bộ luật|Pháp lệnh|Hiến pháp)\b[^;.\d“”]{{3,160}}?{_DATE}")
_OF_A_COMMUNE = r"\s*của (?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd) (?:xã|phường|đặc khu)\b"
_OF_THE_STATE = re.compile(r"NĐ-CP|NQ-CP|CT-TTg|QĐ-TTg|TTg|/TW|QH\d|UBTVQH|\bTT-B|VBHN")
_STANDING = re.compile(rf"\d{{1,4}}/\d{{4}}/[A-ZĐ][\w-]*(?:,?\s*{_DATE})")  # a normative act: its number has its year
_YEARLY = re.compile(r"NQ|KH|CTr")
_DOCUMENT = re.compile(
    r"(?P<kind>Kế hoạch|Nghị quyết|Quyết định|Công văn|Chỉ thị|Hướng dẫn|Chương trình|Thông báo|Kết luận"
    r"|Tờ trình|Báo cáo|Văn bản)"
    r"(?P<about>\s+số\s*:?|)\s*(?P<number>\d{1,5}\s*(?P<stroke>[-/])\s*(?P<symbol>[A-ZĐ][\w&]*(?:\s?[-/]\s?[A-ZĐ][\w&]*)*))"
    rf"(?:\s*,?\s*{_DATE})"
)


def expired(text: str, frame: Frame) -> Iterator[Found]:
    """Citations of acts of the register: those that are over, with what is to be cited; the others are kept."""
    for act in frame.register.acts:
        for start, end, tail in _citations(text, act):
            yield _renewed(text, frame, act, (start, end), tail)
    for pattern in (_NAMED_LAW, _STANDING):
        for found in pattern.finditer(text):
            yield Found(*found.span())


def _citations(text: str, act: LegalAct) -> Iterator[tuple[int, int, str]]:
    """Where the act is cited, from its kind to the end of what is said of it; and what follows its number."""
    number = re.escape(act.number).replace(r"\-", r"\s?-\s?").replace("/", r"\s?/\s?")
    named = rf"{re.escape(act.title)}\s*(?:,?\s*năm\s+\d{{4}})?" if act.kind == "Luật" else re.escape(act.kind)
    for found in re.finditer(rf"(?:{named})\s+(?:số\s*:?\s*)?{number}(?![\w/-])", text, re.IGNORECASE):
        end = found.end()
        for pattern in (_DATED, _BY):
            more = pattern.match(text, end)
            end = more.end() if more else end
        end = _with_title(text, end, act)
        yield found.start(), end, text[found.end() : end]
    if act.kind == "Luật" and act.date:
        year, month, day = map(int, act.date.split("-"))
        dated = rf"ngày\s+0?{day}\s*(?:[/.-]|\s*tháng\s+)\s*0?{month}\s*(?:[/.-]|\s*năm\s+)\s*{year}"
        for found in re.finditer(rf"{re.escape(act.title)}\s*,?\s*{dated}", text, re.IGNORECASE):
            yield *found.span(), found.group()


def _with_title(text: str, end: int, act: LegalAct) -> int:
    """The end of the citation with the act's title, whole as the register has it or to the end of the clause."""
    after = text[end:].lstrip()
    if act.kind != "Luật" and after.lower().startswith(act.title.lower()):
        return len(text) - len(after) + len(act.title)
    about = _ABOUT.match(text, end) if act.kind != "Luật" else None
    return end + len(about.group().rstrip()) if about else end


def _renewed(text: str, frame: Frame, act: LegalAct, span: tuple[int, int], tail: str) -> Found:
    register = frame.register
    start, end = span
    if not register.is_over(act):
        amended = register.amended(act)
        if not amended or "sửa đổi, bổ sung" in clause_after(text, start):
            return Found(start, end)
        why = "Luật này đã được sửa đổi, bổ sung; khi viện dẫn ghi thêm điều đó."
        return Found(start, end, text[start:end] + amended, "căn cứ", act.is_checked, why)
    now = register.in_force(act.number)
    over = f"Chỉ làm căn cứ được đến hết ngày {format_date(act.valid_to)}"
    if now is None:
        why = f"{over}; danh mục chưa có văn bản thay thế."
        return Found(start, end, f"{act.kind} số … ngày …/…/…", "căn cứ", False, why)
    return Found(start, end, _cited(frame, now, tail), "căn cứ", now.is_checked, f"{over}; nay có {now.number}.")


def _cited(frame: Frame, act: LegalAct, tail: str) -> str:
    """The act cited as fully as the one before was: with its title, its day, or its number alone."""
    if act.kind == "Luật" or _ABOUT.search(tail) or " của " in tail:
        return frame.register.cited(act)
    dated = f" ngày {_short(act.date)}" if tail.strip() and act.date else ""
    return f"{act.kind} số {act.number}{dated}"


def _short(iso: str) -> str:
    year, month, day = map(int, iso.split("-"))
    return short_date(PartialDate(day, month, year))


def of_the_year(text: str, frame: Frame) -> Iterator[Found]:
    """Documents of the province and the commune that are written anew each year: number and day are to be filled in."""
    for found in _DOCUMENT.finditer(text):
        year = int(found["year"])
        stays = not frame.later and frame.own is None
        if _OF_THE_STATE.search(found["number"]) or year not in (frame.old, frame.old - 1) or stays:
            yield Found(*found.span())
            continue
        symbol = re.sub(r"\s", "", found["symbol"])
        new = f"{found['kind']} số …{found['stroke']}{symbol} ngày …/…/{year + frame.later}"
        about = clause_after(text, found.end())
        is_own = frame.own is not None and bool(re.match(_OF_A_COMMUNE, about))
        at_new_year = _YEARLY.search(symbol) and (year, int(found["month"]) // 3) in (
            (frame.old - 1, 4),
            (frame.old, 0),
        )
        yearly = str(frame.old) in about or is_own or bool(at_new_year)
        why = f"Văn bản của năm {year}; số và ngày của văn bản mới điền sau."
        yield Found(*found.span(), new, "số, ngày văn bản", yearly, why)
