"""What the outline of a plan lists: its lists with their counts, then its text part by part."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from thidua_desktop.domain.plan import rows as plan_rows
from thidua_desktop.domain.plan.plans import Plan, Section
from thidua_desktop.domain.registers.catalogue import REGISTERS

FIRST_WORDS = 60  # characters of a numbered paragraph that has no heading
LISTS = (
    "plan_targets",
    "plan_bases",
    "plan_movements",
    "commitments",
    "plan_phases",
    "plan_tasks",
    "plan_recipients",
)


class Key(NamedTuple):
    """What a line of the outline stands for: ("general", 0), ("section", id), ("list", place in LISTS)…"""

    what: str
    number: int = 0


GENERAL = Key("general")
PREAMBLE = Key("preamble")
CLOSING = Key("closing")
SOURCE = Key("source")
TEXTS = {PREAMBLE: "Mở đầu", CLOSING: "Kết"}


def list_key(kind: str) -> Key:
    """The key of a list, by the kind of its register."""
    return Key("list", LISTS.index(kind))


@dataclass(frozen=True, slots=True)
class Node:
    """One line. A group (key None) only heads the lines below it; ``soft`` is a paragraph rather than a heading."""

    text: str
    key: Key | None = None
    children: tuple[Node, ...] = ()
    soft: bool = False


def nodes(plan: Plan, *, has_source: bool) -> tuple[Node, ...]:
    """The outline of ``plan``."""
    lists = tuple(_list(plan, kind) for kind in LISTS)
    source = (Node("Tệp gốc", SOURCE),) if has_source else ()
    return (
        Node("Thông tin chung", GENERAL),
        Node("Số liệu, danh sách", children=(*lists, *source)),
        Node("Văn bản", children=text_nodes(plan)),
    )


def text_nodes(plan: Plan) -> tuple[Node, ...]:
    """The parts of the text alone."""
    return (Node(TEXTS[PREAMBLE], PREAMBLE), *(_section(one) for one in plan.sections), Node(TEXTS[CLOSING], CLOSING))


def _section(section: Section) -> Node:
    words = section.heading
    if words is None:
        words = next((paragraph.text for paragraph in section.body), "")
        words = words if len(words) <= FIRST_WORDS else f"{words[:FIRST_WORDS].rstrip()}…"
    return Node(
        f"{section.marker} {words}".strip() or "(chưa có chữ)",
        Key("section", section.id),
        tuple(_section(child) for child in section.children),
        soft=section.heading is None,
    )


def _list(plan: Plan, kind: str) -> Node:
    count = len(plan_rows.items(plan, kind))
    return Node(f"{REGISTERS[kind].title} ({count})", list_key(kind), soft=not count)
