"""The titles of a returned file, held against those that are stored."""

from __future__ import annotations

import pytest

from thidua_desktop.domain.sheets.finding import AnswerRow
from thidua_desktop.domain.sheets.judging import judged_titles
from thidua_desktop.domain.sheets.known import Known, KnownTitle

TITLE = "Lao động tiên tiến"


@pytest.mark.parametrize(
    ("note", "position", "state"),
    [
        ("trưởng thôn", "Trưởng thôn", "same"),  # stored before the directory knew it
        ("trưởng thôn", "", "same"),
        ("", "Trưởng thôn", "same"),
        ("", "", "taken"),
    ],
)
def test_a_position_that_a_file_brought_stays_when_the_file_comes_again(note, position, state) -> None:
    stored = KnownTitle(3, "Lê Văn Mẫu", "cá nhân", TITLE, note, position)
    known = Known({TITLE: TITLE}.get, lambda name: ("cá nhân",), lambda name, award: "cá nhân", titles=(stored,))
    cells = {"subject": "Lê Văn Mẫu", "position": "trưởng thôn", "award": TITLE}
    (report,) = judged_titles([AnswerRow("people", "Cá nhân, dòng 5", cells)], known)
    assert report.state == state
