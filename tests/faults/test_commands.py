"""Bad files given to the commands: one Vietnamese line, code 2, everything as it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults import data_files, plan_files
from tests.faults.conftest import is_whole
from tests.faults.saying import is_clear
from thidua_desktop import bootstrap, cli

_Make = Callable[..., Path]


def named(make: _Make) -> str:
    return make.__name__


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Runs a command that has to refuse, and gives its one line."""

    def said(*words: object) -> str:
        code = cli.main([str(word) for word in words])
        out, err = capsys.readouterr()
        assert (code, out, err.count("\n")) == (2, "", 1)
        return err.rstrip("\n")

    return said


@pytest.mark.parametrize("make", data_files.BAD, ids=named)
def test_a_data_file_that_cannot_be_opened(
    said: Callable[..., str], data: Path, tmp_path: Path, plan_file: Path, make: _Make
) -> None:
    path = make(tmp_path, data)
    before = path.read_bytes() if make not in data_files.ABSENT else b""
    makes_one = make in (data_files.missing, data_files.a_link_to_nothing)
    for words in (["check", "--year", 2026], *([] if makes_one else [["import-plan", plan_file]])):
        line = said("--data", path, *words)
        assert data_files.BAD[make] in line and is_clear(line)
    assert before == (path.read_bytes() if make not in data_files.ABSENT else b"")


@pytest.mark.parametrize("make", data_files.BAD, ids=named)
def test_a_bad_backup_is_refused_and_the_present_file_stays(
    said: Callable[..., str], data: Path, tmp_path: Path, make: _Make
) -> None:
    before = data.read_bytes()
    line = said("--data", data, "restore", make(tmp_path, data))
    assert is_clear(line)
    assert "Hãy phục hồi từ bản sao lưu" not in line
    assert data.read_bytes() == before and is_whole(data)


@pytest.mark.parametrize("make", data_files.BAD, ids=named)
def test_the_doctor_of_a_bad_file_says_the_same_and_does_not_advise_to_back_it_up(
    data: Path, tmp_path: Path, make: _Make, capsys: pytest.CaptureFixture[str]
) -> None:
    code = cli.main(["--data", str(make(tmp_path, data)), "doctor"])
    out, err = capsys.readouterr()
    assert code in (1, 2) and "Hãy sao lưu ngay" not in out
    assert data_files.BAD[make] in out + err or make is data_files.empty


@pytest.mark.parametrize("make", plan_files.BAD, ids=named)
def test_a_file_that_is_no_plan(said: Callable[..., str], data: Path, tmp_path: Path, make: _Make) -> None:
    path = make(tmp_path)
    for words in (["--data", data, "import-plan", path], ["check", path]):
        line = said(*words)
        assert plan_files.BAD[make] in line and path.name in line and is_clear(line)
    assert is_whole(data)


def test_a_data_file_that_is_open_in_the_window(said: Callable[..., str], data: Path, plan_file: Path) -> None:
    workspace = bootstrap.open_workspace(data)
    backup = next(data.with_name(f"{data.name}-backups").glob("*.thidua"))
    for words in (["import-plan", plan_file], ["check", "--year", 2026], ["restore", backup]):
        line = said("--data", data, *words)
        assert "đang mở" in line and is_clear(line)
    bootstrap.close_workspace(workspace)
    assert is_whole(data)


def test_a_file_opened_by_a_link_is_the_same_file(said: Callable[..., str], data: Path, tmp_path: Path) -> None:
    link = data_files.linked(tmp_path / "lối tắt.thidua", data)
    workspace = bootstrap.open_workspace(link)
    assert "đang mở" in said("--data", data, "check", "--year", 2026)
    bootstrap.close_workspace(workspace)
    assert cli.main(["--data", str(link), "doctor"]) == 0
    assert [place.name for place in tmp_path.glob("lối tắt*")] == [link.name]


def test_the_folder_of_attachments_is_missing(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(data.with_name(f"{data.name}-files"))
    shutil.rmtree(data.with_name(f"{data.name}-backups"))
    assert cli.main(["--data", str(data), "doctor"]) == 1
    assert "Không thấy thư mục" in capsys.readouterr().out
    assert cli.main(["--data", str(data), "backup", "--to", str(tmp_path / "usb")]) == 1
    assert "Thiếu 1 tệp đính kèm" in capsys.readouterr().out
    assert cli.main(["--data", str(data), "export", "plan", "--year", "2026", "--out", str(tmp_path / "a.docx")]) == 0


@pytest.mark.parametrize("place", ["tệp/con", "tệp", "dài " * 80])
def test_a_backup_to_a_place_that_is_no_folder(said: Callable[..., str], data: Path, place: str) -> None:
    (data.parent / "tệp").write_bytes(b"x")
    line = said("--data", data, "backup", "--to", data.parent / place)
    assert "tệp dữ liệu" not in line and is_clear(line)
    assert is_whole(data)


@pytest.mark.parametrize("place", ["không có/a.docx", "thư mục.docx", "dài " * 80 + ".docx", "a:b.pdf"])
def test_an_export_to_a_place_that_takes_none(said: Callable[..., str], data: Path, place: str) -> None:
    (data.parent / "thư mục.docx").mkdir()
    line = said("--data", data, "export", "plan", "--year", 2026, "--out", data.parent / place)
    assert is_clear(line)
    assert not list(data.parent.glob("*.part")) and is_whole(data)
