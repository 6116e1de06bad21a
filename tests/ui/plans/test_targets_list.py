"""The table of targets beside the text of the plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from tests.services import rewording
from tests.ui.plans.conftest import PLAN
from thidua_desktop.domain.figures.values import parse_values
from thidua_desktop.domain.plan.plans import PlanCommitment, Section, Target, TargetValue
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services.plan import plans, states
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.plans.outline_nodes import list_key
from thidua_desktop.ui.theme import sizes

SENTENCE = "Thu nhập bình quân 65 triệu đồng."


@pytest.fixture
def targets(tab, stored, context):
    registers.add_row(
        context.workspace, "plan_targets", {"indicator": "Hộ dùng nước sạch", "values": "≥ 96%"}, scope=stored
    )
    tab.set_year(2026)
    tab.editor.tree.choose(list_key("plan_targets"))
    return tab.editor._list("plan_targets")


def column(view, key: str) -> int:
    return [one.key for one in view.model.columns].index(key)


def text_of(context, plan_id: int) -> list[str]:
    return [line.text for line in plans.plan(context.workspace, plan_id).sections[1].body]


def test_a_figure_typed_in_the_table_is_typed_in_the_text_and_the_clerk_is_told(targets, context, ask, stored):
    targets.table.go_to(0, column(targets, "values"))
    targets.model.setData(targets.model.index(0, column(targets, "values")), "65 triệu đồng")
    assert text_of(context, stored) == [SENTENCE]
    assert any("trong văn bản" in notice.text for notice in ask.notices)
    assert targets.model.text(0, column(targets, "quote")) == SENTENCE.rstrip(".")


def test_what_was_typed_in_the_text_is_told_with_one_stop(tab, context, ask):
    part = Section(1, "3.", None, body=(plain(SENTENCE),))
    target = Target(SENTENCE, "Thu nhập bình quân", values=(TargetValue(65, "triệu đồng"),))
    plans.store_plan(context.workspace, replace(PLAN, sections=(part,), targets=(target,)))
    tab.set_year(2026)
    tab.editor.tree.choose(list_key("plan_targets"))
    view = tab.editor._list("plan_targets")
    view.table.go_to(0, column(view, "values"))
    view.model.setData(view.model.index(0, column(view, "values")), "66 triệu đồng")
    assert ask.notices[-1].text == "Đã sửa cả trong văn bản ở mục 3."


def test_an_issued_plan_has_no_row_for_a_new_target(targets, tab, context, stored):
    rows = targets.model.rowCount()
    context.bus.publish(states.issue(context.workspace, stored, "15", "05/02/2026").changes)
    assert targets.model.rowCount() == rows - 1
    context.bus.publish(context.workspace.file.undo())
    assert targets.model.rowCount() == rows


def test_a_number_typed_in_the_text_is_seen_in_the_table(targets, context, stored):
    section = plans.plan(context.workspace, stored).sections[1]
    body = (plain(SENTENCE),)
    context.bus.publish(rewording.set_body(context.workspace, stored, section.id, body))
    assert targets.model.text(0, column(targets, "values")) == "65 triệu đồng"


def test_a_click_on_the_place_goes_to_the_sentence(targets, tab, qtbot):
    place = targets.model.index(0, column(targets, "in_text"))
    assert targets.model.text(0, place.column()) == "II. CHỈ TIÊU"
    spot = targets.table.visualRect(place).center()
    qtbot.mouseClick(targets.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert tab.editor.middle.currentWidget() is tab.editor.section


def test_a_row_that_the_text_does_not_say_is_put_into_it(targets, context, stored, qtbot):
    assert targets.model.text(1, column(targets, "in_text")) == "chưa có trong văn bản"
    targets.table.go_to(1, 0)
    targets._on_row()
    assert targets.put.isVisible()
    targets.put_into_text()
    assert targets.dialog is not None
    targets.dialog.accept()
    assert text_of(context, stored)[1] == "Hộ dùng nước sạch: từ 96% trở lên."
    assert targets.model.text(1, column(targets, "in_text")) == "II. CHỈ TIÊU"


def test_the_rows_stay_where_they_are_when_one_is_chosen(targets, qtbot):
    new_row = targets.model.rows.count
    tops = []
    for row in (new_row, 0, 1):
        targets.table.go_to(row, 0)
        targets._on_row()
        qtbot.wait(10)
        tops.append(targets.table.mapTo(targets, targets.table.rect().topLeft()).y())
    assert len(set(tops)) == 1, tops


def test_the_sentence_of_a_removed_target_goes_on_demand(targets, context, ask, stored):
    targets.table.setFocus()
    targets.table.go_to(0, 0)
    targets.remove()
    acts = dict(ask.notices[-1].acts)
    assert text_of(context, stored) == ["Thu nhập bình quân 60 triệu đồng."]
    acts["Xóa cả câu trong văn bản"]()
    assert text_of(context, stored) == []


def test_unit_and_comparator_have_columns_of_their_own(targets, context, stored):
    targets.model.setData(targets.model.index(0, column(targets, "unit")), "nghìn đồng")
    targets.model.setData(targets.model.index(0, column(targets, "comparator")), "trên")
    row = plans.plan(context.workspace, stored).targets[0]
    assert row.values == parse_values("> 60 nghìn đồng")
    assert text_of(context, stored) == ["Thu nhập bình quân trên 60 nghìn đồng."]


def test_what_is_asked_for_most_is_in_sight_beside_both_panels_of_a_small_screen(targets, qtbot):
    head = targets.table.horizontalHeader()
    keys = [targets.model.columns[head.logicalIndex(place)].key for place in range(head.count())]
    assert keys[:5] == ["indicator", "values", "last_year", "in_text", "responsible"]
    numbers = [head.logicalIndex(place) for place in range(head.count())]

    def room() -> int:
        return targets.table.viewport().width()

    def edge(place: int) -> int:
        return head.sectionViewportPosition(numbers[place]) + head.sectionSize(numbers[place])

    assert room() < 700 and edge(3) <= room()
    before = room()
    targets.window().resize(1280, 700)
    qtbot.waitUntil(lambda: room() < before)
    assert edge(3) <= room()
    targets.window().resize(1920, 1000)
    qtbot.waitUntil(lambda: edge(4) <= room())


def test_the_figures_of_two_levels_are_read_whole_on_two_lines(targets):
    room = targets.table.columnWidth(column(targets, "values")) - 3 * sizes.UNIT
    letters = targets.table.fontMetrics()
    assert letters.horizontalAdvance("HĐND xã giao 12,5 tỷ đồng") <= room


def test_a_width_the_clerk_gave_is_left_alone(targets, qtbot):
    number = column(targets, "indicator")
    targets.table.setColumnWidth(number, 300)
    targets.window().resize(1920, 1000)
    qtbot.wait(20)
    assert targets.table.columnWidth(number) == 300


def test_only_the_widths_the_clerk_gave_are_remembered(targets, context, qtbot):
    targets.window().resize(1920, 1000)
    qtbot.wait(20)
    targets.table.setColumnWidth(column(targets, "unit"), 99)
    qtbot.waitUntil(lambda: context.remembered.widths("plan_targets").get("unit") == 99)
    assert not {"indicator", "quote"} & context.remembered.widths("plan_targets").keys()


def test_the_field_of_a_value_is_as_wide_as_its_text(targets, context, stored, qtbot):
    long = "tỉnh giao 11,2 tỷ đồng; HĐND xã giao 11,5 tỷ đồng; phấn đấu 12 tỷ đồng"
    at = targets.model.index(0, column(targets, "values"))
    targets.model.setData(at, long)
    targets.table.setFocus()
    targets.table.go_to(0, at.column(), edit=True)
    field = targets.table.viewport().findChild(QLineEdit)
    assert field.text() == targets.model.text(0, at.column())
    assert field.width() >= field.fontMetrics().horizontalAdvance(field.text())
    assert targets.table.viewport().rect().contains(field.geometry())


def test_what_a_changed_commitment_changes_in_the_text_is_told_too(tab, context, ask):
    part = Section(1, "3.", None, body=(plain("Hội Nông dân trồng mới 5 ha rừng."),))
    promised = PlanCommitment("Hội Nông dân", "trồng mới 5 ha rừng", (TargetValue(5, "ha"),))
    plans.store_plan(context.workspace, replace(PLAN, sections=(part,), commitments=(promised,)))
    tab.set_year(2026)
    tab.editor.tree.choose(list_key("commitments"))
    view = tab.editor.lists["commitments"]
    view.model.setData(view.model.index(0, column(view, "values")), "6,5 ha")
    assert ask.notices[-1].text == "Đã sửa cả trong văn bản."
    assert tab.editor.plan.sections[0].body[0].text == "Hội Nông dân trồng mới 6,5 ha rừng."
    dict(ask.notices[-1].acts)["Hoàn tác"]()
    assert tab.editor.plan.sections[0].body[0].text == "Hội Nông dân trồng mới 5 ha rừng."
