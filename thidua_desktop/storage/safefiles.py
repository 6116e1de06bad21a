"""Files that are whole or not there: written under another name, forced to the disk, then renamed."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

_CHUNK = 1 << 20  # bytes


def write_new(path: Path, content: bytes) -> None:
    """Writes ``content`` as ``path``; a crash leaves the old file or the new one. Raises ``OSError``."""
    part = part_of(path)
    try:
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        settle(part, path)
    finally:
        part.unlink(missing_ok=True)


def copy_file(source: Path, target: Path) -> None:
    """Copies a file in the same way. Raises ``OSError``."""
    part = part_of(target)
    try:
        shutil.copyfile(source, part)
        force_to_disk(part)
        settle(part, target)
    finally:
        part.unlink(missing_ok=True)


def part_of(path: Path) -> Path:
    """The name that a file has while it is being written."""
    return path.with_name(f"{path.name}.part")


def settle(part: Path, path: Path) -> None:
    """Gives a finished file its name, for good."""
    part.replace(path)
    _force_folder(path.parent)


def force_to_disk(path: Path) -> None:
    """Returns when the file is on the disk. Raises ``OSError``."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _force_folder(folder: Path) -> None:
    """Makes a rename last. Windows and some network disks cannot be told: after a power cut the old file may stand."""
    if os.name == "nt":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sha256_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal; raises ``OSError``."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
