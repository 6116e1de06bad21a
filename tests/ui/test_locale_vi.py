from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QDate, QLocale, Qt, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QAbstractButton,
    QCalendarWidget,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
)

from thidua_desktop.ui import locale_vi

# Qt asks for these texts and shows them as they are: sizes of paper, names of keys.
AS_THEY_ARE = {"QPageSize", "QShortcut", "QGuiApplication"}


class Listener(QTranslator):
    """Stands behind the Vietnamese texts and hears what they had no words for."""

    def __init__(self, parent) -> None:
        super().__init__(parent)
        self.missing: set[tuple[str, str]] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        if context not in AS_THEY_ARE:
            self.missing.add((context, source))


@pytest.fixture
def missing(qapp):
    """What Qt says in English from now on, once Vietnamese is installed (later translators are asked first)."""
    before = QLocale()
    listener = Listener(qapp)
    qapp.installTranslator(listener)
    texts = locale_vi.install(qapp)
    yield listener.missing
    qapp.removeTranslator(texts)
    qapp.removeTranslator(listener)
    QLocale.setDefault(before)


def words(widget) -> set[str]:
    shown = {
        one.text().replace("&", "") for one in (*widget.findChildren(QLabel), *widget.findChildren(QAbstractButton))
    }
    return {text for text in shown if text}


STANDARD = {
    "Ok": "Đồng ý",
    "Save": "Lưu",
    "Open": "Mở",
    "Yes": "Có",
    "No": "Không",
    "Cancel": "Hủy",
    "Close": "Đóng",
    "Discard": "Bỏ",
    "Retry": "Thử lại",
    "Ignore": "Bỏ qua",
    "Apply": "Áp dụng",
    "RestoreDefaults": "Khôi phục mặc định",
    "Help": "Trợ giúp",
}


def test_a_message_box_has_vietnamese_buttons(qtbot, missing):
    box = QMessageBox()
    qtbot.addWidget(box)
    for name in STANDARD:
        box.addButton(getattr(QMessageBox.StandardButton, name))
    box.setDetailedText("chi tiết")
    box.show()
    assert set(STANDARD.values()) <= words(box)
    assert "Chi tiết…" in words(box)
    assert missing == set()


@pytest.mark.parametrize("mode", [QFileDialog.FileMode.ExistingFile, QFileDialog.FileMode.Directory])
@pytest.mark.parametrize("accept", [QFileDialog.AcceptMode.AcceptOpen, QFileDialog.AcceptMode.AcceptSave])
def test_a_file_dialog_speaks_vietnamese(qtbot, missing, mode, accept, tmp_path):
    dialog = QFileDialog(None, "Mở tệp", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    assert {"Tìm trong:", "Hủy"} <= words(dialog)
    assert missing == set()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows shows its own print dialog, in its own language")
def test_a_print_dialog_speaks_vietnamese(qtbot, missing, tmp_path):
    printer = QPrinter()
    printer.setOutputFileName(str(tmp_path / "a.pdf"))
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "In" in words(dialog)
    assert missing == set()


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, QPlainTextEdit])
def test_the_menu_of_a_text_field_is_vietnamese(qtbot, missing, kind):
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    names = [action.text().replace("&", "").partition("\t")[0] for action in menu.actions() if action.text()]
    assert names == ["Hoàn tác", "Làm lại", "Cắt", "Sao chép", "Dán", "Xóa", "Chọn tất cả"]
    assert missing == set()
    menu.deleteLater()


def test_the_calendar_and_dates_are_vietnamese(qtbot, missing):
    calendar = QCalendarWidget()
    qtbot.addWidget(calendar)
    calendar.show()
    assert calendar.locale().language() == QLocale.Language.Vietnamese
    assert QLocale().standaloneMonthName(3).lower() == "tháng 3"
    assert QLocale().toString(QDate(2026, 3, 5), "dd/MM/yyyy") == "05/03/2026"
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert missing == set()


def test_the_compiled_texts_are_those_of_the_source(tmp_path):
    source = locale_vi.TEXTS.with_suffix(".ts")
    made = tmp_path / "vi.qm"
    [tool] = (path for path in Path(PySide6.__file__).parent.glob("lrelease*") if path.suffix in ("", ".exe"))
    subprocess.run([tool, source, "-qm", made], check=True, capture_output=True)
    assert made.read_bytes() == locale_vi.TEXTS.read_bytes()
