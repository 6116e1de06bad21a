# ruff: noqa: N818 — the names say what happened, as the clerk is told
"""What can go wrong with the data file, in the clerk's words."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..domain.errors import KnownError

_LONGEST = 100  # characters of a path that still read as one
_LONGEST_ON_WINDOWS = 259  # characters of a path that Windows takes where long paths are not switched on (MAX_PATH)


def shown(path: Path) -> str:
    """The name of a file or folder as it stands in a sentence; the whole of a drive ("E:\\"), which has no name."""
    return _cut(path.name or str(path))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 4 :]}"


class FileError(KnownError):
    """A fault of one file; ``path`` is that file."""

    def __init__(self, path: Path, happened: str, advice: str) -> None:
        super().__init__(happened, advice)
        self.path = path

    def reworded(self, happened: str, advice: str) -> FileError:
        """The same fault, said for the act that met it."""
        KnownError.__init__(self, happened, advice)
        return self


class FileMissing(FileError):
    """The data file is not where it was looked for."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Không tìm thấy tệp dữ liệu “{_cut(str(path))}” nên chưa làm được việc vừa rồi; "
            "những gì đã lưu vẫn nằm trong tệp đó.",
            "Hãy cắm lại ổ đĩa hoặc USB chứa tệp, chọn tệp ở chỗ khác, hoặc phục hồi từ bản sao lưu.",
        )


class FileExists(FileError):
    """A new data file would lie over one that is there."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Đã có tệp “{shown(path)}” trong thư mục này; tệp đó được giữ nguyên.",
            "Hãy đặt tên khác, hoặc mở tệp đang có.",
        )


class FileNotOurs(FileError):
    """The file is something else than a data file of this program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Tệp “{shown(path)}” không phải tệp dữ liệu của Thi đua Xã; tệp được giữ nguyên.",
            "Hãy chọn tệp có đuôi .thidua do chương trình này tạo ra.",
        )


class FileDamaged(FileError):
    """The file is a data file, but cut short or broken."""

    def __init__(self, path: Path, why: str = "bị hỏng hoặc bị cắt cụt") -> None:
        super().__init__(
            path,
            f"Tệp dữ liệu “{shown(path)}” {why}; chương trình không sửa gì vào tệp.",
            "Hãy phục hồi từ bản sao lưu gần nhất; tệp hiện tại sẽ được cất sang bên, không bị xóa.",
        )


class FileReadOnly(FileError):
    """The file or its folder does not take writing."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Không được ghi vào tệp “{shown(path)}” hoặc thư mục chứa nó; dữ liệu đã lưu trước đó vẫn còn nguyên.",
            "Hãy đóng chương trình khác đang dùng tệp, bỏ dấu “Chỉ đọc” trong Thuộc tính của tệp, "
            "hoặc chép tệp sang thư mục Tài liệu rồi mở lại.",
        )


class LeftUnfinished(FileError):
    """The program was stopped in the middle of an act, and the file is to be read only: opening it takes that back."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Lần trước chương trình bị tắt giữa chừng khi đang lưu “{shown(path)}”; mọi thứ đã lưu vẫn còn.",
            "Hãy mở tệp bằng chương trình một lần: việc dở được trả lại như cũ, rồi làm lại.",
        )


class FileTooNew(FileError):
    """The file was written by a newer program."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Tệp “{shown(path)}” do bản mới hơn của chương trình tạo ra; tệp được giữ nguyên.",
            "Hãy cài bản mới của chương trình rồi mở lại tệp.",
        )


class FileInUse(FileError):
    """Another program holds the file."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Tệp “{shown(path)}” đang mở ở một cửa sổ hoặc chương trình khác; dữ liệu không thay đổi.",
            "Hãy chuyển sang cửa sổ đang mở, hoặc đóng nó rồi thử lại.",
        )


