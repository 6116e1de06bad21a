"""PDFs made in a test: set by typst from a page of markup, or written by hand where typst cannot make such a file."""

from __future__ import annotations

import zlib

import typst

from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.importing.lines import SourceText
from thidua_desktop.importing.pdf.reader import pdf_lines

A4 = """#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 20mm))
#set text(font: "Liberation Serif", size: 14pt, hyphenate: false, overhang: false)
#set par(justify: true, first-line-indent: (amount: 1.27cm, all: true), linebreaks: "simple")
"""
LONG = (
    "Các cơ quan, đơn vị, đoàn thể và các thôn căn cứ kế hoạch này xây dựng kế hoạch của mình, tổ chức phát động, "
    "đăng ký và triển khai thực hiện nghiêm túc, bảo đảm thiết thực, tránh phô trương, hình thức"
)


def typeset(markup: str, page: str = A4) -> bytes:
    """The PDF of a page of typst's markup."""
    pdf = typst.compile((page + markup).encode())
    assert isinstance(pdf, bytes)
    return pdf


def read(markup: str, page: str = A4) -> SourceText:
    return pdf_lines(SourceFile("a.pdf", typeset(markup, page)))


def texts(markup: str, page: str = A4) -> list[str]:
    return [line.text for line in read(markup, page).lines]


def by_hand(
    content: bytes,
    *,
    font: str = "Times-Roman",
    rotate: int = 0,
    encoding: bytes = b"/WinAnsiEncoding",
    trailer: bytes = b"",
) -> bytes:
    """A PDF of one page with this content; letters are Windows' Western ones of the named font, picture /I is a grey dot."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d /Contents 4 0 R /Resources << /Font << /F 5 0 R >> "
        b"/XObject << /I 6 0 R >> >> >>" % rotate,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding %s >>" % (font.encode(), encoding),
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
        b"stream\n\x80\nendstream",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<< /Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(out))
    return out + head + table + end


def _chunk(name: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + name + data + zlib.crc32(name + data).to_bytes(4, "big")


DOT = b"\x89PNG\r\n\x1a\n" + b"".join(
    (
        _chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\x08\0\0\0\0"),
        _chunk(b"IDAT", zlib.compress(b"\0\x80")),
        _chunk(b"IEND", b""),
    )
)
"""A picture of one grey dot."""

PICTURE = b"q 595 0 0 842 0 0 cm /I Do Q"
"""A page that is one picture."""

LOCKED = b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> " % (b"11" * 32, b"22" * 32)


UNNAMED = b"<< /Type /Encoding /Differences [33 %s] >>" % b" ".join(b"/q%d" % number for number in range(33, 127))
"""Letters of which the file gives no names."""


def placed(words: list[tuple[int, int, str]], size: int = 14) -> bytes:
    """Content that sets words where they are told to stand: points from the left and from the foot of the page."""
    rows = []
    for x, y, text in words:
        escaped = text.encode("latin-1").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        rows.append(b"BT /F %d Tf %d %d Td (%s) Tj ET" % (size, x, y, escaped))
    return b"\n".join(rows)


def shown(words: str, size: int = 14) -> bytes:
    """Content that sets the words at the head of a page, one line each."""
    return placed([(85, 760 - 20 * row, line) for row, line in enumerate(words.split("\n"))], size)
