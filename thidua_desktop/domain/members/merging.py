"""What is to be said before two records become one: which of them stays where both say something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Choice = Literal["kept", "other", "both"]
CHOICES: tuple[Choice, ...] = ("kept", "other", "both")


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place where two records say different things.

    ``kept`` and ``other`` are what they say; ``may_both`` tells that both may stay. ``key`` names it in the answers;
    without an answer it is ``proposed``. What does not stay goes into the note.
    """

    key: str
    what: str
    kept: str
    other: str
    may_both: bool = False
    proposed: Choice = "kept"

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be answered."""
        return CHOICES if self.may_both else CHOICES[:2]


@dataclass(frozen=True, slots=True)
class Merger:
    """Organisations that become one: ``others`` go into ``into``.

    ``day`` is the first day (ISO) of the one organisation, and what happened before stays with those there were; None
    means that one organisation was entered several times, and everything becomes one. ``name`` is its name from then
    on, "" the present one of ``into``. ``people`` are pairs (who stays, who goes) of people that were entered twice.
    """

    into: int
    others: tuple[int, ...]
    day: str | None = None
    name: str = ""
    people: tuple[tuple[int, int], ...] = ()

    @property
    def year(self) -> int | None:
        """The first year of the one organisation, None for all years."""
        return int(self.day[:4]) if self.day else None


def added_note(note: str, source: str, texts: Sequence[str]) -> str:
    """A note with what did not stay of another record: "… Gộp từ Hội CCB: nộp 05/03/2026."."""
    said = "; ".join(filter(None, texts))
    line = f"Gộp từ {source}: {said}." if said else ""
    return " ".join(filter(None, (note.strip(), line)))
