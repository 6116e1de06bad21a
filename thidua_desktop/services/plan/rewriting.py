"""A stored plan made equal to one in memory: what it has already keeps its rows, with all that hangs on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from ...domain.plan import rows as plan_rows
from ...domain.plan.plans import Plan, PlanCommitment, Section, Target
from ...domain.richtext import to_json
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.plans import commitment_row, ensure_year, head_row, list_rows, target_row
from ...storage.records import Row
from ..registers import register_rows as rows_of
from ..registers.register_effects import follow
from ..registration.kept import keep_before_text, refuse_kept
from ..workspace import Workspace

_SECTIONS = "plan_sections"
_TARGETS = "plan_targets"
_COMMITMENTS = "commitments"


def rewrite(workspace: Workspace, stored: Plan, wanted: Plan) -> None:
    """Writes what differs; sections and rows of ``wanted`` with the id 0 are new. Belongs inside an act.

    State, files and the version a plan amends stay as they are.
    """
    file = workspace.file
    _put_head(file, stored, wanted)
    _put_sections(file, stored, wanted)
    _Lists(workspace, stored, wanted).put()


def _put_head(file: DataFile, stored: Plan, wanted: Plan) -> None:
    old, new = head_row(stored), head_row(wanted)
    changed = {key: value for key, value in new.items() if value != old[key]}
    for key in ("state", "amends_id", "drafted_from_id"):
        changed.pop(key, None)
    if "year" in changed:
        ensure_year(file, wanted.year)
    if changed:
        records.update(file, "plans", stored.id, changed)


def _put_sections(file: DataFile, stored: Plan, wanted: Plan) -> None:
    """From the top down, so that a holder is in its place before what it holds; what is left over goes last."""
    old = dict(_rows(None, stored.sections))
    kept: set[int] = set()

    def put(holder: int | None, sections: Sequence[Section]) -> None:
        ids = []
        for section in sections:
            row = _row(holder, section)
            if section.id in old:
                ids.append(section.id)
                _update(file, _SECTIONS, section.id, old[section.id], row)
            else:
                ids.append(records.insert(file, _SECTIONS, {"plan_id": stored.id} | row))
        records.place_in_order(file, _SECTIONS, ids)
        kept.update(ids)
        for section_id, section in zip(ids, sections, strict=True):
            put(section_id, section.children)

    put(None, wanted.sections)
    records.delete(file, _SECTIONS, [section_id for section_id in old if section_id not in kept])


def _rows(holder: int | None, sections: Sequence[Section]) -> list[tuple[int, Row]]:
    found = []
    for section in sections:
        found.append((section.id, _row(holder, section)))
        found += _rows(section.id, section.children)
    return found


def _row(holder: int | None, section: Section) -> Row:
    words: Row = {"marker": section.marker, "heading": section.heading, "body": to_json(section.body)}
    return {"parent_id": holder, "level": section.level} | words


def _update(file: DataFile, table: str, row_id: int, old: Row, new: Row) -> None:
    changed = {key: value for key, value in new.items() if value != old[key]}
    if changed:
        records.update(file, table, row_id, changed)


class _Lists:
    """The lists of a plan, targets first: the others name them."""

    def __init__(self, workspace: Workspace, stored: Plan, wanted: Plan) -> None:
        self._workspace = workspace
        self._file = workspace.file
        self._stored = stored
        self._wanted = wanted

    def put(self) -> None:
        targets = self._put_rows(_TARGETS, _target_rows(self._stored), _target_rows(self._wanted))
        self._put_parents(targets)
        self._keep_commitments()
        old, new = list_rows(self._stored), list_rows(self._wanted)
        for kind in old:
            self._put_rows(kind, old[kind], new[kind])
        before = [target.id for target in self._stored.targets]
        commitments = self._put_rows(
            _COMMITMENTS, _commitment_rows(self._stored, before), _commitment_rows(self._wanted, targets)
        )
        self._link_organisations(commitments)

    def _keep_commitments(self) -> None:
        """What organisations handed in is kept before the text changes it, and is not taken away by the text."""
        there = {one.id for one in self._wanted.commitments}
        refuse_kept(self._workspace, _COMMITMENTS, [one.id for one in self._stored.commitments if one.id not in there])
        keep_before_text(self._file, self._stored, self._wanted)

    def _put_rows(self, kind: str, old: Sequence[Row], new: Sequence[Row]) -> list[int]:
        """The ids of the rows of a list after it was made as wanted."""
        file, stored = self._file, plan_rows.items(self._stored, kind)
        before = {item.id: row for item, row in zip(stored, old, strict=True)}
        figures = {item.id: getattr(item, "values", ()) for item in stored}
        ids = []
        for item, row in zip(plan_rows.items(self._wanted, kind), new, strict=True):
            row_id = cast(int, item.id)
            if row_id in before:
                _update(file, kind, row_id, before[row_id], row)
            else:
                row_id = records.insert(file, kind, {"plan_id": self._stored.id} | row)
            if figures.get(row_id, ()) != getattr(item, "values", ()):
                rows_of.put_figures(file, kind, row_id, item.values)
            ids.append(row_id)
        records.delete(file, kind, [row_id for row_id in before if row_id not in ids])
        records.place_in_order(file, kind, ids)
        return ids

    def _put_parents(self, ids: Sequence[int]) -> None:
        for target, row_id in zip(self._wanted.targets, ids, strict=True):
            parent_id = None if target.parent is None else ids[target.parent]
            if records.get(self._file, _TARGETS, row_id)["parent_id"] != parent_id:
                records.update(self._file, _TARGETS, row_id, {"parent_id": parent_id})

    def _link_organisations(self, ids: Sequence[int]) -> None:
        named = {one.id: one.organisation for one in self._stored.commitments}
        pairs = zip(self._wanted.commitments, ids, strict=True)
        others = [row_id for one, row_id in pairs if named.get(row_id) != one.organisation]
        if others:
            follow(self._workspace, _COMMITMENTS, others, {"organisation"})


def _target_rows(plan: Plan) -> list[Row]:
    targets: tuple[Target, ...] = plan.targets
    return [target_row(target) for target in targets]


def _commitment_rows(plan: Plan, target_ids: Sequence[int]) -> list[Row]:
    def row(one: PlanCommitment) -> Row:
        towards: Any = None if one.target is None else target_ids[one.target]
        return commitment_row(one) | {"target_id": towards}

    return [row(one) for one in plan.commitments]
