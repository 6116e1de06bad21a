"""Makes ``resources/blank.docx``, the package every document starts from.

Run by hand after a change: ``python -m thidua_desktop.exporting.docx.blank``.

Compatibility mode 14 is meant: from 15 on Word squeezes the spaces of justified lines, so that its line breaks would
differ from the preview's; and in mode 14 a table's cell margin hangs out, which its indent makes good.
"""

from __future__ import annotations

import sys
from pathlib import Path

from lxml import etree

from ...domain.papers import measures
from ...domain.papers.blocks import A4
from ..archive import packed
from .package import BLANK, core_part
from .styles import FONT, styles
from .xml import Element, mm, serialised, w

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_PARTS = {"styles": "styles", "settings": "settings", "fontTable": "fontTable", "header1": "header"}


def make_blank() -> bytes:
    """The package: styles, settings, fonts, the header with the page number, an empty page."""
    return packed(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _relations(
                (f"{_OFFICE}/officeDocument", "word/document.xml"), (_CORE_RELATION, "docProps/core.xml")
            ),
            "word/document.xml": serialised(w("document", w("body", w("p"), w("sectPr")))),
            "word/_rels/document.xml.rels": _relations(
                *((f"{_OFFICE}/{kind}", f"{part}.xml") for part, kind in _PARTS.items())
            ),
            "word/styles.xml": serialised(styles(A4)),
            "word/settings.xml": serialised(_settings()),
            "word/fontTable.xml": serialised(_fonts()),
            "word/header1.xml": serialised(_page_number()),
            "docProps/core.xml": core_part("", ""),
        }
    )


def _content_types() -> bytes:
    root = etree.Element(f"{{{_TYPES}}}Types", nsmap={None: _TYPES})  # type: ignore[dict-item]
    etree.SubElement(
        root,
        f"{{{_TYPES}}}Default",
        Extension="rels",
        ContentType="application/vnd.openxmlformats-package.relationships+xml",
    )
    etree.SubElement(root, f"{{{_TYPES}}}Default", Extension="xml", ContentType="application/xml")
    overrides = {f"/word/{part}.xml": f"{_WORD}.{kind}+xml" for part, kind in _PARTS.items()}
    overrides |= {"/word/document.xml": f"{_WORD}.document.main+xml", "/docProps/core.xml": _CORE_TYPE}
    for part, kind in overrides.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=part, ContentType=kind)
    return serialised(root)


def _relations(*targets: tuple[str, str]) -> bytes:
    root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})  # type: ignore[dict-item]
    for number, (kind, target) in enumerate(targets, start=1):
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return serialised(root)


def _settings() -> Element:
    mode = w("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=14)
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=mm(A4.first_line)),
        w("characterSpacingControl", val="doNotCompress"),
        w("compat", mode),
        w("themeFontLang", val="vi-VN"),
        w("decimalSymbol", val=","),
        w("listSeparator", val=";"),
    )


def _fonts() -> Element:
    return w(
        "fonts", w("font", w("charset", val="A3"), w("family", val="roman"), w("pitch", val="variable"), name=FONT)
    )


def _page_number() -> Element:
    half_points = round(measures.PAGE_NUMBER_SIZE * 2)
    size = w("rPr", w("sz", val=half_points), w("szCs", val=half_points))
    text = w("t")
    text.text = "2"
    field = w("fldSimple", w("r", size, text), instr=" PAGE ")
    return w("hdr", w("p", w("pPr", w("pStyle", val="Header")), field))


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else BLANK
    target.write_bytes(make_blank())
