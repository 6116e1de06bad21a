"""The items of a plan's body as a tree of sections."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from ...domain.plan.plans import Section
from ...domain.richtext import Paragraph
from .marks import Mark, Rank, is_upper
from .nesting import Nesting
from .outline import Item

_BESIDE = 0.5  # a heading without a number stands so far above or below the numbers it goes with
_WIDEST = 0.0
_UNDER_LETTERS = Rank.LETTER + _BESIDE
_APPENDIX = re.compile(r"PHỤ LỤC\b")


@dataclass
class _Node:
    level: int
    rank: float
    mark: Mark | None
    heading: str | None
    body: list[Paragraph] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)

    def section(self) -> Section:
        children = tuple(child.section() for child in self.children)
        return Section(self.level, self.mark.text if self.mark else "", self.heading, tuple(self.body), children)


def sections(body: list[Item]) -> tuple[Section, ...]:
    """The items as a tree: a marker belongs under the nearest one above it that holds it."""
    tree = _Tree([item.mark for item in body if item.mark and not item.mark.bullet])
    for item in body:
        if item.mark and not item.mark.bullet:
            tree.add_numbered(item, item.mark)
        elif item.heading:
            tree.add_bare(item)
        else:
            tree.add_text(item.paragraph)
    return tuple(root.section() for root in tree.roots)


class _Tree:
    """The tree while it grows; the stack holds the section that is open and those it stands in."""

    def __init__(self, marks: list[Mark]) -> None:
        self.roots: list[_Node] = []
        self._stack: list[_Node] = []
        self._marks = marks
        self._next = 0
        self._nesting = Nesting(marks)
        self._begun = Counter(mark.style for mark in marks if mark.place == 1)
        self._chapters = self._next_chapters()

    def _next_chapters(self) -> list[Mark | None]:
        """For each place among the markers the next one as wide as a Roman number, itself counted."""
        out: list[Mark | None] = [None]
        for mark in reversed(self._marks):
            out.append(mark if mark.rank <= Rank.ROMAN else out[-1])
        return out[::-1]

    def add_numbered(self, item: Item, mark: Mark) -> None:
        """A section with a number: beside the open one of the same list, else under what holds it."""
        place = next((i for i, node in enumerate(self._stack) if node.mark and node.mark.style == mark.style), None)
        if place is not None:
            del self._stack[place:]
        while place is None and self._stack and not self._holds(self._stack[-1], mark):
            self._stack.pop()
        self._next += 1
        text = item.text.strip()
        body = [] if item.heading or not text else [item.paragraph]
        self._push(_Node(1, float(mark.rank), mark, text if item.heading else None, body))

    def add_bare(self, item: Item) -> None:
        """A heading without a number."""
        rank = self._bare_rank(item)
        while self._stack and self._stack[-1].rank >= rank:
            self._stack.pop()
        self._push(_Node(1, rank, None, item.text.strip()))

    def add_text(self, paragraph: Paragraph) -> None:
        """A paragraph or an item of a list, to the open section."""
        if not self._stack:
            self._push(_Node(1, Rank.LETTER, None, None))
        self._stack[-1].body.append(paragraph)

    def _push(self, node: _Node) -> None:
        node.level = len(self._stack) + 1
        (self._stack[-1].children if self._stack else self.roots).append(node)
        self._stack.append(node)

    def _holds(self, node: _Node, mark: Mark) -> bool:
        if node.mark is None:
            return node.rank < mark.rank
        return self._nesting.holds(node.mark, self._next, alone=len(self._stack) == 1)

    def _bare_rank(self, item: Item) -> float:
        """Where a heading without a number stands: over the list that begins below, or inside the one that goes on."""
        if item.line.outline:
            return Rank.PART + item.line.outline / 2
        capitals = is_upper(item.text)
        below = self._marks[self._next] if self._next < len(self._marks) else None
        if _APPENDIX.match(item.text) or (capitals and self._chapters[0] is None):
            return _WIDEST
        if capitals:
            below = self._chapters[self._next]
        if below is None or self._goes_on(below):
            return Rank.ROMAN + _BESIDE if capitals else _UNDER_LETTERS
        if below.rank > Rank.ROMAN:
            return below.rank - _BESIDE if below.place == 1 else _UNDER_LETTERS
        return below.rank - _BESIDE if self._begun[below.style] > 1 else below.rank

    def _goes_on(self, mark: Mark) -> bool:
        """Whether the marker is the next one of a list that is open."""
        return any(node.mark and mark.follows(node.mark) for node in self._stack)
