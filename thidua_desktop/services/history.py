"""Taking acts back, what happened to a record, and the bin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from ..domain.changes import Changes
from ..domain.figures.values import format_values
from ..domain.registers.catalogue import REGISTERS
from ..storage import bin as stored_bin
from ..storage import history as stored
from ..storage.history import RecordChange
from ..storage.plan_loading import figure
from ..storage.records import Row
from ..storage.registration import FIGURES
from .plan.frozen import refuse_issued_record
from .plan.plans import settle_section
from .record_texts import BINNED, KIND_TITLES, RecordTexts, record_title
from .wording import shortened
from .workspace import Workspace, told


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One change of one cell: when (local time), in which act, in which column, from what to what as shown.

    ``column_heading`` is "" when the record as a whole came (``before`` "") or went (``after`` ""). ``in_effect`` is
    False when the act was undone.
    """

    at: datetime
    act: str
    column_heading: str
    before: str
    after: str
    in_effect: bool = True


@dataclass(frozen=True, slots=True)
class DeletedRecord:
    """A record in the bin: the act that deleted it, what it is ("Người ký"), when it went and what it was called."""

    act_id: int
    kind: str
    kind_title: str
    row_id: int
    at: datetime
    title: str


def undo(workspace: Workspace) -> Changes:
    """Takes the newest act back; empty changes when there is none."""
    return told(workspace.file.undo())


def redo(workspace: Workspace) -> Changes:
    """Does the act undone last once more; empty changes when there is none."""
    return told(workspace.file.redo())


def undo_text(workspace: Workspace) -> str:
    """The act that :func:`undo` would take back, "" when there is none."""
    return workspace.file.undo_text


def is_newest(workspace: Workspace, changes: Changes) -> bool:
    """Whether undo would take back the act that made these changes, and nothing done after it."""
    return bool(changes.act) and workspace.file.undo_act == changes.act


def is_undone(workspace: Workspace, changes: Changes) -> bool:
    """Whether the act that made these changes was taken back: undo goes from the newest act to the oldest."""
    return workspace.file.undo_act < changes.act


def redo_text(workspace: Workspace) -> str:
    """The act that :func:`redo` would do, "" when there is none."""
    return workspace.file.redo_text


def record_history(workspace: Workspace, kind: str, row_id: int) -> list[HistoryEntry]:
    """What happened to a record, newest first, also to one that is deleted.

    ``kind`` is a register's, or another that :mod:`.record_texts` has headings for: "plans", "office", "scores" …
    """
    changes = stored.record_history(workspace.file, kind, row_id)
    texts = RecordTexts(workspace.file, kind, changes)
    found = [(change.act_id, entry) for change in changes for entry in _entries(texts, change)]
    if kind in FIGURES:
        found += _figure_entries(workspace, kind, row_id, {change.act_id for change in changes if not change.before})
    return [entry for _, entry in sorted(found, key=lambda numbered: numbered[0], reverse=True)]


def _entries(texts: RecordTexts, change: RecordChange) -> Iterator[HistoryEntry]:
    before, after = change.before, change.after
    if before is None or after is None:
        name = texts.title(before or after or {})
        yield HistoryEntry(
            change.at, change.act, "", name if before else "", name if after else "", in_effect=change.in_effect
        )
        return
    for key, heading in texts.headings.items():
        if before.get(key) != after.get(key):
            yield HistoryEntry(
                change.at,
                change.act,
                heading,
                texts.cell(key, before.get(key)),
                texts.cell(key, after.get(key)),
                in_effect=change.in_effect,
            )


def _figure_entries(
    workspace: Workspace, kind: str, row_id: int, births: set[int]
) -> Iterator[tuple[int, HistoryEntry]]:
    """The figures of a target after each act that stands; those it was born with belong to its birth."""
    table, link = FIGURES[kind]
    heading = next(column.heading for column in REGISTERS[kind].columns if column.type == "values")
    there: dict[object, Row] = {}
    changes = [change for change in stored.owned_history(workspace.file, table, link, row_id) if change.in_effect]
    for act_id in dict.fromkeys(change.act_id for change in changes):
        of_act = [change for change in changes if change.act_id == act_id]
        before = _figures(there)
        for change in of_act:
            if change.before is not None:
                there.pop(change.before["id"], None)
            if change.after is not None:
                there[change.after["id"]] = change.after
        after = _figures(there)
        if before != after and act_id not in births:
            yield act_id, HistoryEntry(of_act[0].at, of_act[0].act, heading, before, after)


def _figures(there: dict[object, Row]) -> str:
    ordered = sorted(there.values(), key=lambda row: cast(int, row["position"]))
    return format_values(tuple(figure(row) for row in ordered))


def deleted_records(workspace: Workspace, limit: int = -1, offset: int = 0) -> list[DeletedRecord]:
    """What is in the bin, last deleted first; ``limit`` -1 is no limit."""
    rows = stored_bin.deleted_rows(workspace.file, BINNED, limit=limit, offset=offset)
    return [
        DeletedRecord(row.act_id, row.kind, KIND_TITLES[row.kind], row.row_id, row.at, record_title(row.kind, row.row))
        for row in rows
    ]


def restore_deleted(workspace: Workspace, record: DeletedRecord) -> Changes:
    """Brings a record back from the bin with all it owned, in one act.

    Raises ``NameTaken`` when its name is used again, ``OwnerGone`` when what it belonged to is deleted too,
    ``PlanIssued`` for a part of a plan that is issued by now.
    """
    with workspace.file.act(f"Lấy lại “{shortened(record.title)}” từ thùng rác") as act:
        stored_bin.restore_deleted(workspace.file, record.act_id, record.kind, record.row_id)
        refuse_issued_record(workspace, record.kind, record.row_id)
        if record.kind == "plan_sections":
            settle_section(workspace, record.row_id)
    return told(act.changes)
