"""Reading a file of the clerk's from the disk."""

from __future__ import annotations

from pathlib import Path

from ..domain.plan.plans import SourceFile
from .errors import UnreadableFileError, ask_again

MAX_BYTES = 30 * 2**20  # a plan of 300 pages with pictures stays under 10 MB; more is a scan or a wrong file
MAX_LETTERS = 2_000_000  # a plan of 300 pages holds about 1.5 million; more is several papers in one or a wrong file


def read_source(path: Path) -> SourceFile:
    """The file's name and bytes; :class:`UnreadableFileError` when it is missing, locked, empty or too big."""
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnreadableFileError(
                f"“{path.name or path}” là thư mục, không phải tệp.", "Mở thư mục đó và chọn tệp kế hoạch."
            )
        refuse_size(path.name, size)
        return SourceFile(path.name, path.read_bytes())
    except FileNotFoundError as error:
        raise UnreadableFileError(
            f"Không còn tệp “{path.name}” ở chỗ đã chọn.", "Kiểm tra USB hoặc thư mục rồi chọn lại tệp."
        ) from error
    except PermissionError as error:
        raise _refused(path) from error
    except OSError as error:
        raise UnreadableFileError(
            f"Không đọc được tệp “{path.name}” từ ổ đĩa.", "Chép tệp vào máy (ví dụ Desktop) rồi chọn lại."
        ) from error


def refuse_size(name: str, size: int) -> None:
    """Raises :class:`UnreadableFileError` for an empty file or one over ``MAX_BYTES``."""
    if size == 0:
        raise UnreadableFileError(f"Tệp “{name}” trống, không có chữ nào.", ask_again(name))
    if size > MAX_BYTES:
        raise UnreadableFileError(
            f"Tệp “{name}” quá lớn ({size // 2**20} MB; chương trình nhận tới {MAX_BYTES // 2**20} MB).",
            "Bỏ bớt hình trong Word rồi lưu lại, hoặc chỉ nhập phần kế hoạch.",
        )


def refuse_length(name: str, letters: int) -> None:
    """Raises :class:`UnreadableFileError` for a text of more than ``MAX_LETTERS`` letters."""
    if letters > MAX_LETTERS:
        raise UnreadableFileError(
            f"Tệp “{name}” dài quá {MAX_LETTERS // 1_000_000} triệu chữ cái (khoảng 400 trang).",
            "Mở tệp bằng Word, chép riêng phần kế hoạch sang tệp mới rồi nhập tệp đó.",
        )


def _refused(path: Path) -> UnreadableFileError:
    """Windows gives Python the same number for a file that another program holds and for one without permission."""
    return UnreadableFileError(
        f"Máy không cho đọc tệp “{path.name}”: tệp đang mở ở chương trình khác, hoặc không có quyền đọc.",
        "Đóng tệp đó trong Word nếu đang mở, hoặc chép sang thư mục khác, rồi nhập lại.",
    )
