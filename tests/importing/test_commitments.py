"""What organisations and villages commit to in the text of a plan."""

from __future__ import annotations

import pytest

from tests.importing.plan_texts import read_text
from thidua_desktop.domain.plan.plans import Plan

Promise = tuple[str, list[tuple[float | None, str]]]


def promises(body: str) -> list[Promise]:
    plan: Plan = read_text(f"KẾ HOẠCH\nThi đua năm 2026\nI. CHỈ TIÊU\n- Hộ nghèo còn 2%.\n{body}").plan
    return [(c.organisation, [(v.value, v.unit) for v in c.values]) for c in plan.commitments]


UNDER_A_HEADING: list[tuple[str, list[Promise]]] = [
    (
        "1. Hội Nông dân xã cam kết trồng 400 cây; Hội Phụ nữ xã cam kết giúp 12 hộ; Đoàn Thanh niên xã làm 02 sân chơi.",
        [("Hội Nông dân xã", [(400, "cây")]), ("Hội Phụ nữ xã", [(12, "hộ")]), ("Đoàn Thanh niên xã", [(2, "sân")])],
    ),
    (
        "- Thôn Đông: trồng 800 m đường hoa, vận động 95% hộ phân loại rác.\n- Thôn Đoài đăng ký lắp 24 camera an ninh.",
        [("Thôn Đông", [(800, "m")]), ("Thôn Đông", [(95, "%")]), ("Thôn Đoài", [(24, "camera")])],
    ),
    (
        "1. Đối với Phòng Kinh tế\n- Hỗ trợ 03 hợp tác xã.\n2. Tổ dân phố số 4\n- Vận động 90% hộ tham gia.",
        [("Phòng Kinh tế", [(3, "hợp tác xã")]), ("Tổ dân phố số 4", [(90, "%")])],
    ),
    (
        "- Công chức Địa chính: cấp 20 giấy chứng nhận.\n- Bộ phận Một cửa: 98% hồ sơ đúng hạn.",
        [("Công chức Địa chính", [(20, "giấy")]), ("Bộ phận Một cửa", [(98, "%")])],
    ),
    (
        "- Các thôn: Thôn 1: 95% hộ văn hóa; Thôn 2: 93%.\n- Thôn Bình An, thôn Bình Yên: mỗi thôn 01 tuyến đường hoa.",
        [("Thôn 1", [(95, "%")]), ("Thôn 2", [(93, "%")]), ("Thôn Bình An, thôn Bình Yên", [(1, "tuyến đường")])],
    ),
    (
        "1. Trường PTDTBT Tiểu học Ví Dụ\n- Duy trì sĩ số 98%.\n2. Trưởng các bản\n- 80% hội viên đạt 8 tiêu chí của cuộc vận động.",
        [("Trường PTDTBT Tiểu học Ví Dụ", [(98, "%")]), ("Trưởng các bản", [(80, "%")])],
    ),
    ("- Đoàn Thanh niên hằng tháng ra quân dọn vệ sinh đường làng.", [("Đoàn Thanh niên", [(1, "lần/tháng")])]),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "expected"), UNDER_A_HEADING, ids=[lines[:40] for lines, _ in UNDER_A_HEADING])
def test_under_a_heading_of_commitments(lines: str, expected: list[Promise]) -> None:
    assert promises(f"II. CAM KẾT CỦA CÁC ĐƠN VỊ\n{lines}") == expected


def test_two_organisations_in_one_item_of_the_targets() -> None:
    assert promises("- Hội Phụ nữ đăng ký giúp 15 hộ; Đoàn Thanh niên đăng ký làm 01 km đường điện.") == [
        ("Hội Phụ nữ", [(15, "hộ")]),
        ("Đoàn Thanh niên", [(1, "km")]),
    ]


def test_works_that_units_registered_are_commitments_and_a_title_won_is_none() -> None:
    assert promises("II. CÔNG TRÌNH, PHẦN VIỆC ĐĂNG KÝ CỦA CÁC ĐƠN VỊ\n1. Hội Nông dân: Cải tạo 15 vườn tạp.") == [
        ("Hội Nông dân", [(15, "vườn")])
    ]
    assert promises("- Công an xã đạt danh hiệu Đơn vị quyết thắng; tuyển quân đạt 100% chỉ tiêu.") == []


def test_who_looks_after_a_row_of_a_table_of_targets_promises_nothing() -> None:
    table = "TT | Tên chỉ tiêu | ĐVT | Kế hoạch năm 2026 | Cơ quan chủ trì\n1 | Số vụ cháy | Vụ | Giảm 3 | Công an xã"
    assert promises(table) == []
