"""A file read again beside a stored plan: what differs, and what the clerk takes of it, in one act."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.plan.differences import Comparison, Difference, Key, compare
from ...domain.plan.merging import merged
from ...domain.plan.plans import Plan, SourceFile
from ...domain.vietnamese import nfc
from ...storage import attachments, records
from ...storage.registration import RESULTS
from ..wording import shortened
from ..workspace import Workspace
from .frozen import is_issued
from .plans import SOURCE, back_up_first, plan
from .rewriting import rewrite
from .versions import check_may_amend, insert_version

_HAS_RESULTS = "Dòng này đã có kết quả; bỏ dòng là bỏ cả kết quả."


def compare_with(workspace: Workspace, plan_id: int, read: Plan) -> Comparison:
    """What became of a stored plan in one that was read; ``RecordGone`` when it is not there.

    What has results is not proposed to go.
    """
    both = compare(plan(workspace, plan_id), read, is_read=True)
    used = _with_results(workspace, both.old)
    return replace(both, differences=tuple(_kept(one, used) for one in both.differences))


def _with_results(workspace: Workspace, stored: Plan) -> dict[str, set[int]]:
    used: dict[str, set[int]] = {"plan_phases": set()}
    owners = {"plan_targets": [one.id for one in stored.targets], "commitments": [one.id for one in stored.commitments]}
    for kind, (table, link) in RESULTS.items():
        rows = records.among(workspace.file, table, link, owners[kind])
        used[kind] = {int(row[link] or 0) for row in rows}
        used["plan_phases"] |= {int(row["phase_id"] or 0) for row in rows}
    return used


def _kept(one: Difference, used: dict[str, set[int]]) -> Difference:
    if one.key.what == "removed" and one.old_id in used.get(one.key.part, ()):
        return replace(one, ticked=False, costs_results=True, note=f"{_HAS_RESULTS} {one.note}".strip())
    return one


def take(
    workspace: Workspace, both: Comparison, taken: Collection[Key], source: SourceFile | None = None
) -> tuple[Changes, int]:
    """Takes these differences into the stored plan, or into a new version of it when it is issued; returns its id.

    One act after a backup; the file it came from is kept with the plan. Raises :class:`KnownError` when the stored
    plan is another than the one that was compared, ``AmendmentOpen`` when a new version is being made already.
    """
    stored = plan(workspace, both.old.id)
    if stored != both.old:
        raise KnownError(
            "Kế hoạch đã khác từ lúc so; chưa lấy thay đổi nào.", "Bấm “So với kế hoạch đã có” lại rồi chọn."
        )
    if not taken:
        return Changes(), stored.id
    issued = is_issued(workspace, stored.id)
    if issued:
        check_may_amend(workspace, stored.id)
    if source is not None:
        back_up_first(workspace)
    whence = f" từ tệp “{shortened(source.name)}”" if source else ""
    with workspace.file.act(f"Lấy {len(taken)} thay đổi{whence} vào kế hoạch") as act:
        plan_id = _put(workspace, stored, merged(both, taken), source, as_version=issued)
    return act.changes, plan_id


def _put(workspace: Workspace, stored: Plan, wanted: Plan, source: SourceFile | None, *, as_version: bool) -> int:
    file = workspace.file
    attached = attachments.attach(file, nfc(source.name), source.content, SOURCE) if source else None
    if as_version:
        return insert_version(file, wanted, attached)
    rewrite(workspace, stored, wanted)
    if attached is not None and records.get(file, "plans", stored.id)["attachment_id"] != attached:
        records.update(file, "plans", stored.id, {"attachment_id": attached})
    return stored.id
