"""Which numbers stand under which, and which lines are headings, in every way offices number a plan."""

from __future__ import annotations

import pytest

from tests.importing.plan_texts import read_text
from thidua_desktop.domain.plan.plans import Plan

TITLE = "KẾ HOẠCH\nThi đua năm 2026"


def plan_of(body: str) -> Plan:
    return read_text(f"{TITLE}\n\n{body}").plan


def outline(body: str) -> list[str]:
    """Each section as its marker behind as many dots as it is deep: "I.", "·1.", "··a)"; "*" for none."""
    return [f"{'·' * (section.level - 1)}{section.marker or '*'}" for section in plan_of(body).all_sections()]


NESTED = {
    "I. 1. a)": ("I. MỘT\n1. Việc\na) Việc này.\nb) Việc kia.\n2. Việc\nII. HAI\n1. Việc", "I. ·1. ··a) ··b) ·2. II. ·1."),
    "I. 1.1.": ("I. MỘT\n1.1. Việc\n1.2. Việc\nII. HAI\n2.1. Việc", "I. ·1.1. ·1.2. II. ·2.1."),
    "I. 1. 1.1.": ("I. MỘT\n1. Việc\n1.1. Việc này.\n1.2. Việc kia.\n2. Việc\n2. 1. Việc", "I. ·1. ··1.1. ··1.2. ·2. ··2. 1."),
    "A. I. 1.": ("A. MỘT\nI. HAI\n1. Việc\nII. BA\nB. BỐN\nI. NĂM", "A. ·I. ··1. ·II. B. ·I."),
    "I. A. 1.": ("I. MỘT\nA. HAI\n1. Việc\nB. BA\n1. Việc\nII. BỐN\nA. NĂM", "I. ·A. ··1. ·B. ··1. II. ·A."),
    "I. A. chỉ ở mục cuối": ("I. MỘT\n1. Việc\nII. HAI\nA. BA\n1. Việc\nB. BỐN", "I. ·1. II. ·A. ··1. ·B."),
    "Phần, A., I.": ("PHẦN THỨ NHẤT\nMỘT\nA. HAI\nI. BA\nII. BỐN\nPHẦN THỨ HAI\nNĂM\nA. SÁU", "PHẦN THỨ NHẤT ·A. ··I. ··II. PHẦN THỨ HAI ·A."),
    "Phần, I.": ("PHẦN THỨ NHẤT\nI. MỘT\nII. HAI\nPHẦN THỨ HAI\nI. BA", "PHẦN THỨ NHẤT ·I. ·II. PHẦN THỨ HAI ·I."),
    "a) trên 1.": ("I. MỘT\na) Việc\n1. Này.\n2. Kia.\nb) Việc\n1. Này.\nII. HAI", "I. ·a) ··1. ··2. ·b) ··1. II."),
    "a) trước 1. trong một mục": ("I. MỘT\na) Này.\nb) Kia.\n1. Việc\n2. Việc\nII. HAI", "I. ·a) ·b) ·1. ·2. II."),
    "1. trên 1)": ("I. MỘT\n1. Việc\n1) Này.\n2) Kia.\n2. Việc\n1) Này.\nII. HAI", "I. ·1. ··1) ··2) ·2. ··1) II."),
    "1. 2/ 3. một danh sách": ("I. MỘT\n1. Việc\n2/ Việc\n3. Việc", "I. ·1. ·2/ ·3."),
    "(1) thay 1.": ("I. MỘT\n(1) Việc\na) Này.\n(2) Việc\nII. HAI\n(1) Việc", "I. ·(1) ··a) ·(2) II. ·(1)"),
    "a) trên (1)": ("I. MỘT\n1. Việc\na) Này:\n(1) Một.\n(2) Hai.\nb) Kia.", "I. ·1. ··a) ···(1) ···(2) ··b)"),
    "I.1. dưới I.": ("I. MỘT\nI.1. Việc\nI.2. Việc\nII. HAI", "I. ·I.1. ·I.2. II."),
    "quét sai: l. là 1.": ("I. MỘT\nl. Việc\n2. Việc\nII. HAI\nI. Việc\n2. Việc\nIII. BA", "I. ·l. ·2. II. ·I. ·2. III."),
    "quét sai: Il. là II.": ("I. MỘT\n1. Việc\nIl. HAI\n1. Việc\nIII. BA\n1V. BỐN\nVl. SÁU", "I. ·1. Il. ·1. III. 1V. Vl."),
    "hai điểm b)": ("I. MỘT\n1. Việc\nb) Này.\nb) Kia.\n2. Việc", "I. ·1. ··b) ··b) ·2."),
    "hai mục II.": ("I. MỘT\nII. HAI\n1. Việc\nII. BA\n1. Việc\nIV. BỐN", "I. II. ·1. II. ·1. IV."),
    "H. rồi I.": ("A. MỘT\nB. HAI\nC. BA\nD. BỐN\nE. NĂM\nG. SÁU\nH. BẢY\nI. TÁM\nK. CHÍN", "A. B. C. D. E. G. H. I. K."),
    "Điều": ("CHƯƠNG I\nMỘT\nĐiều 1. Việc\n1. Này.\na) Kia.\nĐiều 2. Việc\nCHƯƠNG II\nHAI\nĐiều 3. Việc", "CHƯƠNG I ·Điều 1. ··1. ···a) ·Điều 2. CHƯƠNG II ·Điều 3."),
    "tiêu đề không số trên I.": ("MỘT HAI\nI. BA\nII. BỐN\nNĂM SÁU\nI. BẢY", "* ·I. ·II. * ·I."),
    "tiêu đề không số ngang I.": ("ĐẶT VẤN ĐỀ\nViệc.\nI. MỘT\nII. HAI", "* I. II."),
    "tiêu đề không số trong III.": ("I. MỘT\nII. HAI\nLĨNH VỰC KINH TẾ\n1. Việc\nLĨNH VỰC XÃ HỘI\n1. Việc\nIII. BA", "I. II. ·* ··1. ·* ··1. III."),
    "chỉ tiêu đề không số": ("MỘT HAI\nViệc.\nBA BỐN\nViệc.", "* *"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), NESTED.values(), ids=NESTED)
