"""The plan's targets as rows of a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from ..figures import values as target_values
from ..figures.reached import reached_text
from ..figures.values import format_values, given_by
from ..plan.plans import Target, TargetValue
from ..vietnamese import format_number
from .forms import ROW_HEADING

NO_GROUP = "Chỉ tiêu khác"
PARTS = "Các chỉ tiêu sau"
_GETS_TO = re.compile(r"(?P<who>\S+(?: \S+){0,4}?) đạt ")
_OPENING = 4
"""So many words tell where a part begins in the text of the whole."""


def target_rows(targets: Sequence[Target]) -> tuple[Mapping[str, str], ...]:
    """A row for each target, numbered 1, 2, 2.1 …, with a heading row where the field of work changes."""
    rows: list[Mapping[str, str]] = []
    grouped = any(target.group for target in targets)
    before: str | None = None
    numbered = list(numbers(targets))
    called = own_names(zip(numbered, names(targets), strict=True))
    for target, number, name in zip(targets, numbered, called, strict=True):
        group = target.group or NO_GROUP
        if grouped and group != before and target.parent is None:
            rows.append({ROW_HEADING: group})
            before = group
        rows.append(_row(target, number, name))
    return tuple(rows)


def numbers(targets: Sequence[Target]) -> Iterator[str]:
    """The number of each target: 1, 2, … and 2.1, 2.2 for the parts of the second."""
    made: dict[int, str] = {}
    parts: dict[int | None, int] = {}
    for position, target in enumerate(targets):
        parent = target.parent if target.parent in made else None
        parts[parent] = parts.get(parent, 0) + 1
        prefix = f"{made[parent]}." if parent is not None else ""
        made[position] = f"{prefix}{parts[parent]}"
        yield made[position]


def names(targets: Sequence[Target]) -> Iterator[str]:
    """What each target is called in a table: of one whose text goes on with its parts, the words before them."""
    parts: dict[int, list[Target]] = {}
    for target in targets:
        if target.parent is not None:
            parts.setdefault(target.parent, []).append(target)
    for position, target in enumerate(targets):
        yield _lead(target, parts.get(position, []))


def own_words(name: str, whole: str) -> str:
    """What a part is called below its whole: "DT lúa" of "Cây trồng chủ yếu: DT lúa"."""
    beginning = whole.rstrip(" :")
    own = name.removeprefix(beginning).lstrip(" :") if beginning and name.startswith(f"{beginning}:") else ""
    return own or name


def own_names(numbered: Iterable[tuple[str, str]]) -> Iterator[str]:
    """What targets, given as (number, name), are called in a table: a part, which stands below its whole, by
    :func:`own_words`.
    """
    known: dict[str, str] = {}
    for number, name in numbered:
        known[number] = name
        yield own_words(name, known.get(number.rpartition(".")[0], ""))


def _lead(target: Target, parts: Sequence[Target]) -> str:
    """A target's words up to the first of its parts, where these are quoted from it; else all of them."""
    text = " ".join(target.indicator.split())
    if not any(part.quote and _found(text, part.quote) >= 0 for part in parts):
        return target.indicator
    starts = (max(_found(text, _opening(part.indicator)), _found(text, _opening(part.quote))) for part in parts)
    lead = text[: min(start for start in starts if start >= 0)].rstrip(" ,;:.–-")
    return f"{lead or target.responsible or _subjects(parts) or PARTS}:"


def _subjects(parts: Sequence[Target]) -> str:
    """Who the parts are of, where each says what somebody gets to: "Công an, Quân sự"; else ""."""
    found = [_GETS_TO.match(part.indicator) for part in parts]
    return ", ".join(one["who"] for one in found if one) if all(found) else ""


def _opening(words: str) -> str:
    return " ".join(words.split()[:_OPENING])


def _found(text: str, words: str) -> int:
    """Where the words begin in the text, capitals or not; -1 when they do not."""
    return text.lower().find(" ".join(words.split()).lower())


def figure(value: TargetValue) -> str:
    """A figure with its comparator, without unit and assigner: "≥ 96", "1–2"; "" when there is no number."""
    return "" if value.value is None else format_values((replace(value, unit="", assigned_by=None),))


@lru_cache(maxsize=4096)  # sheets of a year ask for the same few figures thousands of times
def with_unit(value: TargetValue) -> str:
    """A figure with its unit: "62 triệu đồng", "≥ 8,5%"; of one not known yet a blank: "… triệu đồng"."""
    if value.value is None and value.unit:
        return format_values((replace(value, assigned_by=None),))
    return target_values.with_unit(figure(value), value.unit)


def last_year_of(target: Target) -> float | str | None:
    """What was reached the year before; of a target without a figure the word for it: its result is 1 or 0."""
    if not target.values and target.last_year in (0, 1):
        return reached_text((), target.last_year)
    return target.last_year


def _row(target: Target, number: str, name: str) -> Mapping[str, str]:
    units = {value.unit for value in target.values}
    shared = units.pop() if len(units) == 1 else ""
    givers = [value.assigned_by or "" for value in target.values]
    figures = [figure(v) if shared else with_unit(v) for v in target.values]
    reached = last_year_of(target)
    written = [f"{text} ({given_by(giver)})" if giver else text for text, giver in zip(figures, givers, strict=True)]
    return {
        "stt": number,
        "group": target.group or "",
        "indicator": name,
        "unit": shared,
        "values": "\n".join(written),
        "figures": "\n".join(figures),
        "assigned_by": "\n".join(givers) if any(givers) else "",
        "last_year": reached if isinstance(reached, str) else format_number(reached),
        "responsible": target.responsible or "",
    }
