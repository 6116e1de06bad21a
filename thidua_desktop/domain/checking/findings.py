"""What the document checker says, where, and what one click would change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "hint"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the plan. ``name`` is what the clerk calls it: "mục II.1, đoạn 2".

    ``part`` is "head", "preamble", "section", "closing", "foot" or the kind of a list ("plan_phases"). In a section
    ``section_id`` is its row. ``paragraph`` counts the paragraphs of a section, the opening or the closing from 0, -1
    for the number and heading. ``field`` is a key of ``services.plan.plan_fields.LABELS``, ``row`` a place in a list.
    """

    part: str
    name: str = ""
    section_id: int = 0
    paragraph: int = -1
    field: str = ""
    row: int = -1


@dataclass(frozen=True, slots=True)
class TextEdit:
    """In line number ``line`` (from 0) of the checked text, ``old`` at ``start`` becomes ``new``."""

    line: int
    start: int
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class FieldEdit:
    """A single value of the plan's head or foot (a key of ``plan_fields.LABELS``) that was ``old`` becomes ``new``."""

    field: str
    old: str
    new: str


Edit = TextEdit | FieldEdit


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark: ``quote`` is a part of the text it is about; ``message`` what is wrong; ``advice`` what to do.

    ``line`` counts the checked lines from 0, -1 when it is about none. ``edits`` is the repair, empty where only the
    clerk can know what is right.
    """

    code: str
    severity: Severity
    quote: str
    message: str
    advice: str = ""
    place: Place | None = None
    line: int = -1
    edits: tuple[Edit, ...] = ()

    @property
    def is_repairable(self) -> bool:
        """Whether what is right is certain, so that one click may do it."""
        return bool(self.edits)
