"""The register of movements (phong trào, cuộc vận động): who launched each, when, until when, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from . import toml_rows
from .legal_acts import UNCHECKED_MARK, check_mark
from .plan.plans import Movement, Plan, Section
from .richtext import plain
from .vietnamese import fold, folded_line

_TEXTS = ("name", "launcher", "kind", "mark", "source")
_DATES = ("launched_on", "valid_to")
_REQUIRED = ("name", "kind", "source")
_STOPS = " .;:,"


@dataclass(frozen=True, slots=True)
class KnownMovement:
    """A movement of the register. ``valid_to`` is the last day it belongs into a new plan; ``mark`` as that of an act.

    Dates are ISO, None = open or unknown.
    """

    name: str
    launcher: str | None = None
    kind: str = "phong trào"
    launched_on: str | None = None
    valid_to: str | None = None
    mark: str = UNCHECKED_MARK
    source: str = ""
    id: int = 0

    def is_over(self, day: str) -> bool:
        """Whether the day (ISO) lies after the last one of the movement."""
        return bool(self.valid_to and self.valid_to < day)


def parse_movements(table: Mapping[str, object]) -> tuple[KnownMovement, ...]:
    """The rows of ``resources/movements.toml`` (a table with the one key "movement") in their order.

    Dates are TOML dates. Raises ``ValueError`` with a Vietnamese sentence that names the first bad row and cell.
    """
    made: list[KnownMovement] = []
    for place, movement in toml_rows.rows(table, "movement", "phong trào", _movement):
        if folded_line(movement.name) in {folded_line(one.name) for one in made}:
            raise ValueError(f"{place}: tên này đã có ở trên")
        made.append(movement)
    return tuple(made)


def _movement(row: Mapping[str, object]) -> KnownMovement:
    made = KnownMovement(**toml_rows.cells(row, _TEXTS, _DATES, _REQUIRED))
    check_mark(made.mark)
    return replace(made, launcher=made.launcher or None)


# In a plan


def is_named(plan: Plan, movement: KnownMovement) -> bool:
    """Whether the plan has the movement in its table."""
    return _key(movement.name) in {_key(one.name) for one in plan.movements}


def in_register(name: str, known: Sequence[KnownMovement]) -> KnownMovement | None:
    """The movement of that name, however its quotation marks and dashes are written."""
    return next((one for one in known if _key(one.name) == _key(name)), None)


def _key(name: str) -> str:
    return " ".join(re.sub(r"[^\w]+", " ", fold(name)).split())


def sentence(movement: KnownMovement) -> str:
    """How a plan calls to take part in it: "Hưởng ứng phong trào “Bình dân học vụ số” do Thủ tướng Chính phủ phát
    động"; the name is not quoted again where it holds quotation marks of its own.
    """
    name = movement.name if "“" in movement.name else f"“{movement.name}”"
    by = f" do {movement.launcher} phát động" if movement.launcher else ""
    return f"Hưởng ứng {movement.kind} {name}{by}"


def proposed_section(plan: Plan) -> int:
    """The id of the section whose list names the plan's movements already, else of one headed by them; 0 for none.

    Sentences go to the end of a section's own text: one that is a numbered sentence itself, or is made of others, is
    left to the clerk.
    """
    names = [one.name for one in plan.movements]
    able = [one for one in plan.all_sections() if one.heading is not None and not one.children]
    for section in able:
        if any(name and name in line.text for name in names for line in section.body):
            return section.id
    return next((one.id for one in able if "phong trao" in fold(one.heading or "")), 0)


def with_movements(plan: Plan, chosen: Sequence[KnownMovement], section_id: int = 0) -> Plan:
    """The plan with those movements in its table, unless they are there, and each in a sentence at the end of the
    section of that id, unless the section names it; 0 is for the table alone.
    """
    new = [one for one in chosen if not is_named(plan, one)]
    rows = tuple(Movement(one.name, one.launcher, one.kind) for one in new)
    sections = tuple(_with_sentences(one, section_id, new) for one in plan.sections) if section_id else plan.sections
    return replace(plan, movements=(*plan.movements, *rows), sections=sections)


def _with_sentences(section: Section, section_id: int, chosen: Sequence[KnownMovement]) -> Section:
    if section.id != section_id:
        return replace(section, children=tuple(_with_sentences(one, section_id, chosen) for one in section.children))
    held = folded_line(" ".join(line.text for line in section.body))
    bullets = [line.bullet for line in section.body if line.bullet and line.bullet != "|"]
    lines = [
        plain(f"{sentence(one).rstrip(_STOPS)}.", bullets[-1] if bullets else "-")
        for one in chosen
        if folded_line(one.name) not in held
    ]
    return replace(section, body=(*section.body, *lines))
