"""What stands at the head and the foot of a paper, as texts for its form."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..offices import Office, Signer
from ..plan.plans import PartialDate, Recipient
from ..vietnamese import date_in_words, fold

COMMITTEE = "Ủy ban nhân dân"
CHAIR = Signer("", "CHỦ TỊCH", f"TM. {COMMITTEE.upper()}")
"""Who signs when nobody is known: the chair for the committee, the name left to the pen."""
COUNCIL = "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG"
_COUNCIL = re.compile("(hoi dong|hd) ?(thi dua|td)")
PEN = "      "
_PLACE_WORD = re.compile(  # "xã" of "xã hội" and of "hợp tác xã" names no place
    r"(?<!\bhợp tác)\s+(?=(?:xã(?!\s+hội\b)|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s)", re.IGNORECASE
)
_HEAD_BREAK = re.compile(rf"{_PLACE_WORD.pattern}|\s+(?=thi đua\s)", re.IGNORECASE)


def signature_texts(signer: Signer | None) -> dict[str, str]:
    """The lines of who signs a paper of the committee, in capitals; what is not known is the chair's.

    Source of the capitals: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, khoản 7.
    """
    return {
        "authority": ((signer.authority if signer else "") or CHAIR.authority).upper(),
        "position": ((signer.position if signer else "") or CHAIR.position).upper(),
        "name": signer.full_name if signer else "",
    }


def issuer_lines(issuer: str) -> tuple[str, ...]:
    """The issuer as printed in the head: "Ủy ban nhân dân xã Ví Dụ" → ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ").

    "UBND" is written out, because the head names the issuer in full (Nghị định 30/2020, Phụ lục I, mục II).
    """
    full = re.sub(r"\bUBND\b", COMMITTEE, issuer.strip())
    first, *rest = _PLACE_WORD.split(full, maxsplit=1)
    return tuple(line.upper() for line in (first, *rest) if line)


def head_issuer(issuer: str, office: Office | None) -> tuple[str, tuple[str, ...]]:
    """The line above the issuer, "" for none, and the issuer's own lines.

    A council of thi đua - khen thưởng stands below the People's Committee that set it up (Nghị định 30/2020, Phụ lục I,
    mục II: cơ quan chủ quản trực tiếp above cơ quan ban hành), a committee below what the office says.
    """
    lines = issuer_lines(issuer)
    if not lines or not _COUNCIL.match(fold(lines[0])):
        return (office.superior_line.upper() if office else ""), lines
    if len(lines) > 1:
        committee = f"{COMMITTEE} {lines[1]}"
    else:
        committee = " ".join(issuer_lines(office_issuer(office))) if office else ""
    return committee.upper(), (COUNCIL,)


def head_parts(line: str) -> tuple[str, ...]:
    """Where a line of the head may break: "UBND THÀNH PHỐ THÍ DỤ" → ("UBND", "THÀNH PHỐ THÍ DỤ")."""
    return tuple(_HEAD_BREAK.split(line, maxsplit=1))


def office_issuer(office: Office) -> str:
    """The People's Committee's full name, from the office's kind and name."""
    named = fold(office.name).startswith(fold(office.kind))
    if named or fold(office.name).startswith(("uy ban nhan dan", "ubnd")):
        place = office.name
    else:
        place = f"{office.kind} {office.name}"
    return place if fold(place).startswith(("uy ban", "ubnd")) else f"{COMMITTEE} {place}"


def number_symbol(number: int | None, symbol: str | None) -> str:
    """Number and symbol, "05/KH-UBND"; what is not known yet is left to the pen.

    Numbers below 10 carry a zero (Nghị định 30/2020, Phụ lục I, mục II).
    """
    digits = PEN if number is None else f"{number:02d}"
    return f"{digits}/{(symbol or PEN).strip('/')}"


def place_date(place: str, date: PartialDate) -> str:
    """The line "Ví Dụ, ngày 05 tháng 02 năm 2026"."""
    words = date_in_words(date.day, date.month, date.year)
    return f"{place}, {words}" if place else f"{PEN}, {words}"


def short_date(date: PartialDate) -> str:
    """A whole date in figures, "05/02/2026", "05/3/2026" (days below 10 and months 1 and 2 carry a zero), else ""."""
    if not (date.day and date.month and date.year):
        return ""
    month = f"{date.month:02d}" if date.month < 3 else str(date.month)
    return f"{date.day:02d}/{month}/{date.year}"


def recipient_lines(recipients: Iterable[Recipient]) -> str:
    """Nơi nhận line by line: "- UBND tỉnh (bc);" … "- Lưu: VT."; the line of the archive stands last.

    Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, khoản 9.
    """
    ordered = sorted(recipients, key=lambda recipient: fold(recipient.name).lstrip("- ").startswith("luu"))
    names = [f"{recipient.name.strip().rstrip(';.')}{_remark(recipient)}" for recipient in ordered]
    ends = ";" * (len(names) - 1) + "."
    return "\n".join(f"- {name}{end}" for name, end in zip(names, ends, strict=False))


def _remark(recipient: Recipient) -> str:
    """ " (bc)", with its brackets whether they were kept or not; "" for no remark."""
    words = (recipient.suffix or "").strip().strip(";.()")
    return f" ({words})" if words else ""
