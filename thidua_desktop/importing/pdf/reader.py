"""A PDF with a text layer as source lines."""

from __future__ import annotations

from dataclasses import replace

from ...domain.plan.plans import SourceFile
from ...domain.richtext import Run, joined
from ...domain.vietnamese import nfc
from ..errors import UnreadableFileError
from ..files import refuse_length
from ..lines import SourceText
from ..old_text.fonts import converted
from ..old_text.letters import OldLetters, remark
from ..watching import UNWATCHED, Watch
from .blocks import Cut, Row, rows
from .furniture import without_furniture
from .opened import opened, page_of
from .page import Page
from .paragraphs import lines

_FEWEST_LETTERS = 25  # on a page: fewer beside a picture of the whole page are a stamp or a page number
_WHOLE_PAGE = 0.6
_STRANGE = 0.2  # of the signs without a letter: the text layer is of no use
_MOST_NAMED = 6


def pdf_lines(source: SourceFile, watch: Watch = UNWATCHED) -> SourceText:
    """The paragraphs of a PDF; :class:`UnreadableFileError` for a scan, a locked or damaged one, or one too long."""
    pages: list[Page] = []
    with opened(source.name, source.content) as document:
        letters = 0
        for index in range(len(document)):
            watch.say(f"Trang {index + 1} trong {len(document)}")
            pages.append(page_of(source.name, document, index))
            letters += pages[-1].letters
            refuse_length(source.name, letters)
    _refuse_pictures(source.name, pages)
    codes = _modernise(pages)
    sorted_rows = without_furniture(pages, _rows(pages, watch))
    text = tuple(lines(sorted_rows.pages, sorted_rows.notes, [page.width for page in pages]))
    slanted = list(dict.fromkeys(nfc(words) for page in pages for words in page.aslant))
    aside = (*sorted_rows.numbers, *sorted_rows.heads, *slanted)
    return SourceText(text, aside, tuple(_remarks(pages, sorted_rows.heads, slanted, sorted_rows.numbers)) + codes)


def _rows(pages: list[Page], watch: Watch) -> list[list[Row]]:
    out: list[list[Row]] = []
    cut: Cut | None = None
    for number, page in enumerate(pages):
        watch.check()
        own, cut = rows(page, number, cut)
        out.append(own)
    return out


def _modernise(pages: list[Page]) -> tuple[str, ...]:
    """Every stretch in Unicode and in composed letters; what to say of old codes that were met."""
    old = OldLetters(stretch.text for page in pages for stretch in page.stretches)
    for page in pages:
        read = []
        for stretch in page.stretches:
            code = old.code_of(stretch.text)
            runs = joined(Run(nfc(converted(run.text, code)), run.bold, run.italic) for run in stretch.runs)
            read += [replace(stretch, runs=runs)] if runs else []
        page.stretches = read
    return remark([*old.met, *(code for page in pages for code in page.codes)])


def _refuse_pictures(name: str, pages: list[Page]) -> None:
    letters = sum(page.letters for page in pages)
    unread = sum(page.unread for page in pages)
    if unread > _STRANGE * (letters + unread) and unread > _FEWEST_LETTERS:
        raise UnreadableFileError(
            f"Tệp “{name}” không cho biết chữ nào là chữ nào (phông lạ), đọc ra sẽ sai.",
            "Xin bản Word gốc, hoặc mở tệp bằng Word, đọc lại rồi lưu thành .docx và nhập tệp đó.",
        )
    if letters:
        if letters > _FEWEST_LETTERS * len(pages) or not any(_is_picture(page) for page in pages):
            return
    elif not any(page.pictured for page in pages):
        raise UnreadableFileError(f"Tệp “{name}” không có chữ nào.", "Chọn lại tệp; tệp này chỉ có trang trắng.")
    raise UnreadableFileError(
        f"Tệp “{name}”: đây là bản chụp, không có chữ để đọc.",
        "Xin bản Word gốc của nơi gửi; hoặc dùng phần mềm nhận dạng chữ (OCR) đổi sang Word, đọc lại rồi nhập.",
    )


def _is_picture(page: Page) -> bool:
    return page.pictured >= _WHOLE_PAGE and page.letters < _FEWEST_LETTERS


def _remarks(pages: list[Page], heads: list[str], slanted: list[str], numbers: list[str]) -> list[str]:
    said = [f"Đầu trang hoặc chân trang có chữ “{text}”, không đưa vào kế hoạch." for text in heads]
    said += [f"Chữ đóng chéo trang “{text}”, không đưa vào kế hoạch." for text in slanted]
    said += [f"Bỏ số trang: {', '.join(numbers)}."] if numbers else []
    pictures = [str(number) for number, page in enumerate(pages, 1) if _is_picture(page)]
    if pictures:
        named = ", ".join(pictures[:_MOST_NAMED]) + (" …" if len(pictures) > _MOST_NAMED else "")
        said.append(f"Trang {named} là hình chụp, không có chữ để đọc; phần đó phải gõ thêm.")
    scanned = [page for page in pages if page.pictured >= _WHOLE_PAGE and not _is_picture(page)]
    if len(scanned) > len(pages) / 2:
        said.append("Tệp là bản quét có chữ do máy nhận dạng; nên đọc lại từng câu, máy thường nhận sai dấu và số.")
    return said
