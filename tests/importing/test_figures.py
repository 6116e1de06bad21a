"""Figures in the prose of targets: value, unit, comparator, who assigned it; and numbers that are none."""

from __future__ import annotations

import pytest

from thidua_desktop.importing.meaning.figures import figures

YEAR = 2026

ONE = [
    ("Tỷ lệ hộ có nhà vệ sinh đạt chuẩn: 99%", (99, "%", "=", None)),
    ("Tỷ lệ tăng dân số tự nhiên 5,8‰", (5.8, "‰", "=", None)),
    ("Hộ cận nghèo: 0.78%", (0.78, "%", "=", None)),
    ("Đàn gia cầm: 43.500 con", (43500, "con", "=", None)),
    ("huấn luyện 60 dân quân", (60, "dân quân", "=", None)),
    ("tổ chức 10 ngày chủ nhật xanh", (10, "ngày chủ nhật xanh", "=", None)),
    ("Đàn lợn 2,150 con", (2150, "con", "=", None)),
    ("Thả 2,150 vạn con giống", (2.15, "vạn con", "=", None)),
    ("Diện tích 2,150 ha", (2.15, "ha", "=", None)),
    ("Dự toán thu: 44.762.000.000 đồng", (44762000000, "đồng", "=", None)),
    ("Thương mại: 377,4 tỷ.đ.", (377.4, "tỷ đồng", "=", None)),
    ("Thu ngân sách 35 tỷ 500 triệu đồng", (35.5, "tỷ đồng", "=", None)),
    ("Thu ngân sách 35 tỷ 500 triệu đồng trở lên", (35.5, "tỷ đồng", ">=", None)),
    ("Thu nhập 65 triệu 500 nghìn đồng/người", (65.5, "triệu đồng/người", "=", None)),
    ("Thu nhập 68 triệu đồng/người/năm", (68, "triệu đồng/người/năm", "=", None)),
    ("năng suất 56,5 tạ/ha", (56.5, "tạ/ha", "=", None)),
    ("Lúa 130ha", (130, "ha", "=", None)),
    ("kiểm tra 2 lần/năm", (2, "lần/năm", "=", None)),
    ("Có 46 DN", (46, "doanh nghiệp", "=", None)),
    ("tổ chức 6/6 cụm dân cư", (6, "cụm dân cư", "=", None)),
    ("hỗ trợ 250 đơn vị máu", (250, "đơn vị máu", "=", None)),
    ('xây dựng 06 "Làng văn hóa"', (6, "làng", "=", None)),
    ("Tốc độ tăng bình quân 9%/năm", (9, "%/năm", "=", None)),
    ("giới thiệu 02 quần chúng ưu tú", (2, "quần chúng", "=", None)),
    ("giúp 07 hộ dân tộc thiểu số", (7, "hộ dân tộc thiểu số", "=", None)),
    ("làm 03 “Đoạn đường tự quản”", (3, "đoạn đường", "=", None)),
    ("hỗ trợ 12 phụ nữ khởi nghiệp", (12, "phụ nữ", "=", None)),
    ("ngân sách cấp trên 4,8 tỷ đồng", (4.8, "tỷ đồng", "=", None)),
    ("đạt 97% trở lên", (97, "%", ">=", None)),
    ("đạt từ 90% trở lên", (90, "%", ">=", None)),
    ("không dưới 95%", (95, "%", ">=", None)),
    ("ít nhất 350 lao động", (350, "lao động", ">=", None)),
    ("≥ 99%", (99, "%", ">=", None)),
    ("không quá 02 vụ", (2, "vụ", "<=", None)),
    ("trên 75%", (75, "%", ">", None)),
    ("dưới 1,2%", (1.2, "%", "<", None)),
    ("khoảng 40 hộ", (40, "hộ", "khoảng", None)),
    ("ước đạt 40 tỷ đồng", (40, "tỷ đồng", "khoảng", None)),
    ("Thu ngân sách nhà nước đạt 145 tỷ đồng", (145, "tỷ đồng", "=", None)),
    ("hộ dùng nước 95%", (95, "%", "=", None)),
    ("giảm 04 hộ", (4, "hộ", "giảm", None)),
    ("Giảm tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng 1,6%", (1.6, "%", "giảm", None)),
    ("Hạ tỷ suất sinh thô 0,3‰", (0.3, "‰", "giảm", None)),
    ("Đầu tư hạ tầng 5 tỷ đồng", (5, "tỷ đồng", "=", None)),
    ("xuống còn 0,9%", (0.9, "%", "còn", None)),
    ("Thị xã giao: 83,3%", (83.3, "%", "=", "thị xã")),
    ("65% chỉ tiêu thị xã giao", (65, "%", "=", "thị xã")),
    ("100% kế hoạch HĐND xã giao", (100, "%", "=", "HĐND xã")),
    ("theo chỉ tiêu tỉnh giao: 03 thôn", (3, "thôn", "=", "tỉnh")),
    ("Dân số: 1,1%", (1.1, "%", "=", None)),
    ("Hoàn thành 100% chỉ tiêu giao quân năm 2026", (100, "%", "=", None)),
    ("Đạt 68% (năm 2025: 62%)", (68, "%", "=", None)),
    ("Giảm từ 1,5% năm 2025 xuống còn 0,9%", (0.9, "%", "còn", None)),
    ("mức độ 3 đạt 40%", (40, "%", "=", None)),
    ("Thôn đạt chuẩn văn hóa: 5/6", (5, "thôn", "=", None)),
    ("Cơ quan văn hóa 5/5.", (5, "cơ quan", "=", None)),
    ("Năm 2025 có 3 hộ thoát nghèo. Năm 2026 phấn đấu 5 hộ thoát nghèo.", (5, "hộ", "=", None)),
    ("Thu ngân sách trên địa bàn 5 tỷ đồng", (5, "tỷ đồng", "=", None)),
    ("Xây 1 NVH", (1, "nhà văn hóa", "=", None)),
    ("có 12 giáo viên giỏi", (12, "giáo viên", "=", None)),
    ("tuổi thọ trung bình 75,5 tuổi", (75.5, "tuổi", "=", None)),
    ("có 30 HSG cấp tỉnh", (30, "học sinh giỏi", "=", None)),
    ("Dự án 5 tỷ đồng", (5, "tỷ đồng", "=", None)),
    ("đánh giá chương trình 2 lần/năm", (2, "lần/năm", "=", None)),
    ("Đón 25 nghìn lượt khách", (25, "nghìn lượt", "=", None)),
    ("Thả 1,5 vạn con giống", (1.5, "vạn con", "=", None)),
    ("Kết nạp 12 đồng chí", (12, "đồng chí", "=", None)),
    ("Kết nạp 12 đ/c", (12, "đồng chí", "=", None)),
    ("duy trì 05 CLB", (5, "câu lạc bộ", "=", None)),
    ("đăng 04 tin, bài/tháng", (4, "tin, bài/tháng", "=", None)),
    ("tỷ số giới tính dưới 110 bé trai/100 bé gái", (110, "bé trai/100 bé gái", "<", None)),
    ("Đạt 9,5 bác sĩ/vạn dân", (9.5, "bác sĩ/vạn dân", "=", None)),
    ("đạt 26 giường bệnh/10.000 dân", (26, "giường bệnh/10.000 dân", "=", None)),
    ("Tuổi thọ trung bình đạt 74 tuổi", (74, "tuổi", "=", None)),
    ("Mỗi thôn có ít nhất một mô hình", (1, "mô hình", ">=", None)),
    ("Công tác giảm nghèo bền vững đạt 100% kế hoạch", (100, "%", "=", None)),
    ("Tỷ lệ hộ nghèo giảm 1,5% trở lên", (1.5, "%", "giảm", None)),
    ("Giảm từ 5 vụ trở lên", (5, "vụ", "giảm", None)),
    ("thu nhập trên 1 ha đất canh tác đạt 120 triệu đồng", (120, "triệu đồng", "=", None)),
    ("02 sản phẩm OCOP đạt từ 3 sao trở lên", (2, "sản phẩm", "=", None)),
    ("Diện tích lúa 2 vụ: 420 ha", (420, "ha", "=", None)),
    ("100% hộ có đủ 3 công trình vệ sinh", (100, "%", "=", None)),
    ("Giảm 10% số vụ tai nạn trên cả 3 tiêu chí", (10, "%", "giảm", None)),
    ("100% tàu có chiều dài từ 15 m trở lên gắn thiết bị", (100, "%", "=", None)),
    ("thêm 03 sản phẩm OCOP đạt 04 sao trở lên", (3, "sản phẩm", "=", None)),
    ("95% thuyền cá từ 12 m trở lên gắn thiết bị", (95, "%", "=", None)),
    ("Hướng dẫn 300 lượt người dùng dịch vụ công", (300, "lượt người", "=", None)),
    ("Thu đạt 70 triệu đồng, tăng so với thực hiện năm 2025", (70, "triệu đồng", "=", None)),
    ("100% chỉ tiêu giao quân do huyện giao", (100, "%", "=", "huyện")),
    ("Hoàn thành 15/15 chỉ tiêu kinh tế - xã hội HĐND xã giao", (15, "chỉ tiêu", "=", "HĐND xã")),
    ("đạt 100% KH tỉnh giao", (100, "%", "=", "tỉnh")),
    ("đạt 100% kế hoạch vốn tỉnh giao", (100, "%", "=", "tỉnh")),
    ("đạt 100% kế hoạch tỉnh và HĐND xã giao", (100, "%", "=", "tỉnh và HĐND xã")),
    ("Thành ủy giao 10 đảng viên", (10, "đảng viên", "=", "Thành ủy")),
]  # fmt: skip

