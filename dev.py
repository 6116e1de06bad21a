#!/usr/bin/env python3
"""The two commands of the project, ``python3 dev.py run`` and ``python3 dev.py test``, and some smaller ones.

Standard library only, for a fresh Windows 10/11 or Debian/Ubuntu machine with Python and nothing else. A command first
makes ``.venv`` beside this file and installs what it needs of the pins in pyproject.toml: ``run`` and ``gallery`` the
program's own, ``test``, ``lines``, ``tour`` and ``bench`` the tools too, ``build`` PyInstaller. On Linux it also looks
for Qt's system libraries and a font: what is missing it installs as root on Debian/Ubuntu, else it names that in one
line and goes on. The next time it finds everything there.
"""

# The imports stand below the version check, so that an old Python (3.6 and later can read this file) gives one sentence
# instead of a traceback.
# ruff: noqa: E402

import sys

for _stream in (sys.stdout, sys.stderr):
    if hasattr(_stream, "reconfigure"):
        _stream.reconfigure(encoding="utf-8", errors="replace")  # a redirected Windows console cannot print "Đ"

if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit(
        "Chương trình cần Python 3.11 trở lên, máy này đang chạy Python {}.{}: hãy cài bản mới từ python.org"
        " rồi chạy lại lệnh vừa rồi.".format(*sys.version_info)
    )

import ctypes
import importlib.util
import os
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
# Lists what the last finished installation put into .venv; without it the environment is made anew.
STAMP = VENV / "installed.txt"

USAGE = """Cách dùng: python3 dev.py LỆNH
  run [...]      mở chương trình; có phần [...] thì chạy lệnh không cần cửa sổ, ví dụ: run import-plan TỆP
  test [...]     chạy mọi kiểm tra; phần [...] chuyển cho pytest, ví dụ: test tests/domain -k ngày
  gallery        mở cửa sổ bày mọi thành phần giao diện
  lines          đo lại dòng và trang của các văn bản mẫu bằng LibreOffice
  build          đóng gói chương trình thành một thư mục chạy được trên máy không có Python
  tour [...]     đi một vòng năm thi đua trong cửa sổ thật, chụp ảnh từng bước và ghi mọi giấy tờ; "tour --help"
  bench [...]    đo tốc độ so với mức sàn; "bench --help" kể các lựa chọn
Trên Windows gõ "py" thay cho "python3"."""

# Shared library → its Debian/Ubuntu package. The file is looked for, not the package: Ubuntu 24.04 renamed some.
OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW_LIBRARIES = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
}
FONT_PACKAGE = "fonts-liberation2"
FONT_FILES = ("LiberationSerif-Regular.ttf", "times.ttf", "Times_New_Roman.ttf")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")

CHECKS = {
    "ruff check": ["ruff", "check", "."],
    "ruff format": ["ruff", "format", "--check", "."],
    "mypy": ["mypy"],
}


class SetupError(Exception):
    """Something this script cannot mend; its text is the one sentence to print."""


def requirements(pyproject: str, *, extra: str = "") -> list[str]:
    """The pinned requirements in the text of pyproject.toml: the program's, and an extra's ("test", "build") too."""
    project = tomllib.loads(pyproject)["project"]
    program: list[str] = project["dependencies"]
    return program + project["optional-dependencies"][extra] if extra else program


def is_installed(stamp: str, wanted: Iterable[str]) -> bool:
    """Whether the stamp's text lists every wanted requirement, with the same pin."""
    return set(wanted) <= set(stamp.splitlines())


def stamp_with(stamp: str, wanted: Sequence[str]) -> str:
    """The stamp's text after the wanted requirements were installed: what other commands installed stays listed."""
    names = {_name(requirement) for requirement in wanted}
    return "\n".join([*wanted, *(line for line in stamp.splitlines() if _name(line) not in names), ""])


def _name(requirement: str) -> str:
    return requirement.partition("=")[0]


def missing_packages(
    libraries: dict[str, str], *, has_library: Callable[[str], bool], has_serif_font: bool, has_venv: bool
) -> list[str]:
    """Debian packages that this machine lacks: the environment maker first, then libraries, then the font."""
    venv = [] if has_venv else [f"python{sys.version_info.major}.{sys.version_info.minor}-venv"]
    found = [package for file, package in libraries.items() if not has_library(file)]
    return venv + found + ([] if has_serif_font else [FONT_PACKAGE])


