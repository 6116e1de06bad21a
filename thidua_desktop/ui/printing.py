"""Printing: the pages of a PDF drawn into the printer the clerk chooses."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtWidgets import QWidget

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.ui.ask import Ask
from thidua_desktop.ui.tasks import Progress, Task, Tasks
from thidua_desktop.ui.theme import State

if TYPE_CHECKING:
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

SHARP = 300
"""Dots per inch at most: enough for text, a tenth of the memory of a printer's 1200."""

NATIVE_DIALOG = sys.platform == "win32"
"""Whether the system's own dialog asks for the printer; without any printer that one does not even open."""


def print_pdf(ask: Ask, tasks: Tasks, pdf: bytes, title: str, parent: QWidget) -> Task | None:
    """Ask for the printer and print; None when the clerk gave up. Drawing happens in the worker."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if NATIVE_DIALOG and not QPrinterInfo.availablePrinterNames():
        ask.error(_no_printer())
        return None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, title)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In")
    taken = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    if not taken:
        return None
    return print_on(ask, tasks, pdf, printer, parent)


def _no_printer() -> KnownError:
    return KnownError(
        "Máy này chưa cài máy in nào nên chưa in được. Văn bản vẫn còn nguyên.",
        "Hãy cài máy in trong Cài đặt của Windows, hoặc xuất tệp PDF rồi in ở máy khác.",
    )


def print_on(ask: Ask, tasks: Tasks, pdf: bytes, printer: QPrinter, parent: QWidget) -> Task:
    """Print on a printer that is set up."""
    done = partial(_tell, ask, printer.docName())
    return tasks.run(f"Đang in {printer.docName()}", partial(draw, pdf, printer), done, owner=parent)


def prepare(printer: QPrinter, title: str) -> None:
    """A4, the whole sheet: the paper's own margins are in the pages."""
    from PySide6.QtGui import QPageSize

    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(title)


def draw(pdf: bytes, printer: QPrinter, progress: Progress) -> int:
    """Draw the chosen pages; gives their number. :class:`KnownError` when the printer does not take them."""
    from PySide6.QtGui import QPainter
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument(None)
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    pages = chosen_pages(printer, document.pageCount())
    turn_sheet(printer, document, pages[0] if pages else 0)
    painter = QPainter()
    if not painter.begin(printer):
        raise KnownError(
            "Máy in không nhận lệnh in. Văn bản vẫn còn nguyên.",
            "Hãy xem máy in đã bật và có giấy chưa, hoặc chọn máy in khác.",
        )
    try:
        for number, page in enumerate(pages):
            progress.say(f"Đang in trang {number + 1} trong {len(pages)}")
            if number:
                turn_sheet(printer, document, page)
                printer.newPage()
            _draw_page(document, page, painter, printer)
    finally:
        painter.end()
        document.close()
    return len(pages)


def turn_sheet(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    """Turn the sheet to come so that it lies as the page does."""
    from PySide6.QtGui import QPageLayout

    size = document.pagePointSize(page)
    lies = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait)


def _draw_page(document, page: int, painter, printer: QPrinter) -> None:
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    points = document.pagePointSize(page)
    dots = min(printer.resolution(), SHARP) / 72
    image = document.render(page, QSize(round(points.width() * dots), round(points.height() * dots)))
    painter.drawImage(sheet, image)


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Numbers from 0 of the pages the clerk asked for in the dialog."""
    ranges = printer.pageRanges().toRangeList()
    if not ranges:
        return list(range(count))
    return [page for page in range(count) if any(part.from_ <= page + 1 <= part.to for part in ranges)]


def _tell(ask: Ask, title: str, pages: int) -> None:
    ask.notify(f"Đã gửi {pages} trang của “{title}” tới máy in.", State.GOOD)
