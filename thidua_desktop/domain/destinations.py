"""Where a line of the overview or a find of the search leads: one of the six tabs, and in it a record or a list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# The tabs in their order on the bar.
OVERVIEW: Final = 0
PLANS: Final = 1
REGISTRATION: Final = 2
AWARDS: Final = 3
REPORTS: Final = 4
DIRECTORY: Final = 5


@dataclass(frozen=True, slots=True)
class Destination:
    """A tab by its number and what to show there.

    ``kind`` is the table of the record ("plan_targets", "people"), "" for the tab as it stands; ``id`` the record, 0
    for the list of its kind. ``year`` is the emulation year to show it in, 0 for the year in view.
    """

    tab: int
    kind: str = ""
    id: int = 0
    year: int = 0
