"""A form is looked at filled with the newest data there is for it, else it is said what is missing."""

from __future__ import annotations

import pytest

from tests.services.award_year import nominate, settle
from thidua_desktop.domain.papers.fields import PAPERS
from thidua_desktop.services.awards import rounds
from thidua_desktop.services.export_parts import NothingToExport
from thidua_desktop.services.office.form_samples import newest_document
from thidua_desktop.services.office.years import add_year
from thidua_desktop.services.registration import registrations
from thidua_desktop.services.workspace import Workspace

FILLED_BY_HAND = (
    *("registration-form", "personal-registration", "culture-list"),
    *("pledge", "target-assignment", "progress-form"),
)


def test_an_empty_file_shows_what_needs_nothing_and_says_what_the_others_lack(desk: Workspace) -> None:
    said = {}
    for paper in PAPERS:
        try:
            newest_document(desk, paper, 2026)
        except NothingToExport as nothing:
            said[paper] = f"{nothing.happened} {nothing.advice}"
    assert PAPERS.keys() - said.keys() == {*FILLED_BY_HAND, "commune-registration", "report", "statistics"}
    assert "Chưa có kế hoạch nào" in said["plan"]
    assert "Chưa có đợt xét nào" in said["decision"]
    assert "chưa có đơn vị nào đăng ký" in said["registration-summary"]


@pytest.mark.usefixtures("plan_id")
def test_a_year_without_a_plan_shows_the_plan_of_another(desk: Workspace) -> None:
    add_year(desk, 2027)
    assert newest_document(desk, "plan", 2027) == newest_document(desk, "plan", 2026)


def test_the_newest_round_that_has_any_is_shown(desk: Workspace) -> None:
    nominate(desk, settle(desk), "Lê Văn Giả", "LĐTT")
    rounds.add_round(desk, 2026, "Đợt mới, chưa có đề nghị")
    shown = str(newest_document(desk, "nominations", 2026))
    assert "Lê Văn Giả" in shown


def test_the_registration_of_one_organisation_is_shown_not_all(desk: Workspace) -> None:
    settle(desk)
    registrations.open_year(desk, 2026)
    shown = str(newest_document(desk, "registration-form", 2026))
    assert [name in shown for name in ("Hội Nông dân xã", "Trường Tiểu học Ví Dụ")].count(True) == 1
