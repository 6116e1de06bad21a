"""Two-syllable words of the field, and which of them a mistyped pair of syllables was meant to be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ...vietnamese import fold
from .syllables import split_tone

_Pair = tuple[str, str]


@lru_cache(maxsize=20_000)
def _letter_by_letter(word: str) -> str:
    """The word in lower case with its tone apart, so that "hoà" and "hòa" are one."""
    return "".join(split_tone(word))


def _pair(words: Sequence[str]) -> _Pair:
    return _letter_by_letter(words[0]), _letter_by_letter(words[1])


def _turned_round(syllable: str) -> Iterator[str]:
    """The letters of a syllable, without marks, with two vowels in the wrong order: "đại" → "dia"."""
    letters = fold(syllable)
    for at in range(len(letters) - 1):
        if letters[at] != letters[at + 1] and {letters[at], letters[at + 1]} <= set("aeiou"):
            yield letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]


def _differ(right: str, written: str) -> bool:
    return _letter_by_letter(right) != _letter_by_letter(written)


@dataclass(frozen=True)
class Compounds:
    """``words`` are what is meant, ``others`` right too, ``phrases`` names of three syllables or more.

    ``onsets`` are groups of beginnings that are taken for one another, ``lone`` the little words beside anything.
    """

    words: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    onsets: tuple[tuple[str, ...], ...] = ()
    lone: frozenset[str] = frozenset()
    phrases: tuple[str, ...] = ()
    _found: dict[_Pair, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _known(self) -> frozenset[_Pair]:
        return frozenset(_pair(word.split()) for word in (*self.words, *self.others))

    @cached_property
    def _meant(self) -> dict[str, tuple[str, ...]]:
        """The words that a pair without its marks, or with another onset, may be."""
        found: dict[str, list[str]] = {}
        for word in self.words:
            for key in (fold(word), *self._confused(word)):
                found.setdefault(key, []).append(word)
        return {key: tuple(words) for key, words in found.items()}

    def _confused(self, word: str) -> Iterator[str]:
        """The word with the onset of one of its syllables taken for another, marked so that nothing else is like it."""
        first, second = word.split()
        yield from (f"={_letter_by_letter(other)} {_letter_by_letter(second)}" for other in self._other_onsets(first))
        yield from (f"={_letter_by_letter(first)} {_letter_by_letter(other)}" for other in self._other_onsets(second))
        yield from (f"~{other} {_letter_by_letter(second)}" for other in _turned_round(first))
        yield from (f"~{_letter_by_letter(first)} {other}" for other in _turned_round(second))

    def _other_onsets(self, syllable: str) -> Iterator[str]:
        for group in self.onsets:
            own = next((onset for onset in sorted(group, key=len, reverse=True) if syllable.startswith(onset)), None)
            if own:
                yield from (onset + syllable[len(own) :] for onset in group if onset != own)

    @cached_property
    def _parts(self) -> frozenset[str]:
        return frozenset(part for pair in self._known for part in pair)

    def uses(self, word: str) -> bool:
        """Whether the word is a part of any two-syllable word."""
        return _letter_by_letter(word) in self._parts

    def knows(self, first: str, second: str) -> bool:
        """Whether the two make a word."""
        return _pair((first, second)) in self._known

    def has_letters(self, first: str, second: str) -> bool:
        """Whether the two without their marks may be a word."""
        return fold(f"{first} {second}") in self._meant

    def meant_by(self, first: str, second: str) -> tuple[str, ...]:
        """The words that the pair may be a slip of, none when it is a word itself."""
        pair = _pair((first, second))
        if pair not in self._found:
            self._found[pair] = self._look_up(pair, first, second)
        return self._found[pair]

    def _look_up(self, pair: _Pair, first: str, second: str) -> tuple[str, ...]:
        if pair in self._known:
            return ()
        keys = (
            fold(f"{first} {second}"),
            f"={pair[0]} {pair[1]}",
            f"~{fold(first)} {pair[1]}",
            f"~{pair[0]} {fold(second)}",
        )
        words = dict.fromkeys(word for key in keys for word in self._meant.get(key, ()))
        return tuple(word for word in words if _pair(word.split()) != pair)

    @cached_property
    def phrase_lengths(self) -> tuple[int, ...]:
        """How many syllables the names have, longest first."""
        return tuple(sorted({len(phrase.split()) for phrase in self.phrases}, reverse=True))

    @cached_property
    def _by_letters(self) -> dict[str, str]:
        return {fold(phrase): phrase for phrase in self.phrases}

    def name_meant_by(self, folded: Sequence[str], words: Sequence[str]) -> str | None:
        """The name that has these letters but other marks; ``folded`` are the words without any."""
        phrase = self._by_letters.get(" ".join(folded))
        return phrase if phrase and any(map(_differ, phrase.split(), words)) else None

    def odd_one(self, first: str, second: str, word: str) -> int:
        """Which of the two differs from the word: 0, 1, or -1 for both."""
        pair, right = _pair((first, second)), _pair(word.split())
        if pair[0] != right[0] and pair[1] != right[1]:
            return -1
        return 0 if pair[0] != right[0] else 1
