"""A plan with some of the differences to another one taken; ids of what it had already stay.

With every difference taken nothing differs any more, with none it is the old plan.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from ..outline import sections as outline
from . import rows as plan_rows
from .arranging import Children, Match, Node, arranged
from .differences import FIELDS, Comparison, Key, below, changed_fields, field_value
from .plans import Plan, Section


def merged(both: Comparison, taken: Collection[Key]) -> Plan:
    """The old plan with the differences of these keys; what comes from the new plan has the id 0.

    Numbers of sections follow: those of the new plan where all its sections came, in their order anew where some did.
    """
    keys = frozenset(taken)
    plan = _with_fields(both, keys)
    plan = replace(plan, sections=_Outline(both, keys).sections())
    return _with_rows(both, plan, keys)


def _with_fields(both: Comparison, keys: frozenset[Key]) -> Plan:
    plan = both.old
    names = [name for name in (*FIELDS, "date") if Key("field", "changed", name) in keys]
    names += [name for name in ("preamble", "closing") if Key("text", "changed", name) in keys]
    for name in names:
        changes: dict[str, Any] = {name: field_value(both.new, name)}
        if name.startswith("signer_"):
            signer: dict[str, Any] = {name.removeprefix("signer_"): field_value(both.new, name)}
            changes = {"signer": replace(plan.signer, **signer)}
        plan = replace(plan, **changes)
    return plan


def _numbers(keys: frozenset[Key], part: str, what: str) -> set[int]:
    return {key.number for key in keys if (key.part, key.what) == (part, what) and not key.name}


class _Outline:
    """The sections of the merged plan."""

    def __init__(self, both: Comparison, keys: frozenset[Key]) -> None:
        self._both = both
        self._old = list(both.old.all_sections())
        self._new = list(both.new.all_sections())
        match = both.sections
        self._changed = _numbers(keys, "section", "changed")
        self._moved = _numbers(keys, "section", "moved")
        gone = (below(match.old, match.removed, top) for top in _numbers(keys, "section", "removed"))
        come = (below(match.new, match.added, top) for top in _numbers(keys, "section", "added"))
        self._removed = {one for whole in gone for one in whole}
        self._added = {one for whole in come for one in whole}
        self._renumbered = Key("section", "changed", "numbers") in keys

    def sections(self) -> tuple[Section, ...]:
        match = self._both.sections
        children = arranged(match, removed=self._removed, added=self._added, moved=self._moved)
        stayed = not (match.removed or match.added or match.moved())
        whole = self._removed == match.removed and self._added == match.added and self._moved == match.moved()
        as_new = self._renumbered if stayed else whole
        made = self._branch(children, None, 1, as_new=as_new)
        mixed = not whole and (self._removed or self._added or self._moved)
        in_order = outline.renumbered(self._both.old.sections) == self._both.old.sections
        return outline.renumbered(made) if mixed and in_order else made

    def _branch(self, children: Children, holder: Node | None, least: int, *, as_new: bool) -> tuple[Section, ...]:
        """The sections below ``holder``, each at its level or, where that is not below its holder's, at ``least``."""
        made = []
        for node in children.get(holder, ()):
            section = self._one(node, as_new=as_new)
            level = max(section.level, least)
            below = self._branch(children, node, level + 1, as_new=as_new)
            made.append(replace(section, level=level, children=below))
        return tuple(made)

    def _one(self, node: Node, *, as_new: bool) -> Section:
        if node.is_new:
            return replace(self._new[node.number], id=0)
        old = self._old[node.number]
        if node.number not in self._both.sections.pairs:
            return old
        new = self._new[self._both.sections.pairs[node.number]]
        if node.number in self._changed:
            old = replace(old, heading=new.heading, body=new.body)
        if as_new:
            old = replace(old, marker=new.marker)
        return replace(old, level=new.level) if as_new or node.number in self._moved else old


# Lists


def _with_rows(both: Comparison, plan: Plan, keys: frozenset[Key]) -> Plan:
    """Targets first: the links of the others lead there."""
    order = {kind: _order(both.rows[kind], keys, kind) for kind in plan_rows.PLAN_KINDS}
    places = {node: place for place, node in enumerate(order["plan_targets"])}
    lists: dict[str, Any] = {
        plan_rows.field_of(kind): tuple(_row(both, kind, node, keys, places) for node in nodes)
        for kind, nodes in order.items()
    }
    return replace(plan, **lists)


def _order(match: Match, keys: frozenset[Key], kind: str) -> list[Node]:
    children = arranged(
        match,
        removed=_numbers(keys, kind, "removed"),
        added=_numbers(keys, kind, "added"),
        moved=match.moved() if Key(kind, "moved") in keys else (),
    )
    return children.get(None, [])


def _row(both: Comparison, kind: str, node: Node, keys: frozenset[Key], places: dict[Node, int]) -> Any:
    """A row of the merged list, with its links as places in the merged list of targets."""
    targets = both.rows["plan_targets"]
    if node.is_new:
        row = replace(plan_rows.items(both.new, kind)[node.number], id=0)
        return _linked(row, _as_new(targets), places)
    old = plan_rows.items(both.old, kind)[node.number]
    if Key(kind, "changed", "", node.number) not in keys:
        return _linked(old, lambda number: Node(number), places)
    other = both.rows[kind].pairs[node.number]
    new = plan_rows.items(both.new, kind)[other]
    changes: dict[str, Any] = {name: getattr(new, name) for name in changed_fields(both, kind, node.number, other)}
    row = replace(old, **changes)
    return _linked(row, _as_new(targets) if {"parent", "target"} & changes.keys() else Node, places)


def _as_new(targets: Match) -> Callable[[int], Node]:
    back = targets.back
    return lambda number: Node(back[number]) if number in back else Node(number, is_new=True)


def _linked(row: Any, node_of: Callable[[int], Node], places: dict[Node, int]) -> Any:
    """The row with its links, numbers of one of the two plans, as places in the merged list."""
    for link in ("parent", "target"):
        named = getattr(row, link, None)
        if named is not None:
            changes: dict[str, Any] = {link: places.get(node_of(named))}
            row = replace(row, **changes)
    return row
