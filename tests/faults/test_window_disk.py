"""A disk that is full or gone under the open window: what was typed stays in sight and is stored when it can be."""

from __future__ import annotations

import errno
import os
from datetime import datetime, timedelta

import pytest

from tests.faults.conftest import is_whole
from tests.faults.saying import is_clear
from tests.ui.typing import type_text
from thidua_desktop.services.office import offices, safekeeping
from thidua_desktop.services.plan import plans
from thidua_desktop.storage import safefiles
from thidua_desktop.ui.tabs.plans.outline_nodes import GENERAL, Key
from thidua_desktop.ui.widgets.autosave import SAVE_AFTER

TYPED = "Thi đua yêu nước. "
STAY, GIVE_UP = False, True
WITHIN = 5 * SAVE_AFTER  # milliseconds; one would do on a machine at rest


class Disk:
    """The disk of the open data file: full, or with room again."""

    def __init__(self, window):
        self._file = window.context.workspace.file

    def fill(self):
        pages = self._file.query("PRAGMA page_count")[0][0]
        self._file.query(f"PRAGMA max_page_count={pages}")

    def clear(self):
        self._file.query("PRAGMA max_page_count=1000000")


@pytest.fixture
def disk(opened):
    return Disk(opened)


def sections(window):
    return list(window.pages.tab.editor.plan.all_sections())


def choose(window, number):
    """Choose the section of that number in the outline and give its text."""
    editor = window.pages.tab.editor
    assert editor.tree.choose(Key("section", sections(window)[number].id))
    return editor.section.editor


def stored(window):
    workspace = window.context.workspace
    return repr(plans.plan(workspace, plans.plan_summaries(workspace)[0].id))


def type_on_a_full_disk(window, disk, qtbot):
    """Type more than there is room for; a second later it is told."""
    disk.fill()
    field = choose(window, 0)
    field.setFocus()
    field.insertPlainText(TYPED * 2000)
    told = len(window.ask.notices)
    qtbot.waitUntil(lambda: len(window.ask.notices) > told, timeout=WITHIN)
    return field


def test_what_is_typed_on_a_full_disk_stays_and_is_stored_with_the_next_edit(opened, ask, disk, data, qtbot):
    field = type_on_a_full_disk(opened, disk, qtbot)
    text = ask.notices[-1].text
    assert "đã đầy" in text and "Chữ vừa gõ vẫn còn trên màn hình" in text and is_clear(text)
    assert TYPED in field.toPlainText() and TYPED not in stored(opened)
    disk.clear()
    type_text(field, "!")
    qtbot.waitUntil(lambda: TYPED in stored(opened), timeout=WITHIN)
    opened.close()
    assert is_whole(data)


def test_going_to_another_part_of_the_text_leaves_nothing_behind(opened, ask, disk, qtbot):
    type_on_a_full_disk(opened, disk, qtbot)
    asked = len(ask.texts)
    assert TYPED in choose(opened, 2).toPlainText()
    assert len(ask.texts) == asked
    disk.clear()
    opened.pages.tab.editor.flush()
    assert TYPED in stored(opened)


def test_the_text_is_still_there_after_looking_elsewhere(opened, ask, disk, qtbot):
    type_on_a_full_disk(opened, disk, qtbot)
    opened.pages.tab.editor.tree.choose(GENERAL)
    opened.show_tab(5)
    opened.show_tab(1)
    opened.bus.publish(offices.set_office(opened.context.workspace, offices.office(opened.context.workspace)))
    assert TYPED in choose(opened, 0).toPlainText()
    disk.clear()
    opened.pages.tab.editor.flush()
    assert TYPED in stored(opened)


@pytest.mark.parametrize("act", ["close", "create", "year", "restore", "open"])
def test_nothing_takes_the_text_away_without_a_question(opened, ask, disk, data, tmp_path, qtbot, act):
    field = type_on_a_full_disk(opened, disk, qtbot)
    ask.answers = [STAY]
    acts = {
        "close": opened.close,
        "create": opened.actions_.create.trigger,
        "year": lambda: opened.show_year(2027),
        "restore": opened.actions_.restore.trigger,
        "open": lambda: opened.opening.open(tmp_path / "khác.thidua"),
    }
    acts[act]()
    assert ask.answers == [] and "chưa lưu được" in ask.texts[-1]
    assert opened.isVisible() and opened.context.year == 2026
    assert TYPED in field.toPlainText()
    disk.clear()
    opened.close()
    assert not opened.isVisible() and is_whole(data)


