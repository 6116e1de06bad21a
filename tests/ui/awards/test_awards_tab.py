"""The tab Khen thưởng: rounds to choose from, their fields, the way through the steps, years, undo, what is empty."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox

from tests.ui.awards.conftest import ADVANCED, add, cell, go_to
from tests.ui.typing import type_text
from thidua_desktop.services import history
from thidua_desktop.services.awards import rounds
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.awards.round_list import GIVEN, ROUND, RULES, SETTINGS, Place
from thidua_desktop.ui.tabs.awards.steps import CERTIFICATES, COUNCIL, DECIDING, NOMINATING
from thidua_desktop.ui.theme import State, sizes


def field(tab, step, key):
    return tab.round.fields[step].fields[key].widget


def stored(context, round_id, key):
    row = registers.row(context.workspace, "rounds", round_id)
    return dict(zip(registers.register("rounds").keys, row.cells, strict=True))[key]


def choose(tab, place):
    view = tab.list.rounds if place.page == ROUND else tab.list.pages
    model = view.model()
    view.setCurrentIndex(model.index(model.row_of(place)))


def test_a_year_without_rounds_says_what_belongs_here_and_starts_one(tab, context):
    assert tab.stack.currentWidget() is tab.empty
    assert "2026" in tab.empty._title.text()
    assert not tab.act_issue.isVisible()
    tab.empty.started.emit()
    assert tab.stack.currentWidget() is tab.round
    assert [one.name for one in rounds.round_summaries(context.workspace, 2026)] == ["Đợt 1 năm 2026"]
    assert field(tab, NOMINATING, "name").hasFocus()
    context.bus.publish(history.undo(context.workspace))
    assert tab.stack.currentWidget() is tab.empty


def test_a_round_shows_its_name_and_below_it_how_far_it_is(shown, context):
    place = Place(ROUND, rounds.add_round(context.workspace, 2026, "Đột xuất")[1])
    shown.reload(None)
    view, below = shown.list.rounds, shown.list.delegate.below
    assert [view.model().index(row).data() for row in range(2)] == ["Tổng kết năm 2026", "Đột xuất"]
    assert below[Place(ROUND, shown.round.round_id)] == ("đang đề nghị", State.WAIT, "5 đề nghị")
    assert below[place] == ("chưa có đề nghị", State.NEUTRAL, "")
    assert view.sizeHintForRow(0) > 2 * view.fontMetrics().height() + sizes.UNIT


def test_looking_at_everything_is_not_typing(qtbot, shown, context):
    before = history.undo_text(context.workspace)
    for step in (COUNCIL, DECIDING, NOMINATING):
        shown.round.steps.buttons[step].click()
        go_to(shown, 3)
        shown.round.panel.tabs.setCurrentIndex(1)
    for page in (GIVEN, RULES, SETTINGS):
        choose(shown, Place(page))
    choose(shown, Place(ROUND, shown.round.round_id))
    shown.reload(None)
    qtbot.wait(800)
    assert history.undo_text(context.workspace) == before


def test_a_field_is_stored_within_a_second_and_one_visit_is_one_undo(qtbot, shown, context, year_end):
    name = field(shown, NOMINATING, "name")
    name.setFocus()
    type_text(name, " A")
    qtbot.waitUntil(lambda: stored(context, year_end, "name").endswith(" A"), timeout=1000)
    type_text(name, "B")
    qtbot.waitUntil(lambda: stored(context, year_end, "name").endswith(" AB"), timeout=1000)
    assert "AB" in shown.header._title.full_text()
    context.bus.publish(history.undo(context.workspace))
    assert stored(context, year_end, "name") == "Tổng kết năm 2026"
    assert name.text() == "Tổng kết năm 2026"


def test_a_day_that_is_none_stays_in_its_field_and_says_why(shown, context, year_end):
    day = field(shown, NOMINATING, "received_on")
    day.setFocus()
    type_text(day, "31/02/2026")
    day.autosave.flush()
    assert shown.round.fields[NOMINATING].fields["received_on"].problem()
    assert day.text() == "31/02/2026"
    assert stored(context, year_end, "received_on") == ""
    day.clear()
    type_text(day, "5/1/2026")
    day.autosave.flush()
    assert not shown.round.fields[NOMINATING].fields["received_on"].problem()
    assert stored(context, year_end, "received_on") == "05/01/2026"


def test_leaving_a_round_with_a_text_that_is_not_stored_asks(shown, context, ask):
    _, other = rounds.add_round(context.workspace, 2026, "Đột xuất")
    shown.reload(None)
    first = shown.round.round_id
    day = field(shown, NOMINATING, "received_on")
    type_text(day, "hôm qua")
    ask.answers = [False]
    choose(shown, Place(ROUND, other))
    assert shown.round.round_id == first
    assert shown.list.current() == Place(ROUND, first)
    ask.answers = [True]
    choose(shown, Place(ROUND, other))
    assert shown.round.round_id == other
    assert day.text() == ""


def test_the_kind_of_awarding_is_chosen(shown, context, year_end):
    kind = field(shown, NOMINATING, "award_type")
    assert isinstance(kind, QComboBox)
    kind.setCurrentText("đột xuất")
    kind.textActivated.emit("đột xuất")
    assert stored(context, year_end, "award_type") == "đột xuất"
    assert "đột xuất" in shown.header._subtitle.full_text()


def test_the_steps_say_how_far_the_round_is(shown):
    notes = [note.full_text() for note in shown.round.steps.notes]
    assert notes[NOMINATING] == "5 đề nghị, 2 chưa đạt"
    assert shown.round.steps.buttons[NOMINATING].text().startswith(State.GOOD.sign)
    assert shown.round.steps.buttons[COUNCIL].text().startswith(State.WAIT.sign)
    assert shown.round.steps.buttons[CERTIFICATES].text().startswith("4")


def test_another_year_shows_its_own_rounds_and_comes_back(shown, context, year_end):
    shown.context.year = 2027
    shown.set_year(2027)
    assert shown.stack.currentWidget() is shown.empty
    assert "2027" in shown.empty._title.text()
    shown.set_year(2026)
    assert shown.round.round_id == year_end
    assert shown.stack.currentWidget() is shown.round


def test_a_round_is_removed_and_the_notice_brings_it_back(shown, context, ask, year_end):
    shown.acts.remove_round()
    assert shown.stack.currentWidget() is shown.empty
    words, undo = ask.notices[-1].acts[0]
    assert words == "Hoàn tác"
    undo()
    assert shown.round.round_id == year_end
    assert shown.round.nominations.register.model.rows.count == 5


def test_reloading_keeps_the_row_and_the_step(qtbot, shown, context):
    shown.round.steps.buttons[COUNCIL].click()
    go_to(shown, 2)
    changes, _ = registers.add_row(context.workspace, "people", {"full_name": "Đỗ Văn Mới"})
    context.bus.publish(changes)
    qtbot.wait(200)
    assert shown.round.step == COUNCIL
    assert shown.round.nominations.register.table.current_row() == 2
    assert shown.round.panel._title.full_text() == "Phạm Thị Chi"


def test_titles_registered_for_the_year_are_taken_over_once(tab, context, ask):
    organisation = add(context, "organisations", name="Thôn Một")
    from thidua_desktop.services.registration import registrations

    registrations.open_year(context.workspace, 2026, [organisation])
    registration = registrations.registration(context.workspace, 2026, organisation).id
    add(context, "registered_titles", registration, subject="Trần Thị An", award=ADVANCED)
    tab.add_round()
    tab.act_take.trigger()
    assert cell(tab, 0, "subject") == "Trần Thị An"
    assert "1 đề nghị" in ask.notices[-1].text
    tab.act_take.trigger()
    assert tab.round.nominations.register.model.rows.count == 1
    context.bus.publish(history.undo(context.workspace))
    assert tab.round.nominations.register.model.rows.count == 0


def test_nothing_registered_is_told_and_leads_on(shown, ask):
    shown.act_take.trigger()
    assert "chưa có danh hiệu nào được đăng ký" in ask.texts[-1]
    assert "Đăng ký" in ask.said[-1].explain


def test_ctrl_f_goes_to_the_search_of_what_is_in_view(shown):
    shown.find_here()
    assert shown.round.nominations.register.search.hasFocus()
    choose(shown, Place(RULES))
    shown.find_here()
    assert shown.pages[RULES].search.hasFocus()
    choose(shown, Place(GIVEN))
    shown.find_here()
    assert shown.pages[GIVEN].view.search.hasFocus()


@pytest.mark.parametrize("page", [GIVEN, RULES, SETTINGS])
def test_the_other_pages_have_no_acts_of_a_round(shown, page):
    choose(shown, Place(page))
    assert not any(act.isVisible() for act in (shown.act_take, shown.act_preview, shown.act_issue))
    choose(shown, Place(ROUND, shown.round.round_id))
    assert all(act.isVisible() for act in (shown.act_take, shown.act_preview, shown.act_issue))


def test_places_of_the_search_are_led_to(shown, context, year_end):
    row = registers.page(context.workspace, "nominations", scope=year_end)[3].id
    shown.round.nominations.answers.setCurrentIndex(1)
    shown.round.nominations._on_filter()
    shown.show_place("nominations", row)
    assert shown.round.nominations.register.chosen_id() == row
    given = add(context, "awards", year=2025, subject="Trần Thị An", award=ADVANCED)
    shown.show_place("awards", given)
    assert shown.pages[GIVEN].view.chosen_id() == given
    shown.show_place("rule_corrections", 0)
    assert shown.stack.currentWidget() is shown.pages[RULES]
    shown.show_place("rounds", year_end)
    assert shown.stack.currentWidget() is shown.round
    shown.show_place("rule_corrections", 0)
    shown.show_place("rounds", 0)
    assert shown.stack.currentWidget() is shown.round
    shown.show_place("nominations", 9999)
    assert shown.stack.currentWidget() is shown.round


def test_old_awards_are_pasted_and_found_by_the_law(shown, context):
    choose(shown, Place(GIVEN))
    view = shown.pages[GIVEN].view
    view.model.paste(["year", "subject", "award"], [["2025", "Trần Thị An", "LĐTT"]])
    assert view.model.rows.count == 1
    assert ADVANCED in view.model.rows.at(0).cells


@pytest.mark.parametrize("name", ["nominations", "submission", "decision", "certificates", "bonuses"])
def test_every_paper_of_the_menu_is_one_that_can_be_exported(shown, name):
    assert shown.desk.paper(name, Request(2026, shown.round.round_id))


def choose_everybody(context, year_end):
    from thidua_desktop.services.awards import verdicts

    rows = registers.page(context.workspace, "nominations", scope=year_end)
    context.bus.publish(verdicts.choose(context.workspace, [row.id for row in rows], "được chọn", "Hội đồng đồng ý"))


def test_the_paper_of_the_step_is_looked_at_and_left(qtbot, shown):
    shown.act_preview.trigger()
    qtbot.waitUntil(lambda: shown.round.preview.page_count() > 0, timeout=20_000)
    assert shown.round.previewing
    assert shown.act_preview.text() == "Thôi xem trước"
    shown.act_preview.trigger()
    assert not shown.round.previewing
    assert shown.round.step == NOMINATING


def test_the_last_step_shows_the_certificates(qtbot, shown, context, year_end):
    choose_everybody(context, year_end)
    shown.round.steps.buttons[CERTIFICATES].click()
    qtbot.waitUntil(lambda: shown.round.preview.page_count() > 0, timeout=20_000)
    shown.round.steps.buttons[COUNCIL].click()
    assert not shown.round.previewing
    assert shown.round.step == COUNCIL


def test_without_a_chosen_one_the_certificates_say_why(qtbot, shown):
    shown.round.steps.buttons[CERTIFICATES].click()
    qtbot.waitUntil(lambda: bool(shown.round.preview._empty._title.text()), timeout=20_000)
    assert shown.round.preview.page_count() == 0
    assert shown.round.preview._empty._title.text() != "Chưa có gì để xem"


@pytest.mark.parametrize(
    ("paper", "way"), [("nominations", "docx"), ("submission", "pdf"), ("decision", "docx"), ("bonuses", "xlsx")]
)
def test_papers_are_written(qtbot, shown, context, ask, tmp_path, year_end, paper, way):
    choose_everybody(context, year_end)
    path: Path = tmp_path / f"giay.{way}"
    ask.answers = [path]
    shown.papers.wanted.emit(paper, way)
    qtbot.waitUntil(lambda: path.exists(), timeout=30_000)
    qtbot.waitUntil(lambda: shown.context.tasks.is_idle, timeout=10_000)
    assert path.read_bytes()[:4] in (b"PK\x03\x04", b"%PDF")
    assert "xã Ví Dụ" in ask.said[0].explain
