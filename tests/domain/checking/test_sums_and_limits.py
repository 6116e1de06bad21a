"""Parts that are told beside their total, and figures that are limits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.checking.clean_plans import YEARLY
from thidua_desktop.domain.checking import CheckRules, check_plan
from thidua_desktop.domain.plan.plans import Target, TargetValue, Task
from thidua_desktop.domain.richtext import plain


@pytest.fixture
def said(rules: CheckRules):
    def run(*lines: str, code: str, **change: object) -> list[str]:
        plan = replace(YEARLY, closing=tuple(map(plain, lines)), **change)
        return [found.quote for found in check_plan(plan, (), rules, lines) if found.code == code]

    return run


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        (
            "- Xóa 40 nhà tạm (xây mới 27, sửa chữa 11).",
            "Xóa 40 nhà tạm (xây mới 27, sửa chữa 11)",
        ),
        (
            "- Phấn đấu xóa hết nhà tạm (40 nhà), trong đó xây mới 27 nhà, sửa chữa 11 nhà.",
            "Phấn đấu xóa hết nhà tạm (40 nhà), trong đó xây mới 27 nhà, sửa chữa 11 nhà.",
        ),
        (
            "Xây dựng 10 mô hình, trong đó nông thôn 05, trường học 03, công an 01.",
            "Xây dựng 10 mô hình, trong đó nông thôn 05, trường học 03, công an 01.",
        ),
        (
            "có 05 sản phẩm được công nhận, gồm: 01 sản phẩm 4 sao, 03 sản phẩm 3 sao",
            "có 05 sản phẩm được công nhận, gồm: 01 sản phẩm 4 sao, 03 sản phẩm 3 sao",
        ),
        (
            "Tổng thu ngân sách 9,8 tỷ đồng, trong đó: thu tại xã 3,2 tỷ đồng; thu bổ sung 6,1 tỷ đồng",
            "Tổng thu ngân sách 9,8 tỷ đồng, trong đó: thu tại xã 3,2 tỷ đồng; thu bổ sung 6,1 tỷ đồng",
        ),
        (
            "Kinh phí 90 triệu đồng từ ngân sách và các nguồn xã hội hóa khác, trong đó: thưởng 60 triệu đồng; họp 35 triệu đồng",
            "Kinh phí 90 triệu đồng từ ngân sách và các nguồn xã hội hóa khác, trong đó: thưởng 60 triệu đồng; họp 35 triệu đồng",
        ),
        ("Trồng 50 ha cây (cam 20 ha, bưởi 28 ha)", "Trồng 50 ha cây (cam 20 ha, bưởi 28 ha)"),
    ],
)
def test_parts_that_miss_their_total_are_told_from_the_indicator_on(said, line: str, quote: str) -> None:
    assert said(line, code="SUM_MISMATCH") == [quote]


@pytest.mark.parametrize(
    "line",
    [
        "Xóa 40 nhà tạm (xây mới 27, sửa chữa 13)",
        "Xây dựng 09 mô hình, trong đó nông thôn 05, trường học 03, công an 01",
        "có 04 sản phẩm, gồm: 01 sản phẩm 4 sao, 03 sản phẩm 3 sao",
        "có 04 sản phẩm, trong đó 01 sản phẩm 4 sao, 02 sản phẩm 3 sao",  # the others are not told
        "Trồng 10 ha rừng (quý I 5 ha, 4 hộ tham gia)",
        "Giảm 10 hộ (từ 25 xuống 15), tăng 12 hộ (năm 2025: 10 hộ)",
        "Năm 2026 (tháng 6, tháng 12) tổ chức 2 đợt; 10 hộ (thôn 1, thôn 8)",
        "Đạt 95% (xây mới 50%, sửa chữa 40%)",
        "thành lập 3 tổ, gồm 12 người, 15 người và 20 người",
        "tổ gồm: 01 tổ trưởng, 02 tổ phó, 05 thành viên",
        "Cả năm 20 buổi, trong đó 11 buổi ở thôn, 8 buổi dành cho nữ",
        "01 đồng chí Phó Chủ tịch phụ trách, gồm các thành viên ở 06 thôn, 02 trường",
        "phấn đấu 10 tiêu chí (tiêu chí 5, tiêu chí 4)",
    ],
)
def test_figures_that_are_no_parts_are_let_stand(said, line: str) -> None:
    assert said(line, code="SUM_MISMATCH") == []


@pytest.mark.parametrize(
    ("quote", "comparator", "given", "own", "is_told"),
    [
        ("Đất trồng để không: tỉnh giao không quá 15 ha, HĐND xã giao 10 ha", "<=", 15.0, 10.0, False),
        ("Đất trồng để không: tỉnh giao không quá 15 ha, HĐND xã giao 18 ha", "<=", 15.0, 18.0, True),
        ("Đất bị bỏ hoang: tỉnh giao 15 ha, HĐND xã giao 10 ha", "=", 15.0, 10.0, False),
        ("Đất trồng rừng: tỉnh giao 15 ha, HĐND xã giao 10 ha", "=", 15.0, 10.0, True),
    ],
)
def test_below_a_limit_is_better(said, quote: str, comparator: str, given: float, own: float, is_told: bool) -> None:
    values = (
        TargetValue(given, "ha", comparator=comparator, assigned_by="tỉnh"),
        TargetValue(own, "ha", assigned_by="HĐND xã"),
    )
    told = said(quote, code="TARGET_WEAKER_THAN_ASSIGNED", targets=(Target(quote, quote, values=values),))
    assert bool(told) == is_told


@pytest.mark.parametrize(
    ("line", "quotes"),
    [
        ("«Dân vận khéo» và “Tuổi trẻ xung kích”", ["«Dân vận khéo»"]),
        ("''Ngày về nguồn'' và “Tuổi trẻ xung kích”", ["''Ngày về nguồn''"]),
        ("mô hình ‘Đường cờ thôn’, “Tuổi trẻ xung kích”", ["‘Đường cờ thôn’"]),
        ("“Học tập gương ‘Người tốt’ ở thôn”, người H’Mông, xã Ea H’Ví ‘", []),
        ("«Dân vận khéo», «Tuổi trẻ xung kích»", []),
    ],
)
def test_one_kind_of_quotation_marks_stands_in_a_paper(said, line: str, quotes: list[str]) -> None:
    assert said(line, code="QUOTE_MIX") == quotes


@pytest.mark.parametrize(
    "line",
    [
        "kết quả đạt được được biểu dương; các tập thể nêu trên trên địa bàn xã; lý do do thiên tai",
        "kinh phí đóng góp góp phần làm đường; hiện có có hiệu quả; nguồn tiền gửi gửi về quỹ; hướng dẫn kèm theo theo mẫu",
    ],
)
def test_a_word_that_ends_one_and_begins_the_next_is_not_doubled(said, line: str) -> None:
    assert said(line, code="DUP_WORD") == []


@pytest.mark.parametrize("line", ["Tổ nhân dân tự quản các thôn", "Trưởng Ban nhân dân các ấp", "Ủy ban nhân dân xã"])
def test_names_of_bodies_keep_their_small_letters(said, line: str) -> None:
    assert said(line, code="CASE_INCONSISTENT") == []


def test_a_phase_is_nobodys_task(said) -> None:
    summaries = (
        "Đợt 1: từ ngày 01/01/2026 đến ngày 30/6/2026",
        "Giai đoạn II: tổng kết",
        "Đợt thi đua 2: đến cuối năm",
    )
    tasks = tuple(Task(None, summary) for summary in summaries)
    assert said(*summaries, code="TASK_NO_ASSIGNEE", tasks=tasks) == []
    assert said("Đợt ra quân trồng cây", code="TASK_NO_ASSIGNEE", tasks=(Task(None, "Đợt ra quân trồng cây"),)) != []


@pytest.mark.parametrize(
    ("quote", "parts", "wrong"),
    [
        ("Tổng giá trị sản xuất đạt 400 tỷ đồng, tăng 9%", (250.0, 140.0), True),
        ("Tổng giá trị sản xuất đạt 400 tỷ đồng, tăng 9%", (250.0, 150.0), False),
        ("Giải ngân 9% tổng vốn 400 tỷ đồng", (250.0, 140.0), False),
    ],
)
def test_a_total_that_tells_its_growth_too_is_compared_with_its_parts(
    said, quote: str, parts: tuple[float, ...], wrong: bool
) -> None:
    whole = Target(quote, "Tổng giá trị sản xuất", values=(TargetValue(400, "tỷ đồng"), TargetValue(9, "%")))
    targets = [Target(f"phần {part}", "phần", parent=0, values=(TargetValue(part, "tỷ đồng"),)) for part in parts]
    assert said(quote, code="SUM_MISMATCH", targets=(whole, *targets)) == ([quote] if wrong else [])
