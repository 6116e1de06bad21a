"""The blank bản đăng ký: one page for an ordinary organisation, rows high enough to write in, the signature below."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from tests.golden.lines_tool import pdf_lines
from tests.golden.samples import OFFICE, form, short_plan
from thidua_desktop.domain.organisations import Organisation
from thidua_desktop.domain.papers.blocks import Document
from thidua_desktop.domain.papers.registration_form import RegistrationFacts, registration_form
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
    return registration_form(RegistrationFacts(2026, OFFICE, short_plan(), one, parent), form("registration-form"))


@pytest.mark.parametrize("parent", ["", "Ủy ban nhân dân xã Ví Dụ"])
@pytest.mark.parametrize("name", NAMES)
def test_it_is_one_page(name: str, parent: str) -> None:
    (page,) = pdf_lines(pdf.render(_blank(name, parent)))
    assert page[-1] == "THỦ TRƯỞNG ĐƠN VỊ"


def test_on_a_second_page_the_signature_has_a_row_above_it() -> None:
    pages = pdf_lines(pdf.render(_blank("Chi hội " + "Cựu chiến binh và Nông dân thôn Một " * 4)))
    assert len(pages) == 2
    assert pages[1][-2:] == ["4", "THỦ TRƯỞNG ĐƠN VỊ"]


def test_its_rows_are_eight_millimetres_high_in_the_docx_too() -> None:
    with zipfile.ZipFile(io.BytesIO(docx.render(_blank("Thôn Mẫu 1")))) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    heights = [(one.get(f"{W}val"), one.get(f"{W}hRule")) for one in document.iter(f"{W}trHeight")]
    assert heights == [("454", "atLeast")] * 11  # twips
