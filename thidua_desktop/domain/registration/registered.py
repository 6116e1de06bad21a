"""What an organisation registers besides titles and commitments: initiatives, movements joined, culture of its thôn."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class RegisteredInitiative:
    """A sáng kiến as registered; ``author`` is a name, ``person_id`` the person of the directory it means, if any.

    ``initiative_id`` is the recognised initiative it became, None before; ``decision`` what recognised it.
    """

    id: int
    registration_id: int
    name: str
    author: str = ""
    person_id: int | None = None
    scope: str = "cơ sở"
    note: str = ""
    initiative_id: int | None = None
    decision: str = ""


@dataclass(frozen=True, slots=True)
class JoinedMovement:
    """A phong trào that the organisation joins; ``movement_id`` is that of the year's plan, None for one of its own.

    ``launcher`` is who launched it, as the plan says.
    """

    id: int
    registration_id: int
    name: str
    movement_id: int | None = None
    note: str = ""
    launcher: str = ""


@dataclass(frozen=True, slots=True)
class CultureYear:
    """Gia đình văn hóa of a thôn, tổ dân phố in a year: how many households, how many registered and recognised.

    None is not known. ``posted_on`` is the ISO day the list was put up for comment (niêm yết). ``id`` is that of the
    stored row, 0 while nothing was entered.
    """

    registration_id: int
    households: int | None = None
    registered: int | None = None
    recognised: int | None = None
    posted_on: str | None = None
    id: int = field(default=0, compare=False)

    @property
    def registered_percent(self) -> float | None:
        """What part of the households registered, in per cent; None when it cannot be told."""
        return _percent(self.registered, self.households)

    @property
    def recognised_percent(self) -> float | None:
        """What part of the households is recognised, in per cent; None when it cannot be told."""
        return _percent(self.recognised, self.households)


def _percent(part: int | None, whole: int | None) -> float | None:
    return part / whole * 100 if part is not None and whole else None
