"""What changes in the words of a target when its figures or its name change in the table: only those, nothing beside.

An edit is (start, end, words): what stands there in the text as it was gives way to the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from difflib import SequenceMatcher

from ..plan.plans import Comparator, TargetValue
from ..vietnamese import fold, format_number
from .blanks import blank_edits
from .values import span, with_unit
from .words import SAID, FigurePlace, comparator_at, figure_places, is_in_parts, numbers_within, written_as

Edit = tuple[int, int, str]

_SIGNS: dict[Comparator, str] = {">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< "}
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d]+|\s+|[^\w\s]")  # a number is one word
_ENDS = re.compile(r"[,;](?=\s)|\)")
_BEGINS = re.compile(r"[,;]\s+|\(")


def figure_edits(
    text: str, old: Sequence[TargetValue], new: Sequence[TargetValue], taken: Collection[int] = ()
) -> tuple[Edit, ...]:
    """The edits that make ``text``, which says the ``old`` figures, say the ``new`` ones, as far as that is certain.

    ``taken`` are the beginnings of numbers that belong to other targets. No edit when the text says the new figures
    already with other numbers: then the table was read wrongly, not changed.
    """
    if _says_already(text, old, new, taken):
        return ()
    places = figure_places(text, old)
    kept = pairs(old, new)
    edits: list[Edit] = list(blank_edits(text, old, new, kept))
    for before, after in kept:
        place = places[before]
        if place is not None and old[before] != new[after]:
            edits += _changed(text, place, old[before], new[after])
            edits += _renamed_giver(text, old, before, new[after])
    for gone in set(range(len(old))) - {before for before, _ in kept}:
        place = places[gone]
        if place is not None and old[gone].assigned_by and len(old) > 1:
            edits += _without_clause(text, place, fold(old[gone].assigned_by or ""))
    return apart(edits)


def _says_already(text: str, old: Sequence[TargetValue], new: Sequence[TargetValue], taken: Collection[int]) -> bool:
    if {(value.value, value.value_to, value.unit) for value in new} <= {(v.value, v.value_to, v.unit) for v in old}:
        return False
    said = figure_places(text, new)
    asked = [place for place, value in zip(said, new, strict=True) if value.value is not None]
    return bool(asked) and all(place is not None and place.start not in taken for place in asked)


def pairs(old: Sequence[TargetValue], new: Sequence[TargetValue]) -> list[tuple[int, int]]:
    """Which of the new figures each of the old ones has become: the same one, else by who assigns it, else by place."""
    if len(old) == len(new):
        return [(place, place) for place in range(len(old))]
    found: list[tuple[int, int]] = []
    left, open_ones = list(range(len(old))), list(range(len(new)))
    for is_alike in _ALIKE:
        for before in tuple(left):
            after = next((one for one in open_ones if is_alike(old[before], new[one])), None)
            if after is not None:
                found.append((before, after))
                left.remove(before)
                open_ones.remove(after)
    return sorted(found)


_ALIKE: tuple[Callable[[TargetValue, TargetValue], bool], ...] = (
    lambda one, other: one == other,
    lambda one, other: (one.assigned_by, one.unit) == (other.assigned_by, other.unit),
    lambda one, other: one.unit == other.unit and not (one.assigned_by and other.assigned_by),
)


def name_edits(text: str, old: str, new: str) -> tuple[Edit, ...]:
    """The edit that gives an indicator its new name in its words, where these hold the old one once."""
    old, new = " ".join(old.split()), " ".join(new.split())
    places = [found.span() for found in re.finditer(spaced(old), text, re.IGNORECASE)] if old and new else []
    if len(places) != 1 or old == new:
        return ()
    start, end = places[0]
    return ((start, end, _as_big(text[start], new)),)


def word_edits(old: str, new: str) -> tuple[Edit, ...]:
    """The edits between two texts, word by word."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    at_a, at_b = _starts(a), _starts(b)
    codes = SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return tuple((at_a[i], at_a[j], new[at_b[k] : at_b[m]]) for what, i, j, k, m in codes if what != "equal")


def edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made."""
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    return text


def spaced(words: str) -> str:
    """A pattern of the words with any blanks or bars of a table's row between them, not within other words."""
    parts = [re.escape(word) for word in re.split(r"[\s|]+", words.strip()) if word]
    between = r"[\s|]+".join(parts)
    return rf"(?<!\w){between}(?!\w)" if parts else r"(?!)"


