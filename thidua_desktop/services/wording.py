"""How acts are named in the undo menu and in histories."""

from __future__ import annotations

from ..domain.plan.plans import Section

_LONGEST = 48  # characters of a name inside an act's text


def shortened(text: str, longest: int = _LONGEST) -> str:
    """One line of at most 48 characters, or ``longest``, cut at a word and ended by "…"."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return line[:longest].rsplit(" ", 1)[0].rstrip(",;:") + "…"


def called(section: Section) -> str:
    """A section as the name of an act says it: its number and its heading in quotation marks."""
    heading = f"“{shortened(section.heading)}”" if section.heading else ""
    return f"{section.marker} {heading}".strip() or "không có tên"
