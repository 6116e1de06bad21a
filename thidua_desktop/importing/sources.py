"""From a source file to its lines, whatever kind it is."""

from __future__ import annotations

from dataclasses import replace

from ..domain.plans import SourceFile
from .errors import ASK_AGAIN, SAVE_AS_DOCX, UnreadableFileError
from .files import refuse_size
from .lines import SourceText
from .mending import mended
from .old_letters import refuse_old_letters

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_IMAGES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*", b"RIFF")


def source_lines(source: SourceFile) -> SourceText:
    """The lines of a .docx or .txt, mended; :class:`UnreadableFileError` for anything else or a broken one."""
    refuse_size(source.name, len(source.content))
    ending = source.name.rpartition(".")[2].lower()
    kind = kind_of(source.content)
    if kind == "zip" and ending in ("docx", "docm", "dotx"):
        from .docx_lines import docx_lines

        return _understood(source.name, docx_lines(source))
    if kind == "text" and ending == "txt":
        from .txt_lines import txt_lines

        return _understood(source.name, txt_lines(source))
    raise _refusal(source.name, kind)


def _understood(name: str, text: SourceText) -> SourceText:
    """The text mended, with a doubt when a part of it is in letters of an old code."""
    strange = refuse_old_letters(name, text)
    whole = mended(text)
    return replace(whole, remarks=(*strange, *whole.remarks))


def kind_of(content: bytes) -> str:
    """What the first bytes show: "zip", "encrypted", "doc", "pdf", "rtf", "html", "image" or "text"."""
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if content.startswith(b"PK"):
        return "zip"
    if content.startswith(_OLE):
        return "encrypted" if _ENCRYPTED in content else "doc"
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head[:14].lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    if content.startswith(_IMAGES[:4]) or (content.startswith(_IMAGES[4:]) and b"\0" in content[:64]):
        return "image"
    return "text"


def _refusal(name: str, kind: str) -> UnreadableFileError:
    match kind:
        case "encrypted":
            return UnreadableFileError(
                f"Tệp “{name}” có đặt mật khẩu.", "Mở bằng Word, bỏ mật khẩu, lưu lại rồi nhập tệp mới."
            )
        case "doc":
            return UnreadableFileError(f"Tệp “{name}” là văn bản Word kiểu cũ (.doc).", SAVE_AS_DOCX)
        case "pdf":
            return UnreadableFileError(f"Tệp “{name}” thật ra là tệp PDF.", SAVE_AS_DOCX)
        case "rtf":
            return UnreadableFileError(f"Tệp “{name}” thật ra là tệp RTF.", SAVE_AS_DOCX)
        case "html":
            return UnreadableFileError(f"Tệp “{name}” thật ra là một trang web đã lưu.", SAVE_AS_DOCX)
        case "image":
            return UnreadableFileError(
                f"Tệp “{name}” thật ra là hình ảnh.", "Xin bản Word gốc; chương trình không đọc được chữ trong hình."
            )
        case "zip" if name.lower().endswith((".xlsx", ".xlsm")):
            return UnreadableFileError(
                f"Tệp “{name}” là bảng tính Excel.", "Chép nội dung sang Word, lưu thành .docx rồi nhập tệp đó."
            )
        case "zip" if name.lower().endswith(".txt"):
            return UnreadableFileError(
                f"Tệp “{name}” không phải tệp chữ (.txt).", "Đổi đuôi tệp thành .docx rồi nhập lại."
            )
        case _:
            return UnreadableFileError(f"Tệp “{name}” không phải văn bản Word (.docx) hay tệp chữ (.txt).", ASK_AGAIN)
