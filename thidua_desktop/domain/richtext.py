"""Text with bold and italic, as paragraphs of runs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .vietnamese import nfc


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its runs and, for an unnumbered list item, the bullet a reader sees ("-", "+", "•")."""

    runs: tuple[Run, ...] = ()
    bullet: str = ""

    @property
    def text(self) -> str:
        """The words without bullet and style."""
        return "".join(run.text for run in self.runs)


def plain(text: str, bullet: str = "") -> Paragraph:
    """A paragraph of one upright run."""
    return Paragraph((Run(text),) if text else (), bullet)


def joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The same text with neighbours of one style merged and empty runs dropped."""
    merged: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if merged and (merged[-1].bold, merged[-1].italic) == (run.bold, run.italic):
            merged[-1] = Run(merged[-1].text + run.text, run.bold, run.italic)
        else:
            merged.append(run)
    return tuple(merged)


def with_words(runs: Sequence[Run], start: int, length: int, words: str) -> tuple[Run, ...]:
    """The runs with other words in place of ``length`` letters at ``start``, in the style of the first of these."""
    made: list[Run] = []
    end, at, is_put = start + length, 0, False
    for run in runs:
        after = at + len(run.text)
        before, behind = run.text[: max(0, start - at)], run.text[max(0, min(len(run.text), end - at)) :]
        if after <= start and not (after == start == end):
            before, behind = run.text, ""
        is_here = not is_put and (after > start or after == start == end)
        if at >= end and not is_here:
            before, behind = "", run.text
        middle = words if is_here else ""
        is_put = is_put or is_here
        made += [replace(run, text=part) for part in (before, middle, behind)]
        at = after
    return joined(made)


def composed(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """The same paragraphs with their texts as :func:`.vietnamese.nfc` makes them."""
    return tuple(
        Paragraph(joined(Run(nfc(run.text), run.bold, run.italic) for run in paragraph.runs), nfc(paragraph.bullet))
        for paragraph in paragraphs
    )


def to_json(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs as the data file keeps them: ``[[bullet, [[text, style], …]], …]``, style of "", "b", "i", "bi"."""
    return json.dumps(
        [[p.bullet, [[r.text, "b" * r.bold + "i" * r.italic] for r in p.runs]] for p in paragraphs],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_json(text: str) -> tuple[Paragraph, ...]:
    """The reverse of :func:`to_json`; raises ``ValueError`` for anything else."""
    try:
        return tuple(
            Paragraph(tuple(Run(words, "b" in style, "i" in style) for words, style in runs), bullet)
            for bullet, runs in json.loads(text)
        )
    except (TypeError, json.JSONDecodeError) as error:
        raise ValueError(f"not a rich text: {text[:60]!r}") from error
