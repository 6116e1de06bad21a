"""Defects of the program: a report file for whoever repairs it, a plain sentence for the clerk."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import platformdirs

from thidua_desktop import __version__

if TYPE_CHECKING:
    from thidua_desktop.ui.ask import Ask

SENTENCE = "Chương trình gặp lỗi không lường trước khi làm việc này. Dữ liệu đã nhập vẫn còn nguyên trong tệp."
KEEP_REPORTS = 20


def log_folder() -> Path:
    """Where reports are kept, e.g. "%LOCALAPPDATA%\\\\ThiDuaXa\\\\Logs"."""
    return Path(platformdirs.user_log_dir("ThiDuaXa", appauthor=False))


def write_report(error: BaseException, folder: Path | None = None) -> Path | None:
    """Write what is known of the defect to a new file; None when even that cannot be done (full disk)."""
    at = datetime.now().astimezone()
    place = folder or log_folder()
    lines = "".join(traceback.format_exception(error))
    text = f"Thi đua Xã {__version__}\n{at.isoformat()}\n{platform.platform()}\nPython {sys.version}\n\n{lines}"
    path = place / f"loi-{at:%Y%m%d-%H%M%S-%f}.txt"
    try:
        place.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="backslashreplace")  # half a letter, as Windows' names may hold
        for old in sorted(place.glob("loi-*.txt"))[:-KEEP_REPORTS]:
            old.unlink()
    except OSError:
        return None
    return path


def report_to_clerk(error: BaseException, ask: Ask) -> None:
    """Write the report and say so kindly, without a word of its content."""
    from thidua_desktop.ui.theme import State

    path = write_report(error)
    where = f"Báo cáo lỗi đã ghi vào tệp {path}. Hãy gửi tệp ấy cho người hỗ trợ." if path else ""
    ask.tell(SENTENCE, f"Hãy thử làm lại; nếu vẫn lỗi, hãy đóng rồi mở lại chương trình. {where}".strip(), State.BAD)


class CrashHook:
    """``sys.excepthook`` of the window: a slot that raises never ends the program nor shows a traceback."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._showing = False

    def install(self) -> None:
        """Take over from Python's own hook."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        elif not self._showing:  # what goes wrong every minute does not pile up boxes while one is open
            self._showing = True
            try:
                self._show(error)
            finally:
                self._showing = False

    def _show(self, error: BaseException) -> None:
        from thidua_desktop.domain.errors import KnownError

        if isinstance(error, KnownError):
            self._ask.error(error)
        else:
            report_to_clerk(error, self._ask)


SEEN = "da-bao.txt"
"""Name of the file that says which reports the clerk has been told of."""


def unseen_reports(folder: Path | None = None) -> list[Path]:
    """Reports written since the clerk was last told, oldest first; they count as told from now on."""
    place = folder or log_folder()
    found = sorted(place.glob("loi-*.txt"))
    marker = place / SEEN
    try:
        last = marker.read_text(encoding="utf-8").strip() if marker.exists() else ""
        new = [path for path in found if path.name > last]
        if new:
            marker.write_text(new[-1].name, encoding="utf-8")
    except OSError:
        return []
    return new


def install_qt_log() -> None:
    """What Qt itself has to say goes to a log file, not to a console nobody sees."""
    from PySide6.QtCore import qInstallMessageHandler

    qInstallMessageHandler(_on_qt_message)


QT_LOG_MOST = 200_000  # bytes; then it begins anew


def _on_qt_message(kind: object, context: object, text: str) -> None:
    path = log_folder() / "qt.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = "a" if not path.exists() or path.stat().st_size < QT_LOG_MOST else "w"
        with path.open(mode, encoding="utf-8", errors="backslashreplace") as out:
            out.write(f"{datetime.now():%Y-%m-%d %H:%M:%S} {text}\n")
    except OSError:
        return  # a full disk must not stop the window
