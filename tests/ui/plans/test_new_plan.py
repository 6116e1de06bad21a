"""The window "Lập kế hoạch mới": three ways to begin, what is renewed, one act, the new plan open afterwards."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.plans.conftest import PLAN
from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.plan.plans import Phase, Target, TargetValue
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tabs.plans.new_plan_dialog import FROM_FILE, FROM_OUTLINE, FROM_PLAN, NewPlanDialog
from thidua_desktop.ui.tabs.plans.new_plan_model import NEW, OLD, SENTENCE
from thidua_desktop.ui.theme import sizes

LAST_YEAR = replace(
    PLAN,
    number=4,
    closing=(plain("Trên đây là Kế hoạch năm 2026, thực hiện từ ngày 05/02/2026; đạt chuẩn năm 2025."),),
    targets=(Target("Thu nhập 60 triệu đồng", "Thu nhập", values=(TargetValue(60, "triệu đồng"),)),),
    phases=(Phase("Đợt 1", "2026-01-01", "2026-04-30", "2026-06-25"),),
)


@pytest.fixture
def last_year(context):
    return plans.store_plan(context.workspace, LAST_YEAR, None)[1]


@pytest.fixture
def opened(tab, context):
    """Opens the window as the clerk does."""
    context.show_year = tab.set_year

    def open_window():
        tab.act_new.trigger()
        return tab.new_plan.dialog

    yield open_window
    if tab.new_plan.dialog is not None:
        tab.new_plan.dialog.done(0)


def cells(dialog, column: int) -> list[str]:
    model = dialog.of_plan.model
    return [model.text(row, column) for row in range(model.rowCount())]


def ticks(dialog) -> list[bool]:
    model = dialog.of_plan.model
    return [model.is_ticked(row) for row in range(model.rowCount())]


def test_a_year_without_a_plan_begins_with_an_outline(tab, opened, context):
    tab.empty.findChild(QPushButton).click()
    dialog = tab.new_plan.dialog
    assert dialog.way == FROM_OUTLINE and not dialog.ways.button(FROM_PLAN).isEnabled()
    assert dialog.year.value() == 2026
    assert dialog.outlines.list.model().rowCount() == 6
    dialog.accept()
    assert tab.editor.plan.title == "Phát động phong trào thi đua yêu nước năm 2026 trên địa bàn xã Ví Dụ"
    assert tab.stack.currentWidget() is tab.editor
    context.bus.publish(history.undo(context.workspace))
    assert tab.stack.currentWidget() is tab.empty


def test_the_contents_of_an_outline_are_shown_and_its_questions_asked(opened):
    page = opened().outlines
    contents = page.contents.model()
    assert contents.item(0).text() == "I. MỤC ĐÍCH, YÊU CẦU"
    assert contents.item(1).text().strip() == "1. Mục đích"
    assert page.theme.count() == 3 and not page.questions
    page.list.setFocus()
    press_key(page.list, Qt.Key.Key_End)
    assert page.outline.id == "f-cao-diem"
    assert list(page.questions) == ["sự kiện", "ngày bắt đầu", "ngày kết thúc", "hạn báo cáo"]
    assert page.questions["ngày kết thúc"].text() == "31/8/2026"


def test_the_theme_and_the_answers_go_into_the_plan(opened, tab):
    dialog = opened()
    page = dialog.outlines
    press_key(page.list, Qt.Key.Key_End)
    page.theme.setEditText("")
    type_text(page.theme.lineEdit(), "Chung tay vì xã Ví Dụ")
    page.questions["sự kiện"].clear()
    type_text(page.questions["sự kiện"], "Đại hội thi đua yêu nước")
    press_key(page.list, Qt.Key.Key_Home)
    press_key(page.list, Qt.Key.Key_End)
    dialog.accept()
    assert tab.editor.plan.theme == "Chung tay vì xã Ví Dụ"
    assert tab.editor.plan.title == "Tổ chức đợt thi đua cao điểm lập thành tích chào mừng Đại hội thi đua yêu nước"


def test_the_year_changes_what_is_suggested(opened):
    dialog = opened()
    press_key(dialog.outlines.list, Qt.Key.Key_End)
    dialog.year.setValue(2028)
    assert dialog.outlines.questions["ngày kết thúc"].text() == "31/8/2028"
    assert dialog.box.agree.text() == "Lập kế hoạch năm 2028"


def test_last_years_plan_is_offered_first_with_what_to_renew(last_year, opened):
    dialog = opened()
    assert (dialog.way, dialog.year.value(), dialog.plan_head.plan_id()) == (FROM_PLAN, 2027, last_year)
    assert cells(dialog, OLD) == ["2026", "2026", "05/02/2026", "2025"]
    assert cells(dialog, NEW) == ["2027", "2027", "05/02/2027", "2026"]
    assert ticks(dialog) == [True, True, True, False]
    assert cells(dialog, SENTENCE)[1] == (
        "Trên đây là Kế hoạch năm [2026], thực hiện từ ngày 05/02/2026; đạt chuẩn năm…"
    )
    assert dialog.of_plan.found.text().startswith("Tìm thấy 4 chỗ nên đổi, đã đánh dấu 3")


def test_the_sentence_shows_what_goes_and_what_comes(last_year, opened):
    page = opened().of_plan
    page.table.go_to(2)
    assert "từ ngày 05/02/2026 05/02/2027; đạt chuẩn" in page.sentence.toPlainText()
    assert page.why.text() == "Ngày trong năm 2026."


def test_space_ticks_and_typing_corrects(last_year, opened, tab):
    dialog = opened()
    table = dialog.of_plan.table
    table.go_to(0)
    press_key(table, Qt.Key.Key_Space)
    table.go_to(3, NEW)
    assert dialog.of_plan.model.setData(dialog.of_plan.model.index(3, NEW), "2024")
    assert ticks(dialog) == [False, True, True, True]
    dialog.accept()
    plan = tab.editor.plan
    assert plan.title == LAST_YEAR.title
    assert plan.closing[0].text == "Trên đây là Kế hoạch năm 2027, thực hiện từ ngày 05/02/2027; đạt chuẩn năm 2024."


def test_the_new_plan_is_open_and_one_undo_takes_it_back(last_year, opened, tab, context, ask):
    dialog = opened()
    dialog.box.agree.click()
    plan = tab.editor.plan
    assert (plan.year, plan.number, plan.drafted_from, plan.state) == (2027, None, last_year, "bản thảo")
    assert plan.phases[0].end == "2027-04-30"
    assert ask.notices[-1].text == "Đã lập kế hoạch mới năm 2027."
    context.bus.publish(history.undo(context.workspace))
    assert [one.id for one in plans.plan_summaries(context.workspace)] == [last_year]


def test_nothing_is_stored_when_it_is_given_up(last_year, opened, context, ask):
    before = history.undo_text(context.workspace)
    dialog = opened()
    model = dialog.of_plan.model
    model.setData(model.index(0, NEW), "2028")
    ask.answers[:] = [False, True]
    dialog.reject()
    assert dialog.isVisible()
    dialog.reject()
    assert history.undo_text(context.workspace) == before


def test_ticks_of_all_and_of_the_certain_ones(last_year, opened):
    dialog = opened()
    dialog.of_plan.all.click()
    assert all(ticks(dialog))
    dialog.of_plan.none.click()
    assert ticks(dialog) == [True, True, True, False]


def test_a_year_that_has_its_plan_is_said(last_year, opened):
    dialog = opened()
    assert dialog.note.text() == "Năm 2026 đang xem đã có kế hoạch, nên đề nghị năm 2027."
    dialog.year.setValue(2028)
    assert dialog.note.text() == ""
    dialog.year.setValue(2026)
    assert dialog.note.text() == "Năm 2026 đã có 1 kế hoạch; kế hoạch mới được thêm bên cạnh."


def test_a_file_of_another_commune_becomes_the_own_plan(qtbot, opened, tab, context, ask, tmp_path):
    path = tmp_path / "ban.txt"
    path.write_text(
        "ỦY BAN NHÂN DÂN\nXÃ THÍ ĐIỂM\nSố: 05/KH-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "Độc lập - Tự do - Hạnh phúc\nThí Điểm, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\n"
        "Phát động phong trào thi đua năm 2026\nỦy ban nhân dân xã Thí Điểm ban hành Kế hoạch như sau:\n"
        "I. MỤC ĐÍCH\n- Thi đua sôi nổi.\nII. TỔ CHỨC THỰC HIỆN\n- Các thôn thực hiện.\n"
        "Nơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Thị Thử\n",
        encoding="utf-8",
    )
    dialog = opened()
    dialog.ways.button(FROM_FILE).setChecked(True)
    assert not dialog.box.agree.isEnabled() and dialog.year.value() == 2026
    ask.answers[:] = [path]
    dialog.file_head.button.click()
    qtbot.waitUntil(lambda: dialog.of_file.beginning is not None, timeout=10_000)
    assert dialog.file_head.name.full_text().endswith(" · kế hoạch năm 2026")
    model = dialog.of_file.model
    assert [(one.old, one.new) for one in model.chosen] == [("xã Thí Điểm", "xã Ví Dụ")]
    dialog.accept()
    assert tab.editor.plan.issuer == "Ủy ban nhân dân xã Ví Dụ"
    assert "xã Ví Dụ ban hành" in tab.editor.plan.preamble[-1].text
    assert plans.source_file(context.workspace, tab.editor.plan.id).name == "ban.txt"


def test_a_file_that_is_no_plan_is_told_in_the_window(qtbot, opened, tmp_path):
    path = tmp_path / "hong.docx"
    path.write_bytes(b"PK\x03\x04 hong")
    dialog = opened()
    dialog.ways.button(FROM_FILE).setChecked(True)
    dialog.read_file(path)
    qtbot.waitUntil(lambda: dialog.message.isVisible(), timeout=10_000)
    assert dialog.file_head.name.full_text() == "Chưa chọn tệp nào."
    assert not dialog.box.agree.isEnabled()


def test_the_window_fits_a_small_screen(last_year, opened):
    dialog = opened()
    for way in (FROM_PLAN, FROM_OUTLINE, FROM_FILE):
        dialog.ways.button(way).setChecked(True)
        press_key(dialog.outlines.list, Qt.Key.Key_End)
        assert dialog.minimumSizeHint().width() <= 1280
        assert dialog.minimumSizeHint().height() <= 640


def test_the_window_is_no_larger_than_its_screen(last_year, opened, monkeypatch):
    room = SimpleNamespace(availableSize=lambda: QSize(1280, 680))
    monkeypatch.setattr(NewPlanDialog, "screen", lambda _: room)
    dialog = opened()
    assert dialog.width() < 1280 and dialog.height() < 680


def test_an_outline_that_cannot_be_read_is_told(tab, context, ask, tmp_path):
    context.workspace.definitions.resources = tmp_path
    tab.act_new.trigger()
    assert tab.new_plan.dialog is None
    assert "Dữ liệu của cơ quan không bị ảnh hưởng." in ask.said[-1].text


def test_the_button_for_a_file_stands_at_the_top_of_its_page(last_year, opened):
    dialog = opened()
    dialog.ways.button(FROM_FILE).setChecked(True)
    QApplication.processEvents()
    assert dialog.file_head.mapTo(dialog.stack, dialog.file_head.rect().topLeft()).y() == 0
    assert dialog.file_head.height() <= 2 * sizes.CONTROL
