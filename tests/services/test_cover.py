"""The cover of the year's plan."""

from __future__ import annotations

import pytest

from tests.services.year_samples import PLAN
from thidua_desktop.domain.papers import blocks
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commitments, registrations
from thidua_desktop.services.registration.cover import cover
from thidua_desktop.services.workspace import Workspace

YEAR = 2026


@pytest.fixture
def plan_id(desk: Workspace) -> int:
    _, plan_id = plans.store_plan(desk, PLAN)
    chosen = [one for one in registrations.candidates(desk, plan_id) if one.ticked]
    registrations.adopt(desk, plan_id, chosen)
    return plan_id


def stands(desk: Workspace) -> dict[str, str]:
    return {one.name: one.words for one in cover(desk, YEAR).targets if one.figure == 0}


def test_what_organisations_commit_to_is_held_against_the_plan(desk: Workspace, plan_id: int) -> None:
    before = stands(desk)
    assert before["Cải tạo vườn tạp"].startswith(("thiếu", "vượt", "đủ"))
    cells = {"indicator": "Thu ngân sách", "values": "12 tỷ đồng", "responsible": "Hội Nông dân"}
    _, target = registers.add_row(desk, "plan_targets", cells, scope=plan_id)
    registers.add_row(desk, "plan_targets", {"indicator": "Làm đường", "values": "3 km"}, scope=plan_id)
    assert stands(desk)["Thu ngân sách"] == "chưa cam kết"
    assert stands(desk)["Làm đường"] == "chưa ai nhận"
    farmers = next(one for one in registrations.standing(desk, YEAR) if one.name == "Hội Nông dân")
    owing = next(one for one in cover(desk, YEAR).organisations if one.name == "Hội Nông dân")
    assert owing.words == "Thu ngân sách: chưa cam kết"
    commitments.add(desk, YEAR, farmers.organisation_id, "Thu đủ các khoản", "5 tỷ đồng", target_id=target)
    assert stands(desk)["Thu ngân sách"] == "thiếu 7 tỷ đồng"
    owing = next(one for one in cover(desk, YEAR).organisations if one.name == "Hội Nông dân")
    assert owing.words == "" and "Làm đường" in [one.name for one in cover(desk, YEAR).nobody()]


def test_an_organisation_without_a_commitment_stands_out(desk: Workspace, plan_id: int) -> None:
    assert cover(desk, YEAR).silent() == ()
    registrations.enter_new(desk, YEAR, "Thôn Mẫu")
    assert [(one.name, one.words) for one in cover(desk, YEAR).silent()] == [("Thôn Mẫu", "chưa cam kết chỉ tiêu nào")]


def test_the_cover_is_printed_and_written_as_a_sheet(desk: Workspace, plan_id: int) -> None:
    registers.add_row(desk, "plan_targets", {"indicator": "Làm đường", "values": "3 km"}, scope=plan_id)
    registrations.enter_new(desk, YEAR, "Thôn Mẫu")
    export = EXPORTS["cover"]
    assert export.document and export.sheet and export.endings == (".docx", ".pdf", ".xlsx")
    document = export.document(desk, Request(YEAR))
    targets, organisations = (one for one in document.blocks if isinstance(one, blocks.Table))
    assert ["Làm đường", "3 km", "", "", "chưa ai nhận"] in [
        [row[1], row[2], row[-3], row[-2], row[-1]] for row in targets.rows
    ]
    assert "95% (tỉnh giao)" in [row[2] for row in targets.rows]
    assert [row[1:] for row in organisations.rows] == [("Thôn Mẫu", "0", "chưa cam kết chỉ tiêu nào")]
    book = export.sheet(desk, Request(YEAR))
    assert isinstance(book, blocks.Book)
    assert [sheet.name for sheet in book.sheets] == ["Theo chỉ tiêu", "Theo đơn vị"]
    assert book.sheets[1].rows[-1][1:] == ("Thôn Mẫu", None, None, "chưa cam kết chỉ tiêu nào")


def test_without_a_plan_there_is_nothing_to_hold_against(desk: Workspace) -> None:
    export = EXPORTS["cover"]
    assert export.document
    with pytest.raises(NothingToExport, match="chưa có chỉ tiêu nào"):
        export.document(desk, Request(YEAR))
