"""Made-up papers that the golden tests print: plainly made up, written for these tests."""

from __future__ import annotations

import random
import tomllib
from dataclasses import replace
from pathlib import Path

from tests.domain.outline.outline_samples import OFFICES, draft
from tests.golden.award_samples import award_documents
from tests.golden.registration_samples import FORMS, registration_documents
from tests.golden.score_samples import score_documents
from thidua_desktop.domain.offices import Office
from thidua_desktop.domain.papers.blocks import (
    AuthorityLine,
    Bases,
    Block,
    Column,
    Document,
    Heading,
    NationalHeader,
    PageBreak,
    PlacedPage,
    PlacedText,
    Recipients,
    Signature,
    Signer,
    Table,
    Text,
    Title,
)
from thidua_desktop.domain.papers.form_parsing import parse_form
from thidua_desktop.domain.papers.forms import FormDefinition
from thidua_desktop.domain.papers.plan_paper import plan_paper
from thidua_desktop.domain.papers.targets_paper import targets_paper
from thidua_desktop.domain.plan.plans import PartialDate, Plan, PlanSigner, Recipient, Section, Target, TargetValue
from thidua_desktop.domain.richtext import Paragraph, Run, plain

ROOT = Path(__file__).resolve().parents[2]

OFFICE = Office("Ví Dụ", "xã", "Mẫu", "UBND TỈNH MẪU", "Ví Dụ")


def form(name: str) -> FormDefinition:
    """A form as it ships."""
    return parse_form(name, tomllib.loads((ROOT / "forms" / f"{name}.toml").read_text(encoding="utf-8")))


_LONG = (
    "Tiếp tục đổi mới nội dung, hình thức tổ chức các phong trào thi đua theo hướng thiết thực, hướng về cơ sở, gắn với việc "
    "thực hiện nhiệm vụ chính trị của từng cơ quan, đơn vị, trường học, thôn; lấy người dân, người lao động trực tiếp làm trung "
    "tâm, khắc phục bệnh hình thức và bệnh thành tích.",
    "Công tác khen thưởng bảo đảm chính xác, công khai, minh bạch, kịp thời; quan tâm phát hiện gương người tốt, việc tốt, "
    "khen thưởng người nông dân, công nhân, người lao động trực tiếp sản xuất, cán bộ ở thôn và những tập thể nhỏ có cách làm "
    "mới được nhân dân thừa nhận.",
    "Cấp ủy, chính quyền, Mặt trận và các đoàn thể phối hợp chặt chẽ trong tuyên truyền, vận động, hướng dẫn, kiểm tra, giám "
    "sát việc thực hiện; kịp thời tháo gỡ khó khăn, vướng mắc ngay từ nơi phát sinh, không để dồn đến cuối năm mới xem xét.",
    "Mỗi thôn, mỗi trường học, mỗi cơ quan đăng ký ít nhất một công trình hoặc một phần việc cụ thể, có người chịu trách "
    "nhiệm, có thời hạn hoàn thành, có sản phẩm đo đếm được và được thông báo trên bảng tin của đơn vị trước ngày 15 tháng 3.",
    "Đài truyền thanh xã mở chuyên mục riêng, mỗi tuần phát hai lần, giới thiệu các điển hình tiên tiến, mô hình hay, cách làm "
    "sáng tạo; trang thông tin điện tử đăng đầy đủ kết quả bình xét để nhân dân theo dõi và góp ý.",
    "Phấn đấu thu nhập bình quân đầu người đạt 62 triệu đồng/người/năm; tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều giảm còn "
    "1,85%; 96,5% dân số tham gia bảo hiểm y tế; 100% hồ sơ thủ tục hành chính được giải quyết đúng hoặc trước hạn.",
)


def _paragraphs(start: int, count: int, bullet: str = "") -> tuple[Paragraph, ...]:
    return tuple(plain(_LONG[(start + step) % len(_LONG)], bullet) for step in range(count))


def _items(start: int) -> tuple[Section, ...]:
    return (
        Section(2, "1.", "Mục đích", _paragraphs(start, 2), ()),
        Section(
            2,
            "2.",
            "Yêu cầu đối với từng cơ quan, đơn vị và cách thức tổ chức thực hiện trong năm, bảo đảm thiết thực",
            (
                Paragraph(
                    (Run("Trong đó, "), Run("nhiệm vụ trọng tâm", bold=True), Run(" là: "), Run(_LONG[1], italic=True))
                ),
                *_paragraphs(start + 2, 3, "-"),
            ),
            (
                Section(3, "a)", "Đối với các trường học trên địa bàn", _paragraphs(start + 3, 1), ()),
                Section(3, "b)", None, _paragraphs(start + 4, 2), ()),
            ),
        ),
    )


