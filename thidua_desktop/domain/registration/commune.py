"""What the commune itself registers and pledges to the province and its cụm."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class CommuneRegistration:
    """The commune's own registration of a year: ``titles`` for the commune itself, what it ``pledges`` besides the
    targets of its plan, the ``cluster`` (cụm, khối) that it belongs to, and to whom the paper is ``addressed``.
    """

    titles: tuple[str, ...] = ()
    pledges: tuple[str, ...] = ()
    cluster: str = ""
    addressed: str = ""

    def kept(self) -> str:
        """As it is kept in the data file."""
        return json.dumps(asdict(self), ensure_ascii=False)


def read_commune(text: str) -> CommuneRegistration:
    """What was kept; nothing for ""."""
    held = json.loads(text) if text else {}
    return CommuneRegistration(
        tuple(held.get("titles", ())),
        tuple(held.get("pledges", ())),
        str(held.get("cluster", "")),
        str(held.get("addressed", "")),
    )
