"""The tab Tổng quan: what it shows, how the keyboard goes through it, and where its lines lead."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.services.samples import PLAN
from thidua_desktop.domain.destinations import DIRECTORY, PLANS, REGISTRATION, Destination
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.reports.overview import Line
from thidua_desktop.services import history
from thidua_desktop.services.office import safekeeping
from thidua_desktop.services.office.safekeeping import BackupState
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import registrations
from thidua_desktop.ui.tabs.overview import tab as overview_tab
from thidua_desktop.ui.tabs.overview.cards import SafetyCard
from thidua_desktop.ui.tabs.overview.tab import OverviewTab
from thidua_desktop.ui.theme import State


@pytest.fixture
def led(context):
    """Where the tab led to, in order; also what it asked the window to do."""
    kept: list[object] = []
    context.go_to = kept.append
    context.back_up = lambda: kept.append("sao lưu")
    context.copy_out = lambda: kept.append("chép ra USB")
    return kept


def shown(qtbot, context):
    made = OverviewTab(context)
    qtbot.addWidget(made)
    made.resize(1366, 650)
    made.show()
    qtbot.waitUntil(lambda: any(line.destination.kind == "rule_corrections" for line in made.due.list.lines))
    made.activateWindow()
    return made


@pytest.fixture
def empty(qtbot, context, led):
    return shown(qtbot, context)


@pytest.fixture
def full(qtbot, context, led):
    """The sample plan with its organisation in the year's list."""
    workspace = context.workspace
    plan_id = plans.store_plan(workspace, PLAN)[1]
    registrations.adopt(workspace, plan_id, registrations.candidates(workspace, plan_id))
    return shown(qtbot, context)


def texts(card):
    return [line.text for line in card.list.lines]


def test_an_empty_year_offers_to_begin(empty, led):
    assert empty.begin.isVisible()
    assert not empty.waiting.isVisible()
    empty.start.started.emit()
    [new] = [button for button in empty.start.findChildren(QPushButton) if button.text() == "Lập kế hoạch mới…"]
    new.click()
    assert led == [Destination(PLANS, "import"), Destination(PLANS, "new")]
    assert empty.steps[0].words.text() == "Chưa có kế hoạch năm 2026"


def test_the_steps_say_how_they_stand_and_lead_on(full, led):
    assert [card.step_title for card in full.steps] == [
        "1. Kế hoạch",
        "2. Đăng ký – Giao ước",
        "3. Khen thưởng",
        "4. Báo cáo",
    ]
    assert full.steps[0].chip.text() == "đang làm"
    for card in full.steps:
        card.button.click()
    assert [destination.tab for destination in led] == [1, 2, 3, 4]


def test_everything_to_see_to_is_listed(full):
    assert not full.begin.isVisible()
    assert texts(full.due)[0] in ("Xong đăng ký thi đua và ký giao ước thi đua", "Báo cáo đợt 1")
    assert "Tổng hợp kết quả" in texts(full.due)
    assert texts(full.waiting)[0] == "Hội Nông dân"
    assert full.short.nothing.isVisible()
    assert full.awards.nothing.text() == "Chưa có đợt xét khen thưởng nào trong năm."


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_line_leads_to_its_place_by_keyboard(full, led, key):
    full.waiting.list.setFocus()
    QTest.keyClick(full.waiting.list, Qt.Key.Key_Home)
    QTest.keyClick(full.waiting.list, key)
    assert led[-1].tab == REGISTRATION
    assert led[-1].kind == "organisations"


