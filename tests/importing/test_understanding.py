"""What the passes over the text understand: movements, bases, phases, tasks, commitments, theme, targets."""

from __future__ import annotations

import pytest

from tests.importing.plan_texts import read_text
from thidua_desktop.domain.plan.plans import Phase, Plan, Task
from thidua_desktop.importing.meaning.bases import legal_bases
from thidua_desktop.importing.meaning.movements import movements
from thidua_desktop.importing.meaning.organisations import organisation_at, owner_at
from thidua_desktop.importing.meaning.phases import find_phases
from thidua_desktop.importing.meaning.theme import find_theme

MOVEMENTS = [
    ("thực hiện phong trào “Ngày chủ nhật xanh”.", [("Ngày chủ nhật xanh", None)]),
    ('phong trào thi đua "Giỏi việc nước, đảm việc nhà".', [("Giỏi việc nước, đảm việc nhà", None)]),
    (
        "các phong trào do Thủ tướng Chính phủ phát động như: “A bốn chữ”; “B; có chấm phẩy”; các phong trào của phường như: “C năm chữ”",
        [("A bốn chữ", "Thủ tướng Chính phủ"), ("B; có chấm phẩy", "Thủ tướng Chính phủ"), ("C năm chữ", "phường")],
    ),
    ("Hội Mẫu phát động phong trào “Vườn mẫu”, phong trào “Nhà sạch”.", [("Vườn mẫu", "Hội Mẫu"), ("Nhà sạch", "Hội Mẫu")]),
    ("cuộc vận động “Toàn dân đoàn kết” do Mặt trận phát động", [("Toàn dân đoàn kết", "Mặt trận")]),
    ("phong trào thi đua xây dựng “chi bộ bốn tốt”, “đảng bộ bốn tốt”.", [("chi bộ bốn tốt", None), ("đảng bộ bốn tốt", None)]),
    ("đẩy mạnh phong trào thi đua dạy tốt, học tốt, công tác đền ơn", [("Dạy tốt, học tốt", None)]),
    ("cuộc vận động toàn dân đoàn kết xây dựng đời sống văn hóa và phong trào khỏe để bảo vệ Tổ quốc.",
     [("Toàn dân đoàn kết xây dựng đời sống văn hóa", None), ("Khỏe để bảo vệ Tổ quốc", None)]),
    ("gắn với phong trào học tập và làm theo phong cách Hồ Chí Minh, phong trào thi đua Dân vận khéo.", [("Dân vận khéo", None)]),
    ("cuộc vận động “Học tập và làm theo tấm gương đạo đức Hồ Chí Minh”", []),
    ("phát động phong trào thi đua năm 2026 với chủ đề: “Đoàn kết, sáng tạo”", []),
    ("phong trào thi đua yêu nước, các phong trào thi đua của xã", []),
    ("đạt tiêu chí “5 không, 3 sạch”, mô hình “Camera an ninh”, Quỹ “Vì người nghèo”", []),
    ("Chỉ thị 34 về “Tiếp tục đổi mới công tác thi đua”", []),
    ("phát động các phong trào thi đua, xây dựng cụm dân cư “Sáng – xanh – sạch – đẹp”", []),
    ("mô hình “Chính quyền thân thiện”", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MOVEMENTS, ids=[text[:50] for text, _ in MOVEMENTS])
def test_movements_and_traps(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(m.name, m.launcher) for m in movements([text])] == expected


def test_a_movement_named_twice_is_listed_once_with_its_launcher() -> None:
    found = movements(["phong trào “Ngày xanh”", 'Đoàn Mẫu phát động phong trào "Ngày xanh"'])
    assert [(m.name, m.launcher) for m in found] == [("Ngày xanh", "Đoàn Mẫu")]


BASES = [
    ("Căn cứ Luật Thi đua, khen thưởng số 06/2022/QH15 ngày 15/6/2022;", ("Luật", "06/2022/QH15", "2022-06-15", "Quốc hội")),
    ("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022 và", ("Luật", None, "2022-06-15", "Quốc hội")),
    ("Nghị định số: 91/2017/NĐ-CP ngày 31/7/2017 của Chính phủ quy định", ("Nghị định", "91/2017/NĐ-CP", "2017-07-31", "Chính phủ")),
    ("Kết luận số 70-KL/TU ngày 30/12/2023 của Tỉnh ủy về", ("Kết luận", "70-KL/TU", "2023-12-30", "Tỉnh ủy")),
    ("Kế hoạch số 07 /KH- UBND của UBND tỉnh về", ("Kế hoạch", "07/KH-UBND", None, "UBND tỉnh")),
    ("Chỉ thị 34-CT/TW của Bộ Chính trị", ("Chỉ thị", "34-CT/TW", None, "Bộ Chính trị")),
    ("Quyết định số 18/20202QĐ-UBND ngày 20/7/2020 của UBND tỉnh Mẫu", ("Quyết định", "18/20202QĐ-UBND", "2020-07-20", "UBND tỉnh Mẫu")),
    ("Căn cứ Luật Mẫu, ví dụ;", ("Luật", None, None, "Quốc hội")),
    ("Thực hiện Luật Mẫu, ví dụ năm 2022; các đơn vị thi đua.", ("Luật", None, None, "Quốc hội")),
    ("Công văn số 526/SGDĐT-TĐKT ngày 31/02/2016 của Sở", ("Công văn", "526/SGDĐT-TĐKT", None, "Sở")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BASES, ids=[text[:40] for text, _ in BASES])
def test_a_cited_document(text: str, expected: tuple[str, ...]) -> None:
    assert [(b.kind, b.number, b.date, b.issuer) for b in legal_bases([text])] == [expected]


def test_a_law_named_again_without_its_number_is_one_basis() -> None:
    found = legal_bases(["Căn cứ Luật Mẫu, ví dụ số 6/2022/QH15;", "Căn cứ Luật Mẫu, ví dụ năm 2022;"])
    assert [(b.number, b.quote) for b in found] == [("6/2022/QH15", "Luật Mẫu, ví dụ số 6/2022/QH15")]


def test_words_that_cite_no_document() -> None:
    assert (
        legal_bases(["Kế hoạch này", "Nghị quyết 5 năm", "theo quy định của pháp luật", "Luật đi vào cuộc sống"]) == ()
    )


PHASES = [
    (
        ["Đợt 1: Từ ngày 01/01/2026 đến ngày 30/4/2026, chào mừng 96 năm ngày thành lập Đảng. Hạn chót gửi báo cáo: 25/6/2026."],
        [Phase("Đợt 1", "2026-01-01", "2026-04-30", "2026-06-25", ("96 năm ngày thành lập Đảng",))],
    ),
    (
        ["1. Đợt I (từ 03/02 đến hết 19/5/2026)", "Kỷ niệm ngày sinh Bác (19/5).", "2. Đợt II (từ 20/5 đến 31/12)",
         "Báo cáo đợt I gửi trước ngày 25/5/2026, đợt II trước ngày 15/12."],
        [Phase("Đợt I", "2026-02-03", "2026-05-19", "2026-05-25", ("ngày sinh Bác (19/5)",)),
         Phase("Đợt II", "2026-05-20", "2026-12-31", "2026-12-15")],
    ),
    (["Đợt I: Quý I/2026", "Đợt II: Quý II và quý III/2026"],
     [Phase("Đợt I", "2026-01-01", "2026-03-31"), Phase("Đợt II", "2026-04-01", "2026-09-30")]),
    (["Đợt 1 từ tháng 01 đến tháng 6 năm 2026"], [Phase("Đợt 1", "2026-01-01", "2026-06-30")]),
    (["1. Thời gian: từ ngày 01/6/2026 đến ngày 31/8/2026"], [Phase("Cả đợt", "2026-06-01", "2026-08-31")]),
    (["Khen thưởng đợt 1 cho 5 người", "Đợt xét thứ hai: theo hướng dẫn"], []),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), PHASES, ids=[texts[0][:40] for texts, _ in PHASES])
def test_phases(texts: list[str], expected: list[Phase]) -> None:
    assert list(find_phases(texts, 2026)) == expected


OWNERS = [
    ("Giao Văn phòng HĐND và UBND xã chủ trì theo dõi.", "Văn phòng HĐND và UBND xã"),
    ("Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam xã tuyên truyền", "Ủy ban Mặt trận Tổ quốc Việt Nam xã"),
    ("Các ban ngành, hội đoàn thể phường bám sát kế hoạch", "Các ban ngành, hội đoàn thể phường"),
    ("Công chức Tài chính - Kế toán: Cân đối kinh phí.", "Công chức Tài chính - Kế toán"),
    ("Căn cứ vào nội dung trên, các cơ quan, đơn vị xây dựng kế hoạch", "các cơ quan, đơn vị"),
    ("Đối với Khối UBND xã", "Khối UBND xã"),
    ("Tổ chức thực hiện tốt Chỉ thị", None),
    ("Ban hành quy định mới", None),
    ("Thực hiện tốt công tác quản lý nhà nước", None),
]


@pytest.mark.parametrize(("text", "owner"), OWNERS, ids=[text[:40] for text, _ in OWNERS])
def test_who_a_task_speaks_to(text: str, owner: str | None) -> None:
    assert owner_at(text) == owner


@pytest.mark.parametrize(
    ("text", "organisation"),
    [("Hội CCB phát động", "Hội CCB"), ("Đoàn Thanh niên: Phát động", "Đoàn Thanh niên"), ("UBMTTQ xã tuyên truyền", "UBMTTQ xã"),
     ("Tỷ lệ hộ nghèo đạt", None), ("Các hội tổ chức", None)],
)  # fmt: skip
def test_a_member_organisation(text: str, organisation: str | None) -> None:
    assert organisation_at(text) == organisation


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Phát động thi đua với chủ đề: “Tiếp tục đổi mới; sáng tạo”.", "Tiếp tục đổi mới; sáng tạo"),
        ("Chủ đề thi đua xuyên suốt năm 2026: “Đoàn kết, kỷ cương, sáng tạo”.", "Đoàn kết, kỷ cương, sáng tạo"),
        ("Hưởng ứng chủ đề “Năm chuyển đổi số”.", None),
        ("Không có gì.", None),
    ],
)
def test_the_theme(text: str, theme: str | None) -> None:
    assert find_theme([text], ()) == theme


