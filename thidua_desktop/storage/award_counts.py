"""How many nominations, choices and awards rounds and decisions hold, each in one query."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from .datafile import DataFile


@dataclass(frozen=True, slots=True)
class RoundCounts:
    """The nominations of a round: all, chosen, not chosen, and those with an award."""

    nominations: int = 0
    chosen: int = 0
    refused: int = 0
    decided: int = 0


def of_rounds(file: DataFile, round_ids: Sequence[int]) -> dict[int, RoundCounts]:
    """The counts of these rounds; one without nominations is left out."""
    rows = file.query(
        """SELECT n.round_id, count(*) AS nominations, sum(n.state = 'được chọn') AS chosen,
                  sum(n.state = 'không chọn') AS refused,
                  sum(EXISTS (SELECT 1 FROM awards a WHERE a.nomination_id = n.id)) AS decided
           FROM nominations n WHERE n.round_id IN (SELECT value FROM json_each(?)) GROUP BY n.round_id""",
        (json.dumps(list(round_ids)),),
    )
    return {row["round_id"]: RoundCounts(*tuple(row)[1:]) for row in rows}


@dataclass(frozen=True, slots=True)
class DecisionCounts:
    """The awards of a decision, and their bonuses together in đồng."""

    awards: int = 0
    bonus: int = 0


def of_decisions(file: DataFile, decision_ids: Sequence[int]) -> dict[int, DecisionCounts]:
    """The counts of these decisions; one without awards is left out."""
    rows = file.query(
        """SELECT decision_id, count(*), coalesce(sum(bonus), 0) FROM awards
           WHERE decision_id IN (SELECT value FROM json_each(?)) GROUP BY decision_id""",
        (json.dumps(list(decision_ids)),),
    )
    return {row[0]: DecisionCounts(row[1], row[2]) for row in rows}
