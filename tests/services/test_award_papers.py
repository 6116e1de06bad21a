"""The papers of a round out of the data file: before the decision as a draft, after it as it was issued."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.services.award_year import CERTIFICATE, CHAIR, nominate, on, settle
from thidua_desktop.domain.papers import blocks
from thidua_desktop.exporting import docx, pdf, xlsx
from thidua_desktop.services.awards import award_papers, decisions, nominations, rounds, verdicts
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace

PAPERS = ("nominations", "submission", "decision", "certificates", "bonuses")
UPWARD = "Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh"


@pytest.fixture
def desk(desk: Workspace) -> Workspace:
    """Xã Ví Dụ on 20/12/2026."""
    return on(desk, date(2026, 12, 20))


@pytest.fixture
def round_id(desk: Workspace) -> int:
    """A round with a title, a certificate and an award of the province, all chosen."""
    round_id = settle(desk)
    for subject, award in (("Lê Văn Giả", "LĐTT"), ("Trần Thị Thí", CERTIFICATE), ("Lê Văn Giả", UPWARD)):
        nominate(desk, round_id, subject, award)
    ids = [row.id for row in nominations.page(desk, "nominations", scope=round_id)]
    verdicts.choose(desk, ids, "được chọn", "Hội đồng thống nhất")
    return round_id


def exported(desk: Workspace, name: str, round_id: int) -> blocks.Document:
    make = EXPORTS[name].document
    assert make
    return make(desk, Request(2026, round_id))


def header(document: blocks.Document) -> blocks.NationalHeader:
    return next(block for block in document.blocks if isinstance(block, blocks.NationalHeader))


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_is_written_as_word_and_pdf(desk: Workspace, round_id: int, name: str) -> None:
    assert EXPORTS[name].about is rounds.ROUND
    assert rounds.ROUND.ids(desk, 2026) == [round_id]
    document = exported(desk, name, round_id)
    assert pdf.render(document).startswith(b"%PDF")
    assert docx.render(document).startswith(b"PK")


def test_the_sheet_of_bonuses_is_written(desk: Workspace, round_id: int) -> None:
    sheet = EXPORTS["bonuses"].sheet
    assert sheet
    assert xlsx.render(sheet(desk, Request(2026, round_id))).startswith(b"PK")


def test_a_decision_is_a_draft_until_it_is_issued_and_stays_as_it_was(desk: Workspace, round_id: int) -> None:
    draft = exported(desk, "decision", round_id)
    assert header(draft).number_line == "Số:       /QĐ-UBND"
    decisions.issue_decision(desk, round_id, 57, "2026-12-20", CHAIR)
    registers.set_cell(desk, "signers", registers.page(desk, "signers")[0].id, "full_name", "Người Mới")
    issued = exported(desk, "decision", round_id)
    assert header(issued) == blocks.NationalHeader(
        ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"), "Số: 57/QĐ-UBND", "Ví Dụ, ngày 20 tháng 12 năm 2026", "UBND TỈNH MẪU"
    )
    assert "Nguyễn Văn Mẫu" in str(issued)
    assert "Người Mới" not in str(issued)
    assert "Bằng khen" not in str(issued)
    (one,) = decisions.decisions(desk, round_id=round_id)
    assert award_papers.decision_document_of(desk, one.id) == issued


def test_two_decisions_of_a_round_are_two_papers_in_one(desk: Workspace, round_id: int) -> None:
    title, certificate, _ = [row.id for row in nominations.page(desk, "nominations", scope=round_id)]
    decisions.issue_decision(desk, round_id, 57, "2026-12-20", CHAIR, [title])
    decisions.issue_decision(desk, round_id, 58, "2026-12-21", CHAIR, [certificate])
    numbers = [
        block.number_line
        for block in exported(desk, "decision", round_id).blocks
        if isinstance(block, blocks.NationalHeader)
    ]
    assert numbers == ["Số: 57/QĐ-UBND", "Số: 58/QĐ-UBND"]
    pages = [block for block in exported(desk, "certificates", round_id).blocks if isinstance(block, blocks.PlacedPage)]
    assert [field.text for page in pages for field in page.fields if "Quyết định" in field.text] == [
        "Quyết định số 58/QĐ-UBND"
    ]


def test_the_submission_stays_after_the_province_has_decided(desk: Workspace, round_id: int) -> None:
    rounds.set_round(desk, round_id, "submission_number", "12")
    rounds.set_round(desk, round_id, "submitted_on", "22/12/2026")
    before = exported(desk, "submission", round_id)
    assert header(before).number_line == "Số: 12/TTr-UBND"
    upward = nominations.page(desk, "nominations", scope=round_id)[2].id
    decisions.record_upper_decision(desk, [upward], "123/QĐ-UBND", "2027-02-03")
    assert exported(desk, "submission", round_id) == before


def test_what_different_people_decide_goes_up_on_different_papers(desk: Workspace, round_id: int) -> None:
    row_id = nominate(desk, round_id, "Trần Thị Thí", "Bằng khen của Thủ tướng Chính phủ")
    verdicts.choose(desk, [row_id], "được chọn", "Hội đồng thống nhất")
    titles = [block for block in exported(desk, "submission", round_id).blocks if isinstance(block, blocks.Title)]
    assert [title.subject for title in titles if title.doc_type == "TỜ TRÌNH"] == [
        f"Về việc đề nghị tặng {UPWARD} năm 2026",
        "Về việc đề nghị tặng “Bằng khen của Thủ tướng Chính phủ” năm 2026",
    ]


def test_the_number_of_a_round_is_on_one_submission_only(desk: Workspace, round_id: int) -> None:
    row_id = nominate(desk, round_id, "Trần Thị Thí", "Bằng khen của Thủ tướng Chính phủ")
    verdicts.choose(desk, [row_id], "được chọn", "Hội đồng thống nhất")
    rounds.set_round(desk, round_id, "submission_number", "12")
    heads = [b for b in exported(desk, "submission", round_id).blocks if isinstance(b, blocks.NationalHeader)]
    assert [head.number_line for head in heads] == ["Số: 12/TTr-UBND", "Số:       /TTr-UBND"]


@pytest.mark.parametrize("name", PAPERS)
def test_an_empty_round_says_what_is_missing(desk: Workspace, name: str) -> None:
    round_id = settle(desk)
    with pytest.raises(NothingToExport) as said:
        exported(desk, name, round_id)
    assert said.value.happened.startswith("Đợt xét chưa có đề nghị nào")
    assert said.value.advice


def test_titles_alone_have_no_certificates(desk: Workspace) -> None:
    round_id = settle(desk)
    verdicts.choose(desk, [nominate(desk, round_id, "Lê Văn Giả", "LĐTT")], "được chọn", "Hội đồng thống nhất")
    with pytest.raises(NothingToExport, match="không có Giấy khen nào"):
        exported(desk, "certificates", round_id)


@pytest.mark.parametrize("make", [award_papers.certificates_document, award_papers.bonuses_document])
def test_five_hundred_certificates_are_made_at_once(
    desk: Workspace, make: Callable[[Workspace, int], blocks.Document]
) -> None:
    round_id = settle(desk)
    rows = [[f"Nguyễn Văn Mẫu {number}", CERTIFICATE, "được chọn"] for number in range(500)]
    nominations.paste_rows(desk, "nominations", ["subject", "award", "state"], rows, scope=round_id)
    assert pdf.render(make(desk, round_id)).startswith(b"%PDF")