NONE = [
    "Hoàn thành kế hoạch năm 2026",
    "Kế hoạch 5 năm (2021-2025)",
    "giai đoạn 2021 - 2025",
    "Chỉ thị số 34-CT/TW ngày 07/4/2014",
    "Hoàn thành Tiêu chí số 17 về môi trường, chỉ tiêu 17.1.",
    "nhân các ngày lễ 8/3, ngày 20/10",
    "kỷ niệm ngày thành lập Đoàn (26/3)",
    "phong trào “5 không, 3 sạch”",
    "phong trào 5 không, 3 sạch",
    "Thôn 4,5,6 đăng ký",
    "trẻ em dưới 6 tuổi được tiêm phòng",
    "huy động trẻ vào lớp 1",
    "dịch vụ công mức độ 4",
    "triển khai Đề án 06 của Chính phủ",
    "học tập 6 điều Bác Hồ dạy",
    "Cụm thi đua số 01",
    "Nghị quyết Trung ương 4 khóa XIII",
    "xây dựng mô hình tại 6 thôn",
    "trong 6 tháng đầu năm",
    "Đảng bộ phường khóa XV, lần thứ 39",
    "chính quyền địa phương 2 cấp",
    "chào mừng Quốc khánh 2/9",
    "1 phải 5 giảm, 3 giảm 3 tăng",
    "Năm 2025, toàn xã có 3 hộ thoát nghèo.",
    "Phát huy kết quả 19/19 tiêu chí đã đạt",
    "làm việc từ 7h30 đến 17h00",
    "Chương trình 135, Dự án 4, Quy định 144",
    "tiêm mũi 3, mũi 4",
    "giải bóng đá 7 người",
    "(9 tháng đạt 2,7 tỷ đồng)",
    "mô hình có thu nhập trên 100 triệu đồng/năm",
    "Thôn tổ chức ngày hội đại đoàn kết ngày 5/11.",
    "phương châm 4 tại chỗ",
    "kế hoạch 3 giảm, 3 tăng",
    "sản phẩm OCOP 4 sao",
    "thực hiện Hướng dẫn 12-HD/BTG của tỉnh",
    "thực hiện Hướng dẫn số 12 của tỉnh",
    "học 2 buổi/ngày",
    "khám bệnh tại xóm 4, thôn 5",
    "19 điều đảng viên không được làm",
]

