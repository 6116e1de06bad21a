"""The places of a year by a set."""

from __future__ import annotations

from ...domain.scoring.ranking import Ranking, ranked
from ..workspace import Workspace
from .scores import SetScores


def ranking(workspace: Workspace, set_id: int) -> Ranking:
    """The places by a set."""
    return ranked(SetScores(workspace, set_id).sheets())
