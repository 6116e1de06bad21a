"""The Council, the tờ trình, decisions of the chair and of the level above, in the tab."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.ui.awards.conftest import GIVEN_BY_PROVINCE, cell, go_to, nominate
from tests.ui.typing import type_text
from thidua_desktop.services import history
from thidua_desktop.services.awards import award_settings, decisions, rule_corrections, verdicts
from thidua_desktop.services.office import signers, years
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.awards.decision_dialog import DecisionDialog, UpperDialog
from thidua_desktop.ui.tabs.awards.rules_page import RulesPage
from thidua_desktop.ui.tabs.awards.steps import CERTIFICATES, COUNCIL
from thidua_desktop.ui.theme import State

AN, BINH, CHI, SCHOOL, HOUSEHOLD = range(5)


@pytest.fixture
def council(shown):
    """The tab at the step of the Council."""
    shown.round.steps.buttons[COUNCIL].click()
    return shown


def select(tab, *rows):
    table = tab.round.nominations.register.table
    table.clearSelection()
    for row in rows:
        index = table.model().index(row, 0)
        table.selectionModel().select(index, table.selectionModel().SelectionFlag.Select)


def states(context, round_id):
    place = registers.register("nominations").keys.index("state")
    return [row.cells[place] for row in registers.page(context.workspace, "nominations", scope=round_id)]


def given(context):
    return [row.cells for row in registers.page(context.workspace, "awards")]


def issue(tab, number="125", day="05/02/2026"):
    tab.act_issue.trigger()
    dialog = tab.acts.dialog
    assert isinstance(dialog, DecisionDialog)
    dialog.number.setText(number)
    dialog.day.setText(day)
    return dialog


# The Council


def test_the_chosen_rows_get_the_councils_result_and_undo(council, context, ask, year_end):
    select(council, HOUSEHOLD, AN)
    council.round.nominations.choice_wanted.emit("được chọn")
    assert states(context, year_end) == ["được chọn", "đề nghị", "đề nghị", "đề nghị", "được chọn"]
    ask.notices[-1].acts[0][1]()
    assert states(context, year_end) == ["đề nghị"] * 5


def test_one_who_does_not_meet_the_conditions_needs_a_reason(council, context, ask, year_end):
    select(council, BINH)
    ask.answers = [None]
    council.round.nominations.choice_wanted.emit("được chọn")
    assert states(context, year_end)[BINH] == "đề nghị"
    ask.answers = ["Hội đồng kết luận: đánh giá nhầm"]
    council.round.nominations.choice_wanted.emit("được chọn")
    assert states(context, year_end)[BINH] == "được chọn"
    assert cell(council, BINH, "reason") == "Hội đồng kết luận: đánh giá nhầm"


def test_without_a_row_nothing_is_chosen(council, context, ask, year_end):
    council.round.nominations.register.table.clearSelection()
    council.round.nominations.choice_wanted.emit("không chọn")
    assert states(context, year_end) == ["đề nghị"] * 5
    assert "Chưa chọn dòng nào" in ask.notices[-1].text


def test_everybody_who_meets_the_conditions_is_chosen_at_once(qtbot, council, context, ask, year_end):
    council.round.nominations.all_wanted.emit()
    assert "Không có đề nghị nào đủ điều kiện" in ask.notices[-1].text
    go_to(council, HOUSEHOLD)
    for card in council.round.panel.cards.cards:
        card.choice.yes.click()
    qtbot.waitUntil(lambda: cell(council, HOUSEHOLD, "condition") == "đạt", timeout=2000)
    council.round.nominations.all_wanted.emit()
    assert states(context, year_end) == ["đề nghị"] * 4 + ["được chọn"]


def test_votes_are_typed_in_place_and_weighed(qtbot, council, context):
    fields = council.round.fields[COUNCIL].fields
    for key, text in (("council_members", "9"), ("council_present", "5")):
        fields[key].widget.setFocus()
        type_text(fields[key].widget, text)
        fields[key].widget.autosave.flush()
    model = council.round.nominations.register.model
    votes = [column.key for column in model.columns].index("votes_for")
    model.setData(model.index(AN, votes), "5")
    council.round.judge()
    assert council.round.warnings.isVisible()
    assert "5/9" in council.round.warnings._title.text()
    assert cell(council, AN, "enough").startswith("5/9 phiếu")
    model.setData(model.index(AN, votes), "năm")
    assert council.round.nominations.register.message.isVisible()
    assert cell(council, AN, "votes_for") == "năm"


def test_the_offices_own_threshold_is_used(council, context, year_end):
    for key, text in (("council_members", "10"), ("council_present", "10")):
        registers.set_cell(context.workspace, "rounds", year_end, key, text)
    registers.set_cell(
        context.workspace, "nominations", council.round.nominations.register.model.row_id(AN), "votes_for", "8"
    )
    context.bus.publish(award_settings.set_setting(context.workspace, "votes_percent", "90%"))
    council.round.judge()
    model = council.round.nominations.register.model
    place = [column.key for column in model.columns].index("enough")
    assert "90%" in cell(council, AN, "enough")
    assert model.state(AN, place) is State.BAD


# Decisions


def test_the_decision_says_who_is_in_it_who_goes_up_and_writes_the_history(chosen, context, ask):
    dialog = issue(chosen)
    rows = [dialog.table.model()._rows[number] for number in range(dialog.table.model().rowCount())]
    assert [row[0].split(" ", 1)[1] for row in rows] == ["quyết định lần này"] * 4 + ["trình cấp trên"]
    assert "4 trường hợp được quyết định lần này" in dialog.words.text()
    dialog.accept()
    assert chosen.acts.dialog is None
    assert len(given(context)) == 4
    assert "125/QĐ-UBND" in chosen.round.deciding.table.model()._rows[0][0]
    assert chosen.round.deciding.table.isVisible()
    ask.notices[-1].acts[0][1]()
    assert given(context) == []
    assert not chosen.round.deciding.table.isVisible()


def test_the_day_decides_who_may_sign_and_who_decides(chosen, context):
    registers.set_cell(context.workspace, "signers", 1, "valid_from", "01/01/2026")
    dialog = issue(chosen, day="31/12/2025")
    assert not dialog.act.isEnabled()
    assert "Người ký" in dialog._signer_field.problem()
    dialog.day.setText("hôm nay")
    assert dialog._day_field.problem()
    assert not dialog.act.isEnabled()
    dialog.day.setText("05/02/2026")
    assert dialog.act.isEnabled()
    assert "CHỦ TỊCH" in dialog.signer.currentText()
    dialog.reject()


@pytest.mark.parametrize("number", ["", "một trăm", "0", "9" * 20, "9" * 5000, "12a"])
def test_what_does_not_fit_is_said_and_the_window_stays(chosen, context, number):
    dialog = issue(chosen, number)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.message.isVisible() or dialog._number_field.problem()
    assert given(context) == []
    dialog.number.setText("125")
    dialog.accept()
    assert len(given(context)) == 4


def test_a_number_that_is_taken_is_refused_in_the_window(qtbot, chosen, context, year_end):
    rows = registers.page(context.workspace, "nominations", scope=year_end)
    signer = decisions.Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH")
    decisions.issue_decision(context.workspace, year_end, 125, "2026-02-05", signer, [rows[AN].id])
    chosen.reload(None)
    dialog = issue(chosen, "125")
    dialog.accept()
    assert dialog.isVisible()
    assert "đã có Quyết định số 125" in dialog.message._title.text()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()


def test_nobody_chosen_is_said_in_the_window(shown):
    shown.acts.issue()
    dialog = shown.acts.dialog
    assert "Chưa có ai được chọn" in dialog.words.text()
    assert not dialog.act.isEnabled()
    dialog.reject()


def test_issuing_is_offered_while_somebody_waits_for_it(chosen, shown, context):
    assert shown.act_issue.isEnabled()
    assert not shown.act_issue.toolTip().startswith("Chưa có ai")
    issue(shown).accept()
    assert not shown.round.deciding.issue.isEnabled()  # the province's one still waits, not for the commune
    assert not shown.act_issue.isEnabled()
    assert shown.act_issue.toolTip().startswith("Chưa có ai")
    context.bus.publish(history.undo(context.workspace))
    assert shown.act_issue.isEnabled()


@pytest.mark.parametrize(
    ("year", "submitted", "offered"),
    [(2026, "20/01/2026", "05/02/2026"), (2025, "20/12/2025", "20/12/2025"), (2024, "", "15/12/2024")],
)
def test_a_round_of_a_past_year_offers_its_own_day(shown, context, year_end, year, submitted, offered):
    for key, text in (("council_on", f"15/12/{year}"), ("submitted_on", submitted)):
        registers.set_cell(context.workspace, "rounds", year_end, key, text)
    years.add_year(context.workspace, year) if year != 2026 else None
    registers.set_cell(context.workspace, "rounds", year_end, "year", str(year))
    assert DecisionDialog(context, year_end, shown).day.text() == offered
    assert UpperDialog(context, year_end, shown).day.text() == offered


def test_a_bonus_that_is_not_known_is_said_before_it_is_issued(chosen, context):
    dialog = issue(chosen, day="20/12/2024")
    assert dialog.hint.isVisible()
    assert "Chưa biết mức tiền thưởng của Giấy khen" in dialog.hint._title.text()
    assert "in “theo quy định”" in dialog.hint._text.text()
    dialog.day.setText("05/02/2026")
    assert not dialog.hint.isVisible()
    dialog.reject()


def test_the_unknown_bonus_leads_to_the_rules_of_the_decisions_day(qtbot, chosen, context):
    dialog = issue(chosen, day="20/12/2024")
    [link] = dialog.hint._buttons
    assert link.text() == "Ghi mức ở trang Quy định"
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: chosen.acts.dialog is None)
    page = chosen.stack.currentWidget()
    assert isinstance(page, RulesPage)
    law = rule_corrections.law(context.workspace)
    assert page.periods.currentData() == law.pack_on("2024-12-20").id != law.pack_on("2026-02-05").id
    assert any(row.award.startswith("Giấy khen") and "thưởng" in row.words for row in page.model.rows)
    assert page.model.columns[page.table.currentIndex().column()].key == "value"
    assert page.model.rows[page.table.current_row()].value == ""


def test_a_decided_nomination_shows_its_decision_and_is_not_changed(chosen, context):
    issue(chosen).accept()
    chosen.round.steps.buttons[0].click()
    chosen.round.judge()
    assert cell(chosen, AN, "decision") == "125/QĐ-UBND"
    go_to(chosen, AN)
    assert "125/QĐ-UBND" in chosen.round.panel.decision.text()
    view = chosen.round.nominations.register
    view.model.setData(view.model.index(AN, 0), "Người khác")
    assert view.message.isVisible()
    assert given(context)[0]


def test_a_decision_is_taken_back_with_what_it_wrote(chosen, context, ask):
    issue(chosen).accept()
    decision = decisions.decisions(context.workspace)[0]
    chosen.round.deciding.remove_wanted.emit(decision.id)
    assert given(context) == []
    ask.notices[-1].acts[0][1]()
    assert len(given(context)) == 4


def test_certificates_are_ready_when_one_was_given(qtbot, chosen, context, year_end):
    rows = registers.page(context.workspace, "nominations", scope=year_end)
    titles = [row.id for row in rows if row.cells[0] != "Hộ ông Phạm Văn Thử"]
    decisions.issue_decision(
        context.workspace, year_end, 124, "2026-02-04", signers.signers_on(context.workspace, "2026-02-04")[0], titles
    )
    chosen.reload(None)
    qtbot.waitUntil(lambda: any(one.decision for one in chosen.round.verdicts.values()))
    note = chosen.round.steps.notes[CERTIFICATES]
    assert note.full_text() == ""
    issue(chosen).accept()
    qtbot.waitUntil(lambda: note.full_text() == "sẵn sàng in")


def test_a_notice_counts_those_who_are_not_in_the_decision(chosen, context, ask, year_end):
    issue(chosen).accept()
    assert "“Phạm Thị Chi”" in ask.notices[-1].text
    ask.notices[-1].acts[0][1]()
    nomination = nominate(context, year_end, "Lê Văn Bình", "cá nhân", GIVEN_BY_PROVINCE)
    context.bus.publish(verdicts.choose(context.workspace, [nomination], "được chọn", "Hội đồng đồng ý"))
    issue(chosen).accept()
    assert ask.notices[-1].text.startswith("Đã ban hành quyết định. 2 trường hợp không đưa vào quyết định này")


def test_the_issued_decision_is_looked_at(qtbot, chosen):
    issue(chosen).accept()
    chosen.round.deciding.table.row_opened.emit(0)
    qtbot.waitUntil(lambda: chosen.round.preview.page_count() > 0, timeout=20_000)
    assert chosen.round.previewing


# The level above


def test_the_submission_names_what_goes_up(chosen):
    assert "Phạm Thị Chi" in chosen.round.deciding.upward.text()
    assert all(button.isEnabled() for button in chosen.round.deciding._of_submission)


def test_number_and_day_of_the_submission_are_stored(qtbot, chosen, context, year_end):
    fields = chosen.round.deciding.fields.fields
    for key, text in (("submission_number", "45"), ("submitted_on", "06/02/2026")):
        fields[key].widget.setFocus()
        type_text(fields[key].widget, text)
        fields[key].widget.autosave.flush()
    cells = registers.row(context.workspace, "rounds", year_end).cells
    assert cells[-2:] == ("45", "06/02/2026")


def test_what_came_back_from_the_province_is_written_to_the_history(qtbot, chosen, context, ask):
    chosen.round.deciding.upper.click()
    dialog = chosen.acts.dialog
    assert isinstance(dialog, UpperDialog)
    dialog.accept()
    assert "Chưa có số quyết định" in dialog.message._title.text()
    dialog.number.setText("321/QĐ-UBND")
    dialog.table.clearSelection()
    dialog.accept()
    assert "Chưa chọn dòng nào" in dialog.message._title.text()
    dialog.table.selectAll()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.accept()
    assert any("321/QĐ-UBND" in cells and GIVEN_BY_PROVINCE in cells for cells in given(context))
    assert "Không còn trường hợp nào" in chosen.round.deciding.upward.text()
    ask.notices[-1].acts[0][1]()
    assert given(context) == []


def test_titles_that_the_district_decided_are_entered_with_the_day_of_its_decision(chosen, context, year_end):
    """Until 30/6/2025 the chair of the district decided Tập thể lao động tiên tiến (Luật 06/2022, Điều 79)."""
    chosen.round.deciding.upper.click()
    dialog = chosen.acts.dialog
    named = lambda: [row[0] for row in dialog.table.model()._rows]  # noqa: E731
    assert named() == ["Phạm Thị Chi"]
    dialog.day.setText("15/01/2025")
    assert named() == ["Phạm Thị Chi", "Trường Tiểu học Ví Dụ"]
    dialog.table.clearSelection()
    dialog.table.selectRow(1)
    dialog.number.setText("77/QĐ-UBND")
    dialog.accept()
    (cells,) = given(context)
    assert cells[cells.index("huyện") :][:3] == ("huyện", "77/QĐ-UBND", "15/01/2025")


def test_a_day_on_which_nobody_above_decides_is_said(chosen, context):
    chosen.round.deciding.upper.click()
    chosen.acts.dialog.number.setText("321/QĐ-UBND")
    chosen.acts.dialog.accept()
    chosen.round.deciding.upper.click()
    dialog = chosen.acts.dialog
    assert "không có ai được chọn mà do cấp trên quyết định" in dialog.words.text()
    assert not dialog.act.isEnabled()
    dialog.reject()


def test_what_still_waits_for_the_province_is_said_beside_the_chairs_decisions(chosen):
    here = chosen.round.deciding.here
    issue(chosen).accept()
    assert here.text() == "Phần của Chủ tịch UBND cấp xã đã xong; 1 trường hợp còn chờ quyết định của cấp trên."
    chosen.round.deciding.upper.click()
    chosen.acts.dialog.number.setText("321/QĐ-UBND")
    chosen.acts.dialog.accept()
    assert here.text() == "Mọi trường hợp được chọn đều đã có quyết định."


def test_nothing_that_waits_for_a_decision_is_told(shown, ask):
    shown.acts.record_upper()
    assert "đang chờ quyết định" in ask.notices[-1].text
    assert shown.acts.dialog is None


# All the way


def test_the_way_through_the_round_is_done_step_by_step(qtbot, chosen, context):
    issue(chosen).accept()
    chosen.round.deciding.upper.click()
    chosen.acts.dialog.number.setText("321/QĐ-UBND")
    chosen.acts.dialog.accept()
    chosen.round.judge()
    assert [button.text()[0] for button in chosen.round.steps.buttons] == [State.GOOD.sign] * 4
    chosen.round.steps.buttons[CERTIFICATES].click()
    qtbot.waitUntil(lambda: chosen.round.preview.page_count() == 1, timeout=20_000)
    assert history.undo_text(context.workspace).startswith("Ghi Quyết định số 321")


def test_who_is_decided_elsewhere_is_told_beside_who_waits(chosen):
    deciding = chosen.round.deciding
    deciding.prospect = replace(deciding.prospect, refused=deciding.prospect.here[:1])
    assert deciding._left().endswith("; 1 trường hợp không do cấp xã quyết định hay trình lên.")
