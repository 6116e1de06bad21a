"""Plans of made-up communes as plain text, in the layouts offices use. One text, several ways to set it."""

from __future__ import annotations

import io
import re
import textwrap
import unicodedata

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from thidua_desktop.domain.plan.plans import Plan, PlanReading, SourceFile
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.importing.plan import read_plan

HEADER = """ỦY BAN NHÂN DÂN
XÃ VÍ DỤ
Số: 07/KH-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Ví Dụ, ngày 15 tháng 01 năm 2026"""

TITLE = """KẾ HOẠCH
Phát động phong trào thi đua yêu nước năm 2026 trên địa bàn xã Ví Dụ"""

BODY = """Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15 tháng 6 năm 2022;
Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng;
Thực hiện Kế hoạch số 21/KH-UBND ngày 05/01/2026 của Ủy ban nhân dân tỉnh Mẫu về phát động phong trào thi đua năm 2026;
Ủy ban nhân dân xã Ví Dụ ban hành Kế hoạch phát động phong trào thi đua năm 2026 với chủ đề “Đoàn kết, kỷ cương, đổi mới; về đích trước hạn”, cụ thể như sau:
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Khơi dậy tinh thần thi đua trong cán bộ, đảng viên và Nhân dân.
- Phát hiện, nhân rộng điển hình tiên tiến.
2. Yêu cầu
Các phong trào phải thiết thực, tránh hình thức.
II. MỤC TIÊU, CHỈ TIÊU
1. Mục tiêu chung: Hoàn thành toàn diện các nhiệm vụ kinh tế - xã hội năm 2026.
2. Chỉ tiêu cụ thể
a) Về kinh tế
- Thu ngân sách nhà nước trên địa bàn: tỉnh giao 11,2 tỷ đồng, HĐND xã giao 12,5 tỷ đồng.
- Tổng sản lượng lương thực có hạt đạt từ 5.200 tấn trở lên.
- Thu nhập bình quân đầu người đạt 68 triệu đồng/người/năm (năm 2025: 62 triệu đồng).
- Trồng mới 15 ha rừng; năng suất lúa bình quân 62,5 tạ/ha.
b) Về văn hóa - xã hội
- Tỷ lệ hộ nghèo giảm còn dưới 1,2%.
- Trên 95% người dân tham gia bảo hiểm y tế.
- 5/6 thôn đạt chuẩn văn hóa.
- Tỷ suất sinh thô dưới 14,5‰.
- Xây dựng Trường Mầm non Ví Dụ đạt chuẩn quốc gia mức độ 2.
III. NỘI DUNG THI ĐUA
1. Tiếp tục thực hiện phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới”, phong trào “Cả nước chung tay xóa nhà tạm, nhà dột nát” do Thủ tướng Chính phủ phát động; cuộc vận động “Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh”.
2. Đẩy mạnh việc “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”; nhân rộng mô hình “Camera an ninh”, ủng hộ quỹ “Vì người nghèo”.
3. Thực hiện tốt phong trào thi đua Dân vận khéo.
IV. THỜI GIAN THỰC HIỆN
- Đợt 1: Từ ngày 15/01/2026 đến ngày 30/6/2026, lập thành tích chào mừng kỷ niệm 96 năm ngày thành lập Đảng (03/02/1930 - 03/02/2026). Báo cáo kết quả gửi về Văn phòng trước ngày 05/7/2026.
- Đợt 2: Từ ngày 01/7/2026 đến ngày 31/12/2026, chào mừng Quốc khánh (02/9). Báo cáo kết quả gửi về Văn phòng trước ngày 20/12/2026.
V. TỔ CHỨC THỰC HIỆN
1. Phòng Văn hóa - Xã hội
- Chủ trì, phối hợp với các cơ quan tham mưu tổ chức các đợt thi đua.
- Tổng hợp, báo cáo kết quả theo quy định.
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã tuyên truyền, vận động Nhân dân hưởng ứng.
3. Trưởng các thôn triển khai kế hoạch đến từng hộ gia đình.
Trên đây là Kế hoạch phát động phong trào thi đua năm 2026 của xã Ví Dụ, yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện./."""

RECIPIENTS = """Nơi nhận:
- UBND tỉnh (b/c);
- Thường trực Đảng ủy, HĐND xã;
- Các cơ quan, đơn vị;
- Lưu: VT, VHXH."""

SIGNATURE = """TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu"""

PLAN = "\n".join([HEADER, TITLE, BODY, RECIPIENTS, SIGNATURE])

_MARKER = re.compile(r"^(?:([IVX]+\.|\d+\.|[a-zđ]\)|-)\s+)")


def read_text(text: str, name: str = "ke-hoach.txt") -> PlanReading:
    return read_plan(SourceFile(name, text.encode("utf-8")))


def read_docx(document: Document, name: str = "ke-hoach.docx") -> PlanReading:
    stream = io.BytesIO()
    document.save(stream)
    return read_plan(SourceFile(name, stream.getvalue()))


