"""Documents as PDF."""

from __future__ import annotations

from contextlib import closing

import pypdfium2 as pdfium
import pytest

from tests.golden.lines_tool import pdf_lines, raw_lines
from tests.golden.samples import all_blocks, documents
from thidua_desktop.domain.papers.blocks import Column, Document, PageBreak, PageSetup, Table, Text
from thidua_desktop.domain.papers.forms import joined
from thidua_desktop.domain.richtext import plain
from thidua_desktop.exporting import pdf
from thidua_desktop.exporting.pdf import writer


def _text(*texts: str) -> str:
    document = Document(tuple(Text(plain(text, bullet)) for text, bullet in zip(texts, ("", "-", "+"), strict=False)))
    return "\n".join(line for page in pdf_lines(pdf.render(document)) for line in page)


def test_text_is_never_markup() -> None:
    odd = "= đề * sao * _gạch_ #lệnh $toán$ <nhãn> @ai \\ `mã` // chú // [a] {b} 1. một"
    assert _text(odd).replace("\u2060", "").split() == odd.split()


def test_bullet_is_what_the_clerk_typed() -> None:
    assert _text("mở", "mục một", "mục hai") == "mở\n- mục một\n+ mục hai"


def test_equal_documents_are_equal_bytes() -> None:
    document = documents()["plan-short"]
    assert pdf.render(document) == pdf.render(document)


def test_every_block_and_an_empty_document_can_be_set() -> None:
    assert len(pdf_lines(pdf.render(Document(tuple(all_blocks().values()))))) == 4
    assert len(pdf_lines(pdf.render(Document(())))) == 1


def test_a_row_taller_than_a_page_loses_no_word() -> None:
    words = [f"tiếng{number}" for number in range(2500)]
    table = Table((Column("Việc", 120), Column("Ai", 40)), ((" ".join(words), "Văn phòng"),))
    lines = pdf_lines(pdf.render(Document((table,))))
    assert len(lines) > 1
    assert " ".join(line for page in lines for line in page).count("tiếng") == len(words)


def test_missing_fonts_are_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoFonts:
        def families(self) -> list[str]:
            return ["DejaVu Sans"]

    monkeypatch.setattr(writer, "_fonts", NoFonts)
    with pytest.raises(pdf.FontError, match="Times New Roman"):
        pdf.render(Document(()))


def test_a_row_that_a_page_can_hold_is_not_split() -> None:
    words = " ".join(f"tiếng{number}" for number in range(220))
    table = Table((Column("Việc", 120), Column("Ai", 40)), ((words, "Văn phòng"), (words, "Văn phòng")))
    pages = pdf_lines(pdf.render(Document((table,))))
    assert ["".join(page).count("tiếng") for page in pages] == [220, 220]


@pytest.mark.parametrize("rows", [(), (("",),), (("một", "hai"),)])
def test_a_small_table_stays_with_its_signature(rows: tuple[tuple[str, ...], ...]) -> None:
    table = Table((Column("Việc", 120), Column("Ai", 40)), rows, keep_next=True)
    text = "\n".join(*pdf_lines(pdf.render(Document((table, all_blocks()["signature"])))))
    assert "Việc" in text and "Nơi nhận" in text


def test_a_closing_sentence_goes_to_the_page_of_the_signature_with_the_last_row() -> None:
    closing, signature = Text(plain("Hết."), keep_next=True), all_blocks()["signature"]
    for count in (36, 38, 40, 42):
        rows = tuple((f"việc {number}",) for number in range(1, count + 1))
        table = Table((Column("Việc", 160),), rows, keep_next=True)
        page = pdf_lines(pdf.render(Document((table, closing, signature))))[-1]
        assert f"việc {count}" in page and "Hết." in page and "Nơi nhận:" in page


def test_a_high_last_row_before_a_signature_loses_no_word() -> None:
    for count in (200, 500, 1200):
        words = " ".join(f"tiếng{number}" for number in range(count))
        table = Table((Column("Việc", 120), Column("Ai", 40)), (("đầu", ""), ("Nhóm",), (words, "")), keep_next=True)
        pages = pdf_lines(pdf.render(Document((table, all_blocks()["signature"]))))
        text = "".join(line for page in pages for line in page)
        assert text.count("tiếng") == count and "Trần Thị Thí Dụ" in text


@pytest.mark.parametrize(("anew", "numbers"), [(False, ["", "2", "3"]), (True, ["", "", "2"])])
def test_pages_of_an_annex_are_counted_from_its_own_first_page(anew: bool, numbers: list[str]) -> None:
    """The first page of a paper, and of an annex, shows no number (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""
    page = (Text(plain("Trang")),)
    blocks = (*page, PageBreak(numbered_anew=anew), *page, PageBreak(), *page)
    assert [tops[0] if tops[0] != "Trang" else "" for tops in raw_lines(pdf.render(Document(blocks)))] == numbers


def test_a_table_that_fills_its_page_leaves_no_blank_one_behind() -> None:
    table = Table((Column("STT", 20), Column("Nội dung", 100)), tuple((str(row), "Một dòng") for row in range(40)))
    for bottom in range(20, 30):
        pages = pdf_lines(pdf.render(Document((table,), PageSetup(bottom=bottom))))
        assert any("Một dòng" in line for line in pages[-1])


def test_a_paper_on_pages_of_another_kind_stands_in_one_document_with_the_others() -> None:
    across = PageSetup(width=297, height=210)
    upright, lying = (
        Document((Text(plain("Đứng")),)),
        Document((Text(plain("Nằm")), PageBreak(), Text(plain("Hai"))), across),
    )
    made = joined((upright, lying, lying, upright))
    content = pdf.render(made)
    with closing(pdfium.PdfDocument(content)) as pages:
        sizes = [page.get_size() for page in pages]
    assert [width > height for width, height in sizes] == [False, True, True, True, True, False]
    assert [page[0] for page in raw_lines(content)] == ["Đứng", "Nằm", "2", "Nằm", "2", "Đứng"]
