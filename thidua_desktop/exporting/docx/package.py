"""The .docx package: parts in, the same bytes out every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

from ...shipped import resource
from ..letters import one_line
from .xml import serialised

BLANK = resource("blank.docx")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"


def packed(parts: Mapping[str, bytes]) -> bytes:
    """The parts by name as a zip archive with fixed dates, so that equal documents are equal files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 0
            archive.writestr(entry, content)
    return buffer.getvalue()


@lru_cache(maxsize=1)
def blank_parts() -> Mapping[str, bytes]:
    """The parts of our own empty document."""
    with zipfile.ZipFile(BLANK) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def core_part(title: str, author: str) -> bytes:
    """docProps/core.xml: what the file's properties say; no moment of writing, which would change the bytes."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    for name, value in {"title": title, "creator": author, "language": "vi-VN"}.items():
        etree.SubElement(root, f"{{{_DC}}}{name}").text = one_line(value)
    return serialised(root)
