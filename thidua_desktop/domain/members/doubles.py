"""People and organisations that may have been entered twice. Only the clerk knows; nothing is put together here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..vietnamese import folded_line, one_line


@dataclass(frozen=True, slots=True)
class Person:
    """What tells two people of one name apart; ``birth_date`` is ISO or None, ``identity`` "" when not known."""

    id: int
    full_name: str
    birth_date: str | None = None
    sex: str = ""
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one; ``same`` is what says so besides the name: the day of birth, the number, or ""."""

    first: int
    second: int
    same: str = ""


def doubles_of_people(people: Iterable[Person]) -> tuple[Pair, ...]:
    """Pairs of one folded name that nothing known tells apart, the surer ones first; of two the better written name."""
    named: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        named[folded_line(person.full_name)].append(person)
    pairs = [pair for alike in named.values() for pair in _pairs(sorted(alike, key=_badly_written))]
    return tuple(sorted(pairs, key=lambda pair: (not pair.same, pair.first, pair.second)))


def _badly_written(person: Person) -> tuple[bool, bool]:
    """Without marks, in capitals: such a name does not stay in place of a better one."""
    name = one_line(person.full_name)
    return folded_line(name) == name.lower(), name.isupper()


def _pairs(alike: Sequence[Person]) -> Iterator[Pair]:
    for first, second in combinations(alike, 2):
        known = [
            (one, other)
            for one, other in (
                (first.birth_date, second.birth_date),
                (first.identity, second.identity),
                (first.sex, second.sex),
            )
            if one and other
        ]
        if all(one == other for one, other in known):
            same_day = bool(first.birth_date) and first.birth_date == second.birth_date
            same_number = bool(first.identity) and first.identity == second.identity
            yield Pair(first.id, second.id, "số định danh" if same_number else "ngày sinh" if same_day else "")


def doubles_of_organisations(keys: Iterable[tuple[int, Iterable[str]]]) -> tuple[Pair, ...]:
    """Pairs that share one of the ways they are written; ``keys`` gives an id with its keys."""
    named: dict[str, list[int]] = defaultdict(list)
    for row_id, ways in keys:
        for way in dict.fromkeys(filter(None, ways)):
            named[way].append(row_id)
    found = {pair for ids in named.values() for pair in combinations(sorted(set(ids)), 2)}
    return tuple(Pair(first, second) for first, second in sorted(found))
