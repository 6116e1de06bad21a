"""The figures of Gia đình văn hóa that a thôn wrote, held against each other and against those that are stored."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.sheets.judging_culture import judged_culture
from thidua_desktop.domain.sheets.known import Known


def known(culture: dict[str, int | None] | None) -> Known:
    return Known(lambda text: None, lambda name: (), lambda name, award: "", culture=culture)


@pytest.mark.parametrize(
    ("stored", "answers", "states"),
    [
        ((None, None), {"households": 120.0, "registered": 110.0}, ["taken", "taken"]),
        ((None, None), {"households": 100.0, "registered": 110.0}, ["doubtful", "doubtful"]),
        ((100, None), {"registered": 110.0}, ["doubtful"]),  # more than the thôn has in the books
        ((120, 110), {"households": 100.0}, ["doubtful"]),
        ((120, 110), {"households": 120.0, "registered": 110.0}, ["same", "same"]),
        ((None, None), {"households": 120.5, "registered": -1.0}, ["refused", "refused"]),
        ((None, None), {"registered": "hơn trăm hộ"}, ["refused"]),
        ((120, 110), {}, []),
    ],
)
def test_a_part_is_not_more_than_all_households(stored, answers, states) -> None:
    reports = list(judged_culture(answers, known(dict(zip(("households", "registered"), stored, strict=True)))))
    assert [one.state for one in reports] == states


def test_an_organisation_without_households_is_not_asked() -> None:
    assert not list(judged_culture({"households": 120.0}, known(None)))
