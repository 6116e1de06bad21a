"""Papers out: a document is rendered in the worker and written whole, then the clerk is told where it is."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.papers.blocks import Document, Spreadsheet
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.ui.ask import PDF_FILE, SHEET_FILE, WORD_FILE, Ask, FileKind
from thidua_desktop.ui.tasks.runner import Progress, Task, Tasks
from thidua_desktop.ui.theme import State

Act = tuple[str, Callable[[], None]]
"""What a notice offers, and what it does."""


def render_pdf(document: Document) -> bytes:
    """The document as PDF; the renderer is loaded with the first paper, not with the window."""
    from thidua_desktop.exporting import pdf

    return pdf.render(document)


def render_docx(document: Document) -> bytes:
    """The document as .docx."""
    from thidua_desktop.exporting import docx

    return docx.render(document)


def render_xlsx(sheet: Spreadsheet) -> bytes:
    """The sheet or the book of sheets as .xlsx."""
    from thidua_desktop.exporting import xlsx

    return xlsx.render(sheet)


def file_name(words: str) -> str:
    """The words as a file name that Windows takes too."""
    from thidua_desktop.exporting import files

    return files.file_name(words)


def file_names(names: Sequence[str]) -> list[str]:
    """A file name for each of them, no two alike."""
    from thidua_desktop.exporting import files

    return files.file_names(names)


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


def save_sheet(ask: Ask, tasks: Tasks, sheet: Spreadsheet, suggested: Path, owner: QObject) -> Task | None:
    """Ask where to, write the .xlsx there and say so; None when the clerk gave up."""
    path = ask.save_file("Xuất bảng tính", suggested, (SHEET_FILE,))
    if path is None:
        return None
    return _save(ask, tasks, partial(render_xlsx, sheet), path, owner)


def save_each(
    ask: Ask, tasks: Tasks, named: Sequence[tuple[str, Document]], ending: str, owner: QObject, *next_acts: Act
) -> Task | None:
    """Ask for a folder, write each (name, document) there as "docx" or "pdf" and say so; None when the clerk gave up.

    ``next_acts`` are offered where it is said. Files that stand there under the same names are replaced
    only when the clerk agrees.
    """
    folder = ask.folder("Chọn thư mục để ghi các tệp", export=True)
    if folder is None:
        return None
    names = file_names([name for name, _ in named])
    wanted = [(folder / f"{name}.{ending}", document) for name, (_, document) in zip(names, named, strict=True)]
    there = sum(path.exists() for path, _ in wanted)
    if there and not ask.confirm(
        f"Thư mục “{folder.name}” đã có {there} tệp trùng tên, ghi đè lên?",
        "Chữ đã sửa tay trong các tệp đó sẽ mất. Chọn “Hủy” rồi chọn thư mục khác nếu cần giữ.",
        yes="Ghi đè",
    ):
        return None
    done = partial(_tell_each_written, ask, folder, next_acts)
    return tasks.run(f"Đang ghi {len(wanted)} tệp", partial(_write_each, wanted), done, owner=owner)


def _write_each(wanted: Sequence[tuple[Path, Document]], progress: Progress) -> int:
    for number, (path, document) in enumerate(wanted):
        progress.say(f"Đang ghi tệp {number + 1} trong {len(wanted)}")
        try:
            _write(path, render_pdf(document) if path.suffix == ".pdf" else render_docx(document))
        except KnownError as error:
            raise KnownError(
                f"Mới ghi được {number} trong {len(wanted)} tệp. {error.happened}", error.advice
            ) from error
    return len(wanted)


def _tell_each_written(ask: Ask, folder: Path, next_acts: Sequence[Act], count: int) -> None:
    acts = (*next_acts, ("Mở thư mục", partial(open_path, folder)))
    ask.notify(f"Đã ghi {count} tệp vào thư mục “{folder.name}”.", State.GOOD, acts)


def save_copy(ask: Ask, tasks: Tasks, source: SourceFile, owner: QObject) -> Task | None:
    """Ask where to, and write a file of the clerk's there unchanged; None when the clerk gave up."""
    name = Path(source.name)
    kind = FileKind("Tệp gốc", (name.suffix.lstrip(".").lower() or "docx",))
    return save_bytes(ask, tasks, source.content, name, "Lưu bản sao", kind, owner)


def save_bytes(
    ask: Ask, tasks: Tasks, content: bytes, suggested: Path, title: str, kind: FileKind, owner: QObject
) -> Task | None:
    """Ask where to under that ``title``, write the content there and say so; None when the clerk gave up."""
    path = ask.save_file(title, suggested, (kind,))
    return _save(ask, tasks, lambda: content, path, owner) if path is not None else None


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
