"""The store of phrases: the office's own plans fill it, other offices' plans only when asked."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.domain.outline.text import TextLine, lines_of
from thidua_desktop.domain.plan.plans import Plan, Section
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services import history
from thidua_desktop.services.plan import phrases, plan_text, plans, states
from thidua_desktop.services.registers import registers

OWN = Plan(
    2026,
    title="Phát động phong trào thi đua năm 2026",
    issuer="UBND xã Ví Dụ",
    sections=(Section(1, "I.", "MỤC ĐÍCH", (plain("Tạo khí thế thi đua sôi nổi năm 2026."),)),),
)


def stored(desk):
    return [(one.text, one.topic, one.used) for one in phrases.phrases(desk)]


def test_a_plan_of_the_office_fills_the_store_and_undo_takes_that_back(desk):
    plans.store_plan(desk, OWN, None)
    assert stored(desk) == [("Tạo khí thế thi đua sôi nổi năm {năm}", "Mục đích", 1)]
    plans.store_plan(desk, replace(OWN, year=2027, sections=(
        Section(1, "I.", "MỤC ĐÍCH", (plain("Tạo khí thế thi đua sôi nổi năm 2027."),)),)), None)  # fmt: skip
    assert stored(desk)[0][2] == 2
    history.undo(desk)
    history.undo(desk)
    assert stored(desk) == []


def test_a_plan_of_another_office_fills_it_only_when_asked(desk):
    other = replace(OWN, issuer="Ủy ban nhân dân xã Láng Giềng")
    _, plan_id = plans.store_plan(desk, other, None)
    assert stored(desk) == []
    changes, new = phrases.learn(desk, plan_id)
    assert (new, len(stored(desk))) == (1, 1) and changes
    assert phrases.learn(desk, plan_id)[1] == 0
    assert stored(desk)[0][2] == 1


def test_phrases_are_seen_edited_and_deleted_in_their_register(desk):
    plans.store_plan(desk, OWN, None)
    (row,) = registers.page(desk, "phrases", limit=-1)
    assert row.cells == ("Tạo khí thế thi đua sôi nổi năm {năm}", "Mục đích", "1")
    registers.set_cell(desk, "phrases", row.id, "text", "Tạo không khí thi đua sôi nổi năm {năm}")
    assert phrases.offers(desk, "tao khong", "", 2028)[0].text == "Tạo không khí thi đua sôi nổi năm 2028"
    assert [one.id for one in registers.page(desk, "phrases", search="khong khi", limit=-1)] == [row.id]
    registers.remove_rows(desk, "phrases", [row.id])
    assert phrases.offers(desk, "tao khong", "", 2028) == ()


def test_what_was_written_since_is_taken_when_the_plan_is_issued(desk):
    _, plan_id = plans.store_plan(desk, replace(OWN, symbol="KH-UBND"), None)
    lines = [*lines_of(plans.plan(desk, plan_id)), TextLine("closing", plain("Các đơn vị nghiêm túc thực hiện."))]
    plan_text.set_plan_lines(desk, plan_id, lines)
    assert len(stored(desk)) == 1
    states.issue(desk, plan_id, "7", "05/02/2026")
    assert [one[0] for one in stored(desk)] == [
        "Tạo khí thế thi đua sôi nổi năm {năm}",
        "Các đơn vị nghiêm túc thực hiện",
    ]
    assert {one[2] for one in stored(desk)} == {1}
