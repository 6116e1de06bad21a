"""What goes out for opinions is marked, so that nobody takes it for the issued plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.golden.samples import OFFICE, form
from tests.services.samples import PLAN
from thidua_desktop.domain.papers.blocks import NationalHeader
from thidua_desktop.domain.papers.plan_paper import plan_paper
from thidua_desktop.domain.plan.plans import PlanState
from thidua_desktop.domain.plan.states import DRAFT, ISSUED, OPINIONS, SIGNING
from thidua_desktop.exporting.layout import block_pieces
from thidua_desktop.exporting.pieces import Grid, Line


@pytest.mark.parametrize(("state", "above"), [(DRAFT, []), (OPINIONS, ["DỰ THẢO"]), (SIGNING, []), (ISSUED, [])])
def test_the_mark_stands_above_the_number(state: PlanState, above: list[str]) -> None:
    document = plan_paper(replace(PLAN, state=state), OFFICE, form("plan"))
    head = next(block for block in document.blocks if isinstance(block, NationalHeader))
    (grid,) = block_pieces(head, document.page)
    assert isinstance(grid, Grid)
    lines = [piece for piece in grid.rows[1][0] if isinstance(piece, Line)]
    assert ["".join(run.text for run in line.runs) for line in lines] == [*above, head.number_line]
