"""Which written syllables Vietnamese has: an onset, a rhyme and a tone, by the table of ``resources/checking``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

TONES = "\u0300\u0301\u0303\u0309\u0323"  # huyền sắc ngã hỏi nặng
_ENTERING = ("\u0301", "\u0323")  # the tones of a rhyme that ends in a stop
_FRONT = "eêiy"
_TONES_IN_ORDER = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")  # ngang huyền sắc ngã hỏi nặng


def split_tone(word: str) -> tuple[str, str]:
    """The letters of a word in lower case without tone, and its tone marks: "Hòa" → ("hoa", "\\u0300")."""
    marked = unicodedata.normalize("NFD", word.lower())
    letters = "".join(char for char in marked if char not in TONES)
    return unicodedata.normalize("NFC", letters), "".join(char for char in marked if char in TONES)


def parse_used(text: str) -> frozenset[tuple[str, str, str]]:
    """The table "rhyme: onsets / onsets / …", one list of onsets for each of the six tones; "-" is no onset.

    A line that begins with blanks goes on with the one before. ``ValueError`` names the first bad rhyme.
    """
    found: set[tuple[str, str, str]] = set()
    for line in re.sub(r"\n[ \t]+", " ", text.strip()).splitlines():
        rhyme, _, lists = line.partition(":")
        by_tone = lists.split("/")
        if not lists or len(by_tone) > len(_TONES_IN_ORDER):
            raise ValueError(f"“{rhyme}” phải có từ một đến sáu danh sách phụ âm đầu")
        for tone, onsets in zip(_TONES_IN_ORDER, by_tone, strict=False):
            found |= {(onset.replace("-", ""), rhyme.strip(), tone) for onset in onsets.split()}
    return frozenset(found)


@dataclass(frozen=True)
class Syllables:
    """The table: rhymes without tone, onsets by what may follow, endings that bind the tone.

    ``used`` are the (onset, rhyme, tone) that the language makes words of; empty = all that can be built.
    """

    rhymes: frozenset[str] = frozenset()
    onsets: tuple[str, ...] = ()
    onsets_before_front: tuple[str, ...] = ()
    onsets_before_back: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    used: frozenset[tuple[str, str, str]] = frozenset()
    _known: dict[str, bool] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def _onsets(self) -> tuple[str, ...]:
        """Every onset, longest first."""
        onsets = (*self.onsets, *self.onsets_before_front, *self.onsets_before_back)
        return tuple(sorted(onsets, key=len, reverse=True))

    def has(self, word: str) -> bool:
        """Whether the word is a syllable; wherever its tone stands, "hoà" and "hòa" are both."""
        if word not in self._known:
            letters, tone = split_tone(word)
            is_used = not self.used or (*self.parts(letters), tone) in self.used
            self._known[word] = is_used and self._is_made_of(letters, tone)
        return self._known[word]

    def parts(self, letters: str) -> tuple[str, str]:
        """The longest onset and the rest, as the table of used syllables parts them."""
        for onset in self._all_onsets:
            if letters.startswith(onset) and len(letters) > len(onset):
                return onset, letters[len(onset) :]
        return "", letters

    @cached_property
    def _all_onsets(self) -> tuple[str, ...]:
        return tuple(sorted((*self._onsets, "gi", "qu", "p"), key=len, reverse=True))

    def _is_made_of(self, letters: str, tone: str) -> bool:
        if len(tone) > 1:
            return False
        return any(
            tone in _ENTERING or not rhyme.endswith(self.stops)
            for rhyme in self._rhymes(letters)
            if rhyme in self.rhymes
        )

    def _rhymes(self, letters: str) -> Iterator[str]:
        """What may be the rhyme of these letters, if it is one."""
        yield letters
        for onset in self._onsets:
            rest = letters.removeprefix(onset)
            if rest == letters or not rest:
                continue
            is_front = rest[0] in _FRONT
            if (onset in self.onsets_before_front and not is_front) or (onset in self.onsets_before_back and is_front):
                continue
            yield rest
        if letters.startswith("gi"):  # the i of gi is the rhyme's own when nothing else is: gì, gìn, giếng
            yield from ("i" + letters[2:], letters[2:])
        if letters.startswith("qu"):  # the u of qu belongs to the rhyme: quan as hoan, quân as huân, quốc as thuốc
            yield from ("u" + letters[2:], "o" + letters[2:], letters[2:])

    def parted(self, word: str) -> tuple[str, str] | None:
        """A word that is two syllables written without a blank, parted; None when it is not, or in several ways."""
        ways = [(word[:at], word[at:]) for at in range(2, len(word) - 1) if self.has(word[:at]) and self.has(word[at:])]
        return ways[0] if len(ways) == 1 else None
