from __future__ import annotations

import errno
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QPageRanges
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.papers.blocks import Document, PageBreak, PageSetup, Title
from thidua_desktop.exporting import files
from thidua_desktop.ui import printing
from thidua_desktop.ui.tasks import papers
from thidua_desktop.ui.tasks.reading import read_plan_file
from thidua_desktop.ui.theme import State
from thidua_desktop.ui.widgets.preview import PreviewPane

ACROSS = PageSetup(width=297, height=210)
PAPER = Document((Title("KẾ HOẠCH", "Phát động phong trào thi đua năm 2026"),), subject="Kế hoạch")


@pytest.fixture
def owner():
    return QObject()


@pytest.mark.parametrize(("name", "begins"), [("a.docx", b"PK"), ("a.pdf", b"%PDF")])
def test_a_paper_is_written_and_told_with_the_ways_to_it(tasks, ask, owner, qtbot, tmp_path, name, begins):
    ask.answers = [tmp_path / name]
    papers.save_document(ask, tasks, PAPER, Path("a.docx"), owner)
    qtbot.waitUntil(lambda: bool(ask.notices), timeout=20_000)
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert ask.notices[0].text == f"Đã xuất {name}."
    assert [words for words, _ in ask.notices[0].acts] == ["Mở tệp", "Mở thư mục"]


def test_giving_up_writes_nothing(tasks, ask, owner):
    ask.answers = [None]
    assert papers.save_document(ask, tasks, PAPER, Path("a.docx"), owner) is None
    assert tasks.is_idle


def test_a_file_open_in_word_takes_a_second_name_and_says_so(ask, tmp_path):
    papers.tell_written(ask, tmp_path / "a.docx", tmp_path / "a (2).docx")
    assert ask.notices[0].state is State.WAIT
    assert ask.notices[0].text == "Tệp cũ đang mở nên đã lưu thành a (2).docx."


