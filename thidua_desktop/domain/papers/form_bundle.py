"""Several forms in one file that is handed from office to office: each begins with a line that names it.

To TOML that line is a remark, so a file that holds one form is read with it or without it, and a mistake in one form
leaves the others as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_HEAD = "#=== Biểu mẫu: "
_PAPER = re.compile(r"""^\s*paper\s*=\s*["']([^"']*)["']""", re.MULTILINE)
SEPARATOR = "/"
"""Between a paper and the name of a form that the office has for it besides the usual one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One form of a file: ``paper`` as it is named there, "" for none, ``name`` of an office's other form, its text.

    As many empty lines stand above the text as lines in the file: a line of it has the number that it has in the file.
    """

    paper: str
    name: str
    text: str


def bundle(forms: Sequence[tuple[str, str, str]], note: str) -> str:
    """A file with these forms, each as (paper, name, text); ``note`` is a line about the whole."""
    lines = [f"# {' '.join(note.split())}", ""]
    for paper, name, text in forms:
        lines += [_HEAD + (f"{paper} {SEPARATOR} {name}" if name else paper), text.strip("\n"), ""]
    return "\n".join(lines)


def pieces(text: str) -> tuple[Piece, ...]:
    """The forms of a file, one without a line of names is a single form."""
    lines = text.replace("\r\n", "\n").split("\n")  # only these end a line in TOML
    starts = [number for number, line in enumerate(lines) if line.startswith(_HEAD)]
    if not starts:
        named = _PAPER.search(text)
        return (Piece(named[1] if named else "", "", text),)
    made = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        paper, _, name = lines[start].removeprefix(_HEAD).partition(SEPARATOR)
        below = "\n" * (start + 1) + "\n".join(lines[start + 1 : end])
        made.append(Piece(paper.strip(), " ".join(name.split()), below + "\n"))
    return tuple(made)
