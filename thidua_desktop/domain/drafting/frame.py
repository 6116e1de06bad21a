"""What a plan is renewed by: from which year to which, the acts, whose plan it was and whose it becomes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ..offices import Office
from .bases import ActRegister
from .data import DraftingData

Kind = Literal[
    "căn cứ", "số, ngày văn bản", "kỷ niệm", "đại hội, nhiệm kỳ", "giai đoạn", "ngày", "năm", "tên cơ quan", "chủ đề"
]


@dataclass(frozen=True, slots=True)
class Frame:
    """``old`` and ``new`` are years. ``source`` is the office whose plan it was and ``own`` the one that takes it over;
    both None while the plan stays in its office.

    ``source_issuer`` is what the plan calls its issuer, ``theme`` its theme.
    """

    old: int
    new: int
    register: ActRegister
    data: DraftingData
    own: Office | None = None
    source: Office | None = None
    source_issuer: str = ""
    theme: str = ""

    @property
    def later(self) -> int:
        """How many years later the new plan is."""
        return self.new - self.old

    def near(self, year: int) -> bool:
        """Whether a year belongs to the old plan's own time: its year, the one before, the one after."""
        return abs(year - self.old) <= 1


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a text that are to be renewed; ``kind`` None keeps them as they are, safe from later finders."""

    start: int
    end: int
    new: str = ""
    kind: Kind | None = None
    certain: bool = False
    why: str = ""


def quoted(text: str, place: int) -> bool:
    """Whether the place stands within “ ”: a name, which has its own years."""
    return text.rfind("“", 0, place) > text.rfind("”", 0, place)


def clause_before(text: str, place: int) -> str:
    """The words of the clause before a place, in small letters."""
    return re.split(r"[;.]\s", text[:place])[-1].lower()


def clause_after(text: str, place: int) -> str:
    """The words of the clause after a place, in small letters."""
    return re.split(r"[;.](?:\s|$)", text[place:])[0].lower()
