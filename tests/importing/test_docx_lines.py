"""What Word can do to a paragraph: tracked changes, boxes, notes, breaks, automatic numbers, tables."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.importing.plan_texts import add_list, put_in_list, read_docx
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.domain.richtext import Run
from thidua_desktop.importing.docx.reader import docx_lines
from thidua_desktop.importing.lines import SourceText
from thidua_desktop.importing.plan_json import to_json

BOX = """<w:r {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></w:drawing></mc:Choice>
<mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>
</mc:AlternateContent></w:r>"""


def paragraph(document: Document, xml: str) -> None:
    document.element.body.insert(len(document.element.body) - 1, parse_xml(f"<w:p {nsdecls('w')}>{xml}</w:p>"))


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def lines_of(document: Document) -> SourceText:
    return docx_lines(SourceFile("a.docx", saved(document)))


def texts(document: Document) -> list[str]:
    return [line.shown for line in lines_of(document).lines]


def test_tracked_changes_are_read_as_accepted() -> None:
    document = docx.Document()
    paragraph(
        document,
        run("Đạt ")
        + f"<w:ins w:id='1' w:author='a'>{run('96%')}</w:ins>"
        + "<w:del w:id='2' w:author='a'><w:r><w:delText>90%</w:delText></w:r></w:del>"
        + f"<w:moveFrom w:id='3' w:author='a'>{run(' chuyển đi')}</w:moveFrom><w:moveTo w:id='4' w:author='a'>{run(' hộ')}</w:moveTo>",
    )
    assert texts(document) == ["Đạt 96% hộ"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    document = docx.Document()
    paragraph(document, f"<w:pPr><w:rPr><w:del w:id='1' w:author='a'/></w:rPr></w:pPr>{run('Phấn đấu')}")
    paragraph(document, run("đạt 5%."))
    assert texts(document) == ["Phấn đấu đạt 5%."]


def test_a_text_box_is_read_once() -> None:
    document = docx.Document()
    paragraph(document, BOX.format(ns=nsdecls("w")) + run("sau khung"))
    assert texts(document) == ["trong khung", "sau khung"]


def test_hidden_fields_and_links_give_what_they_show() -> None:
    document = docx.Document()
    paragraph(
        document,
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>"
        f"<w:hyperlink>{run('cổng thông tin')}</w:hyperlink>",
    )
    assert texts(document) == ["cổng thông tin"]


def test_a_footnote_follows_its_paragraph() -> None:
    document = docx.Document()
    paragraph(document, run("Theo báo cáo.") + "<w:r><w:footnoteReference w:id='2'/></w:r>")
    document.add_paragraph("Câu sau.")
    stream = io.BytesIO(saved(document))
    with zipfile.ZipFile(stream, "a") as package:
        package.writestr(
            "word/footnotes.xml",
            f"<w:footnotes {nsdecls('w')}><w:footnote w:id='2'><w:p>{run('Báo cáo số 5.')}</w:p></w:footnote></w:footnotes>",
        )
    lines = docx_lines(SourceFile("a.docx", stream.getvalue())).lines
    assert [(line.text, line.note) for line in lines] == [
        ("Theo báo cáo.", False),
        ("Báo cáo số 5.", True),
        ("Câu sau.", False),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- Một.\n- Hai.", ["- Một.", "- Hai."]),
        ("phát triển kinh tế\nxã hội của xã", ["phát triển kinh tế xã hội của xã"]),
        ("Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.", ["Nơi nhận:", "- UBND tỉnh;", "- Lưu: VT."]),
        ("từ năm 2025;\nđến nay", ["từ năm 2025; đến nay"]),
    ],
)
def test_a_soft_break_begins_an_item_or_reads_on(text: str, expected: list[str]) -> None:
    document = docx.Document()
    document.add_paragraph(text)
    assert texts(document) == expected


def test_accents_in_runs_of_their_own_and_hard_spaces() -> None:
    document = docx.Document()
    paragraph(document, run("Tha") + run("\u0301") + run("ng\u00a06"))
    assert texts(document) == ["Tháng 6"]


def test_bold_and_italic_come_from_the_run_or_its_style() -> None:
    document = docx.Document()
    written = document.add_paragraph(style="Heading 1")
    written.add_run("I. MỤC ĐÍCH")
    other = document.add_paragraph("chủ đề: ")
    other.add_run("“Đoàn kết”").italic = True
    first, second = lines_of(document).lines
    assert (first.bold, first.outline) == (True, 1)
    assert second.runs == (Run("chủ đề: "), Run("“Đoàn kết”", italic=True))


def test_numbers_of_three_levels_restart_below_a_wider_one() -> None:
    document = docx.Document()
    number = add_list(document, [("upperRoman", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)")])
    for text, level in [("A", 0), ("B", 1), ("C", 2), ("D", 2), ("E", 1), ("F", 0), ("G", 1), ("H", 2)]:
        put_in_list(document.add_paragraph(text), number, level)
    assert texts(document) == ["I. A", "I.1. B", "a) C", "b) D", "I.2. E", "II. F", "II.1. G", "a) H"]


def test_a_bullet_list_shows_a_dash() -> None:
    document = docx.Document()
    document.add_paragraph("Một", style="List Bullet")
    assert texts(document) == ["- Một"]


def test_a_row_becomes_a_paragraph_that_keeps_its_empty_cells() -> None:
    document = docx.Document()
    for text in ("KẾ HOẠCH", "Thi đua năm 2026", "I. VIỆC"):
        document.add_paragraph(text)
    cells = [("TT", "Việc", "Ghi chú"), ("", "Treo cờ  đón Tết", ""), ("2", "Trồng cây", "")]
    table = document.add_table(3, 3)
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    plan = read_docx(document).plan
    assert [(p.bullet, p.text.split(" | ")) for p in plan.sections[0].body] == [
        ("|", ["TT", "Việc", "Ghi chú"]),
        ("|", ["", "Treo cờ đón Tết", ""]),
        ("|", ["2", "Trồng cây", ""]),
    ]
    assert to_json(plan)["sections"][0]["paragraphs"][2] == "2 | Trồng cây | "


def test_a_header_in_two_tables_of_one_row() -> None:
    document = docx.Document()
    for left, right in (
        ("ỦY BAN NHÂN DÂN\nXÃ VÍ DỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Số: 3/KH-UBND", "Ví Dụ, ngày 07 tháng 01 năm 2026"),
    ):
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = left, right
    for text in ("KẾ HOẠCH", "Thi đua năm 2026", "I. VIỆC", "Treo cờ."):
        document.add_paragraph(text)
    plan = read_docx(document).plan
    assert (plan.place, plan.number, plan.symbol) == ("Ví Dụ", 3, "KH-UBND")
    assert plan.header[-2:] == ("Số: 3/KH-UBND", "Ví Dụ, ngày 07 tháng 01 năm 2026")


def test_a_table_of_data_is_rows_and_a_table_of_layout_is_lines() -> None:
    document = docx.Document()
    layout = document.add_table(1, 2)
    layout.cell(0, 0).text, layout.cell(0, 1).text = "UBND XÃ VÍ DỤ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    document.add_paragraph("Bảng:")
    data = document.add_table(2, 3)
    for row, cells in zip(data.rows, (("TT", "Chỉ tiêu", "Kế hoạch"), ("1", "Thu ngân sách", "5 tỷ")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    lines = lines_of(document).lines
    assert [line.column for line in lines[:2]] == [0, 1]
    assert lines[3].cells == ("TT", "Chỉ tiêu", "Kế hoạch")
    assert lines[4].text == "1 | Thu ngân sách | 5 tỷ"


def test_words_of_page_headers_are_told_and_page_numbers_are_not() -> None:
    document = docx.Document()
    document.add_paragraph("I. MỤC ĐÍCH")
    document.sections[0].header.paragraphs[0].text = "DỰ THẢO"
    document.sections[0].footer.paragraphs[0].text = "Trang 2"
    reading = read_docx(document)
    assert [line.text for line in reading.lines if not line.part] == ["DỰ THẢO"]
    assert "Đầu trang hoặc chân trang có chữ “DỰ THẢO”, không đưa vào kế hoạch." in reading.doubts


def test_a_sentence_cut_by_a_page_break_is_joined_and_told() -> None:
    document = docx.Document()
    document.add_paragraph("I. NỘI DUNG")
    document.add_paragraph("Nhân dân hăng hái tham gia các phong trào thi đua, thực hiện tốt")
    document.add_paragraph("cuộc vận động toàn dân đoàn kết xây dựng đời sống văn hóa.")
    reading = read_docx(document)
    assert len(reading.plan.sections[0].body) == 1
    assert any("đã nối lại" in doubt for doubt in reading.doubts)
