"""The views by target and of the whole year, the empty states, another year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from tests.ui.commitments.looking import choose
from tests.ui.commitments.samples import PLAN
from thidua_desktop.domain.destinations import DIRECTORY, PLANS, Destination
from thidua_desktop.services import history
from thidua_desktop.services.office import years
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations, result_sheets, results
from thidua_desktop.ui.tabs.commitments.tab import BY_ORGANISATION, BY_TARGET, CHASING, SUMMARY
from thidua_desktop.ui.theme import State, sizes

NAME, GIVEN, COMMITTED, BY, FIRST, SECOND, PERCENT, STATUS = range(8)


def targets(tab):
    tab.switch.setCurrentIndex(BY_TARGET)
    model = tab.targets.results.model
    return [[model.text(row, column) for column in range(8)] for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("column", "figure"), [(GIVEN, "12,5 tỷ đồng"), (COMMITTED, "120 triệu đồng"), (PERCENT, "106,2%")]
)
def test_figures_are_read_whole(tab, column, figure):
    targets(tab)
    table = tab.targets.results.table
    assert table.fontMetrics().horizontalAdvance(figure) <= table.columnWidth(column) - 2 * sizes.UNIT


def test_enter_goes_down_from_what_is_only_read_in_a_row_that_is_typed_in(tab):
    targets(tab)
    table = tab.targets.results.table
    table.go_to(0, GIVEN)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, GIVEN)


def commitment(context, name):
    return next(row for row in result_sheets.commitment_sheet(context.workspace, 2026).rows if row.name == name)


def test_targets_with_what_was_given_and_who_committed_to_how_much(tab):
    assert [row[:4] for row in targets(tab)] == [
        ["1. Thu nhập bình quân đầu người", "≥ 62 triệu đồng", "", "phụ trách: Phòng Kinh tế"],
        ["2. Xóa nhà tạm, nhà dột nát", "tỉnh – 12 nhà", "7 nhà", "thiếu 5 nhà: Hội Nông dân xã, Hội Phụ nữ xã"],
        ["3. Trồng rừng mới", "15 ha", "", "chưa ai nhận"],
    ]
    assert tab.targets.results.model.state(2, BY) is State.BAD
    assert tab.targets.without.text() == "○ 1 chưa đơn vị nào nhận"


def test_a_part_of_a_target_is_called_by_its_own_words_and_found_by_all(tab, context, plan_id):
    for cells in (
        {"indicator": "Cây trồng chủ yếu", "kind": "gồm nhiều phần"},
        {"indicator": "Cây trồng chủ yếu: Lúa", "parent_id": "Cây trồng chủ yếu"},
    ):
        changes, _ = registers.add_row(context.workspace, "plan_targets", cells, scope=plan_id)
        context.bus.publish(changes)
    assert [row[0] for row in targets(tab)][3:] == ["4. Cây trồng chủ yếu", "4.1. Lúa"]
    tab.targets.search.setText("trong chu yeu lua")
    tab.targets.results.model.search("trong chu yeu lua")
    assert [row[0] for row in targets(tab)] == ["4.1. Lúa"]


def test_results_of_organisations_add_up_until_the_commune_has_its_own(tab, context):
    one = commitment(context, "Vận động hội viên xóa 4 nhà tạm")
    context.bus.publish(results.set_commitment_result(context.workspace, one.owner_id, 1, 0, "4"))
    assert targets(tab)[1][FIRST:] == ["4", "", "33,3%", "chưa đạt"]
    model = tab.targets.results.model
    assert model.is_soft(1, FIRST)
    assert model.edit_text(1, FIRST) == ""
    model.setData(model.index(1, FIRST), "13")
    assert targets(tab)[1][FIRST:] == ["13", "", "108,3%", "vượt"]
    assert not model.is_soft(1, FIRST)
    context.bus.publish(history.undo(context.workspace))
    assert targets(tab)[1][FIRST] == "4"


def test_a_short_figure_waits_during_the_year_and_is_short_at_its_end(tab):
    targets(tab)
    model = tab.targets.results.model
    model.setData(model.index(0, FIRST), "40")
    assert (model.text(0, STATUS), model.state(0, STATUS)) == ("chưa đạt", State.WAIT)
    model.setData(model.index(0, SECOND), "60")
    assert (model.text(0, STATUS), model.state(0, STATUS)) == ("chưa đạt", State.BAD)


def test_targets_are_found_by_their_words_and_by_who_committed(tab):
    targets(tab)
    tab.find_here()
    assert tab.targets.search.hasFocus()
    tab.targets._on_search("phu nu")
    assert [row[NAME] for row in targets(tab)] == ["2. Xóa nhà tạm, nhà dột nát"]
    tab.targets.search.setText("phu nu")
    target = result_sheets.target_sheet(tab.context.workspace, 2026).rows[2]
    tab.show_place("target_results", target.owner_id)
    assert tab.targets.results.current().owner_id == target.owner_id


def test_only_results_are_typed_in_the_view_by_target(tab):
    targets(tab)
    model = tab.targets.results.model
    assert [column for column in range(8) if model.is_editable(0, column)] == [FIRST, SECOND]


def register_title(context, name, subject, award, kind="cá nhân"):
    found = next(one for one in registrations.standing(context.workspace, 2026) if one.name == name)
    cells = {"subject": subject, "subject_kind": kind, "award": award}
    changes, _ = registers.add_row(context.workspace, "registered_titles", cells, scope=found.registration_id)
    context.bus.publish(changes)


def summary(tab):
    tab.switch.setCurrentIndex(SUMMARY)
    model = tab.summary.table.model()
    return [[model.text(row, column) for column in range(model.columnCount())] for row in range(model.rowCount())]


def test_the_summary_counts_titles_by_organisation_and_adds_them_up(tab, context):
    register_title(context, "Hội Nông dân xã", "Nguyễn Văn Mẫu", "Lao động tiên tiến")
    register_title(context, "Hội Nông dân xã", "Trần Thị Ví", "Lao động tiên tiến")
    register_title(context, "Hội Phụ nữ xã", "Hội Phụ nữ xã", "Tập thể Lao động tiên tiến", "tập thể")
    assert [row[:3] for row in summary(tab)] == [
        ["1", "Hội Nông dân xã", "05/02/2026"],
        ["2", "Hội Phụ nữ xã", "05/02/2026"],
        ["3", "Đoàn Thanh niên xã", "chưa nộp"],
    ]
    headings = [column.heading for column in tab.summary.table.model().columns]
    assert headings[3:] == ["TTLĐTT", "LĐTT", "Cộng", "Sáng kiến", "Phong trào", "Cam kết"]
    assert [row[3:] for row in summary(tab)] == [
        ["", "2", "2", "", "", "2"],
        ["1", "", "1", "", "", "1"],
        ["", "", "", "", "", "1"],
    ]
    assert tab.summary.sums == ["", "Tổng cộng", "", "1", "2", "3", "0", "0", "4"]
    tab.summary.search.setText("hội nông")
    tab.summary._fill()
    assert tab.summary.sums[3:] == ["0", "2", "2", "0", "0", "2"]


def test_another_title_gives_the_summary_another_column(tab, context):
    register_title(context, "Hội Nông dân xã", "Nguyễn Văn Mẫu", "Lao động tiên tiến")
    before = len(summary(tab)[0])
    register_title(context, "Hội Nông dân xã", "Trần Thị Ví", "Chiến sĩ thi đua cơ sở")
    assert len(summary(tab)[0]) == before + 1
    assert tab.summary.table.isVisible()


def test_a_row_of_the_summary_leads_to_its_organisation(tab):
    summary(tab)
    tab.summary.table.row_opened.emit(2)
    assert tab.switch.currentIndex() == BY_ORGANISATION
    assert tab.organisations.chosen.name == "Đoàn Thanh niên xã"


def test_after_the_deadline_results_that_did_not_come_are_owed(opened, make_tab):
    opened.workspace = replace(opened.workspace, today=lambda: date(2026, 7, 1))
    tab = make_tab()
    assert tab.organisations.page.chip.text() == "! Quá hạn báo cáo"


def test_the_summary_gives_its_room_to_the_table_until_its_pages_are_wanted(tab):
    summary(tab)
    assert tab.summary.panel.is_folded
    tab.act_preview.trigger()
    assert tab.summary.panel.previews
    tab.act_preview.trigger()
    assert tab.summary.panel.is_folded


# Empty states


def test_without_a_plan_titles_can_be_registered_and_the_way_to_the_plan_is_shown(context, make_tab):
    went = []
    context.show_tab = went.append
    tab = make_tab()
    assert tab.stack.currentWidget() is tab.empty
    assert tab.empty._title.text() == "Năm 2026 chưa có kế hoạch và chưa có đơn vị"
    assert "Chưa có kế hoạch vẫn đăng ký danh hiệu được." in tab.empty._text.text()
    assert tab.empty._button.text() == "Thêm đơn vị…"
    assert not tab.act_candidates.isEnabled()
    tab.other_start.click()
    assert went == [PLANS]
    context.bus.publish(registrations.enter_new(context.workspace, 2026, "Thôn Mẫu", "Thôn, tổ dân phố"))
    page = tab.organisations.page
    assert tab.stack.currentWidget() is tab.organisations
    assert page.titles.isVisible()
    assert not page.commitments.isVisible()
    assert page.no_results._title.text() == "Năm 2026 chưa có kế hoạch nên chưa ghi được cam kết."
    assert page.no_results.height() < page.promises.height() / 2, "what is said alone keeps its height"
    page.no_results.acted.emit(0)
    assert went == [PLANS, PLANS]


def test_with_a_plan_but_no_organisation_the_plan_is_asked_first(context, plan_id, make_tab):
    tab = make_tab()
    assert tab.empty._title.text() == "Chưa có đơn vị nào thi đua năm 2026"
    assert tab.empty._button.text() == "Lấy đơn vị từ kế hoạch…"
    assert tab.other_start.text() == "Thêm đơn vị…"
    assert not tab.act_preview.isEnabled()
    tab.switch.setCurrentIndex(BY_TARGET)
    assert tab.stack.currentWidget() is tab.targets
    assert tab.targets.results.isVisible()
    tab.switch.setCurrentIndex(SUMMARY)
    assert tab.summary.empty.isVisible()


def test_a_year_without_targets_leads_to_the_plan(context, make_tab):
    went = []
    context.show_tab = went.append
    tab = make_tab()
    tab.switch.setCurrentIndex(BY_TARGET)
    assert tab.targets.empty.isVisible()
    tab.targets.empty.started.emit()
    assert went == [PLANS]


def test_a_plan_without_phases_gets_two_by_one_click_and_undo_takes_them_back(context, make_tab, ask):
    stored = plans.store_plan(context.workspace, replace(PLAN, phases=()), None)[1]
    found = registrations.candidates(context.workspace, stored)
    registrations.adopt(context.workspace, stored, [one for one in found if one.ticked])
    tab = make_tab()
    page = tab.organisations.page
    assert page.no_results.isVisible()
    page.no_results.acted.emit(0)
    headings = [column.heading for column in page.commitments.model.columns]
    assert headings[3:5] == ["6 tháng đầu năm", "6 tháng cuối năm"]
    assert not page.no_results.isVisible()
    assert ask.notices[-1].text == "Đã chia năm thành hai đợt."
    ask.notices[-1].acts[0][1]()
    assert page.no_results.isVisible()


# Another year


def test_another_year_shows_its_own_and_coming_back_stores_nothing(tab, context):
    years.add_year(context.workspace, 2027)
    before = history.undo_text(context.workspace)
    tab.set_year(2027)
    assert tab.header._title.full_text() == "Đăng ký – Giao ước năm 2027"
    assert tab.organisations.page.commitments.model.sheet.plans == ()
    tab.switch.setCurrentIndex(BY_TARGET)
    assert tab.targets.empty.isVisible()
    tab.set_year(2026)
    tab.switch.setCurrentIndex(BY_ORGANISATION)
    assert tab.organisations.page.commitments.model.rowCount() == 3
    assert history.undo_text(context.workspace) == before


@pytest.mark.parametrize(
    ("kind", "view"), [("commitment_results", BY_ORGANISATION), ("registrations", CHASING), ("reminders", CHASING)]
)
def test_a_place_is_shown_in_its_view_and_one_that_is_gone_changes_nothing(tab, kind, view):
    tab.show_place(kind, 999)
    assert tab.switch.currentIndex() == view
    tab.show_place("plans", 1)
    assert tab.switch.currentIndex() == view


def test_in_a_small_window_the_last_column_of_results_is_in_sight(tab, qtbot):
    targets(tab)
    table = tab.targets.results.table
    qtbot.waitUntil(table.isVisible)
    assert not table.horizontalScrollBar().isVisible()


def test_the_chosen_organisation_is_put_right_in_the_directory(tab, context):
    led = []
    context.go_to = led.append
    menu = tab.header.findChild(QMenu)
    menu.aboutToShow.emit()
    tab.act_directory.trigger()
    assert led == [Destination(DIRECTORY, "organisations", tab.organisations.chosen.organisation_id)]
    tab.switch.setCurrentIndex(BY_TARGET)
    menu.aboutToShow.emit()
    assert not tab.act_directory.isEnabled(), "none is seen to be chosen here"


def test_another_organisation_begins_at_the_top_of_its_page(tab, qapp):
    tab.resize(1366, 420)
    qapp.processEvents()
    bar = tab.organisations.middle.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    choose(tab, "Hội Phụ nữ xã")
    assert bar.value() == 0
