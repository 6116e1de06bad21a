"""Giấy khen for a whole round, against bare lxml and bare typst writing the same lines on as many pages."""

from __future__ import annotations

import json
import zipfile
from functools import partial
from io import BytesIO
from pathlib import Path

import typst
from lxml import etree

from benchmarks import made_up
from benchmarks.measuring import Measured, Sizes, compare
from thidua_desktop.domain.papers.blocks import Document, PlacedPage
from thidua_desktop.exporting import docx as our_docx
from thidua_desktop.exporting import pdf as our_pdf
from thidua_desktop.services.awards import award_papers, rounds
from thidua_desktop.services.registers import registers
from thidua_desktop.services.workspace import Workspace

AWARD = "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã"
YEAR = 2026
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPST = """
#set page(width: 297mm, height: 210mm)
#for page in json(bytes(sys.inputs.pages)) {
  for line in page { block(line) }
  pagebreak(weak: true)
}
"""


def measure(sizes: Sizes, folder: Path) -> list[Measured]:
    """From the stored nominations to the bytes of the file."""
    with made_up.opened(made_up.new_file(folder / "xã.thidua")) as workspace:
        round_id = _round(workspace, sizes.certificates)
        pages = _pages(award_papers.certificates_document(workspace, round_id))
        fonts = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)
        return [
            compare(
                f"{len(pages)} Giấy khen ra .docx",
                "lxml ghi cùng các dòng",
                lambda: our_docx.render(award_papers.certificates_document(workspace, round_id)),
                partial(_bare_docx, pages),
                repeats=sizes.repeats,
            ),
            compare(
                f"{len(pages)} Giấy khen ra PDF",
                "typst xếp cùng các dòng",
                lambda: our_pdf.render(award_papers.certificates_document(workspace, round_id)),
                partial(_bare_pdf, pages, fonts),
                repeats=sizes.repeats,
            ),
        ]


def _round(workspace: Workspace, count: int) -> int:
    """A round whose nominations are all for a Giấy khen, and chosen by the Council."""
    _, round_id = rounds.add_round(workspace, YEAR)
    columns = ("subject", "subject_kind", "award", "state")
    rows = [(f"{name}, số {number}", "cá nhân", AWARD, "được chọn") for number, (name, *_) in _people(count)]
    pasted = registers.paste_rows(workspace, "nominations", columns, rows, scope=round_id)
    if pasted.refused:
        raise RuntimeError(f"a nomination was refused: {pasted.refused[0][1]}")
    return round_id


def _people(count: int) -> list[tuple[int, tuple[str, str, str]]]:
    return list(enumerate(made_up.people(count), start=1))


def _pages(document: Document) -> list[list[str]]:
    return [[field.text for field in block.fields] for block in document.blocks if isinstance(block, PlacedPage)]


def _bare_docx(pages: list[list[str]]) -> bytes:
    document = etree.Element(f"{{{_W}}}document")
    body = etree.SubElement(document, f"{{{_W}}}body")
    for text in (line for page in pages for line in page):
        run = etree.SubElement(etree.SubElement(body, f"{{{_W}}}p"), f"{{{_W}}}r")
        etree.SubElement(run, f"{{{_W}}}t").text = text
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", etree.tostring(document, encoding="UTF-8"))
    return out.getvalue()


def _bare_pdf(pages: list[list[str]], fonts: typst.Fonts) -> bytes:
    inputs = {"pages": json.dumps(pages, ensure_ascii=False)}
    made = typst.Compiler(_TYPST.encode(), font_paths=fonts, sys_inputs=inputs).compile(format="pdf")
    assert isinstance(made, bytes)
    return made
