"""The table of nominations and the panel beside it: what the rules say, what the clerk confirms, the facts, filters."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox

from tests.ui.awards.conftest import ADVANCED, GOOD, add, cell, go_to, nominate
from tests.ui.typing import type_text
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.registers.awards import NOMINATION_STATES
from thidua_desktop.services import history
from thidua_desktop.services.awards import nominations, nominees, rounds, verdicts, year_facts
from thidua_desktop.services.awards.confirming import OpenQuestion
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.awards.confirm_dialog import ConfirmDialog
from thidua_desktop.ui.tabs.awards.panel import CONDITIONS, FACTS, HISTORY
from thidua_desktop.ui.tabs.awards.steps import COUNCIL
from thidua_desktop.ui.tabs.awards.subject_year import BODY, PERSON
from thidua_desktop.ui.theme import State, sizes
from thidua_desktop.ui.widgets.register_model import ChoicesRole

AN, BINH, CHI, SCHOOL, HOUSEHOLD = range(5)


def column(tab, key):
    return [one.key for one in tab.round.nominations.register.model.columns].index(key)


def state(tab, row, key):
    return tab.round.nominations.register.model.state(row, column(tab, key))


def row_id(tab, row):
    return tab.round.nominations.register.model.row_id(row)


def cards(tab):
    """Every card beside the table, with those behind it."""
    found = list(tab.round.panel.cards.cards)
    for card in found:
        found += card.parts
    return found


def questions(tab):
    return [card for card in cards(tab) if card.choice is not None]


def choose_in(combo, text):
    combo.setCurrentText(text)
    combo.activated.emit(combo.currentIndex())


def test_each_row_says_what_the_rules_say_who_decides_and_the_bonus(shown):
    assert cell(shown, AN, "condition") == "? thiếu dữ liệu"
    assert cell(shown, BINH, "condition") == "chưa đạt"
    assert state(shown, BINH, "condition") is State.BAD
    assert "xã" in cell(shown, AN, "authority")
    assert "tỉnh" in cell(shown, CHI, "authority")
    # Nghị định 152/2025/NĐ-CP: Lao động tiên tiến 0,3 lần lương cơ sở 2.340.000 đồng, làm tròn lên hàng chục nghìn.
    assert cell(shown, AN, "bonus") == "710.000"


def test_what_the_council_said_is_read_whole(shown):
    shown.round.show_step(COUNCIL)
    table = shown.round.nominations.register.table
    room = table.columnWidth(column(shown, "state")) - 2 * sizes.UNIT
    assert all(table.fontMetrics().horizontalAdvance(f"✓ {said.label}") <= room for said in NOMINATION_STATES)


def test_the_new_row_has_nothing_to_say(shown):
    model = shown.round.nominations.register.model
    assert [model.text(model.rows.count, column(shown, key)) for key in ("condition", "bonus", "authority")] == [""] * 3


def test_a_nominee_who_stands_there_is_refused_and_the_typed_name_stays(shown):
    view = shown.round.nominations.register
    last = view.model.rows.count
    view.model.setData(view.model.index(last, column(shown, "award")), ADVANCED)
    view.model.setData(view.model.index(last, column(shown, "subject")), "Trần Thị An")
    assert view.model.rows.count == last
    assert view.message.isVisible()
    assert view.model.text(last, column(shown, "subject")) == "Trần Thị An"


def test_awards_are_chosen_from_the_catalogue(shown):
    model = shown.round.nominations.register.model
    offered = model.index(AN, column(shown, "award")).data(ChoicesRole)
    assert ADVANCED in offered


def test_every_condition_tells_figures_article_source_and_mark(shown):
    go_to(shown, AN)
    panel = shown.round.panel
    assert panel._title.full_text() == "Trần Thị An"
    assert "thiếu dữ liệu" in panel.chip.text()
    texts = panel.cards.texts()
    assert any(GOOD in text for text in texts)
    assert any("Luật số 06/2022/QH15" in text and "đã đối chiếu" in text for text in texts)
    assert "Chủ tịch" in panel.decider.text()
    assert "2.340.000" in panel.bonus.text()
    assert panel.bonus_source.text()


def test_a_condition_that_is_a_question_takes_no_colon_before_its_answer(shown):
    go_to(shown, AN)
    first = [card.texts()[0] for card in cards(shown)]
    assert any(text.endswith("chưa kết luận? – thiếu dữ liệu") for text in first)
    assert not any("?:" in text for text in first)


def test_what_the_clerk_confirms_is_stored_answered_and_undone(qtbot, shown, context):
    go_to(shown, HOUSEHOLD)
    asked = questions(shown)[0]
    asked.choice.yes.click()
    qtbot.waitUntil(lambda: cell(shown, HOUSEHOLD, "condition") == "đạt", timeout=2000)
    assert questions(shown)[0] is asked  # the keyboard stays in the card
    assert asked.choice.yes.isChecked()
    assert not asked.choice.no.isChecked()
    asked.choice.no.click()
    qtbot.waitUntil(lambda: cell(shown, HOUSEHOLD, "condition") != "đạt", timeout=2000)
    asked.choice.no.click()
    qtbot.waitUntil(lambda: "thiếu dữ liệu" in cell(shown, HOUSEHOLD, "condition"), timeout=2000)
    for _ in range(3):
        context.bus.publish(history.undo(context.workspace))
    assert not verdicts.verdict(context.workspace, row_id(shown, HOUSEHOLD)).facts.confirmed


def test_conditions_being_answered_stay_open_under_the_keyboard_and_fold_at_wish(qtbot, shown):
    """Folded away, the pressed button would hand the keyboard on, and Space would answer another question."""
    go_to(shown, AN)
    whole = next(card for card in shown.round.panel.cards.cards if card.parts)
    yes = next(card for card in questions(shown) if whole.isAncestorOf(card)).choice.yes
    yes.setFocus()
    yes.click()
    qtbot.waitUntil(lambda: whole.texts()[0].endswith("đạt"), timeout=2000)
    assert yes.isVisible()
    assert yes.hasFocus()
    whole.detail.click()
    assert whole.parts[0].isHidden()
    assert whole.detail.text() == "Xem từng ý"
    whole.detail.click()
    assert not whole.parts[0].isHidden()


def test_facts_of_the_year_are_stored_as_typed_and_change_the_answer(qtbot, shown, context):
    go_to(shown, BINH)
    shown.round.panel.tabs.setCurrentIndex(FACTS)
    form = shown.round.panel.facts.forms[PERSON]
    evaluation = form.fields["evaluation"].widget
    assert isinstance(evaluation, QComboBox)
    assert evaluation.currentText() == "không hoàn thành nhiệm vụ"
    evaluation.setCurrentText(GOOD)
    evaluation.textActivated.emit(GOOD)
    owner = nominees.nominee(context.workspace, row_id(shown, BINH)).owner_id
    assert year_facts.person_year(context.workspace, owner, 2026)["evaluation"] == GOOD
    qtbot.waitUntil(lambda: "chưa đạt" not in cell(shown, BINH, "condition"), timeout=2000)
    months = form.fields["months_worked"].widget
    months.setFocus()
    type_text(months, "11")
    qtbot.waitUntil(
        lambda: year_facts.person_year(context.workspace, owner, 2026)["months_worked"] == "11", timeout=1000
    )
    months.clear()
    type_text(months, "mười")
    months.autosave.flush()
    assert form.fields["months_worked"].problem()
    assert months.text() == "mười"
    assert year_facts.person_year(context.workspace, owner, 2026)["months_worked"] == "11"


def test_figures_of_a_collective_are_filled_in_beside_it(qtbot, shown, context):
    go_to(shown, SCHOOL)
    shown.round.panel.tabs.setCurrentIndex(FACTS)
    form = shown.round.panel.facts.forms[BODY]
    assert form.isVisible()
    for key, text in (("headcount", "23"), ("advanced", "16")):
        form.fields[key].widget.setFocus()
        type_text(form.fields[key].widget, text)
        form.fields[key].widget.autosave.flush()
    shown.round.judge()
    shown.round.panel.tabs.setCurrentIndex(CONDITIONS)
    # 16 of 23 is 69,6 %: not 70 %.
    assert any("16/23" in text and "70%" in text for text in shown.round.panel.cards.texts())
    assert cell(shown, SCHOOL, "condition") == "chưa đạt"


def test_another_nominee_does_not_inherit_what_was_typed(shown, context):
    go_to(shown, AN)
    shown.round.panel.tabs.setCurrentIndex(FACTS)
    months = shown.round.panel.facts.forms[PERSON].fields["months_worked"].widget
    type_text(months, "nhiều")
    months.autosave.flush()
    go_to(shown, BINH)
    assert months.text() == ""
    assert not shown.round.panel.facts.forms[PERSON].fields["months_worked"].problem()


def test_one_in_no_directory_is_put_there(qtbot, shown, context, ask, year_end):
    nominate(context, year_end, "Đỗ Văn Lạ", "cá nhân", ADVANCED)
    shown.reload(None)
    shown.round.judge()
    go_to(shown, 5)
    panel = shown.round.panel
    assert panel.link.isVisible()
    panel.tabs.setCurrentIndex(FACTS)
    assert panel.facts.adopt.isVisible()
    panel.facts.adopt.setFocus()
    panel.facts.adopt.click()
    assert nominees.nominee(context.workspace, row_id(shown, 5)).owner_id
    shown.round.judge()
    assert not panel.facts.adopt.isVisible()
    assert panel.facts.forms[PERSON].isVisible()
    assert panel.facts.forms[PERSON].fields["evaluation"].widget.hasFocus()
    context.bus.publish(history.undo(context.workspace))
    assert nominees.nominee(context.workspace, row_id(shown, 5)).owner_id is None
    assert "Đỗ Văn Lạ" not in registers.choices(context.workspace, "nominations", "person_id")


def test_a_collective_that_may_be_there_already_is_asked_about(shown, context, ask, year_end):
    police = add(context, "organisations", name="Công an")
    nominate(context, year_end, "Công an phường", "tập thể", "Tập thể lao động tiên tiến")
    shown.reload(None)
    shown.round.judge()
    go_to(shown, 5)
    facts = shown.round.panel.facts
    shown.round.panel.tabs.setCurrentIndex(FACTS)
    assert facts.unknown.text().endswith("Có phải là “Công an” đã có trong danh mục không?")
    assert facts.same.text() == "Đúng, gắn với “Công an”"
    assert facts.adopt.text() == "Không, thêm tổ chức mới"
    facts.same.click()
    assert nominees.nominee(context.workspace, row_id(shown, 5)).owner_id == police
    shown.round.judge()
    assert not facts.same.isVisible()
    assert facts.forms[BODY].isVisible()
    ask.notices[-1].acts[0][1]()
    shown.round.judge()
    facts.adopt.click()
    assert registers.count(context.workspace, "organisations") == 3


def test_a_collective_that_may_be_there_already_is_left_when_all_go_into_the_directory(shown, context, ask, year_end):
    add(context, "organisations", name="Công an")
    nominate(context, year_end, "Công an phường", "tập thể", "Tập thể lao động tiên tiến")
    shown.reload(None)
    shown.round.nominations.register.table.selectAll()
    shown.round.panel.facts.adopt_wanted.emit()
    assert ask.notices[-1].text.startswith("1 tập thể có thể đã có trong danh mục dưới tên khác nên chưa thêm")
    assert ask.notices[-1].acts == ()
    assert registers.count(context.workspace, "organisations") == 2


def test_a_name_corrected_to_a_household_is_told(shown, ask):
    model = shown.round.nominations.register.model
    model.setData(model.index(AN, column(shown, "subject")), "Hộ bà Trần Thị An")
    assert cell(shown, AN, "subject_kind") == "hộ gia đình"
    assert ask.notices[-1].text == "“Hộ bà Trần Thị An” được ghi là hộ gia đình; nếu không phải, sửa ở cột Loại."


def test_all_chosen_rows_go_into_the_directory_at_once(shown, context, year_end):
    for name in ("Đỗ Văn Lạ", "Đỗ Thị Lạ"):
        nominate(context, year_end, name, "cá nhân", ADVANCED)
    shown.reload(None)
    table = shown.round.nominations.register.table
    table.selectAll()
    shown.round.panel.facts.adopt_wanted.emit()
    assert {"Đỗ Văn Lạ", "Đỗ Thị Lạ"} <= set(registers.choices(context.workspace, "nominations", "person_id"))


def test_one_of_several_with_a_name_is_not_added_again(context, year_end):
    add(context, "people", full_name="Đỗ Văn Lạ")
    add(context, "people", full_name="Đỗ Văn Lạ", position="Văn thư")
    row = nominate(context, year_end, "Đỗ Văn Lạ", "cá nhân", ADVANCED)
    with pytest.raises(BadInput, match="2 dòng cùng tên"):
        nominees.add_to_directory(context.workspace, row)
    assert registers.count(context.workspace, "people") == 5


def test_a_household_has_no_years_and_says_so(shown):
    go_to(shown, HOUSEHOLD)
    shown.round.panel.tabs.setCurrentIndex(FACTS)
    facts = shown.round.panel.facts
    assert facts.unknown.isVisible()
    assert not facts.adopt.isVisible()
    assert not facts.years.isVisible()


def test_the_history_of_the_nomination(shown):
    go_to(shown, AN)
    shown.round.panel.tabs.setCurrentIndex(HISTORY)
    assert any("Thêm đề nghị khen thưởng" in text for text in shown.round.panel.history.texts())


def test_all_years_of_a_person_are_edited_in_their_window(qtbot, shown, context):
    go_to(shown, AN)
    shown.round.panel.tabs.setCurrentIndex(FACTS)
    shown.round.panel.facts.years.click()
    dialog = shown.acts.dialog
    years = dialog.views["person_years"]
    assert years.model.rows.count == 1
    years.model.paste(["year", "evaluation"], [["2025", GOOD]])
    dialog.views["initiatives"].model.paste(["year", "name"], [["2026", "Số hóa hồ sơ"]])
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
    assert shown.acts.dialog is None
    shown.round.judge()
    assert "2026: Số hóa hồ sơ (cấp cơ sở)" in shown.round.panel.facts.initiatives.text()


def test_rows_are_filtered_by_answer_and_by_award_and_summed(shown):
    view = shown.round.nominations
    model = view.register.model
    whole = view.total.text()
    choose_in(view.answers, "! chưa đạt")
    assert model.rows.count == 2
    choose_in(view.awards, ADVANCED)
    assert [cell(shown, row, "subject") for row in range(model.rows.count)] == ["Lê Văn Bình"]
    assert view.total.text() == "Tổng tiền thưởng: 710.000 đồng"
    choose_in(view.answers, "Mọi điều kiện")
    choose_in(view.awards, "Mọi danh hiệu")
    assert model.rows.count == 5
    assert view.total.text() == whole


def test_a_filtered_list_is_not_rearranged(shown, context):
    view = shown.round.nominations
    choose_in(view.awards, ADVANCED)
    before = history.undo_text(context.workspace)
    view.register.model.move(0, 1)
    assert history.undo_text(context.workspace) == before


def test_a_filter_follows_the_answers(qtbot, shown, context):
    view = shown.round.nominations
    choose_in(view.answers, "! chưa đạt")
    owner = nominees.nominee(context.workspace, row_id(shown, 0)).owner_id
    context.bus.publish(year_facts.set_person_year(context.workspace, owner, 2026, "evaluation", GOOD))
    qtbot.waitUntil(lambda: view.register.model.rows.count == 1, timeout=2000)


def test_a_row_that_is_removed_comes_back(qtbot, shown, ask):
    go_to(shown, AN)
    shown.round.nominations.register.remove()
    assert shown.round.nominations.register.model.rows.count == 4
    ask.notices[-1].acts[0][1]()
    assert shown.round.nominations.register.model.rows.count == 5


def test_many_are_confirmed_at_once(qtbot, shown, context, ask):
    view = shown.round.nominations.register
    view.table.selectAll()
    shown.round.nominations.confirm.click()
    dialog = shown.acts.dialog
    asked = {one.question: one for one in dialog.chosen}
    assert all(not one.alternative for one in asked.values())
    pending = next(one for question, one in asked.items() if question.startswith("Đang bị xem xét kỷ luật"))
    assert pending.expected is False
    dialog.accept()
    answered = verdicts.verdict(context.workspace, row_id(shown, AN)).facts.confirmed
    assert answered[pending.rule] is False
    qtbot.waitUntil(lambda: cell(shown, HOUSEHOLD, "condition") == "đạt", timeout=2000)
    ask.notices[-1].acts[0][1]()
    assert not verdicts.verdict(context.workspace, row_id(shown, AN)).facts.confirmed


def test_a_question_that_is_confirmed_is_read_to_its_end(qtbot):
    long = (
        "Gương mẫu chấp hành tốt chính sách, pháp luật; đạo đức, lối sống lành mạnh, đoàn kết, giúp đỡ mọi người " * 2
    )
    short = OpenQuestion("b", "Có tinh thần tự lực", True, (1,))
    dialog = ConfirmDialog([OpenQuestion("a", long, True, (1,)), short])
    qtbot.addWidget(dialog)
    dialog.show()
    first, second = (dialog.table.rowHeight(row) for row in range(2))
    assert first > second == sizes.ROW


def test_confirming_without_a_row_or_without_a_question_is_told(shown, ask, context):
    shown.round.nominations.register.table.clearSelection()
    shown.round.nominations.confirm.click()
    assert "Chưa chọn dòng nào" in ask.notices[-1].text
    assert shown.acts.dialog is None


def test_a_round_with_many_people_is_shown_at_once(qtbot, tab, context):
    _, round_id = rounds.add_round(context.workspace, 2026)
    names = [["Nguyễn Văn " + "ABCDEFGHIJ"[n % 10] + str(n), ADVANCED] for n in range(500)]
    nominations.paste_rows(context.workspace, "nominations", ["subject", "award"], names, scope=round_id)
    tab.reload(None)
    assert tab.round.nominations.register.model.rows.count == 500
    assert cell(tab, 499, "condition")
