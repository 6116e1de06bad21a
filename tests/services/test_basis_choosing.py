"""Legal bases chosen from the register into a stored plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.samples import PLAN
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import LegalBasis, PartialDate
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services import history
from thidua_desktop.services.plan import basis_choosing, plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace

LAW = "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"
OLD = LegalBasis("Nghị định", "98/2023/NĐ-CP", "2023-12-31", "Chính phủ", "Nghị định số 98/2023/NĐ-CP")
OWN = LegalBasis("Kế hoạch", "9/KH-UBND", "2026-01-05", "UBND tỉnh Mẫu", "Kế hoạch số 9/KH-UBND ngày 05/01/2026")


@pytest.fixture
def stored(desk: Workspace) -> int:
    preamble = (plain(f"Căn cứ {OWN.quote} của UBND tỉnh Mẫu về thi đua;"), plain("Xã Ví Dụ phát động thi đua:"))
    plan = replace(PLAN, date=PartialDate(5, 2, 2026), preamble=preamble, legal_bases=(OWN,))
    return plans.store_plan(desk, plan)[1]


def act_id(desk: Workspace, number: str) -> int:
    return next(one.act.id for one in basis_choosing.acts_to_choose(desk, 1) if one.act.number == number)


def test_a_chosen_act_stands_in_the_table_and_in_the_opening_and_one_undo_takes_back_both(
    desk: Workspace, stored: int
) -> None:
    before = plans.plan(desk, stored)
    basis_choosing.cite(desk, stored, [act_id(desk, "06/2022/QH15")])
    after = plans.plan(desk, stored)
    assert [basis.number for basis in after.legal_bases] == ["06/2022/QH15", "9/KH-UBND"]
    assert after.preamble[0].text == f"Căn cứ {LAW};"
    assert after.preamble[1:] == before.preamble
    choice = next(one for one in basis_choosing.acts_to_choose(desk, stored) if one.act.number == "06/2022/QH15")
    assert (choice.standing, choice.is_cited) == ("in force", True)
    history.undo(desk)
    assert plans.plan(desk, stored) == before


def test_several_acts_are_one_act(desk: Workspace, stored: int) -> None:
    ids = [act_id(desk, number) for number in ("06/2022/QH15", "72/2025/QH15")]
    basis_choosing.cite(desk, stored, ids)
    plan = plans.plan(desk, stored)
    assert [basis.number for basis in plan.legal_bases] == ["06/2022/QH15", "72/2025/QH15", "9/KH-UBND"]
    assert [line.text.split(" ngày")[0] for line in plan.preamble[:2]] == [
        "Căn cứ Luật Thi đua, khen thưởng",
        "Căn cứ Luật Tổ chức chính quyền địa phương",
    ]


def test_a_basis_says_how_its_act_stands_and_is_replaced_by_what_took_its_place(desk: Workspace) -> None:
    line = f"Căn cứ {OLD.quote} ngày 31 tháng 12 năm 2023 của Chính phủ;"
    plan = replace(PLAN, date=PartialDate(5, 2, 2026), preamble=(plain(line),), legal_bases=(OLD,))
    plan_id = plans.store_plan(desk, plan)[1]
    basis = plans.plan(desk, plan_id).legal_bases[0]
    standing = basis_choosing.basis_standings(desk, plan_id)[basis.id]
    assert standing.standing == "over"
    assert "thay bằng 152/2025/NĐ-CP" in standing.remark
    basis_choosing.replace_basis(desk, basis.id)
    after = plans.plan(desk, plan_id)
    assert [one.number for one in after.legal_bases] == ["152/2025/NĐ-CP"]
    assert [text.text.split(" ngày")[0] for text in after.preamble] == ["Căn cứ Nghị định số 152/2025/NĐ-CP"]


def test_an_act_that_only_the_plan_knows_goes_into_the_register(desk: Workspace, stored: int) -> None:
    basis = plans.plan(desk, stored).legal_bases[0]
    assert basis_choosing.basis_standings(desk, stored)[basis.id].act_id == 0
    _, new = basis_choosing.add_to_register(desk, basis.id)
    assert basis_choosing.basis_standings(desk, stored)[basis.id].act_id == new
    row = registers.row(desk, "legal_acts", new)
    assert row is not None
    assert "chưa đối chiếu" in row.cells
    with pytest.raises(KnownError, match="Đã có"):
        basis_choosing.add_to_register(desk, basis.id)


def test_the_line_of_a_removed_basis_can_go_too(desk: Workspace, stored: int) -> None:
    basis = plans.plan(desk, stored).legal_bases[0]
    registers.remove_rows(desk, "plan_bases", [basis.id])
    assert basis_choosing.lines_left(desk, stored, [basis.quote])
    basis_choosing.take_lines_out(desk, stored, [basis.quote])
    assert [line.text for line in plans.plan(desk, stored).preamble] == ["Xã Ví Dụ phát động thi đua:"]
