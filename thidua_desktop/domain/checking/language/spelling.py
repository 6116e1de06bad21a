"""Typing slips: syllables that Vietnamese does not have, syllables run together, and words mistyped as others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...vietnamese import fold
from ..findings import Finding
from ..paper import Paper, Span
from .syllables import split_tone

_WORD = re.compile(r"[^\W\d_]+")
_JOINING = "-/@–’'"  # a word that such a sign touches is a part of a name, a date, an address
_VOWELS = re.compile(r"[aeiouy]+")
_LOAN = re.compile(r"[fjwz]|^p(?!h)|(?<!^)đ|^i[oôơ]", re.IGNORECASE)


class _Word(NamedTuple):
    """A word of the text: where it stands, and whether only blanks part it from the word before it on the line."""

    text: str
    start: int
    end: int
    follows: bool
    folded: str

    @property
    def is_name(self) -> bool:
        """A capital with small letters after it."""
        return self.text[0].isupper() and not self.text.isupper()

    @property
    def is_shouted(self) -> bool:
        """All in capitals: of a heading, or an abbreviation."""
        return self.text.isupper()


class _Slip(NamedTuple):
    """A place, what is said of it, what should stand there if that is known, and whether it is sure."""

    span: Span
    message: str
    right: str | None = None
    is_sure: bool = True


def _words(paper: Paper) -> list[_Word]:
    made: list[_Word] = []
    end = 0
    for found in _WORD.finditer(paper.text):
        between = paper.text[end : found.start()]
        made.append(
            _Word(
                found.group(),
                *found.span(),
                bool(made) and not between.strip(" \t") and bool(between),
                fold(found.group()),
            )
        )
        end = found.end()
    return made


def typing_slips(paper: Paper) -> Iterator[Finding]:
    """Words that are none, by the table of syllables and by the words of the field. Each is told once."""
    words = _words(paper)
    slips: dict[tuple[str, str | None], list[_Slip]] = {}
    told = -1
    for place, word in enumerate(words):
        if word.start < told:
            continue
        slip = _no_name(paper, words, place)
        if slip is not None:
            told = slip.span[1]
        elif paper.rules.syllables.rhymes and _is_vietnamese(paper, words, place):
            slip = _no_syllable(paper, words, place)
        if slip is None and word.follows:
            slip = _no_compound(paper, words, place)
        if slip is not None:
            slips.setdefault((paper.text[slice(*slip.span)], slip.right), []).append(slip)
    for alike in slips.values():
        first, fixes = alike[0], [(slip.span, slip.right) for slip in alike if slip.right and slip.is_sure]
        more = f" Còn {len(alike) - 1} chỗ nữa." if len(alike) > 1 else ""
        advice = f"Viết “{first.right}”." if first.right else "Xem lại chữ này, có lẽ gõ thiếu hoặc thừa dấu."
        is_long = " " in (first.right or "")
        span = first.span if is_long else _with_neighbour(paper, words, first.span)
        yield paper.finding("TYPO", "warning", span, first.message + more, advice, fixes=fixes)


def _with_neighbour(paper: Paper, words: list[_Word], span: Span) -> Span:
    """One syllable is pointed at with the word beside it that it makes a compound with, or else the next one."""
    place = next((place for place, word in enumerate(words) if (word.start, word.end) == span), None)
    if place is None:
        return span
    before = words[place - 1] if words[place].follows else None
    after = words[place + 1] if place + 1 < len(words) and words[place + 1].follows else None
    if before and (paper.rules.compounds.has_letters(before.text, words[place].text) or not after):
        return before.start, span[1]
    return span[0], after.end if after else span[1]


def _is_vietnamese(paper: Paper, words: list[_Word], place: int) -> bool:
    """Whether a word can be judged: it has marks, is no loanword, no name and no part of something longer."""
    word = words[place]
    if len(word.text) < 2 or word.text.isascii() or not _VOWELS.search(word.folded) or _is_joined(paper, word):
        return False
    if not (word.text.islower() or word.text.isupper() or word.is_name):
        return False
    if word.is_name and (word.follows or (place + 1 < len(words) and words[place + 1].text[0].isupper())):
        return False
    letters, tone = split_tone(word.text)
    is_loan = not tone and (len(_VOWELS.findall(word.folded)) > 1 or letters[:2] in _CLUSTERS)
    return not is_loan and not _LOAN.search(letters)


def _is_joined(paper: Paper, word: _Word) -> bool:
    """Whether the word is a part of something longer: a date, an address, a name with a hyphen. A stop ends a word."""
    before, after = paper.text[max(0, word.start - 2) : word.start], paper.text[word.end : word.end + 2]
    signs = (before[-1:], after[:1])
    if any(sign.isdigit() or (sign and sign in _JOINING) for sign in signs):
        return True
    return (signs[0] == "." and before[:1].isalnum()) or (signs[1] == "." and after[1:].isalnum())


_CLUSTERS = {a + b for a in "bcdfghkpstx" for b in "lr"} - {"tr"} | {"xt", "xp", "xk"}


def _no_name(paper: Paper, words: list[_Word], place: int) -> _Slip | None:
    """A name of three syllables or more with a wrong mark; the whole name is pointed at."""
    compounds = paper.rules.compounds
    for length in compounds.phrase_lengths:
        taken = words[place : place + length]
        if len(taken) < length or not all(word.follows for word in taken[1:]):
            continue
        meant = compounds.name_meant_by([word.folded for word in taken], [word.text for word in taken])
        if meant is None:
            continue
        right = " ".join(_as_written(*pair) for pair in zip(meant.split(), (word.text for word in taken), strict=True))
        span = taken[0].start, taken[-1].end
        return _Slip(span, f"“{paper.text[slice(*span)]}” có lẽ là “{right}” gõ nhầm.", right)
    return None


def _no_syllable(paper: Paper, words: list[_Word], place: int) -> _Slip | None:
    word = words[place]
    if paper.rules.syllables.has(word.text) or (word.is_shouted and word.start >= paper.body[1]):
        return None  # below the text the lines of a signature may run together
    if word.is_shouted and (_is_glued(paper, word.text) or _is_short_form(words, place)):
        return None
    span = word.start, word.end
    if meant := _meant_beside(paper, words, place):
        return _Slip(span, f"Tiếng Việt không có chữ “{word.text}”.", meant)
    if word.is_shouted and word.start < paper.body[0]:
        return None  # the name of a place ("HUYỆN PHIÊNG HIN"), or two columns run together
    parted = paper.rules.syllables.parted(word.text) if len(_VOWELS.findall(fold(word.text))) > 1 else None
    # What runs together in the head is two columns; what the reader parted itself is no slip of the writer.
    if parted and word.start >= paper.body[0] and paper.is_in_plan(word.text):
        return _Slip(span, f"“{word.text}” viết liền, thiếu dấu cách.", " ".join(parted))
    return None if parted else _Slip(span, f"Tiếng Việt không có chữ “{word.text}”.")


def _is_short_form(words: list[_Word], place: int) -> bool:
    """Whether capitals without a tone stand alone among small letters: "ƯTH năm 2025", "theo BCHTƯ"."""
    beside = [words[place - 1]] if place and words[place].follows else []
    beside += [one for one in words[place + 1 : place + 2] if one.follows]
    return not split_tone(words[place].text)[1] and not any(one.is_shouted for one in beside)


def _is_glued(paper: Paper, word: str) -> bool:
    """Whether capitals are a word and an abbreviation that the layout ran together: "ĐƯỜNGUBND"."""
    known = {*paper.rules.known_abbreviations, *paper.rules.abbreviations}
    has = paper.rules.syllables.has
    halves = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    return any((has(one) and other in known) or (one in known and has(other)) for one, other in halves)


def _meant_beside(paper: Paper, words: list[_Word], place: int) -> str | None:
    """What the word should be by a two-syllable word it makes with a neighbour; None when it is not sure."""
    found: set[str] = set()
    if words[place].follows:
        found |= {one.split()[1] for one in _candidates(paper, words[place - 1], words[place], 1)}
    if place + 1 < len(words) and words[place + 1].follows:
        found |= {one.split()[0] for one in _candidates(paper, words[place], words[place + 1], 0)}
    return _as_written(next(iter(found)), words[place].text) if len(found) == 1 else None


def _candidates(paper: Paper, first: _Word, second: _Word, odd: int) -> list[str]:
    compounds = paper.rules.compounds
    meant = compounds.meant_by(first.text, second.text)
    return [word for word in meant if compounds.odd_one(first.text, second.text, word) == odd]


def _as_written(word: str, like: str) -> str:
    """The word in capitals as the one it takes the place of."""
    return word.upper() if like.isupper() else word.capitalize() if like[0].isupper() else word


def _no_compound(paper: Paper, words: list[_Word], place: int) -> _Slip | None:
    first, second = words[place - 1], words[place]
    compounds, syllables = paper.rules.compounds, paper.rules.syllables
    if not compounds.words or (first.is_name and second.is_name) or first.is_shouted != second.is_shouted:
        return None
    for meant in compounds.meant_by(first.text, second.text):
        odd = compounds.odd_one(first.text, second.text, meant)
        if not _may_be_meant(paper, words, place, meant, odd):
            continue
        if not all(syllables.has(word.text) for word in (first, second)):
            return None  # told for itself
        right = " ".join(_as_written(*pair) for pair in zip(meant.split(), (first.text, second.text), strict=True))
        told = f"“{paper.text[first.start : second.end]}” có lẽ là “{right}” gõ nhầm."
        return _Slip((first.start, second.end), told, right, odd >= 0)
    return None


def _may_be_meant(paper: Paper, words: list[_Word], place: int, meant: str, odd: int) -> bool:
    """Whether neither of the two belongs to another word with what stands beside them."""
    compounds = paper.rules.compounds
    first, second = words[place - 1], words[place]
    if odd < 0 and compounds.uses(first.text) and compounds.uses(second.text):
        return False  # two words of their own, side by side
    lone = {word.text.lower() for word in ((first, second) if odd < 0 else ((first, second)[odd],))} & compounds.lone
    if lone and fold(f"{first.text} {second.text}") == fold(meant):
        return False
    before = words[place - 2].text if place > 1 and first.follows else ""
    after = words[place + 1].text if place + 1 < len(words) and words[place + 1].follows else ""
    return not (before and compounds.knows(before, first.text)) and not (after and compounds.knows(second.text, after))
