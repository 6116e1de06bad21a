"""Files that leave the program: whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import NoReturn

from ..domain.errors import KnownError

_FORBIDDEN = set('<>:"|?*') | {chr(code) for code in range(32)}
_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{number}" for port in ("COM", "LPT") for number in range(1, 10))}
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_WRITABLE = {errno.EACCES, errno.EPERM, errno.EROFS}
_BAD_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}
_SECOND_NAMES = range(2, 100)
_LONGEST_NAME = 200  # bytes, of the 255 that a name may have on a stick; an ending and a number come behind


class NotWrittenError(KnownError):
    """A file that could not be written; what stood under its name before is as it was."""


def file_name(words: str) -> str:
    """The words as a file name that every system takes; "/" and what it refuses become spaces, a long one is cut."""
    name = re.sub(r'[\\/:*?"<>|\x00-\x1f\s]+', " ", words).strip(" .")
    if len(name.encode()) <= _LONGEST_NAME:
        return name
    return name.encode()[:_LONGEST_NAME].decode(errors="ignore").rpartition(" ")[0].strip(" .") + "…"


def file_names(names: Sequence[str]) -> list[str]:
    """A file name for each, no two alike in a folder that takes small and capital letters as one."""
    made: list[str] = []
    taken: set[str] = set()
    for name in map(file_name, names):
        own = next(one for one in _numbered(name) if one.casefold() not in taken)
        taken.add(own.casefold())
        made.append(own)
    return made


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name} ({number})" for number in count(2))


def write_safely(path: Path, data: bytes) -> Path:
    """Writes ``data`` to ``path`` by a temporary file beside it, and returns where it stands.

    When another program holds ``path`` (open in Word), it is written as "NAME (2)" and that path is returned.
    Raises :class:`NotWrittenError` for a full disk, a folder that is missing or may not be written, a bad name.
    """
    _check_name(path)
    temporary = path.with_name(f"~{secrets.token_hex(6)}.part")
    try:
        _write(temporary, data)
        return _put(temporary, path)
    except OSError as error:
        _refuse(path, error)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _put(temporary: Path, path: Path) -> Path:
    """Moves the finished file to its name, or to the first free second name when the name is held."""
    try:
        temporary.replace(path)
    except PermissionError:
        if not path.is_file():
            raise
        path = next(_free_names(path), path)
        temporary.replace(path)
    return path


def _free_names(path: Path) -> Iterator[Path]:
    names = (path.with_name(f"{path.stem} ({number}){path.suffix}") for number in _SECOND_NAMES)
    return (name for name in names if not name.exists())


def _check_name(path: Path) -> None:
    """Refuses names that Windows cannot keep, also where this computer could: papers travel by USB."""
    name = path.name
    bad = sorted(_FORBIDDEN & set(name))
    if not name or bad or name[-1] in " ." or name.split(".")[0].rstrip().upper() in _RESERVED:
        what = f" (có ký tự {' '.join(bad)})" if bad else ""
        raise NotWrittenError(
            f"Tên tệp “{name}” không dùng được{what}. Chưa có tệp nào bị thay đổi.",
            'Hãy đặt tên khác, không có các dấu < > : " / \\ | ? * và không kết thúc bằng dấu chấm.',
        )


def _refuse(path: Path, error: OSError) -> NoReturn:
    """The error in words; the old file is intact."""
    kept = "Tệp cũ (nếu có) vẫn còn nguyên."
    if error.errno in _FULL:
        happened, advice = f"Ổ đĩa đã đầy nên chưa ghi được “{path.name}”.", "Hãy dọn bớt ổ đĩa hoặc chọn nơi khác."
    elif isinstance(error, FileNotFoundError | NotADirectoryError) and not path.parent.is_dir():
        happened, advice = f"Không thấy thư mục “{path.parent}”.", "Hãy cắm lại USB hoặc chọn thư mục khác."
    elif isinstance(error, IsADirectoryError):
        happened, advice = f"“{path.name}” là một thư mục, không ghi đè được.", "Hãy đặt tên tệp khác."
    elif error.errno in _BAD_NAME or isinstance(error, FileNotFoundError):  # Windows calls a path too long not found
        happened = f"Tên tệp “{path.name[:60]}…” hoặc đường dẫn dài quá hoặc không hợp lệ."
        advice = "Hãy đặt tên ngắn hơn."
    elif isinstance(error, PermissionError) or error.errno in _NOT_WRITABLE:
        happened = f"Không được phép ghi vào thư mục “{path.parent}”."
        advice = "Hãy chọn thư mục khác, ví dụ Tài liệu, hoặc đóng tệp đang mở rồi làm lại."
    else:
        happened = f"Chưa ghi được “{path.name}” vì ổ đĩa báo lỗi."
        advice = "Hãy cắm lại USB cho chặt hoặc chọn nơi khác rồi làm lại."
    raise NotWrittenError(f"{happened} {kept}", advice) from error
