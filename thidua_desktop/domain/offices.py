"""The office that uses the program, and who signs for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, cast

from .plan.plans import Plan
from .vietnamese import fold

OfficeKind = Literal["xã", "phường", "đặc khu"]


@dataclass(frozen=True, slots=True)
class Office:
    """A commune-level People's Committee.

    ``superior_line`` is printed above the issuer ("UBND TỈNH …") or empty: Nghị định 30/2020 leaves it disputed, so it
    is the office's choice. ``place_name`` is the địa danh before the date of a paper.
    """

    name: str
    kind: OfficeKind = "xã"
    province: str = ""
    superior_line: str = ""
    place_name: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who signs papers, from ``valid_from`` to ``valid_to`` (ISO dates, None = open).

    ``authority`` is the line above the position for collective papers ("TM. ỦY BAN NHÂN DÂN"), ``position``
    the position line ("CHỦ TỊCH", "KT. CHỦ TỊCH\\nPHÓ CHỦ TỊCH").
    """

    full_name: str
    position: str
    authority: str = ""
    valid_from: str | None = None
    valid_to: str | None = None
    id: int = 0


def office_of(plan: Plan) -> Office | None:
    """The office that issued a plan, as its head names it; None when that is no commune, ward or special zone."""
    found = re.search(r"nhân dân\s+((xã|phường|đặc khu)\s+\S.*)$", plan.issuer, re.IGNORECASE)
    if not found:
        return None
    kind = found[2].lower()
    name = f"{kind} {found[1][len(kind) :].strip()}"
    first = plan.header[0].strip() if plan.header else ""
    is_committee = re.match(r"(UBND|[ỦU]Y BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)\s+\S", first)
    superior = first if is_committee and fold(name) not in fold(first) else ""
    return Office(name, cast(OfficeKind, kind), superior_line=superior, place_name=plan.place or "")
