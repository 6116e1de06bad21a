"""What goes wrong where copies are made (a backup folder, a USB stick), told apart from faults of the data file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .errors import DiskFull, DiskTrouble, FileError, FileMissing, FileReadOnly, from_sqlite, from_system, shown

_KEPT = "dữ liệu đã lưu vẫn còn nguyên"
# What happened, with the name of the place, and what to do.
_WORDS: dict[type[FileError], tuple[str, str]] = {
    DiskFull: (
        f"Ổ đĩa hoặc USB chứa “{{}}” đã đầy nên chưa chép xong; {_KEPT}.",
        "Hãy xóa bớt tệp không cần ở đó, hoặc chọn nơi khác, rồi làm lại.",
    ),
    FileMissing: (
        f"Không có hoặc không tạo được thư mục “{{}}” nên chưa chép được; {_KEPT}.",
        "Hãy cắm lại USB, hoặc chọn thư mục khác, rồi làm lại.",
    ),
    FileReadOnly: (
        f"Không được ghi vào “{{}}” nên chưa chép được; {_KEPT}.",
        "Hãy chọn thư mục khác, ví dụ Tài liệu; với USB thì bỏ khóa chống ghi, rồi làm lại.",
    ),
    DiskTrouble: (
        f"Ổ đĩa hoặc USB chứa “{{}}” báo lỗi nên chưa chép xong; {_KEPT}.",
        "Hãy cắm lại USB cho chặt, hoặc chọn nơi khác, rồi làm lại.",
    ),
}
_READING = frozenset({sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_SHORT_READ})


@contextmanager
def copying_errors(folder: Path) -> Iterator[None]:
    """Turns what writing into ``folder`` meets into a :class:`FileError` of that folder.

    What SQLite says of the file that is read passes as it is.
    """
    try:
        yield
    except sqlite3.Error as error:
        known = from_sqlite(error, folder)
        if not isinstance(known, FileError) or type(known) not in _WORDS or error.sqlite_errorcode in _READING:
            raise
        raise _worded(known) from error
    except FileExistsError as error:  # a file where the folder should be
        raise _worded(FileMissing(folder)) from error
    except OSError as error:
        raise _worded(from_system(error, folder)) from error


def _worded(error: FileError) -> FileError:
    if type(error) not in _WORDS:
        return error
    happened, advice = _WORDS[type(error)]
    return error.reworded(happened.format(shown(error.path)), advice)
