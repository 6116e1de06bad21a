"""The office that uses the program, and who signs for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
