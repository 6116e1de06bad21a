"""Movements chosen from the register in the plan's page."""

from __future__ import annotations

import pytest

from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.plans.outline_nodes import list_key

NAME = "Toàn dân bảo vệ an ninh Tổ quốc"


@pytest.fixture
def movements(tab, stored, context):
    tab.set_year(2026)
    tab.editor.tree.choose(list_key("plan_movements"))
    return tab.editor._list("plan_movements")


def tick(view, name: str) -> None:
    model = view.dialog.model
    model.tick([next(row for row in range(model.rowCount()) if model.text(row, 0) == name)], True)


def test_a_ticked_movement_goes_into_table_and_text_and_one_undo_takes_back_both(movements, context, stored):
    before = plans.plan(context.workspace, stored)
    movements.choose()
    tick(movements, NAME)
    movements.section.setCurrentIndex(movements.section.findData(before.sections[1].id))
    movements.dialog.accept()
    plan = plans.plan(context.workspace, stored)
    assert plan.movements[-1].name == NAME
    assert plan.movements[-1].launcher == "Bộ Công an"
    assert plan.sections[1].body[-1].text == f"Hưởng ứng phong trào “{NAME}” do Bộ Công an phát động."
    context.bus.publish(history.undo(context.workspace))
    assert plans.plan(context.workspace, stored) == before


def test_a_movement_that_is_there_is_not_offered_again(movements, context, stored):
    movements.choose()
    names = [movements.dialog.model.text(row, 0) for row in range(movements.dialog.model.rowCount())]
    row = names.index("Dân vận khéo")
    movements.dialog.model.tick([row], True)
    assert not movements.dialog.add_button.isEnabled()
    assert movements.dialog.model.text(row, 2) == "đã có"
    movements.dialog.reject()


def test_a_movement_of_the_plan_alone_is_kept_in_the_register(movements, context, stored):
    cells = {"name": "Mỗi hộ một vườn xanh", "launcher": "Ủy ban nhân dân xã"}
    context.bus.publish(registers.add_row(context.workspace, "plan_movements", cells, scope=stored)[0])
    movements.table.go_to(1, 0)
    movements._on_row()
    assert movements.keeping.isVisible()
    movements.keep_movement()
    assert not movements.keeping.isVisible()
    known = [row.cells[0] for row in registers.page(context.workspace, "movements", limit=-1)]
    assert "Mỗi hộ một vườn xanh" in known
