"""Spreadsheets of targets: a column for each level that assigns, headings in two lines, rows that head a field."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..vietnamese import fold

LEVEL = "values@"
"""Before the name of who assigns the figures of a column: "values@HĐND xã"."""

_YEAR = re.compile(r"\b(?:nam\s+)?(?:19|20)\d{2}\b")
_LEAD = re.compile(r"^(?:(?:chỉ tiêu|kế hoạch|kh|số liệu|số|mức)\s+(?:do\s+)?)+", re.IGNORECASE)
_GIVES = re.compile(r"\s+(?:đã\s+)?giao\b.*$", re.IGNORECASE)
_BODIES = r"(?:hdnd|ubnd|hoi dong nhan dan|uy ban nhan dan|dang uy|cap)"
_PLACES = r"(?:tinh|thanh pho|huyen|thi xa|quan|xa|phuong|dac khu|thi tran|trung uong)"
_NAMED = re.compile(rf"(?:{_BODIES}\s+)?{_PLACES}|hdnd|ubnd|dang uy|cap tren|tw|tp")
_OWN = re.compile(r"(?:xa|phuong|dac khu|don vi|dia phuong)?\s*(?:phan dau|dang ky|quyet tam)")
_SMALL = re.compile(r"(?:cấp|tỉnh|thành|huyện|thị|quận|xã|phường|đặc|trung)\b", re.IGNORECASE)
_ORDINAL = re.compile(r"[IVX]+\.?|[A-Z]\.?")
_FIELD = (
    r"(?:phat trien )?(?:kinh te|van hoa|xa hoi|moi truong|quoc phong|an ninh|y te|giao duc|nong nghiep|nong thon|"
    r"trat tu an toan xa hoi|xay dung dang|xay dung chinh quyen|cai cach hanh chinh|chuyen doi so|he thong chinh tri)"
)
_FIELDS = re.compile(rf"(?:chi tieu )?(?:ve )?(?:linh vuc )?{_FIELD}(?:(?:,? va |, ?| ?[-–] ?){_FIELD})*:?")
_NOTHING = ("", "-", "–", "—", "x", "…")


def without_year(heading: str) -> str:
    """A folded heading without the year in it: "ke hoach nam 2026" → "ke hoach"."""
    return " ".join(_YEAR.sub(" ", heading).split())


def level_key(heading: str) -> str:
    """The key of a column of one level's figures, "" for another heading.

    "Huyện giao", "Chỉ tiêu HĐND xã giao năm 2026", "HĐND xã" → that level; "Xã phấn đấu" → figures of nobody else's.
    """
    words = " ".join(_LEAD.sub("", " ".join(heading.split())).split())
    bare = without_year(fold(words))
    if _OWN.fullmatch(bare):
        return LEVEL
    named = _GIVES.sub("", words)
    gives = named != words
    if not named or not (_NAMED.fullmatch(without_year(fold(named))) or (gives and len(named.split()) <= 5)):
        return ""
    name = " ".join(re.sub(r"\b(?:năm\s+)?(?:19|20)\d{2}\b", "", named).split())
    return LEVEL + (name[:1].lower() + name[1:] if _SMALL.match(name) else name)


def joined_levels(cells: Sequence[tuple[str, str]]) -> str:
    """The figures of a row, given as (column, cell), in one line: "huyện giao 10 ha; HĐND xã giao 6 ha"."""
    parts = []
    for key, cell in cells:
        text = " ".join(cell.split())
        if text.lower() in _NOTHING:
            continue
        by = key.removeprefix(LEVEL) if key.startswith(LEVEL) else ""
        parts.append(f"{by} giao {text}" if by and " giao " not in f" {text} " else text)
    return "; ".join(parts)


def merged_headings(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """A heading in two lines as one: the lower line where it says something, else the upper one."""
    return [low or up for up, low in zip(upper, lower, strict=True)]


def heads_a_field(title: str, others: Sequence[str], number: str) -> bool:
    """Whether a row only names the field of the rows below it: "I | Về kinh tế | | |", "Văn hóa – xã hội | | |"."""
    if not title or any(other.strip().lower() not in _NOTHING for other in others):
        return False
    if number.strip():
        return bool(_ORDINAL.fullmatch(number.strip()))
    return title.isupper() or bool(_FIELDS.fullmatch(" ".join(fold(title).split())))