def wrapped(text: str, width: int = 72) -> str:
    """The text broken hard at a width, a blank line after each paragraph, as old text files are."""
    return "\n\n".join("\n".join(textwrap.wrap(line, width, break_on_hyphens=False)) for line in text.split("\n"))


def side_by_side(left: list[str], right: list[str], gap: int = 48) -> str:
    """Two columns with spaces between, as a typewriter sets them."""
    rows = max(len(left), len(right))
    left, right = left + [""] * (rows - len(left)), right + [""] * (rows - len(right))
    return "\n".join(f"{a:<{gap}}{b}".rstrip() for a, b in zip(left, right, strict=True))


def typed(*, header: bool = True, decomposed: bool = False, split_runs: bool = False) -> Document:
    """The plan as a clerk types it in Word: header and signature in tables, numbers by hand."""
    document = docx.Document()
    form = (lambda text: unicodedata.normalize("NFD", text)) if decomposed else (lambda text: text)
    if header:
        lines = HEADER.split("\n")
        _columns(document, [form(line) for line in lines[:3]], [form(line) for line in lines[3:]])
    for line in TITLE.split("\n"):
        _centred(document, form(line))
    for line in BODY.split("\n"):
        paragraph = document.add_paragraph()
        bold = _is_heading(line)
        for piece in re.findall(r".{1,7}", form(line)) if split_runs else [form(line)]:
            paragraph.add_run(piece).bold = bold
    _columns(document, [form(line) for line in RECIPIENTS.split("\n")], [form(line) for line in SIGNATURE.split("\n")])
    return document


def numbered() -> Document:
    """The plan with Word's automatic numbers at three levels and bullets: no label is in the text."""
    document = docx.Document()
    list_id = add_list(document, [("upperRoman", "%1."), ("decimal", "%2."), ("lowerLetter", "%3)")])
    bullets = add_list(document, [("bullet", "-")])
    lines = HEADER.split("\n")
    _columns(document, lines[:3], lines[3:])
    for line in TITLE.split("\n"):
        _centred(document, line)
    for line in BODY.split("\n"):
        marker = _MARKER.match(line)
        paragraph = document.add_paragraph()
        paragraph.add_run(line[marker.end() :] if marker else line).bold = _is_heading(line)
        if marker:
            level = 0 if marker[1][0] in "IVX" else 1 if marker[1][0].isdigit() else 2
            put_in_list(paragraph, *((bullets, 0) if marker[1] == "-" else (list_id, level)))
    _columns(document, RECIPIENTS.split("\n"), SIGNATURE.split("\n"))
    return document


def add_list(document: Document, levels: list[tuple[str, str]]) -> int:
    """A new list with the given number formats and texts; its id."""
    root = document.part.numbering_part.element
    number = 900 + len(root)
    abstract = OxmlElement("w:abstractNum")
    abstract.set(qn("w:abstractNumId"), str(number))
    for index, (number_format, text) in enumerate(levels):
        level = OxmlElement("w:lvl")
        level.set(qn("w:ilvl"), str(index))
        for tag, value in (("w:start", "1"), ("w:numFmt", number_format), ("w:lvlText", text)):
            child = OxmlElement(tag)
            child.set(qn("w:val"), value)
            level.append(child)
        abstract.append(level)
    root.insert(0, abstract)
    num = OxmlElement("w:num")
    num.set(qn("w:numId"), str(number))
    link = OxmlElement("w:abstractNumId")
    link.set(qn("w:val"), str(number))
    num.append(link)
    root.append(num)
    return number


def put_in_list(paragraph: Paragraph, list_id: int, level: int = 0) -> None:
    number = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    number.get_or_add_ilvl().val = level
    number.get_or_add_numId().val = list_id


def essence(plan: Plan) -> dict[str, object]:
    """What must be the same however the plan is set."""
    return {
        "fields": (plan.issuer, plan.symbol, plan.number, plan.place, plan.date, plan.doc_type, plan.title, plan.year),
        "theme": plan.theme,
        "headings": [(s.level, s.marker, s.heading) for s in plan.all_sections()],
        "texts": [p.text for s in plan.all_sections() for p in s.body],
        "bullets": [p.bullet for s in plan.all_sections() for p in s.body],
        "closing": [p.text for p in plan.closing],
        "bases": [(b.kind, b.number, b.date) for b in plan.legal_bases],
        "targets": [(t.quote, t.kind, t.values) for t in plan.targets],
        "movements": [(m.name, m.kind, m.launcher) for m in plan.movements],
        "phases": plan.phases,
        "tasks": [(t.assignee, t.summary) for t in plan.tasks],
        "recipients": plan.recipients,
        "signer": (fold(plan.signer.authority or ""), plan.signer.title, plan.signer.name),
    }


def _is_heading(line: str) -> bool:
    return bool(re.match(r"[IVX]+\.\s", line)) or (bool(re.match(r"(\d+\.|[a-z]\))\s", line)) and len(line) < 45)


def _centred(document: Document, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = True


def _columns(document: Document, left: list[str], right: list[str]) -> None:
    table = document.add_table(1, 2)
    for cell, lines in zip(table.rows[0].cells, (left, right), strict=True):
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)
