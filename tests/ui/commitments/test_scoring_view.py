"""Scoring in the window: from no set to a ranking, typed on the keyboard, explained in words, led to by undo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.ui.typing import press_key, type_text
from thidua_desktop.services import history
from thidua_desktop.services.office import years
from thidua_desktop.services.registration import result_sheets, results
from thidua_desktop.services.scoring import scores, sets
from thidua_desktop.ui.tabs.commitments.scoring.score_model import NO_REASON
from thidua_desktop.ui.tabs.commitments.scoring.view import RANKING, SET, SHEET
from thidua_desktop.ui.tabs.commitments.tab import SCORING
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.table import SoftRole

NAME, BASE, PLANNED, ACHIEVED, RECKONED, OWN, COUNCIL, COUNTS, REASON = range(9)
HEADING, RATE, QUALITY = range(3)
"""The first rows of the example."""


@pytest.fixture
def view(opened, make_tab):
    """The view of a year whose three organisations are scored by the example."""
    sets.add_example(opened.workspace, 2026)
    tab = make_tab()
    tab.switch.setCurrentIndex(SCORING)
    return tab.view


def listed(view):
    model = view.list.view.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def cells(view, row):
    return [view.sheet.model.text(row, column) for column in range(9)]


def choose(view, name):
    found = next(one for one in view.places.ranked if one.name == name)
    view.list.list.choose(found.registration_id)


def write(view, row, column, text):
    model = view.sheet.model
    model.setData(model.index(row, column), text)


def report(context, name, text):
    row = next(one for one in result_sheets.commitment_sheet(context.workspace, 2026).rows if one.name == name)
    changes = results.set_commitment_result(context.workspace, row.owner_id, row.cells[0].phase_id, row.figure, text)
    context.bus.publish(changes)


def test_a_year_without_a_set_begins_with_the_example(opened, make_tab, qtbot):
    tab = make_tab()
    tab.switch.setCurrentIndex(SCORING)
    view = tab.view
    assert view.empty.isVisible()
    assert not view.stack.isVisible()
    view.empty.started.emit()
    assert view.pages.currentIndex() == SET
    assert view.chooser.currentText() == "Chấm điểm thi đua của đơn vị (ví dụ)"
    assert view.set_page.criteria.model.rows.count == 17
    view.pages.setCurrentIndex(SHEET)
    assert listed(view) == ["Hội Nông dân xã", "Hội Phụ nữ xã", "Đoàn Thanh niên xã"]


def test_figures_come_from_the_results_and_are_told_apart_from_typed_ones(opened, view):
    report(opened, "Vận động hội viên xóa 4 nhà tạm", "4")
    choose(view, "Hội Nông dân xã")
    model = view.sheet.model
    assert cells(view, RATE)[BASE:COUNCIL] == ["40", "100", "50", "20", ""]
    assert model.index(RATE, ACHIEVED).data(SoftRole)
    write(view, RATE, ACHIEVED, "75")
    assert cells(view, RATE)[ACHIEVED:OWN] == ["75", "30"]
    assert not model.index(RATE, ACHIEVED).data(SoftRole)
    assert "số liệu cho biết: 1/2 cam kết đạt" in model.index(RATE, ACHIEVED).data(Qt.ItemDataRole.ToolTipRole)
    write(view, RATE, ACHIEVED, "")
    assert cells(view, RATE)[ACHIEVED] == "50"


def test_grades_are_typed_on_the_keyboard_row_by_row_and_the_name_of_a_part_is_passed(view, qtbot):
    view.sheet.table.setFocus()
    view.sheet.table.go_to(QUALITY, OWN)
    type_text(view.sheet.table, "b")
    press_key(view.sheet.table, Qt.Key.Key_Return)
    assert view.sheet.model.is_heading(QUALITY + 1)
    qtbot.waitUntil(lambda: view.sheet.table.current_row() == QUALITY + 2)
    assert cells(view, QUALITY)[OWN:REASON] == ["B", "", "8"]
    assert view.list.delegate.below[view.list.ids()[0]].word == "8 điểm, còn 5 tiêu chí"
    assert view.sheet.footed.sums()[COUNTS] == "8"


def test_a_change_by_the_council_wants_a_reason(view):
    write(view, QUALITY, OWN, "A")
    write(view, QUALITY, COUNCIL, "8")
    assert cells(view, QUALITY)[REASON] == NO_REASON
    assert view.sheet.model.state(QUALITY, REASON) is State.WAIT
    write(view, QUALITY, REASON, "Hai việc chậm")
    assert cells(view, QUALITY)[COUNTS:] == ["8", "Hai việc chậm"]
    assert view.sheet.model.state(QUALITY, REASON) is State.NEUTRAL


def test_the_next_organisation_is_scored_in_the_same_cell(view):
    view.sheet.table.setFocus()
    view.sheet.table.go_to(QUALITY, COUNCIL)
    view.go_on(1)
    assert view.sheet.about == "Hội Phụ nữ xã"
    current = view.sheet.table.currentIndex()
    assert (current.row(), current.column()) == (QUALITY, COUNCIL)
    view.go_on(-1)
    view.go_on(-1)
    assert view.sheet.about == "Đoàn Thanh niên xã"


def test_what_does_not_fit_stays_in_its_cell_with_the_reason(view):
    write(view, QUALITY, OWN, "99")
    assert cells(view, QUALITY)[OWN] == "99"
    assert view.sheet.message.isVisible()
    write(view, QUALITY, OWN, "9")
    assert not view.sheet.message.isVisible()


def test_escape_lets_go_what_does_not_fit(view):
    write(view, QUALITY, OWN, "9")
    write(view, QUALITY, OWN, "99")
    view.sheet.table.setFocus()
    view.sheet.table.go_to(QUALITY, OWN)
    press_key(view.sheet.table, Qt.Key.Key_Escape)
    assert cells(view, QUALITY)[OWN] == "9" and not view.sheet.message.isVisible()


def test_a_block_is_pasted_and_emptied_as_one_act(opened, view):
    QGuiApplication.clipboard().setText("A\tB\nA\tA\n9\t9")
    view.sheet.table.go_to(QUALITY, OWN)
    view.sheet.table.paste()
    assert history.undo_text(opened.workspace) == "Nhập 4 ô chấm điểm"  # the heading between them is left out
    model = view.sheet.model
    model.clear_cells([model.index(QUALITY, OWN), model.index(QUALITY, COUNCIL)])
    assert cells(view, QUALITY)[OWN:COUNTS] == ["", ""]
    history.undo(opened.workspace)
    history.undo(opened.workspace)
    assert not scores.SetScores(opened.workspace, view.chosen_set.id).sheets()[0].total.known


def test_points_are_explained_at_the_side(view, qtbot):
    write(view, RATE, ACHIEVED, "96")
    view.sheet.table.go_to(RATE, OWN)
    view.panel.fold(False)
    qtbot.waitUntil(lambda: "96 ÷ 100 × 40 = 38,4." in view.panel.explanation.lines.text())
    assert view.panel.explanation.sum.text().splitlines() == [
        "38,4 điểm = 38,4 trên 100 điểm chuẩn.",
        "Còn 5 tiêu chí chưa có điểm.",
    ]
    view.panel.tabs.setCurrentIndex(1)
    assert view.panel.shows(view.panel.history)


def test_places_are_listed_with_every_criterion_and_lead_to_the_sheet(view):
    for name, grade in (("Hội Nông dân xã", "B"), ("Hội Phụ nữ xã", "A"), ("Đoàn Thanh niên xã", "B")):
        choose(view, name)
        write(view, QUALITY, COUNCIL, grade)
    assert listed(view) == ["Hội Phụ nữ xã", "Hội Nông dân xã", "Đoàn Thanh niên xã"]
    view.pages.setCurrentIndex(RANKING)
    model = view.ranking.model
    assert [column.heading for column in model.columns[:5]] == ["Đơn vị", "Tổng điểm", "Hạng", "Còn thiếu", "I.1"]
    assert [[model.text(row, column) for column in (0, 1, 2, 5)] for row in range(3)] == [
        ["Hội Phụ nữ xã", "10", "1", "10"],
        ["Hội Nông dân xã", "8", "2", "8"],
        ["Đoàn Thanh niên xã", "8", "2", "8"],
    ]
    assert view.about.full_text().startswith("Còn 3 đơn vị chưa chấm đủ tiêu chí.")
    assert view.paper().export == "score-ranking"
    view.ranking.table.row_opened.emit(2)
    assert view.pages.currentIndex() == SHEET
    assert view.sheet.about == "Đoàn Thanh niên xã"
    assert view.paper().export == "score-sheet"


def test_the_council_scores_one_criterion_down_the_column(opened, view, qtbot):
    view.pages.setCurrentIndex(RANKING)
    page = view.ranking
    page.layers.setCurrentIndex(2)
    page.layers.activated.emit(2)
    assert view.about.full_text().startswith("Gõ xuống từng cột như Excel.")
    column = 3
    page.table.setFocus()
    page.table.go_to(0, column)
    for row, grade in enumerate(("b", "a")):
        type_text(page.table, grade)
        press_key(page.table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda below=row + 1: page.table.current_row() == below)
    names = [one.name for one in page.model.rows]
    assert names == ["Hội Nông dân xã", "Hội Phụ nữ xã", "Đoàn Thanh niên xã"]  # no row moves under the typing
    assert [one.heading for one in page.model.columns[:3]] == ["Đơn vị", "Tổng điểm", "I.1"]
    assert [page.model.text(row, column) for row in range(3)] == ["B", "A", ""]
    assert history.undo_text(opened.workspace) == "Sửa điểm Hội đồng chấm của Hội Phụ nữ xã"
    QGuiApplication.clipboard().setText("12\n9\n8")
    page.table.go_to(0, column)
    page.table.paste()
    assert [page.model.text(row, column) for row in range(3)] == ["12", "9", "8"]
    assert page.message.isVisible()  # twelve of ten
    write_in(page, 0, column, "10")
    assert not page.message.isVisible()
    page.layers.setCurrentIndex(0)
    page.layers.activated.emit(0)
    column = next(at for at, one in enumerate(page.model.columns) if one.heading == "I.2")
    assert [page.model.text(row, column) for row in range(3)] == ["10", "9", "8"]
    assert not page.model.index(0, column).flags() & Qt.ItemFlag.ItemIsEditable


def write_in(page, row, column, text):
    page.model.setData(page.model.index(row, column), text)


def test_the_cells_of_a_set_save_by_themselves_and_say_what_does_not_fit(opened, view):
    view.pages.setCurrentIndex(SET)
    field = view.set_page.fields["late"]
    field.widget.setText("5 trừ 5")
    field.widget.textEdited.emit("5 trừ 5")
    field.widget.autosave.flush()
    assert "chưa rõ là chậm" in field.problem()
    field.widget.setText("7 ngày trừ 3")
    field.widget.textEdited.emit("7 ngày trừ 3")
    field.widget.autosave.flush()
    assert not field.problem()
    assert sets.field_text(sets.sets_of_year(opened.workspace, 2026)[0], "late") == "7 ngày trừ 3"
    assert field.widget.text() == "7 ngày trừ 3"


def test_criteria_are_ticked_among_the_targets_of_the_plan(opened, view):
    view.pages.setCurrentIndex(SET)
    criteria = view.set_page.criteria
    criteria.table.go_to(1)
    criteria._later.timeout.emit()
    button = view.set_page.from_targets
    button.click()
    button.dialog.model.tick([1], True)
    button.dialog.add_button.click()
    assert criteria.model.rows.at(2).cells[0] == "Xóa nhà tạm, nhà dột nát"
    assert view.context.ask.notices[-1].text == "Đã thêm 1 tiêu chí; hãy ghi điểm chuẩn."


def test_filling_the_page_of_a_set_is_no_typing(opened, view):
    before = history.undo_text(opened.workspace)
    view.pages.setCurrentIndex(SET)
    view.reload(None)
    assert history.undo_text(opened.workspace) == before


def test_the_set_of_the_commune_has_one_sheet_and_no_places(opened, view):
    view.acts.add_example(1)
    assert view.chooser.count() == 2
    view.pages.setCurrentIndex(SHEET)
    assert view.sheet.about == "xã Ví Dụ"
    assert not view.left.isVisible()
    assert not view.pages.isTabVisible(RANKING)
    assert view.paper().export == "commune-score-sheet"
    assert view.panel.explanation.criterion.text() == ""


def test_a_set_is_taken_away_and_brought_back(opened, view):
    view.acts.remove()
    assert view.empty.isVisible()
    opened.bus.publish(history.undo(opened.workspace))
    assert not view.empty.isVisible()
    assert view.chooser.currentText() == "Chấm điểm thi đua của đơn vị (ví dụ)"


def test_another_year_has_its_own_sets(opened, view):
    years.add_year(opened.workspace, 2027)
    tab = view.window() if hasattr(view.window(), "set_year") else view.parent().parent()
    tab.set_year(2027)
    assert view.empty.isVisible()
    view.acts.copy(sets.sets_of_year(opened.workspace, 2026)[0].id)
    view.pages.setCurrentIndex(SHEET)
    assert view.nobody.isVisible()  # nobody is in the list of 2027 yet
    tab.set_year(2026)
    assert listed(view) == ["Hội Nông dân xã", "Hội Phụ nữ xã", "Đoàn Thanh niên xã"]


def test_undo_and_search_lead_to_the_sheet_and_to_the_criterion(opened, make_tab):
    workspace = opened.workspace
    set_id = sets.add_example(workspace, 2026)[1]
    tab = make_tab()
    made = scores.SetScores(workspace, set_id)
    quality = made.criteria.criteria[QUALITY]
    scores.set_score(workspace, scores.Entry(quality.id, made.scored[1].registration_id, "own", "A"))
    score_id = scores.score_sheet(workspace, set_id, made.scored[1].registration_id).rows[QUALITY].points.score.id
    tab.show_place("scores", score_id)
    assert tab.switch.currentIndex() == SCORING
    assert tab.view.sheet.about == "Hội Phụ nữ xã"
    assert tab.view.sheet.table.current_row() == QUALITY
    tab.show_place("criteria", quality.id)
    assert tab.view.pages.currentIndex() == SET
    assert tab.view.set_page.criteria.chosen_id() == quality.id


def test_the_sheet_and_the_places_are_previewed_as_they_will_be_printed(opened, view, qtbot):
    tab = view.parent().parent()
    tab.act_preview.trigger()
    qtbot.waitUntil(lambda: view.panel.preview.page_count() > 0, timeout=30_000)
    sheet = view.panel.preview.pdf
    view.go_on(1)
    qtbot.waitUntil(lambda: view.panel.preview.pdf not in (b"", sheet), timeout=30_000)
    other = view.panel.preview.pdf
    view.pages.setCurrentIndex(RANKING)
    qtbot.waitUntil(lambda: view.panel.preview.pdf not in (b"", sheet, other), timeout=30_000)
    assert tab.act_preview.isChecked()
