"""A budget in đồng has 11 to 15 digits: it stays whole in its column of the shipped forms, in .docx and in PDF."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtPdf import QPdfDocument

from tests.golden.samples import form
from thidua_desktop.domain.papers import measures as m
from thidua_desktop.domain.papers.blocks import Column, Document, Table
from thidua_desktop.domain.papers.forms import TableForm
from thidua_desktop.exporting import docx, pdf
from thidua_desktop.exporting.text_width import text_width

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MM_PER_TWIP = 25.4 / 1440
FIGURES = ("44.762.000.000", "9.944.762.000.000", "944.762.000.000.000")

# the paper, its table, the cells of a row with two places for a figure
ROWS = [
    ("report", "target_rows", ("1", "Tổng thu ngân sách", "triệu đồng", "{}", "{}", "100,0%", "chưa báo cáo")),
    ("report", "award_rows", ("1", "Giấy khen của Chủ tịch UBND xã", "20", "{}", "5", "10", "{}")),
]


def _paper(name: str, source: str, row: tuple[str, ...], figure: str) -> Document:
    (found,) = [
        item.block for item in form(name).items if isinstance(item.block, TableForm) and item.block.source == source
    ]
    columns = tuple(Column(one.heading, one.width, one.align) for one in found.columns)
    return Document((Table(columns, (tuple(cell.format(figure) for cell in row),), size=found.size),))


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize(("name", "source", "row"), ROWS, ids=[source for _, source, _ in ROWS])
def test_every_cell_of_the_docx_has_room_for_its_figure(
    name: str, source: str, row: tuple[str, ...], figure: str
) -> None:
    with zipfile.ZipFile(io.BytesIO(docx.render(_paper(name, source, row, figure)))) as archive:
        document = etree.fromstring(archive.read("word/document.xml"))
    widths = []
    for cell in document.iter(f"{W}tc"):
        width = int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) * MM_PER_TWIP
        size = int(cell.find(f".//{W}r/{W}rPr/{W}sz").get(f"{W}val")) / 2
        text = "".join(cell.itertext())
        widths.append(width)
        if text == figure:
            assert text_width(text, size) <= width - 2 * m.CELL_PADDING_X
    assert sum(widths) == pytest.approx(2 * 160, abs=1)  # the heading and the row


@pytest.mark.parametrize("figure", FIGURES)
@pytest.mark.parametrize(("name", "source", "row"), ROWS, ids=[source for _, source, _ in ROWS])
def test_figures_of_the_pdf_are_whole_and_beside_each_other(
    name: str, source: str, row: tuple[str, ...], figure: str
) -> None:
    first, second = _places(pdf.render(_paper(name, source, row, figure)), figure)
    assert max(first.height(), second.height()) < 12  # points: one line
    assert first.right() < second.left()


def _places(content: bytes, words: str) -> list[QRectF]:
    """Where the words stand on the first page, in points."""
    buffer, document = QBuffer(), QPdfDocument()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    text, found, at = document.getAllText(0).text(), [], -1
    while (at := text.find(words, at + 1)) >= 0:
        found.append(document.getSelectionAtIndex(0, at, len(words)).boundingRectangle())
    document.close()
    return found
