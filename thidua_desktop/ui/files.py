"""What the window needs of the world outside it to open and close data files; ``__main__`` gives it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from thidua_desktop.domain.offices import Office, Signer
from thidua_desktop.services.workspace import Workspace


def first_folder() -> Path:
    """Where files are looked for and made at first: the clerk's documents, the home folder when there are none."""
    documents = Path(platformdirs.user_documents_dir())
    return documents if documents.is_dir() else Path.home()


@dataclass(frozen=True, slots=True)
class FileDesk:
    """Opens and closes data files for the window. Every fault is a ``KnownError`` in the clerk's words.

    ``create(path, office, signers, year)`` makes a new file and refuses one that is there, ``sample(path)`` one of a
    made-up commune to look at; ``close`` backs up what was saved since the last backup and lets the file go for other
    programs.
    """

    open: Callable[[Path], Workspace]
    create: Callable[[Path, Office, Sequence[Signer], int], Workspace]
    close: Callable[[Workspace], None]
    sample: Callable[[Path], Workspace]
