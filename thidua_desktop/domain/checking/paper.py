"""The paper under check: its plan, its text, the registers, and how a remark points into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ..legal_acts import LegalAct
from ..plans import Plan, Section
from ..vietnamese import date_in_words
from .findings import Finding, Severity
from .rules import CheckRules

QUOTE_LENGTH = 120
_HEADER_LINES = 20

NUMBER = r"(?:\d{1,3}(?:\.\d{3}){1,5}(?:,\d{1,6})?|\d{1,15}(?:[.,]\d{1,6})?)"


def plan_lines(plan: Plan) -> tuple[str, ...]:
    """The text of a plan that has no source file, line by line as its paper shows it, for :func:`check_plan`."""
    header = tuple(_as_it_stands(line, plan) for line in plan.header) or (_number_line(plan), _date_line(plan))
    lines = [*header, plan.doc_type, plan.title, *(paragraph.text for paragraph in plan.preamble)]
    for section in plan.sections:
        lines.extend(_section_lines(section))
    lines.extend(paragraph.text for paragraph in plan.closing)
    lines.extend(f"- {recipient.name} {recipient.suffix or ''}".rstrip() for recipient in plan.recipients)
    lines.extend(filter(None, (plan.signer.authority, plan.signer.title, plan.signer.name)))
    return tuple(lines)


def _as_it_stands(line: str, plan: Plan) -> str:
    """A line above the title of the imported paper; number and date are what the plan has now."""
    if re.match(r"\s*Số\s*[:.]?[\s.…_\d]*/", line):
        return _number_line(plan)
    if re.search(r"ngày[\s.…_\d]*tháng[\s.…_\d]*năm[\s.…_\d]*$", line) and line.lstrip().lower()[:2] != "số":
        return _date_line(plan)
    return line


def _number_line(plan: Plan) -> str:
    return f"Số: {'    ' if plan.number is None else format(plan.number, '02d')}/{plan.symbol or ''}"


def _date_line(plan: Plan) -> str:
    return f"{plan.place or ''}, {date_in_words(plan.date.day, plan.date.month, plan.date.year)}".rstrip()


def _section_lines(section: Section) -> Iterator[str]:
    for one in section.walk():
        body = [f"{paragraph.bullet} {paragraph.text}".strip() for paragraph in one.body]
        if one.heading is not None:
            yield f"{one.marker} {one.heading}".strip()
        elif body:
            body[0] = f"{one.marker} {body[0]}".strip()
        else:
            yield one.marker
        yield from body


@dataclass(frozen=True)
class Paper:
    """What every check looks at. ``text`` is the lines joined by line feeds; a span is a place in it."""

    plan: Plan
    acts: tuple[LegalAct, ...]
    rules: CheckRules
    lines: tuple[str, ...]

    @classmethod
    def of(cls, plan: Plan, acts: Sequence[LegalAct], rules: CheckRules | None, lines: Sequence[str]) -> Paper:
        """The paper of a plan; without ``lines`` its text is what the plan itself says."""
        return cls(plan, tuple(acts), rules or CheckRules(), tuple(lines) or plan_lines(plan))

    @cached_property
    def text(self) -> str:
        """Every line, one under the other."""
        return "\n".join(self.lines)

    @cached_property
    def header(self) -> str:
        """The text above the title, or the first lines when the title is not found."""
        first_lines = "\n".join(self.text.split("\n")[:_HEADER_LINES])
        if not self.plan.doc_type.strip():
            return first_lines
        title = re.search(rf"^\s*{re.escape(self.plan.doc_type.strip())}\b", first_lines, re.MULTILINE)
        return first_lines[: title.start()] if title and title.start() else first_lines

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
        self, code: str, severity: Severity, span: tuple[int, int] | None, message: str, advice: str = ""
    ) -> Finding:
        """A remark on a place in the text; None when what it is about stands nowhere in the text."""
        return Finding(code, severity, self.quote(*span) if span else "", message, advice)

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
            start, end = self._widened(start, end)
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

    def find(self, words: str) -> tuple[int, int] | None:
        """Where these words stand first, blanks counting alike; None when they do not."""
        parts = words.split()
        if not parts:
            return None
        found = re.search(r"[ \t]+".join(map(re.escape, parts)), self.text)
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


def real_day(year: int, month: int, day: int) -> date | None:
    """That day, or None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None
