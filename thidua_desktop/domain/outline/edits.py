"""What the keys of the outline do to the text of a plan, line by line: the new lines, and where the line went.

None stands for an edit that has no place to go to: the text stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ..markers import level_style, same_style
from ..plan.plans import Section
from ..richtext import Paragraph, plain, with_words
from .text import LineKind, Lines, TextLine

_TYPED_MARKER = re.compile(r"\s*([IVXLC]+\.|\d+(?:\.\d+)*[.)]|[A-ZĐ]\.|[a-zđ][.)])\s")


class Edited(NamedTuple):
    """The lines after the edit, and the number of the line it was about."""

    lines: Lines
    at: int


def end_of(lines: Sequence[TextLine], at: int) -> int:
    """After the last line of what begins at ``at``: a section with all below it, a single line of text."""
    if not lines[at].begins:
        return at + 1
    for place in range(at + 1, len(lines)):
        one = lines[place]
        if one.kind == "closing" or (one.begins and one.level <= lines[at].level):
            return place
    return len(lines)


def owner(lines: Sequence[TextLine], at: int) -> int | None:
    """The line that begins the section a line stands in; None before the first one and in the closing."""
    if lines[at].kind == "closing":
        return None
    return next((place for place in range(at, -1, -1) if lines[place].begins), None)


def moved_up(lines: Lines, at: int) -> Edited | None:
    """A section before its elder sibling, a line of text before the line above it."""
    if lines[at].begins:
        elder = _elder(lines, at)
        return None if elder is None else _taken(lines, at, end_of(lines, at), elder)
    return _taken(lines, at, at + 1, at - 1) if at else None


def moved_down(lines: Lines, at: int) -> Edited | None:
    """A section after its younger sibling, a line of text after the line below it."""
    end = end_of(lines, at)
    if end == len(lines):
        return None
    if not lines[at].begins:
        return _taken(lines, at, end, end + 1)
    if not lines[end].begins or lines[end].level < lines[at].level:
        return None
    return _taken(lines, at, end, end_of(lines, end))


def _elder(lines: Lines, at: int) -> int | None:
    for place in range(at - 1, -1, -1):
        if lines[place].begins and lines[place].level <= lines[at].level:
            return place if lines[place].level == lines[at].level else None
    return None


def _taken(lines: Lines, start: int, end: int, to: int) -> Edited:
    """The lines from ``start`` to before ``end`` put before line ``to``; text is of the part it comes to."""
    block = lines[start:end]
    if to < start:
        made = (*lines[:to], *block, *lines[to:start], *lines[end:])
        return Edited(_settled(made), to)
    made = (*lines[:start], *lines[end:to], *block, *lines[to:])
    return Edited(_settled(made), to - len(block))


def _settled(lines: Lines) -> Lines:
    """Text that came after the closing's first line closes too, and closing lines before a section are text."""
    last = max((at for at, line in enumerate(lines) if line.begins), default=-1)
    made, closing = [], False
    for at, line in enumerate(lines):
        closing = at > last and (closing or line.kind == "closing")
        made.append(line if line.begins else replace(line, kind="closing" if closing else "text"))
    return tuple(made)


def levelled(lines: Lines, first: int, last: int, by: int) -> Edited | None:
    """Sections from line ``first`` to ``last`` with all below them one level deeper (1) or higher (-1).

    A single line of text goes out of its section: it becomes a heading at the level of the section it stood in.
    """
    chosen = [at for at in range(first, last + 1) if lines[at].begins]
    if not chosen:
        home = owner(lines, first)
        if by > 0 or lines[first].kind == "closing":
            return None
        return as_kind(lines, first, "heading", lines[home].level if home is not None else 1)
    shifted: set[int] = set()
    for at in chosen:
        shifted |= {place for place in range(at, end_of(lines, at)) if lines[place].begins}
    made = tuple(replace(line, level=line.level + by) if at in shifted else line for at, line in enumerate(lines))
    if any(line.begins and line.level < 1 for line in made) or made[chosen[0]].level > _deepest(made, chosen[0]):
        return None
    return Edited(made, first)


def _deepest(lines: Sequence[TextLine], at: int) -> int:
    """How deep a section may stand there: one level below the section before it."""
    before = next((line.level for line in reversed(lines[:at]) if line.begins), 0)
    return before + 1


def as_kind(lines: Lines, at: int, kind: LineKind, level: int = 0) -> Edited:
    """The line as a heading or item of that level, or as text of the section before it."""
    begins = kind in ("heading", "item")
    depth = max(1, min(level, _deepest(lines, at))) if begins else 0
    line = replace(lines[at], kind=kind, level=depth)
    if begins:
        line = replace(line, paragraph=replace(line.paragraph, bullet=""))
    made = (*lines[:at], line, *lines[at + 1 :])
    return Edited(_settled(made) if begins else made, at)


def with_new_heading(lines: Lines, at: int) -> Edited:
    """An empty heading after the section that line stands in, at its level; before the closing when in none."""
    home = owner(lines, at)
    end = next((place for place, line in enumerate(lines) if line.kind == "closing"), len(lines))
    level = 1
    if home is not None:
        end, level = end_of(lines, home), lines[home].level
    return Edited((*lines[:end], TextLine("heading", level=level), *lines[end:]), end)


def typed_marker(lines: Sequence[TextLine], at: int, typed: str, sections: Sequence[Section]) -> tuple[str, int] | None:
    """A number just typed at the start of a line ("2. "), and the level the plan has such numbers at.

    A level that the plan does not have yet has the usual ones. The marker comes as typed, with the space after it.
    None for another start, for a number that stands nowhere or only deeper than it could stand here, and outside the
    sections of a plan that has some.
    """
    found = _TYPED_MARKER.match(typed)
    if not found or lines[at].kind == "closing" or (sections and owner(lines, at) is None):
        return None
    groups = [group for group in (tuple(sections), *(one.children for top in sections for one in top.walk())) if group]
    levels = {group[0].level for group in groups if any(same_style(found[1], one.marker) for one in group)}
    deepest = _deepest(lines, at)
    new = set(range(1, deepest + 1)) - {group[0].level for group in groups}
    fitting = sorted(level for level in levels if level <= deepest) or sorted(
        level for level in new if same_style(found[1], _usual_marker(level))
    )
    return (found[0], fitting[0]) if fitting else None


def _usual_marker(level: int) -> str:
    style = level_style((), level)
    return style if isinstance(style, str) else style.marker((1,))


def numbered_as_typed(lines: Lines, first: int, last: int, sections: Sequence[Section]) -> Edited:
    """Lines that were pasted, from ``first`` to ``last``: a number at the start of one does what typing it would.

    Words in bold or in capitals become a heading, others a numbered paragraph.
    """
    made = list(lines)
    for at in range(first, last + 1):
        words = made[at].paragraph
        if made[at].kind != "text" or words.bullet:
            continue
        found = typed_marker(made, at, words.text, sections)
        left = words.text[len(found[0]) :].strip() if found else ""
        if found and left:
            runs = with_words(words.runs, 0, words.text.index(left, len(found[0])), "")
            is_heading = left.isupper() or all(run.bold for run in runs if run.text.strip())
            kind: LineKind = "heading" if is_heading else "item"
            made[at] = TextLine(kind, plain(left) if is_heading else Paragraph(runs), found[1])
    return Edited(_settled(tuple(made)), last)
