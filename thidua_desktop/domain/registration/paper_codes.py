"""The code in the corner of a paper that goes out and comes back: ĐK-2026-017 is the bản đăng ký of the organisation
that has number 17 in the list of 2026. Nothing is stored for it: it is read from the year's list, and leads back to it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..vietnamese import fold

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        "registration-form": "ĐK",
        "personal-registration": "CN",
        "culture-list": "VH",
        "pledge": "GƯ",
        "target-assignment": "CT",
        "progress-form": "KQ",
    }
)
"""The papers that carry a code, by the name that the command ``export`` gives them, and the letters it begins with."""

OF_PHASE = frozenset({"progress-form"})
"""The papers of one phase: its place in the plan, from 1, stands behind the letters."""

_DIGITS = 3
_PAPERS = {fold(prefix): paper for paper, prefix in PREFIXES.items()}
_APART = r"[\W_]*"
_CODE = re.compile(
    rf"(?<![a-z0-9])({'|'.join(_PAPERS)}){_APART}?([0-9o]{{0,2}}?){_APART}(2[0o][0-9o]{{2}}){_APART}([0-9o]{{1,6}})(?![a-z0-9])"
)


@dataclass(frozen=True, slots=True)
class PaperCode:
    """What a code says: which ``paper``, of which year and number in the year's list; ``phase`` 0 for none."""

    paper: str
    year: int
    number: int
    phase: int = 0


def code(paper: str, year: int, number: int | None, phase: int = 0) -> str:
    """The code as it is printed; "" for a paper without a code, or for an organisation without a number."""
    prefix = PREFIXES.get(paper)
    if prefix is None or not number:
        return ""
    return f"{prefix}{phase or '' if paper in OF_PHASE else ''}-{year}-{number:0{_DIGITS}d}"


def read_code(text: str) -> PaperCode | None:
    """The first code in the text, however it was typed: "dk 2026 17", "ĐK–2026–O17.jpg"; None when there is none."""
    for found in _CODE.finditer(fold(text)):
        paper = _PAPERS[found[1]]
        phase, year, number = (int(digits.replace("o", "0") or 0) for digits in found.groups()[1:])
        if number and (paper in OF_PHASE or not found[2]):
            return PaperCode(paper, year, number, phase)
    return None