class DiskFull(FileError):
    """No room is left on the disk."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Ổ đĩa chứa “{shown(path)}” đã đầy nên việc vừa rồi chưa được lưu; mọi thứ lưu trước đó vẫn còn nguyên.",
            "Hãy xóa bớt tệp không cần trên ổ đĩa rồi làm lại việc vừa rồi.",
        )


class BadPath(FileError):
    """The system takes no such name."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Máy không nhận tên hoặc đường dẫn “{shown(path)}” vì quá dài hay có ký tự lạ; chương trình chưa đổi gì.",
            'Hãy đặt tên ngắn hơn, không có các dấu < > : " / \\ | ? *, hoặc chuyển tệp sang thư mục ít cấp hơn.',
        )


class DiskTrouble(FileError):
    """The disk did not read or write what it should."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path,
            f"Ổ đĩa báo lỗi khi đọc hoặc ghi “{shown(path)}” nên việc vừa rồi chưa được lưu; "
            "mọi thứ lưu trước đó vẫn còn nguyên.",
            "Hãy kiểm tra ổ đĩa còn chỗ trống và USB còn cắm chặt, rồi làm lại việc vừa rồi.",
        )


class AttachmentMissing(FileError):
    """A kept file is not in its folder, or the folder is not there."""

    def __init__(self, path: Path, name: str) -> None:
        folder = path.parent
        what = (
            f"Trong thư mục “{folder.name}” không có" if folder.is_dir() else f"Không thấy thư mục “{folder.name}” chứa"
        )
        super().__init__(
            path,
            f"{what} tệp đính kèm “{name}”; dữ liệu đã nhập vẫn còn nguyên.",
            f"Hãy chép lại thư mục “{folder.name}” vào cạnh tệp dữ liệu, hoặc lấy từ bản sao lưu.",
        )


class AttachmentDamaged(FileError):
    """A kept file is no longer what it was."""

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(
            path,
            f"Tệp đính kèm “{name}” đã bị thay đổi hoặc hỏng sau khi lưu; dữ liệu đã nhập vẫn còn nguyên.",
            f"Hãy lấy lại tệp này từ bản sao lưu của thư mục “{path.parent.name}”.",
        )


class NameTaken(KnownError):
    """A name or key that may stand only once is there already; ``columns`` are "table.column" as SQLite names them."""

    def __init__(self, columns: str = "") -> None:
        super().__init__(
            "Tên hoặc khóa này đã có trong danh sách nên chưa thêm được; dữ liệu không thay đổi.",
            "Hãy sửa dòng đang có, hoặc dùng tên khác.",
        )
        self.columns = columns


class StillUsed(KnownError):
    """The record is still named by others, or names one that is gone."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "Còn dữ liệu khác đang gắn với mục này nên chưa xóa hoặc đổi được; dữ liệu không thay đổi.",
            "Hãy gỡ hoặc chuyển những dữ liệu đó trước.",
        )
        self.detail = detail