def test_a_line_leads_to_its_place_by_a_click(full, led):
    index = full.due.list.model().index(texts(full.due).index("Tổng hợp kết quả"), 0)
    full.due.list.scrollTo(index)
    where = full.due.list.visualRect(index).center()
    QTest.mouseClick(full.due.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert (led[-1].tab, led[-1].kind) == (PLANS, "plan_tasks")


def test_the_keyboard_reaches_every_part(full, qtbot):
    full.focus_here()
    qtbot.waitUntil(full.due.list.hasFocus)
    reached = set()
    for _ in range(20):
        reached.add(full.focusWidget())
        QTest.keyClick(full.focusWidget(), Qt.Key.Key_Tab)
    wanted = {full.due.list, full.waiting.list, full.safety.back_up, full.safety.copy_out}
    assert wanted | {card.button for card in full.steps} <= reached


def test_a_list_that_is_not_listed_takes_no_keyboard(empty):
    empty.focus_here()
    for _ in range(12):
        assert not empty.short.list.hasFocus()
        QTest.keyClick(empty.focusWidget(), Qt.Key.Key_Tab)


def test_an_act_elsewhere_is_seen_and_the_chosen_row_stays(full, context):
    full.due.list.setCurrentIndex(full.due.list.model().index(1, 0))
    task = registers.page(context.workspace, "plan_tasks", scope=1)[0].id
    full.reload(registers.set_cell(context.workspace, "plan_tasks", task, "done_on", "01/02/2026"))
    assert "Tổng hợp kết quả" not in texts(full.due)
    assert full.due.list.currentIndex().row() == 1
    full.reload(history.undo(context.workspace))
    assert "Tổng hợp kết quả" in texts(full.due)


def test_another_year_is_read(full, context):
    context.year = 2027
    full.set_year(2027)
    assert full.header._title.full_text() == "Năm thi đua 2027"
    assert full.begin.isVisible()


def test_the_two_acts_of_safety_are_the_windows(full, led):
    full.safety.back_up.click()
    full.safety.copy_out.click()
    assert led == ["sao lưu", "chép ra USB"]


@pytest.mark.parametrize(
    ("state", "words", "how"),
    [
        (BackupState(None, None, False), "○ Chưa có bản sao lưu", "wait"),
        (
            BackupState(None, datetime(2026, 2, 5, 8), True),
            "✓ Bản sao lưu 2 giờ trước, đã kiểm tra",
            "good",
        ),
        (
            BackupState(datetime(2026, 2, 5, 9), datetime(2026, 2, 1, 8), False),
            "! Sao lưu gần đây không đạt; bản tốt 4 ngày trước",
            "bad",
        ),
    ],
)
def test_the_age_of_the_backup_is_told(qtbot, state, words, how):
    card = SafetyCard()
    qtbot.addWidget(card)
    card.show_state(state, datetime(2026, 2, 5, 10))
    assert card.backup.full_text() == words
    assert card.backup.property("state") == how


def test_a_backup_made_meanwhile_is_told(full, context):
    assert "Chưa có bản sao lưu" in full.safety.backup.full_text()
    safekeeping.backup_now(context.workspace)
    full.on_kept()
    assert "vừa xong, đã kiểm tra" in full.safety.backup.full_text()


def test_a_file_that_cannot_be_read_is_told_and_what_was_shown_stays(full, monkeypatch):
    def fail(workspace, year, *, with_rules):
        raise KnownError("Không đọc được tệp dữ liệu; chưa có gì bị mất.", "Hãy kiểm tra USB.")

    before = texts(full.due)
    monkeypatch.setattr(overview_tab, "overview", fail)
    full.reload(None)
    assert full.trouble.isVisible()
    assert texts(full.due) == before


def test_looking_is_no_act(full, context, qtbot):
    before = history.undo_text(context.workspace)
    full.reload(None)
    full.hide()
    full.show()
    qtbot.wait(50)
    assert history.undo_text(context.workspace) == before


def test_five_hundred_lines_stay_within_the_page(full):
    lines = [
        Line(f"Việc rất dài số {number} " * 8, f"chi tiết {number} " * 20, Destination(DIRECTORY), when="còn 3 ngày")
        for number in range(500)
    ]
    full.due.show_lines(lines, "")
    assert full.minimumSizeHint().width() < 1366
    assert full.due.width() < 700
    assert full.due.list.model().rowCount() == 500
    assert not full.due.list.horizontalScrollBar().isVisible()


def test_in_a_narrow_window_the_steps_stand_two_by_two(full, qtbot):
    full.resize(760, 400)
    qtbot.waitUntil(lambda: full.steps[2].y() > full.steps[0].y())
    assert full.steps[3].geometry().right() < 760
    full.resize(1366, 650)
    qtbot.waitUntil(lambda: full.steps[3].y() == full.steps[0].y())


def test_what_is_overdue_is_told_by_a_word_and_a_sign(full):
    late = Line("Báo cáo", "", Destination(PLANS), when="quá hạn 3 ngày", is_late=True)
    full.due.show_lines([late], "")
    assert full.due.late.text() == f"{State.BAD.sign} 1 quá hạn"
    said = full.due.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Báo cáo, quá hạn 3 ngày"