def test_what_stands_under_what(body: str, expected: str) -> None:
    separate = expected.replace("PHẦN THỨ", "PHẦN_THỨ").replace("CHƯƠNG ", "CHƯƠNG_").replace("Điều ", "Điều_")
    separate = separate.replace("THỨ ", "THỨ_").replace("·2. ··2. 1.", "·2. ··2._1.")
    assert outline(body) == [part.replace("_", " ") for part in separate.split()]


HEADINGS = [
    ("1. Mục đích", "Mục đích"),
    ("1. Mục đích:", "Mục đích:"),
    ("1.Mục đích", "Mục đích"),
    ("a) Về kinh tế", "Về kinh tế"),
    ("a) Về kinh tế:", "Về kinh tế:"),
    ("1. Đối với khối UBND xã.", "Đối với khối UBND xã."),
    ("1. Đợt 1 (từ ngày 01/01/2026 đến ngày 30/4/2026)", "Đợt 1 (từ ngày 01/01/2026 đến ngày 30/4/2026)"),
    ("1. Mục đích: Động viên cán bộ, Nhân dân hăng hái thi đua.", None),
    ("1. Thu ngân sách đạt 12 tỷ đồng.", None),
    ("1. Các thôn tổ chức cho Nhân dân ký giao ước thi đua.", None),
    ("a) Trồng mới 15 ha rừng;", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "heading"), HEADINGS, ids=[line for line, _ in HEADINGS])
def test_a_numbered_line_is_a_heading_or_a_paragraph(line: str, heading: str | None) -> None:
    section = plan_of(f"I. NỘI DUNG\n{line}\n- Việc thứ nhất của mục này.\nII. TỔ CHỨC\nViệc.").sections[0].children[0]
    assert section.heading == heading
    assert [p.text for p in section.body] == [*([] if heading else [line[2:].strip()]), "Việc thứ nhất của mục này."]


CHAPTERS = [
    ("I. MỤC ĐÍCH", "MỤC ĐÍCH"),
    ("I. Mục đích, yêu cầu", "Mục đích, yêu cầu"),
    ("I. MỤC ĐÍCH:", "MỤC ĐÍCH:"),
    ("I. Tiếp tục quán triệt các chủ trương của Đảng, chính sách của Nhà nước về thi đua, khen thưởng.", None),
    ("I. Mục đích: Động viên cán bộ, đảng viên và Nhân dân. Phát hiện, nhân rộng điển hình tiên tiến.", None),
]  # fmt: skip


@pytest.mark.parametrize(("line", "heading"), CHAPTERS, ids=[line[:40] for line, _ in CHAPTERS])
def test_a_roman_number_before_a_long_sentence_heads_a_paragraph(line: str, heading: str | None) -> None:
    assert plan_of(f"{line}\n- Việc.\nII. TỔ CHỨC\nViệc.").sections[0].heading == heading


def test_a_heading_in_capitals_goes_on_in_the_next_line() -> None:
    plan = plan_of("I. MỤC ĐÍCH,\nYÊU CẦU\nViệc.\nII. NỘI DUNG VÀ CHỈ TIÊU CỦA PHONG TRÀO\nTHI ĐUA NĂM 2026\nViệc.")
    assert [s.heading for s in plan.sections] == [
        "MỤC ĐÍCH, YÊU CẦU",
        "NỘI DUNG VÀ CHỈ TIÊU CỦA PHONG TRÀO THI ĐUA NĂM 2026",
    ]


def test_a_part_alone_on_its_line_takes_the_title_below() -> None:
    plan = plan_of("PHẦN THỨ NHẤT\nKẾT QUẢ THỰC HIỆN\nNĂM 2025\nI. MỘT\nViệc.\nPHẦN THỨ HAI\nNHIỆM VỤ\nI. MỘT\nViệc.")
    assert [(s.marker, s.heading) for s in plan.sections] == [
        ("PHẦN THỨ NHẤT", "KẾT QUẢ THỰC HIỆN NĂM 2025"),
        ("PHẦN THỨ HAI", "NHIỆM VỤ"),
    ]


def test_a_caption_above_the_first_number_is_part_of_the_opening() -> None:
    plan = plan_of(
        "UBND xã phát động như sau:\nCHỦ ĐỀ NĂM 2026:\n“Đoàn kết, đổi mới, sáng tạo”\nI. MỘT\nViệc.\nII. HAI\nViệc."
    )
    assert [p.text for p in plan.preamble][1:] == ["CHỦ ĐỀ NĂM 2026:", "“Đoàn kết, đổi mới, sáng tạo”"]
    assert [s.heading for s in plan.sections] == ["MỘT", "HAI"]
    assert plan.theme == "Đoàn kết, đổi mới, sáng tạo"
