"""A plan that went out as a Word file, was edited there, and comes home."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.plan.test_differences import plans as any_plan
from tests.services import rewording
from tests.services.samples import PLAN
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan import rows as plan_rows
from thidua_desktop.domain.plan.differences import Comparison, Key, compare
from thidua_desktop.domain.plan.merging import merged
from thidua_desktop.domain.plan.plans import Plan, Section, SourceFile, Target, TargetValue
from thidua_desktop.domain.richtext import plain
from thidua_desktop.exporting.docx import render
from thidua_desktop.importing.plan import read_plan
from thidua_desktop.services import history
from thidua_desktop.services.plan import drafting, merging, papers, plans, states, versions
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import results
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

EDITED = SourceFile("kế hoạch đã sửa.docx", b"da sua")
RAISED = replace(
    PLAN,
    targets=(
        replace(PLAN.targets[0], quote="Thu ngân sách 12 tỷ", values=(TargetValue(12.0, "tỷ đồng", "=", "tỉnh"),)),
        PLAN.targets[1],
    ),
    sections=(*PLAN.sections, Section(1, "IV.", "KINH PHÍ", (plain("Từ nguồn ngân sách xã."),))),
    closing=(plain("Trên đây là kế hoạch năm 2026."),),
)


ON_PAPER = replace(PLAN, closing=(plain("Thu ngân sách. Đợt 1. Hội Nông dân: Trồng 5 ha rừng."),))


def _keys(both: Comparison) -> list[Key]:
    return [one.key for one in both.differences]


def test_what_is_ticked_comes_in_one_act(desk: Workspace, plan_id: int) -> None:
    before = plans.plan(desk, plan_id)
    both = merging.compare_with(desk, plan_id, RAISED)
    changes, stored_id = merging.take(desk, both, _keys(both), EDITED)
    after = plans.plan(desk, plan_id)
    assert stored_id == plan_id and changes
    assert compare(after, RAISED).differences == ()
    assert [target.id for target in after.targets] == [target.id for target in before.targets]
    assert plans.source_file(desk, plan_id) == EDITED
    assert history.undo_text(desk) == "Lấy 3 thay đổi từ tệp “kế hoạch đã sửa.docx” vào kế hoạch"
    history.undo(desk)
    assert plans.plan(desk, plan_id) == before


def test_of_two_changes_one_is_taken(desk: Workspace, plan_id: int) -> None:
    both = merging.compare_with(desk, plan_id, RAISED)
    merging.take(desk, both, [one.key for one in both.differences if one.title == "Phần kết"], EDITED)
    plan = plans.plan(desk, plan_id)
    assert (plan.closing, len(plan.sections)) == (RAISED.closing, 3)
    assert plan.targets[0].values == PLAN.targets[0].values


def test_nothing_ticked_changes_nothing(desk: Workspace, plan_id: int) -> None:
    before = plans.plan(desk, plan_id)
    changes, _ = merging.take(desk, merging.compare_with(desk, plan_id, RAISED), (), EDITED)
    assert not changes
    assert plans.plan(desk, plan_id) == before


def test_results_stay_with_a_target_that_was_reworded(desk: Workspace, plan_id: int) -> None:
    plan = plans.plan(desk, plan_id)
    results.set_target_result(desk, plan.targets[0].id, plan.phases[0].id, 0, "5")
    both = merging.compare_with(desk, plan_id, RAISED)
    merging.take(desk, both, _keys(both), EDITED)
    assert records.count(desk.file, "target_results", where={"target_id": plan.targets[0].id}) == 1


def test_what_has_results_is_not_proposed_to_go(desk: Workspace) -> None:
    _, plan_id = plans.store_plan(desk, ON_PAPER)
    plan = plans.plan(desk, plan_id)
    results.set_target_result(desk, plan.targets[0].id, plan.phases[0].id, 0, "5")
    both = merging.compare_with(desk, plan_id, replace(PLAN, targets=(), phases=()))
    told = {one.title: one.note for one in both.differences if not one.ticked}
    assert "Dòng này đã có kết quả" in told["Chỉ tiêu “Thu ngân sách”"]
    assert "Dòng này đã có kết quả" in told["Đợt “Đợt 1”"]


def test_a_commitment_finds_its_organisation(desk: Workspace) -> None:
    _, plan_id = plans.store_plan(desk, ON_PAPER)
    registers.add_row(desk, "organisations", {"name": "Hội Phụ nữ"})
    others_say = (plain("Hội Phụ nữ: Trồng 5 ha rừng."),)
    others = tuple(replace(one, organisation="Hội Phụ nữ") for one in PLAN.commitments)
    both = merging.compare_with(desk, plan_id, replace(PLAN, closing=others_say, commitments=others))
    merging.take(desk, both, _keys(both), EDITED)
    (row,) = records.page(desk.file, "commitments", where={"plan_id": plan_id})
    assert row["organisation_id"] is not None


def test_a_plan_changed_meanwhile_is_compared_anew(desk: Workspace, plan_id: int) -> None:
    both = merging.compare_with(desk, plan_id, RAISED)
    plans.set_plan_field(desk, plan_id, "theme", "Đoàn kết")
    with pytest.raises(KnownError, match="đã khác từ lúc so"):
        merging.take(desk, both, _keys(both), EDITED)


def test_an_issued_plan_gets_a_new_version_instead(desk: Workspace, plan_id: int) -> None:
    plan = plans.plan(desk, plan_id)
    results.set_target_result(desk, plan.targets[0].id, plan.phases[0].id, 0, "5")
    states.issue(desk, plan_id, "15", "05/02/2026")
    issued = plans.plan(desk, plan_id)
    both = merging.compare_with(desk, plan_id, RAISED)
    _, second = merging.take(desk, both, [one.key for one in both.differences if one.ticked], EDITED)
    assert plans.plan(desk, plan_id) == issued
    assert plans.plan(desk, second).amends == plan_id
    assert plans.plan(desk, second).closing == RAISED.closing
    with pytest.raises(versions.AmendmentOpen):
        merging.take(desk, both, _keys(both), EDITED)
    assert states.issue(desk, second, "20", "01/03/2026").carried == (1, 0)
    history.undo(desk)
    history.undo(desk)
    assert [one.id for one in plans.plan_summaries(desk, 2026)] == [plan_id]


# Whatever the two plans are


def _bare(plan: Plan) -> dict[str, Any]:
    lists = {kind: [replace(row, id=0) for row in plan_rows.items(plan, kind)] for kind in plan_rows.PLAN_KINDS}
    return lists | {
        "texts": (plan.year, plan.title, plan.theme, plan.preamble, plan.closing),
        "sections": [(one.level, one.marker, one.heading, one.body) for one in plan.all_sections()],
    }


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(any_plan, any_plan, st.data())
def test_what_is_stored_is_what_was_merged(desk: Workspace, old: Plan, new: Plan, data: st.DataObject) -> None:
    _, plan_id = plans.store_plan(desk, old)
    both = merging.compare_with(desk, plan_id, new)
    keys = [key for key in _keys(both) if data.draw(st.booleans())]
    before = plans.plan(desk, plan_id)
    merging.take(desk, both, keys)
    stored = plans.plan(desk, plan_id)
    assert _bare(stored) == _bare(merged(both, keys))
    assert desk.file.query("PRAGMA foreign_key_check") == []
    if keys and stored != before:
        history.undo(desk)
        assert plans.plan(desk, plan_id) == before


# Out and home again as Word files


def _sent_out(desk: Workspace, plan_id: int) -> SourceFile:
    return SourceFile("kế hoạch.docx", render(papers.plan_document(desk, plan_id)))


def _outlined(desk: Workspace, outline_id: str) -> int:
    plan = drafting.from_outline(desk, outline_id, 2026, "Đoàn kết, sáng tạo", {})
    return plans.store_plan(desk, read_plan(SourceFile("a.docx", _paper(desk, plan))).plan)[1]


def _paper(desk: Workspace, plan: Plan) -> bytes:
    _, plan_id = plans.store_plan(desk, plan)
    return _sent_out(desk, plan_id).content


@pytest.mark.parametrize("outline_id", ["a", "b", "c", "d", "e", "f"])
def test_what_went_out_and_came_home_untouched_has_no_differences(desk: Workspace, outline_id: str) -> None:
    plan_id = _outlined(desk, outline_id)
    for state in ("bản thảo", "lấy ý kiến"):
        states.set_state(desk, plan_id, state)
        home = read_plan(_sent_out(desk, plan_id)).plan
        assert merging.compare_with(desk, plan_id, home).differences == ()


@pytest.mark.parametrize("outline_id", ["a", "b", "c", "d", "e", "f"])
def test_what_only_the_tables_of_a_plan_say_stays_when_its_edited_paper_comes_home(
    desk: Workspace, outline_id: str
) -> None:
    """As the clerk makes it: rows of the outline filled in further, the text edited in Word, everything taken."""
    plan = drafting.from_outline(desk, outline_id, 2026, "Đoàn kết, sáng tạo", {})
    owned = tuple(replace(one, responsible="Văn phòng", last_year=3.0, direction="higher") for one in plan.targets)
    _, plan_id = plans.store_plan(desk, replace(plan, targets=owned))
    stored = plans.plan(desk, plan_id)
    said = (*plan.closing[:-1], plain("Trên đây là kế hoạch, sửa theo ý kiến Chủ tịch./."))
    home = read_plan(SourceFile("a.docx", _paper(desk, replace(plan, closing=said)))).plan
    both = merging.compare_with(desk, plan_id, home)
    assert [one.title for one in both.differences] == ["Phần kết"]
    merging.take(desk, both, _keys(both))
    assert plans.plan(desk, plan_id) == replace(stored, closing=said)


def test_what_was_edited_in_word_comes_home(desk: Workspace) -> None:
    plan_id = _outlined(desk, "d")
    plan = plans.plan(desk, plan_id)
    section = next(one for one in plan.all_sections() if one.body)
    said = (plain(f"{section.body[0].text} Sửa theo ý kiến Chủ tịch.", section.body[0].bullet), *section.body[1:])
    _, other = plans.store_plan(desk, plan)
    twin = [one.id for one in plans.plan(desk, other).all_sections()][
        [one.id for one in plan.all_sections()].index(section.id)
    ]
    rewording.set_body(desk, other, twin, said)
    both = merging.compare_with(desk, plan_id, read_plan(_sent_out(desk, other)).plan)
    assert [(one.key.part, one.old_id) for one in both.differences] == [("section", section.id)]
    assert both.differences[0].new.endswith("Sửa theo ý kiến Chủ tịch.") or "Chủ tịch" in both.differences[0].new


def test_a_new_target_has_its_own_row(desk: Workspace, plan_id: int) -> None:
    new = replace(PLAN, targets=(*PLAN.targets, Target("Trồng 5 ha", "Trồng rừng", values=(TargetValue(5.0, "ha"),))))
    both = merging.compare_with(desk, plan_id, new)
    merging.take(desk, both, _keys(both))
    assert plans.plan(desk, plan_id).targets[2].values == (TargetValue(5.0, "ha"),)
