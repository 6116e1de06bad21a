"""Tables of targets and of commitments as offices set them: heads of two rows, ditto marks, columns by organisation."""

from __future__ import annotations

import pytest

from tests.importing.plan_texts import read_text
from thidua_desktop.domain.plan.plans import Plan


def plan_with(body: str) -> Plan:
    return read_text(f"KẾ HOẠCH\nThi đua năm 2026\n{body}").plan


Figures = list[tuple[float | None, str, str, str | None]]


def figures_of(plan: Plan) -> list[tuple[str, Figures]]:
    return [(t.indicator, [(v.value, v.unit, v.comparator, v.assigned_by) for v in t.values]) for t in plan.targets]


TWO_LEVELS = [
    (("tỉnh", 1210), (None, 1250)),
    (("tỉnh", 805), (None, 810)),
    (("tỉnh", 12), (None, 14)),
]
HEADS = [
    "STT | Nội dung | Đơn vị tính | Thực hiện năm 2025 | Năm 2026 | Năm 2026\n"
    "STT | Nội dung | Đơn vị tính | Thực hiện năm 2025 | Tỉnh giao | Xã phấn đấu",
    "STT | Nội dung | Đơn vị tính | Thực hiện năm 2025 | Năm 2026 |\n"
    " | | | | Tỉnh giao | Xã phấn đấu",
    "STT | Nội dung | Đơn vị tính | Thực hiện năm 2025 | Kế hoạch năm 2026\n"
    " | | | | Tỉnh giao | Xã phấn đấu",
    "STT | Nội dung | Đơn vị tính | Thực hiện năm 2025 | Tỉnh giao | Xã phấn đấu\n"
    "A | B | 1 | 2 | 3 | 4",
]  # fmt: skip


@pytest.mark.parametrize("head", HEADS, ids=["gộp ô, nhắc lại", "ô trống", "ô rộng", "dòng số cột"])
def test_a_head_of_two_rows(head: str) -> None:
    plan = plan_with(
        f'I. CHỈ TIÊU\n{head}\n1 | Diện tích gieo trồng | Ha | 1.200 | 1.210 | 1.250\n | - Lúa | " | 800 | 805 | 810\n'
        "2 | Kết nạp đảng viên | Đ/c | 10 | 12 | 14"
    )
    assert [t.indicator for t in plan.targets] == ["Diện tích gieo trồng", "Lúa", "Kết nạp đảng viên"]
    assert [t.parent for t in plan.targets] == [None, 0, None]
    assert [{v.unit for v in t.values} for t in plan.targets] == [{"ha"}, {"ha"}, {"đồng chí"}]
    assert [tuple((v.assigned_by, v.value) for v in t.values) for t in plan.targets] == TWO_LEVELS


def test_neither_last_year_nor_a_comparison_is_a_target() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\nTT | Chỉ tiêu | ĐVT | Kế hoạch năm 2025 | Ước TH năm 2025 | Kế hoạch năm 2026 | So sánh (%)\n"
        "1 | Thu ngân sách | Triệu đồng | 4.000 | 4.200 | 4.500 | 107,1"
    )
    assert figures_of(plan) == [("Thu ngân sách", [(4500, "triệu đồng", "=", None)])]


CELLS = [
    ("%", "≥ 95", (95, "%", ">=")),
    ("Ha", "Từ 30 trở lên", (30, "ha", ">=")),
    ("%", "Dưới 2", (2, "%", "<")),
    ("%", "Giảm 0,5", (0.5, "%", "giảm")),
    ("Thôn", "5/6", (5, "thôn", "=")),
    ("Tr.đồng/người", "70", (70, "triệu đồng/người", "=")),
    ("1.000 đồng", "4.500", (4500, "nghìn đồng", "=")),
    ("", "12 công trình", (12, "công trình", "=")),
    ("LĐ", "150", (150, "lao động", "=")),
]


@pytest.mark.parametrize(("unit", "cell", "expected"), CELLS, ids=[cell for _, cell, _ in CELLS])
def test_a_cell_and_its_unit(unit: str, cell: str, expected: tuple[float, str, str]) -> None:
    plan = plan_with(f"I. CHỈ TIÊU\nTT | Tên chỉ tiêu | ĐVT | Kế hoạch năm 2026\n1 | Chỉ số mẫu | {unit} | {cell}")
    assert [(v.value, v.unit, v.comparator) for t in plan.targets for v in t.values] == [expected]


def test_who_answers_for_a_target_does_not_make_the_table_one_of_commitments() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\nTT | Tên chỉ tiêu | Đơn vị | Kế hoạch năm 2026 | Cơ quan theo dõi\n1 | Tỷ lệ BHYT | % | 95 | Phòng Mẫu"
    )
    assert [(t.indicator, t.responsible) for t in plan.targets] == [("Tỷ lệ BHYT", "Phòng Mẫu")]
    assert plan.commitments == ()


