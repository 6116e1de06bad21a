"""The page Quy định: what is shown of the law, the office's own values, files of rules, and the way back."""

from __future__ import annotations

import pytest

from thidua_desktop.services import history
from thidua_desktop.services.awards import award_settings, rule_corrections
from thidua_desktop.ui.tabs.awards.rules_page import RulesPage
from thidua_desktop.ui.tabs.awards.settings_page import SettingsPage
from thidua_desktop.ui.theme import State

PERIOD = "2025-07-01"


@pytest.fixture
def page(qtbot, context):
    made = RulesPage(context)
    qtbot.addWidget(made)
    context.bus.changed.connect(made.reload)
    made.resize(1120, 600)
    made.show()
    yield made
    context.bus.changed.disconnect(made.reload)


def column(page, key):
    return [one.key for one in page.model.columns].index(key)


def share(page):
    """The row that asks for 70 % with Lao động tiên tiến."""
    return next(number for number, row in enumerate(page.model.rows) if row.value == "70%")


def type_in(page, row, key, text):
    return page.model.setData(page.model.index(row, column(page, key)), text)


def value_of(context, row):
    rows = rule_corrections.law(context.workspace)
    pack = next(pack for pack in rows.packs if pack.id == row.pack)
    return next(one for one in pack.rows() if one.key == row.key)


def test_the_rules_in_force_today_are_shown_first_with_their_marks(page):
    assert page.periods.currentData() == PERIOD
    assert "hôm nay" in page.periods.currentText()
    number = column(page, "mark")
    words = {page.model.text(row, number) for row in range(page.model.rowCount())}
    assert words == {"đã đối chiếu", "chưa đối chiếu"}
    assert [row.key for row in page.model.rows if not (row.article and row.source)] == []


def test_the_period_to_come_is_all_unchecked_and_says_why(page):
    page.periods.setCurrentIndex(page.periods.findData("2026-10-01"))
    page.periods.activated.emit(page.periods.currentIndex())
    assert page.model.rows
    assert {row.mark for row in page.model.rows} == {"chưa đối chiếu"}
    assert all(row.note for row in page.model.rows)


def test_searching_finds_without_marks_of_letters(page):
    page.search.setText("ty le phieu")
    page.search.returnPressed.emit()
    assert page.model.rows
    assert all("Tỷ lệ phiếu" in row.words for row in page.model.rows)


def test_only_the_unchecked_rows(page):
    page.marks.setCurrentText("Chưa đối chiếu")
    page.marks.activated.emit(1)
    assert {row.mark for row in page.model.rows} == {"chưa đối chiếu"}


def test_a_value_of_the_office_counts_as_not_compared_until_somebody_says_so(page, context):
    number = share(page)
    row = page.model.rows[number]
    type_in(page, number, "value", "65%")
    assert value_of(context, row).value == "65%"
    assert value_of(context, row).office
    assert page.model.text(number, column(page, "mark")) == "chưa đối chiếu"
    assert page.model.text(number, column(page, "office")) == "cơ quan đặt"
    type_in(page, number, "mark", "đã đối chiếu")
    assert value_of(context, row).value == "65%"
    assert value_of(context, row).mark == "đã đối chiếu"


def test_what_is_no_value_stays_in_its_cell_and_says_why(page, context):
    number = share(page)
    row = page.model.rows[number]
    type_in(page, number, "value", "bảy mươi")
    assert page.message.isVisible()
    assert page.model.text(number, column(page, "value")) == "bảy mươi"
    assert page.model.state(number, column(page, "value")) is State.BAD
    assert value_of(context, row).value == "70%"
    type_in(page, number, "value", "70%")
    assert not page.message.isVisible()
    assert not value_of(context, row).office


def test_back_to_the_original_and_undo(page, context, ask):
    number = share(page)
    row = page.model.rows[number]
    type_in(page, number, "value", "65%")
    page.table.go_to(number, column(page, "value"))
    assert page.back.isEnabled()
    page.back.click()
    assert value_of(context, row).value == "70%"
    assert not page.back.isEnabled()
    assert page.table.current_row() == number
    words, undo = ask.notices[-1].acts[0]
    assert words == "Hoàn tác"
    undo()
    assert value_of(context, row).value == "65%"


def test_rules_from_a_file_and_without_them_again(page, context, ask, tmp_path):
    shipped = context.workspace.definitions.resources / "law" / "base_salary.toml"
    path = tmp_path / "base_salary.toml"
    path.write_text(shipped.read_text(encoding="utf-8"), encoding="utf-8")
    ask.answers = [path]
    page.load.click()
    assert page.own_files.isVisible()
    assert rule_corrections.office_packs(context.workspace) == ("base_salary",)
    page._on_drop_file(0)
    assert rule_corrections.office_packs(context.workspace) == ()
    assert not page.own_files.isVisible()


def test_a_file_with_a_mistake_is_named_by_its_line_and_nothing_changes(page, context, ask, tmp_path):
    path = tmp_path / "base_salary.toml"
    path.write_text('[[salaries]]\nsince = "2026-07-01"\namount = \n', encoding="utf-8")
    ask.answers = [path]
    before = history.undo_text(context.workspace)
    page.load.click()
    assert "dòng 3" in ask.texts[-1]
    assert rule_corrections.office_packs(context.workspace) == ()
    assert history.undo_text(context.workspace) == before


def test_giving_up_the_file_does_nothing(page, ask):
    ask.answers = [None]
    page.load.click()
    assert ask.notices == []


def test_del_does_not_empty_the_law(page, context):
    number = share(page)
    row = page.model.rows[number]
    page.table.go_to(number, column(page, "value"))
    page.table.clear_cells()
    assert value_of(context, row).value == "70%"


def test_the_offices_own_regulation_is_stored_and_taken_back(qtbot, context):
    page = SettingsPage(context)
    qtbot.addWidget(page)
    context.bus.changed.connect(page.reload)
    line = page.fields["votes_percent"].widget
    line.setText("80%")
    line.textEdited.emit("80%")
    line.autosave.flush()
    assert award_settings.texts(context.workspace)["votes_percent"] == "80%"
    line.setText("tám mươi")
    line.textEdited.emit("tám mươi")
    line.autosave.flush()
    assert page.fields["votes_percent"].problem()
    assert award_settings.texts(context.workspace)["votes_percent"] == "80%"
    line.autosave.give_up()
    context.bus.publish(history.undo(context.workspace))
    assert award_settings.texts(context.workspace)["votes_percent"] == ""
    assert line.text() == ""
    context.bus.changed.disconnect(page.reload)
