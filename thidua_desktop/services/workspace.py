"""What every service works on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from ..definitions import Definitions
from ..domain.changes import Changes
from ..storage.datafile import DataFile

# Rows that a screen shows inside the row that owns them.
_SHOWN_WITH = {
    "plan_target_values": "plan_targets",
    "commitment_values": "commitments",
    "target_results": "plan_targets",
    "commitment_results": "commitments",
    "nomination_answers": "nominations",
}


@dataclass(frozen=True, slots=True)
class Workspace:
    """The desk (bàn làm việc): the open data file, what the program ships as data, and the day it is.

    ``form`` names the form that the next paper is set in, "" the office's usual one (``office/forms``).
    """

    file: DataFile
    definitions: Definitions
    today: Callable[[], date] = date.today
    form: str = ""


def told(changes: Changes, owner_id: int | None = None) -> Changes:
    """The changes as screens are told them: a figure of a target counts as its target, and so on.

    ``owner_id`` is that owner; without it the owner's ids stay empty, and any of them may be meant.
    """
    owners = {owner for kind, owner in _SHOWN_WITH.items() if kind in changes.kinds} - changes.kinds
    if not owners:
        return changes
    ids: frozenset[int] = frozenset() if owner_id is None else frozenset({owner_id})
    return replace(changes, kinds=changes.kinds | owners, ids=changes.ids | dict.fromkeys(owners, ids))
