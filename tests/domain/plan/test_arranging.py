"""Two trees become one with some of the changes between them."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.plan.arranging import TOP, Children, Match, Node, Parents, arranged


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """Each node's parent in reading order: one on the way up from the node before."""
    parents: list[int] = []
    for _ in range(draw(st.integers(0, 8))):
        way = [TOP]
        step = len(parents) - 1
        while step >= 0:
            way.append(step)
            step = parents[step]
        parents.append(draw(st.sampled_from(way)))
    return parents


@st.composite
def matches(draw: st.DrawFn) -> Match:
    old, new = draw(trees()), draw(trees())
    some = draw(st.permutations(range(len(new))))
    same = draw(st.lists(st.sampled_from(range(len(old))), unique=True)) if old and new else []
    return Match(old, new, dict(zip(same, some, strict=False)))


def _shape(children: Children, holder: Node | None = None) -> list[Any]:
    return [(node, _shape(children, node)) for node in children.get(holder, ())]


def _tree(parents: Parents, back: dict[int, int] | None = None, holder: int = TOP) -> list[Any]:
    numbers = [number for number, parent in enumerate(parents) if parent == holder]
    named = [_node(number, back) for number in numbers]
    return [(node, _tree(parents, back, number)) for node, number in zip(named, numbers, strict=True)]


def _node(number: int, back: dict[int, int] | None) -> Node:
    return Node(number) if back is None else Node(back[number]) if number in back else Node(number, is_new=True)


@given(matches())
def test_without_a_change_it_is_the_old_tree_with_all_of_them_the_new_one(match: Match) -> None:
    none = arranged(match, removed=(), added=(), moved=())
    assert _shape(none) == _tree(match.old)
    every = arranged(match, removed=match.removed, added=match.added, moved=match.moved())
    assert _shape(every) == _tree(match.new, match.back)


@given(matches(), st.data())
def test_with_some_changes_nothing_is_lost_and_nothing_is_there_twice(match: Match, data: st.DataObject) -> None:
    removed, added, moved = (
        data.draw(st.sets(st.sampled_from(sorted(numbers)))) if numbers else set()
        for numbers in (match.removed, match.added, match.moved())
    )
    children = arranged(match, removed=removed, added=added, moved=moved)
    found: list[Node] = []
    waiting: list[Node | None] = [None]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    kept = {Node(number) for number in range(len(match.old)) if number not in removed}
    assert sorted(found) == sorted(kept | {Node(number, is_new=True) for number in added})


def test_only_what_left_its_place_is_moved() -> None:
    swapped = Match([TOP] * 4, [TOP] * 4, {0: 0, 1: 3, 2: 1, 3: 2})
    assert swapped.moved() == {1}
