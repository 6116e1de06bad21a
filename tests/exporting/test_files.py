"""A file is written whole or not at all; every fault is one Vietnamese sentence and leaves nothing behind."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from thidua_desktop.exporting import files
from thidua_desktop.exporting.files import NotWrittenError, file_name, file_names, write_safely

OLD, NEW = b"cu", b"moi"


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "Kế hoạch 2026.docx"
    path.write_bytes(OLD)
    return path


def _failing(code: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


def test_replaces_the_old_file_and_leaves_no_other(target: Path) -> None:
    assert write_safely(target, NEW) == target
    assert [(file.name, file.read_bytes()) for file in target.parent.iterdir()] == [(target.name, NEW)]


def test_file_open_in_word_gets_a_second_name(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (target.parent / "Kế hoạch 2026 (2).docx").write_bytes(b"cua nguoi khac")
    replace = Path.replace

    def held(self: Path, to: Path) -> Path:
        if to == target:
            raise PermissionError(errno.EACCES, "held")
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", held)
    written = write_safely(target, NEW)
    assert written.name == "Kế hoạch 2026 (3).docx"
    assert (target.read_bytes(), written.read_bytes()) == (OLD, NEW)
    assert len(list(target.parent.iterdir())) == 3


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere an open file can be replaced")
def test_file_really_open_gets_a_second_name(target: Path) -> None:
    with target.open("rb"):
        written = write_safely(target, NEW)
    assert written.name == "Kế hoạch 2026 (2).docx"
    assert (target.read_bytes(), written.read_bytes()) == (OLD, NEW)


@pytest.mark.parametrize(
    ("boundary", "code", "says"),
    [
        ("fsync", errno.ENOSPC, "Ổ đĩa đã đầy"),
        ("fsync", errno.EDQUOT, "Ổ đĩa đã đầy"),
        ("fsync", errno.EIO, "Chưa ghi được"),
        ("open", errno.EACCES, "Không được phép ghi"),
        ("open", errno.EROFS, "Không được phép ghi"),
        ("open", errno.ENAMETOOLONG, "dài quá hoặc không hợp lệ"),
        ("replace", errno.ENOENT, "dài quá hoặc không hợp lệ"),
        ("replace", errno.ENOSPC, "Ổ đĩa đã đầy"),
        ("replace", errno.EIO, "Chưa ghi được"),
    ],
)
def test_fault_at_each_boundary(
    boundary: str, code: int, says: str, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = files.os if boundary == "fsync" else Path
    monkeypatch.setattr(owner, boundary, _failing(code))
    with pytest.raises(NotWrittenError, match=says) as caught:
        write_safely(target, NEW)
    monkeypatch.undo()
    assert "Tệp cũ (nếu có) vẫn còn nguyên." in caught.value.happened
    assert caught.value.advice
    assert [(file.name, file.read_bytes()) for file in target.parent.iterdir()] == [(target.name, OLD)]


def test_folder_that_went_away(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="Không thấy thư mục"):
        write_safely(tmp_path / "USB" / "a.docx", NEW)


def test_folder_under_that_name_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(NotWrittenError):
        write_safely(tmp_path / "a.docx", NEW)
    assert [file.name for file in tmp_path.iterdir()] == ["a.docx"]


@pytest.mark.parametrize("name", ["ab:c.docx", "a?.docx", 'a"b.docx', "CON.docx", "com1", "a.docx.", "a ", "a\tb.docx"])
def test_names_that_windows_cannot_keep_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="không dùng được"):
        write_safely(tmp_path / name, NEW)
    assert not list(tmp_path.iterdir())


def test_long_name_is_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError, match="dài quá"):
        write_safely(tmp_path / ("a" * 300 + ".docx"), NEW)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Bản đăng ký - Thôn 1/2", "Bản đăng ký - Thôn 1 2"),
        ('Hội “Mẫu” "Một" <Hai>: ba?*|', "Hội “Mẫu” Một Hai ba"),
        ("Tổ 1..", "Tổ 1"),
        ("a\tb\nc", "a b c"),
        ("Trường Mẫu " * 40, f"{'Trường Mẫu ' * 12}".strip() + "…"),
        ("🎖️ Hội", "🎖️ Hội"),
    ],
)
def test_words_become_a_name_that_every_system_takes(tmp_path: Path, words: str, name: str) -> None:
    assert file_name(words) == name
    assert write_safely(tmp_path / f"{name} (12).docx", NEW).read_bytes() == NEW


def test_no_two_papers_of_a_folder_share_a_name() -> None:
    names = ["Hội A/B", "Hội A B", "HỘI A?B", "Hội A B (2)", "Hội C"]
    assert file_names(names) == ["Hội A B", "Hội A B (2)", "HỘI A B (3)", "Hội A B (2) (2)", "Hội C"]
