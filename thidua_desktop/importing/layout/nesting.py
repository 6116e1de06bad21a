"""Which marker stands under which: most papers go I., 1., a), but some put A. under I., 1. under a) or (1) under 1).

A list stands inside another when that one goes on after it: "a) 1. 2. b)" has its numbers under its letters. Where
nothing goes on, the usual order of :class:`~thidua_desktop.importing.layout.marks.Rank` counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from .marks import Mark, Rank

Style = tuple[Rank, str]
_REACH = 400  # markers looked ahead; a list longer than that is none of a plan


class Nesting:
    """The markers of a paper in order, bullets left out; asked for each in turn whether it stands under another."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self._marks = marks
        self._letter = next((index for index, mark in enumerate(marks) if mark.rank == Rank.CAPITAL), -1)
        self._seen: set[tuple[Style, Style]] = set()

    def holds(self, above: Mark, index: int, *, alone: bool) -> bool:
        """Whether the marker number ``index`` stands under ``above``, which stands somewhere before it.

        ``alone`` says that nothing stands over ``above``.
        """
        mark = self._marks[index]
        if above.style == mark.style:
            return False
        if above.rank < mark.rank:
            return True
        pair = (above.style, mark.style)
        if pair in self._seen:
            return True
        inside = mark.place == 1 and (self._goes_on(above, index) or (alone and self._first_letter(above, index)))
        if inside:
            self._seen.add(pair)
        return inside

    def _goes_on(self, above: Mark, index: int) -> bool:
        """Whether the list of ``above`` has its next marker after the list that begins at ``index``."""
        mark = self._marks[index]
        for later in self._marks[index + 1 : index + _REACH]:
            if later.follows(above):
                return True
            if later.rank < min(mark.rank, above.rank) or (later.style == above.style and later.place == 1):
                return False
        return False

    def _first_letter(self, above: Mark, index: int) -> bool:
        """The first "A." of a paper that began with "I." stands under a Roman number."""
        letter = self._marks[index].rank == Rank.CAPITAL and above.rank == Rank.ROMAN
        return letter and index == self._letter
