"""What the checker is certain of is put right by a click beside the finding, or all of it at once."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from thidua_desktop.services.plan import plans


def test_what_is_certain_is_repaired_by_a_click_and_taken_back_by_one_undo(stored, tab, context, ask):
    tab.editor._check()
    found = {finding.code: finding for finding in tab.editor.checks.shown}
    tab.editor.checks.repair_wanted.emit(found["SIGN_NO_TM"])
    assert plans.plan(context.workspace, stored).signer.authority == "TM. ỦY BAN NHÂN DÂN"
    tab.editor.checks.repair_wanted.emit(found["SIGN_NO_TM"])
    assert "đã khác lúc soát" in ask.said[-1].text
    context.workspace.file.undo()
    assert plans.plan(context.workspace, stored).signer.authority is None


def test_everything_certain_is_repaired_at_once(stored, tab, context, ask):
    plans.set_plan_field(context.workspace, stored, "title", "Phát động phong trào phong trào thi đua năm 2026")
    tab.editor._check()
    assert tab.editor.checks.repair_all.text().startswith("Sửa tất cả chỗ chắc chắn (")
    tab.editor.checks.repair_all.click()
    after = plans.plan(context.workspace, stored)
    assert (after.title, after.signer.authority) == ("Phát động phong trào thi đua năm 2026", "TM. ỦY BAN NHÂN DÂN")
    assert tab.editor.checks.repair_all.isHidden(), "at once, not only after the next check"
    tab.editor._check()
    assert tab.editor.checks.repair_all.isHidden()
    assert "theo gợi ý" in ask.notices[-1].text


def test_until_the_first_check_is_done_it_is_said_that_it_is_on_its_way(stored, tab, context, qtbot):
    tab.reload(None)
    words = [one.text() for one in tab.editor.checks.findChildren(QLabel) if one.isVisible()]
    assert words == ["Đang kiểm tra…"]
    qtbot.waitUntil(lambda: bool(tab.editor.checks.shown))
    words = [one.text() for one in tab.editor.checks.findChildren(QLabel) if one.isVisible()]
    assert "Đang kiểm tra…" not in words
