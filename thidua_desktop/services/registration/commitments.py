"""What the organisations commit to in a year, over all plans of the year, and which targets it goes towards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from ...domain.changes import Changes
from ...domain.errors import KnownError
from ...domain.figures.values import parse_values
from ...domain.registration.commitments import Commitment, TargetChoice, fitting
from ...domain.vietnamese import one_line
from ...storage import records, registration
from ...storage.plans import insert_values
from ...storage.records import Row
from ..plan.plans import plan_of_year
from ..registers import register_rows as rows_of
from ..registers import registers
from ..wording import shortened
from ..workspace import Workspace, told

__all__ = ["Commitment", "TargetChoice"]

_KIND = "commitments"


class NoPlan(KnownError):  # noqa: N818  (what is the case, as the clerk is told)
    """A commitment stands in a plan, and the year has none."""


def of_year(workspace: Workspace, year: int, organisation_id: int | None = None) -> tuple[Commitment, ...]:
    """The commitments of all plans of the year, of one organisation or of all, plan by plan in their order."""
    values = registration.figures_of_year(workspace.file, _KIND, year)
    indicators = {one.id: one.indicator for one in targets(workspace, year)}
    return tuple(
        Commitment(
            rows_of.row_id(row),
            cast(int, row["plan_id"]),
            cast("int | None", row["organisation_id"]),
            str(row["organisation"]),
            str(row["quote"]),
            values.get(rows_of.row_id(row), ()),
            cast("int | None", row["target_id"]),
            indicators.get(cast(int, row["target_id"]), "") if row["target_id"] else "",
            cast("str | None", row["deadline"]),
            str(row["proof_expected"]),
        )
        for row in registration.rows_of_year(workspace.file, _KIND, year)
        if organisation_id in (None, row["organisation_id"])
    )


def add(
    workspace: Workspace,
    year: int,
    organisation_id: int,
    quote: str,
    values: str = "",
    *,
    target_id: int | None = None,
    plan_id: int | None = None,
) -> tuple[Changes, int]:
    """Adds a commitment of the organisation to a plan of the year (of its target, else the newest); returns its id.

    Raises :class:`NoPlan` when the year has no plan, :class:`BadInput` for ``values`` that are no figures.
    """
    file = workspace.file
    organisation = str(records.get(file, "organisations", organisation_id)["name"])
    figures = parse_values(values)
    registers.exact(figures, values)
    plan_id = plan_id or _plan_of(workspace, year, target_id)
    row: Row = {
        "plan_id": plan_id,
        "organisation": organisation,
        "organisation_id": organisation_id,
        "quote": one_line(quote),
        "target_id": target_id,
    }
    with file.act(f"Thêm cam kết của {shortened(organisation)}") as act:
        row_id = records.insert(file, _KIND, row)
        insert_values(file, "commitment_values", {"commitment_id": row_id}, figures)
    return told(act.changes, row_id), row_id


def _plan_of(workspace: Workspace, year: int, target_id: int | None) -> int:
    if target_id is not None:
        return cast(int, records.get(workspace.file, "plan_targets", target_id)["plan_id"])
    found = plan_of_year(workspace, year)
    if found is None:
        raise NoPlan(
            f"Năm {year} chưa có kế hoạch nên chưa ghi được cam kết; dữ liệu không thay đổi.",
            "Lập hoặc nhập kế hoạch của năm ở thẻ Kế hoạch trước. Danh hiệu đăng ký thì ghi được ngay.",
        )
    return found.id


def set_text(workspace: Workspace, commitment_id: int, quote: str, *, editing: str = "") -> Changes:
    """Stores what is committed to, in words."""
    return registers.set_cell(workspace, _KIND, commitment_id, "quote", quote, editing=editing)


def set_values(workspace: Workspace, commitment_id: int, text: str, *, editing: str = "") -> Changes:
    """Stores the figures of a commitment, typed as a target's ("≥ 96%; 10 ha"); :class:`BadInput` for no figures."""
    return registers.set_cell(workspace, _KIND, commitment_id, "values", text, editing=editing)


def link(workspace: Workspace, commitment_id: int, target_id: int | None) -> Changes:
    """Says which target the commitment goes towards, None for none; :class:`KnownError` for one of another plan."""
    file = workspace.file
    row = records.get(file, _KIND, commitment_id)
    if target_id is not None:
        target = records.get(file, "plan_targets", target_id)
        if target["plan_id"] != row["plan_id"]:
            raise KnownError(
                "Chỉ tiêu này thuộc kế hoạch khác với cam kết nên chưa gắn được; dữ liệu không thay đổi.",
                "Chọn một chỉ tiêu của cùng kế hoạch.",
            )
        what = f"Gắn cam kết với chỉ tiêu “{shortened(str(target['indicator']))}”"
    else:
        what = f"Gỡ cam kết “{shortened(str(row['quote']))}” khỏi chỉ tiêu"
    with file.act(what) as act:
        records.update(file, _KIND, commitment_id, {"target_id": target_id})
    return act.changes


def remove(workspace: Workspace, ids: Sequence[int]) -> Changes:
    """Removes commitments with their results, in one act."""
    return registers.remove_rows(workspace, _KIND, ids)


def targets(workspace: Workspace, year: int) -> tuple[TargetChoice, ...]:
    """The targets of all plans of the year, in their order."""
    values = registration.figures_of_year(workspace.file, "plan_targets", year)
    return tuple(
        TargetChoice(
            rows_of.row_id(row), cast(int, row["plan_id"]), str(row["indicator"]), values.get(rows_of.row_id(row), ())
        )
        for row in registration.rows_of_year(workspace.file, "plan_targets", year)
    )


def suggestions(workspace: Workspace, commitment_id: int) -> tuple[TargetChoice, ...]:
    """The targets of the same plan that the commitment may go towards, by its words, its figures and whose it is, the
    best first.
    """
    row = records.get(workspace.file, _KIND, commitment_id)
    plan = records.get(workspace.file, "plans", cast(int, row["plan_id"]))
    figures = rows_of.figures(workspace.file, _KIND, commitment_id)
    own = [one for one in targets(workspace, cast(int, plan["year"])) if one.plan_id == row["plan_id"]]
    return fitting(str(row["quote"]), figures, own, str(row["organisation"]))
