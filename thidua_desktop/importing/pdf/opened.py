"""Opening a PDF with PDFium and taking what stands on each page. The only module that speaks to the library.

PDFium gives for every sign its letter, its place and the object it was drawn by; font, size and slant are asked once
for each object. The library may not be used by two threads at once.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from ..errors import ASK_AGAIN, UnreadableFileError
from ..old_text.fonts import code_of_font
from .letters import Letter, stretches
from .page import Page, Rule

MOST_PAGES = 400  # of a paper that holds a plan; more are several papers in one
_PASSWORD = pdfium.FPDF_ERR_PASSWORD
_UNREAD = {0, 0xFFFD, 0xFFFE, 0xFFFF}
_SPACES = {0x20, 0x0D, 0x0A}  # what the library adds between words and rows
_HYPHENS = {0x02, 0x2D, 0xAD, 0xFFFE}  # what it may make of one at a row's end
_MOST_SLANT = 5.0  # degrees
_THIN = 3.0  # points: a filled rectangle this flat is a ruled line
_SHORTEST_RULE = 8.0
_BOLD_WEIGHT = 600
_NAME_LENGTH = 256


@contextmanager
def opened(name: str, content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document; :class:`UnreadableFileError` when it is locked, damaged, empty or longer than a plan can be."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise _refused(name, error) from error
    try:
        if not len(document):
            raise _damaged(name)
        if len(document) > MOST_PAGES:
            raise UnreadableFileError(
                f"Tệp “{name}” có {len(document)} trang; chương trình đọc tới {MOST_PAGES} trang.",
                "Chép riêng các trang của kế hoạch thành một tệp rồi nhập tệp đó.",
            )
        yield document
    finally:
        document.close()


def page_of(name: str, document: pypdfium2.PdfDocument, index: int) -> Page:
    """What stands on one page, counted from 0; a page that cannot be loaded is a damaged file."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise _damaged(name) from error
    try:
        frame = _Frame(page)
        out = Page(frame.width, frame.height)
        _read_objects(page, frame, out)
        _read_text(page, frame, out)
        return out
    finally:
        page.close()


