"""Legal bases of a plan chosen from the register of acts, and acts that only the plan knows put into the register."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from ...domain.changes import Changes
from ...domain.drafting.bases import ActRegister
from ...domain.errors import KnownError
from ...domain.plan import basis_lines
from ...domain.plan.basis_lines import ActChoice, Standing
from ...domain.plan.plans import Plan
from ...domain.richtext import to_json
from ...storage import records
from ...storage.datafile import DataFile
from ...storage.plan_loading import load_plan
from ..registers.refusals import name_taken
from ..registers.registers import register as definition_of
from ..wording import shortened
from ..workspace import Workspace
from .checking import legal_acts
from .drafting import day_of
from .frozen import refuse_issued

BASES, ACTS = "plan_bases", "legal_acts"
_COLUMNS = ("kind", "number", "date", "issuer", "quote")


@dataclass(frozen=True, slots=True)
class BasisStanding:
    """How a basis of a plan stands in the register: the act's id, 0 for one that the register does not know."""

    act_id: int = 0
    standing: Standing = "unknown"
    remark: str = ""
    successor_id: int = 0


def day_of_plan(workspace: Workspace, plan: Plan) -> date:
    """The day for which acts are in force or not: the plan's own, else the one it is likely to be signed on."""
    day = plan.date
    if day.day and day.month and day.year:
        try:
            return date(day.year, day.month, day.day)
        except ValueError:
            pass  # a day that does not exist is said by the checks
    return day_of(workspace, plan.year)


def acts_to_choose(workspace: Workspace, plan_id: int) -> tuple[ActChoice, ...]:
    """Every act of the register, and how it stands on the day of that plan."""
    plan = load_plan(workspace.file, plan_id)
    return basis_lines.choices(plan, _register(workspace, plan))


def basis_standings(workspace: Workspace, plan_id: int) -> dict[int, BasisStanding]:
    """Basis → how its act stands on the day of the plan."""
    plan = load_plan(workspace.file, plan_id)
    register = _register(workspace, plan)
    found: dict[int, BasisStanding] = {}
    for basis in plan.legal_bases:
        act = basis_lines.in_register(basis, register.acts)
        if act is None:
            found[basis.id] = BasisStanding()
            continue
        standing, remark = basis_lines.standing_of(register, act)
        successor = register.in_force(act.number) if standing == "over" else None
        found[basis.id] = BasisStanding(act.id, standing, remark, successor.id if successor else 0)
    return found


def cite(workspace: Workspace, plan_id: int, act_ids: Collection[int]) -> Changes:
    """Cites acts of the register in a plan: rows of its table and lines of its opening, each in its place. One act."""
    refuse_issued(workspace, plan_id)
    plan = load_plan(workspace.file, plan_id)
    register = _register(workspace, plan)
    chosen = [act for act in register.acts if act.id in act_ids]
    after = plan
    for act in chosen:
        after = basis_lines.with_act(after, act, register)
    named = f"“{shortened(chosen[0].number)}”" if len(chosen) == 1 else f"{len(chosen)} văn bản"
    with workspace.file.act(f"Thêm căn cứ {named} vào kế hoạch") as act_:
        _store(workspace.file, plan, after)
    return act_.changes


def replace_basis(workspace: Workspace, basis_id: int) -> Changes:
    """Cites what took the place of an act that is over, in its stead; raises :class:`KnownError` when nothing did."""
    plan = load_plan(workspace.file, _plan_of(workspace, basis_id))
    refuse_issued(workspace, plan.id)
    register = _register(workspace, plan)
    basis = next(one for one in plan.legal_bases if one.id == basis_id)
    act = basis_lines.in_register(basis, register.acts)
    successor = register.in_force(act.number) if act else None
    if successor is None or successor == act:
        raise KnownError(
            "Danh mục chưa có văn bản thay thế văn bản này; kế hoạch không thay đổi.",
            "Ghi số của văn bản mới vào cột “Thay bằng” trong Danh mục › Văn bản căn cứ rồi làm lại.",
        )
    left = tuple(one for one in plan.legal_bases if one.id != basis_id)
    without = replace(basis_lines.without_lines(plan, [basis.quote]), legal_bases=left)
    after = basis_lines.with_act(without, successor, register)
    with workspace.file.act(f"Thay căn cứ bằng “{shortened(successor.number)}”") as done:
        _store(workspace.file, plan, after)
    return done.changes


def add_to_register(workspace: Workspace, basis_id: int) -> tuple[Changes, int]:
    """Puts the act that a basis names into the register, not compared yet; returns its id.

    Raises :class:`BadInput` for a basis without number and for a number that is there already.
    """
    plan = load_plan(workspace.file, _plan_of(workspace, basis_id))
    act = basis_lines.as_act(next(one for one in plan.legal_bases if one.id == basis_id))
    if not act.number:
        raise KnownError(
            "Căn cứ này chưa có số, ký hiệu nên chưa đưa vào danh mục được; dữ liệu không thay đổi.",
            "Gõ cột “Số, ký hiệu” của dòng này trước.",
        )
    if records.count(workspace.file, ACTS, where={"number": act.number}):
        raise name_taken(definition_of(ACTS), act.number)
    row = {key: value for key, value in asdict(act).items() if key != "id"}
    with workspace.file.act(f"Thêm văn bản {shortened(act.number)}") as done:
        act_id = records.insert(workspace.file, ACTS, row)
    return done.changes, act_id


def lines_left(workspace: Workspace, plan_id: int, quotes: Sequence[str]) -> bool:
    """Whether the opening of the plan has lines that cite just these bases."""
    plan = load_plan(workspace.file, plan_id)
    return basis_lines.without_lines(plan, quotes) != plan


def take_lines_out(workspace: Workspace, plan_id: int, quotes: Sequence[str]) -> Changes:
    """Removes the lines of bases that left the table from the opening of the plan."""
    refuse_issued(workspace, plan_id)
    plan = load_plan(workspace.file, plan_id)
    with workspace.file.act("Xóa dòng căn cứ trong phần mở đầu") as done:
        _store(workspace.file, plan, basis_lines.without_lines(plan, quotes))
    return done.changes


def _register(workspace: Workspace, plan: Plan) -> ActRegister:
    amendments = workspace.definitions.check_rules.amendments
    return ActRegister(legal_acts(workspace), amendments, day_of_plan(workspace, plan).isoformat())


def _plan_of(workspace: Workspace, basis_id: int) -> int:
    return int(records.get(workspace.file, BASES, basis_id)["plan_id"] or 0)


def _store(file: DataFile, before: Plan, after: Plan) -> None:
    """Writes the bases that came, in their places, and the opening; inside an act."""
    if after.preamble != before.preamble:
        records.update(file, "plans", before.id, {"preamble": to_json(after.preamble)})
    kept = {basis.id for basis in after.legal_bases}
    records.delete(file, BASES, [basis.id for basis in before.legal_bases if basis.id not in kept])
    for position, basis in enumerate(after.legal_bases):
        if not basis.id:
            row = {key: getattr(basis, key) for key in _COLUMNS}
            records.insert(file, BASES, {"plan_id": before.id, "position": position} | row)
