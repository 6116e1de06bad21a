"""The plan as blocks, by Nghị định 30/2020."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.golden.samples import OFFICE, form, short_plan
from thidua_desktop.domain.offices import Office
from thidua_desktop.domain.papers import blocks
from thidua_desktop.domain.papers.heads import head_issuer, issuer_lines, number_symbol, office_issuer, recipient_lines
from thidua_desktop.domain.papers.plan_paper import heading_style, is_basis, plan_facts, plan_paper, section_blocks
from thidua_desktop.domain.papers.targets_paper import plan_reference, targets_paper, targets_sheet
from thidua_desktop.domain.plan.plans import PartialDate, Plan, PlanSigner, Recipient, Section
from thidua_desktop.domain.richtext import Paragraph, Run, plain


@pytest.mark.parametrize(
    ("issuer", "lines"),
    [
        ("Ủy ban nhân dân xã Ví Dụ", ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ")),
        ("UBND phường Giả Định", ("ỦY BAN NHÂN DÂN", "PHƯỜNG GIẢ ĐỊNH")),
        ("ỦY BAN NHÂN DÂN ĐẶC KHU THÍ DỤ", ("ỦY BAN NHÂN DÂN", "ĐẶC KHU THÍ DỤ")),
        ("Hội đồng Thi đua - Khen thưởng xã Ví Dụ", ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", "XÃ VÍ DỤ")),
        ("Trường Tiểu học Ví Dụ", ("TRƯỜNG TIỂU HỌC VÍ DỤ",)),
        ("Phòng Văn hóa - Xã hội xã Ví Dụ", ("PHÒNG VĂN HÓA - XÃ HỘI", "XÃ VÍ DỤ")),
        ("Phòng Văn hóa - Xã hội", ("PHÒNG VĂN HÓA - XÃ HỘI",)),
        ("Hợp tác xã Nông nghiệp Ví Dụ", ("HỢP TÁC XÃ NÔNG NGHIỆP VÍ DỤ",)),
        ("", ()),
    ],
)
def test_issuer_stands_in_two_lines(issuer: str, lines: tuple[str, ...]) -> None:
    assert issuer_lines(issuer) == lines


@pytest.mark.parametrize(
    "issuer",
    [
        "Hội đồng Thi đua - Khen thưởng xã Ví Dụ",
        "Hội đồng thi đua, khen thưởng xã Ví Dụ",
        "HĐ TĐKT xã Ví Dụ",
        "Hội đồng Thi đua - Khen thưởng",
    ],
)
def test_council_stands_below_its_committee(issuer: str) -> None:
    assert head_issuer(issuer, OFFICE) == ("ỦY BAN NHÂN DÂN XÃ VÍ DỤ", ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",))
    (header, *_) = plan_paper(replace(short_plan(), issuer=issuer), OFFICE, form("plan")).blocks
    assert isinstance(header, blocks.NationalHeader)
    assert (header.superior, header.issuer) == ("ỦY BAN NHÂN DÂN XÃ VÍ DỤ", ("HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG",))


def test_committee_stands_below_what_the_office_says() -> None:
    assert head_issuer("UBND xã Ví Dụ", OFFICE) == ("UBND TỈNH MẪU", ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"))
    assert head_issuer("UBND xã Ví Dụ", None) == ("", ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"))
    assert head_issuer("", None) == ("", ())


@pytest.mark.parametrize("name", ["Ví Dụ", "xã Ví Dụ", "Ủy ban nhân dân xã Ví Dụ"])
def test_issuer_of_an_office_however_it_is_named(name: str) -> None:
    assert office_issuer(Office(name)) == "Ủy ban nhân dân xã Ví Dụ"


@pytest.mark.parametrize(
    ("number", "symbol", "line"),
    [
        (5, "KH-UBND", "05/KH-UBND"),
        (125, "KH-UBND", "125/KH-UBND"),
        (None, "KH-UBND", "      /KH-UBND"),
        (None, None, "      /      "),
        (7, "/KH-UBND", "07/KH-UBND"),
    ],
)
def test_number_below_ten_has_a_zero_and_a_blank_is_left_to_the_pen(
    number: int | None, symbol: str | None, line: str
) -> None:
    assert number_symbol(number, symbol) == line


def test_recipients_end_with_semicolons_and_a_full_stop() -> None:
    recipients = (Recipient("UBND tỉnh;", "(b/c)"), Recipient("Các thôn"), Recipient("Lưu: VT."))
    assert recipient_lines(recipients) == "- UBND tỉnh (b/c);\n- Các thôn;\n- Lưu: VT."
    assert recipient_lines(()) == ""


def test_the_archive_stands_last_among_the_recipients():
    added_later = (Recipient("Đảng ủy xã"), Recipient("Lưu: VT"), Recipient("Trạm Y tế"))
    assert recipient_lines(added_later) == "- Đảng ủy xã;\n- Trạm Y tế;\n- Lưu: VT."


@pytest.mark.parametrize(
    ("level", "marker", "style"),
    [
        (1, "I.", "chapter"),
        (1, "A.", "chapter"),
        (1, "PHẦN THỨ NHẤT", "part"),
        (1, "1.", "item"),
        (2, "2.1.", "item"),
        (2, "2. 2.", "item"),
        (3, "a)", "point"),
        (3, "đ)", "point"),
        (4, "-", "point"),
        (1, "", "chapter"),
        (2, "", "item"),
        (3, "", "point"),
    ],
)
def test_weight_of_a_heading_follows_its_marker(level: int, marker: str, style: str) -> None:
    assert heading_style(Section(level, marker, "Mục")) == style


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("Căn cứ Luật Thi đua, khen thưởng;", True),
        ("Căn cứ Nghị định số 152/2025/NĐ-CP.", True),
        ("Theo đề nghị của Phòng Văn hóa - Xã hội;", True),
        ("Căn cứ Luật Thi đua, khen thưởng, Ủy ban nhân dân xã xây dựng Kế hoạch như sau:", False),
        ("Thực hiện Nghị quyết của Hội đồng nhân dân xã.", False),
        ("Năm 2026 là năm đầu nhiệm kỳ;", False),
    ],
)
def test_only_a_basis_on_a_line_of_its_own_is_a_basis(text: str, basis: bool) -> None:
    assert is_basis(text) is basis


@pytest.mark.parametrize(
    ("marker", "printed"),
    [
        ("PHẦN THỨ NHẤT", "Phần thứ nhất"),
        ("Phần thứ hai", "Phần thứ hai"),
        ("PHẦN II", "Phần II"),
        ("CHƯƠNG IV.", "Chương IV."),
        ("Phần A", "Phần A"),
    ],
)
def test_part_and_chapter_stand_in_small_letters(marker: str, printed: str) -> None:
    (heading,) = section_blocks(Section(1, marker, "Kết quả"))
    assert heading == blocks.Heading(printed, "Kết quả", "part", 1)


def test_numbered_paragraph_without_heading_carries_its_marker() -> None:
    section = Section(2, "1.", None, (Paragraph((Run("Giữ vững ", bold=True), Run("18 tiêu chí."))), plain("Thêm.")))
    assert list(section_blocks(section)) == [
        blocks.Text(Paragraph((Run("1. "), Run("Giữ vững ", bold=True), Run("18 tiêu chí.")))),
        blocks.Text(plain("Thêm.")),
    ]


def test_marker_above_a_list_keeps_with_it() -> None:
    made = list(section_blocks(Section(2, "1.", None, (plain("mục", "-"),))))
    assert made == [blocks.Text(plain("1."), keep_next=True), blocks.Text(plain("mục", "-"))]


def test_paper_holds_every_word_of_the_plan_in_order() -> None:
    document = plan_paper(short_plan(), OFFICE, form("plan"))
    kinds = [type(block).__name__ for block in document.blocks]
    assert kinds[:4] == ["NationalHeader", "Title", "Bases", "Text"]
    assert kinds[-1] == "Signature"
    header, title, signature = document.blocks[0], document.blocks[1], document.blocks[-1]
    assert header == blocks.NationalHeader(
        ("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ"),
        "Số:       /KH-UBND",
        "Ví Dụ, ngày      tháng 02 năm 2026",
        "UBND TỈNH MẪU",
    )
    assert title == blocks.Title("KẾ HOẠCH", "Tổ chức phong trào thi đua năm 2026")
    assert isinstance(signature, blocks.Signature)
    assert signature.right == blocks.Signer(("TM. ỦY BAN NHÂN DÂN",), ("CHỦ TỊCH",), "Nguyễn Văn Mẫu")
    assert document.subject == "Kế hoạch Tổ chức phong trào thi đua năm 2026"
    headings = [block.text for block in document.blocks if isinstance(block, blocks.Heading)]
    sections = [section.heading for section in short_plan().all_sections() if section.heading]
    assert headings == sections


def test_position_of_two_lines_and_an_unsigned_plan() -> None:
    plan = replace(short_plan(), signer=PlanSigner(None, "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", None))
    signature = plan_paper(plan, None, form("plan")).blocks[-1]
    assert isinstance(signature, blocks.Signature)
    assert signature.right == blocks.Signer((), ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), "")


def test_empty_plan_is_still_a_paper() -> None:
    document = plan_paper(Plan(2026), None, form("plan"))
    assert [type(block).__name__ for block in document.blocks] == ["NationalHeader", "Title", "Signature"]


def test_every_field_of_the_paper_is_given() -> None:
    from thidua_desktop.domain.papers.fields import PLAN

    facts = plan_facts(short_plan(), OFFICE)
    assert set(facts.texts) == set(PLAN.texts)
    assert set(facts.parts) == set(PLAN.parts)
    assert set(facts.rows) == set(PLAN.rows)
    for source, rows in facts.rows.items():
        assert all(set(row) <= {*PLAN.rows[source], "heading"} for row in rows)


def with_last_year() -> Plan:
    """The short plan, whose first target reached 60,5 the year before."""
    first, *others = short_plan().targets
    return replace(short_plan(), targets=(replace(first, last_year=60.5), *others))


def test_the_annex_is_a_sheet_too_with_a_row_for_each_figure() -> None:
    sheet = targets_sheet(with_last_year(), OFFICE)
    assert sheet.heading[0] == "PHỤ LỤC"
    assert sheet.heading[2].startswith("(Kèm theo Kế hoạch số")
    income = "Thu nhập bình quân đầu người"
    assert sheet.rows[:4] == (
        ("Kinh tế",),
        ("1", income, "triệu đồng/người/năm", 60.5, "≥", 62, "tỉnh", "Phòng Kinh tế"),
        ("", income, "triệu đồng/người/năm", None, "≥", 63.5, "HĐND xã", ""),
        ("2", "Diện tích rau an toàn", "ha", None, "", 44762.5, "", ""),
    )
    assert sheet.rows[4][5] == "10–12"


def test_targets_stand_by_field_of_work_with_who_assigned_them() -> None:
    document = targets_paper(with_last_year(), OFFICE, form("targets"))
    (table,) = (block for block in document.blocks if isinstance(block, blocks.Table))
    assert table.rows == (
        ("Kinh tế",),
        (
            "1",
            "Thu nhập bình quân đầu người",
            "triệu đồng/người/năm",
            "60,5",
            "≥ 62\n≥ 63,5",
            "tỉnh\nHĐND xã",
            "Phòng Kinh tế",
        ),
        ("2", "Diện tích rau an toàn", "ha", "", "44.762,5", "", ""),
        ("2.1", "trong đó: diện tích có chứng nhận", "ha", "", "10–12", "", ""),
        ("Văn hóa – xã hội",),
        ("3", "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều", "%", "", "còn 1,85", "tỉnh", "Phòng Văn hóa – Xã hội"),
        ("4", "Giữ vững danh hiệu xã đạt chuẩn nông thôn mới nâng cao", "", "", "", "", ""),
    )
    assert [column.heading for column in table.columns][3:5] == ["Thực hiện năm 2025", "Kế hoạch năm 2026"]
    assert sum(column.width for column in table.columns) == pytest.approx(document.page.text_width)


@pytest.mark.parametrize(
    ("lines", "bases"),
    [
        (("Căn cứ Luật Ví dụ;", "Thực hiện Kế hoạch số 12/KH-UBND."), 2),
        (("Căn cứ Luật Ví dụ;", "Thực hiện Kế hoạch số 12/KH-UBND;", "Xét đề nghị của Phòng Văn hóa - Xã hội."), 3),
        (("Căn cứ Luật Ví dụ.", "Thực hiện Kế hoạch số 12/KH-UBND."), 1),  # the bases ended before it
        (("Căn cứ Luật Ví dụ;", "Thực hiện Kế hoạch số 12/KH-UBND, xã Ví Dụ ban hành kế hoạch như sau:"), 1),
    ],
)
def test_the_last_basis_ends_with_a_full_stop(lines: tuple[str, ...], bases: int) -> None:
    preamble = plan_facts(replace(short_plan(), preamble=tuple(plain(line) for line in lines)), OFFICE).parts[
        "preamble"
    ]
    first = preamble[0]
    assert isinstance(first, blocks.Bases)
    assert len(first.items) == bases


def test_annex_names_its_plan() -> None:
    plan = replace(short_plan(), number=5, date=PartialDate(5, 2, 2026))
    assert plan_reference(plan) == (
        "(Kèm theo Kế hoạch số 05/KH-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân xã Ví Dụ)"
    )


def test_annex_leaves_to_the_pen_what_the_plan_leaves() -> None:
    plan = replace(short_plan(), issuer="")
    blank = "(Kèm theo Kế hoạch số       /KH-UBND ngày      tháng 02 năm 2026"
    assert plan_reference(plan) == f"{blank})"
    assert plan_reference(plan, OFFICE) == f"{blank} của Ủy ban nhân dân xã Ví Dụ)"


def test_annex_has_no_head_and_foot_of_its_own() -> None:
    document = targets_paper(short_plan(), OFFICE, form("targets"))
    assert [type(block).__name__ for block in document.blocks] == ["Title", "Table"]
    title = document.blocks[0]
    assert isinstance(title, blocks.Title)
    assert (title.doc_type, title.subject) == ("Phụ lục", "BẢNG CHỈ TIÊU THI ĐUA NĂM 2026")
    assert title.note.startswith("(Kèm theo Kế hoạch số")
