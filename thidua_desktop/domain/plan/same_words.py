"""The words of a stored plan and of one read from a paper: where they are alike, the reading says nothing new."""

from __future__ import annotations

from typing import Any

from ..vietnamese import folded_line, one_line
from .plans import Movement, Plan, Task

_KEPT = {
    "plan_targets": ("direction", "last_year", "responsible", "group"),
    "plan_phases": ("report_deadline",),
    "plan_tasks": ("due", "done_on"),
    "commitments": ("target", "kind", "direction", "deadline", "proof_expected"),
}
"""What a paper need not say of a row: where one that was read leaves it blank, it says nothing against it."""
CUT = "…"  # at the end of a task whose sentence is long


class Papers:
    """Paragraph by paragraph, headings among them; capitals, spaces and the edges of table cells do not count."""

    def __init__(self, old: Plan, new: Plan) -> None:
        self._old, self._new = set(_lines(old)), _lines(new)

    def agree_on(self, row: Any) -> bool:
        """Whether all that the new paper says where it has a row's sentence stands word for word in the old one."""
        sentence = _bare(sentence_of(row))
        found = [line for line in self._new if sentence and sentence in line]
        return bool(found) and self._old.issuperset(found)

    def say_nothing_of(self, row: Any, name: str) -> bool:
        """Whether a row that was not read was on no paper before, or stands on both as it did."""
        words = _bare(sentence_of(row) or name)
        return not any(words in line for line in self._old) or self.agree_on(row)

    def keeps(self, kind: str, name: str, old: Any, new: Any) -> bool:
        """Whether nothing is said against the ``old`` value of a row's field: it is left blank where papers may do so,
        is the same in brackets or cut elsewhere, or is the clerk's own word for a heading that stood there before.
        """
        if new in (None, ""):
            return name in _KEPT.get(kind, ())
        if name == "suffix":
            return str(old or "").strip("()") == str(new).strip("()")
        if name == "summary" and f"{old}{new}".count(CUT) == 2:
            sides = sorted((str(old).rstrip(CUT), str(new).rstrip(CUT)), key=len)
            return sides[1].startswith(sides[0])
        return name == "group" and bool(old) and any(line and line in _bare(str(new)) for line in self._old)


def sentence_of(row: Any) -> str:
    """The words of the text that a row is from, as far as they were kept; "" when it holds none."""
    match row:
        case Movement(name=words) | Task(summary=words):
            return words.rstrip(CUT)
    return str(getattr(row, "quote", "") or "")


def _lines(plan: Plan) -> list[str]:
    sections = list(plan.all_sections())
    paragraphs = (*plan.preamble, *(one for section in sections for one in section.body), *plan.closing)
    return [_bare(text) for text in (*(one.text for one in paragraphs), *(one.heading or "" for one in sections))]


def _bare(text: str) -> str:
    return one_line(folded_line(text).replace("|", " "))
