"""Documents a plan cites: kind, number, date, issuer (as Nghị định 30/2020/NĐ-CP, Phụ lục I wants a căn cứ written)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...domain.plan.plans import LegalBasis
from ...domain.vietnamese import CAPITAL
from ..patterns import iso_date, masked

_TAKEN = "\ue001"

_KINDS = (
    "Luật",
    "Bộ luật",
    "Pháp lệnh",
    "Nghị quyết liên tịch",
    "Nghị quyết",
    "Nghị định",
    "Thông tư liên tịch",
    "Thông tư",
    "Chỉ thị",
    "Quyết định",
    "Kế hoạch",
    "Kết luận",
    "Công văn",
    "Công điện",
    "Hướng dẫn",
    "Thông báo",
    "Thông tri",
    "Chương trình",
    "Đề án",
    "Quy định",
    "Quy chế",
    "Báo cáo",
    "Tờ trình",
    "Văn bản",
    "Phương án",
    "QĐ",
    "NQ",
    "KH",
    "CV",
)
_DATE = r"ngày\s*(?P<d>\d{1,2})\s*(?:/|tháng|-|\.)\s*(?P<m>\d{1,2})\s*(?:/|năm|-|\.)\s*(?P<y>\d{4})"
_NUMBER = (
    r"\d{1,5}\s?(?:[-–/]\s?\d{4,5}\s?)?"
    r"(?:[-–/]?\s?(?:QH\s?\d+|[A-ZĐ][A-Za-zĐđ]*\d*)(?:\s?[-–/&]\s?[A-ZĐ][A-Za-zĐđ]*\d*)*)"
)
_ANY_KIND = "|".join(sorted(_KINDS, key=len, reverse=True))
_CITED = re.compile(
    rf"(?<![\w/–-])(?P<kind>{_ANY_KIND})(?P<title>[^.;:“”\"()\d]{{0,120}}?)(?:năm\s+\d{{4}}\s*)?\(?"
    rf"(?:\s*số\s*:?\s*)?(?<![\w])(?P<number>{_NUMBER})(?:\s*,?\s*{_DATE})?",
    re.IGNORECASE,
)
_LAW_BY_DATE = re.compile(rf"(?<!\w)(?P<kind>(?:Bộ )?Luật|Pháp lệnh)(?P<title>[^.;:“”\"()\d]{{3,120}}?)\s*{_DATE}")
_LAW_BY_NAME = re.compile(
    r"(?:(?<!\w)Căn cứ|^\W*(?:Thực hiện|Theo)(?=[^;]*\snăm\s\d{4}))\s+(?P<law>(?P<kind>(?:Bộ luật|Luật|Pháp lệnh))"
    rf"\s+[{CAPITAL}][^.;:“”\"()\d]{{3,120}}?(?:\s+năm\s+\d{{4}})?)"
    r"(?=\s*[;.]|\s*,?\s*$|,\s*(?=Luật|Nghị|Thông tư|Quyết định)|\s+và\s+(?:các|những)\s)"
)
_BY_NAME = re.compile(
    r"(?<!\w)(?P<kind>Nghị quyết|Kết luận)\s+(?:Hội nghị\s+)?Trung ương\s+\d+[^.;“”()]{0,20}?khóa\s+[IVX]+"
)
_ISSUER = re.compile(
    rf"\s*(?:của|,)\s+(?!(?:{_ANY_KIND})\s)(?P<issuer>(?:liên\s+)?[{CAPITAL}].*?)"
    rf"(?=\s+(?:về|[Vv]/v|và (?:{_ANY_KIND})|quy định|hướng dẫn|ban hành|phê duyệt"
    rf"|sửa đổi|thực hiện"
    r"|tổng kết|phát động|triển khai|quyết định|lần thứ|khóa|khoá|tiếp tục|thi hành)\b|\s*[;,.:()“”\"]|$)"
)
_MORE = re.compile(rf"\s*(?:,|;|và)\s*(?:số\s*)?(?P<number>{_NUMBER})(?:\s*,?\s*{_DATE})?")


def legal_bases(texts: Iterable[str]) -> tuple[LegalBasis, ...]:
    """Every document cited in the texts, in order, each once."""
    found: dict[tuple[str, str | None, str | None], LegalBasis] = {}
    for text in texts:
        for basis in _in_text(text):
            key = ("", basis.number, None) if basis.number else (basis.kind, None, basis.date or _title(basis))
            known = found.get(key)
            if known is None or (known.date is None and basis.date):
                found[key] = basis
    named = [_title(basis) for basis in found.values() if basis.number or basis.date]
    return tuple(
        basis
        for basis in found.values()
        if basis.number or basis.date or not any(title.startswith(_title(basis)) for title in named)
    )


def _title(basis: LegalBasis) -> str:
    """The words by which a law cited once with its number and once without is known as one."""
    return re.sub(r"\s+năm\s+\d{4}$", "", basis.quote).casefold()


def _in_text(text: str) -> list[LegalBasis]:
    spans: list[tuple[int, LegalBasis]] = []
    free = text
    for pattern in (_CITED, _LAW_BY_DATE, _BY_NAME, _LAW_BY_NAME):
        taken: list[tuple[int, int]] = []
        end = 0
        for match in pattern.finditer(free):
            if _TAKEN in match[0] or match.start() < end:
                continue
            if pattern is _CITED and not _is_number(match["number"]):
                continue
            end = match.end()
            spans.append((match.start(), _basis(match, text, match["kind"])))
            while pattern is _CITED and (more := _MORE.match(text, end)) and _is_number(more["number"]):
                spans.append((more.start(), _basis(more, text, match["kind"])))
                end = more.end()
            taken.append((match.start(), end))
        free = masked(free, taken, _TAKEN)
    return [basis for _, basis in sorted(spans, key=lambda pair: pair[0])]


def _is_number(number: str) -> bool:
    """A document number has a symbol after a stroke or dash; "12 Luật" is none."""
    return bool(re.search(r"\d\s?(?:[-–/]\s?\d{4,5}\s?)?[-–/]\s?[A-ZĐ]|\d{4,}[A-ZĐ]{2}|/\s?[A-ZĐ]", number))


def _basis(match: re.Match[str], text: str, kind: str) -> LegalBasis:
    groups = match.groupdict()
    number = re.sub(r"\s+", "", groups["number"]).replace("–", "-") if groups.get("number") else None
    date = iso_date(int(groups["d"]), int(groups["m"]), int(groups["y"])) if groups.get("d") else None
    kind = kind[:1].upper() + kind[1:]
    issuer = _ISSUER.match(text, match.end())
    if issuer:
        name: str | None = issuer["issuer"].strip()
    else:
        name = "Quốc hội" if "uật" in kind else None
    quote = (groups.get("law") or match[0]).strip(" ,;")
    quote += ")" if quote.count("(") > quote.count(")") and text[match.end() : match.end() + 1] == ")" else ""
    return LegalBasis(kind, number, date, name, " ".join(quote.split()))