@pytest.mark.parametrize(
    "title",
    [
        "Thi đua năm 2026\n(Chủ đề: “Kỷ cương, đổi mới, về đích”)",
        "Thi đua năm 2026\nvới chủ đề “Kỷ cương, đổi mới, về đích”",
    ],
    ids=["dưới trích yếu", "trong trích yếu"],
)
def test_a_theme_at_the_title(title: str) -> None:
    plan = read_text(f"KẾ HOẠCH\n{title}\n\nI. NỘI DUNG\n- Một việc.").plan
    assert plan.theme == "Kỷ cương, đổi mới, về đích"
    assert "(" not in plan.title
    assert all(title.split("\n")[1] in text for text in (plan.title, *(p.text for p in plan.preamble))[-1:])


def test_a_theme_in_a_section_of_its_own() -> None:
    assert read_text(
        "KẾ HOẠCH\nThi đua năm 2026\nI. CHỦ ĐỀ\nĐoàn kết, kỷ cương, về đích\nII. NỘI DUNG\n- Một việc."
    ).plan.theme == ("Đoàn kết, kỷ cương, về đích")


def plan_with(body: str) -> Plan:
    return read_text(f"KẾ HOẠCH\nThi đua năm 2026\n{body}").plan


def test_parts_after_trong_do_belong_to_the_whole_while_they_add_up() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\n- Tổng giá trị: 60 tỷ đồng. Trong đó:\n- Dịch vụ: 40 tỷ.\n- Nông nghiệp: 20 tỷ đồng.\n- Đầu tư: 5 tỷ đồng."
    )
    assert [(t.indicator, t.parent) for t in plan.targets] == [
        ("Tổng giá trị", None),
        ("Dịch vụ", 0),
        ("Nông nghiệp", 0),
        ("Đầu tư", None),
    ]


