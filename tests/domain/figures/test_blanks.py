"""A blank "…" in the words of a target takes the figure typed in the table, and gives the one typed in its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.outline.outline_samples import draft
from thidua_desktop.domain.figures.blanks import blank_places
from thidua_desktop.domain.figures.edits import edited, figure_edits
from thidua_desktop.domain.figures.following import following
from thidua_desktop.domain.plan.plans import Plan, Section, Target, TargetValue
from thidua_desktop.domain.richtext import plain


def open_one(unit: str, by: str | None = None) -> TargetValue:
    return TargetValue(None, unit, assigned_by=by)


TWO = (open_one("%", "tỉnh"), open_one("%", "HĐND xã"))


@pytest.mark.parametrize(
    ("text", "values", "found"),
    [
        ("Hộ nghèo còn …%", [open_one("%")], ["…"]),
        ("Vận động … hộ hội viên", [open_one("hộ hội viên")], ["…"]),
        ("tỉnh giao …%, HĐND xã giao …%", TWO, ["…", "…"]),
        ("tỉnh giao 5%, HĐND xã giao …%", [TargetValue(5, "%"), open_one("%")], [None, "…"]),
        ("tỉnh giao …%", TWO, [None, None]),
        ("Trồng … ha", [open_one("hộ")], [None]),
        ("Trồng … hai loại cây", [open_one("ha")], [None]),
        ("Đạt chuẩn…", [open_one("")], [None]),
    ],
)
def test_each_figure_has_its_blank(text, values, found):
    assert [place and text[slice(*place)] for place in blank_places(text, values)] == found


@pytest.mark.parametrize(
    ("text", "old", "new", "after"),
    [
        ("Hộ nghèo còn …%", [open_one("%")], [TargetValue(2.5, "%", "còn")], "Hộ nghèo còn 2,5%"),
        ("Thu … triệu đồng", [open_one("triệu đồng")], [TargetValue(1200, "triệu đồng")], "Thu 1.200 triệu đồng"),
        ("Trồng … ha", [open_one("ha")], [TargetValue(5, "ha", value_to=6)], "Trồng 5–6 ha"),
        ("tỉnh giao …%, HĐND xã giao …%", TWO, [TargetValue(95, "%", assigned_by="tỉnh"), TWO[1]], "tỉnh giao 95%, HĐND xã giao …%"),
        ("Thu … triệu đồng", [open_one("triệu đồng")], [TargetValue(1.2, "tỷ đồng")], "Thu … triệu đồng"),
        ("Thu … triệu đồng", [open_one("triệu đồng")], [open_one("triệu đồng")], "Thu … triệu đồng"),
    ],
)  # fmt: skip
def test_a_figure_typed_in_the_table_fills_its_blank(text, old, new, after):
    assert edited(text, figure_edits(text, old, new)) == after


def with_text(text: str) -> Plan:
    return Plan(2027, sections=(Section(1, "I.", "CHỈ TIÊU", (plain(text, "-"),)),))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Hộ nghèo: tỉnh giao 3%, HĐND xã giao …%.", [3, None]),
        ("Hộ nghèo: tỉnh giao 3%, HĐND xã giao 2,5%.", [3, 2.5]),
        ("Hộ nghèo: tỉnh giao thấp%, HĐND xã giao …%.", [None, None]),
    ],
)
def test_a_figure_typed_in_the_text_stands_in_the_table(text, values):
    before = replace(
        with_text("Hộ nghèo: tỉnh giao …%, HĐND xã giao …%."),
        targets=(Target("Hộ nghèo: tỉnh giao …%, HĐND xã giao …%", "Hộ nghèo", values=TWO),),
    )
    after = following(before, replace(before, sections=with_text(text).sections))
    assert [value.value for value in after.targets[0].values] == values
    assert after.targets[0].quote == text.rstrip(".")


@pytest.mark.parametrize("outline_id", "abcdef")
def test_every_blank_of_an_outlines_targets_is_known(outline_id):
    for target in draft(outline_id).targets:
        open_ones = [value.value is None for value in target.values]
        assert [place is not None for place in blank_places(target.quote, target.values)] == open_ones


@pytest.mark.parametrize(
    "others", [("Giao quân năm 2026.", "Hộ nghèo: còn …%."), ("Giao quân năm 2026. Hộ nghèo: còn …%.",)]
)
def test_the_number_that_ends_the_sentence_before_is_not_taken_into_a_target(others):
    target = Target("Hộ nghèo: còn …%", "Hộ nghèo", values=(open_one("%"),))
    before = replace(with_text("Chung."), targets=(target,))
    before = replace(before, sections=(replace(before.sections[0], body=tuple(map(plain, others))),))
    longer = (replace(before.sections[0], body=(plain("Câu mới."), *before.sections[0].body)),)
    assert following(before, replace(before, sections=longer)).targets == (target,)
