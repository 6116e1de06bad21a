"""What was read is stored as one act or put away; bad files are said where the clerk is."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.ui.typing import press_key, type_text
from thidua_desktop.domain.changes import Changes
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.office import years
from thidua_desktop.services.plan import plans

STORE, DROP = 0, 1  # the answers to the question before corrections go


def test_stored_as_one_act_with_the_file_and_taken_back_by_one(view, tab, context, ask, word_file):
    assert view.bar.store.text() == "Lưu vào năm 2024"
    view.store()
    stored = plans.plan_summaries(context.workspace, 2024)
    assert [(one.targets, one.source_name) for one in stored] == [(3, word_file.name)]
    assert tab.importing is None
    assert tab.editor.plan.id == stored[0].id
    assert context.year == 2024
    assert 2024 in years.years(context.workspace)
    assert plans.source_file(context.workspace, stored[0].id).content == word_file.read_bytes()
    ask.notices[-1].acts[0][1]()
    assert plans.plan_summaries(context.workspace) == []
    assert 2024 not in years.years(context.workspace)


def test_a_cell_still_open_is_stored_too(view, tab):
    view.pages.show_page("plan_recipients")
    table = view.pages.table("plan_recipients").table
    table.setFocus()
    table.go_to(0, 0, edit=True)
    cell = table.findChild(QPlainTextEdit) or table.findChild(QLineEdit)
    cell.selectAll()
    type_text(cell, "Đảng ủy")
    view.store()
    assert tab.editor.plan.recipients[0].name == "Đảng ủy"


def test_ctrl_s_stores(view, tab):
    press_key(view.pages.list, Qt.Key.Key_S, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert tab.importing is None
    assert tab.editor.plan.title == "Phát động phong trào thi đua năm 2024"


def test_a_year_with_a_plan_gets_another_beside_it(view, context, stored, tab):
    view.bar.year.setValue(2026)
    assert "đã có 1 kế hoạch" in view.bar.header._subtitle.full_text()
    assert view.pages.general.fields["year"].text() == "2026"
    view.store()
    assert len(plans.plan_summaries(context.workspace, 2026)) == 2
    assert context.ask.notices[-1].text == "Đã lưu kế hoạch vào năm 2026. Năm này có 2 kế hoạch, chọn ở đầu trang."
    assert tab.chooser.isVisible()


def test_the_same_plan_again_is_told_before_it_is_stored(view, context, tab):
    plans.store_plan(context.workspace, view.draft.plan)
    view.draft.bus.changed.emit(Changes())
    assert "năm 2024 đã có kế hoạch cùng tên, bản 1; kế hoạch này được" in view.bar.header._subtitle.full_text()
    view.store()
    title = view.draft.plan.title
    assert [tab.chooser.itemText(place) for place in (0, 1)] == [f"{title} (bản 1)", f"{title} (bản 2)"]


def test_a_fault_while_storing_is_said_here_and_nothing_is_lost(view, context, monkeypatch):
    def full(*_):
        raise KnownError("Đĩa đầy, kế hoạch chưa được lưu.", "Hãy xóa bớt tệp rồi lưu lại.")

    with monkeypatch.context() as patched:
        patched.setattr(plans, "store_plan", full)
        view.store()
    assert "Đĩa đầy" in view.message._title.text()
    assert not view.message.isHidden()
    view.store()
    assert len(plans.plan_summaries(context.workspace, 2024)) == 1


def test_putting_away_asks_only_when_something_was_corrected(view, tab, ask, context):
    view.bar.year.setValue(2025)
    ask.answers.append(None)
    view.dismiss()
    assert tab.importing is view
    assert ask.said[-1].options == ("Lưu rồi đóng", "Bỏ, không lưu")
    ask.answers.append(DROP)
    view.dismiss()
    assert tab.importing is None
    assert plans.plan_summaries(context.workspace) == []


def test_what_was_corrected_can_be_stored_on_the_way_out(view, tab, ask, context):
    view.bar.year.setValue(2025)
    ask.answers.append(STORE)
    assert tab.may_close()
    assert tab.importing is None
    assert [one.year for one in plans.plan_summaries(context.workspace)] == [2025]


def test_what_cannot_be_stored_on_the_way_out_stays(view, tab, ask):
    view.pages.show_page("plan_phases")
    table = view.pages.table("plan_phases")
    table.model.setData(table.model.index(0, 1), "31/02/2024")
    ask.answers.append(STORE)
    assert not tab.may_close()
    assert tab.importing is view
    assert "còn ô gõ chưa đúng" in view.message._title.text()


def test_putting_away_untouched_needs_no_question(view, tab):
    view.dismiss()
    assert tab.importing is None
    assert tab.stack.currentWidget() is tab.empty


def test_escape_and_another_tab_lose_nothing(view, tab):
    view.bar.year.setValue(2025)
    press_key(view.pages.list, Qt.Key.Key_Escape)
    tab.hide()
    tab.set_year(2026)
    tab.show()
    assert tab.importing is view
    assert view.draft.plan.year == 2025
    assert not tab.chooser.isVisible()
    assert not tab.act_export.isEnabled()


def test_another_file_asks_before_corrections_go(qtbot, view, tab, ask, word_file):
    view.bar.year.setValue(2025)
    ask.answers.append(None)
    tab.read_file(word_file)
    assert tab.importing is view
    ask.answers.append(DROP)
    tab.read_file(word_file)
    qtbot.waitUntil(lambda: tab.importing is not view, timeout=10_000)
    qtbot.waitUntil(lambda: tab.context.tasks.is_idle, timeout=10_000)
    assert tab.importing.draft.plan.year == 2024


def test_a_file_that_is_no_plan_is_said_in_the_tab_and_changes_nothing(qtbot, tab, ask, tmp_path, context):
    bad = tmp_path / "hỏng.docx"
    bad.write_bytes(b"PK\x03\x04 not a document")
    ask.answers.append(bad)
    tab.ask_for_file()
    qtbot.waitUntil(lambda: tab.message.isVisible(), timeout=10_000)
    assert "hỏng.docx" in tab.message._title.text()
    assert tab.importing is None
    ask.answers.append(None)
    tab.message.acted.emit(0)
    assert tab.message.isHidden()
    assert plans.plan_summaries(context.workspace) == []


def test_a_dropped_file_is_read(qtbot, tab, word_file):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(word_file))])
    place = QPointF(QPoint(10, 10))
    tab.dropEvent(
        QDropEvent(place, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )
    qtbot.waitUntil(lambda: tab.importing is not None, timeout=10_000)
    qtbot.waitUntil(lambda: tab.context.tasks.is_idle, timeout=10_000)


def test_freed_when_put_away(qtbot, view, tab):
    gone = []
    view.destroyed.connect(lambda: gone.append(True))
    view.dismiss()
    qtbot.waitUntil(lambda: bool(gone), timeout=2000)