def test_an_item_with_a_lead_is_a_whole_with_parts() -> None:
    plan = plan_with("I. CHỈ TIÊU\n- Chăn nuôi: Đàn trâu, bò: 220 con; Tổng đàn lợn: 4.900 con.")
    assert [(t.kind, t.indicator, t.parent) for t in plan.targets] == [
        ("composite", "Chăn nuôi", None),
        ("quantitative", "Chăn nuôi: Đàn trâu, bò", 0),
        ("quantitative", "Chăn nuôi: Tổng đàn lợn", 0),
    ]


INDICATORS = [
    ("Giúp 07 hộ phụ nữ làm kinh tế.", ["Giúp hộ phụ nữ làm kinh tế"]),
    ("Xây dựng 02 mô hình ủ rác hữu cơ.", ["Xây dựng mô hình ủ rác hữu cơ"]),
    ("Trồng 30 ha rừng sản xuất.", ["Trồng rừng sản xuất"]),
    ("Vận động 20 triệu đồng ủng hộ Quỹ Khuyến học.", ["Vận động ủng hộ Quỹ Khuyến học"]),
    ("Trồng mới 900 cây xanh trong quý I.", ["Trồng mới cây xanh"]),
    ("Hơn 90% hộ có nước máy.", ["Hộ có nước máy"]),
    ("Không quá 03 vụ cháy.", ["Vụ cháy"]),
    ("Kéo giảm 8% số vụ trộm cắp tài sản.", ["Số vụ trộm cắp tài sản"]),
    ("Giữ vững 16 tiêu chí đô thị văn minh.", ["Giữ vững tiêu chí đô thị văn minh"]),
    ("Hoàn thành 100% chỉ tiêu tuyển sinh.", ["Hoàn thành chỉ tiêu tuyển sinh"]),
    ("Tạo việc làm cho 300 lao động.", ["Tạo việc làm cho lao động"]),
    ("Đến cuối năm 2026 có 3 trường đạt chuẩn.", ["Trường đạt chuẩn"]),
    ("Toàn xã có 85% hộ gia đình đạt chuẩn văn hóa.", ["Hộ gia đình đạt chuẩn văn hóa"]),
    ("9/9 trường học, trạm y tế đạt chuẩn văn hóa.", ["Trường học, trạm y tế đạt chuẩn văn hóa"]),
    ("Thu gom 95% trở lên rác thải.", ["Thu gom rác thải"]),
    ("Tỷ lệ người dân đi bầu đạt tối thiểu 95%.", ["Tỷ lệ người dân đi bầu"]),
    ("Tỷ lệ hộ khó khăn không quá 4%.", ["Tỷ lệ hộ khó khăn"]),
    ("Độ che phủ rừng ở mức 41%.", ["Độ che phủ rừng"]),
    ("Tỷ lệ hộ nghèo giảm từ 3% xuống còn 2%.", ["Tỷ lệ hộ nghèo"]),
    ("Bàn giao mặt bằng 5,2 ha.", ["Bàn giao mặt bằng"]),
    ("Y tế: Tỷ lệ trẻ được tiêm đủ mũi đạt 98%.", ["Tỷ lệ trẻ được tiêm đủ mũi"]),
    ("Văn hóa: 90% thôn giữ danh hiệu.", ["Thôn giữ danh hiệu"]),
    ("Thu ngân sách nhà nước: thị xã giao: 12 tỷ đồng.", ["Thu ngân sách nhà nước"]),
    ("Y tế: Trạm y tế phục vụ 900 lượt, 02/03 phòng khám đạt chuẩn.", ["Trạm y tế phục vụ", "Phòng khám đạt chuẩn"]),
    ("Chăn nuôi: Đàn dê, cừu: 90 con.", ["Chăn nuôi", "Chăn nuôi: Đàn dê, cừu"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), INDICATORS, ids=[text for text, _ in INDICATORS])
def test_an_indicator_is_a_name_that_stands_alone(text: str, names: list[str]) -> None:
    assert [t.indicator for t in plan_with(f"I. CHỈ TIÊU\n- {text}").targets] == names


def test_what_two_levels_assign_is_one_target() -> None:
    for text in (
        "Tỷ lệ người dân có thẻ: tỉnh giao 95%; HĐND xã giao 90%.",
        "Tỷ lệ người dân có thẻ: tỉnh giao 95%. HĐND xã giao 90%.",
        "Tỷ lệ người dân có thẻ: tỉnh giao 95%, HĐND xã giao 90%.",
    ):
        (target,) = plan_with(f"I. CHỈ TIÊU\n- {text}").targets
        assert target.indicator == "Tỷ lệ người dân có thẻ"
        assert [(v.value, v.assigned_by) for v in target.values] == [(95, "tỉnh"), (90, "HĐND xã")]
        assert target.quote == text.rstrip(".")


def test_a_part_after_trong_do_belongs_to_its_own_sentence() -> None:
    whole, part = plan_with("I. CHỈ TIÊU\n- Giảm tỷ lệ hộ nghèo xuống còn 3%, trong đó hộ có trẻ em giảm 1%.").targets
    assert [(v.value, v.comparator) for v in (*whole.values, *part.values)] == [(3, "còn"), (1, "giảm")]
    assert (part.indicator, part.parent) == ("Hộ có trẻ em", 0)


def test_two_counts_in_one_sentence_keep_their_own_comparators() -> None:
    targets = plan_with("I. CHỈ TIÊU\n- Thành lập mới 03 tổ hợp tác và từ 05 doanh nghiệp trở lên.").targets
    assert [(t.indicator, t.values[0].value, t.values[0].comparator) for t in targets] == [
        ("Thành lập mới tổ hợp tác", 3, "="),
        ("Doanh nghiệp", 5, ">="),
    ]


def test_dwellings_and_workplaces_are_two_targets() -> None:
    plan = plan_with("I. CHỈ TIÊU\n- Có 96% gia đình và 100% tổ dân phố, cơ quan đạt chuẩn văn hóa.")
    assert [[v.value for v in t.values] for t in plan.targets] == [[], [96], [100], [100]]


def test_targets_stand_in_the_narrowest_section_that_speaks_of_them() -> None:
    plan = plan_with(
        "I. NỘI DUNG VÀ CHỈ TIÊU\n1. Nội dung thi đua\n- Làm 5 việc tốt.\n2. Chỉ tiêu thi đua\n- Đạt 5%.\n- Trạm y tế đạt chuẩn."
    )
    assert [(t.quote, t.kind, t.group) for t in plan.targets] == [
        ("Đạt 5%", "quantitative", "2. Chỉ tiêu thi đua"),
        ("Trạm y tế đạt chuẩn", "qualitative", "2. Chỉ tiêu thi đua"),
    ]


def test_an_organisation_in_the_heading_answers_for_the_targets_below() -> None:
    plan = plan_with("I. CHỈ TIÊU CỦA CÁC ĐƠN VỊ\n1. Hội Nông dân xã\n- Phát triển 25 hội viên.\n- Trồng 300 cây xoài.")
    assert [(t.responsible, t.values[0].value) for t in plan.targets] == [
        ("Hội Nông dân xã", 25),
        ("Hội Nông dân xã", 300),
    ]
    assert [c.organisation for c in plan.commitments] == ["Hội Nông dân xã", "Hội Nông dân xã"]


def test_several_targets_in_one_sentence_that_strives() -> None:
    plan = plan_with(
        "I. DANH HIỆU\nPhấn đấu 60% cá nhân đạt “Lao động mẫu”, không quá 10% đạt “Chiến sĩ mẫu”; 03 tập thể được tặng khen."
    )
    assert [(t.values[0].value, t.values[0].comparator) for t in plan.targets] == [(60, "="), (10, "<="), (3, "=")]


def test_a_plan_without_headings_has_targets_and_phases() -> None:
    plan = plan_with(
        "UBND xã Ví Dụ phát động thi đua. Phấn đấu toàn xã có 80% hộ đạt chuẩn, tỷ lệ hộ nghèo còn 2%.\n"
        "Thời gian: đợt 1 từ nay đến 30/6/2026, đợt 2 từ 01/7/2026 đến 15/12/2026."
    )
    assert [(t.indicator, t.values[0].value) for t in plan.targets] == [("Hộ đạt chuẩn", 80), ("Tỷ lệ hộ nghèo", 2)]
    assert [(p.start, p.end) for p in plan.phases] == [(None, "2026-06-30"), ("2026-07-01", "2026-12-15")]


def test_outside_the_target_section_only_what_is_striven_for_counts() -> None:
    plan = plan_with("I. NỘI DUNG\n- Phấn đấu 100% hộ dân tham gia.\n- Tỷ lệ khen thưởng không quá 20%.")
    assert [t.quote for t in plan.targets] == ["Phấn đấu 100% hộ dân tham gia"]


TABLE = """I. CHỈ TIÊU
TT | Chỉ tiêu | Đơn vị tính | Thực hiện năm 2025 | Kế hoạch năm 2026
I | Kinh tế | | |
1 | Thu ngân sách | tỷ đồng | 4,2 | 5,5
2 | Hộ nghèo | % | 1,3 | ≤ 1
II. ĐĂNG KÝ THI ĐUA CỦA CÁC TỔ CHỨC
TT | Tổ chức | Nội dung cam kết | Số lượng
1 | Hội Nông dân | Vườn mẫu | 5 vườn
2 | Hội Phụ nữ | Nhà sạch | 20 hộ"""


def test_a_table_of_targets_and_a_table_of_commitments() -> None:
    plan = plan_with(TABLE)
    assert [(t.indicator, t.group, [(v.value, v.unit, v.comparator) for v in t.values]) for t in plan.targets] == [
        ("Thu ngân sách", "Kinh tế", [(5.5, "tỷ đồng", "=")]),
        ("Hộ nghèo", "Kinh tế", [(1, "%", "<=")]),
    ]
    assert [(c.organisation, c.quote, [(v.value, v.unit) for v in c.values]) for c in plan.commitments] == [
        ("Hội Nông dân", "Vườn mẫu", [(5, "vườn")]),
        ("Hội Phụ nữ", "Nhà sạch", [(20, "hộ")]),
    ]


def test_rows_of_a_target_table_say_more_than_figures() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\nTT | Chỉ tiêu | Đơn vị tính | Kế hoạch năm 2026\n1 | Số hộ nghèo giảm | hộ | 30\n"
        " | Trong đó: hộ neo đơn | hộ | 4\n2 | Cải cách hành chính | | Xếp loại khá trở lên"
    )
    assert [(t.indicator, t.kind, t.parent, [v.comparator for v in t.values]) for t in plan.targets] == [
        ("Số hộ nghèo giảm", "quantitative", None, ["giảm"]),
        ("Hộ neo đơn", "quantitative", 0, ["="]),
        ("Cải cách hành chính: Xếp loại khá trở lên", "qualitative", None, []),
    ]