def test_a_full_disk_is_told_and_the_old_paper_stays(tasks, ask, owner, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")

    def full(path, data):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(files, "_write", full)
    ask.answers = [path]
    papers.save_document(ask, tasks, PAPER, path, owner)
    qtbot.waitUntil(lambda: bool(ask.said[1:]), timeout=20_000)
    assert "Ổ đĩa đã đầy" in ask.texts[1]
    assert path.read_bytes() == b"old"
    assert ask.notices == []


@pytest.fixture(scope="module")
def pdf():
    return papers.render_pdf(PAPER)


def test_a_preview_shows_the_pages_of_the_paper(tasks, qtbot, pdf):
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(600, 800)
    pane.show()
    papers.preview(tasks, PAPER, pane.show_pdf, pane)
    qtbot.waitUntil(lambda: pane.page_count() == 1, timeout=20_000)
    assert pane._page.text() == "Trang 1 / 1"
    fitted = pane._fitted_zoom()
    pane.zoom_in()
    assert pane._view.zoomFactor() == pytest.approx(fitted * 1.2)
    pane.show_pdf(pdf)
    assert pane._view.zoomFactor() == pytest.approx(fitted * 1.2)
    pane.fit_width()
    pane.next_page()
    pane.previous_page()
    assert pane._page.text() == "Trang 1 / 1"
    pane.clear("Chưa có kế hoạch")
    assert pane.page_count() == 0


def test_the_pages_asked_for_are_printed(qtbot, tasks, ask, tmp_path, pdf):
    window = QWidget()
    qtbot.addWidget(window)
    printer = QPrinter()
    printing.prepare(printer, "Kế hoạch")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    printing.print_on(ask, tasks, pdf, printer, window)
    qtbot.waitUntil(lambda: bool(ask.notices), timeout=20_000)
    assert ask.notices[0].text == "Đã gửi 1 trang của “Kế hoạch” tới máy in."
    assert (tmp_path / "in.pdf").read_bytes().startswith(b"%PDF")
    printer.setPageRanges(QPageRanges.fromString("2-3,5"))
    assert printing.chosen_pages(printer, 6) == [1, 2, 4]


def test_a_table_across_the_sheet_is_printed_across_it(qtbot, tasks, ask, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    across = Document((Title("BẢNG TỔNG HỢP", "Năm 2026"), PageBreak(), Title("PHỤ LỤC", "")), page=ACROSS)
    printer = QPrinter()
    printing.prepare(printer, "Bảng")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    printing.print_on(ask, tasks, papers.render_pdf(across), printer, window)
    qtbot.waitUntil(lambda: bool(ask.notices), timeout=20_000)
    printed = QPdfDocument(window)
    printed.load(str(tmp_path / "in.pdf"))
    sizes = [printed.pagePointSize(page) for page in range(printed.pageCount())]
    printed.close()
    assert [size.width() > size.height() for size in sizes] == [True, True]


def test_a_source_that_is_gone_is_told(tasks, ask, owner, qtbot, tmp_path):
    read_plan_file(tasks, tmp_path / "không có.docx", lambda source, reading: pytest.fail("nothing to read"), owner)
    qtbot.waitUntil(lambda: bool(ask.said), timeout=20_000)
    assert "không có.docx" in ask.texts[0]


def test_a_source_is_read_with_what_was_understood(tasks, owner, qtbot, tmp_path):
    path = tmp_path / "kế hoạch.txt"
    path.write_text("KẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\nI. MỤC ĐÍCH\nMột câu.\n", encoding="utf-8")
    got = []
    read_plan_file(tasks, path, lambda source, reading: got.append((source, reading)), owner)
    qtbot.waitUntil(lambda: bool(got), timeout=20_000)
    source, reading = got[0]
    assert source.name == path.name
    assert source.content == path.read_bytes()
    assert reading.plan.year == 2026


def test_without_a_printer_windows_has_no_dialog_so_the_clerk_is_told(qtbot, tasks, ask, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(printing, "NATIVE_DIALOG", True)
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    assert printing.print_pdf(ask, tasks, b"", "Kế hoạch", window) is None
    assert ask.texts == ["Máy này chưa cài máy in nào nên chưa in được. Văn bản vẫn còn nguyên."]


def test_papers_of_several_are_written_into_one_folder(tasks, ask, owner, qtbot, tmp_path):
    ask.answers = [tmp_path]
    papers.save_each(ask, tasks, [(f"Bản đăng ký - Thôn {name}", PAPER) for name in ("1/2", "1 2", "3")], "docx", owner)
    qtbot.waitUntil(lambda: bool(ask.notices), timeout=20_000)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "Bản đăng ký - Thôn 1 2 (2).docx",
        "Bản đăng ký - Thôn 1 2.docx",
        "Bản đăng ký - Thôn 3.docx",
    ]
    assert ask.notices[0].text == f"Đã ghi 3 tệp vào thư mục “{tmp_path.name}”."


def test_files_of_before_are_replaced_only_when_the_clerk_agrees(tasks, ask, owner, tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"old")
    ask.answers = [tmp_path, False]
    assert papers.save_each(ask, tasks, [("a", PAPER), ("b", PAPER)], "pdf", owner) is None
    assert ask.texts[-1] == f"Thư mục “{tmp_path.name}” đã có 1 tệp trùng tên, ghi đè lên?"
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


def test_a_disk_that_fills_says_how_many_were_written(tasks, ask, owner, qtbot, tmp_path, monkeypatch):
    write, count = files._write, []

    def full(path, data):
        count.append(path)
        if len(count) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, data)

    monkeypatch.setattr(files, "_write", full)
    ask.answers = [tmp_path]
    papers.save_each(ask, tasks, [(name, PAPER) for name in "abc"], "docx", owner)
    qtbot.waitUntil(lambda: bool(ask.said[1:]), timeout=20_000)
    assert ask.texts[1].startswith("Mới ghi được 1 trong 3 tệp. Ổ đĩa đã đầy")
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
