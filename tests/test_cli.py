from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.samples import PLAN
from thidua_desktop import __main__ as program
from thidua_desktop import bootstrap, cli
from thidua_desktop.domain.offices import Office
from thidua_desktop.domain.plans import SourceFile
from thidua_desktop.services import plans, years

PLAN_TEXT = """\
UBND XÃ VÍ DỤ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số:     /KH-UBND
Ví Dụ, ngày     tháng 02 năm 2026
KẾ HOẠCH
Phát động phong trào thi đua năm 2026
Căn cứ Luật Thi đua, khen thưởng số 15/2003/QH11 ngày 26/11/2003 của Quốc hội;
I. MỤC ĐÍCH
Nâng cao đời sống của của nhân dân.
II. CHỈ TIÊU
- Thu ngân sách đạt 10 tỷ đồng.
Nơi nhận:
- UBND tỉnh (bc);
- Lưu: VT.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn Mẫu
"""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "kế hoạch 2026.txt"
    path.write_text(PLAN_TEXT, encoding="utf-8")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data file with the year 2026 and one plan, and the empty year 2027."""
    path = tmp_path / "xã Ví Dụ.thidua"
    desk = bootstrap.create_workspace(path, Office("Ví Dụ"), year=2026)
    plans.store_plan(desk, PLAN, SourceFile("gốc.docx", b"x"))
    years.add_year(desk, 2027)
    bootstrap.close_workspace(desk)
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Runs a command: exit code, standard output, standard error."""

    def run(*words: object) -> tuple[int, str, str]:
        code = cli.main([str(word) for word in words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


Run = Callable[..., tuple[int, str, str]]


def is_one_line(text: str) -> bool:
    return text.endswith("\n") and text.count("\n") == 1 and any(letter in text for letter in "ạảãáàệếộốụưđồêôă")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "còn thiếu LỆNH"),
        (["mở"], "không có LỆNH “mở” (có: import-plan"),
        (["import-plan"], "còn thiếu TỆP"),
        (["import-plan", "a", "b"], "không hiểu “b”"),
        (["doctor", "--nhanh"], "không hiểu “--nhanh”"),
        (["--data"], "sau --data phải có một giá trị"),
        (["doctor"], "Lệnh này cần tệp dữ liệu"),
        (["backup"], "Lệnh này cần tệp dữ liệu"),
        (["restore", "a"], "Lệnh này cần tệp dữ liệu"),
        (["check"], "cần đúng một trong hai"),
        (["check", "a.docx", "--year", "2026"], "cần đúng một trong hai"),
        (["check", "--year", "hai"], "--year: “hai” không phải là số"),
        (["check", "--year", "2026"], "Lệnh này cần tệp dữ liệu"),
        (["export"], "còn thiếu GÌ"),
        (["export", "plan"], "còn thiếu --year"),
        (["export", "plan", "--year", "2026"], "còn thiếu --out"),
        (["export", "thơ", "--year", "2026", "--out", "a.docx"], "không có GÌ “thơ” (có: plan, targets)"),
        (["export", "plan", "--year", "2026", "--out", "a.xlsx"], "Đặt tên tệp có đuôi .docx, .pdf"),
        (["export", "targets", "--year", "2026", "--out", "a.txt"], ".docx, .pdf, .xlsx"),
        (["export", "plan", "--year", "2026", "--out", "a.docx"], "Lệnh này cần tệp dữ liệu"),
        (["export", "--list=x"], "--list không nhận giá trị"),
    ],
)
def test_a_wrong_command_is_one_vietnamese_line(run: Run, words: list[str], said: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert said in err and is_one_line(err)


@pytest.mark.parametrize(
    "words", [["--help"], *([name, "-h"] for name in ("import-plan", "check", "export", "backup", "doctor"))]
)
def test_help_is_vietnamese_throughout(run: Run, words: list[str]) -> None:
    code, out, err = run(*words)
    assert (code, err) == (0, "")
    assert "Cách dùng: thidua-desktop" in out and "hiện trang này" in out
    for english in ("usage", "options", "positional", "show this", "exit"):
        assert english not in out.lower()


def test_a_plan_is_read_and_summed_up(run: Run, plan_file: Path) -> None:
    code, out, err = run("import-plan", plan_file)
    assert (code, err) == (0, "")
    assert "KẾ HOẠCH Phát động phong trào thi đua năm 2026" in out
    assert "Năm thi đua: 2026" in out and "2 mục" in out and "Nguyễn Văn Mẫu" in out


def test_a_plan_as_json_has_the_agreed_shape(run: Run, plan_file: Path) -> None:
    code, out, _ = run("import-plan", plan_file, "--json")
    found = json.loads(out)
    assert code == 0
    assert set(found) >= {
        "header", "issuer", "doc_type", "symbol", "number", "place", "date", "title", "year", "theme", "preamble",
        "sections", "closing", "legal_bases", "targets", "movements", "commitments", "phases", "tasks", "recipients",
        "signer", "findings",
    }  # fmt: skip
    assert (found["year"], found["doc_type"], found["date"]) == (
        2026,
        "KẾ HOẠCH",
        {"day": None, "month": 2, "year": 2026},
    )
    assert [section["marker"] for section in found["sections"]] == ["I.", "II."]
    assert {"LEGAL_EXPIRED", "DUP_WORD"} <= {finding["code"] for finding in found["findings"]}


def test_a_plan_is_stored_once_backed_up(run: Run, plan_file: Path, data: Path) -> None:
    code, out, _ = run("--data", data, "import-plan", plan_file)
    assert (code, "Đã lưu vào xã Ví Dụ.thidua, kế hoạch số 2." in out) == (0, True)
    with bootstrap.opened(data) as desk:
        assert [summary.source_name for summary in plans.plan_summaries(desk, 2026)] == ["gốc.docx", plan_file.name]
        assert desk.file.undo_text == "Nhập kế hoạch “Phát động phong trào thi đua năm 2026”"


def test_the_same_plan_as_json_and_stored(run: Run, plan_file: Path, data: Path) -> None:
    _, plain, _ = run("import-plan", plan_file, "--json")
    _, stored, _ = run("--data", data, "import-plan", plan_file, "--json")
    assert json.loads(stored) == json.loads(plain)


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


def test_findings_of_a_file(run: Run, plan_file: Path) -> None:
    code, out, _ = run("check", plan_file)
    assert code == 1
    assert "15/2003/QH11" in out and "- Lỗi: " in out
    code, out, _ = run("check", plan_file, "--json")
    (found,) = json.loads(out)
    assert (code, found["file"]) == (1, plan_file.name)
    assert set(found["findings"][0]) == {"code", "severity", "quote", "message", "advice"}


def test_findings_of_a_year(run: Run, data: Path) -> None:
    code, out, _ = run("--data", data, "check", "--year", 2026, "--json")
    (found,) = json.loads(out)
    assert (found["id"], found["title"]) == (1, PLAN.title)
    assert code == (1 if found["findings"] else 0)
    code, out, _ = run("--data", data, "check", "--year", 2027)
    assert (code, out) == (1, "Năm 2027 chưa có kế hoạch nào để soát.\n")
    assert json.loads(run("--data", data, "check", "--year", 2027, "--json")[1]) == []
    code, _, err = run("--data", data, "check", "--year", 2031)
    assert code == 2
    assert "không có năm 2031 (có: 2027, 2026)" in err and is_one_line(err)


def test_a_plan_with_nothing_to_remark_ends_with_0(run: Run, data: Path) -> None:
    phase = replace(PLAN.phases[0], report_deadline="2026-07-05")
    with bootstrap.opened(data) as desk:
        plans.remove_plan(desk, 1)
        plans.store_plan(desk, replace(PLAN, number=1, date=replace(PLAN.date, day=5), phases=(phase,)))
    assert run("--data", data, "check", "--year", 2026) == (0, f"{PLAN.title}: 0 điều cần xem lại\n", "")


@pytest.mark.parametrize(
    ("what", "name", "start"),
    [
        ("plan", "kế hoạch.docx", b"PK"),
        ("plan", "kế hoạch.PDF", b"%PDF"),
        ("targets", "chỉ tiêu.docx", b"PK"),
        ("targets", "chỉ tiêu.pdf", b"%PDF"),
        ("targets", "chỉ tiêu.xlsx", b"PK"),
    ],
)
def test_papers_are_written_by_the_ending_of_their_name(
    run: Run, data: Path, tmp_path: Path, what: str, name: str, start: bytes
) -> None:
    out = tmp_path / name
    code, said, err = run("--data", data, "export", what, "--year", 2026, "--out", out)
    assert (code, said, err) == (0, f"Đã ghi {out}\n", "")
    assert out.read_bytes().startswith(start)


def test_the_newest_plan_is_written_unless_another_is_named(run: Run, data: Path, tmp_path: Path) -> None:
    with bootstrap.opened(data) as desk:
        plans.store_plan(desk, replace(PLAN, title="Bản thứ hai"))
    for words, title in (((), "Bản thứ hai"), (("--id", 1), PLAN.title)):
        run("--data", data, "export", "plan", "--year", 2026, "--out", tmp_path / "a.docx", *words)
        with zipfile.ZipFile(tmp_path / "a.docx") as archive:
            assert title in archive.read("word/document.xml").decode("utf-8")
    code, _, err = run("--data", data, "export", "plan", "--year", 2026, "--out", tmp_path / "a.docx", "--id", 9)
    assert (code, "không có kế hoạch số 9 (có: 1, 2)" in err) == (2, True)


def test_what_can_be_exported_is_listed(run: Run) -> None:
    assert run("export", "--list") == (
        0,
        "plan: Kế hoạch (.docx, .pdf)\ntargets: Bảng chỉ tiêu (.docx, .pdf, .xlsx)\n",
        "",
    )


def test_an_export_that_cannot_be(run: Run, data: Path, tmp_path: Path) -> None:
    export = ("--data", data, "export", "plan", "--year")
    assert run(*export, 2027, "--out", tmp_path / "a.docx")[:2] == (1, "Năm 2027 chưa có kế hoạch nào để xuất.\n")
    code, _, err = run(*export, 2031, "--out", tmp_path / "a.docx")
    assert (code, is_one_line(err)) == (2, True)
    code, _, err = run(*export, 2026, "--out", tmp_path / "USB" / "a.docx")
    assert (code, "Không thấy thư mục" in err, is_one_line(err)) == (2, True, True)
    (tmp_path / "b.docx").mkdir()
    code, _, err = run(*export, 2026, "--out", tmp_path / "b.docx")
    assert (code, is_one_line(err)) == (2, True)
    assert not list(tmp_path.glob("*.part"))


def test_a_full_disk_leaves_the_old_paper(
    run: Run, data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "a.docx"
    out.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, _, err = run("--data", data, "export", "plan", "--year", 2026, "--out", out)
    assert (code, "Ổ đĩa đã đầy" in err, is_one_line(err)) == (2, True, True)
    assert out.read_bytes() == b"old"
    code, _, err = run("--data", data, "backup")
    assert (code, "đã đầy" in err, is_one_line(err)) == (2, True, True)


def test_a_data_file_is_backed_up_and_restored(run: Run, data: Path, tmp_path: Path) -> None:
    code, out, _ = run("--data", data, "backup", "--to", tmp_path / "usb")
    (copy,) = (tmp_path / "usb").glob("*.thidua")
    assert (code, str(copy) in out) == (0, True)
    with bootstrap.opened(data) as desk:
        plans.remove_plan(desk, 1)
    code, out, _ = run("--data", data, "restore", copy)
    assert (code, "Tệp trước đó được cất tại: " in out) == (0, True)
    with bootstrap.opened(data) as desk:
        assert plans.plan(desk, 1).title == PLAN.title
        assert plans.source_file(desk, 1) is not None


def test_a_backup_says_which_attachments_it_lacks(run: Run, data: Path, tmp_path: Path) -> None:
    next(data.with_name(f"{data.name}-files").iterdir()).unlink()
    code, out, _ = run("--data", data, "backup", "--to", tmp_path / "usb")
    assert (code, "Thiếu 1 tệp đính kèm" in out) == (1, True)


def test_doctor_tells_line_by_line(run: Run, data: Path) -> None:
    code, out, _ = run("--data", data, "doctor")
    assert (code, "Cần xem" in out) == (0, False)
    for folder in data.parent.glob("*-files"):
        folder.rename(data.parent / "đi đâu mất")
    code, out, _ = run("--data", data, "doctor")
    assert (code, "Cần xem: Không thấy thư mục" in out) == (1, True)


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
    if command == ["doctor"] and bad not in ("missing", "folder"):
        assert (code, err) == (1, "")
        assert "Cần xem: " in out
    else:
        assert (code, out) == (2, "")
        assert is_one_line(err)


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


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ([], True),
        (["--data", "a.thidua"], True),
        (["a.thidua"], True),
        (["doctor"], False),
        (["--data", "a", "doctor"], False),
    ],
)
def test_no_command_means_the_window(words: list[str], window: bool) -> None:
    assert program.wants_window(words) is window


