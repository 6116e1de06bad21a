"""What the document checker is certain of, done in one act: one finding, or all of them."""

from __future__ import annotations

from ...domain.changes import Changes
from ...domain.checking import Finding
from ...domain.checking.repairs import repaired
from ...domain.errors import KnownError
from ...domain.figures.following import with_figures
from ..wording import shortened
from ..workspace import Workspace
from .changed_rows import store_changed
from .checking import check_plan
from .frozen import refuse_issued
from .plans import plan


def repair(workspace: Workspace, plan_id: int, finding: Finding) -> Changes:
    """Makes the repair of one finding in the plan; one undo takes it back.

    Raises :class:`KnownError` when the plan has other words there by now; then nothing is changed.
    """
    refuse_issued(workspace, plan_id)
    named = shortened(finding.quote or finding.message)
    return _repair(workspace, plan_id, [finding], f"Sửa theo gợi ý “{named}”")


def repair_all(workspace: Workspace, plan_id: int) -> tuple[Changes, int]:
    """Makes every repair that is certain in one act; returns how many findings were repaired, 0 when there was none."""
    refuse_issued(workspace, plan_id)
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
        store_changed(workspace.file, before, with_figures(before, after))
    return act.changes
