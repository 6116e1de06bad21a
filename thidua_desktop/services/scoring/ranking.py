"""The places of a year by a set."""

from __future__ import annotations

from ...domain.scoring.ranking import Ranking, ranked
from ...domain.scoring.words import total_text
from ..workspace import Workspace
from .scores import SetScores
from .sets import ids_of_year


def standing_words(workspace: Workspace, year: int, organisation_id: int) -> str:
    """How an organisation was scored in the year, by the newest set that scores it: "96,4 điểm, hạng 2 Khối đoàn thể";
    "" when it was not.
    """
    for set_id in reversed(ids_of_year(workspace, year, "đơn vị")):
        found = ranking(workspace, set_id).ranked
        own = next((one for one in found if one.sheet.scored.organisation_id == organisation_id), None)
        if own is not None and own.place is not None:
            points = total_text(own.sheet.total.points)
            among = own.block or f"trong {len(found)} đơn vị"
            unknown = f", còn {own.sheet.total.unknown} tiêu chí chưa có điểm" if own.sheet.total.unknown else ""
            return f"{points} điểm, {own.place_words} {among}{unknown}"
    return ""


def ranking(workspace: Workspace, set_id: int) -> Ranking:
    """The places by a set."""
    return ranked(SetScores(workspace, set_id).sheets())
