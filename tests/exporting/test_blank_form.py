"""The blank bản đăng ký: both sides of one sheet, rows high enough to write in, the signature below."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from tests.golden.lines_tool import pdf_lines
from tests.golden.samples import OFFICE, form, short_plan
from thidua_desktop.domain.organisations import Organisation
from thidua_desktop.domain.papers.blocks import Document
from thidua_desktop.domain.papers.registration_form import Registered, registration_form
from thidua_desktop.domain.papers.year_heads import OrganisationYear
from thidua_desktop.domain.registration.paper_codes import PaperCode, read_code
from thidua_desktop.exporting import docx, pdf

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = (
    "",
    "Thôn Mẫu 1",
    "Hội Nông dân xã Ví Dụ",
    "Trường Trung học cơ sở Nguyễn Văn Mẫu, xã Ví Dụ",
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã Ví Dụ",
)


def _blank(name: str, parent: str = "") -> Document:
    one = Organisation(name) if name else None
    of = OrganisationYear(2026, OFFICE, short_plan(), one, parent, number=17)
    return registration_form(of, Registered(), form("registration-form"))


@pytest.mark.parametrize("parent", ["", "Ủy ban nhân dân xã Ví Dụ"])
@pytest.mark.parametrize("name", NAMES)
def test_it_is_both_sides_of_one_sheet(name: str, parent: str) -> None:
    front, back = pdf_lines(pdf.render(_blank(name, parent)))
    assert read_code(front[0]) == PaperCode("registration-form", 2026, 17)
    assert back[-2:] == ["6", "TRƯỞNG THÔN" if name.startswith("Thôn") else "THỦ TRƯỞNG ĐƠN VỊ"]


def test_its_rows_are_nine_millimetres_high_in_the_docx_too() -> None:
    with zipfile.ZipFile(io.BytesIO(docx.render(_blank("Thôn Mẫu 1")))) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    heights = [(one.get(f"{W}val"), one.get(f"{W}hRule")) for one in document.iter(f"{W}trHeight")]
    assert heights == [("510", "atLeast")] * 22  # twips
