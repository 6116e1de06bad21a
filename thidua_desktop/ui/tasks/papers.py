"""Papers out: a document is rendered in the worker and written whole, then the clerk is told where it is."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from thidua_desktop.domain.papers.blocks import Document, Sheet
from thidua_desktop.domain.plans import SourceFile
from thidua_desktop.ui.ask import PDF_FILE, SHEET_FILE, WORD_FILE, Ask, FileKind
from thidua_desktop.ui.tasks.runner import Progress, Task, Tasks
from thidua_desktop.ui.theme import State


def render_pdf(document: Document) -> bytes:
    """The document as PDF; the renderer is loaded with the first paper, not with the window."""
    from thidua_desktop.exporting import pdf

    return pdf.render(document)


def render_docx(document: Document) -> bytes:
    """The document as .docx."""
    from thidua_desktop.exporting import docx

    return docx.render(document)


def render_xlsx(sheet: Sheet) -> bytes:
    """The sheet as .xlsx."""
    from thidua_desktop.exporting import xlsx

    return xlsx.render(sheet)


def _write(path: Path, data: bytes) -> Path:
    from thidua_desktop.exporting.files import write_safely

    return write_safely(path, data)


def _render_and_write(make: Callable[[], bytes], path: Path, progress: Progress) -> Path:
    data = make()
    progress.check()
    return _write(path, data)


def preview(tasks: Tasks, document: Document, shown: Callable[[bytes], None], owner: QObject) -> Task:
    """Render the document to PDF and hand it to ``shown``, e.g. ``PreviewPane.show_pdf``."""
    return tasks.run("Đang dựng trang", partial(_rendered, document), shown, owner=owner)


def _rendered(document: Document, progress: Progress) -> bytes:
    return render_pdf(document)


def save_document(ask: Ask, tasks: Tasks, document: Document, suggested: Path, owner: QObject) -> Task | None:
    """Ask where to (Word or PDF), write it there and say so; None when the clerk gave up."""
    kinds = (PDF_FILE, WORD_FILE) if suggested.suffix.lower() == ".pdf" else (WORD_FILE, PDF_FILE)
    path = ask.save_file("Xuất văn bản", suggested, kinds)
    if path is None:
        return None
    render = render_pdf if path.suffix.lower() == ".pdf" else render_docx
    return _save(ask, tasks, partial(render, document), path, owner)


def save_sheet(ask: Ask, tasks: Tasks, sheet: Sheet, suggested: Path, owner: QObject) -> Task | None:
    """Ask where to, write the .xlsx there and say so; None when the clerk gave up."""
    path = ask.save_file("Xuất bảng tính", suggested, (SHEET_FILE,))
    if path is None:
        return None
    return _save(ask, tasks, partial(render_xlsx, sheet), path, owner)


def save_copy(ask: Ask, tasks: Tasks, source: SourceFile, owner: QObject) -> Task | None:
    """Ask where to, and write a file of the clerk's there unchanged; None when the clerk gave up."""
    name = Path(source.name)
    path = ask.save_file("Lưu bản sao", name, (FileKind("Tệp gốc", (name.suffix.lstrip(".").lower() or "docx",)),))
    return _save(ask, tasks, lambda: source.content, path, owner) if path is not None else None


def open_copy(tasks: Tasks, source: SourceFile, owner: QObject) -> Task:
    """Open a copy of a file of the clerk's with the program the system has for it."""
    return tasks.run(f"Đang mở {source.name}", partial(_temporary_copy, source), open_path, owner=owner)


def _temporary_copy(source: SourceFile, progress: Progress) -> Path:
    return _write(Path(tempfile.mkdtemp(prefix="thidua-")) / Path(source.name).name, source.content)


def _save(ask: Ask, tasks: Tasks, make: Callable[[], bytes], wanted: Path, owner: QObject) -> Task:
    return tasks.run(
        f"Đang xuất {wanted.name}",
        partial(_render_and_write, make, wanted),
        partial(tell_written, ask, wanted),
        owner=owner,
    )


def tell_written(ask: Ask, wanted: Path, written: Path) -> None:
    """Say where the paper is, with "Mở tệp" and "Mở thư mục"; say so too when it had to take a second name."""
    acts = (("Mở tệp", partial(open_path, written)), ("Mở thư mục", partial(open_path, written.parent)))
    if written == wanted:
        ask.notify(f"Đã xuất {written.name}.", State.GOOD, acts)
        return
    ask.notify(f"Tệp cũ đang mở nên đã lưu thành {written.name}.", State.WAIT, acts)


def open_path(path: Path) -> None:
    """Open a file or folder with the program the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
