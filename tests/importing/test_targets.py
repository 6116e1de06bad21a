"""Targets in the prose of a plan: which words are a target, what it is of, what is part of what."""

from __future__ import annotations

import pytest

from tests.importing.plan_texts import read_text
from thidua_desktop.domain.plan.plans import Plan


def plan_with(body: str) -> Plan:
    return read_text(f"KẾ HOẠCH\nThi đua năm 2026\n{body}").plan


INDICATORS = [
    ("Hoàn thành các chỉ tiêu mà Nghị quyết Đảng ủy; HĐND xã đề ra.", ["Hoàn thành các chỉ tiêu mà Nghị quyết Đảng ủy; HĐND xã đề ra"]),
    ("Tỷ lệ hộ dùng nước sạch: Nghị quyết HĐND xã 94%, huyện giao 95%.", ["Tỷ lệ hộ dùng nước sạch"]),
    ("100% thôn, cơ quan, đơn vị đăng ký thi đua.", ["Thôn, cơ quan, đơn vị đăng ký thi đua"]),
    ("Từ 90% trở lên cán bộ, công chức hoàn thành tốt nhiệm vụ.", ["Cán bộ, công chức hoàn thành tốt nhiệm vụ"]),
    ("7/9 thôn, bản đạt danh hiệu thôn, bản văn hóa.", ["Thôn, bản đạt danh hiệu thôn, bản văn hóa"]),
    ("Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên đạt 92%.", ["Tỷ lệ chi bộ hoàn thành tốt nhiệm vụ trở lên"]),
    ("Kiềm chế, giảm 6% số vụ tai nạn giao thông.", ["Số vụ tai nạn giao thông"]),
    ("Thu nhập bình quân đầu người năm 2026 đạt 66 triệu đồng.", ["Thu nhập bình quân đầu người"]),
    ("Tỷ lệ hộ nghèo (năm 2025 là 3,1%) giảm xuống còn 2,4%.", ["Tỷ lệ hộ nghèo"]),
    ("Thu ngân sách năm 2025 đạt 11 tỷ, kế hoạch năm 2026: 12,5 tỷ.", ["Thu ngân sách"]),
    ("Giá trị công nghiệp tăng 13%, giá trị dịch vụ tăng từ 12% trở lên.",
     ["Giá trị công nghiệp tăng", "Giá trị dịch vụ tăng"]),
    ("Mỗi chi hội giúp đỡ từ 1 đến 2 hộ hội viên thoát nghèo.", ["Mỗi chi hội giúp đỡ hộ hội viên thoát nghèo"]),
    ("Hội Phụ nữ xã phấn đấu 90% hội viên đạt 5 không, 3 sạch.", ["Hội viên đạt 5 không, 3 sạch"]),
    ("Thành lập 01 HTX, 02 tổ hợp tác và phát triển mới 06 doanh nghiệp.",
     ["Thành lập HTX", "Tổ hợp tác", "Phát triển mới doanh nghiệp"]),
    ("Duy trì 18/18 tiêu chí nông thôn mới, phấn đấu đạt 12/19 tiêu chí nông thôn mới nâng cao.",
     ["Duy trì tiêu chí nông thôn mới", "Tiêu chí nông thôn mới nâng cao"]),
    ("98% trẻ được tiêm chủng; 95% học sinh hoàn thành chương trình lớp học.",
     ["Trẻ được tiêm chủng", "Học sinh hoàn thành chương trình lớp học"]),
    ("(3) Số hộ thoát nghèo: 12 hộ.", ["Số hộ thoát nghèo"]),
    ("Độ che phủ rừng 68%. 2/ Hộ dùng nước sạch: 96%.", ["Độ che phủ rừng", "Hộ dùng nước sạch"]),
    ("Phấn đấu trước ngày 31/8/2026 hoàn thành xóa 24 nhà tạm.", ["Hoàn thành xóa nhà tạm"]),
    ("Thu ngân sách: thực hiện năm 2025: 4,2 tỷ đồng; kế hoạch năm 2026: 4,8 tỷ đồng.", ["Thu ngân sách"]),
    ("Quỹ xã hội năm 2025 đạt 45 triệu đồng; phấn đấu năm 2026 đạt 50 triệu đồng.", ["Quỹ xã hội"]),
    ("Thu ngân sách: KH thành phố: 5 tỷ đồng; KH phường: 6 tỷ đồng.", ["Thu ngân sách"]),
    ("Tỷ lệ hộ dùng nước sạch là 75% và nước hợp vệ sinh là 99%.",
     ["Tỷ lệ hộ dùng nước sạch", "Nước hợp vệ sinh"]),
    ("So với năm 2025, thu ngân sách tăng 10%.", ["Thu ngân sách tăng"]),
    ("100% văn bản đi, đến được xử lý qua mạng.", ["Văn bản đi, đến được xử lý qua mạng"]),
    ("Xã đạt 17/19 tiêu chí.", ["Tiêu chí"]),
    ("Thi đua xây dựng hệ thống chính trị: 90% chi bộ vững mạnh.", ["Chi bộ vững mạnh"]),
    ("Có 03 tập thể và 05 cá nhân được tặng Bằng khen; 01 tập thể được tặng Cờ.",
     ["Tập thể được tặng Bằng khen", "Cá nhân được tặng Bằng khen", "Tập thể được tặng Cờ"]),
    ("Đàn lợn 5.100 con, đàn trâu, bò 420 con, tỷ lệ lợn, bò lai 60%.", ["Đàn lợn", "Đàn trâu, bò", "Tỷ lệ lợn, bò lai"]),
    ("100% khóm (7/7 khóm) đạt chuẩn văn hóa.", ["Khóm đạt chuẩn văn hóa"]),
    ("Mỗi chi hội có ít nhất 01 vườn mẫu.", ["Mỗi chi hội có vườn mẫu"]),
    ("Trường Mầm non có 04 giáo viên dạy giỏi.", ["Trường Mầm non có giáo viên dạy giỏi"]),
    ("Duy trì 2/2 trường đạt chuẩn quốc gia.", ["Duy trì trường đạt chuẩn quốc gia"]),
    ("Tỷ lệ hộ nghèo giảm từ 4,1% (cuối năm 2025) xuống còn 3,2%.", ["Tỷ lệ hộ nghèo"]),
    ("Từ 94% số hộ trở lên đạt danh hiệu hộ kiểu mẫu.", ["Số hộ đạt danh hiệu hộ kiểu mẫu"]),
    ("Mỗi xóm xây dựng được ít nhất 01 mô hình trồng cam.", ["Mỗi xóm xây dựng mô hình trồng cam"]),
    ("5/5 trường học đạt chuẩn xanh, sạch, đẹp.", ["Trường học đạt chuẩn xanh, sạch, đẹp"]),
    ("Trồng 4 ha rau, củ, quả theo hướng hữu cơ.", ["Trồng rau, củ, quả theo hướng hữu cơ"]),
    ("Thu quỹ xã hội do cấp trên giao đạt 100% kế hoạch.", ["Thu quỹ xã hội"]),
    ("Nâng tổng số lên 15 tiêu chí.", ["Nâng tổng số tiêu chí"]),
    ("Giữ vững 19/19 tiêu chí xã nông thôn mới.", ["Giữ vững tiêu chí xã nông thôn mới"]),
    ("Ngoài các chỉ tiêu trên, toàn xã phấn đấu làm 3 km đường hoa.", ["Làm đường hoa"]),
    ("Giảm 05 hộ nghèo, đến cuối năm không còn hộ nghèo.", ["Hộ nghèo"]),
    ("Thu bổ sung từ ngân sách cấp trên 2,5 tỷ đồng.", ["Thu bổ sung từ ngân sách cấp trên"]),
    ("thôn Đông và thôn Đoài đạt chuẩn kiểu mẫu.", ["Thôn Đông và thôn Đoài đạt chuẩn kiểu mẫu"]),
    ("Tích tụ đất: huyện giao 9 ha, xã giao 10 ha; thực hiện 12 ha.", ["Tích tụ đất"]),
    ("Phấn đấu nằm trong nhóm 3 xã dẫn đầu tỉnh.", ["Phấn đấu nằm trong nhóm 3 xã dẫn đầu tỉnh"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), INDICATORS, ids=[text for text, _ in INDICATORS])
def test_what_a_figure_is_of(text: str, names: list[str]) -> None:
    assert [t.indicator for t in plan_with(f"I. CHỈ TIÊU\n- {text}").targets] == names


PARTS = [
    (
        "Tỷ lệ lao động có tay nghề đạt 66%, trong đó có bằng, chứng chỉ 25%.",
        [("Tỷ lệ lao động có tay nghề", None), ("Bằng, chứng chỉ", 0)],
    ),
    (
        "Giá trị sản xuất: 300 tỷ đồng, trong đó: nông, lâm nghiệp 120 tỷ đồng; dịch vụ 180 tỷ đồng.",
        [("Giá trị sản xuất", None), ("Nông, lâm nghiệp", 0), ("Dịch vụ", 0)],
    ),
    ("Thủy sản 900 tấn (khai thác 500 tấn, nuôi 400 tấn).", [("Thủy sản", None), ("Khai thác", 0), ("Nuôi", 0)]),
    (
        "Tổng diện tích gieo trồng 900 ha, trong đó: lúa 600 ha, ngô 200 ha, rau 100 ha; tổng đàn bò 800 con.",
        [("Tổng diện tích gieo trồng", None), ("Lúa", 0), ("Ngô", 0), ("Rau", 0), ("Tổng đàn bò", None)],
    ),
    (
        "Giá trị sản xuất tăng 11%; trong đó: nông nghiệp tăng 4%; công nghiệp tăng 15%. Hộ nghèo còn 2%.",
        [("Giá trị sản xuất tăng", None), ("Nông nghiệp tăng", 0), ("Công nghiệp tăng", 0), ("Hộ nghèo", None)],
    ),
    (
        "Lao động qua đào tạo đạt 60%, trong đó có bằng cấp 25%, tỷ lệ thất nghiệp 2%.",
        [("Lao động qua đào tạo", None), ("Bằng cấp", 0), ("Tỷ lệ thất nghiệp", None)],
    ),
    (
        "Diện tích rừng: 80 ha (trong đó: rừng sản xuất 70 ha; rừng phòng hộ 10 ha).",
        [("Diện tích rừng", None), ("Rừng sản xuất", 0), ("Rừng phòng hộ", 0)],
    ),
    (
        "Có 94% hộ đạt gia đình văn hóa, trong đó 18% đạt loại tiêu biểu xuất sắc.",
        [("Hộ đạt gia đình văn hóa", None), ("Đạt loại tiêu biểu xuất sắc", 0)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS, ids=[text for text, _ in PARTS])
def test_what_trong_do_leads_to(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert [(t.indicator, t.parent) for t in plan_with(f"I. CHỈ TIÊU\n- {text}").targets] == expected


def test_what_is_said_once_for_two_counts_is_said_of_both() -> None:
    plan = plan_with("I. CHỈ TIÊU\n- Có 95% gia đình và 90% thôn đạt chuẩn văn hóa.")
    assert [(t.kind, t.indicator, t.parent) for t in plan.targets] == [
        ("composite", "Gia đình đạt chuẩn văn hóa, Thôn đạt chuẩn văn hóa", None),
        ("quantitative", "Gia đình đạt chuẩn văn hóa", 0),
        ("quantitative", "Thôn đạt chuẩn văn hóa", 0),
    ]


def test_lines_that_only_say_who_assigns_take_the_name_above_them() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\n1. Kinh tế\n- Thu ngân sách trên địa bàn:\n+ Tỉnh giao: 8 tỷ đồng.\n+ Xã phấn đấu: 9 tỷ đồng.\n"
        "2. Tỷ lệ tham gia bảo hiểm y tế\n- Tỉnh giao: 95%; xã phấn đấu: 96%."
    )
    assert [(t.indicator, [(v.value, v.assigned_by) for v in t.values]) for t in plan.targets] == [
        ("Thu ngân sách trên địa bàn", [(8, "tỉnh")]),
        ("Thu ngân sách trên địa bàn", [(9, None)]),
        ("Tỷ lệ tham gia bảo hiểm y tế", [(95, "tỉnh"), (96, None)]),
    ]


def test_items_below_a_topic_are_its_parts_and_items_below_an_organisation_are_its_own() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\n- Trồng trọt:\n+ Lúa: 300 ha.\n+ Ngô 40 ha.\n- Hội Nông dân xã:\n+ Trồng 500 cây xoài.\n"
        "- Tổng đàn gia súc 900 con, trong đó:\n+ Đàn trâu 200 con.\n+ Đàn bò 750 con."
    )
    assert [(t.kind, t.indicator, t.parent, t.responsible) for t in plan.targets] == [
        ("composite", "Trồng trọt", None, None),
        ("quantitative", "Trồng trọt: Lúa", 0, None),
        ("quantitative", "Trồng trọt: Ngô", 0, None),
        ("quantitative", "Trồng cây xoài", None, "Hội Nông dân xã"),
        ("quantitative", "Tổng đàn gia súc", None, None),
        ("quantitative", "Đàn trâu", 4, None),
        ("quantitative", "Đàn bò", 4, None),
    ]


def test_short_paragraphs_without_dashes_are_a_list_too() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\nCác chỉ tiêu chủ yếu như sau:\nTrạm y tế giữ vững chuẩn quốc gia.\nHộ nghèo còn 2%.\n"
        "Không để xảy ra cháy rừng.\nXã được công nhận đạt chuẩn an toàn."
    )
    assert [(t.kind, t.quote) for t in plan.targets] == [
        ("qualitative", "Trạm y tế giữ vững chuẩn quốc gia"),
        ("quantitative", "Hộ nghèo còn 2%"),
        ("qualitative", "Không để xảy ra cháy rừng"),
        ("qualitative", "Xã được công nhận đạt chuẩn an toàn"),
    ]


def test_what_organisations_promise_under_a_heading_of_their_own_is_no_target() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\n- Hộ nghèo còn 2%.\nII. CAM KẾT CỦA CÁC ĐOÀN THỂ\n1. Hội Nông dân xã\n"
        "- Phấn đấu 50 hộ đạt danh hiệu hộ giỏi."
    )
    assert [t.indicator for t in plan.targets] == ["Hộ nghèo"]
    assert [c.organisation for c in plan.commitments] == ["Hội Nông dân xã"]


