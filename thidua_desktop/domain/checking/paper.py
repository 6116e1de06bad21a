"""The paper under check: its plan, its text, the registers, and how a remark points into the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate

from ..legal_acts import LegalAct
from ..plan.plans import Plan
from .findings import Edit, Finding, Place, Severity, TextEdit
from .lines import PlanLine, laid_out, plan_lines
from .rules import CheckRules

QUOTE_LENGTH = 120
_HEADER_LINES = 20

Span = tuple[int, int]
Fix = tuple[Span, str]  # a place in the text and what should stand there

NUMBER = r"(?:\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,6})?|\d{1,15}(?:[.,]\d{1,6})?)"


@dataclass(frozen=True)
class Paper:
    """What every check looks at. ``text`` is the lines joined by line feeds; a span is a place in it.

    ``joined`` are the words before each place where the reader joined a sentence that the source cuts in two.
    """

    plan: Plan
    acts: tuple[LegalAct, ...]
    rules: CheckRules
    lines: tuple[str, ...]
    joined: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        plan: Plan,
        acts: Sequence[LegalAct],
        rules: CheckRules | None,
        lines: Sequence[str],
        joined: Sequence[str] = (),
    ) -> Paper:
        """The paper of a plan; without ``lines`` its text is what the plan itself says."""
        return cls(plan, tuple(acts), rules or CheckRules(), tuple(lines) or plan_lines(plan), tuple(joined))

    @cached_property
    def text(self) -> str:
        """Every line, one under the other."""
        return "\n".join(self.lines)

    @cached_property
    def lowered(self) -> str:
        """The text in small letters, to see quickly whether a word is there at all."""
        return self.text.lower()

    @cached_property
    def shouted(self) -> list[int]:
        """Where lines in capitals begin and end, one place after the other."""
        places: list[int] = []
        start = 0
        for line in self.text.split("\n"):
            words = re.findall(r"[^\W\d_]{2,}", line)
            if 2 * sum(1 for word in words if word.isupper()) > len(words):
                places += [start, start + len(line) + 1]
            start += len(line) + 1
        return places

    @cached_property
    def header(self) -> str:
        """The text above the title, or the first lines when the title is not found."""
        first_lines = "\n".join(self.text.split("\n")[:_HEADER_LINES])
        if not self.plan.doc_type.strip():
            return first_lines
        titles = re.finditer(rf"^\s*{re.escape(self.plan.doc_type.strip())}\b", first_lines, re.MULTILINE)
        below = next((title.start() for title in titles if title.start()), None)  # a caption may stand above the head
        return first_lines[:below]

    @cached_property
    def body(self) -> Span:
        """The text below the head and above "Nơi nhận", where short forms and lines without a stop are usual."""
        end = re.search(r"^[ \t]*Nơi nhận", self.text, re.MULTILINE)
        recipient = self.find(f"- {self.plan.recipients[0].name}") if self.plan.recipients else None
        ends = [span[0] for span in (end.span() if end else None, recipient) if span]
        start = len(self.header)
        return (start if start < len(self.text) else 0), min(ends, default=len(self.text))

    @cached_property
    def earliest(self) -> date:
        """The first day the paper may bear: its own date, or what a draft leaves open.

        Without a year it may have been signed in the last quarter before the year it is for.
        """
        day = self.plan.date
        if day.year is None:
            return real_day(self.plan.year - 1, 10, 1) or date.min
        return real_day(day.year, day.month or 1, day.day or 1) or date.min

    @cached_property
    def latest(self) -> date:
        """The last day the paper may bear."""
        day = self.plan.date
        year, month = day.year or self.plan.year, day.month or 12
        for last in (day.day or 31, 30, 29, 28):
            found = real_day(year, month, last)
            if found:
                return found
        return date.max

    @property
    def is_draft(self) -> bool:
        """Whether the date is still open."""
        return None in (self.plan.date.day, self.plan.date.month, self.plan.date.year)

    def finding(
        self,
        code: str,
        severity: Severity,
        span: Span | None,
        message: str,
        advice: str = "",
        *,
        fix: str | None = None,
        fixes: Sequence[Fix] = (),
        edits: Sequence[Edit] = (),
        place: Place | None = None,
    ) -> Finding:
        """A remark on a place in the text; None when what it is about stands nowhere in the text.

        ``fix`` is what should stand at the place, ``fixes`` what should stand elsewhere too, ``edits`` what else to
        change; give them only where no other answer is possible. ``place`` says where the clerk corrects it, when that
        is not where the words stand.
        """
        if span and fix is not None:
            fixes = ((span, fix), *fixes)
        quote = self.quote(*span) if span else ""
        line = self._line_at(span[0]) if span else -1
        found = place or (self._place(span, quote) if span else None)
        made = (*self.text_edits(fixes), *edits)
        return Finding(code, severity, quote, message, advice, found, line, made)

    def text_edits(self, fixes: Sequence[Fix]) -> tuple[TextEdit, ...]:
        """Places in the text and what should stand there, line by line."""
        made = []
        for (start, end), new in fixes:
            line = self._line_at(start)
            made.append(TextEdit(line, start - self._line_starts[line], self.text[start:end], new))
        return tuple(made)

    @cached_property
    def _line_starts(self) -> list[int]:
        return _starts(self.lines)

    def _line_at(self, place: int) -> int:
        return max(0, bisect_right(self._line_starts, place) - 1)

    @cached_property
    def _laid(self) -> tuple[PlanLine, ...]:
        return laid_out(self.plan)

    @cached_property
    def _laid_text(self) -> str:
        return "\n".join(line.text for line in self._laid)

    @cached_property
    def _laid_starts(self) -> list[int]:
        return _starts([line.text for line in self._laid])

    def is_in_plan(self, words: str) -> bool:
        """Whether these words stand in the plan as well, not only in the text it was read from."""
        return words in self._laid_text

    def _place(self, span: Span, quote: str) -> Place | None:
        """The part of the plan that a span of the text became: the same words, as often repeated before."""
        line = self._line_at(span[0])
        if line < len(self._laid) and self._laid[line].text == self.lines[line]:
            return self._laid[line].place
        if not quote:
            return None
        at = -1
        for _ in range(self.text.count(quote, 0, span[0]) + 1):
            found = self._laid_text.find(quote, at + 1)
            if found < 0:
                break
            at = found
        return self._laid[bisect_right(self._laid_starts, at) - 1].place if at >= 0 else None

    def quote(self, start: int, end: int) -> str:
        """The words of a span, whole words of one line, at most 120 characters.

        A search for the quote should lead to the span, so it is widened by a few words when the same ones stand above.
        """
        line_start, line_end = self.line_span(start)
        end = min(end, line_end)
        for _ in range(4):
            words = self._short(self.text[start:end].strip())
            if not words or self.text.find(words) >= line_start or end - start > QUOTE_LENGTH:
                return words
            before, after = self._widened(start, end)
            word_after = re.compile(r"[ \t]+\w+").match(self.text, end)  # one word more may be enough
            more = self._short(self.text[slice(*((start, word_after.end()) if word_after else (before, end)))].strip())
            if self.text.find(more) >= line_start:
                return more
            start, end = before, after
        return self._short(self.text[start:end].strip())

    @staticmethod
    def _short(words: str) -> str:
        if len(words) <= QUOTE_LENGTH:
            return words
        cut = words[: QUOTE_LENGTH + 1]
        return cut[: cut.rfind(" ")] if " " in cut else words[:QUOTE_LENGTH]

    def _widened(self, start: int, end: int) -> tuple[int, int]:
        before = re.search(r"\S*[ \t]*\Z", self.text[max(0, start - QUOTE_LENGTH) : start])
        after = re.compile(r"[ \t]*\S*").match(self.text, end)
        return start - len(before.group() if before else ""), after.end() if after else end

    def find(self, words: str, *, last: bool = False) -> Span | None:
        """Where these words stand first, or last, blanks counting alike; None when they do not."""
        parts = words.split()
        if not parts:
            return None
        places = re.finditer(r"[ \t]+".join(map(re.escape, parts)), self.text)
        found = next(reversed(list(places)), None) if last else next(places, None)
        return found.span() if found else None

    def without_tabs(self, span: tuple[int, int]) -> tuple[int, int]:
        """The longest piece of a span between tabs: what is left blank with tabs cannot be searched for."""
        pieces = [found.span() for found in re.finditer(r"[^\t]+", self.text[slice(*span)])]
        start, end = max(pieces, key=lambda piece: piece[1] - piece[0], default=(0, span[1] - span[0]))
        return span[0] + start, span[0] + end

    def line_span(self, place: int) -> tuple[int, int]:
        """The line around a place in the text."""
        end = self.text.find("\n", place)
        return self.text.rfind("\n", 0, place) + 1, end if end >= 0 else len(self.text)


def _starts(lines: Sequence[str]) -> list[int]:
    """Where each line begins in the lines joined by line feeds."""
    return [0, *accumulate(len(line) + 1 for line in lines)][: len(lines)]


def real_day(year: int, month: int, day: int) -> date | None:
    """That day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