def advice(packages: Sequence[str], *, has_apt: bool) -> str:
    """One line that says what is missing and how an administrator brings it in."""
    names = " ".join(packages)
    if has_apt:
        return f"Máy còn thiếu gói hệ thống; người quản trị hãy chạy: sudo apt-get install -y {names}"
    return f"Máy còn thiếu các gói sau (tên theo Debian); hãy cài bằng trình quản lý gói của máy: {names}"


def has_library(file: str) -> bool:
    """Whether the system's loader finds the shared library."""
    try:
        ctypes.CDLL(file)
    except OSError:
        return False
    return True


def has_serif_font(folders: Iterable[str] = FONT_FOLDERS) -> bool:
    """Whether Times New Roman or Liberation Serif, which has the same widths, is in one of the font folders."""
    return any(next(Path(folder).expanduser().rglob(file), None) for folder in folders for file in FONT_FILES)


def has_venv() -> bool:
    """Whether this Python can make an environment with pip; Debian ships that part in a package of its own."""
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def ensure_system(libraries: dict[str, str]) -> None:
    """Brings in the system packages as root, names them in one line otherwise."""
    missing = missing_packages(
        libraries, has_library=has_library, has_serif_font=has_serif_font(), has_venv=has_venv() or STAMP.is_file()
    )
    if not missing:
        return
    has_apt = shutil.which("apt-get") is not None
    is_root = os.geteuid() == 0
    if not (has_apt and is_root and install_system(missing)):
        say(advice(missing, has_apt=has_apt))


def install_system(packages: Sequence[str]) -> bool:
    """Installs Debian packages without a question; False when it failed."""
    say(f"Đang cài gói hệ thống: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=environment)
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    return subprocess.call(install, env=environment, stdout=subprocess.DEVNULL) == 0


def venv_python() -> Path:
    """The Python inside .venv."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def works(python: Path) -> bool:
    """Whether the environment's Python still starts; it does not after its own base was removed or upgraded."""
    return python.is_file() and subprocess.call([str(python), "-c", ""], stderr=subprocess.DEVNULL) == 0


def ensure_environment(wanted: Sequence[str]) -> None:
    """Makes .venv and installs the wanted requirements unless the stamp says that they are there."""
    usable = STAMP.is_file() and works(venv_python())
    installed = STAMP.read_text(encoding="utf-8") if usable else ""
    if usable and is_installed(installed, wanted):
        return
    if not usable and not has_venv():
        raise SetupError("Chưa tạo được thư mục .venv vì Python của máy thiếu phần venv: cài xong hãy chạy lại.")
    say("Đang chuẩn bị môi trường trong thư mục .venv; lần đầu tải khoảng 150 MB, mất vài phút.")
    if usable:
        STAMP.unlink()
    else:
        make_environment()
    pip = [str(venv_python()), "-m", "pip", "install", "--disable-pip-version-check", "--only-binary=:all:"]
    if subprocess.call([*pip, *wanted]) != 0:
        raise SetupError(
            "Chưa cài được các gói cần thiết (lý do ở các dòng trên): hãy kiểm tra mạng và chỗ trống trên đĩa"
            " rồi chạy lại lệnh vừa rồi."
        )
    STAMP.write_text(stamp_with(installed, wanted), encoding="utf-8")


def make_environment() -> None:
    """Makes .venv anew; what an interrupted run left there goes away."""
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]) != 0:
        raise SetupError(
            "Chưa tạo được thư mục .venv (lý do ở các dòng trên): hãy đóng chương trình nếu đang mở, xóa thư mục .venv"
            " rồi chạy lại lệnh vừa rồi."
        )


def prepare(libraries: dict[str, str], *, extra: str = "") -> None:
    """Everything a command needs before it can start."""
    if sys.platform == "linux":
        ensure_system(libraries)
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    ensure_environment(requirements(pyproject, extra=extra))


