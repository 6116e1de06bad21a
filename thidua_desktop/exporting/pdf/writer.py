"""Documents as PDF: typst sets the data of :mod:`.flow` by ``resources/paper.typ``."""

from __future__ import annotations

import json
from functools import lru_cache

import typst

from ...domain.errors import KnownError
from ...domain.papers.blocks import Document
from ...shipped import resource
from .flow import paper

TEMPLATE = resource("paper.typ")
FONTS = ("Times New Roman", "Liberation Serif")


class FontError(KnownError):
    """Neither of the two fonts that have the right widths is on this computer."""

    def __init__(self) -> None:
        super().__init__(
            "Máy này không có phông chữ Times New Roman (hoặc Liberation Serif) nên chưa xem trước và chưa lập tệp PDF "
            "được. Dữ liệu vẫn còn nguyên.",
            "Hãy cài phông Times New Roman rồi mở lại chương trình; tệp Word (.docx) vẫn xuất được.",
        )


def render(document: Document) -> bytes:
    """The document as the bytes of a PDF; equal documents give equal bytes. Raises :class:`FontError`."""
    fonts = _fonts()
    if not set(FONTS) & set(fonts.families()):
        raise FontError
    compiler = typst.Compiler(
        TEMPLATE.read_bytes(), font_paths=fonts, sys_inputs={"paper": json.dumps(paper(document), ensure_ascii=False)}
    )
    made = compiler.compile(format="pdf", timestamp=0)
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """The fonts of this computer, looked for once."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)
