from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.cli.conftest import PLAN_TEXT
from tests.services.samples import PLAN
from thidua_desktop import bootstrap
from thidua_desktop.domain.offices import Office
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.services.office import safekeeping, years
from thidua_desktop.services.plan import plans
from thidua_desktop.ui import crash, theme
from thidua_desktop.ui.ask import ScriptedAsk
from thidua_desktop.ui.files import FileDesk
from thidua_desktop.ui.remembered import Remembered
from thidua_desktop.ui.shell.window import ShellWindow

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def desk_of_office(tmp_path: Path) -> Path:
    """A folder as a clerk has it: Vietnamese letters and spaces."""
    folder = tmp_path / "Tài liệu của Nguyễn Văn Mẫu"
    folder.mkdir()
    return folder


@pytest.fixture
def data(desk_of_office: Path) -> Path:
    """A closed data file of a made-up commune: the years 2026 and 2027, one plan with the file it came from."""
    path = desk_of_office / "Thi đua xã Ví Dụ.thidua"
    workspace = bootstrap.create_workspace(path, Office("xã Ví Dụ"), year=2026)
    plans.store_plan(workspace, PLAN, SourceFile("gốc.docx", b"x" * 200_000))
    years.add_year(workspace, 2027)
    safekeeping.backup_now(workspace)
    bootstrap.close_workspace(workspace)
    return path


@pytest.fixture
def plan_file(desk_of_office: Path) -> Path:
    path = desk_of_office / "kế hoạch 2026.txt"
    path.write_text(PLAN_TEXT, encoding="utf-8")
    return path


# A user whom permissions bind may not even read Python's own files: all that commands need is loaded before.
_WARM_UP = """
import contextlib, io, os
from pathlib import Path
folder = Path({folder!r})
folder.mkdir(exist_ok=True)
(folder / "a.txt").write_text({plan!r}, encoding="utf-8")
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    for words in (["import-plan", str(folder / "a.txt")], ["check", "--year", "2026"], ["doctor"], ["restore", ""]):
        cli.main(["--data", str(folder / "a.thidua"), *words])
os.setuid({user})
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs a command as a process of its own: exit code, what it printed, what it said of a fault.

    ``limit`` is the size in bytes that no file can grow over, as on a full disk; ``user`` the user who runs it.
    """

    def run(*words: object, limit: int = 0, user: int = 0) -> tuple[int, str, str]:
        begin = "import sys; from thidua_desktop import cli\n"
        if limit:
            begin += f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        if user:
            begin += _WARM_UP.format(folder=str(tmp_path / "tập dượt"), plan=PLAN_TEXT, user=user)
        command = [sys.executable, "-X", "utf8", "-c", f"{begin}sys.exit(cli.main(sys.argv[1:]))", *map(str, words)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=60)
        return done.returncode, done.stdout, done.stderr

    return run


def is_whole(path: Path, plans_kept: int = 1) -> bool:
    """Whether a data file passes the doctor and holds what was stored; it must not be open."""
    wrong = [line.text for line in safekeeping.doctor(path) if not line.ok and "bản sao lưu" not in line.text]
    assert not wrong
    with closing(bootstrap.open_workspace(path).file) as file:
        kept = file.query("SELECT title FROM plans ORDER BY id")
        assert [row["title"] for row in kept[:1]] == [PLAN.title]
        assert len(kept) == plans_kept
        assert file.query("SELECT count(*) FROM plan_sections")[0][0] >= sum(1 for _ in PLAN.all_sections())
    return True


@pytest.fixture
def ask() -> ScriptedAsk:
    return ScriptedAsk()


@pytest.fixture
def window(
    qtbot: QtBot, ask: ScriptedAsk, tmp_path: Path, qapp: object, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ShellWindow]:
    """The real window with all its tabs, without a file. A crash report fails the test."""
    reports = tmp_path / "báo cáo"
    monkeypatch.setattr(crash, "log_folder", lambda: reports)
    monkeypatch.setattr(sys, "excepthook", crash.CrashHook(ask))
    theme.apply(qapp, dark=False)
    desk = FileDesk(
        bootstrap.open_workspace, bootstrap.create_workspace, bootstrap.close_workspace, bootstrap.create_sample
    )
    made = ShellWindow(desk, ask, Remembered(tmp_path / "nhớ.json"))
    qtbot.addWidget(made)
    made.show()
    yield made
    if made.opening.workspace is not None:
        made.opening.may_leave = lambda: True
        made.opening.leave()
    made.close()
    assert not reports.exists()


@pytest.fixture
def opened(window: ShellWindow, data: Path, qtbot: QtBot) -> ShellWindow:
    """The window with the data file open at its plan, its first backup made."""
    assert window.opening.open(data)
    qtbot.waitUntil(lambda: window.tasks.is_idle)
    window.show_tab(1)
    return window


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's two years, made once; tests work on copies."""
    path = tmp_path_factory.mktemp("mẫu") / "mẫu.thidua"
    bootstrap.close_workspace(bootstrap.create_sample(path))
    return path


@pytest.fixture
def sample(sample_file: Path, desk_of_office: Path) -> Path:
    """A closed data file with two whole years of a made-up commune."""
    path = desk_of_office / "hai năm.thidua"
    shutil.copy(sample_file, path)
    shutil.copytree(f"{sample_file}-files", f"{path}-files")
    return path


@pytest.fixture
def year(window: ShellWindow, sample: Path, qtbot: QtBot) -> ShellWindow:
    """The window with the second of the sample's years."""
    assert window.opening.open(sample)
    qtbot.waitUntil(lambda: window.tasks.is_idle)
    window.show_year(2026)
    return window
