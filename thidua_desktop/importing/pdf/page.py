"""What stands on one page of a PDF: stretches of letters, ruled lines, pictures. Points from the top left corner."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from ...domain.richtext import Run, joined

RAISED = ("\ue010", "\ue011")  # before and after signs set small above the line, while rows are put together
TIGHT = re.compile(r"[\w.)][-/]$")  # a row that ends so keeps the next one close: "NĐ-" | "CP"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Letters set one after another on one base line without a wide gap; raised signs stand between ``RAISED``.
    ``first`` is the width of its first word."""

    runs: tuple[Run, ...]
    x0: float
    x1: float
    y: float
    size: float
    first: float = 0.0

    @property
    def text(self) -> str:
        """The letters without style."""
        return "".join(run.text for run in self.runs)

    def with_next(self, other: Stretch) -> Stretch:
        """Both as one, with a space between where there is room for one."""
        apart = other.x0 - self.x1 > 0.12 * max(self.size, other.size)
        spaced = self.text[-1:].isspace() or other.text[:1].isspace() or not apart
        between = () if spaced else (Run(" ", self.runs[-1].bold and other.runs[0].bold),)
        runs = joined((*self.runs, *between, *other.runs))
        return replace(self, runs=runs, x1=max(self.x1, other.x1), size=max(self.size, other.size))


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line along the page or down it; for one along the page ``y0`` equals ``y1``."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it runs along the page."""
        return self.x1 - self.x0 >= self.y1 - self.y0


@dataclass(slots=True)
class Page:
    """One page. ``aslant`` are words set at an angle (a stamp across the page); ``unread`` counts the signs whose
    letter the file does not say; ``pictured`` is the share of the page that pictures cover; ``codes`` are the codes of
    before Unicode that its fonts told."""

    width: float
    height: float
    stretches: list[Stretch] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    aslant: list[str] = field(default_factory=list)
    unread: int = 0
    pictured: float = 0.0
    codes: set[str] = field(default_factory=set)

    @property
    def letters(self) -> int:
        """How many letters the page holds."""
        return sum(char.isalnum() for stretch in self.stretches for char in stretch.text)
