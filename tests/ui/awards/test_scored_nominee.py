"""Beside a nominated collective stands how it was scored in the year."""

from __future__ import annotations

from tests.ui.awards.conftest import go_to
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.scoring import scores, sets
from thidua_desktop.ui.tabs.awards.panel import FACTS
from thidua_desktop.ui.tabs.awards.subject_year import BODY

AN, SCHOOL = 0, 3


def test_points_and_place_of_a_collective_are_shown_beside_it(shown, context):
    workspace = context.workspace
    go_to(shown, SCHOOL)
    shown.round.panel.tabs.setCurrentIndex(FACTS)
    form = shown.round.panel.facts.forms[BODY]
    assert not form.scored.isVisible()
    registrations.open_year(workspace, 2026)
    set_id = sets.add_example(workspace, 2026)[1]
    made = scores.SetScores(workspace, set_id)
    school = next(one for one in made.scored if one.name == "Trường Tiểu học Ví Dụ")
    quality = next(one for one in made.criteria.criteria if one.kind == "định tính")
    scores.set_score(workspace, scores.Entry(quality.id, school.registration_id, "council", "B"))
    go_to(shown, AN)
    go_to(shown, SCHOOL)
    assert form.scored.isVisible()
    assert form.scored.text() == (
        "Chấm điểm thi đua năm 2026: 8 điểm, tạm hạng 1 trong 1 đơn vị, còn 5 tiêu chí chưa có điểm."
    )