RECIPIENTS = (
    Recipient("UBND tỉnh Mẫu", "(b/c)"),
    Recipient("Thường trực Đảng ủy, HĐND xã"),
    Recipient("Chủ tịch, các Phó Chủ tịch UBND xã"),
    Recipient("UBMTTQ Việt Nam xã và các đoàn thể", "(phối hợp)"),
    Recipient("Các cơ quan, đơn vị, trường học, thôn", "(thực hiện)"),
    Recipient("Lưu: VT, VHXH."),
)

TARGETS = (
    Target("", "Thu nhập bình quân đầu người", "Kinh tế", values=(TargetValue(62, "triệu đồng/người/năm", ">=", "tỉnh"), TargetValue(63.5, "triệu đồng/người/năm", ">=", "HĐND xã")), responsible="Phòng Kinh tế"),
    Target("", "Diện tích rau an toàn", "Kinh tế", values=(TargetValue(44762.5, "ha"),)),
    Target("", "trong đó: diện tích có chứng nhận", "Kinh tế", parent=1, values=(TargetValue(10, "ha", value_to=12),)),
    Target("", "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều", "Văn hóa – xã hội", values=(TargetValue(1.85, "%", "còn", "tỉnh"),), responsible="Phòng Văn hóa – Xã hội"),
    Target("", "Giữ vững danh hiệu xã đạt chuẩn nông thôn mới nâng cao", "Văn hóa – xã hội", "qualitative"),
)  # fmt: skip


def short_plan() -> Plan:
    """A plan of one page and a bit, number and day left to the pen."""
    return Plan(
        2026,
        title="Tổ chức phong trào thi đua năm 2026",
        issuer="Ủy ban nhân dân xã Ví Dụ",
        symbol="KH-UBND",
        date=PartialDate(None, 2, 2026),
        preamble=(
            plain("Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"),
            plain("Căn cứ Nghị quyết của Hội đồng nhân dân xã Ví Dụ về nhiệm vụ phát triển kinh tế - xã hội năm 2026."),
            plain("Ủy ban nhân dân xã Ví Dụ xây dựng Kế hoạch tổ chức phong trào thi đua năm 2026 như sau:"),
        ),
        sections=(Section(1, "I.", "Mục đích, yêu cầu", (), _items(0)),),
        closing=(plain("Trên đây là Kế hoạch tổ chức phong trào thi đua năm 2026 của Ủy ban nhân dân xã Ví Dụ./."),),
        recipients=RECIPIENTS,
        targets=TARGETS,
        signer=PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
    )


def long_plan(chapters: int = 5, extra: int = 0) -> Plan:
    """A plan of many pages with long justified paragraphs; ``extra`` bullets shift where its pages break."""
    romans = ("I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.", "IX.", "X.")
    shifted = Section(1, romans[0], "Đặc điểm, tình hình", _paragraphs(2, extra, "-"), ())
    sections = tuple(
        Section(
            1, romans[number + 1], f"Nhiệm vụ và giải pháp của chặng thứ {number + 1} trong năm", (), _items(number)
        )
        for number in range(chapters)
    )
    return Plan(
        2026,
        doc_type="KẾ HOẠCH",
        title="Phát động phong trào thi đua chào mừng các ngày lễ lớn và thực hiện thắng lợi nhiệm vụ kinh tế - xã hội, quốc phòng - an ninh năm 2026",
        issuer="Ủy ban nhân dân phường Giả Định",
        symbol="KH-UBND",
        number=5,
        place="Giả Định",
        date=PartialDate(5, 3, 2026),
        preamble=_paragraphs(1, 2),
        sections=(shifted, *sections) if extra else sections,
        closing=(plain("Yêu cầu các cơ quan, đơn vị nghiêm túc triển khai thực hiện; có vướng mắc thì báo cáo Ủy ban nhân dân phường (qua Phòng Văn hóa - Xã hội) để xem xét, giải quyết./."),),
        recipients=RECIPIENTS * 2,
        targets=TARGETS,
        signer=PlanSigner("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Trần Thị Thí Dụ"),
    )  # fmt: skip


_FIGURES = (
    *(
        "2026",
        "1.284",
        "98,99%",
        "05/KH-UBND",
        "triệu đồng/người/năm",
        "31/12/2026",
        "“Lao động tiên tiến”",
        "(nếu có)",
    ),
    *("KT-XH", "HĐND-UBND", "2021-2025", "2021–2025", "Đoàn–Hội", "COVID-19", "…", "“xanh”;“sạch”", "12.000đ"),
    *(
        "10m2",
        "văn hóa - xã hội",
        "văn hóa – xã hội",
        "thi đua,khen thưởng",
        "a)b)",
        "≥95%",
        "±2",
        "tạ/ha;",
        "và/hoặc",
        "5&6",
    ),
    *("vidu@vidu.vn", "+84.123", "1+1=2", "số:05", "[1]", "§4", "*", "½"),
)


