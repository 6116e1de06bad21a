"""The command ``new-plan``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.saying import Run, is_one_line


def test_the_outlines_are_told(run: Run) -> None:
    code, said, refused = run("new-plan", "--list")
    assert (code, refused) == (0, "")
    assert [line[0] for line in said.splitlines()] == list("abcdef")


def test_a_plan_from_an_outline(run: Run, data: Path) -> None:
    code, said, refused = run("--data", data, "new-plan", "--outline", "a", "--year", "2027")
    assert (code, refused) == (0, "")
    assert (
        said == "Đã lập kế hoạch số 2, năm 2027: Phát động phong trào thi đua yêu nước năm 2027 trên địa bàn xã Ví Dụ\n"
    )
    out = data.parent / "kế hoạch.docx"
    assert run("--data", data, "export", "plan", "--year", "2027", "--out", out)[0] == 0
    assert out.stat().st_size > 5000


def test_a_plan_from_last_years(run: Run, data: Path) -> None:
    code, said, _ = run("--data", data, "new-plan", "--from-year", "2026", "--year", "2027")
    assert code == 0
    lines = said.splitlines()
    assert lines[0] == "Đã lập kế hoạch số 2, năm 2027: Phát động phong trào thi đua năm 2027"
    assert lines[1] == "- Đã đổi, năm: “2026” → “2027”. Năm của kế hoạch cũ, nay là 2027."


def test_a_plan_from_a_file_tells_what_was_left(run: Run, data: Path, tmp_path: Path) -> None:
    path = tmp_path / "xã bạn.txt"
    path.write_text(
        "ỦY BAN NHÂN DÂN\nXÃ THÍ ĐIỂM\nSố: 5/KH-UBND\nThí Điểm, ngày 05 tháng 02 năm 2026\nKẾ HOẠCH\n"
        "Phát động phong trào thi đua năm 2026\nI. MỤC ĐÍCH\n- Xã Thí Điểm thi đua sôi nổi.\n"
        "II. TỔ CHỨC THỰC HIỆN\n- Trường tiểu học Thí Điểm tham gia.\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Thị Thử\n",
        encoding="utf-8",
    )
    code, said, _ = run("--data", data, "new-plan", "--from", path, "--year", "2027")
    assert code == 1
    assert "- Đã đổi, tên cơ quan: “Xã Thí Điểm” → “Xã Ví Dụ”. Tên xã trong kế hoạch được nhập." in said
    assert "- Nên xem, tên cơ quan: “Thí Điểm” → “Ví Dụ”. Có thể là tên riêng của nơi khác." in said
    assert run("--data", data, "new-plan", "--from", path, "--year", "2027", "--all")[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("new-plan", "--outline", "a", "--year", "2027"),
        ("--data", "DATA", "new-plan", "--outline", "a"),
        ("--data", "DATA", "new-plan", "--year", "2027"),
        ("--data", "DATA", "new-plan", "--outline", "không có", "--year", "2027"),
        ("--data", "DATA", "new-plan", "--outline", "a", "--year", "27"),
        ("--data", "DATA", "new-plan", "--from-year", "2020", "--year", "2027"),
        ("--data", "DATA", "new-plan", "--from-year", "2026", "--outline", "a", "--year", "2027"),
        ("--data", "DATA", "new-plan", "--from", "không có.docx", "--year", "2027"),
    ],
)
def test_bad_input_is_one_line(run: Run, data: Path, words: tuple[str, ...]) -> None:
    code, said, refused = run(*(data if word == "DATA" else word for word in words))
    assert (code, said) == (2, "")
    assert is_one_line(refused)
