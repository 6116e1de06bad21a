"""The block above the title: issuer, number and symbol, place and date.

Its two columns come as a table, with tabs, glued together or all on one line, so the fields are found by what stands in
them (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II), not by where they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ...domain.plan.plans import PartialDate
from ...domain.vietnamese import CAPITAL, SMALL, fold
from ..patterns import BLANK_DAY, capitalised, loosely
from .marks import is_upper

_MOTTO = "|".join(
    (
        loosely("cộng hòa xã hội chủ nghĩa việt nam"),
        r"\s*[-–—.]*\s*".join(map(loosely, ("độc lập", "tự do", "hạnh phúc"))),
        loosely("đảng cộng sản việt nam"),
    )
)
_LETTERS = rf"[A-ZĐ]{{2,}}(?![{SMALL}])"  # "KH-UBNDVí Dụ": the symbol ends before the name
_SYMBOL = re.compile(
    r"(?:Số\s*[:.]?\s*)?(?:(?P<number>\d{1,5})[a-z]?)?[\s.…_#]*/\s*(?:\d{4}\s*/\s*)?"
    rf"(?P<symbol>[A-ZĐ]{{1,6}}r?\s*[-–.]\s*{_LETTERS}(?:(?:\s*[-–.]\s*|,)[A-ZĐ]{{2,}}(?![{SMALL}]))*|[A-ZĐ]{{3,}}(?![{SMALL}]))"
)
_PARTY_SYMBOL = re.compile(
    rf"Số\s*[:.]?\s*(?P<number>\d{{1,5}})?[\s.…_]*[-–]\s*(?P<symbol>[A-ZĐ]{{2,5}}r?\s*/\s*{_LETTERS})"
)
_PLACE = r"(?P<place>[^\n,;:]{2,60}?)"
_DATE = re.compile(
    rf"(?:{_PLACE}(?:\s*,\s*|[^\S\n]+))?\bngày\s*(?P<d>{BLANK_DAY})\s*tháng\s*(?P<m>{BLANK_DAY})\s*năm\s*(?P<y>\d{{4}})?",
    re.IGNORECASE,
)
_SHORT_DATE = re.compile(
    rf"{_PLACE}\s*,\s*ngày\s*(?P<d>\d{{1,2}}|[.…_\s]*)\s*[/-]\s*(?P<m>\d{{1,2}}|[.…_\s]*)\s*[/-]\s*(?P<y>\d{{4}})",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(r"số|kèm theo|ban hành|của|căn cứ")
_KINDS = ("xã", "phường", "thị trấn", "đặc khu")
_COMMUNE = f"(?:{'|'.join(map(loosely, _KINDS))})"
_OFFICE = rf"(?:{loosely('ủy ban nhân dân')}|UBND)"
_NAME = r"[^\W\d_]+(?:[\s\-][^\W\d_]+){0,4}"
_ISSUER = re.compile(rf"{_OFFICE}(?:\s+\w(?=\s))?\s*(?P<kind>{_COMMUNE})\s+(?P<name>\d{{1,2}}\b|[^\n\d,;:/]{{2,40}})")
_ASSEMBLY = re.compile(rf"(?:HỘI ĐỒNG NHÂN DÂN|HĐND)\s+(?P<kind>{_COMMUNE})\s+(?P<name>[^\n\d,;:/]{{2,40}})")
_OTHER_OFFICE = re.compile(rf"{_OFFICE}(?:\s+\w(?=\s))?\s*(?P<name>(?:TỈNH|THÀNH\s+PHỐ|HUYỆN|THỊ\s+XÃ|QUẬN)\s+{_NAME})")
_IN_TEXT = re.compile(rf"{_OFFICE}\s+(?P<kind>{_COMMUNE})\s+(?P<name>[{CAPITAL}]\w*(?:\s+[{CAPITAL}]\w*){{0,3}})")
_PARTY = re.compile(rf"ĐẢNG\s+[ỦU][ỶY]\s+(?P<kind>{_COMMUNE})\s+(?P<name>[^\n\d,;:/*]{{2,40}})")
_NAME_ENDS = re.compile(r"\s*(?:HỘI ĐỒNG|ĐẢNG|VĂN PHÒNG|\*|\n)|\s+(?:Số|SỐ|CỘNG|Độc|BAN)\b|\s{2,}")


_COUNCIL = "Hội đồng Thi đua - Khen thưởng"
_COUNCIL_SYMBOL = re.compile(r"-HĐ(?:TĐ|$)")  # a paper of the Council bears its letters, not those of the committee
_COUNCIL_LINE = re.compile(r"(?:HỘI ĐỒNG|HĐ)\s+(?:THI ĐUA|TĐ)")
_COUNCIL_NAMED = re.compile(
    rf"{_COUNCIL_LINE.pattern}[^\n]{{0,30}}?\s(?P<kind>{_COMMUNE})\s+(?P<name>[^\n\d,;:/]{{2,40}})"
)
_COUNCIL_IN_TEXT = re.compile(
    r"(?i:hội đồng thi đua\s*[-–,]\s*khen thưởng)\s+"
    rf"(?P<commune>{_COMMUNE}\s+[{CAPITAL}]\w*(?:\s+[{CAPITAL}]\w*){{0,3}})"
)
_LONGEST_LINE = 400  # the whole header on one line; more is no header
_LONGEST_DATE_LINE = 90


@dataclass(frozen=True, slots=True)
class HeaderFields:
    """What the header says; None for what it leaves out."""

    issuer: str = ""
    symbol: str | None = None
    number: int | None = None
    place: str | None = None
    date: PartialDate = field(default_factory=PartialDate)


def header_fields(lines: list[str], text_below: str = "", foot: list[str] | None = None) -> HeaderFields:
    """The fields of a header; the issuer is looked for in ``text_below`` when the header names none, place and day in
    the lines of the ``foot``, where a launch has them above the signature."""
    parts = "\n".join(_parted(line) for line in lines if len(line) <= _LONGEST_LINE)
    symbol, number = _symbol(parts)
    place, day = _place_and_date(parts)
    if day == PartialDate():
        below = [line for line in foot or () if len(line) <= _LONGEST_DATE_LINE]
        place, day = _place_and_date("\n".join(below)) if below else (place, day)
    issuer = _issuer(parts) or _issuer_in_text(text_below)
    if (symbol and _COUNCIL_SYMBOL.search(symbol)) or _COUNCIL_LINE.search(parts):
        issuer = _council(parts, issuer, text_below)
    return HeaderFields(issuer, symbol, number, place, day)


def is_date_line(text: str) -> bool:
    """Whether a line is nothing but place and day."""
    found = _DATE.fullmatch(text.strip(" .*_")) or _SHORT_DATE.fullmatch(text.strip(" .*_"))
    return bool(found) and len(text) <= _LONGEST_DATE_LINE


def _council(parts: str, committee: str, text_below: str) -> str:
    """The Council of the commune it names itself, whose committee stands above it in the header, or of the text's."""
    if own := _COUNCIL_NAMED.search(parts):
        return f"{_COUNCIL} {_kind(own['kind'])} {capitalised(_clean_name(own['name']))}"
    commune = re.search(r"(?:xã|phường|thị trấn|đặc khu)\s.+", committee)
    if not commune:
        named = _COUNCIL_IN_TEXT.search(text_below)
        commune = re.search(r"\S.*", named["commune"]) if named else None
    return f"{_COUNCIL} {commune[0]}" if commune else committee or _COUNCIL


