from __future__ import annotations

from pathlib import Path

from tests.cli.saying import Run, is_one_line
from tests.services.samples import PLAN
from thidua_desktop import bootstrap
from thidua_desktop.services.plan import plans


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


def test_a_backup_goes_where_there_is_a_place(run: Run, data: Path, tmp_path: Path) -> None:
    code, out, err = run("--data", data, "backup", "--to", tmp_path / "USB rút ra" / "sao lưu")
    assert (code, out, is_one_line(err), "Hãy cắm lại USB" in err) == (2, "", True, True)
    assert not (tmp_path / "USB rút ra").exists()


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
