"""What stands in the project's texts, and what must not."""

from __future__ import annotations

import re

from tests.architecture.sources import ROOT, files, name
from thidua_desktop import __version__

TEXT_SUFFIXES = {"", ".md", ".py", ".qrc", ".spec", ".svg", ".toml", ".ts", ".txt", ".xml"}
# Written in pieces, so that this file does not find itself.
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
MACHINE_PATH = re.compile(r"/ro" r"ot/|/wo" r"rk/|/ho" r"me/\w+/|\b[A-Z]:\\\\?Us" r"ers")
# Papers leave as "Xuất Word", "Xuất PDF", "Xuất Excel", in the window, in the guide and on the first page alike.
OTHER_EXPORTS = re.compile(r"Xuất \." r"(docx|xlsx|pdf)|Lưu " r"(PDF|Word|Excel)|\bra " r"(\.docx|Excel|Word)\b")


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name(path)}:{number} {line.strip()}"
        for path in files()
        if path.suffix in TEXT_SUFFIXES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_nothing_is_left_for_later():
    assert lines_with(UNFINISHED) == []


def test_no_path_of_somebodys_machine():
    assert lines_with(MACHINE_PATH) == []


def test_one_word_for_what_leaves_as_a_file():
    shown = ("thidua_desktop/ui/", "docs/huong-dan/", "README.md", "tour/")
    assert [line for line in lines_with(OTHER_EXPORTS) if line.startswith(shown)] == []


def test_changelog_tells_of_this_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(__version__)}\b", changelog, re.MULTILINE)