def call(arguments: Sequence[str], **environment: str) -> int:
    """Runs ``python ARGUMENTS`` of the environment with the project importable; returns its exit code."""
    return subprocess.call([str(venv_python()), *arguments], env={**os.environ, "PYTHONPATH": str(ROOT), **environment})


def run(arguments: Sequence[str]) -> int:
    """Opens the program, or runs one of its commands; paths stay relative to where the user stands."""
    prepare({**OFFSCREEN_LIBRARIES, **WINDOW_LIBRARIES})
    return call(["-m", "thidua_desktop", *arguments])


def test(arguments: Sequence[str]) -> int:
    """Runs every check, then pytest with what is left of the arguments; pytest's closing line is the last one."""
    prepare(OFFSCREEN_LIBRARIES, extra="test")
    os.chdir(ROOT)
    failed = [name for name, arguments_ in CHECKS.items() if call(["-m", *arguments_]) != 0]
    # EncodingWarning tells of a file opened with the machine's encoding, which on Windows is not UTF-8.
    code = call(["-m", "pytest", *pytest_options(os.cpu_count()), *arguments], PYTHONWARNDEFAULTENCODING="1")
    if failed:
        say(f"Chưa đạt: {', '.join(failed)} (xem đầu bản ghi này).")
    return code or int(bool(failed))


def pytest_options(cores: int | None) -> list[str]:
    """Spread over the cores, at most four of them, and tell the slowest tests."""
    return ["-q", "-n", str(min(cores or 1, 4)), "--dist", "worksteal", "--durations=10", "--durations-min=1"]


def gallery(arguments: Sequence[str]) -> int:
    """Opens the window that shows every part of the user interface."""
    prepare({**OFFSCREEN_LIBRARIES, **WINDOW_LIBRARIES})
    return call(["-m", "thidua_desktop.ui.gallery", *arguments])


def lines(arguments: Sequence[str]) -> int:
    """Measures lines and pages of the sample papers with LibreOffice and stores them in tests/golden/lines."""
    prepare(OFFSCREEN_LIBRARIES, extra="test")
    return call([str(ROOT / "tests" / "golden" / "make_lines.py"), *arguments])


def build(arguments: Sequence[str]) -> int:
    """Freezes the program for machines like this one; what is left of the arguments goes to PyInstaller."""
    prepare({**OFFSCREEN_LIBRARIES, **WINDOW_LIBRARIES}, extra="build")
    if sys.platform == "linux" and not shutil.which("objdump"):
        raise SetupError(advice(["binutils"], has_apt=shutil.which("apt-get") is not None))
    places = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    code = call(["-m", "PyInstaller", "--noconfirm", *places, *arguments, str(ROOT / "build.spec")])
    if code == 0:
        say(f"Chương trình đóng gói nằm ở {ROOT / 'dist' / 'ThiDuaXa'}; kiểm tra bằng lệnh: thidua-desktop self-test")
    return code


def bench(arguments: Sequence[str]) -> int:
    """Measures the program against bare libraries doing the same and prints the table."""
    prepare(OFFSCREEN_LIBRARIES, extra="test")
    return call(["-m", "benchmarks", *arguments])


def tour(arguments: Sequence[str]) -> int:
    """Does a clerk's whole year in the real window, without a screen; pictures and papers go to ``--out``."""
    prepare(OFFSCREEN_LIBRARIES, extra="test")
    code = call(["-m", "tour", *arguments], QT_QPA_PLATFORM="offscreen")
    return code if code >= 0 else 1  # ended by the system: the step is the last one it told


def say(text: str) -> None:
    """Tells the user something beside the command's own output."""
    print(text, file=sys.stderr, flush=True)


COMMANDS = {
    "run": run,
    "test": test,
    "gallery": gallery,
    "lines": lines,
    "tour": tour,
    "build": build,
    "bench": bench,
}
HELP = ("-h", "--help")


def main(arguments: Sequence[str]) -> int:
    """Runs the command; 2 for an unknown one or when this script cannot go on, else the command's exit code.

    Asked for help it prints how it is used and gives 0; stopped with Ctrl+C it gives 130.
    """
    if arguments and arguments[0] in HELP:
        print(USAGE)
        return 0
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        say(USAGE)
        return 2
    try:
        return command(arguments[1:])
    except SetupError as stop:
        say(str(stop))
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
