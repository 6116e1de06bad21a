"""Many commitments together: how many stand how, and what their figures come to."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.registration.progress import standing, total


def test_how_many_stand_how_the_best_first():
    found = standing(["đạt", "chưa báo cáo", "vượt", "đạt", "chưa đạt", "quá hạn"])
    assert (found.total, found.reached) == (6, 3)
    assert found.words == "1 vượt, 2 đạt, 1 chưa đạt, 1 quá hạn, 1 chưa báo cáo"
    assert standing([]).words == ""


@pytest.mark.parametrize(
    ("values", "units", "told"),
    [
        ((4, 3), ("nhà", "nhà"), "7 nhà"),
        ((4, None, 3.5), ("ha", "Ha", "ha"), "7,5 ha"),
        ((4, 3), ("nhà", "hộ"), ""),
        ((95, 96), ("%", "%"), ""),
        ((None, None), ("nhà", "nhà"), ""),
        ((1, 0), ("", ""), ""),
        ((), (), ""),
    ],
)
def test_figures_add_up_in_one_unit_only_and_rates_never(values, units, told):
    assert total(values, units) == told
