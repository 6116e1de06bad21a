"""The figure that an organisation wrote for a commitment, held against the one that went out."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.plan.plans import TargetValue
from thidua_desktop.domain.sheets.finding import AnswerRow
from thidua_desktop.domain.sheets.judging_commitments import judged_commitments
from thidua_desktop.domain.sheets.known import Known, KnownCommitment

HELD = KnownCommitment(7, "Xây dựng Làng văn hóa", (TargetValue(2.0, "làng"),))


@pytest.mark.parametrize(
    ("written", "state"),
    [(2.0, "same"), (3.0, "taken"), ("2–3", "taken"), ("hai làng", "doubtful"), ("giữ vững", "doubtful")],
)
def test_words_in_the_cell_of_a_figure_are_taken_by_the_clerk_alone(written, state) -> None:
    known = Known(lambda text: None, lambda name: (), lambda name, award: "", commitments=(HELD,))
    cells = {"quote": HELD.quote, "value": written, "unit": "làng"}
    (report,) = judged_commitments([AnswerRow("commitments", "Cam kết, dòng 5", cells, "c7.0")], known)
    assert report.state == state
    assert any("không phải con số" in reason for reason in report.reasons) == (state == "doubtful")
