from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest

from thidua_desktop import bootstrap
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.offices import Office
from thidua_desktop.services.office import offices, safekeeping, years
from thidua_desktop.services.registers import registers

VI_DU = Office("Ví Dụ")


def test_a_file_is_made_opened_and_backed_up_at_close(tmp_path: Path) -> None:
    path = tmp_path / "xã Ví Dụ.thidua"
    made = bootstrap.create_workspace(path, VI_DU, today=lambda: date(2027, 3, 1))
    assert years.years(made) == [2027]
    bootstrap.close_workspace(made)
    assert len(safekeeping.backups_of(path)) == 1
    with bootstrap.opened(path) as again:
        assert offices.office(again) is not None
        with pytest.raises(KnownError, match="đang mở ở một cửa sổ"):
            bootstrap.open_workspace(path)
    assert len(safekeeping.backups_of(path)) == 1


def test_a_file_that_cannot_be_founded_is_not_left_behind(tmp_path: Path) -> None:
    with pytest.raises(BadInput):
        bootstrap.create_workspace(tmp_path / "a.thidua", Office(" "))
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.thidua"
    path.write_bytes(b"something else")
    with pytest.raises(KnownError, match="Đã có tệp"):
        bootstrap.create_workspace(path, VI_DU)
    assert path.read_bytes() == b"something else"


def test_nobody_is_kept_from_closing_by_a_failed_backup(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "a.thidua"
    made = bootstrap.create_workspace(path, VI_DU)
    (tmp_path / "a.thidua-backups").write_bytes(b"a file where the folder should be")
    with caplog.at_level(logging.WARNING):
        bootstrap.close_workspace(made)
    assert "bản sao lưu lúc đóng tệp chưa làm được" in caplog.text
    with bootstrap.opened(path) as again:
        registers.add_row(again, "people", {"full_name": "Trần Thị Ví Dụ"})


def test_an_error_inside_still_closes_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.thidua"
    bootstrap.close_workspace(bootstrap.create_workspace(path, VI_DU))
    with pytest.raises(RuntimeError), bootstrap.opened(path):
        raise RuntimeError
    with bootstrap.opened(path):
        pass