def mixed_paper() -> Document:
    """Two hundred paragraphs of words in chance order, with figures, dates, slashes, bold and italic between."""
    chance = random.Random(2026)
    words = " ".join(_LONG).split() + list(_FIGURES) * 4
    made: list[Block] = [Title("PHỤ LỤC", "Những đoạn văn để thử chỗ xuống dòng")]
    for number in range(200):
        length = chance.randint(4, 90)
        cut = chance.randint(0, length)
        picked = chance.choices(words, k=length)
        style = chance.choice((Run, Run, _bold, _italic))
        runs = (Run(" ".join(picked[:cut]) + " "), style(" ".join(picked[cut:])))
        if number % 9 == 0:
            made.append(Heading(f"{number // 9 + 1}.", " ".join(picked[:14]), "item", 2))
        made.append(Text(Paragraph(runs, chance.choice(("", "", "-", "+")))))
    return Document(tuple(made), subject="Phụ lục")


def _bold(text: str) -> Run:
    return Run(text, bold=True)


def _italic(text: str) -> Run:
    return Run(text, italic=True)


def all_blocks() -> dict[str, Block]:
    """One of each block, by the name of its golden file."""
    columns = (Column("STT", 13, "center"), Column("Đơn vị", 97), Column("Số tiền\n(đồng)", 50, "right"))
    return {
        "national-header": NationalHeader(("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"), "Số: 05/KH-UBND", "Ví Dụ, ngày 05 tháng 02 năm 2026", "UBND TỈNH MẪU"),
        "letter-header": NationalHeader(("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"), "Số:       /UBND-VHXH", "Ví Dụ, ngày      tháng 4 năm 2026", subject="V/v đăng ký thi đua năm 2026"),
        "coded-header": NationalHeader(("HỘI NÔNG DÂN", "XÃ VÍ DỤ"), "", "Ví Dụ, ngày      tháng      năm 2026", code="ĐK-2026-017"),
        "title": Title("QUYẾT ĐỊNH", "Về việc tặng danh hiệu “Lao động tiên tiến” năm 2026"),
        "title-note": Title("DANH SÁCH", "Tập thể, cá nhân được khen thưởng", "(Kèm theo Quyết định số 12/QĐ-UBND)"),
        "authority-line": AuthorityLine("CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ VÍ DỤ"),
        "bases": Bases((plain("Căn cứ Luật Thi đua, khen thưởng;"), plain("Theo đề nghị của Phòng Văn hóa - Xã hội."))),
        "part-heading": Heading("Phần thứ nhất", "Kết quả", "part", 1),
        "chapter-heading": Heading("I.", "Mục đích, yêu cầu", "chapter", 1),
        "item-heading": Heading("1.", "Mục đích", "item", 2),
        "point-heading": Heading("a)", "Đối với các thôn", "point", 3),
        "text": Text(Paragraph((Run("Trong đó "), Run("trọng tâm", bold=True), Run(" là học tập.", italic=True)))),
        "bullet": Text(plain("= 3 + 4 <b>không phải</b> #mã & *dấu*", "-"), keep_next=True),
        "right-text": Text(plain("Đơn vị tính: đồng"), "right", indented=False, size=12),
        "table": Table(columns, (("Trường học",), ("1", "Trường Tiểu học Ví Dụ", "1.200.000"), ("2", "Trạm Y tế\nxã Ví Dụ", "-"), ("3", "", "")), ("", "Cộng", "1.200.000")),
        "signature": Signature(Signer(("TM. ỦY BAN NHÂN DÂN",), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "Trần Thị Thí Dụ"), Recipients(("- UBND tỉnh Mẫu (b/c);", "- Lưu: VT."))),
        "two-signers": Signature(Signer((), ("THỦ TRƯỞNG ĐƠN VỊ",), ""), Signer((), ("NGƯỜI LẬP BIỂU",), "Lê Văn Ví Dụ")),
        "page-break": PageBreak(),
        "annex-break": PageBreak(numbered_anew=True),
        "placed-page": PlacedPage((PlacedText("Nguyễn Văn Mẫu", 40, 120, 130, "center", 22, bold=True), PlacedText("Đã có thành tích xuất sắc", 40, 140, 130, italic=True))),
    }  # fmt: skip


