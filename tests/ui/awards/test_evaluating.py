"""“Ghi xếp loại…”: the facts of the year for all chosen nominees in one window."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from tests.ui.awards.conftest import ADVANCED, GOOD, add, go_to, nominate
from thidua_desktop.services import history
from thidua_desktop.services.awards import verdicts, year_facts
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.tabs.awards.panel import FACTS
from thidua_desktop.ui.tabs.awards.subject_year import PERSON
from thidua_desktop.ui.theme import State

BEST = "hoàn thành xuất sắc nhiệm vụ"


def opened(tab):
    tab.round.nominations.register.table.selectAll()
    tab.round.nominations.evaluate.click()
    return tab.acts.dialog


def evaluations(context, round_id):
    """The year's evaluation of each nominee, people and collectives."""
    found = [one.facts for one in verdicts.verdicts(context.workspace, round_id)]
    return {
        facts.subject: (facts.years or facts.collective)[-1].evaluation
        for facts in found
        if facts.subject_kind[0] != "h"
    }


def test_nothing_is_chosen_at_first_and_the_household_is_named(shown, context, year_end):
    nominate(context, year_end, "Đỗ Văn Lạ", "cá nhân", ADVANCED)
    shown.reload(None)
    dialog = opened(shown)
    assert not dialog.agree.isEnabled()
    assert "Hộ ông Phạm Văn Thử, Đỗ Văn Lạ." in dialog.left.text()
    dialog.reject()
    assert evaluations(context, year_end)["Trần Thị An"] == GOOD


def test_one_window_one_act_one_undo(shown, context, ask, year_end):
    before = evaluations(context, year_end)
    dialog = opened(shown)
    for (kind, key), field in dialog.fields.items():
        if key == "evaluation":
            field.widget.setCurrentText(BEST if kind == "person_years" else GOOD)
    assert dialog.agree.isEnabled()
    dialog.accept()
    after = evaluations(context, year_end)
    assert after == dict.fromkeys(before, BEST) | {"Trường Tiểu học Ví Dụ": GOOD}
    assert ask.notices[-1].text == "Đã ghi cho 4 cá nhân, tập thể."
    history.undo(context.workspace)
    assert evaluations(context, year_end) == before


def test_what_does_not_fit_is_said_and_the_window_stays(shown, context, year_end):
    before = evaluations(context, year_end)
    dialog = opened(shown)
    dialog.fields["person_years", "months_worked"].widget.setText("đủ năm")
    dialog.accept()
    assert dialog.isVisible()
    assert "không phải là số nguyên" in dialog.message.findChildren(QLabel)[0].text()
    assert evaluations(context, year_end) == before
    dialog.reject()


def test_without_a_row_or_with_a_household_alone_it_is_told(shown, ask):
    table = shown.round.nominations.register.table
    table.clearSelection()
    shown.round.nominations.evaluate.click()
    assert "Chưa chọn dòng nào" in ask.notices[-1].text
    table.go_to(4)
    shown.round.nominations.evaluate.click()
    assert "hộ gia đình" in ask.notices[-1].text
    assert ask.notices[-1].state is State.WAIT
    assert shown.acts.dialog is None


def test_no_discipline_is_an_answer_beside_none_given(shown, context, year_end):
    person = add(context, "people", full_name="Đỗ Văn Lạ")
    nominate(context, year_end, "Đỗ Văn Lạ", "cá nhân", ADVANCED)
    shown.reload(None)
    shown.round.judge()
    go_to(shown, 5)
    shown.round.panel.tabs.setCurrentIndex(FACTS)
    field = shown.round.panel.facts.forms[PERSON].fields["discipline"].widget
    assert [field.itemText(number) for number in range(field.count())] == [
        *("", "không", "khiển trách", "cảnh cáo", "trên cảnh cáo")
    ]
    assert field.isVisible()
    assert field.currentText() == ""
    assert not year_facts.person_year(context.workspace, person, 2026)
    field.setCurrentText("không")
    field.textActivated.emit("không")
    assert year_facts.person_year(context.workspace, person, 2026)["discipline"] == "không"
    assert field.currentText() == "không"
    row = registers.page(context.workspace, "nominations", scope=year_end)[5].id
    said = [line.figures for line in verdicts.verdict(context.workspace, row).verdict.lines]
    assert "Năm 2026 không bị kỷ luật." in said


def test_the_window_of_many_says_no_discipline_in_the_same_word(shown, context, year_end):
    dialog = opened(shown)
    dialog.fields["person_years", "discipline"].widget.setCurrentText("không")
    assert dialog.agree.isEnabled()
    dialog.accept()
    facts = [one.facts for one in verdicts.verdicts(context.workspace, year_end) if one.facts.subject_kind == "cá nhân"]
    assert {facts.years[-1].discipline for facts in facts} == {""}
