"""The block above the title: issuer, number and symbol, place and date.

Its two columns come as a table, with tabs, glued together or all on one line, so the fields are found by what stands in
them (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II), not by where they stand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..domain.plans import PartialDate
from ..domain.vietnamese import fold
from .patterns import BLANK_DAY, CAPITAL, capitalised

_MOTTO = r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM|Độc\s+lập\s*[-–—]+\s*Tự\s+do\s*[-–—]+\s*Hạnh\s+phúc"
_NUMBER = r"Số\s*[:.]?\s*[\d.…_\s#]*/?"
_SYMBOL = re.compile(
    r"(?:Số\s*[:.]?\s*)?(?P<number>\d{1,5})?[\s.…_#]*/\s*(?:\d{4}\s*/\s*)?(?P<symbol>[A-ZĐ]{1,6}\s*[-–]\s*[A-ZĐ]{2,}"
    r"(?:\s*[-–]\s*[A-ZĐ]{2,})*)"
)
_DATE = re.compile(
    rf"(?P<place>[^\n,;:]{{2,60}}?)\s*,?\s*ngày\s*(?P<d>{BLANK_DAY})\s*tháng\s*(?P<m>{BLANK_DAY})\s*năm\s*(?P<y>\d{{4}})?",
    re.IGNORECASE,
)
_COMMUNE = r"(?:XÃ|PHƯỜNG|THỊ\s+TRẤN|ĐẶC\s+KHU|Xã|Phường|Thị\s+trấn|Đặc\s+khu|xã|phường|thị\s+trấn|đặc\s+khu)"
_OFFICE = r"(?:[ỦU][ỶYy]\s*BAN\s+NHÂN\s+DÂN|(?:Ủy|Uỷ)\s+ban\s+nhân\s+dân|UBND)"
_NAME = r"[^\W\d_]+(?:[\s\-][^\W\d_]+){0,4}"
_ISSUER = re.compile(rf"{_OFFICE}\s+(?P<kind>{_COMMUNE})\s+(?P<name>{_NAME})")
_OTHER_OFFICE = re.compile(rf"{_OFFICE}(?:\s+\w(?=\s))?\s*(?P<name>(?:TỈNH|THÀNH\s+PHỐ|HUYỆN|THỊ\s+XÃ|QUẬN)\s+{_NAME})")
_IN_TEXT = re.compile(rf"{_OFFICE}\s+(?P<kind>{_COMMUNE})\s+(?P<name>[{CAPITAL}]\w*(?:\s+[{CAPITAL}]\w*){{0,3}})")


_COUNCIL = "Hội đồng Thi đua - Khen thưởng"
_COUNCIL_SYMBOL = re.compile(r"-HĐ(?:TĐ|$)")  # a paper of the Council bears its letters, not those of the committee
_COUNCIL_IN_TEXT = re.compile(
    r"(?i:hội đồng thi đua\s*[-–,]\s*khen thưởng)\s+"
    rf"(?P<commune>{_COMMUNE}\s+[{CAPITAL}]\w*(?:\s+[{CAPITAL}]\w*){{0,3}})"
)
_LONGEST_LINE = 400  # the whole header on one line; more is no header


@dataclass(frozen=True, slots=True)
class HeaderFields:
    """What the header says; None for what it leaves out."""

    issuer: str = ""
    symbol: str | None = None
    number: int | None = None
    place: str | None = None
    date: PartialDate = field(default_factory=PartialDate)


def header_fields(lines: list[str], text_below: str = "") -> HeaderFields:
    """The fields of a header; the issuer is looked for in ``text_below`` when the header names none."""
    parts = "\n".join(_parted(line) for line in lines if len(line) <= _LONGEST_LINE)
    symbol, number = _symbol(parts)
    place, day = _place_and_date(parts)
    issuer = _issuer(parts) or _issuer_in_text(text_below)
    if symbol and _COUNCIL_SYMBOL.search(symbol):
        issuer = _council(issuer, text_below)
    return HeaderFields(issuer, symbol, number, place, day)


def _council(committee: str, text_below: str) -> str:
    """The Council of the commune whose committee stands above it in the header, or that the text names."""
    commune = re.search(r"(?:xã|phường|thị trấn|đặc khu)\s.+", committee)
    if not commune:
        named = _COUNCIL_IN_TEXT.search(text_below)
        commune = re.search(r"\S.*", named["commune"]) if named else None
    return f"{_COUNCIL} {commune[0]}" if commune else committee or _COUNCIL


def _parted(line: str) -> str:
    """The line with a break at every column and around the fixed words, also where columns were glued together."""
    line = re.sub(rf"({_MOTTO})", r"\n\1\n", line.replace("\t", "\n"), flags=re.IGNORECASE)
    line = re.sub(r"(?=Số\s*[:.])", "\n", line)
    line = re.sub(rf"({_SYMBOL.pattern})", r"\1\n", line) if "ngày" in line else line
    return re.sub(r"[ ]+", " ", line)


def _symbol(text: str) -> tuple[str | None, int | None]:
    found = _SYMBOL.search(text)
    if not found:
        alone = re.search(r"Số\s*[:.]\s*(\d{1,5})\b", text)
        return None, int(alone[1]) if alone else None
    symbol = re.sub(r"\s*[-–]\s*", "-", found["symbol"])
    return symbol, int(found["number"]) if found["number"] else None


def _place_and_date(text: str) -> tuple[str | None, PartialDate]:
    found = next((f for f in _DATE.finditer(text) if not re.search(r"số|kèm theo", f["place"].lower())), None)
    if not found:
        return None, PartialDate()
    day, month, year = (int(found[k]) if (found[k] or "").strip().isdigit() else None for k in "dmy")
    place = found["place"].strip(" -–—_.")
    day = day if day and day <= 31 else None
    return place or None, PartialDate(day, month if month and month <= 12 else None, year)


def _issuer(text: str) -> str:
    """The commune's committee; any other office when there is none."""
    joined = re.sub(r"\s+", " ", re.sub(_MOTTO, "\n", text, flags=re.IGNORECASE))
    left = re.split(r"\bSố\s*[:.]", text)[0]
    for source in (re.sub(_MOTTO, "\n", left, flags=re.IGNORECASE), joined):
        found = re.search(rf"{_OFFICE}(?:\s+\w(?=\s))?\s*(?P<kind>{_COMMUNE})\s+(?P<name>[^\n\d,;:/]{{2,40}})", source)
        if found:
            return f"Ủy ban nhân dân {found['kind'].lower()} {capitalised(_clean_name(found['name']))}"
    other = _OTHER_OFFICE.search(joined)
    if other:
        return f"Ủy ban nhân dân {_clean_office(other['name'])}"
    return _first_office(text)


def _clean_name(name: str) -> str:
    return re.split(r"\s+(?:Số|CỘNG|Độc)\b|\s{2,}", name.strip())[0].strip(" -–—")


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
    return f"Ủy ban nhân dân {found['kind'].lower()} {found['name'].strip()}" if found else ""
