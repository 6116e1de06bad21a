"""One program per data file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from .errors import DiskTrouble, FileInUse, known_errors


class OneProgramLock:
    """Held while a data file is open. The lock file beside it is empty and says nothing.

    The operating system drops the lock when the program dies, so a lock file left behind blocks nobody.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = FileLock(lock_path(path), timeout=0)
        self._made = False

    def acquire(self) -> None:
        """Takes the lock at once or raises :class:`FileInUse`; :class:`FileReadOnly` when no file can be made.

        :class:`DiskTrouble` on a disk that knows no locks: two programs could write there at once.
        """
        with known_errors(self._path):
            self._made = not lock_path(self._path).exists()
            try:
                self._lock.acquire()
            except Timeout:
                raise FileInUse(self._path) from None
            except NotImplementedError:
                raise DiskTrouble(self._path) from None

    def release(self) -> None:
        """Lets the next program in."""
        self._lock.release()

    def abandon(self) -> None:
        """As :meth:`release`, after the file was refused: a lock file made for it does not stay beside it.

        It goes while it is held: whoever waits for it sees that, and makes another.
        """
        if self._made:
            with suppress(OSError):  # Windows removes it when it lets go
                lock_path(self._path).unlink()
        self._lock.release()


def lock_path(path: Path) -> Path:
    """Where the lock of the data file ``path`` stands."""
    return path.with_name(f"{path.name}.lock")
