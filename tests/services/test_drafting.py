"""A new plan from an outline, from last year's plan, from somebody else's file: one act, one undo."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.outline.outline_samples import TO_FILL_IN
from tests.services.samples import PLAN
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import PartialDate, Phase, SourceFile, Target, TargetValue, Task
from thidua_desktop.services import history
from thidua_desktop.services.plan import checking, drafting, plans
from thidua_desktop.services.registration import results
from thidua_desktop.services.registration.registration_rows import new_organisation


def test_an_outline_is_filled_by_what_the_office_keeps(desk):
    with desk.file.act("Thêm đơn vị"):
        new_organisation(desk.file, "Phòng Văn hóa - Xã hội xã Ví Dụ", "Cơ quan chuyên môn", "Phòng Văn hóa - Xã hội")
        new_organisation(desk.file, "Hội Nông dân Việt Nam xã Ví Dụ", "Tổ chức chính trị - xã hội", "Hội ND")
    draft = drafting.from_outline(desk, "a", 2026)
    assert draft.issuer == "Ủy ban nhân dân xã Ví Dụ"
    assert draft.signer.name == "Nguyễn Văn Mẫu"
    assert draft.tasks[0].assignee == "Phòng Văn hóa - Xã hội xã Ví Dụ"
    assert draft.tasks[3].helpers == "Hội Nông dân Việt Nam xã Ví Dụ"
    assert draft.date == PartialDate(None, 2, 2026)


@pytest.mark.parametrize("outline_id", "abcdef")
def test_every_outline_is_stored_and_has_no_fault(desk, outline_id):
    changes, plan_id = drafting.draft_plan(desk, drafting.from_outline(desk, outline_id, 2027))
    assert changes.touches("plans", "years")
    stored = plans.plan(desk, plan_id)
    assert stored.state == "bản thảo" and stored.year == 2027
    assert [one for one in checking.check_plan(desk, plan_id) if one.code not in TO_FILL_IN] == []


def test_suggestions_are_filled_in(desk):
    themes, answers = drafting.suggestions(desk, "f", 2027)
    assert len(themes) == 3
    assert answers["ngày kết thúc"] == "31/8/2027"
    assert answers["sự kiện"].startswith("kỷ niệm 82 năm Quốc khánh")
    draft = drafting.from_outline(desk, "f", 2027, themes[1], answers | {"ngày kết thúc": "15/8/2027"})
    assert (draft.theme, draft.phases[0].end) == (themes[1], "2027-08-15")


def test_an_outline_that_is_not_there_and_a_year_that_is_none(desk):
    with pytest.raises(KnownError, match="Không có đề cương “x”"):
        drafting.from_outline(desk, "x", 2027)
    with pytest.raises(BadInput):
        drafting.from_outline(desk, "a", 27)
    with pytest.raises(BadInput):
        drafting.from_plan(desk, 1, 27)


@pytest.fixture
def last_year(desk) -> int:
    stored = replace(
        PLAN,
        number=5,
        targets=(Target("Thu 10 tỷ đồng", "Thu ngân sách", values=(TargetValue(10, "tỷ đồng"),)), PLAN.targets[1]),
        phases=(Phase("Đợt 1", "2026-01-01", "2026-06-30"), Phase("Đợt 2", "2026-07-01", "2026-11-30", "2026-12-10")),
        tasks=(Task("Văn phòng", "Tổng hợp kết quả", None, "2026-12-01", "2026-11-20"),),
    )
    return drafting.draft_plan(desk, stored)[1]


def test_last_years_plan_brings_what_was_achieved(desk, last_year):
    before = plans.plan(desk, last_year)
    for phase, value in zip(before.phases, ("6", "11,5"), strict=True):
        results.set_target_result(desk, before.targets[0].id, phase.id, 0, value)
    begun = drafting.from_plan(desk, last_year, 2027)
    _, plan_id = drafting.draft_plan(desk, drafting.finished(begun, [one for one in begun.renewals if one.certain]))
    new = plans.plan(desk, plan_id)
    assert new.title == "Phát động phong trào thi đua năm 2027"
    assert [target.last_year for target in new.targets] == [11.5, None]
    assert new.targets[0].values == (TargetValue(10, "tỷ đồng"),)
    assert new.phases[1].report_deadline == "2027-12-10"
    assert (new.tasks[0].done_on, new.tasks[0].due) == (None, "2027-12-01")
    assert (new.number, new.date, new.drafted_from) == (None, PartialDate(None, 1, 2027), last_year)


def test_it_is_one_act_and_one_undo(desk, last_year):
    begun = drafting.from_plan(desk, last_year, 2027)
    drafting.draft_plan(desk, drafting.finished(begun, begun.renewals))
    assert history.undo_text(desk) == "Lập kế hoạch mới năm 2027"
    history.undo(desk)
    assert [one.id for one in plans.plan_summaries(desk)] == [last_year]
    history.redo(desk)
    assert [one.year for one in plans.plan_summaries(desk)] == [2026, 2027]


def test_a_colleagues_plan_becomes_the_own_and_its_file_is_kept(desk):
    theirs = replace(PLAN, title="Phát động thi đua trên địa bàn xã Thí Điểm", issuer="Ủy ban nhân dân xã Thí Điểm")
    begun = drafting.from_reading(desk, theirs, 2026, SourceFile("ke-hoach.docx", b"chu"))
    assert [(one.old, one.new, one.certain) for one in begun.renewals] == [("xã Thí Điểm", "xã Ví Dụ", True)]
    _, plan_id = drafting.draft_plan(desk, drafting.finished(begun, begun.renewals), begun.source)
    new = plans.plan(desk, plan_id)
    assert new.title == "Phát động thi đua trên địa bàn xã Ví Dụ"
    assert (new.issuer, new.place, new.signer.name) == ("Ủy ban nhân dân xã Ví Dụ", "Ví Dụ", "Nguyễn Văn Mẫu")
    assert plans.source_file(desk, plan_id) == SourceFile("ke-hoach.docx", b"chu")


def test_a_superiors_plan_gets_the_own_recipients(desk):
    theirs = replace(PLAN, issuer="Ủy ban nhân dân tỉnh Mẫu")
    assert drafting.from_reading(desk, theirs, 2026).plan.recipients[0].name == "UBND tỉnh Mẫu"


def test_the_own_plan_of_a_file_keeps_its_names(desk):
    begun = drafting.from_reading(desk, PLAN, 2027)
    assert {one.kind for one in begun.renewals} == {"năm"}
    assert begun.plan.recipients == PLAN.recipients