SEVERAL = [
    (
        "Thị xã giao: 10ha (Thuỷ sản 10ha), HĐND xã giao: 6ha",
        [(10, "ha", "thị xã"), (10, "ha", "thị xã"), (6, "ha", "HĐND xã")],
    ),
    (
        "Thị xã giao tổng 36,52ha (Trong đó: tỉnh giao 7,186ha, thị xã giao 29,334ha)",
        [(36.52, "ha", "thị xã"), (7.186, "ha", "tỉnh"), (29.334, "ha", "thị xã")],
    ),
    (
        "giảm 04 hộ, còn 12 hộ 0,85 % chỉ tiêu thị xã giao và 0,89 % HĐND xã giao",
        [(4, "hộ", None), (12, "hộ", None), (0.85, "%", "thị xã"), (0.89, "%", "HĐND xã")],
    ),
    ("46 DN (trong đó tỉnh giao 05 doanh nghiệp)", [(46, "doanh nghiệp", None), (5, "doanh nghiệp", "tỉnh")]),
    ("96% (tỉnh giao 95%, thành phố giao 95,5%)", [(96, "%", None), (95, "%", "tỉnh"), (95.5, "%", "thành phố")]),
    ("huyện giao 5 tỷ đồng, xã phấn đấu 6 tỷ đồng", [(5, "tỷ đồng", "huyện"), (6, "tỷ đồng", None)]),
    ("huyện giao 5 tỷ đồng, xã 6 tỷ đồng", [(5, "tỷ đồng", "huyện"), (6, "tỷ đồng", "xã")]),
    ("Tỉnh giao 95%, Nghị quyết HĐND xã 94%", [(95, "%", "tỉnh"), (94, "%", "HĐND xã")]),
    ("Hộ dùng nước sạch: Nghị quyết HĐND xã 94%, huyện giao 95%", [(94, "%", "HĐND xã"), (95, "%", "huyện")]),
    ("KH thành phố: 5 tỷ đồng; KH phường: 6 tỷ đồng", [(5, "tỷ đồng", "thành phố"), (6, "tỷ đồng", "phường")]),
    ("Trồng rừng 45 ha/40 ha tỉnh giao", [(45, "ha", None), (40, "ha", "tỉnh")]),
    ("đạt 8 tỷ đồng, vượt 4% dự toán huyện giao", [(8, "tỷ đồng", None), (4, "%", None)]),
    ("8 tỷ đồng, phấn đấu vượt dự toán huyện giao từ 4% trở lên", [(8, "tỷ đồng", None), (4, "%", None)]),
    (
        "8 tỷ đồng, vượt 4% so với dự toán huyện giao (7,7 tỷ đồng)",
        [(8, "tỷ đồng", None), (4, "%", None), (7.7, "tỷ đồng", "huyện")],
    ),
    ("đạt 8 tỷ đồng, bằng 104% dự toán huyện giao", [(8, "tỷ đồng", None), (104, "%", "huyện")]),
    ("750 tấn, đạt tỷ lệ 71,7%", [(750, "tấn", None), (71.7, "%", None)]),
]


@pytest.mark.parametrize(("text", "expected"), ONE, ids=[text for text, _ in ONE])
def test_one_figure(text: str, expected: tuple[float, str, str, str | None]) -> None:
    assert [(f.value.value, f.value.unit, f.value.comparator, f.value.assigned_by) for f in figures(text, YEAR)] == [
        expected
    ]


@pytest.mark.parametrize("text", NONE)
def test_a_number_that_is_no_figure(text: str) -> None:
    assert figures(text, YEAR) == []


@pytest.mark.parametrize(("text", "expected"), SEVERAL, ids=[text for text, _ in SEVERAL])
def test_several_figures_and_who_assigned_them(text: str, expected: list[tuple[float, str, str | None]]) -> None:
    assert [(f.value.value, f.value.unit, f.value.assigned_by) for f in figures(text, YEAR)] == expected


@pytest.mark.parametrize("text", ["xây dựng 1-2 nhà", "xây dựng 1 - 2 nhà", "xây dựng 1 đến 2 nhà", "xây dựng 1–2 nhà"])
def test_a_range(text: str) -> None:
    (figure,) = figures(text, YEAR)
    assert (figure.value.value, figure.value.value_to, figure.value.unit) == (1, 2, "nhà")
