"""The legal bases of a paper about awards, out of the office's register of acts: which, in which order, how cited.

Law before decree before circular before the province's own; laws by name and day alone (Nghị định 30/2020, Phụ lục I).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..legal_acts import LegalAct
from ..vietnamese import date_in_words, fold

_KINDS = ("Hiến pháp", "Luật", "Pháp lệnh", "Nghị định", "Thông tư", "Quyết định")
_BY_NAME = ("Hiến pháp", "Luật", "Pháp lệnh")
# What such a paper stands on, in the order of citing: how the commune works, awards, who decides them.
_TOPICS = ("to chuc chinh quyen dia phuong", "thi dua, khen thuong", "phan dinh tham quyen")
_OF_ONE_SECTOR = " nganh "


def award_bases(acts: Iterable[LegalAct], day: str) -> tuple[str, ...]:
    """The acts in force on ``day`` (ISO) that a decision or tờ trình about awards cites, a line each, ended by ";"."""
    found = [act for act in acts if _topic(act) is not None and _holds(act, day)]
    chosen = [act for act in found if not _stands_back(act, found, day)]
    return tuple(f"Căn cứ {citation(act)};" for act in sorted(chosen, key=_order))


def citation(act: LegalAct) -> str:
    """An act as a basis names it: "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022", "Nghị định số … quy định …"."""
    year, month, day = (int(part) for part in act.date.split("-")) if act.date else (0, 0, 0)
    dated = f" {date_in_words(day, month, year)}" if act.date else ""
    if act.kind in _BY_NAME:
        return f"{act.title}{dated}" if dated else f"{act.title} số {act.number}"
    by = f" của {act.issuer}" if act.issuer else ""
    about = f" {act.title[:1].lower()}{act.title[1:]}" if act.title else ""
    return f"{act.kind} số {act.number}{dated}{by}{about}"


def _topic(act: LegalAct) -> int | None:
    title = fold(act.title)
    if act.kind not in _KINDS or _OF_ONE_SECTOR in title:
        return None
    return next((place for place, words in enumerate(_TOPICS) if words in title), None)


def _holds(act: LegalAct, day: str) -> bool:
    return (act.valid_from or act.date or day) <= day <= (act.valid_to or day)


def _stands_back(act: LegalAct, found: Sequence[LegalAct], day: str) -> bool:
    """Whether of two acts, one in place of the other and both open on the day, this is the one not to cite."""
    replaced_by = next((one for one in found if one.number == act.replaced_by), None)
    if replaced_by:
        return bool(replaced_by.valid_from or replaced_by.date)
    return any(one.replaced_by == act.number and not (act.valid_from or act.date) for one in found)


def _order(act: LegalAct) -> tuple[int, int, str, str]:
    rank = _KINDS.index(act.kind)
    return rank, (_topic(act) or 0) if act.kind in _BY_NAME else 0, act.date or "", act.number