def process(*words: object, **options: object) -> subprocess.CompletedProcess[bytes]:
    """A command as a process of its own, on a console that knows Western European letters only."""
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "thidua_desktop", *map(str, words)]
    root = Path(__file__).parents[1]
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, check=False, timeout=60, **options)  # type: ignore[call-overload, no-any-return]


def test_a_process_speaks_utf_8_on_every_console(plan_file: Path) -> None:
    done = process("import-plan", plan_file, "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.decode("utf-8"))["signer"]["name"] == "Nguyễn Văn Mẫu"
    refused = process("import-plan", plan_file.with_name("không có.docx"))
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert is_one_line(refused.stderr.decode("utf-8").replace("\r\n", "\n"))


def test_a_process_loads_only_what_its_command_needs() -> None:
    code = (
        "import sys; from thidua_desktop import cli; cli.main(['export', '--list']);"
        "sys.exit(int(bool({'docx', 'lxml', 'openpyxl', 'python_calamine', 'typst', 'PySide6', 'sqlite_utils'} & set(sys.modules))))"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[1], check=False, timeout=60).returncode
        == 0
    )


def test_a_program_without_a_console_has_no_streams(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["--data", str(data), "doctor"]) == 0
    assert cli.main(["--help"]) == 0
    assert cli.main(["mở"]) == 2


