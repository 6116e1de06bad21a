"""Outlines of plans (đề cương): what ships in ``resources/outlines``, to be filled into a whole draft.

A text of an outline holds slots in braces, "{năm}". Which there are is a closed list: :data:`COMMON_SLOTS`, the roles
and occasions of ``resources/drafting.toml``, and the questions of the outline itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..plan.plans import Comparator, Direction, TargetKind

SLOT = re.compile(r"\{([^{}]*)\}")
COMMON_SLOTS = (
    *("tên", "cấp", "thôn", "tỉnh", "cấp trên", "năm", "năm trước", "năm sau", "chủ đề"),
    *("đại hội toàn quốc", "đại hội tỉnh", "đại hội cơ sở", "giai đoạn"),
)
"""The office, its year and the congresses of its time; "thôn" is what lies below a commune or a ward."""

BASES, DIRECTIVES = "{căn cứ}", "{thực hiện}"
"""Lines of an opening that stand for the acts in force, a line each."""

OCCASION = "kỷ niệm "
"""Before an occasion's key in a slot: "{kỷ niệm quốc khánh}"."""


@dataclass(frozen=True, slots=True)
class Question:
    """What an outline asks of the clerk: ``default`` is a text with slots that stands until it is answered."""

    key: str
    label: str
    default: str = ""


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A line of an outline's text.

    ``level`` is that of a part it begins, 0 for a paragraph. ``is_heading`` is False for a numbered paragraph that has
    no heading. ``target`` is the key of the target that the line states; ``is_task`` whether it gives somebody work.
    """

    text: str
    level: int = 0
    marker: str = ""
    is_heading: bool = False
    bullet: str = ""
    target: str = ""
    is_task: bool = False


@dataclass(frozen=True, slots=True)
class OutlineTarget:
    """A target of an outline; ``value`` None is a figure that only the office knows, ``levels`` who assigns it."""

    key: str
    indicator: str
    group: str = ""
    kind: TargetKind = "quantitative"
    unit: str = ""
    comparator: Comparator = "="
    value: float | None = None
    levels: tuple[str, ...] = ()
    responsible: str = ""
    direction: Direction = ""


@dataclass(frozen=True, slots=True)
class OutlineMovement:
    """A movement that an outline names."""

    name: str
    launcher: str = ""
    kind: str = "phong trào"


@dataclass(frozen=True, slots=True)
class OutlinePhase:
    """A phase; its days are texts with slots, "30/6/{năm}"."""

    name: str
    start: str
    end: str
    report: str = ""
    occasions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlineCommitment:
    """What an organisation commits to; ``target`` is the key of the target it goes towards, "" for none."""

    organisation: str
    text: str
    unit: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A plan to be filled in. ``about`` tells when to take it; ``themes`` are suggestions for the theme.

    ``bases`` and ``directives`` are numbers of acts of the register; what is in force in their place is cited.
    """

    id: str
    name: str
    about: str
    title: str
    themes: tuple[str, ...]
    opening: tuple[OutlineLine, ...]
    body: tuple[OutlineLine, ...]
    closing: tuple[OutlineLine, ...]
    recipients: tuple[str, ...]
    doc_type: str = "KẾ HOẠCH"
    symbol: str = "KH-UBND"
    questions: tuple[Question, ...] = ()
    bases: tuple[str, ...] = ()
    directives: tuple[str, ...] = ()
    targets: tuple[OutlineTarget, ...] = ()
    movements: tuple[OutlineMovement, ...] = ()
    phases: tuple[OutlinePhase, ...] = ()
    commitments: tuple[OutlineCommitment, ...] = ()

    @property
    def contents(self) -> tuple[tuple[int, str], ...]:
        """Its table of contents: level and "I. MỤC ĐÍCH, YÊU CẦU" of every heading, slots unfilled."""
        return tuple((line.level, f"{line.marker} {line.text}") for line in self.body if line.is_heading)