def test_a_table_of_tasks() -> None:
    plan = plan_with(
        "I. PHÂN CÔNG\nTT | Nội dung công việc | Đơn vị chủ trì | Phối hợp | Thời hạn\n"
        "1 | Phát động thi đua | Phòng Mẫu | Các thôn | Trước 20/01/2026\n2 | Ký giao ước | Ban Mẫu | | Tháng 02/2026\n"
        "3 | Sơ kết | Phòng Mẫu | | Quý II/2026\n4 | Kiểm tra | Phòng Mẫu | | Thường xuyên"
    )
    assert plan.commitments == ()
    assert plan.tasks == (
        Task("Phòng Mẫu", "Phát động thi đua", "Các thôn", "2026-01-20"),
        Task("Ban Mẫu", "Ký giao ước", None, "2026-02-28"),
        Task("Phòng Mẫu", "Sơ kết", None, "2026-06-30"),
        Task("Phòng Mẫu", "Kiểm tra"),
    )


@pytest.mark.parametrize(
    ("asked", "helpers"),
    [("Hội đồng nhân dân và Ủy ban nhân dân xã", "Hội đồng nhân dân và Ủy ban nhân dân xã"), ("Hội Mẫu và đôn đốc", "Hội Mẫu")],
)  # fmt: skip
def test_who_helps_may_be_two_names_joined_by_and(asked: str, helpers: str) -> None:
    plan = plan_with(f"I. TỔ CHỨC THỰC HIỆN\n- Phòng Mẫu phối hợp với {asked} hướng dẫn các đơn vị đăng ký.")
    assert [task.helpers for task in plan.tasks] == [helpers]


