from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.saying import Run, is_one_line
from thidua_desktop import bootstrap
from thidua_desktop.services.plan import plans


def not_there(folder: Path) -> Path:
    return folder / "không có.docx"


def a_folder(folder: Path) -> Path:
    (folder / "thư mục.docx").mkdir()
    return folder / "thư mục.docx"


def empty(folder: Path) -> Path:
    (folder / "rỗng.docx").write_bytes(b"")
    return folder / "rỗng.docx"


def a_lie(folder: Path) -> Path:
    (folder / "ảnh.docx").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    return folder / "ảnh.docx"


def cut(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "cụt.docx", "w") as archive:
        archive.writestr("word/document.xml", "<w>" * 1000)
    (folder / "cụt.docx").write_bytes((folder / "cụt.docx").read_bytes()[:100])
    return folder / "cụt.docx"


@pytest.mark.parametrize("command", ["import-plan", "check"])
@pytest.mark.parametrize("make", [not_there, a_folder, empty, a_lie, cut])
def test_a_bad_file_is_one_line_and_nothing_stored(
    run: Run, data: Path, tmp_path: Path, command: str, make: Callable[[Path], Path]
) -> None:
    path = make(tmp_path)
    code, out, err = run("--data", data, command, path)
    assert (code, out) == (2, "")
    assert path.name in err and is_one_line(err)
    with bootstrap.opened(data) as desk:
        assert len(plans.plan_summaries(desk)) == 1


@pytest.mark.parametrize(
    "command",
    [["doctor"], ["backup"], ["check", "--year", "2026"], ["export", "plan", "--year", "2026", "--out", "a.docx"]],
)
@pytest.mark.parametrize("bad", ["missing", "folder", "empty", "text", "newer"])
def test_a_bad_data_file_is_one_line(run: Run, data: Path, tmp_path: Path, command: list[str], bad: str) -> None:
    path = tmp_path / "hỏng.thidua"
    if bad == "folder":
        path.mkdir()
    elif bad != "missing":
        path.write_bytes({"empty": b"", "text": b"xin chao", "newer": newer(data)}[bad])
    code, out, err = run("--data", path, *command)
    if command == ["doctor"] and bad == "newer":
        assert (code, err) == (1, "")
        assert "Cần xem: " in out
    else:
        assert (code, out) == (2, "")
        assert is_one_line(err)
    assert [place.name for place in tmp_path.glob("hỏng*")] == ([] if bad == "missing" else [path.name])


@pytest.mark.parametrize("start", range(8192, 140000, 24576))
def test_a_damaged_page_is_told_once(run: Run, data: Path, start: int, tmp_path: Path) -> None:
    with data.open("r+b") as raw:
        raw.seek(start)
        raw.write(b"X" * 60)
    for words in (
        ["check", "--year", 2026],
        ["export", "plan", "--year", 2026, "--out", tmp_path / "a.docx"],
        ["backup"],
    ):
        code, out, err = run("--data", data, *words)
        assert code < 2 or (out == "" and is_one_line(err)), err


def newer(data: Path) -> bytes:
    """The data file as a program of the future might have left it: user_version stands at byte 60."""
    content = bytearray(data.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")
    return bytes(content)


def test_a_data_file_that_is_open_elsewhere(run: Run, data: Path, plan_file: Path) -> None:
    with bootstrap.opened(data):
        for words in (["import-plan", plan_file], ["check", "--year", 2026], ["restore", data]):
            code, out, err = run("--data", data, *words)
            assert (code, out, "đang mở" in err, is_one_line(err)) == (2, "", True, True)
        assert run("--data", data, "doctor")[0] == 0


@pytest.mark.parametrize(
    "words",
    [["--data", "{long}", "doctor"], ["import-plan", "{long}"], ["--data", "{data}", "backup", "--to", "{plan}"]],
)
def test_paths_that_the_system_does_not_take(run: Run, data: Path, plan_file: Path, words: list[str]) -> None:
    names = {"long": data.parent / f"{'dài' * 150}.docx", "data": data, "plan": plan_file}
    code, out, err = run(*(word.format(**names) for word in words))
    assert (code, out, is_one_line(err)) == (2, "", True)
