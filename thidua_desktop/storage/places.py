"""Places where a data file is in danger: network drives and folders that a cloud service copies about."""

from __future__ import annotations

import os
import re
from pathlib import Path

_SYNCED = {
    "OneDrive": re.compile(r"onedrive( - .*)?", re.IGNORECASE),
    "Google Drive": re.compile(r"google ?drive.*|my drive|drive của tôi", re.IGNORECASE),
    "Dropbox": re.compile(r"dropbox( \(.*\))?", re.IGNORECASE),
    "iCloud": re.compile(r"icloud ?drive", re.IGNORECASE),
}
_NETWORK_TYPES = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "davfs", "fuse.davfs"})
_DRIVE_REMOTE = 4  # GetDriveTypeW's answer for a mapped network drive


def warning_for(path: Path) -> str:
    """What the clerk should know about this place for a data file, "" when nothing speaks against it."""
    service = synced_by(path)
    if service:
        return (
            f"Tệp nằm trong thư mục đồng bộ {service}: hai máy cùng mở sẽ sinh ra hai bản khác nhau. "
            "Nên để tệp ở thư mục Tài liệu trên máy này và dùng “Chép ra USB…” hoặc bản sao lưu để mang đi."
        )
    if is_network(path):
        return (
            "Tệp nằm trên ổ mạng: mất mạng giữa chừng có thể làm hỏng tệp. "
            "Nên để tệp trên ổ đĩa của máy này và chỉ chép bản sao lưu lên ổ mạng."
        )
    return ""


def followed(path: Path) -> Path:
    """The file that a link leads to: its lock, attachments and backups stand beside it, not beside the link."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def synced_by(path: Path) -> str:
    """The cloud service that copies this folder, "" when none is known to."""
    for part in path.absolute().parts[:-1]:
        for service, pattern in _SYNCED.items():
            if pattern.fullmatch(part):
                return service
    return ""


def is_network(path: Path) -> bool:
    """Whether the file stands on another computer."""
    place = path.absolute()
    if place.as_posix().startswith("//"):
        return True
    return _windows_network(place) if os.name == "nt" else _mounted_type(place, _mounts()) in _NETWORK_TYPES


def _windows_network(place: Path) -> bool:
    import ctypes

    return bool(getattr(ctypes, "windll").kernel32.GetDriveTypeW(f"{place.drive}\\") == _DRIVE_REMOTE)  # noqa: B009


def _mounts() -> str:
    table = Path("/proc/mounts")
    return table.read_text(encoding="utf-8", errors="replace") if table.exists() else ""


def _mounted_type(place: Path, mounts: str) -> str:
    """The file system that holds ``place`` by a mount table in the form of /proc/mounts; "" when it says nothing."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        point = fields[1].replace("\\040", " ") if len(fields) > 2 else ""
        if point and len(point) >= len(best) and place.is_relative_to(point):
            best, kind = point, fields[2]
    return kind
