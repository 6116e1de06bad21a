"""The text of a plan stored as it stands on the page: one act, one undo, sections keep who they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from thidua_desktop.domain.outline.moves import Move
from thidua_desktop.domain.outline.text import TextLine, lines_of
from thidua_desktop.domain.plan.plans import Plan, Section
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services import history
from thidua_desktop.services.plan import plan_text, plans

PLAN = Plan(
    2026,
    title="Phát động phong trào thi đua năm 2026",
    preamble=(plain("Thực hiện Luật Thi đua, khen thưởng."),),
    sections=(
        Section(1, "I.", "MỤC ĐÍCH", children=(Section(2, "1.", "Chung"), Section(2, "2.", "Riêng", (plain("Rõ."),)))),
        Section(1, "II.", "TỔ CHỨC", body=(plain("Các thôn thực hiện.", "-"),)),
    ),
    closing=(plain("Trên đây là kế hoạch./."),),
)


@pytest.fixture
def plan_id(desk):
    return plans.store_plan(desk, PLAN, None)[1]


def outline(desk, plan_id):
    return [(one.marker, one.heading) for one in plans.plan(desk, plan_id).all_sections()]


def edited(desk, plan_id, change):
    lines = list(lines_of(plans.plan(desk, plan_id)))
    change(lines)
    return plan_text.set_plan_lines(desk, plan_id, lines)


def test_the_text_as_it_is_stored_changes_nothing(desk, plan_id):
    before = history.undo_text(desk)
    changes, made = edited(desk, plan_id, lambda lines: None)
    assert not changes and history.undo_text(desk) == before
    assert made.sections == plans.plan(desk, plan_id).sections


@pytest.mark.parametrize(
    ("words", "change", "after"),
    [
        ("Thêm mục 2. “Mới”", lambda lines: lines.insert(3, TextLine("heading", plain("Mới"), 2)),
         [("I.", "MỤC ĐÍCH"), ("1.", "Chung"), ("2.", "Mới"), ("3.", "Riêng"), ("II.", "TỔ CHỨC")]),
        ("Xóa mục 1. “Chung”", lambda lines: lines.pop(2),
         [("I.", "MỤC ĐÍCH"), ("1.", "Riêng"), ("II.", "TỔ CHỨC")]),
        ("Chuyển mục II. “Riêng”", lambda lines: lines.__setitem__(3, replace(lines[3], level=1)),
         [("I.", "MỤC ĐÍCH"), ("1.", "Chung"), ("II.", "Riêng"), ("III.", "TỔ CHỨC")]),
        ("Đổi chỗ mục 1. “Riêng” và mục 2. “Chung”", lambda lines: lines.insert(2, lines.pop(3)),
         [("I.", "MỤC ĐÍCH"), ("1.", "Riêng"), ("2.", "Chung"), ("II.", "TỔ CHỨC")]),
        ("Sửa tên mục 2. “Riêng”", lambda lines: lines.__setitem__(3, TextLine("heading", plain("Cụ thể"), 2)),
         [("I.", "MỤC ĐÍCH"), ("1.", "Chung"), ("2.", "Cụ thể"), ("II.", "TỔ CHỨC")]),
        ("Sửa nội dung mục 2. “Riêng”", lambda lines: lines.insert(4, TextLine("text", plain("Thêm."))),
         [("I.", "MỤC ĐÍCH"), ("1.", "Chung"), ("2.", "Riêng"), ("II.", "TỔ CHỨC")]),
        ("Sửa phần kết của kế hoạch", lambda lines: lines.append(TextLine("closing", plain("Hết."))),
         [("I.", "MỤC ĐÍCH"), ("1.", "Chung"), ("2.", "Riêng"), ("II.", "TỔ CHỨC")]),
    ],
)  # fmt: skip
def test_an_edit_is_one_act_that_one_undo_takes_back(desk, plan_id, words, change, after):
    before = plans.plan(desk, plan_id)
    changes, made = edited(desk, plan_id, change)
    assert changes.text == words
    assert outline(desk, plan_id) == after
    stored = plans.plan(desk, plan_id)
    assert [one.body for one in stored.all_sections()] == [one.body for top in made.sections for one in top.walk()]
    history.undo(desk)
    assert plans.plan(desk, plan_id) == before


def test_a_section_keeps_its_id_and_history_wherever_it_goes(desk, plan_id):
    ids = {one.heading: one.id for one in plans.plan(desk, plan_id).all_sections()}
    edited(desk, plan_id, lambda lines: lines.insert(6, lines.pop(2)))
    edited(desk, plan_id, lambda lines: lines.insert(1, lines.pop(4)))
    assert [heading for _, heading in outline(desk, plan_id)] == ["TỔ CHỨC", "MỤC ĐÍCH", "Riêng", "Chung"]
    now = {one.heading: one.id for one in plans.plan(desk, plan_id).all_sections()}
    assert now == ids


def test_what_stood_below_a_removed_heading_goes_to_the_section_before_it(desk, plan_id):
    edited(desk, plan_id, lambda lines: lines.__setitem__(1, TextLine("text", plain("MỤC ĐÍCH"))))
    plan = plans.plan(desk, plan_id)
    assert [one.heading for one in plan.sections] == ["Chung", "Riêng", "TỔ CHỨC"]
    assert plan.preamble[-1] == plain("MỤC ĐÍCH")


def test_words_typed_in_one_place_are_one_undo_and_those_of_the_next_another(desk, plan_id):
    for place, text in ((4, "Rõ ràng."), (4, "Rõ ràng, thiết thực."), (6, "Các thôn, trường thực hiện.")):
        lines = list(lines_of(plans.plan(desk, plan_id)))
        lines[place] = replace(lines[place], paragraph=plain(text, lines[place].paragraph.bullet))
        plan_text.set_plan_lines(desk, plan_id, lines, editing="một lần")
    history.undo(desk)
    assert [line.paragraph.text for line in lines_of(plans.plan(desk, plan_id))][4] == "Rõ ràng, thiết thực."
    history.undo(desk)
    assert plans.plan(desk, plan_id).sections[0].children[1].body == (plain("Rõ."),)


def test_several_sections_are_moved_and_removed_as_one_act(desk, plan_id):
    ids = {one.heading: one.id for one in plans.plan(desk, plan_id).all_sections()}
    both = [ids["Chung"], ids["Riêng"]]
    assert plan_text.step_sections(desk, plan_id, both, "outwards").text == "Chuyển 2 mục"
    top = [("I.", "MỤC ĐÍCH"), ("II.", "Chung"), ("III.", "Riêng"), ("IV.", "TỔ CHỨC")]
    assert outline(desk, plan_id) == top
    assert not plan_text.step_sections(desk, plan_id, both, "outwards")
    plan_text.put_sections(desk, plan_id, both, Move(ids["TỔ CHỨC"], 0))
    assert outline(desk, plan_id) == [("I.", "MỤC ĐÍCH"), ("II.", "TỔ CHỨC"), ("1.", "Chung"), ("2.", "Riêng")]
    plan_text.remove_sections(desk, plan_id, both)
    assert outline(desk, plan_id) == [("I.", "MỤC ĐÍCH"), ("II.", "TỔ CHỨC")]
    for _ in range(2):
        history.undo(desk)
    assert outline(desk, plan_id) == top
