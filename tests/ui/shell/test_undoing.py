"""Undo that is not about what is in view: the clerk is asked, led there and told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.services.samples import PLAN
from thidua_desktop.domain.destinations import AWARDS, DIRECTORY, OVERVIEW, PLANS
from thidua_desktop.services.awards import rounds
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.ui.shell.window import ShellWindow
from thidua_desktop.ui.tabs.plans.outline_nodes import GENERAL, Key


@pytest.fixture
def real(qtbot, desk, ask, remembered, data_path):
    """The real window with plans of 2024 and 2026 and a round of 2026, all made in this run; 2026 is in view."""
    made = ShellWindow(desk, ask, remembered)
    qtbot.addWidget(made)
    made.show()
    made.opening.open(data_path)
    workspace = made.context.workspace
    for year in (2024, 2026):
        plans.store_plan(workspace, replace(PLAN, year=year))
    rounds.add_round(workspace, 2026, "Xét cuối năm")
    qtbot.waitUntil(lambda: made.tasks.is_idle)
    yield made
    made.close()


def target(window, year: int) -> int:
    workspace = window.context.workspace
    plan = plans.plan_summaries(workspace, year)[0]
    return registers.page(workspace, "plan_targets", scope=plan.id)[0].id


def edit_target(window, year: int) -> None:
    window.bus.publish(
        registers.set_cell(window.context.workspace, "plan_targets", target(window, year), "responsible", "Ban Mẫu")
    )


def responsible(window, year: int) -> str:
    row = registers.row(window.context.workspace, "plan_targets", target(window, year))
    keys = registers.register("plan_targets").keys
    return row.cells[keys.index("responsible")]


def test_undo_of_what_another_tab_shows_leads_there_and_names_it(real, ask):
    edit_target(real, 2026)
    real.show_tab(AWARDS)
    real.actions_.undo.trigger()
    assert ask.said == []
    assert responsible(real, 2026) != "Ban Mẫu"
    assert real.pages.number == PLANS
    [told] = [notice.text for notice in ask.notices if "hoàn tác" in notice.text]
    assert told == "Đã hoàn tác: Sửa đơn vị phụ trách của chỉ tiêu “Thu ngân sách” (năm 2026)."


def test_the_keys_reach_the_data_file_from_a_text_in_which_nothing_was_typed(real, qtbot):
    real.activateWindow()
    real.show_tab(PLANS)
    editor = real.pages.tab.editor
    section = Key("section", editor.plan.sections[0].id)
    edit_target(real, 2026)
    for key, field in (
        (section, editor.section.editor),
        (GENERAL, editor.general.fields["title"]),
        (GENERAL, editor.general.fields["place"]),
    ):
        editor.tree.choose(key)
        field.setFocus()
        qtbot.waitUntil(field.hasFocus)
        qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert responsible(real, 2026) != "Ban Mẫu"
        qtbot.keyClick(field, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
        assert responsible(real, 2026) == "Ban Mẫu"


def test_undo_of_what_is_in_view_says_nothing(real, ask):
    real.show_tab(PLANS)
    edit_target(real, 2026)
    told = len(ask.notices)
    real.actions_.undo.trigger()
    assert (real.pages.number, len(ask.notices), ask.said) == (PLANS, told, [])


def test_undo_of_another_year_is_asked_and_leads_to_that_year(real, ask):
    edit_target(real, 2024)
    ask.answers = [False, True]
    real.actions_.undo.trigger()
    assert responsible(real, 2024) == "Ban Mẫu"
    assert real.context.year == 2026
    real.actions_.undo.trigger()
    assert ask.texts[-1] == "Hoàn tác việc của năm 2024?"
    assert ask.said[-1].explain.startswith("Sửa đơn vị phụ trách của chỉ tiêu “Thu ngân sách”; làm lúc ")
    assert ask.said[-1].explain.endswith(" Bạn đang xem năm 2026.")
    assert ask.said[-1].options == ("Hoàn tác", "Hủy")
    assert responsible(real, 2024) != "Ban Mẫu"
    assert (real.context.year, real.pages.number) == (2024, PLANS)
    real.show_year(2026)
    ask.answers = [True]
    real.actions_.redo.trigger()
    assert ask.texts[-1] == "Làm lại việc của năm 2024?"
    assert responsible(real, 2024) == "Ban Mẫu"
    assert real.context.year == 2024


def test_undo_of_an_act_of_an_earlier_opening_is_asked_once(real, ask, data_path):
    edit_target(real, 2026)
    real.opening.leave()
    assert real.opening.open(data_path)
    real.show_tab(PLANS)
    ask.answers = [False, True]
    real.actions_.undo.trigger()
    assert responsible(real, 2026) == "Ban Mẫu"
    real.actions_.undo.trigger()
    assert ask.texts[-1] == "Hoàn tác việc của lần mở tệp trước?"
    assert responsible(real, 2026) != "Ban Mẫu"
    real.actions_.undo.trigger()  # the round, of the same earlier opening
    assert rounds.round_summaries(real.context.workspace, 2026) == []


def test_a_year_that_was_added_is_taken_back_where_the_clerk_is(real, ask):
    real.show_tab(DIRECTORY)
    ask.answers = ["2027"]
    real.topbar.year_wanted.emit()
    assert real.context.year == 2027
    real.actions_.undo.trigger()
    assert real.pages.number == DIRECTORY


def test_undo_on_the_first_page_leads_to_what_it_was_about(real):
    edit_target(real, 2026)
    real.show_tab(OVERVIEW)
    real.actions_.undo.trigger()
    assert real.pages.number == PLANS
