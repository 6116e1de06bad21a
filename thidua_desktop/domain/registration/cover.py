"""How the commitments cover the plan: for every target what is missing or over, for every organisation what it owes.

Figures whose unit adds up are summed. Rates are not: each organisation's own is held against the plan's, so the weakest
and the strongest tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..figures.values import span, with_unit
from ..plan.plans import TargetValue
from ..vietnamese import format_number
from .results import adds_up, counts_towards, exceeded, least, lower_is_better, reached

CoverState = Literal[
    "chưa ai nhận",
    "phụ trách chưa cam kết",
    "chưa có số",
    "thiếu",
    "quá mức",
    "có đơn vị chưa đạt mức",
    "đủ",
    "trong mức",
    "vượt",
    "đạt mức",
    "có đơn vị nhận",
    "theo các phần",
]
NOBODY: CoverState = "chưa ai nhận"
UNPROMISED: CoverState = "phụ trách chưa cam kết"
NO_FIGURE: CoverState = "chưa có số"
SHORT: CoverState = "thiếu"
TOO_MUCH: CoverState = "quá mức"
BELOW: CoverState = "có đơn vị chưa đạt mức"
ENOUGH: CoverState = "đủ"
WITHIN: CoverState = "trong mức"
OVER: CoverState = "vượt"
AT_LEVEL: CoverState = "đạt mức"
TAKEN: CoverState = "có đơn vị nhận"
BY_PARTS: CoverState = "theo các phần"
LACKING = frozenset({NO_FIGURE, SHORT, TOO_MUCH, BELOW})
"""Somebody committed, and the plan's figure is not there."""

OwedWhy = Literal["chưa cam kết", "chưa có số"]


@dataclass(frozen=True, slots=True)
class Share:
    """What one commitment promises of a target's figure; ``value`` is None when it says none in its unit.

    ``organisation_id`` is None for a name in the plan that no organisation of the directory has.
    """

    commitment_id: int
    organisation_id: int | None
    organisation: str
    value: TargetValue | None = None

    @property
    def text(self) -> str:
        """As lists tell it: "Hội Nông dân: 5 ha"."""
        if self.value is None or self.value.value is None:
            return self.organisation
        return f"{self.organisation}: {with_unit(span(self.value.value, self.value.value_to), self.value.unit)}"


@dataclass(frozen=True, slots=True)
class Covered:
    """How far a figure is covered: the sum (to ``total_to`` when one promises a range), what is missing or over
    (``gap``), weakest and strongest of rates.
    """

    state: CoverState
    total: float | None = None
    gap: float | None = None
    weakest: Share | None = None
    strongest: Share | None = None
    total_to: float | None = None


@dataclass(frozen=True, slots=True)
class TargetCover:
    """A figure of a target with what is committed of it; ``planned`` is None for a target without a figure.

    ``responsible_ids`` are the organisations of the directory that the plan makes responsible.
    """

    target_id: int
    plan_id: int
    number: str
    name: str
    figure: int = 0
    planned: TargetValue | None = None
    planned_text: str = ""
    responsible: str = ""
    responsible_ids: tuple[int, ...] = ()
    composite: bool = False
    shares: tuple[Share, ...] = ()
    covered: Covered = Covered("chưa ai nhận")

    @property
    def unit(self) -> str:
        """The unit of its figure."""
        return self.planned.unit if self.planned else ""

    @property
    def state(self) -> CoverState:
        """Where it stands."""
        return self.covered.state

    @property
    def total_text(self) -> str:
        """What they commit to together: "9 ha", "1–2 nhà"; "" where nothing adds up."""
        if self.covered.total is None:
            return ""
        return with_unit(span(self.covered.total, self.covered.total_to), self.unit)

    @property
    def shares_text(self) -> str:
        """Who commits to how much, and what it comes to: "Thôn 1: 5 ha; Thôn 2: 4 ha. Cộng 9 ha: thiếu 6 ha."; "" for
        nobody.
        """
        if not self.shares:
            return ""
        listed = "; ".join(one.text for one in self.shares)
        together = f"Cộng {self.total_text}: " if self.total_text else ""
        return f"{listed}. {together}{self.words if together else self.words[:1].upper() + self.words[1:]}."

    @property
    def words(self) -> str:
        """As the table tells it: "thiếu 3 ha"; of rates whose is the weakest."""
        covered = self.covered
        if self.state == UNPROMISED:
            return "chưa cam kết"  # whoever is responsible stands beside it
        if covered.gap is not None and self.state in (SHORT, OVER, TOO_MUCH):
            return f"{self.state} {with_unit(format_number(covered.gap), self.unit)}"
        if self.state == BELOW and covered.weakest is not None:
            return f"chưa đạt mức ({covered.weakest.text})"
        return self.state


@dataclass(frozen=True, slots=True)
class Owing:
    """A target that an organisation owes a commitment of, or a figure of its own."""

    target_id: int
    name: str
    planned_text: str
    why: OwedWhy