def _parted(line: str) -> str:
    """The line with a break at every column and around the fixed words, also where columns were glued together."""
    line = re.sub(rf"({_MOTTO})", r"\n\1\n", line.replace("\t", "\n"))
    line = re.sub(r"(?=S[ốỐ]\s*[:.])", "\n", line)
    for symbol in (_SYMBOL, _PARTY_SYMBOL):
        line = re.sub(rf"({symbol.pattern})", r"\1\n", line) if re.search("ngày", line, re.IGNORECASE) else line
    return re.sub(r"[ ]+", " ", line)


def _symbol(text: str) -> tuple[str | None, int | None]:
    found = _PARTY_SYMBOL.search(text) or _SYMBOL.search(text)
    if not found:
        alone = re.search(r"Số\s*[:.]\s*(\d{1,5})\b", text)
        return None, int(alone[1]) if alone else None
    symbol = re.sub(r"\s*([-–./])\s*", lambda sign: sign[1].replace("–", "-"), found["symbol"])
    return symbol, int(found["number"]) if found["number"] else None


def _place_and_date(text: str) -> tuple[str | None, PartialDate]:
    """The last day that stands with a place, else the last one; a day of another paper is none."""
    days = [found for pattern in (_DATE, _SHORT_DATE) for found in pattern.finditer(text)]
    days = [found for found in days if not _NO_PLACE.search((found["place"] or "").lower())]
    found = next((found for found in reversed(days) if found["place"]), days[-1] if days else None)
    if found is None:
        return None, PartialDate()
    day, month, year = (int(found[k]) if (found[k] or "").strip().isdigit() else None for k in "dmy")
    place = re.sub(r"^[\d/.\s]+(?=\S)", "", (found["place"] or "").strip(" -–—_.*|")).strip()
    day = day if day and day <= 31 else None
    return place or None, PartialDate(day, month if month and month <= 12 else None, year)


