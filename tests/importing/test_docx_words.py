"""What a reader sees of a Word file and what only Word knows: fields, placeholders, comments, changes, symbols."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.importing.impatient import Impatient, Stopped
from tests.importing.plan_texts import add_list, put_in_list
from tests.importing.test_docx_lines import paragraph, run, saved, texts
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.importing.docx.reader import docx_lines

NS = nsdecls("w")
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def field(instruction: str, result: str, *, end: bool = True) -> str:
    parts = ["<w:r><w:fldChar w:fldCharType='begin'/></w:r>", f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"]
    parts += ["<w:r><w:fldChar w:fldCharType='separate'/></w:r>", result if result.startswith("<") else run(result)]
    return "".join([*parts, "<w:r><w:fldChar w:fldCharType='end'/></w:r>" if end else ""])


def control(inside: str, properties: str = "") -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


SHOWN = {
    "số trang": (f"{run('Trang ')}{field(' PAGE ', '3')}{run('.')}", "Trang ."),
    "tổng số trang": (field("NUMPAGES", "12") + run("xong"), "xong"),
    "trường đơn giản": (f"<w:fldSimple w:instr='PAGE'>{run('3')}</w:fldSimple>{run('xong')}", "xong"),
    "ngày tự động": (field('DATE \\@ \"dd/MM/yyyy\"', "15/01/2026"), "15/01/2026"),
    "liên kết": (field("HYPERLINK x", "cổng thông tin"), "cổng thông tin"),
    "trường lồng nhau": (field("IF x", f"{run('Số ')}{field('PAGE', '3')}{run('5')}"), "Số 5"),
    "trường không có đoạn cuối": (field("REF x", "Điều 5", end=False), "Điều 5"),
    "ô điều khiển": (control(run("xã Ví Dụ")), "xã Ví Dụ"),
    "ô điều khiển lồng": (control(control(run("xã Ví Dụ"))), "xã Ví Dụ"),
    "ô chưa điền": (control(run("Bấm để nhập"), "<w:showingPlcHdr/>") + run("xã"), "xã"),
    "thẻ thông minh": (f"<w:smartTag>{run('xã')}</w:smartTag>{run(' Ví Dụ')}", "xã Ví Dụ"),
    "liên kết trong": (f"<w:hyperlink w:anchor='a'>{run('mục II')}</w:hyperlink>", "mục II"),
    "ghi chú lề": (f"<w:commentRangeStart w:id='1'/>{run('Việc')}<w:r><w:commentReference w:id='1'/></w:r>", "Việc"),
    "chữ đã xóa": (f"<w:del w:id='1' w:author='a'><w:r><w:delText>cũ</w:delText></w:r></w:del>{run('mới')}", "mới"),
    "chữ thêm": (f"<w:ins w:id='1' w:author='a'>{run('thêm')}</w:ins>", "thêm"),
    "thêm rồi xóa": (f"<w:ins w:id='1' w:author='a'><w:del w:id='2' w:author='b'>{run('bỏ')}</w:del></w:ins>{run('giữ')}", "giữ"),
    "chuyển đi": (f"<w:moveFrom w:id='1' w:author='a'>{run('đi')}</w:moveFrom>{run('ở')}", "ở"),
    "chuyển đến": (f"<w:moveTo w:id='1' w:author='a'>{run('đến')}</w:moveTo>", "đến"),
    "phân số": (f"{run('đạt ')}<m:oMath {MATH}><m:r><m:t>5/6</m:t></m:r></m:oMath>", "đạt 5/6"),
    "dấu ≥ của phông Symbol": ("<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>" + run(" 95%"), "≥ 95%"),
    "gạch đầu dòng bằng hình": ("<w:r><w:sym w:font='Wingdings' w:char='F0D8'/></w:r>" + run(" Việc"), "• Việc"),
    "gạch nối mềm": (f"{run('thi')}<w:r><w:softHyphen/></w:r>{run(' đua')}", "thi đua"),
    "gạch nối cứng": (f"{run('NĐ')}<w:r><w:noBreakHyphen/></w:r>{run('CP')}", "NĐ-CP"),
    "chữ hoa theo định dạng": ("<w:r><w:rPr><w:caps/></w:rPr><w:t>Kế hoạch</w:t></w:r>", "Kế hoạch"),
    "khoảng trắng lạ": (run("xã\u00a0Ví\u2009Dụ\u200b\u3000mới\ufeff"), "xã Ví Dụ mới"),
    "nhiều dấu cách": (run("xã   Ví  Dụ"), "xã Ví Dụ"),
    "chữ tách rời": (run("th") + run("i đ") + run("ua"), "thi đua"),
    "dấu tách rời": (run("ho") + run("a\u0323") + run("ch"), "hoạch"),
    "ngắt trang giữa câu": (f"{run('thực hiện')}<w:r><w:br w:type='page'/></w:r>{run('nhiệm vụ')}", "thực hiện nhiệm vụ"),
    "dấu vết sang trang": (f"{run('thực ')}<w:r><w:lastRenderedPageBreak/></w:r>{run('hiện')}", "thực hiện"),
}  # fmt: skip


@pytest.mark.parametrize(("xml", "wanted"), SHOWN.values(), ids=SHOWN)
def test_a_paragraph_says_what_a_reader_sees(xml: str, wanted: str) -> None:
    document = docx.Document()
    paragraph(document, xml)
    assert texts(document) == [wanted]


def test_a_page_field_without_an_end_takes_no_other_paragraph_along() -> None:
    document = docx.Document()
    paragraph(document, field("PAGE", "3", end=False))
    paragraph(document, run("Đoạn sau."))
    assert texts(document) == ["Đoạn sau."]


@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_a_paragraph_mark_that_is_gone_joins_two_and_the_last_words_are_never_lost(mark: str) -> None:
    document = docx.Document()
    gone = f"<w:pPr><w:rPr><w:{mark} w:id='1' w:author='a'/></w:rPr></w:pPr>"
    for words in ("Phấn đấu", "đạt"):
        paragraph(document, gone + run(words))
    paragraph(document, run("5%."))
    paragraph(document, gone + run("Câu cuối."))
    assert texts(document) == ["Phấn đấu đạt 5%.", "Câu cuối."]


def test_words_before_a_table_stay_before_it() -> None:
    document = docx.Document()
    paragraph(document, f"<w:pPr><w:rPr><w:del w:id='1' w:author='a'/></w:rPr></w:pPr>{run('Bảng:')}")
    document.add_table(1, 2).cell(0, 0).text = "ô"
    assert texts(document) == ["Bảng:", "ô | "]


def test_a_deleted_row_is_no_row() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, words in zip(table.rows, ("bỏ", "giữ"), strict=True):
        row.cells[0].text = words
    table.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {NS} w:id='1' w:author='a'/>"))
    assert texts(document) == ["giữ | "]


def test_a_box_of_the_old_kind_is_read_and_a_box_in_a_box_too() -> None:
    document = docx.Document()
    inner = f"<w:r><w:pict {VML}><v:textbox><w:txbxContent><w:p>{run('trong cùng')}</w:p></w:txbxContent></v:textbox></w:pict></w:r>"
    box = f"<w:txbxContent><w:p>{run('trong khung')}{inner}</w:p></w:txbxContent>"
    paragraph(
        document, f"{run('ngoài')}<w:r><w:pict {VML}><v:shape><v:textbox>{box}</v:textbox></v:shape></w:pict></w:r>"
    )
    assert texts(document) == ["ngoài", "trong khung", "trong cùng"]


def test_a_table_in_a_cell_keeps_its_words() -> None:
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 0)
    cell.text = "ngoài"
    cell.add_table(1, 2).cell(0, 1).text = "trong"
    assert " ".join(texts(document)).split() == ["ngoài", "|", "trong", "|"]


def test_blocks_in_content_controls_are_read() -> None:
    document = docx.Document()
    inside = f"<w:p>{run('I. VIỆC')}</w:p>"
    for xml in (control(inside), control(f"<w:p>{run('Bấm để nhập')}</w:p>", "<w:showingPlcHdr/>")):
        document.element.body.insert(0, parse_xml(xml.replace("<w:sdt>", f"<w:sdt {NS}>", 1)))
    assert texts(document) == ["I. VIỆC"]


def with_parts(document: Document, **parts: str) -> bytes:
    stream = io.BytesIO(saved(document))
    with zipfile.ZipFile(stream, "a") as package:
        for name, content in parts.items():
            package.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


def test_an_endnote_follows_its_paragraph_and_comments_are_left_out() -> None:
    document = docx.Document()
    paragraph(document, run("Theo báo cáo.") + "<w:r><w:endnoteReference w:id='2'/></w:r>")
    document.add_paragraph("Câu sau.")
    content = with_parts(
        document,
        endnotes=f"<w:endnotes {NS}><w:endnote w:id='2'><w:p>{run('Báo cáo số 5.')}</w:p></w:endnote></w:endnotes>",
        comments=f"<w:comments {NS}><w:comment w:id='2'><w:p>{run('Xem lại.')}</w:p></w:comment></w:comments>",
    )
    lines = docx_lines(SourceFile("a.docx", content)).lines
    assert [(line.text, line.note) for line in lines] == [
        ("Theo báo cáo.", False),
        ("Báo cáo số 5.", True),
        ("Câu sau.", False),
    ]


@pytest.mark.parametrize(
    ("restart", "labels"),
    [
        (None, ["I.", "1.", "2.", "II.", "1."]),
        ("0", ["I.", "1.", "2.", "II.", "3."]),
        ("1", ["I.", "1.", "2.", "II.", "1."]),
    ],
)
def test_a_level_starts_again_when_its_list_says_so(restart: str | None, labels: list[str]) -> None:
    document = docx.Document()
    number = add_list(document, [("upperRoman", "%1."), ("decimal", "%2.")])
    if restart is not None:
        level = document.part.numbering_part.element.xpath("//w:lvl[@w:ilvl='1']")[-1]
        level.insert(1, parse_xml(f"<w:lvlRestart {NS} w:val='{restart}'/>"))
    for level in (0, 1, 1, 0, 1):
        put_in_list(document.add_paragraph("Việc"), number, level)
    assert [text.removesuffix(" Việc") for text in texts(document)] == labels


def test_a_long_file_can_be_stopped() -> None:
    document = docx.Document()
    for _ in range(50):
        document.add_paragraph("Việc.")
    with pytest.raises(Stopped):
        docx_lines(SourceFile("a.docx", saved(document)), Impatient(20))
