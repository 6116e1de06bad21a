"""Targets as rows of a table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.papers.target_rows import names, own_words, target_rows, with_unit
from thidua_desktop.domain.plan.plans import Target, TargetValue

FIRST = "Đoàn Thanh niên xã vận động đoàn viên trồng 500 cây xanh"
SECOND = "tham gia dọn vệ sinh 4 tuyến đường"
WHOLE = Target(f"{FIRST}; {SECOND}.", f"{FIRST}; {SECOND}.", kind="composite", responsible="Đoàn Thanh niên")
PARTS = (
    Target(FIRST, "Vận động đoàn viên trồng cây xanh", parent=0, values=(TargetValue(500, "cây"),)),
    Target(SECOND, "Tham gia dọn vệ sinh tuyến đường", parent=0, values=(TargetValue(4, "tuyến đường"),)),
)


def test_parts_are_not_said_again_in_the_row_of_the_whole() -> None:
    assert list(names((WHOLE, *PARTS))) == [
        "Đoàn Thanh niên xã:",
        "Vận động đoàn viên trồng cây xanh",
        "Tham gia dọn vệ sinh tuyến đường",
    ]


def test_a_whole_that_begins_with_its_first_part_is_named_by_who_does_it() -> None:
    parts = (replace(PARTS[0], indicator=FIRST), PARTS[1])
    assert next(names((WHOLE, *parts))) == "Đoàn Thanh niên:"
    assert next(names((replace(WHOLE, responsible=None), *parts))) == "Các chỉ tiêu sau:"


def test_a_whole_of_what_several_get_to_is_named_by_them() -> None:
    first, second = "Công an đạt Đơn vị quyết thắng", "Quân sự đạt Vững mạnh toàn diện"
    parts = (Target(first, first, parent=0), Target(second, second, parent=0))
    whole = Target(f"{first}; {second}", f"{first}, {second}", kind="composite")
    assert next(names((whole, *parts))) == "Công an, Quân sự:"


def test_a_whole_that_does_not_hold_its_parts_stays() -> None:
    whole = Target("", "Diện tích rau an toàn", values=(TargetValue(30, "ha"),))
    part = Target("Diện tích rau an toàn có chứng nhận 10 ha", "Diện tích rau an toàn có chứng nhận", parent=0)
    assert next(names((whole, part))) == "Diện tích rau an toàn"


def test_a_part_below_its_whole_is_called_by_its_own_words() -> None:
    assert own_words("Cây trồng chủ yếu: DT lúa", "Cây trồng chủ yếu") == "DT lúa"
    assert own_words("Cây trồng chủ yếu: DT lúa", "Cây trồng chủ yếu:") == "DT lúa"
    assert own_words("Cây trồng chủ yếu khác", "Cây trồng chủ yếu") == "Cây trồng chủ yếu khác"
    assert own_words("Đàn lợn", "") == "Đàn lợn"


def test_rows_of_parts_do_not_repeat_the_words_of_the_whole_above_them() -> None:
    crops = (Target("", "Cây trồng chủ yếu"), Target("", "Cây trồng chủ yếu: DT lúa", parent=0))
    assert [(row["stt"], row["indicator"]) for row in target_rows(crops)] == [
        ("1", "Cây trồng chủ yếu"),
        ("1.1", "DT lúa"),
    ]


def test_a_per_cent_sign_touches_its_figure() -> None:
    values = (TargetValue(8.5, "%", ">=", "tỉnh"), TargetValue(62, "triệu đồng"))
    assert target_rows((Target("", "Tăng trưởng", values=values),))[0]["values"] == "≥ 8,5% (tỉnh giao)\n62 triệu đồng"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (TargetValue(62, "triệu đồng", "=", "tỉnh"), "62 triệu đồng"),
        (TargetValue(None, "triệu đồng", "=", "tỉnh"), "… triệu đồng"),
        (TargetValue(None, "dự toán", ">="), "≥ dự toán"),
        (TargetValue(None, ""), ""),
    ],
)
def test_a_figure_is_shown_with_its_unit(value, shown):
    assert with_unit(value) == shown


@pytest.mark.parametrize(
    ("values", "reached", "shown"),
    [
        ((TargetValue(96, "%"),), 95.5, "95,5"),
        ((TargetValue(None, "hộ"),), 1.0, "1"),
        ((), 1.0, "đạt"),
        ((), 0.0, "chưa đạt"),
        ((), None, ""),
    ],
)
def test_what_was_reached_last_year_is_a_figure_or_a_word(values, reached, shown):
    [row] = target_rows([Target("Giữ vững an ninh", "Giữ vững an ninh", values=values, last_year=reached)])
    assert row["last_year"] == shown
