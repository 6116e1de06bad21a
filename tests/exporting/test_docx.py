"""Documents as .docx: the XML of each block, and a package that Word accepts."""

from __future__ import annotations

import io
import itertools
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from tests.golden.samples import ROOT, all_blocks, documents, table_plan
from thidua_desktop.domain.papers.blocks import A4, Column, Document, Heading, PageSetup, Table, Text
from thidua_desktop.domain.papers.forms import joined
from thidua_desktop.domain.papers.text_tables import ROW, cells
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.richtext import Paragraph, Run, plain
from thidua_desktop.exporting.docx import render
from thidua_desktop.exporting.docx.blank import make_blank
from thidua_desktop.exporting.docx.elements import element
from thidua_desktop.exporting.docx.package import BLANK
from thidua_desktop.exporting.layout import block_pieces
from thidua_desktop.importing.plan import read_plan

GOLDEN = ROOT / "tests" / "golden" / "blocks"
VALIDATOR = ROOT.parent / "shared" / "xsd" / "validate_docx.py"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLOCKS = all_blocks()
GALLERY = Document(tuple(BLOCKS.values()), subject="Mọi khối", author="Ủy ban nhân dân xã Ví Dụ")


def _part(content: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def _pretty(name: str) -> str:
    root = etree.Element("block")
    root.extend(element(piece, A4) for piece in block_pieces(BLOCKS[name], A4))
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"


@pytest.mark.parametrize("name", BLOCKS)
def test_block_is_written_as_it_was_looked_at(name: str) -> None:
    """THIDUA_UPDATE_GOLDEN=1 stores the XML as it is now; look at it and at the page before committing it."""
    file = GOLDEN / f"{name}.xml"
    if os.environ.get("THIDUA_UPDATE_GOLDEN") == "1":
        file.parent.mkdir(exist_ok=True)
        file.write_text(_pretty(name), encoding="utf-8", newline="\n")
    assert _pretty(name) == file.read_text(encoding="utf-8")


def test_blank_document_is_what_its_maker_makes() -> None:
    assert make_blank() == BLANK.read_bytes(), "run: python -m thidua_desktop.exporting.docx.blank"


def test_equal_documents_are_equal_bytes() -> None:
    assert render(GALLERY) == render(GALLERY)


def test_file_properties_say_what_the_paper_is() -> None:
    core = _part(render(GALLERY), "docProps/core.xml")
    assert [element.text for element in core] == ["Mọi khối", "Ủy ban nhân dân xã Ví Dụ", "vi-VN"]


def test_page_is_a4_with_a_number_from_the_second_page() -> None:
    section = _part(render(GALLERY), "word/document.xml").find(f".//{W}sectPr")
    assert dict(section.find(f"{W}pgSz").attrib) == {f"{W}w": "11906", f"{W}h": "16838"}
    assert section.find(f"{W}titlePg") is not None
    assert section.find(f"{W}headerReference") is not None
    plain_page = _part(render(replace(GALLERY, page=PageSetup(numbered=False))), "word/document.xml")
    assert plain_page.find(f".//{W}headerReference") is None


def test_body_style_follows_the_page() -> None:
    other = PageSetup(body_size=13, first_line=10, gap=8)
    styles = _part(render(Document((Text(plain("Chữ")),), other)), "word/styles.xml")
    assert styles.find(f".//{W}rPrDefault//{W}sz").get(f"{W}val") == "26"
    body = styles.find(f".//{W}style[@{W}styleId='NoiDung']/{W}pPr")
    assert (body.find(f"{W}spacing").get(f"{W}after"), body.find(f"{W}ind").get(f"{W}firstLine")) == ("160", "567")


def test_tables_never_touch() -> None:
    body = _part(render(GALLERY), "word/document.xml").find(f"{W}body")
    tags = [child.tag for child in body]
    assert (f"{W}tbl", f"{W}tbl") not in set(itertools.pairwise(tags))


def test_widths_stand_on_every_cell_and_in_the_grid() -> None:
    for table in _part(render(GALLERY), "word/document.xml").iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        assert sum(grid) <= round(A4.text_width / 25.4 * 1440) + 1, "no wider than the text"
        for row in table.iter(f"{W}tr"):
            assert sum(int(cell.get(f"{W}w")) for cell in row.iter(f"{W}tcW")) == sum(grid)


def test_letters_that_xml_cannot_hold_are_left_out() -> None:
    document = Document((Text(plain("một\x00 hai\ud800 ba")), Heading("1.", "bốn\x1f")))
    assert "".join(_part(render(document), "word/document.xml").itertext()) == "một hai ba1. bốn"


def test_no_line_break_stands_in_a_justified_paragraph() -> None:
    content = render(Document((Text(Paragraph((Run("một\nhai\r\nba"),))),)))
    assert not list(_part(content, "word/document.xml").iter(f"{W}br"))


@pytest.mark.skipif(not VALIDATOR.exists(), reason="the schema is not here")
def test_every_part_is_valid_by_the_schema(tmp_path: Path) -> None:
    files = []
    for name, document in (documents() | {"gallery": GALLERY, "empty": Document(())}).items():
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(render(document))
    run = subprocess.run(
        [sys.executable, str(VALIDATOR), *map(str, files), str(BLANK)],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stdout


def test_word_library_opens_it() -> None:
    docx = pytest.importorskip("docx")
    read = docx.Document(io.BytesIO(render(documents()["plan-short"])))
    assert "Ủy ban nhân dân xã Ví Dụ xây dựng Kế hoạch" in "\n".join(p.text for p in read.paragraphs)
    assert [p.style.name for p in read.paragraphs if p.text.startswith(("I.", "1.", "a)"))] == [
        "Heading 1",
        "Heading 2",
        "Heading 3",
    ]


def test_tables_of_a_plan_read_back_as_the_same_rows() -> None:
    sections = read_plan(SourceFile("bảng.docx", render(documents()["plan-table"]))).plan.sections
    rows = [cells(paragraph) for section in sections for paragraph in section.body if paragraph.bullet == ROW]
    wanted = [cells(paragraph) for section in table_plan().sections for paragraph in section.body if paragraph.bullet]
    assert [row + ("",) * (6 - len(row)) for row in rows] == [row + ("",) * (6 - len(row)) for row in wanted]


def test_heading_of_a_plan_s_table_stands_on_every_page() -> None:
    root = _part(render(documents()["plan-table"]), "word/document.xml")
    ruled = [table for table in root.iter(f"{W}tbl") if table.find(f".//{W}tblBorders") is not None]
    assert len(ruled) == 2
    assert all(len(table.findall(f"{W}tr/{W}trPr/{W}tblHeader")) == 1 for table in ruled)
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for table in ruled for row in table.iter(f"{W}tr"))


def test_the_signature_below_a_long_table_is_its_last_row() -> None:
    """LibreOffice keeps a table with what follows only to the end of its second page."""
    signature = BLOCKS["signature"]
    for count, inside in ((10, False), (90, True)):
        rows = tuple((str(number), "việc") for number in range(count))
        table = Table((Column("STT", 20), Column("Việc", 140)), rows, keep_next=True)
        body = _part(render(Document((table, signature))), "word/document.xml").find(f"{W}body")
        nested = body.findall(f"{W}tbl/{W}tr/{W}tc/{W}tbl")
        assert (len(nested), len(body.findall(f"{W}tbl"))) == ((1, 1) if inside else (0, 2))


def test_a_closing_sentence_below_a_long_table_goes_with_the_signature() -> None:
    table = Table((Column("STT", 160),), tuple((str(number),) for number in range(90)), keep_next=True)
    closing = Text(plain("Hết./."), keep_next=True)
    body = _part(render(Document((table, closing, BLOCKS["signature"]))), "word/document.xml").find(f"{W}body")
    (inside,) = (cell for cell in body.iter(f"{W}tc") if cell.find(f"{W}tbl") is not None)
    assert "Hết./." in [text.text for text in inside.iter(f"{W}t")]


def test_each_paper_of_several_keeps_its_own_kind_of_page() -> None:
    upright = Document((Text(plain("Đứng")),))
    lying = Document((Text(plain("Nằm")),), PageSetup(width=297, height=210))
    root = _part(render(joined((upright, lying, lying, upright))), "word/document.xml")
    sections = list(root.iter(f"{W}sectPr"))
    turned = [one.find(f"{W}pgSz").get(f"{W}orient") for one in sections]
    assert turned == [None, "landscape", "landscape", None]
    assert all(one.find(f"{W}pgNumType").get(f"{W}start") == "1" for one in sections)
