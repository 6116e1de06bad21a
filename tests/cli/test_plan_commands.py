"""How far a plan is, and what differs from it, by command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.saying import Run, is_one_line


def test_a_plan_is_issued_and_amended(run: Run, data: Path, tmp_path: Path) -> None:
    scan = tmp_path / "đã ký.pdf"
    scan.write_bytes(b"%PDF-1.7")
    assert "Bước: bản thảo. Bản ký: chưa có." in run("--data", data, "plan-state", "1")[1]
    assert run("--data", data, "plan-state", "1", "--to", "lay-y-kien")[0] == 0
    words = ("--to", "ban-hanh", "--number", "15", "--date", "05/02/2026", "--scan", scan)
    code, out, _ = run("--data", data, "plan-state", "1", *words)
    assert code == 0 and "Bước: đã ban hành, số 15/KH-UBND. Bản ký: đã ký.pdf." in out
    code, out, _ = run("--data", data, "plan-state", "1", "--amend")
    assert code == 0 and "Là bản sửa đổi của kế hoạch số 1." in out
    assert "Số liệu của năm theo một bản khác" in out
    code, out, _ = run("--data", data, "diff-plan", "1", "--with", "2")
    assert code == 1 and "Ngày ban hành: sửa." in out and "[-15]" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("plan-state", "1", "--to", "ban-hanh"), "Chưa ghi số"),
        (("plan-state", "1", "--amend"), "chưa ban hành nên chưa cần bản sửa đổi"),
        (("plan-state", "9"), "không còn trong tệp dữ liệu"),
        (("plan-state", "1", "--to", "xong"), "không có --to “xong”"),
        (("diff-plan", "1"), "cần đúng một trong hai: TỆP hoặc --with SỐ"),
        (("diff-plan", "1", "--with", "1", "--take"), "--take chỉ dùng với TỆP"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, data: Path, words: tuple[str, ...], said: str) -> None:
    code, out, err = run("--data", data, *words)
    assert (code, out) == (2, "")
    assert said in err and is_one_line(err)


def test_a_step_back_is_one_step(run: Run, data: Path) -> None:
    run("--data", data, "plan-state", "1", "--to", "trinh-ky")
    code, _, err = run("--data", data, "plan-state", "1", "--to", "ban-thao")
    assert code == 2 and "Lùi từng bước một." in err
    run("--data", data, "plan-state", "1", "--to", "ban-hanh", "--number", "15", "--date", "05/02/2026")
    assert "Bước: trình ký" in run("--data", data, "plan-state", "1", "--to", "trinh-ky")[1]


def test_a_file_is_compared_and_taken(run: Run, data: Path, plan_file: Path) -> None:
    code, out, _ = run("--data", data, "diff-plan", "1", plan_file, "--json")
    found = json.loads(out)
    assert code == 1
    assert {"section", "text"} <= {one["part"] for one in found}
    code, out, _ = run("--data", data, "diff-plan", "1", plan_file, "--take")
    assert code == 0 and "thay đổi vào kế hoạch số 1." in out
    left = json.loads(run("--data", data, "diff-plan", "1", plan_file, "--json")[1])
    assert [one for one in left if one["ticked"]] == []


def test_a_plan_beside_itself_has_no_differences(run: Run, data: Path) -> None:
    assert run("--data", data, "diff-plan", "1", "--with", "1")[:2] == (0, "Hai bản không có gì khác nhau.\n")
