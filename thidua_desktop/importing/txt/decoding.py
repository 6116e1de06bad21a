"""Bytes of a .txt as text."""

from __future__ import annotations

import codecs
import re

from ...domain.vietnamese import nfc
from ..errors import UnreadableFileError
from ..old_text.letters import OldLetters, code_of_text

_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f]")
_WESTERN = "latin-1"  # any bytes are text in it; taken only where the letters prove an old code
_SIGNS = {
    code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)
}  # “ ” – ‰ between old letters
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(name: str, content: bytes, met: set[str] | None = None) -> str:
    """The text in NFC: UTF-8 with or without mark, UTF-16, TCVN3, VNI, else Windows-1258 (its tone marks put together).

    ``met`` takes the old codes that lines were typed in. Raises :class:`UnreadableFileError` when the bytes are no text
    in any of these.
    """
    lines = _unpacked(name, content).split("\n")
    old = OldLetters(lines)
    read = [nfc(old.read(line)) for line in lines]
    if met is not None:
        met.update(old.met)
    return "\n".join(read)


def _unpacked(name: str, content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(name, _as(content[len(mark) :], encoding))
    for encoding in _guesses(content):
        text = _as(content, encoding)
        if text is not None and not (encoding == _WESTERN and not code_of_text(text)):
            return _checked(name, text.translate(_SIGNS) if encoding == _WESTERN else text)
    raise _no_text(name)


def _guesses(content: bytes) -> tuple[str, ...]:
    """UTF-16 without a mark shows by its zero bytes: every second one of plain letters."""
    sample = content[:4000]
    if len(sample) >= 8 and sample[1::2].count(0) > len(sample) * 0.15 and not sample[0::2].count(0):
        return ("utf-16-le",)
    if len(sample) >= 8 and sample[0::2].count(0) > len(sample) * 0.15 and not sample[1::2].count(0):
        return ("utf-16-be",)
    return ("utf-8", _WESTERN, "cp1258")


def _as(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None


def _checked(name: str, text: str | None) -> str:
    if text is None or len(_CONTROL.findall(text)) > max(2, len(text) // 200):
        raise _no_text(name)
    return _CONTROL.sub("", text)


def _no_text(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"Tệp “{name}” không phải tệp chữ, hoặc dùng bảng mã lạ.",
        "Mở bằng Word hoặc Notepad, lưu lại kiểu .docx hoặc .txt với mã hóa UTF-8, rồi nhập lại.",
    )
