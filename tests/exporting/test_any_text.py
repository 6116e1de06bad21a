"""Whatever stands in the data file, a paper of it can be made, and no letter of the text is lost."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from thidua_desktop.domain.papers.blocks import (
    Column,
    Document,
    Heading,
    NationalHeader,
    Recipients,
    Signature,
    Signer,
    Table,
    Text,
    Title,
)
from thidua_desktop.domain.richtext import plain
from thidua_desktop.exporting import docx, pdf
from thidua_desktop.exporting.letters import one_line, printable

TEXTS = st.text(st.characters(exclude_categories=()), max_size=40)


def _document(text: str) -> Document:
    head = (NationalHeader((text,), text, text, text), Title(text, text, text), Heading(text, text))
    table = Table((Column(text, 60), Column(text, 100)), ((text, text), (text,)))
    end = Signature(Signer((text,), (text,), text), Recipients((text,)))
    return Document((*head, Text(plain(text, "-")), table, end), subject=text, author=text)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_can_be_put_on_paper(text: str) -> None:
    document = _document(text)
    with zipfile.ZipFile(io.BytesIO(docx.render(document))) as archive:
        written = "".join(etree.fromstring(archive.read("word/document.xml")).itertext())
    assert one_line(text).replace("\t", "") in written
    assert pdf.render(document).startswith(b"%PDF")


def test_vietnamese_and_blanks_are_kept_and_controls_are_not() -> None:
    assert printable("Đặng  Thị\tƯởng\u00a0\n") == "Đặng  Thị\tƯởng\u00a0\n"
    assert printable("a\x00b\x0cc\ud83dd\x85e") == "abcde"
    assert one_line("một\r\nhai\u2028ba\x0bbốn\n") == "một hai ba bốn"


def test_a_last_paragraph_longer_than_a_page_is_whole() -> None:
    words = [f"tiếng{number}" for number in range(1500)]
    document = Document(
        (Text(plain("mở")), Text(plain(" ".join(words)), keep_next=True), Signature(Signer(name="Tên")))
    )
    from tests.golden.lines_tool import pdf_lines

    printed = " ".join(line for page in pdf_lines(pdf.render(document)) for line in page)
    assert printed.count("tiếng") == len(words)
