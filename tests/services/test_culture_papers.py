"""Gia đình văn hóa on paper: the list of a thôn, and the figures of all of them."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.papers import blocks
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

YEAR = 2026
LIST, SUMMARY = EXPORTS["culture-list"], EXPORTS["culture-summary"]


@pytest.fixture
def thon(desk: Workspace) -> Workspace:
    """Two thôn and a hội; thôn Một has listed three households, and its figures are known."""
    for name, kind in (("Thôn Một", "Thôn, tổ dân phố"), ("Tổ dân phố Hai", "Thôn, tổ dân phố"), ("Hội A", "")):
        registers.add_row(desk, "organisations", {"name": name, "kind": kind})
    for organisation in (1, 2, 3):
        registrations.open_year(desk, YEAR, [organisation])
    homes = [[f"Nguyễn Văn Mẫu {n}", "hộ gia đình", "Gia đình văn hóa", ""] for n in (1, 2, 3)]
    registers.paste_rows(desk, "registered_titles", ("subject", "subject_kind", "award", "note"), homes, scope=1)
    figures = {"households": 120, "registered": 100, "recognised": 90, "posted_on": "2026-11-10"}
    with desk.file.act("Số hộ"):
        records.insert(desk.file, "culture_years", {"registration_id": 1, **figures})
    return desk


def document(workspace: Workspace, request: Request) -> blocks.Document:
    assert LIST.document
    return LIST.document(workspace, request)


def texts(made: blocks.Document) -> list[str]:
    return [block.paragraph.text for block in made.blocks if isinstance(block, blocks.Text)]


def rows(made: blocks.Document) -> list[tuple[str, ...]]:
    return [row for block in made.blocks if isinstance(block, blocks.Table) for row in block.rows]


def test_a_thon_lists_its_households_and_its_figures(thon: Workspace) -> None:
    made = document(thon, Request(YEAR, organisation_id=1))
    assert rows(made)[0] == ("1", "Nguyễn Văn Mẫu 1", "Thôn Một", "") and len(rows(made)) == 3
    totals, posting = texts(made)
    assert totals == "Tổng số hộ: 120; số hộ đăng ký: 100, tỷ lệ 83,3%; số hộ đạt: 90, tỷ lệ 75%."
    assert posting.startswith(
        "Danh sách được niêm yết công khai 10 ngày để lấy ý kiến nhân dân, từ ngày 10 tháng 11 năm 2026 đến hết ngày 20 "
        "tháng 11 năm 2026, tại ..."
    )
    head, signature = made.blocks[0], made.blocks[-1]
    assert isinstance(head, blocks.NationalHeader) and head.code == "VH-2026-001"
    assert isinstance(signature, blocks.Signature) and signature.right.position == ("TRƯỞNG THÔN",)


def test_a_blank_list_leaves_days_and_figures_to_the_pen(thon: Workspace) -> None:
    made = document(thon, Request(YEAR, organisation_id=2, blank=True))
    assert len(rows(made)) == 40 and not any("".join(row[1:]) for row in rows(made))
    assert "từ ....../....../........ đến hết ....../....../........" in texts(made)[1]
    signature = made.blocks[-1]
    assert isinstance(signature, blocks.Signature) and signature.right.position == ("TỔ TRƯỞNG TỔ DÂN PHỐ",)


def test_only_thon_have_a_list(thon: Workspace) -> None:
    assert LIST.for_each and list(LIST.for_each(thon, Request(YEAR)).values()) == ["Thôn Một", "Tổ dân phố Hai"]
    with pytest.raises(NothingToExport, match="Chưa có thôn, tổ dân phố nào"):
        document(thon, Request(YEAR, organisation_id=3))


def test_the_figures_of_all_thon_are_added_when_all_are_known(thon: Workspace) -> None:
    assert SUMMARY.document
    made = SUMMARY.document(thon, Request(YEAR))
    (table,) = (block for block in made.blocks if isinstance(block, blocks.Table))
    assert table.rows == (
        ("1", "Thôn Một", "120", "100", "83,3%", "90", "75%"),
        ("2", "Tổ dân phố Hai", "", "", "", "", ""),
    )
    assert table.total == ("", "Tổng cộng", "", "", "", "", "")
    assert texts(made) == ["Còn 1 thôn, tổ dân phố chưa đủ số liệu; cột còn thiếu chưa cộng."]
    with thon.file.act("Số hộ"):
        records.insert(thon.file, "culture_years", {"registration_id": 2, "households": 80, "registered": 60})
    (table,) = (block for block in SUMMARY.document(thon, Request(YEAR)).blocks if isinstance(block, blocks.Table))
    assert table.total == ("", "Tổng cộng", "200", "160", "80%", "", "")
