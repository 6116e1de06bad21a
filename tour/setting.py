"""Where and when a tour takes place: the commune and the year of its plan, and the day that it is for the program."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from thidua_desktop.importing.files import read_source
from thidua_desktop.importing.plan import read_plan

_COMMUNE = re.compile(r"(?P<kind>xã|phường|đặc khu)\s+(?P<name>[A-ZĐÀ-Ỹ].*)$")


@dataclass
class Setting:
    """``day`` goes on from step to step; ``year`` is that of the plan."""

    kind: str = "xã"
    name: str = "Ví Dụ"
    day: date = field(default_factory=date.today)
    year: int = field(init=False)

    def __post_init__(self) -> None:
        self.year = self.day.year

    def today(self) -> date:
        """What day it is, for the program."""
        return self.day

    def on(self, day: int, month: int, later: int = 0) -> None:
        """It is that day of the plan's year, or of a later one."""
        self.day = date(self.year + later, month, day)

    @property
    def village(self) -> str:
        """What the commune is divided into."""
        return "Tổ dân phố" if self.kind == "phường" else "Thôn"


def setting_of(plan: Path) -> Setting:
    """The commune that a plan is of, a made-up one where it names none, at the beginning of the plan's year."""
    found = read_plan(read_source(plan)).plan
    commune = _COMMUNE.search(found.issuer)
    setting = Setting(commune["kind"], commune["name"]) if commune else Setting()
    setting.year = found.year or setting.year
    setting.on(5, 1)
    return setting
