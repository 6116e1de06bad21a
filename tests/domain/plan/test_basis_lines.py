"""Legal bases chosen from the register: cited as Nghị định 30/2020/NĐ-CP asks, in their order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.drafting.bases import ActRegister
from thidua_desktop.domain.legal_acts import LegalAct
from thidua_desktop.domain.plan.basis_lines import (
    act_order,
    as_act,
    choices,
    in_register,
    is_cited,
    line_order,
    with_act,
    without_lines,
)
from thidua_desktop.domain.plan.plans import LegalBasis, Plan
from thidua_desktop.domain.richtext import Paragraph, Run, plain

LAW = LegalAct("Luật", "06/2022/QH15", "Luật Thi đua, khen thưởng", "2022-06-15", "Quốc hội", "2024-01-01")
LOCAL = LegalAct("Luật", "01/2025/QH15", "Luật Tổ chức chính quyền địa phương", "2025-06-16", "Quốc hội", "2025-06-16")
OLD = LegalAct(
    "Nghị định", "01/2023/NĐ-CP", "Quy định chi tiết thi đua", "2023-12-31", "Chính phủ",
    "2024-01-01", "2025-06-30", "02/2025/NĐ-CP",
)  # fmt: skip
NEW = LegalAct("Nghị định", "02/2025/NĐ-CP", "Quy định về phân cấp", "2025-06-14", "Chính phủ", "2025-07-01")
COMING = LegalAct("Nghị định", "03/2027/NĐ-CP", "Quy định sau này", "2026-12-01", "Chính phủ", "2027-01-01")
PARTY = LegalAct("Chỉ thị", "34-CT/TW", "Về tiếp tục đổi mới công tác thi đua", "2014-04-07", "Bộ Chính trị")
PROVINCE = LegalAct("Kế hoạch", "12/KH-UBND", "Phát động thi đua năm 2026", "2026-01-10", "Ủy ban nhân dân tỉnh Mẫu")
COMMUNE = LegalAct("Nghị quyết", "05/NQ-HĐND", "Về nhiệm vụ năm 2026", "2025-12-20", "Hội đồng nhân dân xã Ví Dụ")
ACTS = (PROVINCE, OLD, COMMUNE, LAW, PARTY, NEW, LOCAL, COMING)
REGISTER = ActRegister(ACTS, (), "2026-02-05")

LINES = {
    LAW: "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;",
    LOCAL: "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    NEW: "Căn cứ Nghị định số 02/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp;",
    PARTY: "Căn cứ Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua;",
    PROVINCE: "Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Mẫu phát động thi đua"
    " năm 2026;",
    COMMUNE: "Căn cứ Nghị quyết số 05/NQ-HĐND ngày 20 tháng 12 năm 2025 của Hội đồng nhân dân xã Ví Dụ về nhiệm vụ năm"
    " 2026;",
}


@pytest.mark.parametrize("act", LINES, ids=lambda act: act.number)
def test_an_act_is_cited_in_the_form_of_the_decree(act: LegalAct) -> None:
    made = with_act(Plan(2026), act, REGISTER)
    assert [line.text for line in made.preamble] == [LINES[act]]
    assert made.preamble[0].runs[0].italic
    (basis,) = made.legal_bases
    assert (basis.kind, basis.number, basis.date, basis.issuer) == (act.kind, act.number, act.date, act.issuer)
    assert basis.quote in made.preamble[0].text


def test_acts_stand_by_rank_and_date_in_whatever_order_they_are_chosen() -> None:
    plan = Plan(2026, preamble=(plain("Ủy ban nhân dân xã Ví Dụ ban hành kế hoạch như sau:"),))
    for act in (COMMUNE, NEW, PARTY, LOCAL, PROVINCE, LAW):
        plan = with_act(plan, act, REGISTER)
    order = (LAW, LOCAL, NEW, PARTY, PROVINCE, COMMUNE)
    assert [line.text for line in plan.preamble[:-1]] == [LINES[act] for act in order]
    assert [basis.number for basis in plan.legal_bases] == [act.number for act in order]


@pytest.mark.parametrize("act", LINES, ids=lambda act: act.number)
def test_a_line_of_the_text_has_the_order_of_its_act(act: LegalAct) -> None:
    assert line_order(LINES[act]) == act_order(act)


@pytest.mark.parametrize("line", ["Thực hiện Luật Thi đua, khen thưởng;", "Căn cứ tình hình địa phương;", ""])
def test_other_lines_have_none(line: str) -> None:
    assert line_order(line) is None


def test_the_last_of_the_bases_keeps_its_stop() -> None:
    plan = Plan(2026, preamble=(Paragraph((Run(LINES[LAW][:-1] + "."),)), plain("Xã Ví Dụ phát động:")))
    made = with_act(plan, COMMUNE, REGISTER)
    assert [line.text[-1] for line in made.preamble] == [";", ".", ":"]
    assert not made.preamble[1].runs[0].italic, "as the lines beside it are"


def test_what_is_cited_already_is_not_cited_again() -> None:
    plan = with_act(Plan(2026), LAW, REGISTER)
    assert with_act(plan, LAW, REGISTER) == plan
    assert is_cited(replace(plan, legal_bases=()), LAW), "in the text alone"
    assert is_cited(replace(plan, preamble=()), LAW), "in the table alone"
    assert not is_cited(plan, LOCAL)


def test_the_list_to_choose_from_says_how_each_act_stands_on_the_day() -> None:
    found = {one.act.number: (one.standing, one.remark) for one in choices(Plan(2026), REGISTER)}
    assert found["01/2023/NĐ-CP"] == ("over", "dùng làm căn cứ đến hết 30/06/2025, thay bằng 02/2025/NĐ-CP")
    assert found["03/2027/NĐ-CP"] == ("not yet", "có hiệu lực từ 01/01/2027")
    assert found["06/2022/QH15"] == ("in force", "")
    assert [one.act for one in choices(Plan(2026), REGISTER)][-2:] == [OLD, COMING]


def test_a_removed_basis_takes_its_line_along_but_no_line_with_a_second_act() -> None:
    plan = with_act(with_act(Plan(2026), LAW, REGISTER), NEW, REGISTER)
    quote = plan.legal_bases[0].quote
    assert [line.text for line in without_lines(plan, [quote]).preamble] == [LINES[NEW]]
    both = replace(plan, preamble=(plain(f"{LINES[LAW]} {LINES[NEW]}"),))
    assert without_lines(both, [quote]) == both


TYPED = [
    (LegalBasis("Kế hoạch", "9/KH-UBND", "2026-01-05", "UBND tỉnh Mẫu",
                "Kế hoạch số 9/KH-UBND ngày 05/01/2026 của UBND tỉnh Mẫu về thi đua năm 2026"), "Về thi đua năm 2026"),
    (LegalBasis("Luật", "06/2022/QH15", "2022-06-15", None, "Luật Thi đua, khen thưởng số 06/2022/QH15"),
     "Luật Thi đua, khen thưởng"),
]  # fmt: skip


@pytest.mark.parametrize(("basis", "title"), TYPED, ids=[title for _, title in TYPED])
def test_a_basis_that_the_register_does_not_know_becomes_an_act(basis: LegalBasis, title: str) -> None:
    act = as_act(basis)
    assert (act.kind, act.number, act.title, act.date) == (basis.kind, basis.number, title, basis.date)
    assert act.mark == "chưa đối chiếu"


def test_a_basis_is_found_in_the_register_by_its_number_or_a_law_by_title_and_date() -> None:
    assert in_register(LegalBasis("Nghị định", "02/2025/NĐ-CP"), ACTS) == NEW
    law = LegalBasis("Luật", None, "2022-06-15", None, "Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022")
    assert in_register(law, ACTS) == LAW
    assert in_register(LegalBasis("Kế hoạch", "1/KH-UBND"), ACTS) is None