CONTENTS = [
    (
        "Tập trung sản xuất, phấn đấu giá trị đạt 450 tỷ đồng, tăng 12%; thu nhập 68 triệu đồng. Thành lập 02 hợp tác xã.",
        [("Giá trị", 450), ("Thu nhập", 68), ("Thành lập hợp tác xã", 2)],
    ),
    ("Thi đua lao động, giữ vững 100% thôn văn hóa, hộ văn hóa đạt 95%.", [("Giữ vững thôn văn hóa", 100), ("Hộ văn hóa", 95)]),
    ("Phát triển đàn trâu, bò đạt 900 con; chính quyền đạt vững mạnh.",
     [("Phát triển đàn trâu, bò", 900), ("Chính quyền đạt vững mạnh", None)]),
    ("Diện tích mía nguyên liệu 85 ha; hằng tuần 100% hộ ra quân.",
     [("Diện tích mía nguyên liệu", 85), ("Hằng tuần hộ ra quân", 100)]),
    ("Có từ 88% hộ, 5/6 thôn và 100% cơ quan đạt chuẩn văn hóa.",
     [("Hộ đạt chuẩn văn hóa", 88), ("Thôn đạt chuẩn văn hóa", 5), ("Cơ quan đạt chuẩn văn hóa", 100)]),
    ("Phát huy kết quả đã trồng 50 ha rừng.", []),
    ("Các thôn nộp 02 báo cáo.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CONTENTS, ids=[text[:40] for text, _ in CONTENTS])
def test_a_plan_without_targets_of_its_own_has_them_among_its_contents(
    text: str, expected: list[tuple[str, float | None]]
) -> None:
    plan = plan_with(f"I. MỤC ĐÍCH\n- 100% đơn vị thi đua.\nII. NỘI DUNG THI ĐUA\n1. Lĩnh vực kinh tế\n- {text}")
    assert [(t.indicator, t.values[0].value if t.values else None) for t in plan.targets] == expected


def test_a_part_for_targets_is_read_whole_even_when_one_of_its_sections_repeats_the_word() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU THI ĐUA\n1. Xây dựng Đảng\n- Kết nạp 05 đảng viên.\n2. Chỉ tiêu của các đoàn thể\n"
        "a) Đối với Hội Nông dân:\n+ Phát triển 20 hội viên.\nb) Thôn Đông: 02 mô hình."
    )
    assert [(t.indicator, t.responsible) for t in plan.targets] == [
        ("Kết nạp đảng viên", None),
        ("Phát triển hội viên", "Hội Nông dân"),
        ("Mô hình", "Thôn Đông"),
    ]


ACHIEVERS = [
    "Chi bộ hoàn thành tốt nhiệm vụ trở lên đạt 95%",
    "Hợp tác xã hoạt động có hiệu quả: 80%",
    "Trường Mầm non, Tiểu học đạt chuẩn: 2/3 trường",
    "Tỷ lệ tập hợp hội viên: Hội Nông dân 75%, Hội Phụ nữ 80%",
]


@pytest.mark.parametrize("text", ACHIEVERS)
def test_what_becomes_of_an_organisation_is_no_promise_of_it(text: str) -> None:
    assert plan_with(f"I. CHỈ TIÊU\n- {text}.").commitments == ()


def test_titles_to_be_won_are_targets_when_nobody_promises_them() -> None:
    plan = plan_with(
        "I. MỤC ĐÍCH\n- Tạo khí thế.\nII. ĐĂNG KÝ DANH HIỆU THI ĐUA\n1. Tập thể: 100% thôn đạt danh hiệu văn hóa.\n"
        "2. Cá nhân: 100% công chức đăng ký “Lao động mẫu”."
    )
    assert [t.indicator for t in plan.targets] == ["Thôn đạt danh hiệu văn hóa", "Công chức đăng ký “Lao động mẫu”"]
    assert plan.commitments == ()


def test_fields_that_follow_parts_on_targets_are_parts_on_targets_too() -> None:
    plan = plan_with(
        "I. Chỉ tiêu về kinh tế\n1. Thu ngân sách: 3 tỷ đồng.\nII. Về quốc phòng - an ninh\n1. Giao quân: 8 đồng chí.\n"
        "III. Đối với MTTQ và các đoàn thể\n- Hội CCB: giúp đỡ 3 hộ.\nIV. Tổ chức thực hiện\n1. Các thôn nộp 02 báo cáo."
    )
    assert [(t.indicator, t.responsible) for t in plan.targets] == [
        ("Thu ngân sách", None),
        ("Giao quân", None),
        ("Giúp đỡ hộ", "Hội CCB"),
    ]


def test_several_aims_without_figures_in_one_item_are_a_whole_and_its_parts() -> None:
    plan = plan_with("I. CHỈ TIÊU\n- Công an đạt “Đơn vị mẫu”; Quân sự đạt “Vững mạnh”.")
    assert [(t.kind, t.quote, t.parent) for t in plan.targets] == [
        ("composite", "Công an đạt “Đơn vị mẫu”; Quân sự đạt “Vững mạnh”.", None),
        ("qualitative", "Công an đạt “Đơn vị mẫu”", 0),
        ("qualitative", "Quân sự đạt “Vững mạnh”", 0),
    ]


def test_a_caption_says_who_assigns_all_that_stands_below_it() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\n1. Chỉ tiêu tỉnh giao\n- Thu ngân sách 8 tỷ đồng.\n2. Chỉ tiêu xã phấn đấu\n- Thu ngân sách 9 tỷ đồng.\n"
        "3. Các chỉ tiêu khác\n- Chỉ tiêu HĐND xã giao:\n+ Trồng rừng 20 ha.\n- Nuôi 5 đàn ong."
    )
    assert [(t.indicator, [(v.value, v.assigned_by) for v in t.values]) for t in plan.targets] == [
        ("Thu ngân sách", [(8, "tỉnh")]),
        ("Thu ngân sách", [(9, None)]),
        ("Trồng rừng", [(20, "HĐND xã")]),
        ("Nuôi đàn ong", [(5, None)]),
    ]


@pytest.mark.parametrize(
    ("body", "quote"),
    [
        (
            "I. CHỈ TIÊU\nNgoài ra phấn đấu: giảm 9 hộ nghèo, 7 hộ cận nghèo; không để phát sinh khiếu kiện đông người; "
            "5/5 thôn đạt chuẩn văn hóa. Năm 2025 có 3/5 thôn đạt.",
            "không để phát sinh khiếu kiện đông người",
        ),
        (
            "I. NỘI DUNG THI ĐUA\n1. Thi đua chăm lo an sinh xã hội\n- Sửa 9 căn nhà; không còn gia đình có công ở nhà dột.",
            "không còn gia đình có công ở nhà dột",
        ),
    ],
)
def test_what_must_not_come_is_a_target_without_a_figure(body: str, quote: str) -> None:
    assert [t.quote for t in plan_with(body).targets if t.kind == "qualitative"] == [quote]
