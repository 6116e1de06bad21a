"""Which line of the source became what, and where the words of a part, a row or a field stand in the source.

Nothing of it comes from the reader: the words themselves are looked for, without regard to spaces, marks of punctuation
and capitals, so that it holds for every reader and stays true while the plan is corrected.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from thidua_desktop.domain.plan.plans import Plan, Section, SourceLine
from thidua_desktop.domain.vietnamese import nfc

SHORTEST = 3  # letters that are worth looking for
ENOUGH = 48  # letters by which a text is known when it does not stand there word for word

# What a line is called when one of its words became such a row; the first that applies counts.
ROW_WORDS = {
    "plan_targets": "chỉ tiêu",
    "commitments": "cam kết",
    "plan_phases": "đợt",
    "plan_bases": "căn cứ",
    "plan_movements": "phong trào",
    "plan_tasks": "việc",
}
PART_WORDS = {
    "header": "đầu văn bản",
    "title": "tiêu đề",
    "preamble": "mở đầu",
    "section": "nội dung",
    "closing": "kết",
    "recipient": "nơi nhận",
    "signer": "ký",
    "": "chưa hiểu",
}
HEADING_WORD = "mục"


class Thing(NamedTuple):
    """Something on the right side: ("section", "", id), ("row", kind, id), ("field", key, 0), ("preamble", "", 0)…"""

    what: str
    kind: str = ""
    id: int = 0


class Span(NamedTuple):
    """A stretch of one line: from ``start`` to before ``end``, in characters."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Links:
    """``spans`` of each thing, ``things`` of each line (the most telling first), and each line's ``words``."""

    spans: dict[Thing, tuple[Span, ...]]
    things: dict[int, tuple[Thing, ...]]
    words: tuple[str, ...]
    text: _Text

    def find(self, words: str) -> tuple[Span, ...]:
        """Where these words stand in the source; nothing when they do not."""
        found = self.text.find(words)
        return self.text.spans(*found) if found else ()


def links(plan: Plan, lines: Sequence[SourceLine]) -> Links:
    """Look for everything the plan holds; ``plan`` has ids."""
    text = _Text([line.text for line in lines])
    spans: dict[Thing, tuple[Span, ...]] = {}
    headings = set()
    for thing, found in (*_sections(plan, lines, text, headings), *_rows(plan, text), *_fields(plan, lines, text)):
        spans[thing] = spans.get(thing, ()) + found
    things = _by_line(spans)
    words = tuple(_word(number, line, things, headings) for number, line in enumerate(lines))
    return Links(spans, things, words, text)


class _Text:
    """The source's letters and digits in one string, and where each of them stands."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._places = []
        letters = []
        for line in lines:
            kept = [(place, letter.casefold()) for place, letter in enumerate(line) if letter.isalnum()]
            self._places.append([place for place, letter in kept for _ in letter])
            letters.append("".join(letter for _, letter in kept))
        self._starts = [0, *accumulate(map(len, letters))]
        self.letters = "".join(letters)

    def line_start(self, line: int) -> int:
        """Where the letters of a line begin."""
        return self._starts[line]

    def find(self, words: str, start: int = 0, end: int | None = None) -> tuple[int, int] | None:
        """Where ``words`` stand first from ``start`` on, or at least how they begin; None when nowhere."""
        wanted = squeezed(words)
        if len(wanted) < SHORTEST:
            return None
        end = len(self.letters) if end is None else end
        at = self.letters.find(wanted, start, end)
        if at < 0 and len(wanted) > ENOUGH:
            wanted = wanted[:ENOUGH]
            at = self.letters.find(wanted, start, end)
        return (at, at + len(wanted)) if at >= 0 else None

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The stretches of lines between two places."""
        found = []
        line = bisect_right(self._starts, start) - 1
        while start < end:
            stop = min(end, self._starts[line + 1])
            if stop > start:
                places, first = self._places[line], self._starts[line]
                found.append(Span(line, places[start - first], places[stop - 1 - first] + 1))
            start, line = stop, line + 1
        return tuple(found)


def squeezed(words: str) -> str:
    """Only letters and digits, in small letters."""
    return "".join(letter for letter in nfc(words).casefold() if letter.isalnum())


Found = tuple[Thing, tuple[Span, ...]]


def _sections(plan: Plan, lines: Sequence[SourceLine], text: _Text, headings: set[int]) -> Iterator[Found]:
    """Text in reading order: each piece is looked for after the one before it."""
    at = _first(lines, text, ("preamble", "section"))
    for thing, words, is_heading in _texts(plan):
        found = text.find(words, at) or (text.find(words) if len(squeezed(words)) > ENOUGH else None)
        if found is None:
            continue
        at = max(at, found[1])
        spans = text.spans(*found)
        if is_heading:
            headings.update(span.line for span in spans)
        yield thing, spans


def _texts(plan: Plan) -> Iterator[tuple[Thing, str, bool]]:
    yield from ((Thing("preamble"), paragraph.text, False) for paragraph in plan.preamble)
    for section in plan.all_sections():
        yield from _section_texts(section)
    yield from ((Thing("closing"), paragraph.text, False) for paragraph in plan.closing)


