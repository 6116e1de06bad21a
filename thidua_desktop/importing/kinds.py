"""What a file is by its first bytes and inner names: its ending may lie."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Literal

Kind = Literal[
    "docx", "odt", "pdf", "doc", "rtf", "html", "word xml", "text",
    "sheet", "slides", "old sheet", "archive", "encrypted", "image", "broken",
]  # fmt: skip

TEXT_ENDINGS = ("txt", "docx", "doc", "rtf", "md")  # plain text under one of these is read as it is
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_STREAMS: tuple[tuple[str, Kind], ...] = (
    ("WordDocument", "doc"),
    ("Workbook", "old sheet"),
    ("Book", "old sheet"),
    ("PowerPoint Document", "slides"),
)
_WORD_MARK = b"\xec\xa5"  # begins the text stream of a .doc, which mostly follows the first sector …
_FLAGS, _LOCKED = 10, 0x0100  # … with its flags so far behind: one says that a password locks it
_BOOK_MARK = b"\x09\x08\x10\x00\x00\x06\x05\x00"  # begins the records of an .xls
_FILE_PASS, _SOON = 0x2F, 4
_MANIFEST, _MOST_MANIFEST = "META-INF/manifest.xml", 2**20
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_SURE_IMAGES = 4
_WEB = (b"<!doctype html", b"<html", b"mime-version:", b"<head", b"<meta")
_HEAD = 1024
_FAR = 4096


def kind_of(content: bytes) -> Kind:
    """What the bytes are."""
    head = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    lower = head.lower()
    if content.startswith(b"PK"):
        return _zip_kind(content)
    if content.startswith(_OLE):
        return _ole_kind(content)
    if b"%PDF-" in content[:_HEAD]:
        return "pdf"
    if head.startswith(b"{\\rt"):
        return "rtf"
    if lower.startswith(_WEB):
        return "html"
    if lower.startswith(b"<?xml"):
        far = content[:_FAR].lower()
        if b"word.document" in far or b"office/word/2003" in far or b"opendocument.text" in far:
            return "word xml"
        return "html" if b"<html" in far else "text"
    if content.startswith(_IMAGES[:_SURE_IMAGES]):
        return "image"
    return "image" if content.startswith(_IMAGES[_SURE_IMAGES:]) and b"\0" in content[:64] else "text"


def _zip_kind(content: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            names = set(package.namelist())
            if "mimetype" in names and package.getinfo("mimetype").file_size < _HEAD:
                odf = package.read("mimetype")
                if _MANIFEST in names:
                    with package.open(_MANIFEST) as manifest:
                        if b"encryption-data" in manifest.read(_MOST_MANIFEST):
                            return "encrypted"
                if b"opendocument" in odf:
                    return "odt" if b".text" in odf else "sheet" if b"spreadsheet" in odf else "slides"
    except (zipfile.BadZipFile, zlib.error, ValueError, OSError, NotImplementedError, RuntimeError, KeyError, EOFError):
        return "broken"
    folders = {name.partition("/")[0] for name in names}
    if "xl" in folders:
        return "sheet"
    if "ppt" in folders:
        return "slides"
    return "docx" if "[Content_Types].xml" in names or "word" in folders else "archive"


def _ole_kind(content: bytes) -> Kind:
    if _ENCRYPTED in content:
        return "encrypted"
    kind = next((kind for name, kind in _STREAMS if f"{name}\0".encode("utf-16-le") in content), None)
    locked = content[512:514] == _WORD_MARK and int.from_bytes(content[512 + _FLAGS : 514 + _FLAGS], "little") & _LOCKED
    return "encrypted" if locked or _is_locked_book(content) else kind or "broken"


def _is_locked_book(content: bytes) -> bool:
    """Whether the records of an .xls are locked by a password: one says so soon after the first."""
    place = content.find(_BOOK_MARK)
    for _ in range(_SOON if place >= 0 else 0):
        record, length = (int.from_bytes(content[at : at + 2], "little") for at in (place, place + 2))
        if record == _FILE_PASS:
            return True
        place += 4 + length
    return False
