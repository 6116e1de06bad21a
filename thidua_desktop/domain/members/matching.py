"""Which organisation of the directory a written name means: one, several that it may mean, or none.

Nothing is guessed: only a name that fits one organisation alone is an exact find, all else is for the clerk to say.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..registration.member_names import place_of
from ..vietnamese import fold, folded_line, one_line, sort_key

_ALIKE = 0.86  # of the letters of two names that may be one, written with a slip
_LEAST_WORDS = 2  # that a shorter name shares with a longer one it may stand for
_MOST = 5  # candidates that are worth choosing from


@dataclass(frozen=True, slots=True)
class NamedOrganisation:
    """An organisation by what it is called: its name, short and printed name, and the names it had before."""

    id: int
    names: tuple[str, ...]
    former: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """What a name means: ``exact`` is the one organisation, else ``doubtful`` are those it may mean, best first."""

    exact: int | None = None
    doubtful: tuple[int, ...] = ()


class KnownNames:
    """The organisations by every way to write them; ``key`` is the same for two common names of one organisation
    (:meth:`~..registration.member_names.MemberNames.key`), whatever commune they name. ``here`` is our own commune, as
    :func:`~..registration.member_names.place_of` gives it.
    """

    def __init__(self, organisations: Iterable[NamedOrganisation], key: Callable[[str], str], here: str = "") -> None:
        self._key, self._here = key, here
        self._places: dict[int, set[str]] = {}
        self._written: dict[str, set[int]] = defaultdict(set)
        self._former: dict[str, set[int]] = defaultdict(set)
        self._keys: dict[str, set[int]] = defaultdict(set)
        self._words: list[tuple[int, str, frozenset[str]]] = []
        self._spelled: dict[int, dict[str, set[str]]] = {}
        for one in organisations:
            every = (*one.names, *one.former)
            self._spelled[one.id] = _spellings(every)
            self._places[one.id] = {place_of(name) for name in every} - {""} or {here}
            for name in filter(str.strip, one.names):
                self._written[folded_line(name)].add(one.id)
                self._keys[key(name)].add(one.id)
                self._words.append((one.id, *_letters(name)))
            for name in filter(str.strip, one.former):
                self._former[folded_line(name)].add(one.id)
                self._words.append((one.id, *_letters(name)))

    def find(self, name: str) -> Match:
        """By the name as written, then by an earlier name, then by the common ways to write it, then by likeness."""
        if not one_line(name):
            return Match()
        return self.called(name) or Match(doubtful=self._alike(name))

    def called(self, name: str) -> Match | None:
        """As :meth:`find` without likeness, for any text that may be a name; None when nobody is called so.

        Marks may be missing, and the commune. Other marks ("Thôn Hà" for "Thôn Hạ") are a slip or somebody else, and so
        is the same organisation of another commune: the clerk knows.
        """
        folded = folded_line(name)
        for found in (self._written.get(folded), self._former.get(folded), self._keys.get(self._key(name))):
            if found:
                agreeing = [one for one in found if self._has_its_marks(name, one) and self._is_there(name, one)]
                return Match(agreeing[0]) if len(agreeing) == 1 else Match(doubtful=tuple(sorted(found)))
        return None

    def _is_there(self, name: str, organisation_id: int) -> bool:
        """Whether the name says no other commune than the organisation's."""
        place, known = place_of(name) or self._here, self._places[organisation_id]
        return not place or place in known or "" in known

    def _has_its_marks(self, name: str, organisation_id: int) -> bool:
        """Whether no word of the name has other marks than that word of the organisation's names."""
        return _agree(_spellings((name,)), self._spelled[organisation_id])

    def _alike(self, name: str) -> tuple[int, ...]:
        letters, words = _letters(name)
        scores: dict[int, float] = {}
        for row_id, others, other_words in self._words:
            score = _likeness(letters, words, others, other_words)
            if score >= _ALIKE:
                scores[row_id] = max(score, scores.get(row_id, 0))
        return tuple(sorted(scores, key=lambda row_id: (-scores[row_id], row_id))[:_MOST])


def _spellings(names: Iterable[str]) -> dict[str, set[str]]:
    """The words of names by their letters without marks, each with the ways it is marked; "" for none."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in (word for name in names for word in re.findall(r"\w+", one_line(name).lower())):
        bare = fold(word)
        found[bare].add("" if bare == word else sort_key(word))
    return dict(found)


def _agree(own: dict[str, set[str]], known: dict[str, set[str]]) -> bool:
    return all(own[word] <= known[word] or "" in own[word] | known[word] for word in own.keys() & known.keys())


def same_marks(one: str, other: str) -> bool:
    """Whether two names differ in no marks that both write: "Thôn Hà" and "thon ha", not "Thôn Hạ"."""
    return _agree(_spellings((one,)), _spellings((other,)))


def _letters(name: str) -> tuple[str, frozenset[str]]:
    words = re.findall(r"\w+", fold(one_line(name)))
    return " ".join(words), frozenset(words)


def _likeness(letters: str, words: frozenset[str], others: str, other_words: frozenset[str]) -> float:
    """0 to 1; two names with different numbers in them ("Thôn 1", "Thôn 2") are never alike."""
    if _numbers(words) != _numbers(other_words):
        return 0.0
    fewer = min(len(words), len(other_words))
    if fewer >= _LEAST_WORDS and (words <= other_words or other_words <= words):
        return 0.9 + 0.1 * fewer / max(len(words), len(other_words))
    longest = max(len(letters), len(others))
    if abs(len(letters) - len(others)) > (1 - _ALIKE) * 2 * longest:
        return 0.0
    return SequenceMatcher(None, letters, others, autojunk=False).ratio()


def _numbers(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if word.isdigit())