def test_a_cell_and_the_office_keep_what_a_full_disk_refused(opened, ask, disk, qtbot):
    opened.show_tab(5)
    directory = opened.pages.tab
    line = directory.findChild(type(directory), "") or directory
    page = next(view for view in line.findChildren(object) if type(view).__name__ == "OfficePage")
    disk.fill()
    field = page.lines["superior_line"]
    field.setText("UBND TỈNH MẪU " * 3000)
    field.autosave.flush()
    assert is_clear(page.fields["superior_line"].problem())
    disk.clear()
    field.autosave.flush()
    assert "TỈNH MẪU" in offices.office(opened.context.workspace).superior_line
    assert page.fields["superior_line"].problem() == ""


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody rename the folder of an open file")
def test_a_stick_pulled_out_under_the_open_file(opened, ask, data, qtbot):
    """The folder goes and comes back, as a USB stick does; no folder is made in its place."""
    field = choose(opened, 0)
    away = data.parent.rename(data.parent.with_name("rút ra"))
    field.insertPlainText(TYPED)
    field.autosave.flush()
    assert "Không tìm thấy tệp dữ liệu" in ask.notices[-1].text and is_clear(ask.notices[-1].text)
    opened._show_status()
    opened.keeper._on_timer()
    opened.actions_.backup.trigger()
    qtbot.waitUntil(lambda: opened.tasks.is_idle)
    ask.answers = [data.parent.parent / "USB"]
    opened.actions_.copy_out.trigger()
    qtbot.waitUntil(lambda: opened.tasks.is_idle)
    assert all(is_clear(notice.text) for notice in ask.notices if notice.state.sign == "!")
    assert is_clear(f"{ask.said[-1].text} {ask.said[-1].explain}")
    assert not data.parent.exists()
    away.rename(data.parent)
    opened.pages.tab.editor.flush()
    assert TYPED in stored(opened)
    opened.close()
    assert is_whole(data)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS, errno.ENODEV, errno.EINVAL, errno.ETIMEDOUT])
def test_a_stick_that_fails_while_something_is_copied_to_it(opened, ask, data, tmp_path, qtbot, monkeypatch, number):
    """EINVAL and ENODEV are what Windows and Linux call a stick pulled out, ETIMEDOUT a network drive gone."""

    def fails(*_arguments):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(safefiles.os, "fsync", fails)
    usb = tmp_path / "USB"
    usb.mkdir()
    ask.answers = [usb, usb / "kế hoạch.docx"]
    opened.actions_.copy_out.trigger()
    qtbot.waitUntil(lambda: opened.tasks.is_idle)
    copied = f"{ask.said[-1].text} {ask.said[-1].explain}"
    assert "“USB”" in copied and is_clear(copied)
    opened.pages.tab.outgoing.export("docx")
    qtbot.waitUntil(lambda: opened.tasks.is_idle)
    assert is_clear(f"{ask.said[-1].text} {ask.said[-1].explain}")
    opened.actions_.backup.trigger()
    qtbot.waitUntil(lambda: opened.tasks.is_idle)
    assert ask.notices[-1].text.startswith("Chưa sao lưu được.") and is_clear(ask.notices[-1].text)
    monkeypatch.undo()
    assert not list(usb.iterdir())
    opened.close()
    assert is_whole(data)


def test_a_stick_that_is_gone_before_the_copy(opened, ask, tmp_path, qtbot):
    ask.answers = [tmp_path / "đã rút" / "USB", tmp_path / "đã rút" / "a.pdf"]
    opened.actions_.copy_out.trigger()
    opened.pages.tab.outgoing.export("pdf")
    qtbot.waitUntil(lambda: opened.tasks.is_idle)
    for said in ask.said:
        assert said.what != "tell" or is_clear(f"{said.text} {said.explain}")
    assert [said.what for said in ask.said].count("tell") == 2
    assert not (tmp_path / "đã rút").exists()


def test_a_clock_set_back_a_year_keeps_backups_and_undo_going(opened, data, monkeypatch):
    workspace = opened.context.workspace
    past = datetime.now() - timedelta(days=365)
    workspace.file.clock = lambda: past
    assert safekeeping.backup_due_at_start(workspace, past)
    office = offices.office(workspace)
    opened.bus.publish(offices.set_office(workspace, type(office)("xã Ví Dụ Mới", office.kind)))
    assert safekeeping.backup_due(workspace, past)
    safekeeping.backup_now(workspace)
    assert safekeeping.backup_state(workspace).last_backup == past.replace(microsecond=0)
    opened.actions_.undo.trigger()
    assert offices.office(workspace) == office
    opened.close()
    assert is_whole(data)
