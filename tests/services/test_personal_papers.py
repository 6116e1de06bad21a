"""The phiếu đăng ký of people: one for each who registered a title, or blank ones to hand out."""

from __future__ import annotations

import pytest

from tests.services.registering_year import YEAR, year
from thidua_desktop.domain.papers import blocks
from thidua_desktop.services.export_parts import NothingToExport, Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

__all__ = ["year"]
PAPER = EXPORTS["personal-registration"]


def made(workspace: Workspace, request: Request) -> list[tuple[blocks.Block, ...]]:
    """The blocks of each person's paper."""
    assert PAPER.document
    papers: list[list[blocks.Block]] = [[]]
    for block in PAPER.document(workspace, request).blocks:
        if isinstance(block, blocks.PageBreak):
            papers.append([])
        else:
            papers[-1].append(block)
    return [tuple(paper) for paper in papers]


def texts(paper: tuple[blocks.Block, ...]) -> list[str]:
    return [block.paragraph.text for block in paper if isinstance(block, blocks.Text)]


def test_each_person_who_registered_a_title_has_a_paper(year: Workspace) -> None:
    with year.file.act("Người"):
        records.update(year.file, "people", 1, {"sex": "nữ", "birth_date": "1985-03-08"})
    (paper,) = made(year, Request(YEAR, organisation_id=2))
    head, titles = paper[0], next(block for block in paper if isinstance(block, blocks.Table))
    assert isinstance(head, blocks.NationalHeader)
    assert (head.issuer, head.code) == (("HỘI NÔNG DÂN",), "CN-2026-002")
    assert texts(paper)[:4] == [
        "Họ và tên: Lê Thị Mẫu",
        "Ngày sinh: 08/03/1985    Giới tính: nữ    Ngày vào ngành: ................",
        "Chức vụ: Chi hội trưởng",
        "Đơn vị: Hội Nông dân",
    ]
    assert titles.rows == (("1", "Lao động tiên tiến", "Sáng kiến ủ phân"),)


def test_the_head_confirms_at_the_left_and_the_person_signs_at_the_right(year: Workspace) -> None:
    signature = made(year, Request(YEAR, organisation_id=2))[0][-1]
    assert isinstance(signature, blocks.Signature) and isinstance(signature.left, blocks.Signer)
    assert (signature.left.authority, signature.left.position) == (("XÁC NHẬN CỦA",), ("THỦ TRƯỞNG ĐƠN VỊ",))
    assert signature.left.name == "Trần Văn Thí Dụ"
    assert (signature.right.position, signature.right.name) == (("NGƯỜI ĐĂNG KÝ",), "Lê Thị Mẫu")


def test_an_initiative_stands_on_the_paper_of_its_author(year: Workspace) -> None:
    tables = [block for block in made(year, Request(YEAR, organisation_id=2))[0] if isinstance(block, blocks.Table)]
    assert tables[1].rows == (("1", "Ủ phân hữu cơ tại hộ", "cơ sở"),)
    assert [len(table.rows) for table in tables] == [1, 1, 4]


def test_all_people_of_the_year_are_one_document(year: Workspace) -> None:
    whole = made(year, Request(YEAR))
    assert [texts(paper)[0] for paper in whole] == ["Họ và tên: Lê Thị Mẫu"] * 2
    assert PAPER.for_each and list(PAPER.for_each(year, Request(YEAR)).values()) == ["Hội Nông dân", "Hội LHPN"]


def test_blank_ones_are_as_many_as_asked_for(year: Workspace) -> None:
    blank = made(year, Request(YEAR, organisation_id=1, blank=True, copies=3))
    assert len(blank) == 3 and texts(blank[0])[0] == "Họ và tên: " + "." * 40
    assert PAPER.for_each and len(PAPER.for_each(year, Request(YEAR, blank=True))) == 6


def test_without_people_there_is_nothing_to_print(year: Workspace) -> None:
    with pytest.raises(NothingToExport, match="Chưa có cá nhân nào đăng ký danh hiệu"):
        made(year, Request(YEAR, organisation_id=1))