REAL_PLANS = sorted((Path(__file__).parents[2] / "shared" / "plans").glob("*.docx"))
REAL_BAR = {
    "words kept": 99.5, "words in order": 98, "headings found": 90, "target values found": 80, "target values right": 85,
    "movements found": 75, "phases right": 100, "recipients found": 90, "signer right": 100, "title right": 100,
    "year right": 100,
}  # fmt: skip


@pytest.mark.skipif(not REAL_PLANS, reason="the real plans are not beside the repository")
@pytest.mark.parametrize("path", REAL_PLANS, ids=lambda path: path.stem)
def test_real_plans_reach_the_bar(run: Run, tmp_path: Path, path: Path) -> None:
    imported = tmp_path / "imported.json"
    imported.write_text(run("import-plan", path, "--json")[1], encoding="utf-8")
    grade = [
        sys.executable,
        str(path.with_name("grade.py")),
        str(path.with_name(f"{path.stem}.expected.json")),
        str(imported),
    ]
    # The grader leaves closing its files to the interpreter.
    done = subprocess.run([*grade, "--source", str(path)], capture_output=True, text=True, encoding="utf-8", check=True)
    grades = json.loads(done.stdout.splitlines()[-1])
    short = {name: grades[name] for name, bar in REAL_BAR.items() if grades[name] is not None and grades[name] < bar}
    assert short == {}
