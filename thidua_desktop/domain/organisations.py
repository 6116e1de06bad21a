"""Member organisations."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Organisation:
    """A member organisation (hội, đoàn thể, ban ngành, trường, trạm, thôn, tổ dân phố …).

    ``precedence`` is its place in printed lists, lowest first. ``active_from``/``active_to`` are years, None = open.
    """

    name: str
    short_name: str = ""
    kind: str = ""
    parent_id: int | None = None
    head: str = ""
    head_position: str = ""
    contact: str = ""
    precedence: int = 0
    must_register: bool = True
    must_report: bool = True
    active_from: int | None = None
    active_to: int | None = None
    id: int = 0
