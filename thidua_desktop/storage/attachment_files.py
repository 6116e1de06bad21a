"""The folder of kept files beside a data file, named by their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path

from .safefiles import copy_file, sha256_of, write_new


def files_folder(path: Path) -> Path:
    """Where the attachments of the data file ``path`` stand."""
    return path.with_name(f"{path.name}-files")


def keep(path: Path, content: bytes) -> str:
    """Writes ``content`` into the folder of the data file ``path`` unless it is there, and returns its SHA-256.

    Raises ``OSError``.
    """
    digest = hashlib.sha256(content).hexdigest()
    folder = files_folder(path)
    folder.mkdir(exist_ok=True)
    if not is_whole(folder / digest):
        write_new(folder / digest, content)
    return digest


def copy_new(
    digests: Iterable[str], sources: Iterable[Path], target: Path, *, there: Callable[[Path], bool] = Path.exists
) -> list[str]:
    """Copies the files that ``target`` has not got yet from the first of the folders ``sources`` with a whole one.

    ``there`` is what counts as got: :func:`is_whole` replaces a damaged one too, but reads every file. Returns the
    digests that none of the sources has. Raises ``OSError``.
    """
    folders = list(sources)
    missing = []
    for digest in digests:
        if there(target / digest):
            continue
        found = next((folder / digest for folder in folders if is_whole(folder / digest)), None)
        if found is None:
            missing.append(digest)
            continue
        target.mkdir(parents=True, exist_ok=True)
        copy_file(found, target / digest)
    return missing


def is_whole(place: Path) -> bool:
    """Whether a kept file is there and is what its name says; raises ``OSError``."""
    return place.is_file() and sha256_of(place) == place.name
