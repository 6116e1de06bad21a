"""One plan in the layouts offices use: every one gives what the clean one gives."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.importing.plan_texts import (
    BODY,
    HEADER,
    PLAN,
    RECIPIENTS,
    SIGNATURE,
    TITLE,
    essence,
    numbered,
    read_docx,
    read_text,
    side_by_side,
    typed,
    wrapped,
)
from thidua_desktop.domain.plan.plans import PartialDate, PlanReading

HEAD, SIGNED = HEADER.split("\n"), SIGNATURE.split("\n")
LEFT, RIGHT = HEAD[:3], HEAD[3:]


def paged(text: str) -> str:
    """Page numbers alone on a line, the second one in the middle of a sentence."""
    lines = text.split("\n")
    lines[12:13] = ["2", lines[12]]
    words = lines[30].split()
    lines[30:31] = [" ".join(words[:9]), "3", " ".join(words[9:])]
    return "\n".join(lines)


def run_together(text: str) -> str:
    """The items on the lines of those above them, as a web page leaves them that lost its line breaks."""
    text = re.sub(r"(?<=[a-zà-ỹ0-9%”)][.;])\n(?=(?:- |\d\. [A-ZĐ]|[a-c]\) |[IVX]+\. ))", "", text)
    return re.sub(r"(?m)^([IVX]+\. [A-ZĐÀ-Ỹ, ]+)\n(?=\d\. )", r"\1", text)


LAYOUTS: dict[str, Callable[[], PlanReading]] = {
    "Word, số gõ tay": lambda: read_docx(typed()),
    "Word, dấu tách rời": lambda: read_docx(typed(decomposed=True)),
    "Word, chữ vỡ nhiều mảnh": lambda: read_docx(typed(split_runs=True)),
    "Word, đánh số tự động": lambda: read_docx(numbered()),
    "dòng bị ngắt cứng": lambda: read_text(wrapped(PLAN)),
    "hai cột bằng dấu cách": lambda: read_text(
        "\n".join([side_by_side(LEFT, RIGHT), TITLE, BODY, side_by_side(RECIPIENTS.split("\n"), SIGNED)])
    ),
    "hai cột bằng tab": lambda: read_text(
        "\n".join([*(f"{a}\t{b}" for a, b in zip(LEFT, RIGHT, strict=True)), TITLE, BODY, RECIPIENTS, SIGNATURE])
    ),
    "dính liền": lambda: read_text(
        "\n".join([f"{''.join(LEFT)} | {''.join(RIGHT)}", TITLE, BODY, f"{RECIPIENTS.replace(chr(10), '')} | {''.join(SIGNED)}"])
    ),
    "đầu trang trên một dòng": lambda: read_text("\n".join([" ".join(HEAD), TITLE, BODY, RECIPIENTS, SIGNATURE])),
    "chữ ký dính sau nơi nhận": lambda: read_text("\n".join([HEADER, TITLE, BODY, RECIPIENTS, "".join(SIGNED)])),
    "chữ ký trước nơi nhận": lambda: read_text("\n".join([HEADER, TITLE, BODY, SIGNATURE, RECIPIENTS])),
    "dấu cách đôi": lambda: read_text(PLAN.replace(", ", ",  ")),
    "Windows, có BOM": lambda: read_text("\ufeff" + PLAN.replace("\n", "\r\n")),
    "số trang chen giữa": lambda: read_text(paged(PLAN)),
    "HOÀ, UỶ và gạch ngang": lambda: read_text(
        PLAN.replace("CỘNG HÒA", "CỘNG HOÀ").replace("ỦY BAN", "UỶ BAN").replace("Hạnh phúc", "Hạnh phúc\n---------------")
    ),
    "các mục dính liền": lambda: read_text("\n".join([HEADER, TITLE, run_together(BODY), RECIPIENTS, SIGNATURE])),
    "tên loại dính trích yếu": lambda: read_text(PLAN.replace("KẾ HOẠCH\nPhát", "KẾ HOẠCH Phát", 1)),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_every_layout_gives_the_same_plan(layout: Callable[[], PlanReading]) -> None:
    clean, other = essence(read_text(PLAN).plan), essence(layout().plan)
    for part, expected in clean.items():
        assert other[part] == expected, part


def test_the_clean_plan_is_read_as_a_reader_would() -> None:
    plan = read_text(PLAN).plan
    assert plan.header == tuple(HEAD)
    assert (plan.issuer, plan.number, plan.symbol) == ("Ủy ban nhân dân xã Ví Dụ", 7, "KH-UBND")
    assert (plan.place, plan.date) == ("Ví Dụ", PartialDate(15, 1, 2026))
    assert (plan.doc_type, plan.year) == ("KẾ HOẠCH", 2026)
    assert plan.title == "Phát động phong trào thi đua yêu nước năm 2026 trên địa bàn xã Ví Dụ"
    assert plan.theme == "Đoàn kết, kỷ cương, đổi mới; về đích trước hạn"
    assert len(plan.preamble) == 4
    assert [p.text[:12] for p in plan.closing] == ["Trên đây là "]
    assert (plan.signer.authority, plan.signer.title, plan.signer.name) == tuple(SIGNED)
    assert [(r.name, r.suffix) for r in plan.recipients] == [
        ("UBND tỉnh", "b/c"),
        ("Thường trực Đảng ủy, HĐND xã", None),
        ("Các cơ quan, đơn vị", None),
        ("Lưu: VT, VHXH", None),
    ]


def test_the_outline_of_the_clean_plan() -> None:
    outline = [(s.level, s.marker, s.heading) for s in read_text(PLAN).plan.all_sections()]
    assert outline[:8] == [
        (1, "I.", "MỤC ĐÍCH, YÊU CẦU"),
        (2, "1.", "Mục đích"),
        (2, "2.", "Yêu cầu"),
        (1, "II.", "MỤC TIÊU, CHỈ TIÊU"),
        (2, "1.", None),
        (2, "2.", "Chỉ tiêu cụ thể"),
        (3, "a)", "Về kinh tế"),
        (3, "b)", "Về văn hóa - xã hội"),
    ]


def test_a_text_without_anything_a_plan_has_is_read_whole() -> None:
    reading = read_text("Kính gửi các thôn\nĐề nghị các thôn treo cờ nhân ngày lễ.")
    assert [p.text for p in reading.plan.preamble] == ["Kính gửi các thôn", "Đề nghị các thôn treo cờ nhân ngày lễ."]
    assert reading.plan.targets == ()
    assert "Không thấy tên loại văn bản (KẾ HOẠCH, PHÁT ĐỘNG …) và trích yếu." in reading.doubts


def test_a_plan_without_headings_keeps_its_list() -> None:
    plan = read_text(
        "KẾ HOẠCH\nPhát động thi đua năm 2026\nUBND xã Ví Dụ phát động:\n- Làm sạch đường làng.\n- Trồng cây."
    ).plan
    assert [p.text for p in plan.preamble] == ["UBND xã Ví Dụ phát động:"]
    assert [p.text for p in plan.sections[0].body] == ["Làm sạch đường làng.", "Trồng cây."]
    assert plan.issuer == "Ủy ban nhân dân xã Ví Dụ"


COUNCIL_HEADERS = [
    "UBND XÃ VÍ DỤ\nHỘI ĐỒNG THI ĐUA - KHEN THƯỞNG\nSố: /KH-HĐTĐKT\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "UBND XÃ VÍ DỤ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHỘI ĐỒNG THI ĐUA - KHEN THƯỞNG Độc lập - Tự do - Hạnh phúc\nSố: 5/KH-HĐTĐKT",
    "HỘI ĐỒNG THI ĐUA - KHEN THƯỞNG\nSố: 5/KH-HĐTĐKT",
]  # fmt: skip


@pytest.mark.parametrize("header", COUNCIL_HEADERS, ids=["hai dòng", "dính liền", "chỉ Hội đồng"])
def test_a_plan_of_the_council_is_issued_by_the_council(header: str) -> None:
    text = "Hội đồng Thi đua - Khen thưởng xã Ví Dụ xây dựng kế hoạch như sau:"
    plan = read_text(f"{header}\n\nKẾ HOẠCH\nPhát động thi đua năm 2026\n\n{text}\nI. MỤC ĐÍCH\nĐộng viên.").plan
    assert plan.issuer == "Hội đồng Thi đua - Khen thưởng xã Ví Dụ"


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Nơi nhận: Như trên; Lưu: VT.", ["Như trên", "Lưu: VT"]),
        ("Nơi nhận: Như trên, lưu VT.", ["Như trên", "lưu VT"]),
        ("Nơi nhận: - Như mục II; - TT Đảng ủy; - Lưu: VT, VP.", ["Như mục II", "TT Đảng ủy", "Lưu: VT, VP"]),
    ],
)
@pytest.mark.parametrize("mark", ["(Đã ký)", "(Ký tên, đóng dấu)", "(Ký, ghi rõ họ tên)"])
def test_recipients_on_one_line_and_a_mark_that_it_was_signed(line: str, names: list[str], mark: str) -> None:
    reading = read_text(f"{HEADER}\n{TITLE}\n{BODY}\n{line}\n{SIGNED[0]}\n{SIGNED[1]}\n{mark}\n{SIGNED[2]}")
    assert [r.name for r in reading.plan.recipients] == names
    assert [p.text[:12] for p in reading.plan.closing] == ["Trên đây là "]
    assert reading.plan.signer.name == SIGNED[2]
    assert f"Bỏ chữ chỉ việc đã ký ở phần ký: {mark}." in reading.doubts
    assert [shown.text for shown in reading.lines if not shown.part] == [mark]


TITLES = [
    ["Phát động thi đua thực hiện nhiệm vụ phát triển kinh tế", "- xã hội, quốc phòng - an ninh xã Ví Dụ", "năm 2026"],
    ["Phát động thi đua cao điểm chào mừng Đại hội và nhiệm vụ phường", "Ví Dụ năm 2026"],
    ["Tổ chức phong trào thi đua", "Đoàn kết, sáng tạo", "năm 2026"],
]


@pytest.mark.parametrize("lines", TITLES, ids=[lines[1] for lines in TITLES])
def test_a_title_over_several_lines_ends_at_the_blank_line(lines: list[str]) -> None:
    title = "\n".join(lines)
    plan = read_text(f"{HEADER}\n\nKẾ HOẠCH\n{title}\n\nCăn cứ Luật Mẫu;\nI. MỤC ĐÍCH\nĐộng viên.").plan
    assert plan.title == " ".join(lines)
    assert [p.text for p in plan.preamble] == ["Căn cứ Luật Mẫu;"]


def test_one_item_run_into_another_may_be_a_slip_and_is_left_as_it_stands() -> None:
    slip = run_together("- Trồng 5 ha rừng.\n- Nuôi 40 con bò.")
    assert slip == "- Trồng 5 ha rừng.- Nuôi 40 con bò."
    reading = read_text(PLAN.replace("- Phát hiện, nhân rộng điển hình tiên tiến.", slip))
    assert slip[2:] in [p.text for s in reading.plan.all_sections() for p in s.body]
