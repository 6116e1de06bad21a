"""The one place that wires storage, services and window, and closes them in reverse."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from .definitions import Definitions, shipped_definitions
from .domain.errors import KnownError
from .domain.offices import Office, Signer
from .services.office import offices, safekeeping
from .services.workspace import Workspace
from .storage.datafile import DataFile
from .storage.lock import lock_path

_log = logging.getLogger(__name__)


def open_workspace(
    path: Path, *, definitions: Definitions | None = None, today: Callable[[], date] = date.today
) -> Workspace:
    """Opens a data file to work on; one of an older version is backed up and brought up to date first.

    Raises the :class:`KnownError` of :mod:`.storage.errors` that says why not; the file is then as it was.
    """
    return Workspace(DataFile.open(path, _back_up_first), definitions or shipped_definitions(), today)


def create_workspace(
    path: Path,
    office: Office,
    signers: Sequence[Signer] = (),
    year: int | None = None,
    *,
    definitions: Definitions | None = None,
    today: Callable[[], date] = date.today,
) -> Workspace:
    """Makes a new data file for the office and opens it; ``year`` None is the present one.

    Raises ``FileExists`` rather than touch one that is there, ``BadInput`` for bad data of the office; then no file is
    left behind.
    """
    definitions = definitions or shipped_definitions()
    workspace = Workspace(DataFile.create(path), definitions, today)
    with _gone_unless_done(workspace):
        offices.found_office(workspace, office, signers, year or today().year)
    return workspace


def create_sample(path: Path) -> Workspace:
    """Makes a new data file with two whole years of a made-up commune and opens it; ``FileExists`` for one there."""
    from .sample import book, making

    commune = book.commune()
    workspace = create_workspace(path, book.office(commune), book.signers(commune), commune["first_year"])
    with _gone_unless_done(workspace):
        making.fill(workspace)
    return workspace


@contextmanager
def _gone_unless_done(workspace: Workspace) -> Iterator[None]:
    """A file that is being made does not stay behind half made."""
    try:
        yield
    except BaseException:
        workspace.file.close()
        for made in (workspace.file.path, lock_path(workspace.file.path)):
            made.unlink(missing_ok=True)
        raise


def close_workspace(workspace: Workspace) -> None:
    """Backs up what was saved since the last backup and closes the file.

    A backup that fails (no room, a folder that takes no file) is logged and keeps nobody from closing: the data file
    itself holds everything.
    """
    try:
        safekeeping.back_up_what_is_new(workspace)
    except KnownError as error:
        _log.warning("Mọi thứ đã lưu vào tệp; riêng bản sao lưu lúc đóng tệp chưa làm được. %s", str(error))
    finally:
        workspace.file.close()


def _back_up_first(path: Path) -> None:
    safekeeping.back_up(path)


@contextmanager
def opened(path: Path, *, definitions: Definitions | None = None) -> Iterator[Workspace]:
    """A workspace for the length of a ``with`` block; what is raised inside is told without a backup before it."""
    workspace = open_workspace(path, definitions=definitions)
    try:
        yield workspace
    except BaseException:
        workspace.file.close()
        raise
    close_workspace(workspace)
