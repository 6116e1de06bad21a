"""The theme of the year, in the forms plans give it, and themes that are somebody else's."""

from __future__ import annotations

import pytest

from tests.importing.plan_texts import read_text

OWN = "Đoàn kết, kỷ cương, đổi mới"
THEMES = [
    "Ủy ban nhân dân xã phát động thi đua với chủ đề “{}” như sau:",
    "UBND xã phát động thi đua năm 2026 với chủ đề: {}, cụ thể như sau:",
    "UBND xã phát động thi đua năm 2026, lấy chủ đề là: “{}”, với các nội dung:",
    'UBND xã phát động thi đua với chủ đề thi đua là "{}".',
    "UBND xã phát động thi đua theo chủ đề “{}”.",
    "UBND xã phát động thi đua với chủ đề hành động: “{}”.",
    "UBND xã phát động thi đua với chủ đề: ‘{}’.",
    "UBND xã phát động thi đua với chủ đề “{}",
    "Năm 2026, xã chọn chủ đề công tác là “{}”.",
    "Chủ đề: {}",
    "Chủ đề thi đua năm 2026: {}.",
    "* Chủ đề: “{}”.",
    "CHỦ ĐỀ THI ĐUA NĂM 2026:\n“{}”",
    "Chủ đề thi đua:\n{}",
    "Khẩu hiệu hành động: “{}”.",
    "I. CHỦ ĐỀ THI ĐUA\n“{}”",
    "I. CHỦ ĐỀ THI ĐUA: “{}”",
    "I. CHỦ ĐỀ\nChủ đề thi đua năm 2026 là: “{}”.",
    "I. CHỦ ĐỀ VÀ PHẠM VI\n1. Chủ đề\n“{}”\n2. Phạm vi\nToàn xã.",
    "I. CHỦ ĐỀ, MỤC TIÊU\n1. Chủ đề: “{}”.\n2. Mục tiêu: Hoàn thành nhiệm vụ.",
    "Hưởng ứng chủ đề thi đua của tỉnh “Tăng tốc, bứt phá, về đích”, UBND xã chọn chủ đề “{}”.",
    "Thực hiện chủ đề năm của tỉnh là “Tăng tốc, bứt phá, về đích”; UBND xã phát động thi đua với chủ đề: “{}”.",
    "UBND xã tổ chức cuộc thi với chủ đề “Gia đình hôm nay và mai sau”; phát động thi đua với chủ đề “{}”.",
]
NONE = [
    "UBND xã phát động với phương châm “Đoàn kết, kỷ cương, đổi mới”.",
    "Khẩu hiệu thi đua: “Đoàn kết, kỷ cương, đổi mới”.",
    "UBND xã tổ chức cuộc thi với chủ đề “Gia đình hôm nay và mai sau”.",
    "I. MỤC ĐÍCH\n1. Tuyên truyền theo chủ đề “Ngày pháp luật Việt Nam”.",
    "I. NỘI DUNG\n1. Mở chuyên mục với chủ đề “Người tốt, việc tốt quanh ta”.",
    "I. NỘI DUNG\n1. Tháng Thanh niên với chủ đề “Tuổi trẻ chung tay vì cộng đồng”.",
    "Hưởng ứng chủ đề “Năm chuyển đổi số quốc gia”.",
    "UBND xã phát động thi đua theo chủ đề năm, với các nội dung sau:",
]


def theme(text: str) -> str | None:
    section = "" if text.startswith("I. ") else "\nI. MỤC ĐÍCH\nĐộng viên."
    below = f"{section}\nII. TỔ CHỨC\n1. Các thôn thực hiện."
    return read_text(f"KẾ HOẠCH\nPhát động thi đua năm 2026\n\n{text}{below}").plan.theme


@pytest.mark.parametrize("text", THEMES)
def test_the_theme_of_the_plan(text: str) -> None:
    assert theme(text.format(OWN)) == OWN


@pytest.mark.parametrize("text", NONE)
def test_a_motto_a_contest_and_the_theme_of_others_are_no_theme(text: str) -> None:
    assert theme(text) is None


def test_a_theme_broken_at_one_of_its_dashes() -> None:
    line = "Ủy ban nhân dân xã Ví Dụ phát động thi đua năm 2026 với chủ đề “Đoàn kết"
    more = "Các cơ quan, đơn vị và Nhân dân trong toàn xã cùng nhau thi đua lao động,\nhọc tập và công tác."
    body = "\n".join([line, "- Kỷ cương - Sáng tạo”, cụ thể như sau:", "I. MỤC ĐÍCH", *[more] * 4])
    assert read_text(f"KẾ HOẠCH\nThi đua năm 2026\n\n{body}").plan.theme == "Đoàn kết - Kỷ cương - Sáng tạo"
