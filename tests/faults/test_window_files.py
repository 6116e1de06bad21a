"""Bad files given to the window: it says what is wrong and goes on with what was open."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from tests.faults import data_files, plan_files
from tests.faults.conftest import is_whole
from tests.faults.saying import is_clear
from thidua_desktop import bootstrap
from thidua_desktop.services.office import safekeeping
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tabs.plans.outline_nodes import SOURCE, Key


def named(make: Callable[..., Path]) -> str:
    return make.__name__


def shown(message) -> str:
    """What a message in the page reads, without its sign."""
    assert message.isVisible()
    texts = [label.text() for label in message.findChildren(QLabel) if label.isVisible()]
    return " ".join(texts).lstrip("!✓… ").strip()


def last_said(ask) -> str:
    return f"{ask.said[-1].text} {ask.said[-1].explain}"


@pytest.mark.parametrize("make", data_files.BAD, ids=named)
def test_a_data_file_that_cannot_be_opened_is_told_on_the_start_page(window, data, tmp_path, make, caplog):
    assert not window.opening.open(make(tmp_path, data))
    text = shown(window.start.trouble)
    assert data_files.BAD[make] in text and is_clear(text)
    assert window.context is None and window.pages is None
    assert window.opening.open(data)
    assert window.context.workspace.file.path == data


@pytest.mark.parametrize("make", data_files.BAD, ids=named)
def test_a_data_file_that_cannot_be_opened_leaves_the_open_one_safe(opened, ask, data, tmp_path, make, caplog):
    assert not opened.opening.open(make(tmp_path, data))
    if make is data_files.a_broken_table:  # seen only after the first file was closed
        assert is_clear(shown(opened.start.trouble))
        assert is_whole(data)
    else:
        assert data_files.BAD[make] in last_said(ask) and is_clear(last_said(ask))
        assert opened.context.workspace.file.path == data


def test_a_file_damaged_inside_comes_back_from_its_backup(window, ask, data, tmp_path, caplog):
    data.write_bytes(data_files.a_broken_table(tmp_path, data).read_bytes())
    assert not window.opening.open(data)
    ask.answers = [True]
    QTimer.singleShot(50, lambda: QApplication.activeModalWidget().accept())
    window.start.trouble.acted.emit(0)
    assert len(plans.plan_summaries(window.context.workspace)) == 1
    assert "Tệp trước đó là" in ask.notices[-1].text


def test_two_windows_on_one_file(window, data):
    other = bootstrap.open_workspace(data)
    assert not window.opening.open(data)
    assert "đang mở" in shown(window.start.trouble) and is_clear(shown(window.start.trouble))
    bootstrap.close_workspace(other)
    assert window.opening.open(data)


@pytest.mark.parametrize("damage", ["cut", "folder"])
def test_restoring_a_backup_that_was_damaged_since(opened, ask, data, damage):
    backup = safekeeping.backups(opened.context.workspace)[0]
    ask.answers = [True]

    def choose_a_backup_and_damage_it():
        if damage == "cut":
            backup.path.write_bytes(backup.path.read_bytes()[:9000])
        else:
            backup.path.unlink()
        if damage == "folder":
            backup.path.mkdir()
        dialog = QApplication.activeModalWidget()
        dialog.table.go_to(0)
        dialog.accept()

    QTimer.singleShot(50, choose_a_backup_and_damage_it)
    opened.actions_.restore.trigger()
    assert is_clear(last_said(ask)) and backup.path.name in last_said(ask)
    assert opened.context.workspace.file.path == data
    assert len(plans.plan_summaries(opened.context.workspace)) == 1


@pytest.mark.parametrize("make", plan_files.BAD, ids=named)
def test_a_file_that_is_no_plan_is_told_in_the_plans_tab(opened, ask, qtbot, tmp_path, make):
    path = make(tmp_path)
    ask.answers = [path]
    opened.pages.tab.act_import.trigger()
    qtbot.waitUntil(lambda: opened.tasks.is_idle)
    text = shown(opened.pages.tab.message)
    assert plan_files.BAD[make] in text and path.name in text and is_clear(text)
    assert len(plans.plan_summaries(opened.context.workspace)) == 1


@pytest.mark.skipif(os.name == "nt", reason="longer than Windows takes with the folder before it")
def test_a_name_of_two_hundred_letters_in_vietnamese_is_opened_and_imported(opened, ask, qtbot, plan_file):
    long = plan_file.rename(plan_file.with_name(f"{'kế hoạch ' * 18}.txt"))
    ask.answers = [long]
    opened.pages.tab.act_import.trigger()
    qtbot.waitUntil(lambda: opened.tasks.is_idle and opened.pages.tab.importing is not None)


def test_the_folder_of_attachments_is_missing(opened, ask, qtbot, data):
    data.with_name(f"{data.name}-files").rename(data.parent / "đi đâu mất")
    opened.pages.tab.editor.tree.choose(SOURCE)
    assert "Không thấy thư mục" in last_said(ask) and is_clear(last_said(ask))
    opened.actions_.backup.trigger()
    qtbot.waitUntil(lambda: opened.tasks.is_idle)
    assert ask.notices[-1].text.startswith("Đã sao lưu")


def test_ten_megabytes_on_the_clipboard_are_refused_in_words(opened, ask):
    tab = opened.pages.tab
    section = next(s for s in tab.editor.plan.all_sections() if s.body)
    tab.editor.tree.choose(Key("section", section.id))
    before = tab.editor.section.editor.toPlainText()
    clipboard = QMimeData()
    clipboard.setText("Thi đua yêu nước. " * 580_000)
    tab.editor.section.editor.insertFromMimeData(clipboard)
    assert is_clear(ask.notices[-1].text) and "quá dài" in ask.notices[-1].text
    assert tab.editor.section.editor.toPlainText() == before
