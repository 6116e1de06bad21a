"""The colours of the window, light and dark: one accent, neutral greys, three states."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class State(Enum):
    """How a thing stands. A state is never told by colour alone: it always has a word and, where it fits, its sign."""

    NEUTRAL = ""
    GOOD = "✓"
    BAD = "!"
    WAIT = "○"

    @property
    def sign(self) -> str:
        """The sign that goes before the word, "" for the neutral state."""
        return self.value


SHORT_SIGN = "▼"
"""Before a figure that is lower than it should be."""

OVER_SIGN = "▲"
"""Before a figure that is higher than it had to be."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour there is, as "#rrggbb". ``…_soft`` is the quiet ground under text of the same name."""

    window: str
    surface: str
    hover: str
    line: str
    line_strong: str
    ink: str
    ink_soft: str
    ink_faint: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_ink: str
    accent_soft: str
    neutral_soft: str
    good: str
    good_soft: str
    bad: str
    bad_soft: str
    wait: str
    wait_soft: str
    scroll: str

    def of(self, state: State) -> tuple[str, str]:
        """Ink and soft ground of a state."""
        return {
            State.NEUTRAL: (self.ink_soft, self.neutral_soft),
            State.GOOD: (self.good, self.good_soft),
            State.BAD: (self.bad, self.bad_soft),
            State.WAIT: (self.wait, self.wait_soft),
        }[state]


LIGHT = Colours(
    window="#f2f4f6",
    surface="#ffffff",
    hover="#f3f5f8",
    line="#e2e6ea",
    line_strong="#bac2cc",
    ink="#1a222d",
    ink_soft="#525d6b",
    ink_faint="#636e7d",
    accent="#9b1c24",
    accent_hover="#86161e",
    accent_pressed="#6e1018",
    on_accent="#ffffff",
    accent_ink="#9b1c24",
    accent_soft="#f7e8e9",
    neutral_soft="#eceff3",
    good="#176b34",
    good_soft="#e2f3e8",
    bad="#b3261e",
    bad_soft="#fdeceb",
    wait="#7a5200",
    wait_soft="#fdf2d7",
    scroll="#c3cad3",
)

DARK = Colours(
    window="#14171c",
    surface="#1d2127",
    hover="#272c34",
    line="#313741",
    line_strong="#4d5663",
    ink="#e8ebef",
    ink_soft="#aab3c0",
    ink_faint="#929caa",
    accent="#b5343b",
    accent_hover="#c3444b",
    accent_pressed="#9c2a31",
    on_accent="#ffffff",
    accent_ink="#f59a9e",
    accent_soft="#44262a",
    neutral_soft="#2c323b",
    good="#77d394",
    good_soft="#1a3524",
    bad="#ff9f98",
    bad_soft="#472321",
    wait="#ebc163",
    wait_soft="#3c3015",
    scroll="#4a525e",
)
