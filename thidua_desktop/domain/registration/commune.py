"""What the commune itself registers and pledges to the province and its cụm."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby

from ..figures.values import given_by
from ..vietnamese import fold
from .cover import BELOW, SHORT, TOO_MUCH, Share, TargetCover, covered, in_unit

_ABOVE = re.compile(r"\b(?:tinh|trung uong|tw|chinh phu|thanh pho|tp|bo|so|cap tren|thi xa|huyen|quan)\b")
"""What names who assigns a figure from above the commune, folded; the People's Council of the commune is its own."""
_BELOW = frozenset({SHORT, TOO_MUCH, BELOW})
_NAMED = 3
"""So many targets are named in the sentence about those below what was assigned."""


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


def from_above(assigned_by: str | None) -> bool:
    """Whether a level above the commune gave the figure."""
    return _ABOVE.search(fold(assigned_by or "")) is not None


def told_below(targets: Iterable[TargetCover]) -> str:
    """The sentence on the targets whose own figure does not come up to the one that a level above assigned; "" for
    none. ``targets`` are the figures of a plan, judged, those of one target together.
    """
    grouped = (list(figures) for _, figures in groupby(targets, key=lambda one: one.target_id))
    found = [f"{figures[0].name} ({words})" for figures in grouped if (words := _below(figures))]
    if not found:
        return ""
    more = f"; và {len(found) - _NAMED} chỉ tiêu khác" if len(found) > _NAMED else ""
    named = f"{'; '.join(found[:_NAMED])}{more}"
    return f"Mức xã đăng ký chưa đạt số cấp trên giao ở {len(found)} chỉ tiêu: {named}."


def _below(figures: Sequence[TargetCover]) -> str:
    """What is registered and what was assigned, of the figures of a target; "" when it is reached."""
    above = [one for one in figures if one.planned and from_above(one.planned.assigned_by)]
    own = [one for one in figures if one.planned and not from_above(one.planned.assigned_by)]
    for assigned in above:
        alike = [one for one in own if in_unit(assigned.planned, filter(None, [one.planned]))]
        if len(alike) != 1:  # several figures in the unit are several things
            continue
        state = covered(assigned.planned, (Share(0, None, "", alike[0].planned),)).state
        if state in _BELOW:
            giver = given_by(assigned.planned.assigned_by) if assigned.planned else ""
            return f"đăng ký {alike[0].planned_text}, {giver} {assigned.planned_text}"
    return ""
