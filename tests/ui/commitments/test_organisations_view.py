"""The view by organisation: what is chosen, typed, registered, refused and taken back."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.ui.commitments.looking import FIRST, NAME, PERCENT, PLANNED, SECOND, TARGET, choose, names, rows, sheet
from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.registration.commitments import Standing
from thidua_desktop.domain.registration.cover import Owing
from thidua_desktop.services import history
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commitments, registrations, results
from thidua_desktop.ui.tabs.commitments.organisation_list import (
    FILTERS,
    RECEIVED,
    WAITING,
    OrganisationList,
    counts_of,
    state_of,
)
from thidua_desktop.ui.theme import State, sizes


@pytest.mark.parametrize(
    ("standing", "late", "said"),
    [
        (Standing(1, "Thôn Mẫu"), False, ("chưa vào danh sách năm", State.NEUTRAL)),
        (Standing(1, "Thôn Mẫu", registration_id=1), False, ("chưa nộp", State.WAIT)),
        (
            Standing(1, "Thôn Mẫu", registration_id=1, received_on="2026-02-12"),
            False,
            ("đã nộp 12/02", State.GOOD),
        ),
        (
            Standing(1, "Thôn Mẫu", registration_id=1, received_on="2026-02-12"),
            True,
            ("quá hạn báo cáo", State.BAD),
        ),
    ],
)
def test_how_an_organisation_stands(standing, late, said):
    assert state_of(standing, late) == said


def test_a_report_to_type_in_comes_before_what_was_given():
    standing = Standing(1, "Thôn Mẫu", registration_id=1, received_on="2026-02-12")
    assert state_of(standing, late=False, entering=True) == ("đã báo cáo, chưa nhập", State.WAIT)


def test_the_blocks_of_the_year_can_be_chosen(qtbot):
    shown = OrganisationList()
    qtbot.addWidget(shown)
    standings = [Standing(n, f"Thôn {n}", block=block) for n, block in enumerate(("Khối thôn", "", "Cụm 1"), 1)]
    shown.show_standings(standings, frozenset())
    texts = [shown.filter.itemText(number) for number in range(shown.filter.count())]
    assert texts[len(FILTERS) :] == ["Cụm 1 (1)", "Khối thôn (1)"]
    shown.filter.setCurrentIndex(len(FILTERS) + 1)
    shown.filter.activated.emit(len(FILTERS) + 1)
    assert shown.view.model().rowCount() == 1 and shown.current() in (0, 1)


def test_what_an_organisation_registered_in_a_few_words():
    assert counts_of(Standing(1, "Thôn Mẫu", titles=3, commitments=4)) == "3 danh hiệu, 4 cam kết"
    assert counts_of(Standing(1, "Thôn Mẫu")) == ""
    assert counts_of(Standing(1, "Thôn Mẫu", registration_id=1, titles=2)) == "chưa cam kết"
    owes = [Owing(n, "Trồng rừng", "", why) for n, why in enumerate(("chưa cam kết", "chưa có số", "chưa cam kết"))]
    listed = Standing(1, "Thôn Mẫu", registration_id=1, titles=3, commitments=4)
    assert counts_of(listed, owes) == "chưa cam kết 2 chỉ tiêu, 1 cam kết chưa có số"


def test_the_first_organisation_is_shown_with_its_commitments(tab):
    assert names(tab) == ["Hội Nông dân xã", "Hội Phụ nữ xã", "Đoàn Thanh niên xã"]
    assert rows(tab)[:2] == [
        ["Vận động hội viên xóa 4 nhà tạm", "Xóa nhà tạm, nhà dột nát", "4 nhà", "", "", "", "chưa báo cáo"],
        ["Trồng rừng mới 5 ha", "", "5 ha", "", "", "", "chưa báo cáo"],
    ]
    assert tab.header._subtitle.full_text() == "3 đơn vị trong năm · 0 đã nộp bản đăng ký, 3 chưa nộp"


@pytest.mark.parametrize("promised", ["90 triệu đồng", "120 hội viên", "≥ 97,5%"])
def test_what_was_promised_is_read_whole(tab, promised):
    table = tab.organisations.page.commitments.table
    room = table.columnWidth(PLANNED) - 2 * sizes.UNIT
    assert table.fontMetrics().horizontalAdvance(promised) <= room
    assert table.fontMetrics().horizontalAdvance("106,2%") <= table.columnWidth(PERCENT) - 2 * sizes.UNIT


def test_results_are_typed_down_a_column_as_in_excel(tab, context, qtbot):
    view = tab.organisations.page.commitments
    view.table.setFocus()
    view.table.go_to(0, FIRST)
    for row, figure in enumerate(("3", "5")):
        type_text(view.table, figure)
        press_key(view.table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda below=row + 1: view.table.currentIndex().row() == below)
    assert [row[FIRST:] for row in rows(tab)[:2]] == [["3", "", "75%", "chưa đạt"], ["5", "", "100%", "đạt"]]
    assert view.table.currentIndex().column() == FIRST
    assert history.undo_text(context.workspace) == "Sửa kết quả cam kết “Trồng rừng mới 5 ha”"


def test_a_figure_in_words_stays_in_its_cell_with_the_reason(tab, context, ask):
    view = tab.organisations.page.commitments
    view.model.setData(view.model.index(0, FIRST), "khoảng năm nhà")
    assert view.model.data(view.model.index(0, FIRST)) == "! khoảng năm nhà"
    assert view.message.isVisible()
    assert "khoảng năm nhà" in view.message._title.text()
    tab.reload(None)
    assert view.model.text(0, FIRST) == "khoảng năm nhà"
    ask.answers = [False]
    assert not tab.may_turn()
    view.message.acted.emit(0)
    assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (0, FIRST)
    view.model.setData(view.model.index(0, FIRST), "5")
    assert not view.message.isVisible()
    assert view.model.text(0, FIRST) == "5"


def test_a_text_typed_back_to_what_is_stored_is_no_act(tab, context):
    view = tab.organisations.page.commitments
    before = history.undo_text(context.workspace)
    view.model.setData(view.model.index(0, FIRST), "năm nhà")
    view.model.setData(view.model.index(0, FIRST), "")
    assert history.undo_text(context.workspace) == before
    assert not view.message.isVisible()


def test_leaving_an_organisation_with_a_refused_text_asks(tab, ask):
    view = tab.organisations.page.commitments
    view.model.setData(view.model.index(0, FIRST), "năm nhà")
    ask.answers = [False]
    choose(tab, "Hội Phụ nữ xã")
    assert tab.organisations.chosen.name == "Hội Nông dân xã"
    assert tab.organisations.list.current() == tab.organisations.chosen.organisation_id
    ask.answers = [True]
    choose(tab, "Hội Phụ nữ xã")
    assert tab.organisations.chosen.name == "Hội Phụ nữ xã"
    assert rows(tab)[0][NAME] == "Vận động hội viên xóa 4 nhà tạm".replace("Vận động", "Giúp").replace("4", "3")


def test_a_block_from_excel_is_one_act(tab, context):
    view = tab.organisations.page.commitments
    view.table.setFocus()
    view.table.go_to(0, FIRST)
    QGuiApplication.clipboard().setText("2\t4\n3\tchưa rõ\n")
    view.table.paste()
    assert [row[FIRST : SECOND + 1] for row in rows(tab)[:2]] == [["2", "4"], ["3", "chưa rõ"]]
    assert view.message.isVisible()
    context.bus.publish(history.undo(context.workspace))
    assert [row[FIRST] for row in rows(tab)[:2]] == ["", ""]


def test_del_empties_results_as_one_act(tab, context):
    view = tab.organisations.page.commitments
    for row in (0, 1):
        view.model.setData(view.model.index(row, FIRST), "2")
    view.table.selectColumn(FIRST)
    press_key(view.table, Qt.Key.Key_Delete)
    assert [row[FIRST] for row in rows(tab)[:2]] == ["", ""]
    context.bus.publish(history.undo(context.workspace))
    assert [row[FIRST] for row in rows(tab)[:2]] == ["2", "2"]


def test_a_commitment_is_added_in_the_empty_row(tab, context):
    view = tab.organisations.page.commitments
    view.table.setFocus()
    view.table.go_to(2, NAME, edit=True)
    type_text(view.table, "Thành lập 1 tổ hợp tác")
    press_key(view.table, Qt.Key.Key_Return)
    assert rows(tab)[2][NAME] == "Thành lập 1 tổ hợp tác"
    assert view.model.data(view.model.index(3, NAME)) == "Thêm cam kết mới…"
    added = sheet(context, tab.organisations.chosen.organisation_id)[2]
    assert (added.name, added.organisation) == ("Thành lập 1 tổ hợp tác", "Hội Nông dân xã")


def test_what_is_typed_in_the_empty_row_before_its_words_waits_and_counts_as_unstored(tab, ask, context):
    view = tab.organisations.page.commitments
    before = history.undo_text(context.workspace)
    view.model.setData(view.model.index(2, PLANNED), "6 ha")
    assert view.model.is_unstored
    assert history.undo_text(context.workspace) == before
    view.model.setData(view.model.index(2, NAME), "Trồng cây xanh")
    assert rows(tab)[2][:3] == ["Trồng cây xanh", "", "6 ha"]
    assert not view.model.is_unstored


def test_words_figures_and_target_of_a_commitment_are_edited_in_place(tab, context):
    view = tab.organisations.page.commitments
    view.model.setData(view.model.index(1, NAME), "Trồng rừng mới 6 ha")
    view.model.setData(view.model.index(1, PLANNED), "6 ha")
    view.model.setData(view.model.index(1, TARGET), "trồng rừng mới")
    assert rows(tab)[1][:3] == ["Trồng rừng mới 6 ha", "Trồng rừng mới", "6 ha"]
    view.model.setData(view.model.index(1, TARGET), "chỉ tiêu lạ")
    assert "Kế hoạch không có chỉ tiêu “chỉ tiêu lạ”" in view.message._title.text()
    view.model.setData(view.model.index(1, TARGET), "")
    assert rows(tab)[1][TARGET] == ""


def test_a_removed_commitment_comes_back_by_the_notice(tab, ask):
    view = tab.organisations.page.commitments
    view.table.selectRow(0)
    press_key(view.table, Qt.Key.Key_Delete)
    assert [row[NAME] for row in rows(tab)] == ["Trồng rừng mới 5 ha", ""]
    assert ask.notices[-1].text == "Đã xóa 1 cam kết."
    ask.notices[-1].acts[0][1]()
    assert rows(tab)[0][NAME] == "Vận động hội viên xóa 4 nhà tạm"


def test_removing_without_a_chosen_row_says_so(tab, ask):
    view = tab.organisations.page.commitments
    view.table.clearSelection()
    tab.organisations.page.remove_button.click()
    assert ask.notices[-1].text == "Chưa chọn cam kết nào để xóa."


def test_the_day_it_came_back_is_stored_and_shown(tab, context):
    page = tab.organisations.page
    page.received.setFocus()
    type_text(page.received, "12/02/2026")
    page.received.autosave.flush()
    found = registrations.registration(context.workspace, 2026, page.organisation_id)
    assert found.received_on == "2026-02-12"
    assert page.chip.text() == "✓ Đã nộp 12/02"
    assert tab.header._subtitle.full_text().endswith("1 đã nộp bản đăng ký, 2 chưa nộp")


def test_a_day_that_is_none_is_told_under_its_field_and_stays_there(tab, context):
    page = tab.organisations.page
    type_text(page.received, "31/02/2026")
    page.received.autosave.flush()
    assert page.received_field.problem()
    assert page.received.text() == "31/02/2026"
    assert registrations.registration(context.workspace, 2026, page.organisation_id).received_on is None


def test_a_note_typed_until_the_field_is_left_is_one_act(tab, context):
    page = tab.organisations.page
    page.note.setFocus()
    for letters in ("Còn thiếu", " chữ ký"):
        type_text(page.note, letters)
        page.note.autosave.flush()
    assert registrations.registration(context.workspace, 2026, page.organisation_id).note == "Còn thiếu chữ ký"
    context.bus.publish(history.undo(context.workspace))
    assert registrations.registration(context.workspace, 2026, page.organisation_id).note == ""
    assert page.note.text() == ""


def test_looking_at_organisations_stores_nothing(tab, context):
    before = history.undo_text(context.workspace)
    for one in tab.organisations.standings:
        tab.organisations.list.list.choose(one.organisation_id)
    tab.hide()
    assert history.undo_text(context.workspace) == before


def test_titles_are_registered_below_and_mark_the_form_as_received(tab, context):
    page = tab.organisations.page
    view = page.titles
    for column, text in enumerate(("Nguyễn Văn Mẫu", "cá nhân", "Lao động tiên tiến")):
        view.model.setData(view.model.index(0, column), text)
    assert page.chip.text() == "✓ Đã nộp 05/02"
    assert tab.organisations.list.delegate.below[page.organisation_id].more == "1 danh hiệu, 2 cam kết"
    choose(tab, "Hội Phụ nữ xã")
    assert page.titles.model.rows.count == 0
    choose(tab, "Hội Nông dân xã")
    assert page.titles.model.text(0, 0) == "Nguyễn Văn Mẫu"


def test_the_chosen_organisation_and_row_stay_when_all_is_read_again(tab):
    choose(tab, "Đoàn Thanh niên xã")
    view = tab.organisations.page.commitments
    view.table.go_to(0, SECOND)
    tab.reload(None)
    assert tab.organisations.chosen.name == "Đoàn Thanh niên xã"
    assert tab.organisations.list.current() == tab.organisations.chosen.organisation_id
    assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (0, SECOND)


def test_an_open_cell_survives_a_change_from_elsewhere(tab, context, qtbot):
    view = tab.organisations.page.commitments
    view.table.setFocus()
    view.table.go_to(1, FIRST, edit=True)
    type_text(view.table, "4")
    first = sheet(context, tab.organisations.chosen.organisation_id)[0]
    context.bus.publish(results.set_commitment_result(context.workspace, first.owner_id, 1, 0, "1"))
    assert rows(tab)[0][FIRST] == "1"
    press_key(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(tab)[1][FIRST] == "4")


def test_the_list_is_searched_and_filtered(tab, context):
    found = choose(tab, "Hội Phụ nữ xã")
    context.bus.publish(registrations.set_received(context.workspace, found.registration_id, context.workspace.today()))
    tab.organisations.list.filter.setCurrentIndex(WAITING)
    tab.organisations.list.filter.activated.emit(WAITING)
    assert names(tab) == ["Hội Nông dân xã", "Đoàn Thanh niên xã"]
    tab.organisations.list.filter.setCurrentIndex(RECEIVED)
    tab.organisations.list.filter.activated.emit(RECEIVED)
    assert names(tab) == ["Hội Phụ nữ xã"]
    assert tab.organisations.list.filter.currentText() == "Đã nộp bản đăng ký (1)"
    tab.find_here()
    assert tab.organisations.list.list.search.hasFocus()
    other = next(one for one in tab.organisations.standings if one.name == "Đoàn Thanh niên xã")
    tab.show_place("organisations", other.organisation_id)
    assert tab.organisations.chosen.name == "Đoàn Thanh niên xã"


def test_an_organisation_leaves_the_year_and_comes_back_by_the_notice(tab, ask):
    tab.organisations.page.leave.click()
    assert "Đã bỏ Hội Nông dân xã khỏi danh sách năm 2026" in ask.notices[-1].text
    page = tab.organisations.page
    assert page.not_listed.isVisible()
    assert not page.titles.isVisible()
    ask.notices[-1].acts[0][1]()
    assert not page.not_listed.isVisible()
    page.leave.click()
    page.not_listed.acted.emit(0)
    assert page.registration is not None


def test_papers_that_are_out_are_told_before_an_organisation_leaves_the_year(tab, ask, context):
    page = tab.organisations.page
    context.bus.publish(registrations.set_received(context.workspace, page.registration.id, context.workspace.today()))
    ask.answers = [False]
    page.leave.click()
    assert "đã nộp bản đăng ký" in ask.said[-1].text and page.registration is not None
    ask.answers = [True]
    page.leave.click()
    assert page.not_listed.isVisible()


def test_a_fault_while_leaving_the_year_is_told(tab, ask, monkeypatch):
    def fails(*_):
        raise KnownError("Ổ đĩa đã đầy nên chưa lưu được.", "Hãy dọn bớt ổ đĩa.")

    monkeypatch.setattr(registrations, "remove_from_year", fails)
    tab.organisations.page.leave.click()
    assert ask.texts == ["Ổ đĩa đã đầy nên chưa lưu được."]
    assert tab.organisations.page.registration is not None


def test_a_day_that_is_none_is_not_left_behind_without_a_question(tab, ask):
    page = tab.organisations.page
    type_text(page.received, "31/02/2026")
    ask.answers = [False]
    choose(tab, "Hội Phụ nữ xã")
    assert page.received.text() == "31/02/2026"
    ask.answers = [True]
    choose(tab, "Hội Phụ nữ xã")
    assert (page.received.text(), page.received_field.problem()) == ("", "")


def test_commitments_of_nobody_in_the_directory_are_counted_in_the_header(tab, context, plan_id):
    cells = {"organisation": "Tổ hợp tác Mẫu", "quote": "Trồng 2 ha rau"}
    changes, _ = registers.add_row(context.workspace, "commitments", cells, scope=plan_id)
    context.bus.publish(changes)
    assert tab.header._subtitle.full_text().endswith(" · 1 cam kết trong kế hoạch chưa gắn với đơn vị")


def test_tab_and_arrows_reach_every_cell_and_leave_the_table(tab):
    table = tab.organisations.page.commitments.table
    table.setFocus()
    table.go_to(0, NAME)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert table.currentIndex().column() == TARGET
    QTest.keyClick(table, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert not table.hasFocus()


def test_a_commitment_of_the_plan_tab_is_seen_at_once(tab, context, plan_id):
    organisation_id = tab.organisations.chosen.organisation_id
    added, _ = commitments.add(context.workspace, 2026, organisation_id, "Mở 2 lớp tập huấn", "2 lớp")
    context.bus.publish(added)
    assert rows(tab)[2][:3] == ["Mở 2 lớp tập huấn", "", "2 lớp"]
    changes, _ = registers.add_row(
        context.workspace, "plan_phases", {"name": "Cả năm", "end": "31/12/2026"}, scope=plan_id
    )
    context.bus.publish(changes)
    headings = [column.heading for column in tab.organisations.page.commitments.model.columns]
    assert headings[3:6] == ["6 tháng đầu năm", "6 tháng cuối năm", "Cả năm"]


def test_tab_goes_down_the_page_of_an_organisation(tab):
    page = tab.organisations.page
    assert tab.organisations.columns.widget(1).focusPolicy() == Qt.FocusPolicy.NoFocus, "no stop that nobody sees"
    order = [page.received, page.note, page.leave, page.owed_button, page.remove_button, page.commitments.table]
    order += [page.registered.tabs, page.titles.search, *page.titles.buttons.values(), page.titles.table]
    for before, behind in pairwise(order):
        after = before.nextInFocusChain()
        while not after.focusPolicy() & Qt.FocusPolicy.TabFocus or after.focusProxy():
            after = after.nextInFocusChain()
        assert after is behind