class _Frame:
    """Turns places of the file, counted from below and before the page is turned, into places a reader sees."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self.width, self.height = page.get_size()
        self._quarters = page.get_rotation() // 90
        left, bottom, _, _ = page.get_bbox()
        self._left, self._bottom = left, bottom

    def at(self, x: float, y: float) -> tuple[float, float]:
        """From the left edge, from the top."""
        x, y = x - self._left, y - self._bottom
        match self._quarters:
            case 1:
                return y, x
            case 2:
                return self.width - x, y
            case 3:
                return self.width - y, self.height - x
            case _:
                return x, self.height - y

    def turned(self, angle: float) -> float:
        """The angle at which a reader sees what the file sets at ``angle`` (degrees, against the clock)."""
        return float((angle - 90 * self._quarters + 180) % 360 - 180)


@dataclass(frozen=True, slots=True)
class _Style:
    """How the letters of one object look, and whether the file says which letters they are."""

    font: str
    size: float
    bold: bool
    italic: bool
    angle: float
    unread: bool


def _read_text(page: pypdfium2.PdfPage, frame: _Frame, out: Page) -> None:
    text = page.get_textpage()
    try:
        styles: dict[int | None, _Style] = {}
        letters: list[Letter] = []
        aslant: list[str] = []
        for index in range(text.count_chars()):
            code = pdfium.FPDFText_GetUnicode(text, index)
            if code in _SPACES and pdfium.FPDFText_IsGenerated(text, index) == 1:
                aslant += [" "] if aslant else []
                continue
            hyphen = code in _HYPHENS and pdfium.FPDFText_IsHyphen(text, index) == 1
            style = _style(text, index, frame, styles)
            out.unread += style.unread or (code in _UNREAD and not hyphen)
            if abs(style.angle) > _MOST_SLANT:
                aslant.append(chr(code))
            elif hyphen or code not in _UNREAD:
                letters.append(_letter(text, index, "-" if hyphen else chr(code), style, frame))
        out.codes = {code for style in styles.values() if (code := code_of_font(style.font))}
        out.stretches = stretches(letters, out.rules)
        out.aslant = [" ".join("".join(aslant).split())] if "".join(aslant).strip() else []
    finally:
        text.close()


def _letter(text: pypdfium2.PdfTextPage, index: int, char: str, style: _Style, frame: _Frame) -> Letter:
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text, index, box)
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    corners = frame.at(box.left, box.bottom), frame.at(box.right, box.top)
    origin = frame.at(x.value, y.value)
    left, right = sorted(corner[0] for corner in corners)
    return Letter(char, left, right, origin[1], style.size, style.bold, style.italic, style.font, id(style))


def _style(text: pypdfium2.PdfTextPage, index: int, frame: _Frame, known: dict[int | None, _Style]) -> _Style:
    """How the sign looks; asked once for each object that draws signs."""
    shape = pdfium.FPDFText_GetTextObject(text, index)
    key = ctypes.cast(shape, ctypes.c_void_p).value
    if key not in known:
        known[key] = _asked(shape, frame, pdfium.FPDFText_HasUnicodeMapError(text, index) == 1)
    return known[key]


def _asked(shape: object, frame: _Frame, unread: bool) -> _Style:
    matrix, size = pdfium.FS_MATRIX(), ctypes.c_float()
    pdfium.FPDFPageObj_GetMatrix(shape, matrix)
    pdfium.FPDFTextObj_GetFontSize(shape, size)
    font = pdfium.FPDFTextObj_GetFont(shape)
    buffer = ctypes.create_string_buffer(_NAME_LENGTH)
    name = ""
    if font and pdfium.FPDFFont_GetBaseFontName(font, buffer, _NAME_LENGTH):
        name = buffer.value.decode("utf-8", "replace").rpartition("+")[2]
    lower = name.lower()
    weight = pdfium.FPDFFont_GetWeight(font) if font else 0
    angle = math.degrees(math.atan2(matrix.b, matrix.a))
    return _Style(
        name,
        abs(size.value) * (math.hypot(matrix.c, matrix.d) or 1.0),
        "bold" in lower or "black" in lower or weight >= _BOLD_WEIGHT,
        "italic" in lower or "oblique" in lower,
        frame.turned(angle),
        unread,
    )


def _read_objects(page: pypdfium2.PdfPage, frame: _Frame, out: Page) -> None:
    """The ruled lines and how much of the page pictures cover."""
    covered = 0.0
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            out.rules += _rules(shape, frame)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = _bounds(shape, frame)
            covered += (x1 - x0) * (y1 - y0)
    out.pictured = covered / max(out.width * out.height, 1.0)


def _bounds(shape: object, frame: _Frame) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
    first, second = frame.at(left.value, bottom.value), frame.at(right.value, top.value)
    (x0, x1), (y0, y1) = sorted((first[0], second[0])), sorted((first[1], second[1]))
    return x0, y0, x1, y1


def _rules(shape: object, frame: _Frame) -> list[Rule]:
    """The straight lines of a path; a flat filled rectangle is one line."""
    x0, y0, x1, y1 = _bounds(shape, frame)
    if min(x1 - x0, y1 - y0) <= _THIN:
        return _long([Rule(x0, (y0 + y1) / 2, x1, (y0 + y1) / 2) if x1 - x0 > y1 - y0 else Rule(x0, y0, x0, y1)])
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(shape, matrix)
    points: list[tuple[float, float, bool]] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(shape), 2000)):
        segment = pdfium.FPDFPath_GetPathSegment(shape, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        drawn = pdfium.FPDFPathSegment_GetType(segment) != pdfium.FPDF_SEGMENT_MOVETO
        place = frame.at(
            matrix.a * x.value + matrix.c * y.value + matrix.e, matrix.b * x.value + matrix.d * y.value + matrix.f
        )
        points.append((*place, drawn))
    sides = []
    for (ax, ay, _), (bx, by, drawn) in pairwise(points):
        if drawn and min(abs(ax - bx), abs(ay - by)) < 0.5:
            sides.append(Rule(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
    return _long(sides)


def _long(rules: list[Rule]) -> list[Rule]:
    return [rule for rule in rules if max(rule.x1 - rule.x0, rule.y1 - rule.y0) >= _SHORTEST_RULE]


def _refused(name: str, error: pypdfium2.PdfiumError) -> UnreadableFileError:
    if getattr(error, "err_code", None) == _PASSWORD:
        return UnreadableFileError(
            f"Tệp “{name}” có đặt mật khẩu.", "Mở tệp, nhập mật khẩu, in ra PDF mới rồi nhập tệp mới."
        )
    return _damaged(name)


def _damaged(name: str) -> UnreadableFileError:
    return UnreadableFileError(f"Tệp “{name}” bị hỏng, không đọc được.", ASK_AGAIN)