TABLE_ROWS = tuple(
    plain(text, "|")
    for text in (
        "TT | Chỉ tiêu | Đơn vị tính | Thực hiện 2025 | Kế hoạch 2026 | Cơ quan chủ trì",
        "I. KINH TẾ",
        "1 | Thu nhập bình quân đầu người | triệu đồng/người/năm | 58,5 | 62 | Phòng Kinh tế",
        "2 | Thu ngân sách trên địa bàn | triệu đồng | 11.250 | 12.500 | Phòng Kinh tế",
        " | Trong đó: thu từ quỹ đất |  | 4.000 | 4.200",
        "II. VĂN HÓA - XÃ HỘI",
        "3 | Tỷ lệ hộ gia đình tham gia phân loại rác tại nguồn, thu gom và xử lý đúng quy định | % | 80 | 85 | Các thôn",
        "4 | Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều | % | 2,1 | 1,85 | Phòng Văn hóa - Xã hội",
    )
)


def table_plan() -> Plan:
    """A plan whose text holds tables: one that goes over the end of the first page, and one of two columns."""
    rows = (TABLE_ROWS[0], *TABLE_ROWS[1:] * 3)
    small = tuple(plain(text, "|") for text in ("Đơn vị | Số người", "Thôn Một | 12", "Thôn Hai | 8"))
    chapter = Section(1, "I.", "Chỉ tiêu", (*_paragraphs(0, 3), plain("Chỉ tiêu như sau:"), *rows, *_paragraphs(3, 2)))
    return replace(short_plan(), sections=(chapter, Section(1, "II.", "Đơn vị", (plain("Gồm:"), *small))))


def signed_tables() -> Document:
    """Tables that end near the end of a page, each with a signature below it, some with headings across."""
    columns, signature = (Column("STT", 20, "center"), Column("Việc", 140)), all_blocks()["signature"]
    made: list[Block] = []
    for count in (32, 33, 36, 40, 41, 44):
        rows = [(str(number), f"việc số {number} của bảng {count}") for number in range(1, count + 1)]
        rows[count - 2 : count - 2] = [("Việc cuối năm",)] * (count % 2)
        made += [Table(columns, tuple(rows), keep_next=True), signature, PageBreak()]
    return Document(tuple(made[:-1]))


def many_tables() -> Document:
    """Small tables over several pages: what their lines take adds up."""
    columns = (Column("STT", 20, "center"), Column("Việc", 140))
    made: list[Block] = []
    for count in range(1, 33):
        rows = tuple((str(number), f"việc số {number} của bảng {count}") for number in range(1, 3))
        made += [Text(plain(f"Bảng {count} gồm hai việc.")), Table(columns, rows, size=12)]
    return Document(tuple(made))


def long_words() -> Plan:
    """A plan with a word of 190 letters wherever words stand."""
    word = ("thiđuayêunước" * 15)[:190]
    rows = (plain(f"TT | {word} | Hạn", "|"), plain(f"1 | Việc | {word}", "|"))
    items = Section(2, "1.", f"Tiêu đề {word}", (plain(word, "-"),))
    return Plan(
        2026,
        title=f"Phát động {word}",
        issuer="Ủy ban nhân dân xã Ví Dụ",
        number=3,
        symbol="KH-UBND",
        place="Ví Dụ",
        date=PartialDate(5, 3, 2026),
        preamble=(plain(f"Căn cứ {word} và các văn bản;"), plain(f"Ủy ban nhân dân {word}.")),
        sections=(Section(1, "I.", f"MỤC {word.upper()}", (plain(f"Nội dung {word} hết câu."), *rows), (items,)),),
        recipients=(Recipient(f"Đơn vị {word}"), Recipient("Lưu: VT")),
        signer=PlanSigner("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", f"Nguyễn Văn {word}"),
    )


def documents() -> dict[str, Document]:
    """The papers whose lines and pages are kept, by name."""
    plan = form("plan")
    made = {
        "plan-short": plan_paper(short_plan(), OFFICE, plan),
        "plan-table": plan_paper(table_plan(), OFFICE, plan),
        "plan-words": plan_paper(long_words(), OFFICE, plan),
        "signed-tables": signed_tables(),
        "many-tables": many_tables(),
        "targets": targets_paper(short_plan(), OFFICE, form("targets")),
    }
    made |= {f"outline-{one}": plan_paper(draft(one), OFFICES["xã"], plan) for one in "abcdef"}
    made["mixed"] = mixed_paper()
    made |= award_documents({name: form(name) for name in ("decision", "bonuses", "submission")})
    made |= score_documents()
    made |= registration_documents({name: form(name) for name in FORMS}, OFFICE, short_plan())
    made |= {f"plan-long-{extra}": plan_paper(long_plan(extra=extra), None, plan) for extra in range(8)}
    return made
