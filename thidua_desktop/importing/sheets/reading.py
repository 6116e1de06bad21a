"""From a returned file of any kind to its grids and texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ...domain.plan.plans import SourceFile
from ...domain.sheets.returned import ReturnedFile
from ..errors import UnreadableFileError, ask_again
from ..files import read_source, refuse_size
from ..kinds import Kind, kind_of
from ..watching import UNWATCHED, Watch

_WORD: tuple[Kind, ...] = ("docx", "doc", "rtf", "odt", "html", "word xml")
_NOT_A_SHEET = "Xin đơn vị gửi lại tệp Excel hoặc tệp Word đã điền; bản giấy thì nhập tay hoặc quét kèm vào hồ sơ."


def read_returned_path(path: Path, watch: Watch = UNWATCHED) -> tuple[SourceFile, ReturnedFile]:
    """The file as it is and what stands in it; when it does not say when it was saved, the disk's word counts."""
    source = read_source(path)
    found = read_returned(source, watch)
    if not found.saved_at:
        moment = datetime.fromtimestamp(path.stat().st_mtime)
        found = replace(found, saved_at=moment.isoformat(timespec="seconds"))
    return source, found


def read_returned(source: SourceFile, watch: Watch = UNWATCHED) -> ReturnedFile:
    """The grids, texts and stamp of a spreadsheet or a Word file; what it is says its content, not its ending.

    Raises :class:`UnreadableFileError` for a password, a damaged file, a picture, anything else.
    """
    refuse_size(source.name, len(source.content))
    kind = kind_of(source.content)
    if kind in ("sheet", "old sheet"):
        from .book import read_book

        return read_book(source, kind, watch)
    if kind in _WORD:
        from .word import read_word

        return read_word(source, kind, watch)
    raise _refusal(source.name, kind)


def _refusal(name: str, kind: Kind) -> UnreadableFileError:
    match kind:
        case "encrypted":
            return UnreadableFileError(
                f"Tệp “{name}” có đặt mật khẩu.",
                "Xin mật khẩu của đơn vị, mở bằng Excel hoặc Word, bỏ mật khẩu, lưu lại rồi nhận tệp mới.",
            )
        case "pdf" | "image":
            what = "bản PDF" if kind == "pdf" else "hình ảnh"
            return UnreadableFileError(f"Tệp “{name}” là {what}, không có ô để đọc.", _NOT_A_SHEET)
        case "archive":
            return UnreadableFileError(
                f"Tệp “{name}” là gói nén chứa các tệp khác.", "Mở gói nén, chép các tệp ra ngoài rồi nhận."
            )
        case "broken":
            return UnreadableFileError(f"Tệp “{name}” bị hỏng, không đọc được.", ask_again(name))
        case _:
            return UnreadableFileError(f"Tệp “{name}” không phải tệp Excel hay Word.", _NOT_A_SHEET)
