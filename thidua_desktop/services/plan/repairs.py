"""What the document checker is certain of, done in one act: one finding, or all of them."""

from __future__ import annotations

from collections.abc import Iterator

from ...domain import plan_rows
from ...domain.changes import Changes
from ...domain.checking import Finding
from ...domain.checking.repairs import FOLLOWING, repaired
from ...domain.errors import KnownError
from ...domain.plans import Plan, Section
from ...domain.richtext import to_json
from ...storage import records
from ...storage.records import Row
from ..wording import shortened
from ..workspace import Workspace
from .checking import check_plan
from .plans import plan

_HEAD = ("doc_type", "title", "theme")
_SIGNER = ("authority", "title", "name")


def repair(workspace: Workspace, plan_id: int, finding: Finding) -> Changes:
    """Makes the repair of one finding in the plan; one undo takes it back.

    Raises :class:`KnownError` when the plan has other words there by now; then nothing is changed.
    """
    named = shortened(finding.quote or finding.message)
    return _repair(workspace, plan_id, [finding], f"Sửa theo gợi ý “{named}”")


def repair_all(workspace: Workspace, plan_id: int) -> tuple[Changes, int]:
    """Makes every repair that is certain in one act; returns how many findings were repaired, 0 when there was none."""
    findings = [finding for finding in check_plan(workspace, plan_id) if finding.is_repairable]
    if not findings:
        return Changes(), 0
    return _repair(workspace, plan_id, findings, f"Sửa {len(findings)} chỗ theo gợi ý"), len(findings)


def _repair(workspace: Workspace, plan_id: int, findings: list[Finding], named: str) -> Changes:
    before = plan(workspace, plan_id)
    after = repaired(before, [edit for finding in findings for edit in finding.edits])
    if after == before:
        raise KnownError("Chỗ này đã khác lúc soát; kế hoạch được giữ nguyên.", "Đợi soát lại xong rồi chọn lưu ý mới.")
    with workspace.file.act(named) as act:
        for table, row_id, values in _changed_rows(before, after):
            records.update(workspace.file, table, row_id, values)
    return act.changes


def _changed_rows(before: Plan, after: Plan) -> Iterator[tuple[str, int, Row]]:
    """Table, row and the values that differ; both plans have the same parts."""
    if head := _changed(_head(before), _head(after)):
        yield "plans", before.id, head
    for old, new in zip(before.all_sections(), after.all_sections(), strict=True):
        if row := _changed(_section(old), _section(new)):
            yield "plan_sections", old.id, row
    for kind, fields in FOLLOWING.items():
        for one, other in zip(plan_rows.items(before, kind), plan_rows.items(after, kind), strict=True):
            if row := _changed(
                {key: getattr(one, key) for key in fields}, {key: getattr(other, key) for key in fields}
            ):
                yield kind, one.id, row


def _head(plan: Plan) -> Row:
    row: Row = {key: getattr(plan, key) for key in _HEAD}
    row |= {f"signer_{key}": getattr(plan.signer, key) for key in _SIGNER}
    return row | {"preamble": to_json(plan.preamble), "closing": to_json(plan.closing)}


def _section(section: Section) -> Row:
    return {"marker": section.marker, "heading": section.heading, "body": to_json(section.body)}


def _changed(old: Row, new: Row) -> Row:
    return {key: value for key, value in new.items() if old[key] != value}
