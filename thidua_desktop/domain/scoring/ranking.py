"""The places within each block, and over all that a set scores."""

from __future__ import annotations

from dataclasses import dataclass

from ..vietnamese import sort_key
from .points import places
from .sheets import ScoreSheet


@dataclass(frozen=True, slots=True)
class Ranked:
    """One organisation with its sheet; a place is None while nothing of it is scored.

    ``place`` is the one over all, ``block_place`` the one among the organisations of its block.
    """

    sheet: ScoreSheet
    place: int | None = None
    block_place: int | None = None

    @property
    def name(self) -> str:
        """Who it is."""
        return self.sheet.scored.name

    @property
    def block(self) -> str:
        """The block it stands in, "" for none."""
        return self.sheet.scored.block

    @property
    def registration_id(self) -> int:
        """Its place in the year's list."""
        return self.sheet.scored.registration_id

    @property
    def place_words(self) -> str:
        """The place in its block: "hạng 2", "tạm hạng 2" while criteria have no points yet, "" without a place."""
        if self.block_place is None:
            return ""
        return f"{'tạm ' if self.sheet.total.unknown else ''}hạng {self.block_place}"


@dataclass(frozen=True, slots=True)
class Ranking:
    """All that a set scores, block by block in the order of their names, those without a block last."""

    ranked: tuple[Ranked, ...]

    def blocks(self) -> tuple[tuple[str, tuple[Ranked, ...]], ...]:
        """The blocks, "" for those in none, each with its organisations, the best first; without a place last."""
        names = sorted({one.block for one in self.ranked}, key=lambda name: (not name, sort_key(name)))
        return tuple((name, tuple(self._ordered(name))) for name in names)

    def _ordered(self, block: str) -> list[Ranked]:
        own = [one for one in self.ranked if one.block == block]
        return sorted(own, key=lambda one: (one.block_place is None, one.block_place or 0))

    @property
    def unscored(self) -> int:
        """How many have no points yet."""
        return sum(one.place is None for one in self.ranked)

    @property
    def unknown(self) -> int:
        """How many of those with a place still have criteria without points."""
        return sum(one.place is not None and one.sheet.total.unknown > 0 for one in self.ranked)

    @property
    def lost(self) -> tuple[str, ...]:
        """The criteria whose target is gone, by their names."""
        return tuple(dict.fromkeys(row.criterion.name for one in self.ranked for row in one.sheet.lost))

    @property
    def unexplained(self) -> int:
        """How many points the council changed without saying why."""
        return sum(one.sheet.unexplained for one in self.ranked)


def ranked(sheets: tuple[ScoreSheet, ...]) -> Ranking:
    """The places of those whose sheets these are."""
    points = {one.scored.registration_id: one.total.points for one in sheets if one.total.known}
    over_all = places(points)
    within: dict[int, int] = {}
    for block in {one.scored.block for one in sheets}:
        ids = [one.scored.registration_id for one in sheets if one.scored.block == block]
        within |= places({one: points[one] for one in ids if one in points})
    return Ranking(
        tuple(
            Ranked(one, over_all.get(one.scored.registration_id), within.get(one.scored.registration_id))
            for one in sheets
        )
    )
