"""Tables drawn with ruled lines: which words stand in which cell."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from .page import Rule, Stretch

_TOUCH = 3.0  # points: rules this near meet, and edges this near are one
_FEWEST_EDGES = 3  # upright ones: a table has at least two columns
_INSIDE = 2.0
_MOST_RULES = 3000  # on one page; more are a drawing


@dataclass(frozen=True, slots=True)
class Grid:
    """The rules of one table. ``xs`` and ``ys`` are its edges."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rules: tuple[Rule, ...]

    @property
    def top(self) -> float:
        return self.ys[0]

    def holds(self, stretch: Stretch) -> bool:
        """Whether the middle of the stretch lies inside."""
        x, y = (stretch.x0 + stretch.x1) / 2, stretch.y - 0.3 * stretch.size
        return self.xs[0] - _INSIDE <= x <= self.xs[-1] + _INSIDE and self.ys[0] <= y <= self.ys[-1]

    def cells(self, parts: list[Stretch]) -> list[list[list[Stretch]]]:
        """The words of each cell, row by row; a cell that reaches over several rows has its words in the first."""
        out: list[list[list[Stretch]]] = []
        owners: dict[tuple[float, float], list[Stretch]] = {}
        for top, bottom in pairwise(self.ys):
            edges = self._edges(top, bottom)
            row: list[list[Stretch]] = []
            now: dict[tuple[float, float], list[Stretch]] = {}
            for left, right in pairwise(edges):
                cell = [part for part in parts if _in(part, left, right, top, bottom)]
                above = owners.get((left, right))
                if above is not None and not self._closed((left + right) / 2, top):
                    above += cell
                    now[left, right] = above
                    row.append([])
                else:
                    now[left, right] = cell
                    row.append(cell)
            owners = now
            out.append(row)
        return out

    def _edges(self, top: float, bottom: float) -> list[float]:
        middle = (top + bottom) / 2
        standing = [r.x0 for r in self.rules if not r.level and r.y0 - _TOUCH <= middle <= r.y1 + _TOUCH]
        inner = [x for x in self.xs[1:-1] if any(abs(x - at) <= _TOUCH for at in standing)]
        return [self.xs[0], *inner, self.xs[-1]]

    def _closed(self, x: float, y: float) -> bool:
        """Whether a rule runs along the page there."""
        return any(r.level and abs(r.y0 - y) <= _TOUCH and r.x0 - _TOUCH <= x <= r.x1 + _TOUCH for r in self.rules)


def grids(rules: list[Rule]) -> list[Grid]:
    """The tables that the rules draw, from top to bottom."""
    out = []
    for group in _touching(rules) if len(rules) <= _MOST_RULES else ():
        xs = _merged([rule.x0 for rule in group if not rule.level])
        ys = _merged([rule.y0 for rule in group if rule.level])
        if len(xs) >= _FEWEST_EDGES and len(ys) >= 2:
            out.append(Grid(xs, ys, tuple(group)))
    return sorted(out, key=lambda grid: grid.top)


def _touching(rules: list[Rule]) -> list[list[Rule]]:
    groups: list[list[Rule]] = []
    for rule in rules:
        met = [group for group in groups if any(_meet(rule, other) for other in group)]
        groups = [group for group in groups if group not in met]
        groups.append([rule, *(other for group in met for other in group)])
    return groups


def _meet(a: Rule, b: Rule) -> bool:
    return a.x0 - _TOUCH <= b.x1 and b.x0 - _TOUCH <= a.x1 and a.y0 - _TOUCH <= b.y1 and b.y0 - _TOUCH <= a.y1


def _merged(places: list[float]) -> tuple[float, ...]:
    out: list[float] = []
    for place in sorted(places):
        if not out or place - out[-1] > _TOUCH:
            out.append(place)
    return tuple(out)


def _in(part: Stretch, left: float, right: float, top: float, bottom: float) -> bool:
    x, y = (part.x0 + part.x1) / 2, part.y - 0.3 * part.size
    return left <= x < right and top <= y < bottom
