"""Dangerous places for a data file."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.storage import places


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - UBND xã Ví Dụ", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("GoogleDrive-mau@example.org", "Google Drive"),
        ("Dropbox", "Dropbox"),
        ("iCloudDrive", "iCloud"),
        ("Tài liệu", ""),
        ("Dropbox cũ không dùng", ""),
    ],
)
def test_synced_folders_are_known_by_name(tmp_path: Path, folder: str, service: str) -> None:
    path = tmp_path / folder / "Thi đua" / "a.thidua"
    assert places.synced_by(path) == service
    assert (service in places.warning_for(path)) if service else places.warning_for(path) == ""


def test_a_file_may_itself_be_called_after_a_service(tmp_path: Path) -> None:
    assert places.synced_by(tmp_path / "Dropbox") == ""


MOUNTS = "/dev/sda1 / ext4 rw 0 0\n//may/chung /mnt/o\\040chung cifs rw 0 0\nx /mnt/o\\040chung/trong ext4 rw 0 0\n"


@pytest.mark.parametrize(
    ("path", "network"),
    [("/home/a.thidua", False), ("/mnt/o chung/a.thidua", True), ("/mnt/o chung/trong/a.thidua", False)],
)
@pytest.mark.skipif("os.name == 'nt'", reason="mount tables are no thing of Windows")
def test_network_drives_are_read_from_the_mounts(monkeypatch: pytest.MonkeyPatch, path: str, network: bool) -> None:
    monkeypatch.setattr(places, "_mounts", lambda: MOUNTS)
    assert places.is_network(Path(path)) is network
    assert ("ổ mạng" in places.warning_for(Path(path))) is network


def test_a_network_name_is_one_without_asking_the_system() -> None:
    assert places.is_network(Path("//may-chu/chung/a.thidua"))
