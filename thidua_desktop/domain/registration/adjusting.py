"""What a commitment says, and how a change of it is told: "5 ha → 4 ha"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..figures.edits import edited, figure_edits
from ..figures.values import format_values
from ..plan.plans import TargetValue
from ..vietnamese import format_date

_NOTHING = "không có"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words, figures and deadline (ISO) of a commitment."""

    quote: str
    figures: tuple[TargetValue, ...] = ()
    deadline: str | None = None

    def saying(self, figures: tuple[TargetValue, ...]) -> Wording:
        """The same with other figures, in the words too as far as it is certain where they say them."""
        quote = edited(self.quote, figure_edits(self.quote, self.figures, figures))
        return Wording(quote, figures, self.deadline)


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One change of a commitment that was handed in: the ISO day, why, what it said before and afterwards."""

    day: str
    reason: str
    before: Wording
    after: Wording

    @property
    def words(self) -> str:
        """As the clerk reads it: "Điều chỉnh ngày 05/03/2026: 5 ha → 4 ha, lý do: ảnh hưởng của bão"."""
        when = f" ngày {format_date(self.day)}" if self.day else ""
        return f"Điều chỉnh{when}: {'; '.join(_changed(self.before, self.after))}, lý do: {self.reason}"


def adjustments_told(said: Sequence[tuple[str, str, Wording]], now: Wording) -> tuple[Adjustment, ...]:
    """Adjustments from what was kept of each, oldest first (day, reason, what was said before), and what is said now.

    What one led to is what the next one kept.
    """
    after = [*(before for _, _, before in said[1:]), now]
    return tuple(
        Adjustment(day, reason, before, then) for (day, reason, before), then in zip(said, after, strict=False)
    )


def _changed(before: Wording, after: Wording) -> list[str]:
    pairs = (
        ("", format_values(before.figures), format_values(after.figures)),
        ("", f"“{before.quote}”", f"“{after.quote}”"),
        ("hạn ", format_date(before.deadline), format_date(after.deadline)),
    )
    told = [f"{what}{old or _NOTHING} → {new or _NOTHING}" for what, old, new in pairs if old != new]
    return told or ["không đổi"]
