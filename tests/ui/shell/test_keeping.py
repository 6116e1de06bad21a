from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.services.office import safekeeping
from thidua_desktop.services.office.safekeeping import DoctorLine
from thidua_desktop.ui.shell.keeping import health_dialog
from thidua_desktop.ui.theme import State


def test_a_backup_is_made_after_opening_and_its_age_shown(opened):
    assert len(safekeeping.backups(opened.context.workspace)) == 1
    assert opened.status.backup.text() == "Bản sao lưu vừa xong, đã kiểm tra ✓"


@pytest.mark.parametrize("act", ["begin", "back_up_now"])
def test_a_file_that_closes_while_it_is_backed_up_is_left_alone(opened, ask, qtbot, act):
    """What the worker tells comes after the file is closed; the window of the next file does not hear of it."""
    keeper, heard = opened.keeper, []
    getattr(keeper, act)()
    opened.opening.leave()
    keeper.kept.connect(lambda: heard.append("kept"))
    keeper._on_ended()
    keeper.begin()
    qtbot.wait(50)
    assert heard == []
    assert opened.context is None


def test_backing_up_now_is_told(opened, ask, qtbot):
    opened.actions_.backup.trigger()
    qtbot.waitUntil(lambda: bool(ask.notices))
    assert ask.notices[-1].text.startswith("Đã sao lưu và kiểm tra lúc")


def test_a_backup_that_fails_is_told_and_shown(opened, ask, qtbot, monkeypatch):
    def full(path, folder=None, moment=None):
        raise KnownError("Ổ đĩa đã đầy; dữ liệu vẫn còn nguyên.", "Hãy dọn bớt ổ đĩa.")

    monkeypatch.setattr(safekeeping, "back_up", full)
    opened.actions_.backup.trigger()
    qtbot.waitUntil(lambda: opened.keeper.failed and opened.tasks.is_idle)
    assert ask.notices[-1].state is State.BAD
    assert "Ổ đĩa đã đầy" in ask.notices[-1].text
    assert opened.status.backup.text().startswith("! ")


def test_a_copy_goes_to_the_usb_stick(opened, ask, qtbot, tmp_path):
    stick = tmp_path / "USB"
    stick.mkdir()
    ask.answers = [stick]
    opened.actions_.copy_out.trigger()
    qtbot.waitUntil(lambda: bool(ask.notices))
    assert ask.notices[-1].text.startswith("Đã chép và kiểm tra")
    assert list(stick.glob("**/*.thidua"))


def test_giving_up_the_copy_does_nothing(opened, ask):
    ask.answers = [None]
    opened.actions_.copy_out.trigger()
    assert opened.tasks.is_idle
    assert ask.notices == []


def test_the_check_up_shows_every_line(opened, qtbot):
    seen = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(50, look)
            return
        seen.extend(dialog.table.model().text(row, 1) for row in range(dialog.table.model().rowCount()))
        dialog.reject()

    QTimer.singleShot(50, look)
    opened.actions_.doctor.trigger()
    qtbot.waitUntil(lambda: len(seen) > 3)


def test_what_is_not_in_order_is_marked_by_sign_and_word(opened, qtbot):
    dialog = health_dialog([DoctorLine(True, "Tốt"), DoctorLine(False, "Thiếu một tệp đính kèm")], 1, opened)
    model = dialog.table.model()
    assert (model.text(1, 0), model.state(1, 0)) == ("! Cần xem", State.BAD)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.deleteLater()