def _section_texts(section: Section) -> Iterator[tuple[Thing, str, bool]]:
    thing = Thing("section", id=section.id)
    body = [paragraph.text for paragraph in section.body]
    if section.heading is not None:
        yield thing, f"{section.marker} {section.heading}", True
    elif body:
        yield thing, f"{section.marker} {body.pop(0)}", True
    yield from ((thing, words, False) for words in body)


def _rows(plan: Plan, text: _Text) -> Iterator[Found]:
    """Rows in their order; what stands there more than once is taken as the next one, then as the first."""
    for kind, looked_for in _LOOKED_FOR.items():
        at = 0
        for item in looked_for.items(plan):
            for words in looked_for.words(item):
                found = text.find(words, at) or text.find(words)
                if found is not None:
                    at = found[0] if looked_for.share_a_line else found[1]
                    yield Thing("row", kind, item.id), text.spans(*found)
                    break


class _LookedFor(NamedTuple):
    field: str
    keys: tuple[str, ...]
    share_a_line: bool = False

    def items(self, plan: Plan) -> tuple[Any, ...]:
        return tuple(getattr(plan, self.field))

    def words(self, item: Any) -> list[str]:
        """The texts to look for, the best first."""
        return [words for key in self.keys if (words := getattr(item, key))]


_LOOKED_FOR = {
    "plan_targets": _LookedFor("targets", ("quote", "indicator"), share_a_line=True),
    "plan_bases": _LookedFor("legal_bases", ("quote", "number")),
    "plan_movements": _LookedFor("movements", ("name",)),
    "commitments": _LookedFor("commitments", ("quote", "organisation"), share_a_line=True),
    "plan_phases": _LookedFor("phases", ("name",)),
    "plan_tasks": _LookedFor("tasks", ("summary", "assignee"), share_a_line=True),
}


def _fields(plan: Plan, lines: Sequence[SourceLine], text: _Text) -> Iterator[Found]:
    """Values of the head, the recipients and the foot, each in its own part of the source."""
    for key, words in (("title", plan.title), ("doc_type", plan.doc_type)):
        yield from _within(lines, text, "title", Thing("field", key), words)
    issuer = plan.issuer.split()
    for key, words in (
        ("issuer", " ".join(issuer[-2:])),
        ("symbol", plan.symbol or ""),
        ("number", f"Số: {plan.number}" if plan.number else "Số:"),
        ("place", f"{plan.place}, ngày" if plan.place else "ngày"),
    ):
        yield from _within(lines, text, "header", Thing("field", key), words)
    yield from _anywhere(text, Thing("field", "theme"), plan.theme or "")
    at = _first(lines, text, ("recipient",))
    for recipient in plan.recipients:
        found = text.find(recipient.name, at)
        if found is not None:
            at = found[1]
            yield Thing("row", "plan_recipients", recipient.id), text.spans(*found)
    for key, words in (
        ("signer_authority", plan.signer.authority),
        ("signer_title", plan.signer.title),
        ("signer_name", plan.signer.name),
    ):
        for part in (words or "").splitlines():
            yield from _within(lines, text, "signer", Thing("field", key), part)


def _within(lines: Sequence[SourceLine], text: _Text, part: str, thing: Thing, words: str) -> Iterator[Found]:
    for number, line in enumerate(lines):
        if line.part == part:
            found = text.find(words, text.line_start(number))
            if found is not None and lines[text.spans(*found)[0].line].part == part:
                yield thing, text.spans(*found)
            return


def _anywhere(text: _Text, thing: Thing, words: str) -> Iterator[Found]:
    found = text.find(words)
    if found is not None:
        yield thing, text.spans(*found)


def _first(lines: Sequence[SourceLine], text: _Text, parts: tuple[str, ...]) -> int:
    return next((text.line_start(number) for number, line in enumerate(lines) if line.part in parts), 0)


def _by_line(spans: dict[Thing, tuple[Span, ...]]) -> dict[int, tuple[Thing, ...]]:
    found: dict[int, dict[Thing, None]] = defaultdict(dict)
    for thing in sorted(spans, key=_telling):
        for span in spans[thing]:
            found[span.line][thing] = None
    return {line: tuple(things) for line, things in found.items()}


def _telling(thing: Thing) -> int:
    """Rows tell more of a line than the part of the text it stands in."""
    if thing.what == "row":
        return [*ROW_WORDS, "plan_recipients"].index(thing.kind)
    return len(ROW_WORDS) + (1 if thing.what == "field" else 2)


def _word(number: int, line: SourceLine, things: dict[int, tuple[Thing, ...]], headings: set[int]) -> str:
    rows = [thing.kind for thing in things.get(number, ()) if thing.what == "row" and thing.kind in ROW_WORDS]
    if line.part in ("section", "preamble") and rows:
        return ROW_WORDS[rows[0]]
    return HEADING_WORD if line.part == "section" and number in headings else PART_WORDS[line.part]
