"""The pages of the guide for the clerk: Markdown files that ship with the program, one for each tab and a few more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.domain.vietnamese import fold, nfc
from thidua_desktop.shipped import GUIDE

FIRST = "01-bat-dau"
OF_TAB = ("02-tong-quan", "03-ke-hoach", "04-dang-ky", "05-khen-thuong", "06-bao-cao", "07-danh-muc")
"""The page of each of the six tabs."""

_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)")


@dataclass(frozen=True, slots=True)
class GuidePage:
    """A page: the name of its file without ending, its first heading, its text in Markdown."""

    name: str
    title: str
    text: str


def read_pages(folder: Path = GUIDE) -> tuple[GuidePage, ...]:
    """The pages in the order of their names, without the pictures that are not there; none when the folder is gone."""
    return tuple(_page(path) for path in sorted(folder.glob("*.md")))


def _page(path: Path) -> GuidePage:
    lines = [line for line in nfc(path.read_text(encoding="utf-8")).splitlines() if _has_pictures(line, path.parent)]
    title = next((line.removeprefix("# ") for line in lines if line.startswith("# ")), path.stem)
    return GuidePage(path.stem, title, "\n".join(lines))


def _has_pictures(line: str, folder: Path) -> bool:
    return all((folder / name).is_file() for name in _PICTURE.findall(line))


def places(text: str, words: str) -> Sequence[tuple[int, int]]:
    """Where ``words`` stand in ``text``, marks and capitals aside, as begin and end."""
    wanted = fold(nfc(words)).strip()
    if not wanted:
        return ()
    return [found.span() for found in re.finditer(re.escape(wanted), _folded(text))]


def _folded(text: str) -> str:
    """The folded text, letter under letter."""
    return "".join((fold(letter) or letter)[0] for letter in text)
