from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.checking import check_plan
from thidua_desktop.domain.checking.findings import Place
from thidua_desktop.domain.plan.plans import PartialDate, Phase, Plan, Section, Target, TargetValue
from thidua_desktop.domain.richtext import plain

PLAN = Plan(
    2026,
    title="Phát động phong trào thi đua năm 2026",
    symbol="KH-UBND",
    header=("ỦY BAN NHÂN DÂN", "XÃ VÍ DỤ", "Số:      /KH-UBND", "Ví Dụ, ngày    tháng    năm 2026"),
    place="Ví Dụ",
    sections=(
        Section(1, "I.", "CHỈ TIÊU", body=(plain("Hộ dân dùng nước sạch đạt 97% trở lên.", "-"),)),
        Section(
            1, "II.", "ĐỢT", body=(plain("Đợt 1: Từ 01/01/2026 đến 30/4/2026, báo cáo trước ngày 25 tháng 5.", "-"),)
        ),
    ),
    targets=(
        Target("Hộ dân dùng nước sạch đạt 97% trở lên", "Hộ dân dùng nước sạch", values=(TargetValue(97, "%", ">="),)),
    ),
    phases=(Phase("Đợt 1", "2026-01-01", "2026-04-30", "2026-05-25"),),
)


def told(plan: Plan, *codes: str) -> list[str]:
    return [finding.message for finding in check_plan(plan, (), None, ()) if finding.code in codes]


def test_tables_and_text_agree():
    assert told(PLAN, "TABLE_DIFFERS") == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        (replace(PLAN.targets[0], values=(TargetValue(98, "%", ">="),)), "Bảng chỉ tiêu ghi 98, câu trong văn bản không có số này."),
        (Target("", "Thu ngân sách", values=(TargetValue(5, "tỷ đồng"),)), "Chỉ tiêu “Thu ngân sách” có trong bảng nhưng văn bản chưa nhắc tới."),
        (Target("Trồng 5 ha rừng", "Trồng rừng", values=(TargetValue(5, "ha"),)), "Chỉ tiêu “Trồng rừng” có trong bảng nhưng văn bản chưa nhắc tới."),
    ],
)  # fmt: skip
def test_a_target_corrected_in_the_table_only(target, message):
    assert told(replace(PLAN, targets=(target,)), "TABLE_DIFFERS") == [message]


def test_a_target_that_the_text_does_not_name_is_shown_in_its_table():
    gone = Target("Trồng 5 ha rừng", "Trồng rừng", values=(TargetValue(5, "ha"),))
    plan = replace(PLAN, targets=(*PLAN.targets, gone))
    [found] = [one for one in check_plan(plan, (), None, ()) if one.code == "TABLE_DIFFERS"]
    assert found.place == Place("plan_targets", "bảng chỉ tiêu", row=1)
    assert "Đưa vào văn bản…" in found.advice


@pytest.mark.parametrize(
    ("quote", "figure", "differs"),
    [
        ("Thu ngân sách 35 tỷ 500 triệu đồng", 35.5, False),
        ("Thu ngân sách 35 tỷ 500 triệu đồng", 35, False),
        ("Thu ngân sách 35 tỷ 500 triệu đồng", 35.6, True),
        ("Theo Kế hoạch số 05, mỗi thôn có ít nhất một mô hình", 1, False),
        ("Theo Kế hoạch số 05, mỗi thôn có ít nhất một mô hình", 2, True),
    ],
)
def test_a_figure_written_in_two_parts_or_in_words_is_the_one_of_the_table(quote, figure, differs):
    body = (plain(quote),)
    target = Target(quote, "Thu ngân sách", values=(TargetValue(figure, ""),))
    plan = replace(PLAN, sections=(*PLAN.sections, Section(1, "III.", "THU", body)), targets=(target,))
    assert bool(told(plan, "TABLE_DIFFERS")) is differs


def test_a_phase_corrected_in_the_table_only():
    plan = replace(PLAN, phases=(replace(PLAN.phases[0], end="2026-06-30"),))
    assert told(plan, "TABLE_DIFFERS") == ["Bảng đợt thi đua ghi 30/06/2026 cho Đợt 1, văn bản không có ngày này."]


def test_number_and_date_given_later_are_blank_no_more():
    assert len(told(PLAN, "NUMBER_BLANK", "DATE_BLANK")) == 2
    issued = replace(PLAN, number=15, date=PartialDate(5, 2, 2026))
    assert told(issued, "NUMBER_BLANK", "DATE_BLANK", "NUMBER_UNPADDED", "DATE_PADDING") == []
