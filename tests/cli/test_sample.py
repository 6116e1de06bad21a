"""The command ``sample``."""

from __future__ import annotations

from pathlib import Path

from tests.cli.saying import Run, is_one_line


def test_a_sample_is_made_once(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "thư mục mới" / "mẫu.thidua"
    assert run("sample", "--out", path) == (0, f"Đã tạo dữ liệu mẫu: {path}\n", "")
    before = path.read_bytes()
    code, said, refused = run("sample", "--out", path)
    assert (code, said) == (2, "")
    assert is_one_line(refused)
    assert path.read_bytes() == before
    assert run("--data", path, "check", "--year", "2026")[0] == 0


def test_a_file_of_another_kind_is_not_made(run: Run, tmp_path: Path) -> None:
    code, _, refused = run("sample", "--out", tmp_path / "mẫu.docx")
    assert code == 2
    assert is_one_line(refused)
    assert list(tmp_path.iterdir()) == []
