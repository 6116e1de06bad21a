"""The ways in which a year goes wrong, in the window: a year without a plan, what is in use, what stands there twice."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.faults.saying import is_clear
from tests.faults.test_window_files import shown
from tests.faults.year_acts import DECISION, LABOUR, MIDYEAR_ROUND, OPEN_ROUND
from tests.ui.typing import press_key, type_text
from thidua_desktop.services import history
from thidua_desktop.services.awards import decisions, nominations
from thidua_desktop.services.office import years
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations, result_sheets
from thidua_desktop.ui.tabs.commitments.tab import BY_TARGET
from thidua_desktop.ui.widgets.register_view import RegisterView

OLD_FILE = Path(__file__).parents[1] / "storage" / "old_files" / "version-1.thidua.gz"


def workspace(window):
    return window.context.workspace


def told(ask) -> str:
    return f"{ask.said[-1].text} {ask.said[-1].explain}"


def column(model, key: str) -> int:
    return [one.key for one in model.columns].index(key)


def open_round(window, round_id: int = OPEN_ROUND):
    window.show_tab(3)
    window.pages.tab.show_place("rounds", round_id)
    return window.pages.tab


def open_cell(table, row: int, key: str) -> QWidget:
    """The editor of a cell, opened by F2, with what stood there selected."""
    table.setFocus()
    table.go_to(row, column(table.model(), key))
    press_key(table, Qt.Key.Key_F2)
    return table.indexWidget(table.currentIndex())


def test_a_year_without_a_plan_is_shown_by_every_tab_and_reported_empty(year, ask, tmp_path, qtbot):
    year.bus.publish(years.add_year(workspace(year), 2031))
    year.show_year(2031)
    for number in range(6):
        year.show_tab(number)
        assert year.pages.number == number
    year.show_tab(4)
    tab = year.pages.tab
    written = 0
    for row in range(tab.list.model().rowCount()):
        tab.list.setCurrentIndex(tab.list.model().index(row, 0))
        if not tab.act_export.isEnabled():
            continue
        out = tmp_path / f"{row}{'.xlsx' if tab.act_export.text().endswith('xlsx') else '.docx'}"
        ask.answers = [out]
        tab.act_export.trigger()
        qtbot.waitUntil(lambda: year.tasks.is_idle, timeout=20_000)
        written += out.exists()
        ask.answers.clear()
    assert written >= 2, "the two reports are written all the same"
    assert not [one for one in ask.said if one.what == "tell" and "2031" not in one.text]


def test_an_organisation_with_commitments_is_not_deleted_and_says_what_holds_it(year, ask):
    one = next(one for one in registrations.standing(workspace(year), 2026) if one.commitments and one.titles)
    year.show_tab(5)
    year.pages.tab.show_place("organisations", one.organisation_id)
    view = next(view for view in year.findChildren(RegisterView) if view.isVisible())
    assert view.chosen_id() == one.organisation_id
    before = history.undo_text(workspace(year))
    ask.answers += [None]
    view.remove()
    assert "cam kết" in told(ask) and f"“{one.name}”" in told(ask) and is_clear(told(ask))
    assert history.undo_text(workspace(year)) == before


def test_a_round_with_a_decision_is_not_deleted(year, ask):
    open_round(year, MIDYEAR_ROUND).acts.remove_round()
    assert "đã có 1 quyết định" in told(ask) and is_clear(told(ask))
    assert year.pages.tab.round.round_id == MIDYEAR_ROUND


def test_a_plan_with_results_goes_and_comes_back_with_them(year):
    rows = result_sheets.target_sheet(workspace(year), 2026).rows
    assert any(row.achieved is not None for row in rows)
    year.show_tab(1)
    year.pages.tab.remove_plan()
    assert result_sheets.target_sheet(workspace(year), 2026).rows == ()
    for number in (2, 3, 4, 0):
        year.show_tab(number)
    year.actions_.undo.trigger()
    assert result_sheets.target_sheet(workspace(year), 2026).rows == rows


# how somebody who stands in the round already is nominated again
DOUBLES = ["Hồ Văn Thí", "HỒ VĂN THÍ", "hồ văn thí", "Hồ  Văn\u00a0Thí", "Hồ Văn Thí"]


@pytest.mark.parametrize("name", DOUBLES)
def test_a_nominee_twice_is_refused_typed_and_pasted(year, name):
    view = open_round(year).round.nominations.register
    last = view.model.rows.count
    for key, text in (("subject_kind", "cá nhân"), ("award", LABOUR), ("subject", name)):
        view.model.setData(view.model.index(last, column(view.model, key)), text)
    assert view.model.rows.count == last
    assert "đã được đề nghị" in shown(view.message) and "không thay đổi" in shown(view.message)
    view.model.give_up()
    view.preview([["Họ và tên", "Danh hiệu"], [name, LABOUR], ["Trần Thị Mới", LABOUR], ["TRẦN THỊ MỚI", LABOUR]])
    view.paste_dialog.accept()
    assert view.model.rows.count == last + 1
    assert nominations.count(workspace(year), "nominations", scope=OPEN_ROUND) == last + 1


def test_what_is_registered_comes_into_a_round_once(year, ask):
    tab = open_round(year)
    before = nominations.count(workspace(year), "nominations", scope=OPEN_ROUND)
    tab.acts.take_registered()
    assert nominations.count(workspace(year), "nominations", scope=OPEN_ROUND) == before
    assert "đã có sẵn" in ask.notices[-1].text


WORDS = ["khoảng chín mươi", "90 phần trăm", "1,2,3", "9" * 30, "31/02", "🎖️", "<b>9</b>", "=1+1"]


@pytest.mark.parametrize("typed", WORDS)
def test_figures_typed_as_text_stay_in_the_cell_and_are_not_stored(year, ask, typed):
    year.show_tab(2)
    year.pages.tab.switch.setCurrentIndex(BY_TARGET)
    view = year.pages.tab.targets.results
    model = view.model
    place = next(number for number in range(len(model.columns)) if model.phase(number) == 0)
    row = next(
        number
        for number, one in enumerate(model.rows)
        if one.planned and one.planned.value is not None and model.is_editable(number, place)
    )
    before = result_sheets.target_sheet(workspace(year), 2026).rows
    editor = open_cell(view.table, row, model.columns[place].key)
    type_text(editor, typed)
    view.table.store_open_cell()
    assert model.text(row, place) == typed
    assert "không thay đổi" in shown(view.message)
    assert result_sheets.target_sheet(workspace(year), 2026).rows == before
    ask.answers = [False, True]
    assert not year.close(), "the text is on screen only: the clerk is asked"
    assert year.close()


@pytest.mark.parametrize(
    ("number", "said"),
    [("61", "đã có Quyết định số 61/QĐ-UBND"), ("", "Chưa có số quyết định"), ("9" * 12, "quá lớn")],
)
def test_a_decision_with_a_bad_number_is_refused_and_issued_with_a_good_one(year, number, said):
    tab = open_round(year)
    tab.acts.issue()
    dialog = tab.acts.dialog
    dialog.number.setText(number)
    dialog.day.setText("20/12/2026")
    dialog.accept()
    assert said in shown(dialog.message) and "không thay đổi" in shown(dialog.message)
    assert [one.id for one in decisions.decisions(workspace(year), 2026)] == [DECISION]
    dialog.number.setText("321")
    dialog.accept()
    assert len(decisions.decisions(workspace(year), 2026)) == 2


def test_a_decision_on_a_full_disk_is_refused_whole_and_issued_when_there_is_room(year):
    tab = open_round(year)
    file = workspace(year).file
    tab.acts.issue()
    dialog = tab.acts.dialog
    dialog.number.setText("321")
    dialog.day.setText("20/12/2026")
    pages = file.query("PRAGMA page_count")[0][0]
    file.query(f"PRAGMA max_page_count={pages - file.query('PRAGMA freelist_count')[0][0]}")
    given = registers.count(workspace(year), "awards")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decisions, "_title", lambda *_: "Về việc khen thưởng " + "x" * 200_000)
        dialog.accept()
    assert "đã đầy" in shown(dialog.message) and is_clear(shown(dialog.message))
    assert registers.count(workspace(year), "awards") == given
    file.query("PRAGMA max_page_count=1000000")
    dialog.accept()
    assert registers.count(workspace(year), "awards") > given


def test_the_year_changes_while_a_cell_is_open(year):
    """What is typed is stored in the year it was typed in."""
    table = open_round(year).round.nominations.register.table
    type_text(open_cell(table, 0, "merit"), "Thành tích đang gõ")
    row = table.model().row_id(0)
    year.show_year(2025)
    cells = dict(
        zip(
            registers.register("nominations").keys,
            registers.row(workspace(year), "nominations", row).cells,
            strict=True,
        )
    )
    assert cells["merit"] == "Thành tích đang gõ"
    assert year.context.year == 2025


def test_a_file_of_the_first_version_is_backed_up_brought_up_to_date_and_shown(window, desk_of_office):
    old = desk_of_office / "cũ.thidua"
    old.write_bytes(gzip.decompress(OLD_FILE.read_bytes()))
    assert window.opening.open(old)
    assert list(old.with_name(f"{old.name}-backups").glob("*.thidua"))
    for known in years.years(workspace(window)):
        window.show_year(known)
        for number in range(6):
            window.show_tab(number)
            assert window.pages.number == number
