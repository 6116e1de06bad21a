"""The view Tiến độ: groups with totals, a phase or the whole year, typed as a sheet, and the year as one picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.destinations import PLANS
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services import history
from thidua_desktop.services.registration import adjustments, registrations, result_sheets, results
from thidua_desktop.ui import theme
from thidua_desktop.ui.tabs.commitments.progress.picture_paper import picture_pdf
from thidua_desktop.ui.tabs.commitments.progress.progress_model import NAME, NOTE, PLANNED, PROOF
from thidua_desktop.ui.tabs.commitments.result_model import PERCENT, STATUS
from thidua_desktop.ui.tabs.commitments.tab import VIEWS
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.progress import BarRole

PROGRESS = [words for words, _ in VIEWS].index("Tiến độ")
FIRST, SECOND = "phase/0", "phase/1"
HOUSES = "Vận động hội viên xóa 4 nhà tạm"


@pytest.fixture
def shown(opened, make_tab):
    """The view in August, after the first phase."""
    opened.workspace = replace(opened.workspace, today=lambda: date(2026, 8, 1))
    tab = make_tab()
    tab.switch.setCurrentIndex(PROGRESS)
    return tab


def at(tab, name, key):
    """Row and column of a commitment or of the heading of a group."""
    model = tab.view.model
    row = next(place for place, one in enumerate(model.rows) if one.name == name)
    return row, [column.key for column in model.columns].index(key)


def text(tab, name, key):
    return tab.view.model.text(*at(tab, name, key))


def put(tab, name, key, value):
    model = tab.view.model
    assert model.setData(model.index(*at(tab, name, key)), value)


def group_by(tab, number):
    tab.view.by.setCurrentIndex(number)
    tab.view.by.activated.emit(number)


def names(tab):
    return [row.name for row in tab.view.model.rows]


def test_commitments_stand_below_their_organisation_with_how_many_are_reached(shown):
    put(shown, HOUSES, FIRST, "4")
    assert names(shown)[:4] == ["Hội Nông dân xã", HOUSES, "Trồng rừng mới 5 ha", "Hội Phụ nữ xã"]
    assert text(shown, "Hội Nông dân xã", STATUS) == "1/2 đạt"
    assert (text(shown, HOUSES, PERCENT), text(shown, HOUSES, STATUS)) == ("100%", "đạt")
    assert shown.view.count.text() == "4 cam kết của 3 đơn vị: 1 đạt, 3 quá hạn"


def test_a_heading_is_read_and_never_typed_in(shown):
    model = shown.view.model
    widths = {column.heading: column.width for column in model.columns}
    assert widths["6 tháng đầu năm"] < len("6 tháng đầu năm")  # it stands in two lines, the commitments beside it
    row, _ = at(shown, "Hội Nông dân xã", NAME)
    assert not any(model.is_editable(row, column) for column in range(model.columnCount()))
    assert model.state(row, at(shown, HOUSES, STATUS)[1]) is State.NEUTRAL


def test_by_target_the_figures_of_one_unit_add_up(shown):
    put(shown, HOUSES, FIRST, "4")
    put(shown, "Giúp hội viên xóa 3 nhà tạm", FIRST, "2")
    group_by(shown, 1)
    target = "Xóa nhà tạm, nhà dột nát"
    assert (text(shown, target, PLANNED), text(shown, target, FIRST)) == ("7 nhà", "6")
    assert text(shown, HOUSES, "who") == "Hội Nông dân xã"
    assert names(shown)[-3] == "Chưa gắn với chỉ tiêu"


def test_groups_close_to_their_totals_and_open_one_by_one(shown):
    shown.view.close_button.setChecked(True)
    assert names(shown) == ["Hội Nông dân xã", "Hội Phụ nữ xã", "Đoàn Thanh niên xã"]
    shown.view.results.table.row_opened.emit(1)
    assert names(shown)[1:3] == ["Hội Phụ nữ xã", "Giúp hội viên xóa 3 nhà tạm"]
    shown.view.results.table.row_opened.emit(1)
    assert len(names(shown)) == 3


def test_a_phase_shows_its_own_column_and_how_it_stood_then(shown):
    put(shown, HOUSES, FIRST, "1")
    put(shown, HOUSES, SECOND, "4")
    shown.view._on_phase(1)
    keys = [column.key for column in shown.view.model.columns]
    assert FIRST in keys and SECOND not in keys
    assert (text(shown, HOUSES, PERCENT), text(shown, HOUSES, STATUS)) == ("25%", "chưa đạt")
    assert shown.view.model.state(*at(shown, HOUSES, STATUS)) is State.WAIT
    shown.view._on_phase(0)
    assert text(shown, HOUSES, STATUS) == "đạt"


def test_proof_and_note_are_typed_beside_the_result_of_the_phase_in_view(shown, context):
    shown.view._on_phase(1)
    put(shown, HOUSES, PROOF, "Biên bản 12")
    put(shown, HOUSES, NOTE, "còn chờ nghiệm thu")
    row = next(one for one in result_sheets.commitment_sheet(context.workspace, 2026).rows if one.name == HOUSES)
    assert [(cell.proof, cell.note) for cell in row.cells] == [("Biên bản 12", "còn chờ nghiệm thu"), ("", "")]
    shown.view._on_phase(2)
    assert text(shown, HOUSES, PROOF) == ""
    context.bus.publish(history.undo(context.workspace))
    shown.view._on_phase(1)
    assert (text(shown, HOUSES, PROOF), text(shown, HOUSES, NOTE)) == ("Biên bản 12", "")


def test_figures_are_typed_downwards_and_a_heading_between_is_passed(shown, qtbot):
    table = shown.view.results.table
    row, column = at(shown, HOUSES, FIRST)
    table.setFocus()
    table.go_to(row, column)
    for typed, below in (("4", 2), ("5", 4), ("3", 6)):
        type_text(table, typed)
        press_key(table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda wanted=below: table.current_row() == wanted)
    assert [text(shown, one, FIRST) for one in names(shown)[1:5]] == ["4", "5", "3", "3"]


def test_a_block_is_pasted_as_one_act_and_what_falls_on_a_heading_is_told(shown, context):
    model = shown.view.model
    row, column = at(shown, HOUSES, FIRST)
    with pytest.raises(KnownError, match="1 ô dán rơi vào dòng tên nhóm nên chưa ghi: 9; những ô khác đã ghi"):
        model.paste_cells(row, column, [["4"], ["5"], ["9"], ["3"]])
    assert text(shown, "Giúp hội viên xóa 3 nhà tạm", FIRST) == "3"
    assert history.undo_text(context.workspace) == "Nhập 3 kết quả"
    context.bus.publish(history.undo(context.workspace))
    assert text(shown, HOUSES, FIRST) == ""


def test_a_figure_that_is_none_stays_in_its_cell_with_the_reason(shown):
    put(shown, HOUSES, FIRST, "bốn")
    assert text(shown, HOUSES, FIRST) == "bốn"
    assert shown.view.results.message.isVisible()


@pytest.mark.parametrize(
    ("result", "share", "state"),
    [("4", 1.0, State.GOOD), ("5", 1.25, State.GOOD), ("2", 0.5, State.WAIT)],
)
def test_bars_tell_share_and_state_beside_the_word(shown, result, share, state):
    put(shown, HOUSES, FIRST, result)
    model = shown.view.model
    assert model.data(model.index(*at(shown, HOUSES, PERCENT)), BarRole) == (share, state)


def test_a_bar_reads_in_black_and_white(shown, qtbot):
    """Reached is plain, short is a pattern: their share of dark points differs also without colour."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

    from thidua_desktop.ui.widgets.progress import fill_by_state

    def dark(state):
        image = QImage(100, 14, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        fill_by_state(painter, QRectF(0, 0, 100, 14), state)
        painter.end()
        return sum(image.pixelColor(x, y).value() < 160 for x in range(95) for y in range(14)) / (95 * 14)

    shares = [dark(state) for state in (State.GOOD, State.WAIT, State.BAD)]
    assert shares[0] > 0.99
    assert 0.3 < shares[1] < 0.8
    assert 0.05 < shares[2] < 0.3


def test_the_search_keeps_the_headings_of_what_it_finds(shown):
    shown.view.model.search("phu nu")
    assert names(shown) == ["Hội Phụ nữ xã", "Giúp hội viên xóa 3 nhà tạm"]


# The picture


def test_the_picture_shows_the_groups_in_view_and_says_itself_in_words(shown):
    put(shown, HOUSES, FIRST, "4")
    shown.view.picture_button.setChecked(True)
    picture = shown.view.picture
    assert [row.name for row in picture.picture.rows] == ["Hội Nông dân xã", "Hội Phụ nữ xã", "Đoàn Thanh niên xã"]
    told = picture.accessibleDescription().split("; ")
    assert told[0].startswith("Hội Nông dân xã: 6 tháng đầu năm 1/2 đạt, 1 quá hạn")
    assert not picture.grab().isNull()
    group_by(shown, 2)
    assert [row.name for row in picture.picture.rows] == ["Chưa rõ lĩnh vực"]
    shown.view.picture_button.setChecked(False)
    assert shown.view.results.isVisible()


def test_the_picture_goes_onto_pages(shown, ask, tmp_path, qtbot):
    shown.view.picture_button.setChecked(True)
    rows = shown.view._picture().rows
    many = replace(shown.view._picture(), rows=rows * 20)
    pdf = picture_pdf(many, "Tiến độ", date(2026, 8, 1))
    assert pdf.startswith(b"%PDF") and pdf.count(b"/Type /Page\n") > 1
    ask.answers.append(tmp_path / "tien-do.pdf")
    shown.view.export_picture()
    qtbot.waitUntil(lambda: bool(ask.notices))
    assert (tmp_path / "tien-do.pdf").read_bytes().startswith(b"%PDF")


def test_on_paper_the_picture_is_dark_on_white_whatever_the_window_is(shown, qapp):
    from thidua_desktop.ui.tabs.commitments.papers.scan_pane import _pdf_page

    theme.apply(qapp, dark=True)
    try:
        page = _pdf_page(picture_pdf(shown.view._picture(), "Tiến độ", date(2026, 8, 1)), 0)
        assert theme.is_dark()
    finally:
        theme.apply(qapp, dark=False)
    title = [page.pixelColor(x, y).value() for x in range(0, 400, 2) for y in range(60, 160, 2)]
    assert min(title) < 80
    assert max(title) == 255


def test_a_year_without_commitments_leads_to_the_plan(context, make_tab):
    went = []
    context.show_tab = went.append
    tab = make_tab()
    tab.switch.setCurrentIndex(PROGRESS)
    assert tab.view.empty.isVisible()
    assert not tab.view.picture_button.isEnabled()
    tab.view.empty.started.emit()
    assert went == [PLANS]


def test_results_entered_elsewhere_are_seen_here(shown, context):
    row = next(one for one in result_sheets.commitment_sheet(context.workspace, 2026).rows if one.name == HOUSES)
    changes = results.set_commitment_result(context.workspace, row.owner_id, row.cells[0].phase_id, 0, "3")
    context.bus.publish(changes)
    assert text(shown, HOUSES, FIRST) == "3"


def test_after_a_refused_figure_what_others_entered_is_still_read(shown, context):
    put(shown, HOUSES, FIRST, "bốn")
    other = "Giúp hội viên xóa 3 nhà tạm"
    row = next(one for one in result_sheets.commitment_sheet(context.workspace, 2026).rows if one.name == other)
    context.bus.publish(results.set_commitment_result(context.workspace, row.owner_id, row.cells[0].phase_id, 0, "3"))
    assert text(shown, other, FIRST) == "3"


def test_what_was_handed_in_is_adjusted_from_here_too(shown, context):
    row, column = at(shown, HOUSES, PLANNED)
    commitment_id = shown.view.model.rows[row].owner_id
    for standing in registrations.standing(context.workspace, 2026):
        registrations.set_received(context.workspace, standing.registration_id, date(2026, 2, 3))
    shown.view.results.table.go_to(row, column)
    shown.view._fill_panel()
    shown.view.panel.details.terms.adjust.click()
    dialog = shown.view.adjusting.dialog
    dialog.values.setText("3 nhà")
    dialog.reason.setEditText("ảnh hưởng của bão")
    dialog.accept()
    assert text(shown, "Vận động hội viên xóa 3 nhà tạm", PLANNED) == "3 nhà"
    told = [one.words for one in adjustments.adjustments(context.workspace, commitment_id)]
    assert shown.view.adjusting.dialog is None and shown.view.panel.details.terms.adjusted.text() == "\n".join(told)