@dataclass(frozen=True, slots=True)
class OrganisationCover:
    """An organisation with how many commitments it has and what it owes."""

    organisation_id: int
    name: str
    commitments: int = 0
    owes: tuple[Owing, ...] = ()

    @property
    def words(self) -> str:
        """What it owes in a line; "" for nothing."""
        if not self.commitments and not self.owes:
            return "chưa cam kết chỉ tiêu nào"
        return "; ".join(f"{one.name}: {one.why}" for one in self.owes)


@dataclass(frozen=True, slots=True)
class Cover:
    """The whole year."""

    targets: tuple[TargetCover, ...]
    organisations: tuple[OrganisationCover, ...]

    def nobody(self) -> tuple[TargetCover, ...]:
        """The targets that no organisation has, each once."""
        return tuple(one for one in self.targets if one.figure == 0 and one.state == NOBODY)

    def silent(self) -> tuple[OrganisationCover, ...]:
        """The organisations without a commitment."""
        return tuple(one for one in self.organisations if not one.commitments)


def covered(planned: TargetValue | None, shares: Sequence[Share]) -> Covered:
    """How the ``shares`` of those who committed cover a figure; at least one of them is there."""
    if planned is None or planned.value is None:
        return Covered(TAKEN)
    said = [one for one in shares if one.value is not None and one.value.value is not None]
    if not said:
        return Covered(NO_FIGURE)
    values = {one.commitment_id: one.value.value or 0.0 for one in said if one.value}
    if not adds_up(planned.unit):
        ordered = sorted(said, key=lambda one: values[one.commitment_id], reverse=lower_is_better(planned))
        weakest, strongest = ordered[0], ordered[-1]
        state = AT_LEVEL if reached(planned, values[weakest.commitment_id]) else BELOW
        return Covered(state, weakest=weakest, strongest=strongest)
    total, total_to = round(sum(values.values()), 9), _high_end(one.value for one in said if one.value)
    low = lower_is_better(planned)
    if not reached(planned, total):
        return Covered(TOO_MUCH if low else SHORT, total, round(abs(total - least(planned)), 9), total_to=total_to)
    if low:  # others may still add to it
        return Covered(WITHIN, total, total_to=total_to)
    if exceeded(planned, total):
        end = max(planned.value, planned.value_to or planned.value)
        return Covered(OVER, total, round(total - end, 9), total_to=total_to)
    return Covered(ENOUGH, total, total_to=total_to)


def _high_end(values: Iterable[TargetValue]) -> float | None:
    """What figures come to at the upper ends of those that are ranges; None when none is."""
    known = list(values)
    if all(one.value_to is None for one in known):
        return None
    return round(sum((one.value if one.value_to is None else one.value_to) or 0.0 for one in known), 9)


def in_unit(planned: TargetValue | None, values: Iterable[TargetValue]) -> TargetValue | None:
    """What a commitment says in the unit of the target's figure; of several figures their sum when they add up."""
    if planned is None:
        return None
    found = [one for one in values if one.value is not None and counts_towards(planned, one)]
    if not found:
        return None
    if not adds_up(planned.unit):
        return found[0]
    return replace(found[0], value=sum(one.value or 0.0 for one in found), value_to=_high_end(found))


def targets_covered(targets: Sequence[TargetCover]) -> tuple[TargetCover, ...]:
    """The figures with how far they are covered. What nobody committed to is covered by its parts when these are."""
    promised = {(one.plan_id, one.number) for one in targets if one.shares}
    return tuple(_covered(one, promised) for one in targets)


def _covered(one: TargetCover, promised: set[tuple[int, str]]) -> TargetCover:
    if one.shares:
        return replace(one, covered=covered(one.planned, one.shares))
    if one.composite or any(plan == one.plan_id and part.startswith(f"{one.number}.") for plan, part in promised):
        return replace(one, covered=Covered(BY_PARTS))
    return replace(one, covered=Covered(UNPROMISED if one.responsible else NOBODY))


def organisations_covered(
    targets: Sequence[TargetCover], organisations: Mapping[int, str], commitments: Mapping[int, int]
) -> tuple[OrganisationCover, ...]:
    """What each of the ``organisations`` (id → name) owes; ``commitments`` counts those of each."""
    owed: dict[int, dict[int, Owing]] = {key: {} for key in organisations}
    for one in targets:
        if one.state == BY_PARTS:
            continue
        by: set[int | None] = {share.organisation_id for share in one.shares}
        responsible: set[int | None] = {*one.responsible_ids}
        silent = {share.organisation_id for share in one.shares if share.value is None} if one.planned else set()
        owing: tuple[tuple[OwedWhy, set[int | None]], ...] = (
            ("chưa cam kết", responsible - by),
            ("chưa có số", silent),
        )
        for why, ids in owing:
            for key in owed.keys() & ids:
                owed[key].setdefault(one.target_id, Owing(one.target_id, one.name, one.planned_text, why))
    return tuple(
        OrganisationCover(key, name, commitments.get(key, 0), tuple(owed[key].values()))
        for key, name in organisations.items()
    )
