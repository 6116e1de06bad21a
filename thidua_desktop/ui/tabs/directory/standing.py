"""Whether an act of the register may be cited today, as a word with its state."""

from __future__ import annotations

from datetime import date

from thidua_desktop.domain.legal_acts import CHECKED_MARK, UNCHECKED_MARK
from thidua_desktop.domain.vietnamese import parse_date
from thidua_desktop.ui.theme import State

MARK_STATES = {CHECKED_MARK: State.GOOD, UNCHECKED_MARK: State.WAIT}


def standing(cells: dict[str, str], today: date) -> tuple[str, State]:
    """From the cells "valid_from" and "valid_to" (dd/MM/yyyy, the last day it may be cited, or empty)."""
    begins, ends = parse_date(cells["valid_from"]), parse_date(cells["valid_to"])
    day = today.isoformat()
    if ends and ends < day:
        return "hết hiệu lực", State.BAD
    if begins and begins > day:
        return "chưa có hiệu lực", State.WAIT
    if not begins and not ends:
        return "chưa rõ ngày", State.NEUTRAL
    return "còn hiệu lực", State.GOOD
