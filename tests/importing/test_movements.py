"""Names of movements among all that stands in quotation marks, and who launched them."""

from __future__ import annotations

import pytest

from thidua_desktop.definitions import shipped_definitions
from thidua_desktop.importing.meaning.movement_names import is_known
from thidua_desktop.importing.meaning.movements import movements

NAMES = [
    ("phong trào thi đua \"Xã Ví Dụ “chung sức” xây dựng quê hương\"", ["Xã Ví Dụ “chung sức” xây dựng quê hương"]),
    ("đẩy mạnh phong trào Thi đua Quyết thắng; chủ động phòng chống", ["Thi đua Quyết thắng"]),
    ("phong trào toàn dân rèn luyện thân thể theo gương Bác Hồ vĩ đại.", ["Toàn dân rèn luyện thân thể theo gương Bác Hồ vĩ đại"]),
    ("Phát động phong trào “Ví Dụ xanh”, phong trào thi đua phát triển vùng cam sạch; xây dựng mô hình “Bản sáng”.",
     ["Ví Dụ xanh", "Phát triển vùng cam sạch"]),
    ("Phát động phong trào thi đua thực hiện thắng lợi nhiệm vụ năm 2026.", []),
    ("nhân rộng mô hình trong phong trào thi đua yêu nước; tuyên truyền gương “Người tốt, việc tốt”.", []),
    ("hưởng ứng “Cả nước chung tay xóa nhà tạm, nhà dột nát”", ["Cả nước chung tay xóa nhà tạm, nhà dột nát"]),
    ("Phong trào thi đua của xã: “Mỗi cán bộ một việc tốt”.", ["Mỗi cán bộ một việc tốt"]),
    ("phát động đợt thi đua cao điểm “50 ngày làm đường” của xã", ["50 ngày làm đường"]),
    ("Ngành giáo dục thi đua “Dạy tốt - Học tốt”, phong trào thi đua Quyết thắng, nhân rộng mô hình “Tổ tự quản”.",
     ["Dạy tốt - Học tốt", "Quyết thắng"]),
    ("với chủ đề thi đua “Đoàn kết”, danh hiệu thi đua “Lao động mẫu”, cụm thi đua “Số 5”", []),
    ("hưởng ứng 3 phong trào: (1) Dạy tốt - học tốt; (2) Đền ơn đáp nghĩa; (3) trồng cây.",
     ["Dạy tốt - học tốt", "Đền ơn đáp nghĩa"]),
    ("hội thi “Nông dân thi đua sản xuất”, mô hình “Toàn dân bảo vệ an ninh”", []),
    ("danh hiệu “Gia đình văn hóa”, quỹ “Vì người nghèo”, hội thi “Dân vận khéo”", []),
    ("phong trào của Hội: Hội CCB: “Vườn mẫu”. Đoàn Thanh niên: “Tuổi trẻ tình nguyện”.", ["Vườn mẫu", "Tuổi trẻ tình nguyện"]),
    ("phong trào do Huyện phát động: ''Mỗi tuần một con đường'', ''Thu đúng - thu đủ''", ["Mỗi tuần một con đường", "Thu đúng - thu đủ"]),
    ("Phong trào ‘Ngõ xóm bình yên’, gắn với mô hình ‘Tiếng trống đêm’", ["Ngõ xóm bình yên"]),
    ("phong trào 'Xóm sạch' của bản M'Mẫu và ông H' Mẫu", ["Xóm sạch"]),
    ("đợt thi đua cao điểm “90 ngày đêm” làm đường liên thôn", []),
    ("chuyên mục “Gương sáng”, thông điệp “Không lái xe khi đã uống rượu”, cuộc thi “Tìm hiểu Luật”", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), NAMES, ids=[text[:50] for text, _ in NAMES])
def test_what_is_a_movement(text: str, names: list[str]) -> None:
    assert [movement.name for movement in movements([text])] == names


def test_items_below_a_caption_are_movements_and_those_below_another_caption_are_none() -> None:
    found = movements(
        [
            "Các phong trào do Thủ tướng Chính phủ phát động:",
            "“Vườn xanh”;",
            "“Nhà sạch”;",
            "Các mô hình:",
            "“Thắp sáng đường quê”.",
        ]
    )
    assert [(m.name, m.launcher) for m in found] == [
        ("Vườn xanh", "Thủ tướng Chính phủ"),
        ("Nhà sạch", "Thủ tướng Chính phủ"),
    ]


def test_items_below_a_heading_on_movements() -> None:
    found = movements(["CÁC PHONG TRÀO THI ĐUA", '"Vườn xanh"; 2. "Nhà sạch"; 3. "Ngõ đẹp".', "KINH PHÍ", "“Quỹ xã”."])
    assert [movement.name for movement in found] == ["Vườn xanh", "Nhà sạch", "Ngõ đẹp"]


LAUNCHERS = [
    ("Hội Nông dân với phong trào “Vườn mẫu”", "Hội Nông dân"),
    ("Hội LHPN xã tiếp tục phong trào “Nhà sạch”", "Hội LHPN xã"),
    ("Hội Cựu chiến binh: phong trào “Vườn mẫu”", "Hội Cựu chiến binh"),
    ("Các thôn hưởng ứng phong trào “Vườn mẫu”", None),
    ("phong trào “Vườn mẫu” (Hội Mẫu phát động)", "Hội Mẫu"),
    ("Xã phát động phong trào “Vườn mẫu”", "Xã"),
    ("Tiếp tục phát động phong trào “Vườn mẫu”", None),
    ("Hội Phụ nữ phát động phong trào thi đua Phụ nữ tích cực học tập", "Hội Phụ nữ"),
]


@pytest.mark.parametrize(("text", "launcher"), LAUNCHERS, ids=[text for text, _ in LAUNCHERS])
def test_the_organisation_whose_movement_it_is(text: str, launcher: str | None) -> None:
    assert [movement.launcher for movement in movements([text])] == [launcher]


def test_the_names_in_a_column_of_movements() -> None:
    rows = [
        "TT | Phong trào | Cơ quan chủ trì",
        "1 | Vườn xanh, nhà sạch | Hội Mẫu",
        "2 | “Dân vận khéo” | Khối Mẫu",
        "Kinh phí.",
    ]
    assert [movement.name for movement in movements(rows)] == ["Vườn xanh, nhà sạch", "Dân vận khéo"]


def test_the_names_of_the_register_are_known_without_quotation_marks() -> None:
    for known in shipped_definitions().movements:
        assert is_known(known.name.replace(",", " -").upper())
        assert not is_known(f"Đội {known.name}")
