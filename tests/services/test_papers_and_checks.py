from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.samples import PLAN
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.papers import blocks
from thidua_desktop.domain.plan.plans import LegalBasis, PlanReading, SourceLine
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services.plan import checking, papers, plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace


def test_a_plan_becomes_a_paper_with_the_head_of_the_office(desk: Workspace, plan_id: int) -> None:
    document = papers.plan_document(desk, plan_id)
    head = document.blocks[0]
    assert isinstance(head, blocks.NationalHeader)
    assert head.superior == "UBND TỈNH MẪU"
    assert [block.text for block in document.blocks if isinstance(block, blocks.Heading)][:2] == [
        "MỤC ĐÍCH",
        "CHỈ TIÊU",
    ]
    signature = document.blocks[-1]
    assert isinstance(signature, blocks.Signature)
    assert signature.right.name == "Nguyễn Văn Mẫu"


def test_targets_become_a_paper_and_a_sheet(desk: Workspace, plan_id: int) -> None:
    document = papers.targets_document(desk, plan_id)
    assert any(isinstance(block, blocks.Table) and len(block.rows) >= 2 for block in document.blocks)
    annex, results, *_ = papers.targets_sheet(desk, plan_id).sheets
    assert (annex.name, results.name) == ("Phụ lục", "Chỉ tiêu")
    assert len(results.rows) == 2


@pytest.mark.parametrize("make", [papers.plan_document, papers.targets_document, papers.targets_sheet])
def test_papers_of_a_plan_that_is_gone(desk: Workspace, make) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(KnownError, match="không còn trong tệp dữ liệu"):
        make(desk, 5)


OLD = LegalBasis("Luật", "15/2003/QH11", "2003-11-26", "Quốc hội", "Luật Thi đua, khen thưởng số 15/2003/QH11")


def quotes(found) -> set[str]:  # type: ignore[no-untyped-def]
    return {finding.code for finding in found}


def test_a_stored_plan_is_checked_by_the_register_of_the_office(desk: Workspace) -> None:
    text = (plain(f"Căn cứ {OLD.quote};"),)
    _, plan_id = plans.store_plan(desk, replace(PLAN, preamble=text, legal_bases=(OLD,)))
    assert "LEGAL_EXPIRED" in quotes(checking.check_plan(desk, plan_id))
    row = next(row for row in registers.page(desk, "legal_acts", search="15/2003/QH11") if row.cells[1] == OLD.number)
    registers.set_cell(desk, "legal_acts", row.id, "valid_to", "")
    registers.set_cell(desk, "legal_acts", row.id, "replaced_by", "")
    assert "LEGAL_EXPIRED" not in quotes(checking.check_plan(desk, plan_id))


def test_a_plan_is_checked_before_it_is_stored(desk: Workspace) -> None:
    line = "Phấn đấu trong trong năm 2026 đạt chỉ tiêu."
    reading = PlanReading(PLAN, (SourceLine(line, "section"),))
    with_file = checking.check_reading(desk, reading)
    without = checking.findings_in(reading, desk.definitions.legal_acts, desk.definitions.check_rules)
    assert [finding.quote in line for finding in with_file if finding.code == "DUP_WORD"] == [True]
    assert with_file == without


def test_a_sentence_that_the_reader_joined_is_told_where_it_was_cut(desk: Workspace) -> None:
    line = "Các đơn vị liên quan trên địa bàn chịu trách nhiệm tổ chức thực hiện nội dung này."
    doubt = "Câu bị cắt dòng, đã nối lại: “…địa bàn chịu trách nhiệm tổ chức / thực hiện nội dung này.…”."
    reading = PlanReading(PLAN, (SourceLine(line, "section"),), (doubt,))
    found = [finding for finding in checking.check_reading(desk, reading) if finding.code == "PAGE_BREAK_SPLIT"]
    assert [finding.quote for finding in found] == ["chịu trách nhiệm tổ chức"]
