"""Awards by name as rows of a paper's table, and their sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..reports.award_statistics import COLLECTIVE, HOUSEHOLD, LEADER, PERSON, TYPES, UNSAID, AwardGroup, count_decisions
from ..vietnamese import format_number

_MERIT, _MOVEMENT, _SUDDEN = TYPES[:3]


def award_counts(group: AwardGroup) -> dict[str, int]:
    """Every figure of a row of the field list, by its name."""
    people, leaders, unsaid = group.of_kind(PERSON), group.of_class(LEADER), group.of_class(UNSAID)
    named = {"merit": _MERIT, "movement": _MOVEMENT, "sudden": _SUDDEN}
    types = {key: group.of_type(award_type) for key, award_type in named.items()}
    return {
        "total": group.total,
        "collectives": group.of_kind(COLLECTIVE),
        "households": group.of_kind(HOUSEHOLD),
        "people": people,
        "leaders": leaders,
        "others": people - leaders - unsaid,
        "unsaid": unsaid,
        "women": group.women,
        **types,
        "other_types": group.total - sum(types.values()),
        "decisions": group.decisions,
        "bonus": group.bonus,
    }


def award_rows(groups: Sequence[AwardGroup]) -> tuple[Mapping[str, str], ...]:
    """A row for each award; a figure of 0 is an empty cell."""
    return tuple(
        {"stt": str(number), "award": group.name, **_shown(award_counts(group))}
        for number, group in enumerate(groups, start=1)
    )


def award_sums(groups: Sequence[AwardGroup]) -> dict[str, str]:
    """The sums of the columns; decisions are counted, for one may hold several awards, and what has no bonus."""
    counts = [award_counts(group) for group in groups]
    if not counts:
        return {}
    sums = {name: sum(one[name] for one in counts) for name in counts[0]}
    given = [award for group in groups for award in group.awards]
    sums |= {"decisions": count_decisions(given), "unpaid": sum(award.lacks_bonus for award in given)}
    shown = _shown(sums)
    return {f"{name}_total": shown[name] for name in sums if name != "total"} | {"awards_total": shown["total"]}


def _shown(counts: Mapping[str, int]) -> dict[str, str]:
    return {name: format_number(count) if count else "" for name, count in counts.items()}