def _issuer(text: str) -> str:
    """The commune's committee, else its Party committee; any other office when there is none."""
    joined = re.sub(r"\s+", " ", re.sub(_MOTTO, "\n", text))
    left = re.split(r"\bS[ốỐ]\s*[:.]", text)[0]
    for source in (re.sub(_MOTTO, "\n", left), joined):
        if found := _commune(source):
            return f"Ủy ban nhân dân {_kind(found['kind'])} {capitalised(_clean_name(found['name']))}"
    for office, pattern in (("Đảng ủy", _PARTY), ("Hội đồng nhân dân", _ASSEMBLY)):
        if found := pattern.search(joined):
            return f"{office} {_kind(found['kind'])} {capitalised(_clean_name(found['name']))}"
    if other := _OTHER_OFFICE.search(joined):
        return f"Ủy ban nhân dân {_clean_office(other['name'])}"
    return _first_office(text)


def _commune(text: str) -> re.Match[str] | None:
    """The committee named in capitals, as a header has it; else the first one."""
    found = list(_ISSUER.finditer(text))
    return next((match for match in found if is_upper(match["kind"])), found[0] if found else None)


def _kind(text: str) -> str:
    """The kind of commune, spelt right."""
    letters = fold("".join(text.split()))
    return next(kind for kind in _KINDS if fold(kind.replace(" ", "")) == letters)


def _clean_name(name: str) -> str:
    """The name without what follows it: "T xây dựng Kế hoạch" is "T"."""
    name = _NAME_ENDS.split(name.strip())[0].strip(" -–—*")
    own = re.match(rf"(?:[{CAPITAL}\d][^\s]*(?:\s+(?:-\s+)?(?=[{CAPITAL}\d])|$))+", name)
    return own[0].strip() if own and not is_upper(name) else name


def _clean_office(name: str) -> str:
    words = capitalised(_clean_name(name)).split()
    return " ".join([words[0].lower(), *words[1:]])


def _first_office(text: str) -> str:
    for line in text.split("\n"):
        line = line.strip()
        if re.match(r"(hoi dong|uy ban|ubnd|so|truong|ban|cong an|dang uy)\b", fold(line)) and line.upper() == line:
            return line
    return ""


def _issuer_in_text(text: str) -> str:
    found = _IN_TEXT.search(text)
    return f"Ủy ban nhân dân {_kind(found['kind'])} {found['name'].strip()}" if found else ""
