"""A thorough look at a data file, line by line in the clerk's words; changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from ..domain.errors import KnownError
from ..domain.vietnamese import format_number
from .attachment_files import files_folder, is_whole
from .backups import default_folder, list_backups, row_counts
from .changelog import logged_tables
from .connection import add_functions, connect, number_pragma
from .errors import known_errors
from .migrations import VERSION, migrate
from .schema import LOG_TABLES, OWNERS
from .version import check_version

Line = tuple[bool, str]
_Check = Callable[[sqlite3.Connection, Path], Iterator[Line]]


def examine(path: Path, backup_folder: Path | None = None) -> list[Line]:
    """What is in order and what is not, as (ok, Vietnamese sentence); also for a file that cannot be opened.

    Takes a path and opens its own read-only connection: the file may be open in the window.
    """
    folder = backup_folder or default_folder(path)
    lines: list[Line] = []
    try:
        with known_errors(path), closing(connect(path, write=False)) as connection:
            check_version(connection, path)
            lines.append((True, f"Tệp “{path.name}” mở được."))
            for check in _CHECKS:
                lines += check(connection, path)
    except KnownError as error:
        lines.append((False, str(error)))
    lines.append(_last_backup(path, folder, sound=all(ok for ok, _ in lines)))
    return lines


def _integrity(connection: sqlite3.Connection, path: Path) -> Iterator[Line]:
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
    if found == ["ok"]:
        yield True, "Cấu trúc bên trong tệp nguyên vẹn."
    else:
        yield False, f"Tệp “{path.name}” có {len(found)} chỗ hỏng. Hãy phục hồi từ bản sao lưu gần nhất."


def _links(connection: sqlite3.Connection, _path: Path) -> Iterator[Line]:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        tables = ", ".join(sorted({str(row[0]) for row in broken}))
        yield False, f"Có {len(broken)} dòng trỏ đến dữ liệu không còn ({tables}). Hãy gửi tệp cho người hỗ trợ."
    else:
        yield True, "Các dữ liệu nối với nhau đúng."


def _tables(connection: sqlite3.Connection, _path: Path) -> Iterator[Line]:
    if number_pragma(connection, "user_version") < VERSION:
        yield True, "Tệp của bản cũ hơn; mở bằng chương trình thì sẽ được nâng lên."
        return
    expected, found = expected_schema(), schema_of(connection)
    wrong = sorted(name for name in expected.keys() | found.keys() if expected.get(name) != found.get(name))
    if wrong:
        yield (
            False,
            f"Bảng hoặc bộ ghi nhật ký khác với chương trình: {', '.join(wrong)}. Hãy gửi tệp cho người hỗ trợ.",
        )
    else:
        yield True, "Các bảng và bộ ghi nhật ký đúng như chương trình cần."


def expected_schema() -> dict[str, str]:
    """Every table, index and trigger of today's version, as :func:`schema_of` reads them."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.row_factory = sqlite3.Row
        add_functions(fresh)
        migrate(fresh)
        return schema_of(fresh)


def schema_of(connection: sqlite3.Connection) -> dict[str, str]:
    """ "table plans" → the statement that makes it, with its checks and collations, blanks evened out."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
    )
    return {f"{row['type']} {row['name']}": " ".join(row["sql"].split()) for row in rows}


def _rest(connection: sqlite3.Connection, _path: Path) -> Iterator[Line]:
    running = connection.execute("SELECT act_id FROM act_now").fetchone()
    if running is None or running[0] is not None:
        yield False, "Nhật ký có một việc chưa khép lại. Hãy gửi tệp cho người hỗ trợ."
    gaps = [table for table in OWNERS if _has_gaps(connection, table)]
    if gaps:
        yield False, f"Thứ tự dòng có chỗ hở ({', '.join(gaps)}); không mất dữ liệu."


def _has_gaps(connection: sqlite3.Connection, table: str) -> bool:
    owner = ", ".join(OWNERS[table])
    places = "max(position) + 1 <> count(*) OR count(DISTINCT position) <> count(*)"
    query = f"SELECT 1 FROM {table} GROUP BY {owner} HAVING {places}"
    return connection.execute(query).fetchone() is not None


def _counts(connection: sqlite3.Connection, _path: Path) -> Iterator[Line]:
    counts = row_counts(connection)
    rows = sum(counts[table] for table in logged_tables(connection))
    acts = counts["acts"]
    tables = len(counts.keys() - LOG_TABLES)
    yield True, f"Có {format_number(rows)} dòng trong {tables} bảng, {format_number(acts)} việc trong nhật ký."


def _attachments(connection: sqlite3.Connection, path: Path) -> Iterator[Line]:
    kept = connection.execute("SELECT name, sha256 FROM attachments ORDER BY id").fetchall()
    folder = files_folder(path)
    if kept and not folder.is_dir():
        yield (
            False,
            f"Không thấy thư mục “{folder.name}” chứa {len(kept)} tệp đính kèm. Hãy chép lại vào cạnh tệp dữ liệu.",
        )
        return
    broken = [row["name"] for row in kept if not is_whole(folder / row["sha256"])]
    if broken:
        yield False, f"Thiếu hoặc hỏng {len(broken)} tệp đính kèm: {', '.join(broken)}. Hãy lấy lại từ bản sao lưu."
    else:
        yield True, f"Đủ {len(kept)} tệp đính kèm, nội dung đúng."


def _last_backup(path: Path, folder: Path, *, sound: bool) -> Line:
    backups = list_backups(path, folder)
    if not backups and sound:
        return False, "Chưa có bản sao lưu nào. Hãy sao lưu ngay."
    if not backups:
        return False, "Cạnh tệp không có bản sao lưu nào. Hãy tìm bản đã chép ra USB."
    return True, f"Có {len(backups)} bản sao lưu, mới nhất lúc {backups[0].at:%H:%M ngày %d/%m/%Y}."


_CHECKS: tuple[_Check, ...] = (_integrity, _links, _tables, _rest, _counts, _attachments)
