"""The PDF breaks lines and pages where the .docx does in LibreOffice (stored by tests/golden/make_lines.py)."""

from __future__ import annotations

import json

import pytest

from tests.golden.lines_tool import Pages, breaks, flowing, page_starts, pdf_lines, slack, squeezed
from tests.golden.make_lines import LINES
from tests.golden.samples import documents
from thidua_desktop.domain.papers.blocks import Column, Document, Heading, Table, Text
from thidua_desktop.exporting import pdf

DOCUMENTS = documents()
ALIKE = 0.95
NEAR_THE_MEASURE = 0.1


def _stored(name: str) -> Pages:
    return json.loads((LINES / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_pages_begin_and_paragraphs_break_as_in_libreoffice(name: str) -> None:
    document = DOCUMENTS[name]
    office, ours = _stored(name), pdf_lines(pdf.render(document))
    assert page_starts(ours) == page_starts(office)
    paragraphs = list(flowing(document))
    pairs = list(zip(paragraphs, breaks(office, paragraphs), breaks(ours, paragraphs), strict=True))
    others = [(paragraph, one, other) for paragraph, one, other in pairs if one != other]
    assert len(others) <= (1 - ALIKE) * len(pairs)
    for paragraph, one, other in others:
        assert slack(paragraph, one, other) < NEAR_THE_MEASURE, paragraph.text


def test_every_stored_paper_is_still_compared() -> None:
    assert {file.stem for file in LINES.glob("*.json")} == set(DOCUMENTS)


def test_no_signature_stands_without_the_last_row_of_its_table() -> None:
    pages = pdf_lines(pdf.render(DOCUMENTS["signed-tables"]))
    signed = [page for page in pages if any(line.startswith("Nơi nhận") for line in page)]
    assert len(signed) == 6
    for page, count in zip(signed, (32, 33, 36, 40, 41, 44), strict=True):
        assert any(line.endswith(f"việc số {count} của bảng {count}") for line in page)


def test_no_heading_across_a_table_ends_a_page() -> None:
    for count in range(36, 46):
        rows = [("1", "việc")] * count + [("Việc cuối năm",)] + [("2", "việc cuối")] * 3
        table = Table((Column("STT", 20), Column("Việc", 140)), tuple(rows))
        assert all(page[-1] != "Việc cuối năm" for page in pdf_lines(pdf.render(Document((table,)))))


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.startswith(("plan-long", "outline"))])
def test_no_heading_ends_a_page_and_no_signature_stands_alone(name: str) -> None:
    """The eight long plans differ by one item each, so that their pages end at many places."""
    pages = _stored(name)
    headings = {squeezed(block.text)[-12:].lower() for block in DOCUMENTS[name].blocks if isinstance(block, Heading)}
    for page in pages[:-1]:
        assert squeezed(page[-1])[-12:].lower() not in headings, page[-1]
    closing = [block for block in DOCUMENTS[name].blocks if isinstance(block, Text)][-1]
    assert squeezed(closing.paragraph.text)[-10:] in squeezed("".join(pages[-1]))