def apart(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits in order, without those that reach into an earlier one."""
    kept: list[Edit] = []
    for edit in sorted(edits):
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    return tuple(kept)


def _starts(tokens: Sequence[str]) -> list[int]:
    starts = [0]
    for token in tokens:
        starts.append(starts[-1] + len(token))
    return starts


def _changed(text: str, place: FigurePlace, old: TargetValue, new: TargetValue) -> Iterator[Edit]:
    if new.value is None:
        return
    written = text[place.start : place.end]
    if is_in_parts(written) and (new.unit != old.unit or new.value_to is not None):
        yield place.start, place.end, with_unit(span(new.value, new.value_to), new.unit)
    else:
        yield from _number_and_unit(text, place, old, new, written_as(written, new.value))
    if new.comparator != old.comparator:
        yield from _comparator(text, place, old.comparator, new.comparator)


def _number_and_unit(text: str, place: FigurePlace, old: TargetValue, new: TargetValue, written: str) -> Iterator[Edit]:
    if new.value != old.value:
        yield place.start, place.end, written
    if new.value_to != old.value_to:
        yield from _range(text, place, new.value_to)
    if new.unit != old.unit:
        yield from _unit(text, place, new.unit)


def _range(text: str, place: FigurePlace, high: float | None) -> Iterator[Edit]:
    if place.high and high is None:
        yield place.end, place.high[1], ""
    elif place.high and high is not None:
        yield *place.high, written_as(text[slice(*place.high)], high)
    elif high is not None:
        yield place.end, place.end, f"–{format_number(high)}"


def _unit(text: str, place: FigurePlace, unit: str) -> Iterator[Edit]:
    start, end = place.unit
    if start == end and "|" in text:
        return  # in a table the unit stands in a column of its own
    touches = start == (place.high[1] if place.high else place.end)
    if start == end:
        yield start, end, with_unit("", unit) if unit[:1] in ("%", "‰") else f" {unit}"
    elif unit:
        if unit[:1] in ("%", "‰"):
            yield start - (text[start - 1] == " "), end, unit
        else:
            yield start, end, unit if not touches or text[start].isalpha() else f" {unit}"
    else:
        yield start - (text[start - 1] == " "), end, ""


def _comparator(text: str, place: FigurePlace, old: Comparator, new: Comparator) -> Iterator[Edit]:
    said = comparator_at(text, place)
    if said.sign != old:
        return
    written = text[slice(*said.lead)]
    lead, tail = SAID[new]
    if (written.strip() and not written.strip().isalpha() and len(written.split()) == 1) or (
        "|" in text and new in _SIGNS
    ):
        lead, tail = _SIGNS.get(new, lead), tail if new not in _SIGNS else ""
    yield *said.lead, _as_big(written, lead) if lead else lead
    yield *said.tail, tail


def _renamed_giver(text: str, old: Sequence[TargetValue], place: int, new: TargetValue) -> Iterator[Edit]:
    name = old[place].assigned_by
    if not name or not new.assigned_by or name == new.assigned_by:
        return
    if sum(value.assigned_by == name for value in old) > 1:
        return
    for start, end, words in name_edits(text, name, new.assigned_by):
        if re.match(r"\s+(?:đã\s+)?giao", text[end:], re.IGNORECASE):
            yield start, end, words


def _without_clause(text: str, place: FigurePlace, by: str) -> Iterator[Edit]:
    """The clause of one assigner's figure gone, where it holds no other figure: ", HĐND xã giao: 6ha"."""
    begins = list(_BEGINS.finditer(text, 0, place.start))
    ends = _ENDS.search(text, place.last)
    start, lead = (begins[-1].end(), begins[-1].start()) if begins else (0, 0)
    stop = ends.start() if ends else len(text)
    clause = text[start:stop]
    others = [at for at in numbers_within(text, start, stop) if at != place.start]
    if others or f"{by} giao" not in fold(clause):
        return
    in_brackets = begins and begins[-1][0] == "(" and ends and ends[0] == ")"
    if in_brackets and ends:
        yield lead - (text[lead - 1 : lead] == " "), ends.end(), ""
    elif begins and begins[-1][0] != "(" and not (ends and ends[0] == ")" and "(" not in text[:lead]):
        yield lead, stop - _trailing(clause), ""
    elif not begins and ends and ends[0] != ")":
        yield 0, ends.end() + 1, ""


def _trailing(clause: str) -> int:
    """How many letters at a clause's end are blanks and the sentence's own stop."""
    return len(clause) - len(clause.rstrip(" .;:"))


def _as_big(like: str, words: str) -> str:
    """The words with a capital where what they take the place of had one; a name keeps its own capitals."""
    if like[:1].isupper():
        return words[:1].upper() + words[1:]
    return words[:1].lower() + words[1:] if words[1:2].islower() or " " in words[:3] else words