def test_commitments_among_the_targets_and_under_a_heading() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\n- Hội CCB vận động hội viên xây dựng 78 hố rác.\nII. CAM KẾT CỦA CÁC TỔ CHỨC\n"
        "1. Đoàn Thanh niên: trồng 500 cây xanh; giúp 3 hộ.\n2. Hội Nông dân xã\n- Xây dựng 05 vườn rau."
    )
    assert [(c.organisation, [v.value for v in c.values]) for c in plan.commitments] == [
        ("Hội CCB", [78]),
        ("Đoàn Thanh niên", [500]),
        ("Đoàn Thanh niên", [3]),
        ("Hội Nông dân xã", [5]),
    ]
    assert [t.responsible for t in plan.targets] == ["Hội CCB"]


def test_an_office_before_a_colon_commits_too() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\n- Thu ngân sách đạt 5 tỷ đồng.\nII. CÁC ĐƠN VỊ CAM KẾT\n- Hội Nông dân xã: Trồng 6 ha rừng.\n"
        "- Phòng Kinh tế: Xây dựng 02 mô hình.\n- Trung tâm Phục vụ hành chính công: 98% hồ sơ đúng hạn."
    )
    assert [c.organisation for c in plan.commitments] == [
        "Hội Nông dân xã",
        "Phòng Kinh tế",
        "Trung tâm Phục vụ hành chính công",
    ]


@pytest.mark.parametrize(
    ("line", "commits"),
    [
        ("Hội LHPN vận động hội viên quét dọn đường làng hằng tháng", True),
        ("Đoàn Thanh niên xây dựng mô hình “Thắp sáng đường quê”", True),
        ("Hội CCB thực hiện chỉnh trang cảnh quan các thôn còn lại", True),
        ("Hội Nông dân tuyên truyền nâng cao nhận thức của hội viên", False),
    ],
)
def test_words_that_say_how_much_or_how_often_make_a_commitment_without_a_figure(line: str, commits: bool) -> None:
    plan = plan_with(f"I. CHỈ TIÊU\n- {line}.\n- Thu ngân sách đạt 5 tỷ đồng.")
    assert [commitment.quote for commitment in plan.commitments] == ([line] if commits else [])
