"""One line as a repair leaves it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from thidua_desktop.domain.checking.findings import Edit, TextEdit
from thidua_desktop.domain.checking.lines import plan_lines
from thidua_desktop.domain.checking.repairs import repaired
from thidua_desktop.domain.plan.plans import Plan
from thidua_desktop.domain.richtext import plain


def repaired_line(line: str, edits: Iterable[Edit]) -> str:
    """The line with the edits made of which the old words stand in it, as the only paragraph of a plan."""
    plan = Plan(2026, preamble=(plain(line),))
    place = len(plan_lines(plan)) - 1
    of_the_line = [replace(edit, line=place) for edit in edits if isinstance(edit, TextEdit)]
    return repaired(plan, of_the_line).preamble[0].text
