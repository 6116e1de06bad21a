"""Who decides an award on a given day, and by whose hands its dossier goes up."""

from __future__ import annotations

from dataclasses import dataclass

from ..awards import Level
from ..legal_acts import UNCHECKED_MARK
from .packs import Law


@dataclass(frozen=True, slots=True)
class Authority:
    """Who decides: the ``level``, the person or body ``who``, ``through`` whom the dossier goes ("" within the office).

    ``level`` is None when the rules of the day name nobody; ``who`` then says so.
    """

    level: Level | None
    who: str
    through: str
    article: str
    source: str
    mark: str
    note: str = ""

    @property
    def is_chair_of_commune(self) -> bool:
        """Whether the chair of the commune's people's committee signs it."""
        return self.level == "xã"


def decider(law: Law, award: str, day: str) -> Authority:
    """Who decides the ``award`` (any way to write it) on ``day`` (ISO)."""
    entry = law.award(award)
    pack = law.pack_on(day)
    for row in pack.authorities:
        if entry and entry.name in row.awards:
            return Authority(row.level, row.who, row.through, row.article, row.source, row.mark, row.note)
    name = entry.written if entry else f"“{award}”"
    return Authority(None, f"Chưa biết ai quyết định tặng {name} ({pack.name}).", "", "", "", UNCHECKED_MARK)
