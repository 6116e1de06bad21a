"""Blanks that a draft leaves for the office's own figures are listed; dots that end an enumeration are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.checking import CheckRules, check_plan
from thidua_desktop.domain.plan.plans import PartialDate, Plan, Section
from thidua_desktop.domain.richtext import plain


def told(text: str, **changes) -> list[tuple[str, str]]:
    plan = Plan(2027, date=PartialDate(None, 1, 2027), sections=(Section(1, "I.", "CHỈ TIÊU", (plain(text, "-"),)),))
    found = check_plan(replace(plan, **changes), (), CheckRules(), ())
    return [(one.quote, one.message) for one in found if one.code == "BLANK_LEFT"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tỷ lệ hộ nghèo giảm còn …%.", [("…%.", "Còn một chỗ để trống trong câu này.")]),
        ("Vận động … hộ tham gia.", [("… hộ", "Còn một chỗ để trống trong câu này.")]),
        ("Tặng Giấy khen cho … tập thể, … cá nhân.", [("… tập", "Còn 2 chỗ để trống trong câu này.")]),
        ("Tỉnh giao …%, xã giao …%.", [("…%, xã", "Còn 2 chỗ để trống trong câu này.")]),
        ("Làm đường, trường, trạm… đạt chuẩn.", []),
        ("Trồng cây, nuôi cá, v.v… để phát triển.", []),
        ("Thi đua “… Chung sức …”.", []),
        ("Kế hoạch số …/KH-UBND ngày …/…/2027.", []),
    ],
)
def test_blanks(text, found):
    assert told(text) == found


def test_a_paper_with_its_date_is_no_draft():
    assert told("Giảm còn …%.", date=PartialDate(5, 1, 2027)) == []
