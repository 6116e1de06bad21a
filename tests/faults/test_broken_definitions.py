"""A file of rules or a form of the program with a mistake in it: named by its place, what is good of it goes on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.test_window_files import shown
from thidua_desktop import cli, shipped

Damage = Callable[[Path], None]


def a_bracket_too_much(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines[:12], "[[[ sai", *lines[12:]]), encoding="utf-8")


def cut_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text[: text.rindex('"')], encoding="utf-8")


def emptied(path: Path) -> None:
    path.write_text("", encoding="utf-8")


def no_text(path: Path) -> None:
    path.write_bytes(b"\xff\xfe\x00PK")


def gone(path: Path) -> None:
    path.unlink()


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What ships, in a folder where a test may break it."""
    for folder in ("resources", "forms"):
        shutil.copytree(getattr(shipped, folder.upper()), tmp_path / "bộ cài" / folder)
        monkeypatch.setattr(shipped, folder.upper(), tmp_path / "bộ cài" / folder)
    return tmp_path / "bộ cài"


# the file of a period or the base salary, its damage → where the mistake is said to be
LEFT_OUT = [
    ("2025-07-01.toml", a_bracket_too_much, "“2025-07-01.toml”, dòng 13, cột 3: sai cách viết TOML"),
    ("2025-07-01.toml", cut_short, "“2025-07-01.toml”, cuối tệp: sai cách viết TOML"),
    ("2025-07-01.toml", no_text, "“2025-07-01.toml”: không phải tệp chữ UTF-8"),
    ("base_salary.toml", a_bracket_too_much, "“base_salary.toml”, dòng 13, cột 3: sai cách viết TOML"),
    ("base_salary.toml", emptied, "“base_salary.toml”, dòng 1"),
]


@pytest.mark.parametrize(("name", "damage", "said"), LEFT_OUT)
def test_a_decision_is_written_by_the_good_rules_and_the_bad_file_is_named(
    own: Path, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, damage: Damage, said: str
) -> None:
    damage(own / "resources" / "law" / name)
    out = tmp_path / "quyết định.docx"
    code = cli.main(["--data", str(sample), "export", "decision", "--year", "2026", "--out", str(out)])
    lines = capsys.readouterr().out.splitlines()
    assert code == cli.FINDINGS and out.stat().st_size
    assert lines[0] == f"Đã ghi {out}"
    assert lines[1].startswith("Cần xem: ") and said in lines[1] and "không bị ảnh hưởng" in lines[1]


@pytest.mark.parametrize(("name", "damage", "said"), LEFT_OUT)
def test_the_window_names_the_bad_file_where_it_judges(
    own: Path, year, name: str, damage: Damage, said: str, sample: Path
) -> None:
    year.opening.leave()
    damage(own / "resources" / "law" / name)
    assert year.opening.open(sample)
    year.show_year(2026)
    year.show_tab(3)
    page = year.pages.tab.round
    assert said in shown(page.warnings)
    assert {one.verdict.answer for one in page.verdicts.values()}


# the catalogue of awards or a form, its damage → where the mistake is said to be
REFUSED = [
    ("resources/law/awards.toml", a_bracket_too_much, "“awards.toml”, dòng 13, cột 3: sai cách viết TOML"),
    ("resources/law/awards.toml", gone, "awards.toml"),
    ("forms/decision.toml", a_bracket_too_much, "“decision.toml”, dòng 13, cột 3: sai cách viết TOML"),
    ("forms/decision.toml", cut_short, "“decision.toml”, cuối tệp: sai cách viết TOML"),
    ("forms/decision.toml", emptied, "“decision.toml”: chưa có khối [[block]] nào"),
    ("forms/decision.toml", no_text, "“decision.toml”: không phải tệp chữ UTF-8"),
    ("forms/decision.toml", gone, "“decision.toml”: không có tệp này"),
]


@pytest.mark.parametrize(("name", "damage", "said"), REFUSED)
def test_a_paper_without_its_form_is_refused_and_the_others_are_written(
    own: Path, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, damage: Damage, said: str
) -> None:
    damage(own / name)
    out = tmp_path / "a.docx"
    assert cli.main(["--data", str(sample), "export", "decision", "--year", "2026", "--out", str(out)]) == cli.BAD_INPUT
    told = capsys.readouterr().err.rstrip("\n")
    assert said in told and "\n" not in told and "không bị ảnh hưởng" in told
    assert not out.exists()
    assert cli.main(["--data", str(sample), "export", "plan", "--year", "2026", "--out", str(out)]) == cli.DONE


@pytest.mark.parametrize(("name", "damage", "said"), REFUSED)
def test_the_window_opens_all_the_same_and_says_which_file(
    own: Path, window, sample: Path, ask, name: str, damage: Damage, said: str, tmp_path: Path
) -> None:
    damage(own / name)
    assert window.opening.open(sample)
    window.show_year(2026)
    window.show_tab(3)
    if window.pages.number == 3:
        window.pages.tab.send_out("decision", "docx")
    assert said in ask.said[-1].text and "không bị ảnh hưởng" in ask.said[-1].text
    assert "Hãy cài lại chương trình" in ask.said[-1].explain
    for number in (1, 2, 5, 0):
        window.show_tab(number)
        assert window.pages.number == window.topbar.tabs.currentIndex() == number


@pytest.mark.parametrize("name", ["resources/law/2025-07-01.toml", "resources/legal_acts.toml", "forms/decision.toml"])
def test_a_file_saved_in_notepad_is_read_as_before(
    own: Path, sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Notepad puts a mark in front of what it saves as UTF-8."""
    (own / name).write_text((own / name).read_text(encoding="utf-8"), encoding="utf-8-sig")
    words = ["--data", str(sample), "export", "decision", "--year", "2026", "--out", str(tmp_path / "a.docx")]
    assert cli.main(words) == cli.DONE
    assert capsys.readouterr().err == ""
