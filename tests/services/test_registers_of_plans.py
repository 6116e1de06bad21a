"""Registers whose rows belong to one plan."""

from __future__ import annotations

import pytest

from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace


def test_a_register_of_plans_wants_its_plan(desk: Workspace) -> None:
    with pytest.raises(ValueError, match="belongs to a plan"):
        registers.page(desk, "plan_targets")
    with pytest.raises(KeyError):
        registers.add_row(desk, "signers", {"no_such_column": "x"})


def test_two_plans_do_not_mix(desk: Workspace, plan_id: int) -> None:
    _, other = plans.store_plan(desk, plans.plan(desk, plan_id))
    registers.add_row(desk, "plan_targets", {"indicator": "Chỉ ở đây"}, scope=other)
    assert registers.count(desk, "plan_targets", scope=plan_id) == 2
    assert registers.count(desk, "plan_targets", scope=other) == 3
    assert "Chỉ ở đây" not in registers.choices(desk, "plan_targets", "parent_id", scope=plan_id)
