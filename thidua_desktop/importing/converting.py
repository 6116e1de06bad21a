"""A .doc, .rtf, .odt or saved web page as .docx: Word or LibreOffice does it, where one is installed.

The program runs on a copy in a folder of its own, without a window, macros, links or recent-files list, for a limited
time; when that is over, or the clerk stops it, it is ended. The clerk's file is never opened itself.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..domain.plan.plans import SourceFile
from ..shipped import resource
from .errors import SAVE_AS_DOCX, UnreadableFileError
from .kinds import Kind
from .watching import Watch

TIMEOUT = 120.0  # seconds; a plan takes two to ten
_STEP = 0.1
ENDINGS: dict[Kind, str] = {"doc": "doc", "rtf": "rtf", "odt": "odt", "html": "html", "word xml": "xml"}
_NAMES: dict[Kind, str] = {
    "doc": "văn bản Word kiểu cũ (.doc)",
    "rtf": "văn bản kiểu RTF (.rtf)",
    "odt": "văn bản LibreOffice (.odt)",
    "html": "trang web đã lưu",
    "word xml": "văn bản kiểu XML",
}
_LIBREOFFICE_FOLDERS = (r"C:\Program Files\LibreOffice\program", r"C:\Program Files (x86)\LibreOffice\program")


@dataclass(frozen=True, slots=True)
class Converter:
    """An office program: its name, and the command that makes a .docx of a file in a folder for its own use."""

    name: str
    program: str

    def command(self, taken: Path, made: Path) -> list[str]:
        """What to run; the result is to stand at ``made``."""
        if self.name == "Word":
            script = str(resource("word_to_docx.ps1"))
            policy = ["-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass"]
            return [self.program, *policy, "-File", script, str(taken), str(made), str(made.with_suffix(".pid"))]
        profile = made.parent / "profile"
        (profile / "user").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(resource("libreoffice_settings.xcu"), profile / "user" / "registrymodifications.xcu")
        own = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nologo", "--nolockcheck"]
        reader = ["--infilter=HTML (StarWriter)"] if taken.suffix == ".html" else []
        writer = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent)]
        return [self.program, *own, *reader, *writer, str(taken)]


def converters() -> Iterator[Converter]:
    """The programs of this machine that can do it, the better first."""
    if sys.platform == "win32" and _word_is_installed():
        shell = shutil.which("powershell")
        if shell:
            yield Converter("Word", shell)
    for name in ("soffice.com", "soffice", "libreoffice"):
        found = shutil.which(name) or shutil.which(name, path=os.pathsep.join(_LIBREOFFICE_FOLDERS))
        if found:
            yield Converter("LibreOffice", found)
            return


def as_docx(source: SourceFile, kind: Kind, watch: Watch) -> SourceFile:
    """The source as .docx under its own name. :class:`UnreadableFileError` when no program is there or none manages."""
    tried: list[str] = []
    for converter in converters():
        watch.say(f"Đang chuyển sang .docx bằng {converter.name}")
        content = _made_by(converter, source.content, ENDINGS[kind], watch)
        if content is not None:
            return SourceFile(source.name, content)
        tried.append(converter.name)
    what = f"Tệp “{source.name}” là {_NAMES[kind]}"
    if tried:
        raise UnreadableFileError(
            f"{what}; {' và '.join(tried)} trên máy này không chuyển được (tệp hỏng, có mật khẩu, hoặc quá lâu).",
            SAVE_AS_DOCX,
        )
    raise UnreadableFileError(f"{what}; máy này không có Word hay LibreOffice để tự chuyển.", SAVE_AS_DOCX)


def _made_by(converter: Converter, content: bytes, ending: str, watch: Watch) -> bytes | None:
    """What the program made of it, None when it did not manage in time."""
    with tempfile.TemporaryDirectory(prefix="thidua-", ignore_cleanup_errors=True) as folder:
        taken, made = Path(folder) / f"nguon.{ending}", Path(folder) / "nguon.docx"
        taken.write_bytes(content)
        try:
            running = _started(converter.command(taken, made), folder)
        except OSError:
            return None
        try:
            until = time.monotonic() + TIMEOUT
            while running.poll() is None and time.monotonic() < until:
                watch.check()
                time.sleep(_STEP)
        finally:
            _ended(running, made.with_suffix(".pid"))
        return made.read_bytes() if running.returncode == 0 and made.is_file() else None


def _started(command: list[str], folder: str) -> subprocess.Popen[bytes]:
    none = subprocess.DEVNULL
    if sys.platform == "win32":
        unseen = subprocess.CREATE_NO_WINDOW
        return subprocess.Popen(command, stdin=none, stdout=none, stderr=none, cwd=folder, creationflags=unseen)
    return subprocess.Popen(command, stdin=none, stdout=none, stderr=none, cwd=folder, start_new_session=True)


def _ended(running: subprocess.Popen[bytes], word: Path) -> None:
    """Ends what still runs: the program with all it started, and the Word that the script noted down."""
    if running.poll() is None:
        if sys.platform == "win32":
            pids = [str(running.pid), *(word.read_text(encoding="ascii").split() if word.is_file() else [])]
            for pid in pids:
                with suppress(OSError, subprocess.TimeoutExpired):
                    subprocess.run(["taskkill", "/T", "/F", "/PID", pid], capture_output=True, check=False, timeout=10)
        else:
            with suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGKILL)
        running.kill()
    with suppress(subprocess.TimeoutExpired):
        running.wait(timeout=10)


def _word_is_installed() -> bool:
    if sys.platform != "win32":
        return False
    import winreg

    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CLSID"))
    except OSError:
        return False
    return True
