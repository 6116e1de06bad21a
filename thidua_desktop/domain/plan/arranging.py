"""Two trees of which some nodes are the same, made into one: the old one with some of the new one's changes.

Nodes are numbered in reading order; a tree is each node's parent, -1 for the top. A list is a tree of one level.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

TOP = -1
Parents = Sequence[int]


class Node(NamedTuple):
    """A node of the result: its number in the old tree, or in the new one when ``is_new``."""

    number: int
    is_new: bool = False


Children = dict[Node | None, list[Node]]
"""The children of each node in order; those at the top are under None."""


@dataclass(frozen=True, slots=True)
class Match:
    """Two trees and which nodes are the same: old number → new number."""

    old: Parents
    new: Parents
    pairs: Mapping[int, int]

    @property
    def back(self) -> dict[int, int]:
        """The pairs from new to old."""
        return {new: old for old, new in self.pairs.items()}

    @property
    def removed(self) -> frozenset[int]:
        """The old nodes that the new tree does not have."""
        return frozenset(range(len(self.old))) - self.pairs.keys()

    @property
    def added(self) -> frozenset[int]:
        """The new nodes that the old tree does not have."""
        return frozenset(range(len(self.new))) - frozenset(self.pairs.values())

    def moved(self) -> frozenset[int]:
        """The old nodes that stand under another parent, or in another order among those that stayed."""
        back = self.back
        moved: set[int] = set()
        stayed: dict[int, list[int]] = {}
        for new in range(len(self.new)):
            old = back.get(new)
            if old is None:
                continue
            parent = self.new[new]
            if self.old[old] == (TOP if parent == TOP else back.get(parent, len(self.old))):
                stayed.setdefault(self.old[old], []).append(old)
            else:
                moved.add(old)
        for siblings in stayed.values():
            moved.update(set(siblings) - set(_longest_rising(siblings)))
        return frozenset(moved)


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """The longest part of a sequence, gaps allowed, in which each number is higher than the one before."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for number in numbers:
        place = bisect_left(ends, number)
        before[number] = ends[place - 1] if place else None
        ends[place : place + 1] = [number]
    rising: list[int] = []
    step = ends[-1] if ends else None
    while step is not None:
        rising.append(step)
        step = before[step]
    return rising[::-1]


def arranged(match: Match, *, removed: Collection[int], added: Collection[int], moved: Collection[int]) -> Children:
    """The old tree with these changes made: old nodes taken out, new ones put in, old ones moved as in the new tree.

    What stood below a node that is gone comes up to the one above it. A move that would put a node below itself,
    because another move was not taken, is left out. With every change it is the new tree, with none the old one.
    """
    merged = _Merged(match, frozenset(removed), frozenset(added), frozenset(moved))
    return merged.children()


class _Merged:
    def __init__(self, match: Match, removed: frozenset[int], added: frozenset[int], moved: frozenset[int]) -> None:
        self._match = match
        self._back = match.back
        self._nodes = [Node(old) for old in range(len(match.old)) if old not in removed]
        self._nodes += [Node(new, is_new=True) for new in sorted(added)]
        self._there = set(self._nodes)
        self._by_new = {node for node in self._nodes if node.is_new or node.number in moved}
        self._break_circles()

    def _parent(self, node: Node) -> Node | None:
        if node in self._by_new:
            parent = self._match.new[self._place(node)]
            while parent != TOP:
                found = Node(self._back[parent]) if parent in self._back else Node(parent, is_new=True)
                if found in self._there:
                    return found
                parent = self._match.new[parent]
            return None
        parent = self._match.old[node.number]
        while parent != TOP and Node(parent) not in self._there:
            parent = self._match.old[parent]
        return None if parent == TOP else Node(parent)

    def _place(self, node: Node) -> int:
        """Where a node stands in the new tree, -1 for one that is not there."""
        return node.number if node.is_new else self._match.pairs.get(node.number, -1)

    def _break_circles(self) -> None:
        for node in self._nodes:
            seen: list[Node] = []
            step: Node | None = node
            while step is not None and step not in seen:
                seen.append(step)
                step = self._parent(step)
            if step is not None:
                circle = seen[seen.index(step) :]
                self._by_new -= {one for one in circle if not one.is_new}

    def children(self) -> Children:
        found: Children = {}
        for node in self._nodes:
            if node not in self._by_new:
                found.setdefault(self._parent(node), []).append(node)
        for node in sorted(self._by_new, key=self._place):
            siblings = found.setdefault(self._parent(node), [])
            siblings.insert(self._after(siblings, self._place(node)), node)
        return found

    def _after(self, siblings: Sequence[Node], place: int) -> int:
        """Behind the sibling that comes last before ``place`` in the new tree."""
        earlier = [(self._place(one), at) for at, one in enumerate(siblings) if -1 < self._place(one) < place]
        return max(earlier)[1] + 1 if earlier else 0
