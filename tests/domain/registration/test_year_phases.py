"""The phases of a year: one over all plans that call it alike, two where one plan has two of a name."""

from __future__ import annotations

from thidua_desktop.domain.plan.plans import Phase
from thidua_desktop.domain.registration.year_phases import told_apart, year_phases


def phases(*names: str, first: int = 1) -> tuple[Phase, ...]:
    return told_apart([Phase(name, id=number) for number, name in enumerate(names, first)])


def test_phases_of_one_name_meet_across_plans_and_not_within_one() -> None:
    found = year_phases({1: phases("Đợt 1", "Đợt 1", "Đợt 2"), 2: phases("Đợt 1", first=11)})
    assert [(one.name, dict(one.ids)) for one in found] == [
        ("Đợt 1", {1: 1, 2: 11}),
        ("Đợt 1 (2)", {1: 2}),
        ("Đợt 2", {1: 3}),
    ]


def test_no_name_that_is_there_already_is_given_again() -> None:
    named = [one.name for one in phases("Đợt 1", "Đợt 1", "Đợt 1 (2)", "Đợt 1")]
    assert named == ["Đợt 1", "Đợt 1 (3)", "Đợt 1 (2)", "Đợt 1 (4)"]