class BadValue(KnownError):
    """A value the data file does not take (CHECK, NOT NULL, wrong type)."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            "Có giá trị không hợp lệ (ngày không có thật, ô bắt buộc để trống hoặc số sai dạng) nên chưa lưu; "
            "dữ liệu không thay đổi.",
            "Hãy sửa lại giá trị vừa nhập.",
        )
        self.detail = detail


class RecordGone(KnownError):
    """The record asked for is not in the file."""

    def __init__(self) -> None:
        super().__init__(
            "Mục này không còn trong tệp dữ liệu (đã bị xóa hoặc hoàn tác); không có gì bị thay đổi.",
            "Hãy chọn mục khác, hoặc tìm trong Thùng rác.",
        )


class OwnerGone(KnownError):
    """A record cannot come back because what it belongs to is deleted too."""

    def __init__(self) -> None:
        super().__init__(
            "Mục này thuộc về một mục khác cũng đã bị xóa nên chưa lấy lại được; dữ liệu không thay đổi.",
            "Hãy lấy lại mục chứa nó (ví dụ: kế hoạch) trong Thùng rác trước.",
        )


class ActRunning(KnownError):
    """Another act has not ended yet."""

    def __init__(self) -> None:
        super().__init__(
            "Chương trình đang làm dở một việc khác nên chưa nhận việc này; dữ liệu không thay đổi.",
            "Hãy đợi việc đó xong hoặc bấm Dừng, rồi làm lại.",
        )


_CONSTRAINTS: dict[int, Callable[[str], KnownError]] = {
    sqlite3.SQLITE_CONSTRAINT_UNIQUE: NameTaken,
    sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY: NameTaken,
    sqlite3.SQLITE_CONSTRAINT_FOREIGNKEY: StillUsed,
    sqlite3.SQLITE_CONSTRAINT_CHECK: BadValue,
    sqlite3.SQLITE_CONSTRAINT_NOTNULL: BadValue,
    3091: BadValue,  # SQLITE_CONSTRAINT_DATATYPE: no name in the sqlite3 module
}
_TROUBLES: dict[int, Callable[[Path], FileError]] = {
    sqlite3.SQLITE_READONLY_ROLLBACK: LeftUnfinished,
    sqlite3.SQLITE_FULL: DiskFull,
    sqlite3.SQLITE_IOERR: DiskTrouble,
    sqlite3.SQLITE_READONLY: FileReadOnly,
    sqlite3.SQLITE_PERM: FileReadOnly,
    sqlite3.SQLITE_CANTOPEN: FileReadOnly,
    sqlite3.SQLITE_BUSY: FileInUse,
    sqlite3.SQLITE_LOCKED: FileInUse,
    sqlite3.SQLITE_CORRUPT: FileDamaged,
    sqlite3.SQLITE_NOTADB: FileNotOurs,
}
_SYSTEM: dict[int, Callable[[Path], FileError]] = {
    errno.ENOSPC: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EACCES: FileReadOnly,
    errno.EPERM: FileReadOnly,
    errno.EROFS: FileReadOnly,
    errno.ENOENT: FileMissing,
    errno.ENOTDIR: FileMissing,
    errno.EISDIR: FileNotOurs,
    errno.ENAMETOOLONG: BadPath,
}
# Windows' own numbers (winerror.h) where errno says less: most of them come as EACCES, "no permission".
_WINDOWS: dict[int, Callable[[Path], FileError]] = {
    21: DiskTrouble,  # ERROR_NOT_READY: no stick in the drive
    23: DiskTrouble,  # ERROR_CRC
    27: DiskTrouble,  # ERROR_SECTOR_NOT_FOUND
    29: DiskTrouble,  # ERROR_WRITE_FAULT
    30: DiskTrouble,  # ERROR_READ_FAULT
    31: DiskTrouble,  # ERROR_GEN_FAILURE
    32: FileInUse,  # ERROR_SHARING_VIOLATION: an antivirus or a synchronising program holds the file
    33: FileInUse,  # ERROR_LOCK_VIOLATION
    39: DiskFull,  # ERROR_HANDLE_DISK_FULL
    123: BadPath,  # ERROR_INVALID_NAME
    206: BadPath,  # ERROR_FILENAME_EXCED_RANGE
}


def from_sqlite(error: sqlite3.Error, path: Path) -> KnownError | None:
    """The clerk's error for SQLite's, None when it is a defect of the program."""
    code: int = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code in _CONSTRAINTS:
        return _CONSTRAINTS[code](str(error).partition(": ")[2])
    if code & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) and not path.exists():
        return FileMissing(path)
    trouble = _TROUBLES.get(code) or _TROUBLES.get(code & 0xFF)
    return trouble(path) if trouble else None


def from_system(error: OSError, path: Path) -> FileError:
    """The clerk's error for the operating system's; one without words of its own is the disk's trouble."""
    if os.name == "nt" and error.errno == errno.ENOENT and len(str(error.filename)) > _LONGEST_ON_WINDOWS:
        return BadPath(path)  # open() tells no more than "not found" of a path that is too long
    windows = _WINDOWS.get(getattr(error, "winerror", None) or 0)
    return (windows or _SYSTEM.get(error.errno or 0, DiskTrouble))(path)


@contextmanager
def known_errors(path: Path) -> Iterator[None]:
    """Turns what SQLite and the operating system raise about ``path`` into a :class:`KnownError`.

    What is not the clerk's to mend passes as it is: a defect goes to the crash report.
    """
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        known = from_sqlite(error, path) if isinstance(error, sqlite3.Error) else from_system(error, path)
        if known is None:
            raise
        raise known from error
