"""Phrases: sentences and clauses of the office's own plans, by the heading they stood under, to be inserted again.

The year of the plan a phrase came from is kept as :data:`YEAR`, so that a phrase of last year fits this year's plan.
Sentences with other figures are not taken: last year's figure in this year's plan is what the checker has to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..richtext import Paragraph
from ..vietnamese import SMALL, folded_line, nfc, one_line
from .plans import Plan, Section

YEAR = "{năm}"
YEAR_BEFORE = "{năm trước}"
FEWEST_WORDS = 4
LONGEST = 400
"""Characters of a phrase; what is longer is no phrase to insert but a paragraph to copy."""
MOST_OFFERED = 8

_CLAUSE_END = re.compile(rf";\s+|(?<=[{SMALL}][.!?])\s+(?=[^\W\d_])|;$")
_SENTENCE_END = re.compile(r"[.;!?:]\s+|^[-+•*–]\s+")
_OUTER = " .,;:/-+•*–"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, the heading it stood under, and in how many plans of the office it stands."""

    text: str
    topic: str = ""
    used: int = 1
    id: int = 0


class Offer(NamedTuple):
    """A phrase to insert, its words fitted to the plan, and how many letters before the caret it takes the place of."""

    text: str
    topic: str
    replaces: int


def phrases_of(plan: Plan) -> tuple[Phrase, ...]:
    """The phrases that the text of a plan holds, each once."""
    found: dict[str, Phrase] = {}
    for topic, paragraph in _paragraphs(plan):
        for clause in clauses(paragraph.text):
            text = without_year(clause, plan.year)
            if is_phrase(text):
                found.setdefault(folded_line(text), Phrase(text, topic))
    return tuple(found.values())


def _paragraphs(plan: Plan) -> Iterator[tuple[str, Paragraph]]:
    for paragraph in plan.preamble:
        yield "Mở đầu", paragraph
    for section in plan.sections:
        yield from _below(section, "")
    for paragraph in plan.closing:
        yield "Kết", paragraph


def _below(section: Section, topic: str) -> Iterator[tuple[str, Paragraph]]:
    if section.heading:
        topic = topic_of(section.heading)
    for paragraph in section.body:
        if paragraph.bullet != "|":
            yield topic, paragraph
    for child in section.children:
        yield from _below(child, topic)


def topic_of(heading: str) -> str:
    """A heading as the name of a topic: in small letters but the first, without the sign at its end."""
    text = one_line(heading).strip(_OUTER)
    text = text.lower() if text.isupper() else text
    return f"{text[:1].upper()}{text[1:]}"


def clauses(text: str) -> list[str]:
    """The sentences of a paragraph and the parts of one between semicolons, without the sign at their ends."""
    return [clause for part in _CLAUSE_END.split(nfc(text)) if (clause := one_line(part).strip(_OUTER))]


def is_phrase(text: str) -> bool:
    """Whether a clause is worth keeping: long enough to save typing, short enough to be read in a list, no figures."""
    bare = text.replace(YEAR, "").replace(YEAR_BEFORE, "")
    return len(text.split()) >= FEWEST_WORDS and len(text) <= LONGEST and not re.search(r"\d|…|\.{3}", bare)


def without_year(text: str, year: int) -> str:
    """The text with the plan's year and the one before it as slots."""
    return re.sub(rf"\b{year - 1}\b", YEAR_BEFORE, re.sub(rf"\b{year}\b", YEAR, text))


def with_year(text: str, year: int) -> str:
    """The text for the plan of that year."""
    return text.replace(YEAR_BEFORE, str(year - 1)).replace(YEAR, str(year))


def offered(phrases: Iterable[Phrase], before: str, topic: str, year: int) -> tuple[Offer, ...]:
    """What to offer after ``before``, the words of the line up to the caret; the likeliest first, at most eight.

    Phrases that begin with the longest run of words before the caret come first, then those that hold all words of the
    sentence begun; marks and capitals do not count. With nothing typed, the topic's own phrases that are used most.
    """
    begun = before[_begin(before) :]
    known = [(phrase, folded_line(with_year(phrase.text, year))) for phrase in phrases]
    found: list[tuple[tuple[int, int, int, int], Offer]] = []
    for rank, (start, fits) in enumerate(_ways(begun, [folded for _, folded in known])):
        typed = begun[start:]
        for at in fits:
            phrase = known[at][0]
            is_of_topic = folded_line(phrase.topic) == folded_line(topic)
            order = (rank, -is_of_topic, -phrase.used, len(phrase.text))
            text = _cased(with_year(phrase.text, year), typed, first=start == 0)
            found.append((order, Offer(text, phrase.topic, len(typed))))
    if not begun.strip():
        found = [one for one in found if folded_line(one[1].topic) == folded_line(topic)] or found
    best = dict.fromkeys(offer for _, offer in sorted(found, key=lambda one: one[0]))
    made: dict[str, Offer] = {}
    for offer in best:
        made.setdefault(folded_line(offer.text), offer)
    return tuple(made.values())[:MOST_OFFERED]


def _begin(before: str) -> int:
    """Where the sentence begins that the caret stands in."""
    return max((found.end() for found in _SENTENCE_END.finditer(before)), default=0)


def _ways(begun: str, known: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """From which letter on the typed words are taken, and which phrases then fit: by their start, then by all words."""
    starts = [found.start() for found in re.finditer(r"\S+", begun)]
    for start in starts or [0]:
        typed = folded_line(begun[start:])
        fits = [at for at, text in enumerate(known) if text.startswith(typed) and text != typed]
        if fits:
            yield start, fits
            break
    words = folded_line(begun).split()
    if words:
        yield (
            (starts[0] if starts else 0),
            [at for at, text in enumerate(known) if text != " ".join(words) and _holds(text, words)],
        )


def _holds(text: str, words: Sequence[str]) -> bool:
    """Whether words of the text begin with these, in order."""
    left = iter(text.split())
    return all(any(word.startswith(typed) for word in left) for typed in words)


def _cased(text: str, typed: str, *, first: bool) -> str:
    """In the middle of a sentence a phrase goes on in small letters when it was begun in small letters."""
    if not first and typed[:1].islower() and text[1:2].islower():
        return text[:1].lower() + text[1:]
    return text