PROMISED = [
    (
        "Đơn vị | Nội dung giao ước | Số lượng\nHội Nông dân xã | Trồng cây | 500 cây\n | Giúp hội viên | 3 hộ",
        [("Hội Nông dân xã", "Trồng cây", 500, "cây"), ("Hội Nông dân xã", "Giúp hội viên", 3, "hộ")],
    ),
    (
        "TT | Thôn | Gia đình văn hóa (%) | Hộ thoát nghèo\n1 | Thôn Đông | 95 | 2 hộ\n2 | Thôn Tây | 93 | 3 hộ",
        [("Thôn Đông", "Gia đình văn hóa", 95, "%"), ("Thôn Đông", "Hộ thoát nghèo", 2, "hộ"),
         ("Thôn Tây", "Gia đình văn hóa", 93, "%"), ("Thôn Tây", "Hộ thoát nghèo", 3, "hộ")],
    ),
    (
        "Tổ chức | Nội dung\nHội Nông dân | - Trồng 500 cây; - Giúp 03 hộ\nĐoàn Thanh niên | Làm 01 sân chơi",
        [("Hội Nông dân", "Trồng 500 cây", 500, "cây"), ("Hội Nông dân", "Giúp 03 hộ", 3, "hộ"),
         ("Đoàn Thanh niên", "Làm 01 sân chơi", 1, "sân")],
    ),
    (
        "TT | Tên thôn | Giảm nghèo (hộ) | BHYT (%)\n1 | Đông Thành | 3 | 95\n | Tổng | 3 |",
        [("Đông Thành", "Giảm nghèo", 3, "hộ"), ("Đông Thành", "BHYT", 95, "%")],
    ),
    (
        "Chỉ tiêu | Thôn 1 | Thôn 2\nHộ thoát nghèo | 3 hộ | 2 hộ",
        [("Thôn 1", "Hộ thoát nghèo", 3, "hộ"), ("Thôn 2", "Hộ thoát nghèo", 2, "hộ")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "expected"),
    PROMISED,
    ids=["theo dòng", "mỗi thôn một dòng", "cả trong một ô", "cột tên thôn", "mỗi thôn một cột"],
)
def test_what_organisations_commit_to_in_a_table(table: str, expected: list[tuple[str, str, float, str]]) -> None:
    plan = plan_with(f"I. GIAO ƯỚC\n{table}")
    assert [(c.organisation, c.quote, v.value, v.unit) for c in plan.commitments for v in c.values] == expected
    assert plan.targets == ()


def test_a_table_set_with_tabs() -> None:
    rows = [
        "TT\tChỉ tiêu\tĐVT\tTH 2025\tTỉnh giao 2026",
        "1\tThu ngân sách\tTỷ đồng\t5\t6,5",
        "2\tTỷ lệ hộ nghèo\t%\t4,1\t3,5",
    ]
    plan = plan_with("I. CHỈ TIÊU\n" + "\n".join(rows) + "\nII. NỘI DUNG\n- Một việc.")
    assert figures_of(plan) == [
        ("Thu ngân sách", [(6.5, "tỷ đồng", "=", "tỉnh")]),
        ("Tỷ lệ hộ nghèo", [(3.5, "%", "=", "tỉnh")]),
    ]


def test_a_unit_in_the_brackets_of_an_indicator_and_a_head_in_capitals() -> None:
    plan = plan_with(
        "I. CHỈ TIÊU\nTT | NỘI DUNG | CHỈ TIÊU HUYỆN GIAO | XÃ PHẤN ĐẤU\n1 | Thu ngân sách (tỷ đồng) | 5 | 5,5\n"
        "1.1 | Thuế (tỷ đồng) | 2 | 2,5"
    )
    assert figures_of(plan) == [
        ("Thu ngân sách", [(5, "tỷ đồng", "=", "huyện"), (5.5, "tỷ đồng", "=", None)]),
        ("Thuế", [(2, "tỷ đồng", "=", "huyện"), (2.5, "tỷ đồng", "=", None)]),
    ]
    assert [t.parent for t in plan.targets] == [None, 0]


def test_who_leads_goes_on_over_the_rows_of_a_merged_cell() -> None:
    plan = plan_with(
        "I. PHÂN CÔNG\nTT | Nội dung công việc | Chủ trì | Thời hạn\n1 | Phát động | Phòng Mẫu | Tháng 1\n2 | Sơ kết | | Tháng 6"
    )
    assert [(t.assignee, t.summary) for t in plan.tasks] == [("Phòng Mẫu", "Phát động"), ("Phòng Mẫu", "Sơ kết")]


DUTIES = [
    "TT | Đơn vị | Nhiệm vụ | Thời gian\n1 | Phòng Mẫu | Theo dõi | Tháng 6/2026",
    "Đơn vị | Nhiệm vụ\nPhòng Mẫu | Theo dõi",
    "TT | Phong trào | Cơ quan chủ trì | Cơ quan phối hợp\n1 | Theo dõi | Phòng Mẫu | Các thôn",
]


@pytest.mark.parametrize("table", DUTIES, ids=["có thời gian", "hai cột", "theo phong trào"])
def test_tables_of_duties(table: str) -> None:
    plan = plan_with(f"I. PHÂN CÔNG\n{table}")
    assert [(t.assignee, t.summary) for t in plan.tasks] == [("Phòng Mẫu", "Theo dõi")]
    assert plan.commitments == ()
