"""A plan on its way to be issued in the window, read-only afterwards, amended by a new version."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QTextEdit

from tests.services import rewording
from tests.ui.plans.conftest import PLAN
from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.plan.states import DRAFT, ISSUED, OPINIONS
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans, states
from thidua_desktop.ui.tabs.plans.outline_nodes import GENERAL, PREAMBLE, list_key
from thidua_desktop.ui.tabs.plans.plan_editor import CHECK_AFTER
from thidua_desktop.ui.widgets.header import ActButton


def _menu(tab) -> list[str]:
    tab.states.fill_menu()
    return [act.text() for act in tab.states.menu.actions() if act.text()]


def _choose(tab, words: str) -> None:
    tab.states.fill_menu()
    next(act for act in tab.states.menu.actions() if act.text() == words).trigger()


@pytest.fixture
def issued(tab, context, stored):
    """The plan in the tab, issued in the window."""
    tab.reload(None)
    _choose(tab, "Ban hành…")
    tab.states.dialog.number.setText("15")
    tab.states.dialog.day.setText("05/02/2026")
    tab.states.dialog.accept()
    return stored


def test_the_button_beside_the_title_tells_the_step_and_changes_it(tab, context, stored):
    tab.reload(None)
    assert tab.states.button.text() == "○ Bản thảo"
    assert _menu(tab) == ["Chuyển sang lấy ý kiến", "Chuyển sang trình ký", "Ban hành…"]
    _choose(tab, "Chuyển sang lấy ý kiến")
    assert plans.plan(context.workspace, stored).state == OPINIONS
    assert tab.states.button.text() == "○ Lấy ý kiến"
    _choose(tab, "Lùi về bản thảo")
    assert plans.plan(context.workspace, stored).state == DRAFT


def test_without_a_plan_there_is_no_step(tab):
    assert not tab.states.button.isVisible()
    assert not tab.states.banner.isVisible()


def test_issuing_asks_for_number_and_day_and_says_what_is_missing(qtbot, tab, context, stored, tmp_path):
    tab.reload(None)
    _choose(tab, "Ban hành…")
    dialog = tab.states.dialog
    dialog.number.setText("")
    dialog.accept()
    assert dialog.isVisible() and not dialog.message.isHidden()
    scan = tmp_path / "đã ký.pdf"
    scan.write_bytes(b"%PDF-1.7")
    context.ask.answers.append(scan)
    dialog.ask_for_scan()
    qtbot.waitUntil(lambda: dialog.scan_name.full_text() == "đã ký.pdf")
    dialog.number.setText("15")
    dialog.day.setText("05/02/2026")
    dialog.accept()
    plan = plans.plan(context.workspace, stored)
    assert (plan.state, plan.number, plan.date.day) == (ISSUED, 15, 5)
    assert states.scan_name(context.workspace, stored) == "đã ký.pdf"
    assert context.ask.notices[-1].text == "Đã ban hành kế hoạch."
    assert tab.states.banner.title.full_text() == "✓ Đã ban hành số 15/KH-UBND ngày 05/02/2026"
    assert list(tab.states.banner.buttons) == ["scan", "amend"]


def test_an_issued_plan_is_read_not_typed_in(tab, context, issued):
    editor = tab.editor
    editor.tree.choose(PREAMBLE)
    editor.tree.choose(list_key("plan_targets"))
    for page in (editor.general, editor.section):
        fields = [field for kind in (QLineEdit, QPlainTextEdit, QTextEdit) for field in page.findChildren(kind)]
        assert all(field.isReadOnly() or not field.isEnabled() for field in fields)
    targets = editor.lists["plan_targets"]
    assert not targets.buttons["Thêm"].isEnabled() and targets.buttons["Chép"].isEnabled()
    model = targets.model
    assert not any(
        model.flags(model.index(0, column)) & model.flags(model.index(0, column)).ItemIsEditable for column in range(2)
    )


def test_of_an_issued_plan_no_repair_is_offered(tab, context, stored, qtbot):
    wrong = "Thi đua sôi nổi sôi nổi trong toàn xã ."
    section = plans.plan(context.workspace, stored).sections[0].children[0].id
    rewording.set_body(context.workspace, stored, section, (plain(wrong, "-"),))
    tab.reload(None)
    tab.editor._check()
    assert tab.editor.checks.repair_all.isVisible()
    context.bus.publish(states.issue(context.workspace, stored, "15", "05/02/2026").changes)
    assert not tab.editor.checks.repair_all.isVisible()
    qtbot.wait(CHECK_AFTER + 200)
    words = {button.text() for button in tab.editor.checks.findChildren(QPushButton) if button.isVisible()}
    assert words == {"Đến chỗ này"}
    context.bus.publish(history.undo(context.workspace))
    assert tab.editor.checks.repair_all.isVisible()


def test_the_lists_of_an_issued_plan_offer_nothing_that_changes_it(tab, context, stored):
    tab.reload(None)
    offered = []
    for kind in ("plan_bases", "plan_movements"):
        tab.editor.tree.choose(list_key(kind))
        offered.append(tab.editor.lists[kind].choosing)
        assert offered[-1].isVisible()
    context.bus.publish(states.issue(context.workspace, stored, "15", "05/02/2026").changes)
    assert all(button.isHidden() for button in offered)
    tab.editor.tree.choose(list_key("plan_targets"))
    assert tab.editor.lists["plan_targets"].put.isHidden()
    context.bus.publish(history.undo(context.workspace))
    assert not any(button.isHidden() for button in offered)


def test_results_of_the_signing_stay_open(tab, context, issued):
    tab.editor.tree.choose(list_key("commitments"))
    assert tab.editor.lists["commitments"].buttons["Thêm"].isEnabled()
    tab.editor.tree.choose(list_key("plan_tasks"))
    tasks = tab.editor.lists["plan_tasks"].model
    assert tasks.open_columns == {"done_on"}


def test_undo_opens_the_plan_again(tab, context, issued):
    context.bus.publish(history.undo(context.workspace))
    assert tab.states.button.text() == "○ Bản thảo"
    assert not tab.states.banner.isVisible()
    assert not tab.editor.general.fields["title"].isReadOnly()


def test_taking_the_issuing_back_is_asked_and_says_what_it_means(tab, context, issued):
    context.ask.answers.append(False)
    _choose(tab, "Rút lại việc ban hành…")
    assert plans.plan(context.workspace, issued).state == ISSUED
    assert "trở về bước trình ký" in context.ask.said[-1].explain
    context.ask.answers.append(True)
    _choose(tab, "Rút lại việc ban hành…")
    assert tab.states.button.text() == "○ Trình ký"


def test_a_new_version_is_made_and_its_changes_shown(tab, context, issued):
    tab.states.banner.buttons["amend"].click()
    second = tab.editor.plan.id
    assert second != issued and tab.editor.plan.amends == issued
    assert tab.states.banner.title.full_text() == "○ Bản sửa đổi"
    assert tab.chooser.currentText() == f"{PLAN.title} (bản {second}, sửa đổi)"
    context.bus.publish(plans.set_plan_field(context.workspace, second, "theme", "Đoàn kết"))
    tab.states.banner.buttons["compare_earlier"].click()
    page = tab.comparing.page
    assert tab.stack.currentWidget() is page and not tab.header.isVisible()
    assert [one.title for one in page.view.model.differences] == ["Số", "Chủ đề", "Ngày ban hành"]
    press_key(page.view.table, Qt.Key.Key_Escape)
    assert tab.stack.currentWidget() is tab.editor and tab.header.isVisible()
    tab.states.banner.buttons["earlier"].click()
    assert tab.editor.plan.id == issued
    assert list(tab.states.banner.buttons) == ["scan", "newer"]


def test_the_paper_of_the_differences_is_written(qtbot, tab, context, issued, tmp_path):
    tab.states.banner.buttons["amend"].click()
    tab.compare(issued, tab.editor.plan.id)
    out = tmp_path / "so sánh.docx"
    context.ask.answers.append(out)
    tab.comparing.export()
    qtbot.waitUntil(out.exists, timeout=10_000)
    qtbot.waitUntil(lambda: context.tasks.is_idle)


def test_comparing_goes_when_the_plan_goes(tab, context, issued):
    tab.states.banner.buttons["amend"].click()
    second = tab.editor.plan.id
    tab.compare(issued, second)
    context.bus.publish(plans.remove_plan(context.workspace, second))
    assert not tab.comparing.is_open
    assert tab.stack.currentWidget() is tab.editor and tab.editor.plan.id == issued


def test_last_years_plan_is_beside_this_years(tab, context, stored):
    from dataclasses import replace

    plans.store_plan(context.workspace, replace(PLAN, year=2025, title="Thi đua năm 2025"))
    tab.reload(None)
    _choose(tab, "So với kế hoạch năm 2025")
    page = tab.comparing.page
    assert page.called == ("Kế hoạch năm 2025", "Kế hoạch năm 2026")
    assert page.view.old.toPlainText() == "Thi đua năm 2025"
    assert page.view.new.toPlainText() == PLAN.title
    marked = [one for one in page.view.new.document().toHtml().split("<span") if "underline" in one]
    assert marked


def test_the_button_of_the_step_stands_level_with_the_acts_of_the_page(tab, stored):
    tab.reload(None)
    step = tab.states.button
    acts = [button for button in tab.header.findChildren(ActButton) if button.isVisible()]
    middles = {button.mapTo(tab.header, button.rect().center()).y() for button in (step, *acts)}
    assert acts and len(middles) == 1


def test_typing_in_the_text_of_an_issued_plan_tells_the_way_out(tab, context, issued, ask):
    tab.editor.tree.choose(PREAMBLE)
    before = tab.editor.section.editor.toPlainText()
    told = len(ask.notices)
    press_key(tab.editor.section.editor, Qt.Key.Key_Down)
    assert len(ask.notices) == told, "to read is no typing"
    type_text(tab.editor.section.editor, "thêm")
    press_key(tab.editor.section.editor, Qt.Key.Key_Backspace)
    assert tab.editor.section.editor.toPlainText() == before
    assert len(ask.notices) == told + 1
    assert "đã ban hành" in ask.notices[-1].text
    dict(ask.notices[-1].acts)["Lập bản sửa đổi"]()
    assert tab.editor.plan.amends == issued


@pytest.mark.parametrize("key", ["title", "place", "day"])
def test_typing_in_a_field_of_an_issued_plan_tells_the_way_out_too(tab, context, issued, ask, key):
    tab.editor.tree.choose(GENERAL)
    field = tab.editor.general.fields[key]
    told = len(ask.notices)
    press_key(field, Qt.Key.Key_End)
    assert len(ask.notices) == told
    before = plans.plan(context.workspace, issued)
    type_text(field, "1")
    assert plans.plan(context.workspace, issued) == before
    assert [notice.text.split(" nên ")[0] for notice in ask.notices[told:]] == ["Kế hoạch đã ban hành"]
