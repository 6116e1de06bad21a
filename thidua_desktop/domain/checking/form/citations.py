"""How a paper cites others: number, date, kind and issuer as they belong together; periods that are over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...legal_acts import LegalAct
from ...plan.plans import LegalBasis
from ...vietnamese import fold, format_date
from ..findings import Finding
from ..paper import Paper, Span
from .legal import NUMBERED, is_mention, law_name

_SEVERAL = r"(?:[ \t]+(?:các|vào|theo))*[ \t]+"
_PARTS = re.compile(
    r"(?:\d{1,4}[-/])?(?:\d{4}/)?(?P<kind>[A-ZĐ][A-Za-zĐđ]{1,3})(?:-(?P<body>[A-ZĐ][\wĐđ]*))?(?:/(?P<party>[A-ZĐ]{2}))?\Z"
)
_SPACED = re.compile(
    r"(?<![\w.,/-])\d{1,4}[ \t]?[-/][ \t]?(?:\d{4}[ \t]?/[ \t]?)?[A-ZĐ]{2,}"
    r"(?:(?:-|[ \t]-|-[ \t])[A-ZĐ]{2,}\w*)*(?:[ \t]?/[ \t]?[A-ZĐ]{2,})?(?!\w)"
)
_PERIOD = re.compile(r"giai đoạn[ \t]+(?P<start>\d{4})[ \t]*[-–][ \t]*(?P<end>\d{4})(?!\d)")
_TERM = re.compile(r"(?:nhiệm kỳ|khóa|khoá)[^\n.;]{0,20}\Z", re.IGNORECASE)


def citation_form(paper: Paper) -> Iterator[Finding]:
    """A number is cited "số 98/2023/NĐ-CP": no colon before it, no blank in it. Each slip is told once."""
    kinds = "|".join(map(re.escape, paper.rules.act_kinds))
    if not kinds:
        return
    start, end = paper.body
    colons = [
        found.span("colon")
        for found in re.finditer(rf"(?:{kinds})[ \t]+số(?P<colon>[ \t]*:)[ \t]*\d", paper.text[:end])
        if found.start() >= start
    ]
    numbers = _SPACED.finditer(paper.text, start, end)
    blanks = [found.span() for found in numbers if re.search(r"\s", found.group())]
    if colons:
        yield paper.finding(
            "LEGAL_FORM",
            "hint",
            _with_number(paper, colons[0]),
            "Giữa chữ “số” và số văn bản được viện dẫn không có dấu hai chấm.",
            "Bỏ dấu hai chấm.",
            fixes=[(span, "") for span in colons],
        )
    if blanks:
        yield paper.finding(
            "LEGAL_FORM",
            "hint",
            blanks[0],
            "Số, ký hiệu văn bản được viện dẫn viết liền, không có dấu cách.",
            "Bỏ dấu cách trong số, ký hiệu.",
            fixes=[(span, re.sub(r"\s+", "", paper.text[slice(*span)])) for span in blanks],
        )


def _with_number(paper: Paper, span: Span) -> Span:
    after = re.match(r"[ \t]*[\w/-]+", paper.text[span[1] : span[1] + 40])
    return span[0] - len("số"), span[1] + (after.end() if after else 0)


def basis_incomplete(paper: Paper) -> Iterator[Finding]:
    """A basis has number and date (Nghị định 30/2020, Phụ lục I: full at the first mention; a law by name and date)."""
    kinds = "|".join(map(re.escape, paper.rules.numbered_kinds))
    if not kinds:
        return
    for paragraph in paper.plan.preamble:
        for basis in re.split(r";[ \t]*", paragraph.text):
            named = re.match(rf"[ \t-]*(?:Căn cứ|Thực hiện){_SEVERAL}(?P<kind>{kinds})(?P<rest>[^\n]*)", basis)
            if (
                named
                and not NUMBERED.search(basis)
                and not named["rest"].strip().startswith(paper.rules.called_by_name)
            ):
                yield _incomplete(paper, named.start("kind"), basis)
    opening = {fold(" ".join(paragraph.text.split())) for paragraph in paper.plan.preamble}
    for one in paper.plan.legal_bases:
        quote = fold(" ".join(one.quote.split()))
        if (
            one.number
            and not one.date
            and one.kind in paper.rules.numbered_kinds
            and any(quote in text for text in opening)
        ):
            yield paper.finding(
                "LEGAL_NO_DATE",
                "hint",
                paper.find(one.quote),
                f"Căn cứ {one.kind} số {one.number} chưa ghi ngày ban hành.",
                "Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu.",
            )


def _incomplete(paper: Paper, start: int, basis: str) -> Finding:
    is_broken = re.search(r"số[ \t]*:?[ \t]*\d", basis[start:])
    what = (
        "Số, ký hiệu của căn cứ này có lẽ gõ sai." if is_broken else "Căn cứ này chưa ghi số, ký hiệu, ngày ban hành."
    )
    return paper.finding(
        "LEGAL_FORM" if is_broken else "LEGAL_NO_NUMBER",
        "hint",
        paper.find(" ".join(basis[start:].split()[:8])),
        what,
        "Viện dẫn lần đầu ghi đủ tên loại, số, ký hiệu, ngày, cơ quan ban hành và trích yếu.",
    )


def law_by_year(paper: Paper) -> Iterator[Finding]:
    """A law among the bases is cited by its name and its day (Nghị định 30/2020, Phụ lục I), not by its year alone."""
    opening = "\n".join(paragraph.text for paragraph in paper.plan.preamble)
    for act in paper.acts:
        if act.kind != "Luật" or not act.date:
            continue
        year, month, day = map(int, act.date.split("-"))
        found = re.search(rf"{law_name(act)}[ \t,]+(?P<year>năm[ \t]+{year})(?!\d)", paper.text)
        if found is None or not re.search(rf"{law_name(act)}[ \t,]+năm[ \t]+{year}(?!\d)", opening):
            continue
        right = (
            f"ngày {day:02d} tháng {month:02d} năm {year}" if month < 3 else f"ngày {day:02d} tháng {month} năm {year}"
        )
        yield paper.finding(
            "LEGAL_NO_DATE",
            "hint",
            found.span(),
            "Luật làm căn cứ phải ghi tên và ngày thông qua, không chỉ ghi năm.",
            f"Viết “{right}”.",
            fixes=[(found.span("year"), right)],
        )


def basis_mismatch(paper: Paper) -> Iterator[Finding]:
    """A basis bears the kind and the issuer that its own number tells of, and the day that the register knows."""
    acts = {act.number: act for act in paper.acts}
    for basis in paper.plan.legal_bases:
        if not basis.number or paper.find(basis.quote) is None:
            continue
        yield from _other_day(paper, basis, acts.get(basis.number))
        if not re.match(rf"{re.escape(basis.kind)}[ \t]+(?:số[ \t:]*)?\d", basis.quote):
            continue  # what is cited by its name first ("Chương trình … theo Quyết định số …")
        parts = _PARTS.search(basis.number)
        if parts:
            yield from _other_kind(paper, basis, parts["kind"])
            yield from _other_issuer(paper, basis, parts["party"] or parts["body"] or "")


def _other_day(paper: Paper, basis: LegalBasis, act: LegalAct | None) -> Iterator[Finding]:
    if act and act.date and basis.date and act.kind == basis.kind and act.date != basis.date:
        yield paper.finding(
            "LEGAL_DATE",
            "warning" if act.is_checked else "hint",
            paper.find(basis.quote),
            f"{act.kind} số {act.number} đề ngày {format_date(act.date)}, kế hoạch ghi ngày {format_date(basis.date)}.",
            "Kiểm tra lại ngày của văn bản được viện dẫn.",
        )


def _other_kind(paper: Paper, basis: LegalBasis, written: str) -> Iterator[Finding]:
    known = {
        one.abbreviation: one.name for one in (*paper.rules.doc_types, *paper.rules.other_kinds) if one.abbreviation
    }
    kind = known.get(written)
    names = {fold(name) for name in known.values()}
    if kind and fold(basis.kind) in names and fold(kind) != fold(basis.kind):
        yield paper.finding(
            "LEGAL_KIND",
            "hint",
            paper.find(basis.quote),
            f"Ký hiệu “{written}” là của {kind.lower()}, câu viện dẫn ghi {basis.kind}.",
            "Kiểm tra lại tên loại hoặc số, ký hiệu.",
        )


def _other_issuer(paper: Paper, basis: LegalBasis, symbol: str) -> Iterator[Finding]:
    issuer = basis.issuer or ""
    own = next((one for one in paper.rules.issuer_symbols if one.symbol == symbol), None)
    other = next((one for one in paper.rules.issuer_symbols if issuer.startswith(one.bodies)), None)
    if own and other and own is not other and not issuer.startswith(own.bodies):
        yield paper.finding(
            "LEGAL_ISSUER",
            "hint",
            paper.find(basis.quote),
            f"Ký hiệu “{symbol}” là của {own.bodies[0]}, câu viện dẫn ghi {issuer}.",
            f"Kiểm tra lại; văn bản của {issuer} thường mang ký hiệu “{other.symbol}”.",
        )


def period_over(paper: Paper) -> Iterator[Finding]:
    """A programme whose period ended before the plan's year is no work of this year; what sums it up may name it."""
    told: set[str] = set()
    for found in _PERIOD.finditer(paper.text):
        before = paper.text[max(paper.line_span(found.start())[0], found.start() - 80) : found.start()]
        if int(found["end"]) >= paper.plan.year or found.group() in told or _TERM.search(before):
            continue
        if is_mention(paper, found.span()):
            continue
        told.add(found.group())
        yield paper.finding(
            "PERIOD_OVER",
            "hint",
            found.span(),
            f"Giai đoạn {found['start']} - {found['end']} đã kết thúc trước năm {paper.plan.year}.",
            "Thay bằng chương trình, kế hoạch của giai đoạn hiện nay nếu đã có.",
        )
