"""The parts of a .docx that are the same in every paper, and its properties."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from lxml import etree

from ...shipped import resource
from ..archive import unpacked
from ..letters import one_line
from .xml import serialised

BLANK = resource("blank.docx")
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"


@lru_cache(maxsize=1)
def blank_parts() -> Mapping[str, bytes]:
    """The parts of our own empty document."""
    return unpacked(BLANK.read_bytes())


def core_part(title: str, author: str) -> bytes:
    """docProps/core.xml: what the file's properties say; no moment of writing, which would change the bytes."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    for name, value in {"title": title, "creator": author, "language": "vi-VN"}.items():
        etree.SubElement(root, f"{{{_DC}}}{name}").text = one_line(value)
    return serialised(root)
