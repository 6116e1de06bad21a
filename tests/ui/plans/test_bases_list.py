"""Legal bases chosen from the register in the plan's page."""

from __future__ import annotations

import pytest

from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.plans.outline_nodes import list_key

LAW = "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"


@pytest.fixture
def bases(tab, stored, context):
    tab.set_year(2026)
    tab.editor.tree.choose(list_key("plan_bases"))
    return tab.editor._list("plan_bases")


def test_an_act_ticked_in_the_register_is_cited_in_table_and_opening(bases, context, stored, ask):
    bases.choose()
    texts = [bases.dialog.model.text(row, 0) for row in range(bases.dialog.model.rowCount())]
    row = texts.index("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022")
    assert not bases.dialog.add_button.isEnabled()
    bases.dialog.model.tick([row], True)
    assert bases.dialog.add_button.text() == "Thêm 1 văn bản"
    bases.dialog.accept()
    plan = plans.plan(context.workspace, stored)
    assert plan.preamble[0].text == LAW
    assert [basis.number for basis in plan.legal_bases] == ["06/2022/QH15"]
    assert bases.model.rows.count == 1
    assert "1 căn cứ" in ask.notices[-1].text


def test_what_is_cited_already_cannot_be_ticked_again(bases, context, stored):
    bases.choose()
    bases.dialog.model.tick(range(bases.dialog.model.rowCount()), True)
    bases.dialog.accept()
    bases.choose()
    bases.dialog.model.tick(range(bases.dialog.model.rowCount()), True)
    assert not bases.dialog.add_button.isEnabled()
    bases.dialog.reject()


def test_the_list_is_searched_without_marks(bases):
    bases.choose()
    every = bases.dialog.model.rowCount()
    bases.dialog.model.search("luat thi dua khen thuong 2022")
    assert 0 < bases.dialog.model.rowCount() < every
    bases.dialog.model.search("không có văn bản này")
    assert bases.dialog.model.rowCount() == 0
    bases.dialog.reject()


def test_a_basis_that_the_register_does_not_know_is_kept_there(bases, context, stored):
    cells = {"kind": "Kế hoạch", "number": "9/KH-UBND", "quote": "Kế hoạch số 9/KH-UBND về thi đua"}
    context.bus.publish(registers.add_row(context.workspace, "plan_bases", cells, scope=stored)[0])
    bases.table.go_to(0, 0)
    bases._on_row()
    assert bases.keeping.isVisible()
    bases.keep_act()
    assert not bases.keeping.isVisible()
    numbers = [row.cells[1] for row in registers.page(context.workspace, "legal_acts")]
    assert "9/KH-UBND" in numbers


def test_the_name_of_the_act_and_whether_it_is_in_force_are_in_sight_on_a_small_screen(bases):
    head = bases.table.horizontalHeader()
    numbers = [head.logicalIndex(place) for place in range(head.count())]
    keys = [bases.model.columns[number].key for number in numbers]
    assert keys[:4] == ["kind", "quote", "number", "standing"]
    edge = head.sectionViewportPosition(numbers[3]) + head.sectionSize(numbers[3])
    assert edge <= bases.table.viewport().width() < 700
