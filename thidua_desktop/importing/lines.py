"""The lines of a source: what the readers of .docx and .txt hand to the passes that understand a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..domain.richtext import Run, joined

LAYOUT_WORDS = re.compile(  # folded words that only a header or a signature holds: columns there are no table of data
    r"cong hoa xa hoi chu nghia|noi nhan|^\s*(tm|kt|tl|tuq)\s*\.|^\s*(pho )?chu tich\s*$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the source.

    ``label`` is the automatic number or bullet a reader sees and the text does not hold ("2.1.", "-").
    ``outline`` is the level of a heading style, 0 for none. ``cells`` are the texts of a table's row (the runs
    then hold them with " | " between); ``table`` numbers the tables from 1, 0 outside. ``column`` is the column of
    a paragraph that stands in a table used for layout (header, signature), else -1. ``gap`` says that blank lines
    stood before, ``indent`` how many spaces. ``note`` marks a footnote. ``body`` says that the paragraph is in the
    style this program gives to running text, so that it is no heading. ``last`` is the length of the line, or of
    the last one of a paragraph put together, as it stood in the file; 0 when not known.
    """

    runs: tuple[Run, ...]
    label: str = ""
    centered: bool = False
    outline: int = 0
    cells: tuple[str, ...] = ()
    table: int = 0
    column: int = -1
    gap: bool = False
    indent: int = 0
    note: bool = False
    last: int = 0
    body: bool = False

    @property
    def text(self) -> str:
        """The words without style and automatic number."""
        return "".join(run.text for run in self.runs)

    @property
    def shown(self) -> str:
        """The words as a reader sees them, automatic number included."""
        return f"{self.label} {self.text}" if self.label else self.text

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return any(run.text.strip() for run in self.runs) and all(
            run.bold for run in self.runs if re.search(r"\w", run.text)
        )


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source as lines. ``aside`` holds texts that belong to no paragraph (page headers and footers, page numbers);
    ``remarks`` are Vietnamese sentences on what the reader did with the source."""

    lines: tuple[Line, ...]
    aside: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def upright(text: str, **about: object) -> Line:
    """A line of one run without style."""
    return replace(Line((Run(text),)), **about)  # type: ignore[arg-type]


def squeezed(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs with every stretch of white space as one space and none at the ends."""
    out: list[Run] = []
    pending = ""
    for run in joined(runs):
        for piece in re.findall(r"\s+|\S+", run.text):
            if piece.isspace():
                pending = " " if out else ""
                continue
            if pending:
                out.append(Run(pending, run.bold and out[-1].bold, run.italic and out[-1].italic))
                pending = ""
            out.append(Run(piece, run.bold, run.italic))
    return joined(out)


def spaced(runs: Iterable[Run]) -> tuple[Run, ...]:
    """White space as single spaces, but tabs and wide gaps kept as a tab: they part the columns of a header."""
    marked = [Run(re.sub(r"\t\s*| {4,}", "\ue000", run.text.replace("\n", " ")), run.bold, run.italic) for run in runs]
    return tuple(Run(r.text.replace("\ue000", "\t"), r.bold, r.italic) for r in squeezed(marked))


def cut(runs: tuple[Run, ...], start: int, end: int | None = None) -> tuple[Run, ...]:
    """The part of the runs between two positions of their text."""
    out: list[Run] = []
    position = 0
    for run in runs:
        first = max(start - position, 0)
        last = len(run.text) if end is None else min(end - position, len(run.text))
        if first < last:
            out.append(Run(run.text[first:last], run.bold, run.italic))
        position += len(run.text)
    return joined(out)
