"""Text files: encodings, hard-wrapped lines, page numbers, columns."""

from __future__ import annotations

import unicodedata

import pytest

from tests.importing.plan_texts import read_text, wrapped
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.importing.layout.mending import mended
from thidua_desktop.importing.sources import source_lines
from thidua_desktop.importing.txt.decoding import decoded
from thidua_desktop.importing.txt.reader import txt_lines

TEXT = "Kế hoạch phát động phong trào thi đua của Ủy ban nhân dân xã Ví Dụ, đặc khu Mẫu."


def lines(text: str) -> list[str]:
    return [line.text for line in source_lines(SourceFile("a.txt", text.encode())).lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_every_form(encoding: str) -> None:
    assert decoded("a.txt", TEXT.encode(encoding)) == TEXT


def test_windows_1258_with_its_separate_tones() -> None:
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    spelled = ""
    for char in TEXT:
        parts = unicodedata.normalize("NFD", char)
        tone = "".join(part for part in parts if part in tones)
        spelled += unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones)) + tone
    assert decoded("a.txt", spelled.encode("cp1258")) == TEXT


def test_decomposed_letters_are_composed() -> None:
    assert decoded("a.txt", unicodedata.normalize("NFD", TEXT).encode()) == TEXT


LONG = "Các cơ quan, đơn vị căn cứ kế hoạch này để xây dựng kế hoạch của mình và triển khai thực hiện nghiêm túc, "


def test_lines_broken_hard_are_joined_and_items_are_not() -> None:
    text = "\n".join(["I. TỔ CHỨC THỰC HIỆN", f"1. {LONG * 3}đạt kết quả.", f"- {LONG * 2}xong.", f"{LONG * 2}hết."])
    assert [" ".join(line.split()) for line in lines(wrapped(text))] == [
        " ".join(line.split()) for line in text.split("\n")
    ]


def test_page_numbers_are_set_aside_and_told() -> None:
    reading = read_text(
        "I. MỘT\nCâu thứ nhất của đoạn này còn khá dài và\n1\nđọc tiếp ở trang sau.\n2\nII. HAI\n- Việc."
    )
    assert [p.text for p in reading.plan.sections[0].body] == [
        "Câu thứ nhất của đoạn này còn khá dài và đọc tiếp ở trang sau."
    ]
    assert "Bỏ số trang đứng riêng một dòng: 1, 2." in reading.doubts


def test_a_single_number_on_a_line_is_no_page_number() -> None:
    assert "5" in lines("Tổng số:\n5\nhộ")


def test_columns_by_bars_and_by_wide_gaps() -> None:
    source = txt_lines(
        SourceFile(
            "a.txt",
            "|UBND XÃ|CỘNG HÒA XÃ HỘI CHỦ NGHĨA|\n|---|---|\n|VÍ DỤ|Độc lập|\n\nTT | Chỉ tiêu | Số\nA          B".encode(),
        )
    )
    assert [(line.text, line.column) for line in source.lines[:4]] == [
        ("UBND XÃ", 0),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", 1),
        ("VÍ DỤ", 0),
        ("Độc lập", 1),
    ]
    assert source.lines[4].cells == ("TT", "Chỉ tiêu", "Số")
    assert source.lines[5].text == "A\tB"


def test_bases_and_phases_of_their_own_are_not_joined_in_a_wrapped_text() -> None:
    lines = [
        "Căn cứ Nghị định số 1/2023/NĐ-CP ngày 31 tháng 12 năm 2023;",
        "Xét đề nghị của Trưởng phòng Văn hóa - Xã hội xã Ví Dụ Mẫu;",
        "Đợt I: Từ ngày ký ban hành đến hết ngày 19 tháng 5 năm 2026.",
        "Đợt II: Từ ngày 20 tháng 5 đến hết ngày 02 tháng 9 năm 2026.",
    ]
    filler = ["Các thôn ra sức thi đua lao động sản xuất và giữ trật tự."] * 8
    text = mended(txt_lines(SourceFile("a.txt", "\n".join([*lines, "I. NỘI DUNG", *filler]).encode())))
    assert [line.text for line in text.lines[:4]] == lines


def test_mending_leaves_short_lines_alone() -> None:
    source = txt_lines(SourceFile("a.txt", "KẾ HOẠCH\nphát động thi đua\nnăm 2026".encode()))
    assert [line.text for line in mended(source).lines] == ["KẾ HOẠCH", "phát động thi đua", "năm 2026"]
