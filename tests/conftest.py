"""What holds for every test: no user's files, no network, no screen, and nothing unexpected said or left behind."""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import socket
import sys
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests import leftovers, quick_files

HOME = Path(tempfile.mkdtemp(prefix="thidua-test-home-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

# A record of the standard log that no test expects; a test that reads the log itself (caplog) judges it itself.
UNEXPECTED: list[logging.LogRecord] = []


def set_environment() -> None:
    """No screen, one language and clock on every machine, and a home folder of the tests' own, before Qt is imported."""
    homes = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
    # platformdirs asks Windows itself for its folders unless these are set.
    overrides = ("WIN_PD_OVERRIDE_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA", "WIN_PD_OVERRIDE_PERSONAL")
    os.environ |= dict.fromkeys((*homes, *overrides, "XDG_STATE_HOME", "XDG_RUNTIME_DIR"), str(HOME))
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}
    if sys.platform == "win32":
        os.environ["QT_QPA_FONTDIR"] = str(Path(os.environ["WINDIR"]) / "Fonts")
    else:
        os.environ["TZ"] = "<+07>-7"
        time.tzset()


def refuse_network(*_arguments: object, **_options: object) -> None:
    raise RuntimeError("the program and its tests work without a network")


class UnexpectedLog(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        UNEXPECTED.append(record)


set_environment()
socket.socket.connect = socket.socket.connect_ex = refuse_network
socket.getaddrinfo = socket.create_connection = refuse_network
logging.getLogger().addHandler(UnexpectedLog(logging.WARNING))

# The same examples on every run of the suite; HYPOTHESIS_PROFILE=thorough looks for new ones.
quiet = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("suite", max_examples=50, derandomize=True, **quiet)
settings.register_profile("thorough", max_examples=1000, **quiet)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What goes through the whole program (``tests/test_*.py``) begins first: at the end one core would wait for it."""
    here = Path(__file__).parent
    items.sort(key=lambda item: item.path.parent != here)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item):
    UNEXPECTED.clear()
    quick_files.force(item.path)
    item.stash[leftovers.BEFORE] = leftovers.look()
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_call(item):
    result = yield
    fail_on_log(item)
    item.stash[leftovers.PASSED] = True
    return result


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item):
    result = yield
    # After a failure the traceback itself keeps windows and files alive.
    found = leftovers.take(item.stash[leftovers.BEFORE])
    empty_home()
    if item.stash.get(leftovers.PASSED, False):
        fail_on_log(item)
        if found:
            pytest.fail(f"left behind: {'; '.join(found)}", pytrace=False)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef):
    with leftovers.kept_by(fixturedef.scope):
        return (yield)


def fail_on_log(item: pytest.Item) -> None:
    if UNEXPECTED and "caplog" not in item.fixturenames:
        lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in UNEXPECTED]
        UNEXPECTED.clear()
        pytest.fail("unexpected in the log: " + "\n".join(lines), pytrace=False)


def empty_home() -> None:
    """What a test wrote into its home folder must not reach the next one."""
    for entry in HOME.iterdir():
        if entry.is_dir():
            shutil.rmtree(entry)
        else:
            entry.unlink()
