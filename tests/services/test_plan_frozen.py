"""No act writes to an issued plan: every service of plans is found by looking, so that none is forgotten."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest

import thidua_desktop.services.plan as package
from tests.services.samples import PLAN
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.outline.moves import Move
from thidua_desktop.domain.plan.differences import compare
from thidua_desktop.domain.registers.catalogue import REGISTERS
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans, states, versions
from thidua_desktop.services.plan.frozen import PlanIssued
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

OPEN = {
    "adopting.adopt": "what organisations commit to comes after the signing",
    "tasks.mark_done": "tasks are done after the signing",
    "states.attach_scan": "the signed scan often comes later",
    "states.remove_scan": "and may be the wrong one",
    "states.withdraw": "takes the issuing itself back",
    "versions.begin_amendment": "makes another plan",
    "merging.take": "takes differences into a new version",
    "plans.store_plan": "makes another plan",
    "drafting.draft_plan": "makes another plan",
    "basis_choosing.add_to_register": "writes to the directory",
    "movement_choosing.add_to_register": "writes to the directory",
    "movement_choosing.fill_register": "writes to the directory",
    "phrases.learn": "writes to the phrases of the office",
}
"""Acts of ``services.plan`` that an issued plan lets pass, and why."""

ARGUMENTS: dict[str, Callable[[Workspace, int], Any]] = {
    "plan_id": lambda desk, plan_id: plan_id,
    "section_id": lambda desk, plan_id: plans.plan(desk, plan_id).sections[0].id,
    "parent_id": lambda desk, plan_id: None,
    "position": lambda desk, plan_id: 0,
    "field": lambda desk, plan_id: "title",
    "text": lambda desk, plan_id: "Khác",
    "heading": lambda desk, plan_id: "KHÁC",
    "marker": lambda desk, plan_id: "",
    "lines": lambda desk, plan_id: (),
    "state": lambda desk, plan_id: "bản thảo",
    "number": lambda desk, plan_id: "16",
    "day": lambda desk, plan_id: "06/02/2026",
    "finding": lambda desk, plan_id: None,
    "target_ids": lambda desk, plan_id: [plans.plan(desk, plan_id).targets[0].id],
    "section_ids": lambda desk, plan_id: [plans.plan(desk, plan_id).sections[0].id],
    "basis_id": lambda desk, plan_id: plans.plan(desk, plan_id).legal_bases[0].id,
    "act_ids": lambda desk, plan_id: [1],
    "movement_ids": lambda desk, plan_id: [1],
    "step": lambda desk, plan_id: "down",
    "place": lambda desk, plan_id: Move(None, 1),
    "hits": lambda desk, plan_id: (),
    "wanted": lambda desk, plan_id: None,
    "quotes": lambda desk, plan_id: ("Thu ngân sách",),
    "target_id": lambda desk, plan_id: plans.plan(desk, plan_id).targets[0].id,
}
"""What a service of plans is called with, by the name of the parameter."""


def _acts() -> dict[str, Callable[..., Any]]:
    """The public functions of ``services.plan`` that say what they changed."""
    found: dict[str, Callable[..., Any]] = {}
    for module_info in pkgutil.iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{module_info.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            returned = str(inspect.signature(function).return_annotation)
            is_act = "Changes" in returned or "Issued" in returned
            if function.__module__ == module.__name__ and not name.startswith("_") and is_act:
                found[f"{module_info.name}.{name}"] = function
    return found


@pytest.fixture
def issued(desk: Workspace, plan_id: int) -> int:
    states.issue(desk, plan_id, "15", "05/02/2026")
    return plan_id


def _everything(desk: Workspace) -> dict[str, list[records.Row]]:
    return {table: records.page(desk.file, table) for table in desk.file.tables()}


@pytest.mark.parametrize("name", sorted(_acts().keys() - OPEN.keys()))
def test_every_act_on_a_plan_refuses_an_issued_one(desk: Workspace, issued: int, name: str) -> None:
    function, before = _acts()[name], _everything(desk)
    needed = [one for one in inspect.signature(function).parameters.values() if one.default is one.empty]
    unknown = [one.name for one in needed if one.name not in (*ARGUMENTS, "workspace")]
    assert not unknown, f"say in ARGUMENTS what {name} is called with: {unknown}, or in OPEN why it may"
    with pytest.raises(PlanIssued, match="Lập bản sửa đổi"):
        function(desk, **{one.name: ARGUMENTS[one.name](desk, issued) for one in needed if one.name != "workspace"})
    assert _everything(desk) == before


def test_the_list_of_what_stays_open_is_of_acts_that_are_there() -> None:
    assert OPEN.keys() - _acts().keys() == set()


LISTS = [kind for kind, register in REGISTERS.items() if register.scope == "plan_id"]
CLOSED = [kind for kind in LISTS if kind != "commitments"]


def _row_acts(desk: Workspace, plan_id: int, kind: str) -> dict[str, Callable[[], Any]]:
    """Every way to write to a list."""
    row_id = registers.page(desk, kind, scope=plan_id)[0].id
    key = REGISTERS[kind].title_key
    cells = {column.key: column.default or "Thêm" for column in REGISTERS[kind].columns if column.required}
    return {
        "type": lambda: registers.set_cell(desk, kind, row_id, key, "Khác"),
        "empty": lambda: registers.empty_cells(desk, kind, [(row_id, key)]),
        "add": lambda: registers.add_row(desk, kind, cells, scope=plan_id),
        "paste": lambda: registers.paste_rows(desk, kind, list(cells), [list(cells.values())], scope=plan_id),
        "move": lambda: registers.move_row(desk, kind, row_id, 0),
        "remove": lambda: registers.remove_rows(desk, kind, [row_id]),
    }


@pytest.mark.parametrize("kind", CLOSED)
def test_every_list_of_a_plan_refuses_an_issued_one(desk: Workspace, issued: int, kind: str) -> None:
    before = _everything(desk)
    for act in _row_acts(desk, issued, kind).values():
        with pytest.raises(PlanIssued):
            act()
    assert _everything(desk) == before


def test_what_organisations_commit_to_stays_open(desk: Workspace, issued: int) -> None:
    for act in _row_acts(desk, issued, "commitments").values():
        act()


def test_a_task_can_be_done_after_the_signing_and_nothing_else_of_it_changed(desk: Workspace, issued: int) -> None:
    (task,) = plans.plan(desk, issued).tasks
    registers.set_cell(desk, "plan_tasks", task.id, "done_on", "01/06/2026")
    assert plans.plan(desk, issued).tasks[0].done_on == "2026-06-01"
    registers.empty_cells(desk, "plan_tasks", [(task.id, "done_on")])
    assert plans.plan(desk, issued).tasks[0].done_on is None
    with pytest.raises(PlanIssued):
        registers.empty_cells(desk, "plan_tasks", [(task.id, "done_on"), (task.id, "due")])


def test_nothing_comes_back_from_the_bin_into_an_issued_plan(desk: Workspace, plan_id: int) -> None:
    plans.remove_section(desk, plans.plan(desk, plan_id).sections[0].id)
    registers.remove_rows(desk, "plan_movements", [plans.plan(desk, plan_id).movements[0].id])
    states.issue(desk, plan_id, "15", "05/02/2026")
    before = _everything(desk)
    for record in history.deleted_records(desk):
        with pytest.raises(PlanIssued):
            history.restore_deleted(desk, record)
    assert _everything(desk) == before


def test_undo_goes_back_behind_the_signing(desk: Workspace, plan_id: int) -> None:
    plans.set_plan_field(desk, plan_id, "title", "Tên mới")
    states.issue(desk, plan_id, "15", "05/02/2026")
    history.undo(desk)
    history.undo(desk)
    assert plans.plan(desk, plan_id).title == PLAN.title


def test_the_new_version_is_open(desk: Workspace, issued: int) -> None:
    _, second = versions.begin_amendment(desk, issued)
    for kind in LISTS:
        for act in _row_acts(desk, second, kind).values():
            act()
    assert compare(plans.plan(desk, issued), plans.plan(desk, second)).differences


def test_the_refusal_is_a_known_error() -> None:
    assert issubclass(PlanIssued, KnownError)
