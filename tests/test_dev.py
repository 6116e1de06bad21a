"""dev.py: what it finds missing, what it says, and when it installs again."""

from __future__ import annotations

import ast
import importlib.metadata
import re
import sys
from pathlib import Path

import pytest

import dev

VENV_PACKAGE = f"python3.{sys.version_info.minor}-venv"
PYPROJECT = """
[project]
dependencies = ["window==1.0"]
[project.optional-dependencies]
test = ["checker==2.0"]
"""


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A machine without the libraries, whose commands are written down instead of run."""
    ran = []
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "has_venv", lambda: True)
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "installed.txt")
    monkeypatch.setattr(dev, "works", lambda python: python.parent.parent.is_dir())
    monkeypatch.setattr(dev.subprocess, "call", lambda command, **_: ran.append(command) or 0)
    monkeypatch.setattr(dev, "make_environment", lambda: dev.VENV.mkdir(exist_ok=True) or ran.append(["venv"]))
    return ran


def test_run_needs_no_test_tools():
    assert dev.requirements(PYPROJECT) == ["window==1.0"]
    assert dev.requirements(PYPROJECT, extra="test") == ["window==1.0", "checker==2.0"]


@pytest.mark.parametrize(
    ("stamp", "installed"),
    [
        ("window==1.0\n", True),
        ("window==1.0\nchecker==2.0\n", True),
        ("window==0.9\n", False),
        ("", False),
    ],
)
def test_stamp(stamp, installed):
    assert dev.is_installed(stamp, ["window==1.0"]) is installed


def test_second_run_installs_nothing(machine):
    dev.ensure_environment(["window==1.0"])
    del machine[:]
    dev.ensure_environment(["window==1.0"])
    assert machine == []


def test_a_changed_pin_is_installed_into_the_same_environment(machine):
    dev.ensure_environment(["window==1.0"])
    del machine[:]
    dev.ensure_environment(["window==1.1"])
    assert [command[-1] for command in machine] == ["window==1.1"]


def test_what_another_command_installed_stays_known(machine):
    dev.ensure_environment(["window==1.0", "checker==2.0"])
    dev.ensure_environment(["window==1.1", "freezer==3.0"])
    del machine[:]
    dev.ensure_environment(["window==1.1", "checker==2.0"])
    assert machine == []
    dev.ensure_environment(["window==1.0"])
    assert [command[-1] for command in machine] == ["window==1.0"]


def test_an_interrupted_installation_starts_again(machine, monkeypatch):
    def fail(*_arguments, **_options):
        return 1

    with monkeypatch.context() as patch:
        patch.setattr(dev.subprocess, "call", fail)
        with pytest.raises(dev.SetupError, match="kiểm tra mạng"):
            dev.ensure_environment(["window==1.0"])
    del machine[:]
    dev.ensure_environment(["window==1.0"])
    assert machine[0] == ["venv"]


def test_fresh_debian_lacks_all(monkeypatch):
    missing = dev.missing_packages(
        dev.OFFSCREEN_LIBRARIES, has_library=lambda _: False, has_serif_font=False, has_venv=False
    )
    assert missing == [
        VENV_PACKAGE,
        *("libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1", "libglib2.0-0"),
        "fonts-liberation2",
    ]


def test_a_complete_machine_lacks_nothing():
    libraries = {**dev.OFFSCREEN_LIBRARIES, **dev.WINDOW_LIBRARIES}
    assert dev.missing_packages(libraries, has_library=lambda _: True, has_serif_font=True, has_venv=True) == []


@pytest.fixture
def bare(monkeypatch, machine):
    """A Debian machine where only one library and the environment maker are missing."""
    monkeypatch.setattr(dev, "has_library", lambda file: file != "libEGL.so.1")
    monkeypatch.setattr(dev, "has_serif_font", lambda: True)
    monkeypatch.setattr(dev, "has_venv", lambda: False)
    monkeypatch.setattr(dev.shutil, "which", lambda _: "/usr/bin/apt-get")
    return machine


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no root and needs no system package")
def test_root_installs_without_a_question(bare, monkeypatch):
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0)
    dev.ensure_system(dev.OFFSCREEN_LIBRARIES)
    assert [command[:2] for command in bare] == [["apt-get", "update"], ["apt-get", "install"]]
    assert "-y" in bare[1]
    assert bare[1][-2:] == [VENV_PACKAGE, "libegl1"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no root and needs no system package")
def test_others_read_one_line(bare, monkeypatch, capsys):
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    dev.ensure_system(dev.OFFSCREEN_LIBRARIES)
    assert bare == []
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.endswith(f"sudo apt-get install -y {VENV_PACKAGE} libegl1\n")


def test_without_ensurepip_the_environment_is_refused_in_words(machine, monkeypatch, capsys):
    monkeypatch.setattr(dev, "has_venv", lambda: False)
    monkeypatch.setitem(dev.COMMANDS, "run", lambda _: dev.ensure_environment(["window==1.0"]))
    assert dev.main(["run"]) == 2
    assert "thiếu phần venv" in capsys.readouterr().err
    assert machine == []


def test_the_font_is_found_by_its_file(tmp_path):
    assert not dev.has_serif_font([str(tmp_path)])
    folder = tmp_path / "truetype" / "liberation2"
    folder.mkdir(parents=True)
    (folder / "LiberationSerif-Regular.ttf").touch()
    assert dev.has_serif_font([str(tmp_path)])


@pytest.mark.parametrize(("cores", "workers"), [(None, "1"), (2, "2"), (16, "4")])
def test_tests_use_at_most_four_cores(cores, workers):
    options = dev.pytest_options(cores)
    assert options[options.index("-n") + 1] == workers


@pytest.mark.parametrize("arguments", [[], ["bay"]])
def test_an_unknown_command_tells_the_known_ones(arguments, capsys):
    assert dev.main(arguments) == 2
    said = capsys.readouterr().err
    assert all(f"\n  {command} " in said for command in dev.COMMANDS)


@pytest.mark.parametrize("asked", ["-h", "--help"])
def test_help_is_an_answer_and_no_fault(asked, capsys):
    assert dev.main([asked]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == (f"{dev.USAGE}\n", "")


def test_what_ships_is_pinned_with_all_it_brings_along():
    """Every installed requirement of a pinned package is pinned as well; pip comes with the environment."""
    pins = dev.requirements((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = {plain_name(pin) for pin in pins}
    brought = {
        plain_name(needed)
        for name in pinned
        for package in importlib.metadata.distributions(name=name)
        for needed in package.requires or ()
        if ";" not in needed
    }
    assert brought - pinned - {"pip"} == set()


def plain_name(requirement):
    return re.match(r"[\w.-]+", requirement)[0].lower().replace("_", "-")


def test_an_old_python_can_read_the_file_as_far_as_its_refusal():
    source = Path(dev.__file__).read_text(encoding="utf-8")
    ast.parse(source, feature_version=(3, 7))
    assert source.index("sys.version_info < (3, 11)") < source.index("import tomllib")
