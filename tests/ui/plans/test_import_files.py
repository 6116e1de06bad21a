"""Every kind of file a plan comes in, from the dialog and from the desktop; a slow one can be stopped."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from tests.importing.pdf_files import PICTURE, by_hand, typeset
from thidua_desktop.importing import converting
from thidua_desktop.importing.converting import Converter
from thidua_desktop.ui.ask import PLAN_SOURCE

PLAN = "#align(center)[*KẾ HOẠCH* \\\\ *Phát động phong trào thi đua năm 2026*]\n*I. CHỈ TIÊU*\n\nThu ngân sách đạt 5 tỷ đồng."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument\0".encode("utf-16-le")


@pytest.fixture
def pdf_file(tmp_path):
    path = tmp_path / "kế hoạch.pdf"
    path.write_bytes(typeset(PLAN.replace("\\\\", "\\")))
    return path


def dropped(tab, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    nothing = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    tab.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, *nothing))


def test_the_dialog_shows_every_kind():
    assert PLAN_SOURCE.filter.startswith("Kế hoạch (Word, PDF hoặc văn bản) (")
    for ending in ("docx", "doc", "pdf", "rtf", "odt", "txt", "docm", "dotx", "html"):
        assert f"*.{ending}" in PLAN_SOURCE.filter


def test_a_pdf_is_chosen_in_the_dialog_and_read(qtbot, tab, context, ask, pdf_file):
    ask.answers.append(pdf_file)
    tab.ask_for_file()
    qtbot.waitUntil(lambda: tab.importing is not None and context.tasks.is_idle, timeout=10_000)
    assert tab.importing.draft.plan.title == "Phát động phong trào thi đua năm 2026"
    assert [target.values[0].value for target in tab.importing.draft.plan.targets] == [5]


def test_a_pdf_is_dropped_from_the_desktop(qtbot, tab, context, pdf_file):
    dropped(tab, pdf_file)
    qtbot.waitUntil(lambda: tab.importing is not None and context.tasks.is_idle, timeout=10_000)
    assert tab.importing.draft.plan.sections[0].heading == "CHỈ TIÊU"


def test_a_scan_is_said_where_the_clerk_is(qtbot, tab, context, tmp_path):
    path = tmp_path / "quét.pdf"
    path.write_bytes(by_hand(PICTURE))
    dropped(tab, path)
    qtbot.waitUntil(lambda: context.tasks.is_idle and tab.message.isVisible(), timeout=10_000)
    assert tab.importing is None


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script")
def test_a_slow_conversion_tells_of_itself_and_is_stopped(qtbot, tab, context, ask, tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(converting, "converters", lambda: iter([Converter("LibreOffice", str(program))]))
    path = tmp_path / "cũ.doc"
    path.write_bytes(OLE)
    told = []
    with qtbot.waitSignal(context.tasks.busy, timeout=10_000) as busy:
        tab.read_file(path)
        context.tasks._waiting[0][0].progress.told.connect(told.append)
    busy.args[0].cancel()
    qtbot.waitUntil(lambda: context.tasks.is_idle, timeout=10_000)
    assert told == ["Đang chuyển sang .docx bằng LibreOffice"]
    assert tab.importing is None and not tab.message.isVisible() and ask.said == []
