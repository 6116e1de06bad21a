"""Number, date and kind of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...vietnamese import fold
from ..findings import Finding, Place
from ..paper import Paper

_FILLER = r"[ \t._…]*+"
_NUMBER_LINE = re.compile(r"Số[ \t:._…]*+/[ \t]*[A-ZĐ]+(?:[ \t]?-[ \t]?[A-ZĐ]+)*")
_ONE_DIGIT_NUMBER = re.compile(r"^[ \t]*Số[ \t]*:[ \t]*(?P<number>[1-9])[ \t]*/[ \t]*[A-ZĐ]{2,}", re.MULTILINE)
_DATE_LINE = re.compile(
    rf"ngày{_FILLER}(?P<day>\d{{0,2}}){_FILLER}tháng{_FILLER}(?P<month>\d{{0,2}})"
    rf"{_FILLER}năm{_FILLER}(?P<year>\d{{0,4}})[ \t.…]*$",
    re.MULTILINE,
)


_NUMBER = Place("head", "số, ký hiệu", field="number")
_SYMBOL = Place("head", "số, ký hiệu", field="symbol")
_DAY = Place("head", "địa danh và ngày tháng", field="day")
_DOC_TYPE = Place("head", "tên loại văn bản", field="doc_type")


def number_blank(paper: Paper) -> Iterator[Finding]:
    """A paper is issued with a number (Nghị định 30/2020, Điều 8)."""
    found = _NUMBER_LINE.search(paper.header)
    if found:
        yield paper.finding(
            "NUMBER_BLANK",
            "warning",
            paper.without_tabs(found.span()),
            "Kế hoạch chưa có số.",
            "Ghi số khi văn thư cấp, trước khi phát hành.",
            place=_NUMBER,
        )


def date_blank(paper: Paper) -> Iterator[Finding]:
    """A paper is issued with a whole date (Nghị định 30/2020, Điều 8)."""
    found = _DATE_LINE.search(paper.header)
    if not found:
        return
    missing = [
        name
        for name, part, digits in (("ngày", "day", 1), ("tháng", "month", 1), ("năm", "year", 4))
        if len(found[part]) < digits
    ]
    if missing:
        yield paper.finding(
            "DATE_BLANK",
            "warning",
            paper.without_tabs(found.span()),
            f"Dòng ngày tháng còn trống {', '.join(missing)}.",
            "Ghi đủ ngày, tháng, năm khi ký.",
            place=_DAY,
        )


def number_unpadded(paper: Paper) -> Iterator[Finding]:
    """A number below 10 carries a zero (Nghị định 30/2020, Phụ lục I, mục II, khoản 3)."""
    found = _ONE_DIGIT_NUMBER.search(paper.header)
    if found:
        yield paper.finding(
            "NUMBER_UNPADDED",
            "hint",
            found.span(),
            f"Số {found['number']} nhỏ hơn 10, theo Nghị định 30/2020/NĐ-CP phải có số 0 phía trước.",
            f"Viết “Số: 0{found['number']}/…”.",
            place=_NUMBER,
        )


def date_padding(paper: Paper) -> Iterator[Finding]:
    """In the date line days below 10 and months 1 and 2 carry a zero, others none.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, khoản 4.
    """
    found = _DATE_LINE.search(paper.header)
    if not found or not (found["day"] and found["month"]):
        return
    day, month = int(found["day"]), int(found["month"])
    right = f"{day:02d}", f"{month:02d}" if month < 3 else str(month)
    if (found["day"], found["month"]) != right and 1 <= day <= 31 and 1 <= month <= 12:
        yield paper.finding(
            "DATE_PADDING",
            "hint",
            paper.without_tabs(found.span()),
            "Ngày nhỏ hơn 10 và tháng 1, tháng 2 phải có số 0 phía trước, các tháng khác thì không "
            "(Nghị định 30/2020/NĐ-CP).",
            f"Viết “ngày {right[0]} tháng {right[1]}”.",
            place=_DAY,
        )


def doc_type_nonstandard(paper: Paper) -> Iterator[Finding]:
    """The kind of paper is one of the 29 of Nghị định 30/2020, Điều 7."""
    types = paper.rules.doc_types
    written = paper.plan.doc_type.strip()
    if not types or not written or fold(written) in {fold(one.name) for one in types}:
        return
    yield paper.finding(
        "DOCTYPE_NONSTANDARD",
        "warning",
        paper.find(written),
        f"“{written}” không phải tên loại văn bản hành chính (Điều 7 Nghị định 30/2020/NĐ-CP nêu {len(types)} loại).",
        "Nên đổi tên loại thành KẾ HOẠCH (ký hiệu KH), phần “Phát động …” để ở trích yếu.",
        place=_DOC_TYPE,
    )


def symbol_mismatch(paper: Paper) -> Iterator[Finding]:
    """The symbol begins with the abbreviation of the kind of paper (Nghị định 30/2020, Phụ lục III)."""
    written = (paper.plan.symbol or "").split("-")[0].strip()
    own = [one for one in paper.rules.doc_types if fold(one.name) == fold(paper.plan.doc_type.strip())]
    others = {one.abbreviation: one.name for one in paper.rules.doc_types if one.abbreviation}
    if not own or not own[0].abbreviation or written == own[0].abbreviation or written not in others:
        return
    yield paper.finding(
        "SYMBOL_MISMATCH",
        "warning",
        paper.find(f"/{paper.plan.symbol}"),
        f"Tên loại là {own[0].name} nhưng ký hiệu “{written}” là của {others[written]}.",
        f"Sửa ký hiệu thành {own[0].abbreviation}-… hoặc sửa tên loại.",
        place=_SYMBOL,
    )
