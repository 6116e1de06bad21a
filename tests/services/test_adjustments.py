"""What was handed in changes by an adjustment only, which keeps what it said before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.services import rewording
from tests.services.year_samples import PLAN
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.figures.values import format_values, parse_values
from thidua_desktop.domain.plan.plans import Plan, PlanCommitment, Section
from thidua_desktop.domain.plan.states import ISSUED
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services import history
from thidua_desktop.services.act_places import undo_place
from thidua_desktop.services.plan import plans, versions
from thidua_desktop.services.plan.rewriting import rewrite
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import (
    adjustments,
    commitment_terms,
    commitments,
    registrations,
    result_sheets,
    results,
)
from thidua_desktop.services.registration.kept import Kept
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

YEAR = 2026
DAY = date(2026, 3, 5)


@pytest.fixture
def promise(desk: Workspace) -> int:
    """A commitment of an organisation whose bản đăng ký came in."""
    _, plan_id = plans.store_plan(desk, PLAN)
    chosen = [one for one in registrations.candidates(desk, plan_id) if one.name == "Hội Nông dân"]
    registrations.adopt(desk, plan_id, chosen)
    receive(desk, DAY)
    (found,) = commitments.of_year(desk, YEAR, 1)
    return found.id


def receive(desk: Workspace, day: date | None) -> None:
    found = registrations.registration(desk, YEAR, 1)
    assert found is not None
    registrations.set_received(desk, found.id, day)


def figures(desk: Workspace, promise: int) -> str:
    row = registers.row(desk, "commitments", promise)
    assert row is not None
    return row.cells[registers.register("commitments").keys.index("values")]


def test_what_was_handed_in_is_not_typed_over(desk: Workspace, promise: int) -> None:
    before = figures(desk, promise)
    for refused in (
        lambda: commitments.set_values(desk, promise, "30 hộ"),
        lambda: commitments.set_text(desk, promise, "Cải tạo 30 vườn"),
        lambda: registers.set_cell(desk, "commitments", promise, "values", "30 hộ"),
        lambda: registers.empty_cells(desk, "commitments", [(promise, "values")]),
        lambda: registers.remove_rows(desk, "commitments", [promise]),
    ):
        with pytest.raises(Kept, match="nằm trong bản đăng ký đã nộp"):
            refused()
    assert figures(desk, promise) == before


def test_results_and_other_terms_leave_it_as_it_was(desk: Workspace, promise: int) -> None:
    before = figures(desk, promise)
    phase = records.page(desk.file, "plan_phases")[0]["id"]
    results.set_commitment_result(desk, promise, int(phase or 0), 0, "12")
    commitment_terms.set_term(desk, promise, "proof_expected", "Biên bản nghiệm thu")
    commitment_terms.set_term(desk, promise, "kind", "quantity")
    assert figures(desk, promise) == before and adjustments.adjustments(desk, promise) == ()
    assert commitment_terms.terms(desk, promise).proof_expected == "Biên bản nghiệm thu"


def test_an_adjustment_keeps_the_earlier_figure_and_is_one_undo(desk: Workspace, promise: int) -> None:
    before, quote = figures(desk, promise), adjustments.wording(desk, promise).quote
    adjustments.adjust(desk, promise, "ảnh hưởng của bão", DAY, quote=quote, values="30 hộ")
    adjustments.adjust(desk, promise, "giao thêm", date(2026, 4, 1), quote=quote, values="35", deadline="2026-11-30")
    assert figures(desk, promise) == "35 hộ"
    assert [one.words for one in adjustments.adjustments(desk, promise)] == [
        f"Điều chỉnh ngày 05/03/2026: {before} → 30 hộ, lý do: ảnh hưởng của bão",
        "Điều chỉnh ngày 01/04/2026: 30 hộ → 35 hộ; hạn không có → 30/11/2026, lý do: giao thêm",
    ]
    place = undo_place(desk)
    assert place and (place.destination.kind, place.destination.id) == ("organisations", 1)
    history.undo(desk)
    history.undo(desk)
    assert figures(desk, promise) == before and adjustments.adjustments(desk, promise) == ()


def test_an_adjustment_needs_a_reason_and_a_change(desk: Workspace, promise: int) -> None:
    now = adjustments.wording(desk, promise)
    with pytest.raises(BadInput, match="Chưa có lý do điều chỉnh"):
        adjustments.adjust(desk, promise, " ", DAY, quote=now.quote, values="30 hộ")
    with pytest.raises(BadInput, match="chưa có nội dung"):
        adjustments.adjust(desk, promise, "bão", DAY, quote="", values="30 hộ")
    assert not adjustments.adjust(desk, promise, "", DAY, quote=now.quote, values=figures(desk, promise))


def test_a_registration_taken_back_is_free_again(desk: Workspace, promise: int) -> None:
    receive(desk, None)
    commitments.set_values(desk, promise, "30 hộ")
    assert figures(desk, promise) == "30 hộ" and adjustments.adjustments(desk, promise) == ()


def test_an_amended_plan_takes_terms_and_adjustments_along(desk: Workspace, promise: int) -> None:
    commitment_terms.set_term(desk, promise, "proof_expected", "Biên bản")
    quote = adjustments.wording(desk, promise).quote
    adjustments.adjust(desk, promise, "bão", DAY, quote=quote, values="30 hộ")
    plan_id = int(records.get(desk.file, "commitments", promise)["plan_id"] or 0)
    with desk.file.act("ban hành"):
        records.update(desk.file, "plans", plan_id, {"state": ISSUED})
    _, amended = versions.begin_amendment(desk, plan_id)
    with desk.file.act("chuyển"):
        versions.carry(desk.file, plan_id, amended)
    (found,) = records.page(desk.file, "commitments", where={"earlier_id": promise})
    new_id = int(found["id"] or 0)
    assert commitment_terms.terms(desk, new_id).proof_expected == "Biên bản"
    assert [one.reason for one in adjustments.adjustments(desk, new_id)] == ["bão"]


@pytest.mark.parametrize(
    ("kind", "direction", "typed", "status"),
    [
        ("quantity", "", "50", "vượt"),
        ("quantity", "lower", "50", "chưa đạt"),
        ("quantity", "lower", "12", "vượt"),
        ("yes_no", "", "đạt", "đạt"),
        ("yes_no", "", "chưa", "chưa đạt"),
    ],
)
def test_a_commitment_is_judged_the_way_that_is_better(
    desk: Workspace, promise: int, kind: str, direction: str, typed: str, status: str
) -> None:
    commitment_terms.set_term(desk, promise, "kind", kind)
    if direction:
        commitment_terms.set_term(desk, promise, "direction", direction)
    phase = records.page(desk.file, "plan_phases")[0]["id"]
    results.set_commitment_result(desk, promise, int(phase or 0), 0, typed)
    (row,) = result_sheets.commitment_sheet(desk, YEAR, 1, on=date(2026, 2, 1)).rows
    assert row.status == status
    assert row.planned_text == figures(desk, promise)


def test_a_commitment_goes_the_way_of_its_target(desk: Workspace, promise: int) -> None:
    target = int(records.get(desk.file, "commitments", promise)["target_id"] or 0)
    registers.set_cell(desk, "plan_targets", target, "direction", "thấp hơn là tốt")
    phase = records.page(desk.file, "plan_phases")[0]["id"]
    results.set_commitment_result(desk, promise, int(phase or 0), 0, "50")
    (row,) = result_sheets.commitment_sheet(desk, YEAR, 1, on=date(2026, 2, 1)).rows
    assert row.status == "chưa đạt"


SAID = "Hội Nông dân xã: trồng mới 8 ha rừng"


@pytest.fixture
def written(desk: Workspace) -> Plan:
    """A draft whose text says a commitment that was handed in."""
    registrations.enter_new(desk, YEAR, "Hội Nông dân xã")
    row = PlanCommitment("Hội Nông dân xã", "trồng mới 8 ha rừng", parse_values("8 ha"))
    sections = (Section(1, "I.", "CAM KẾT", (plain(SAID, "-"),)),)
    _, plan_id = plans.store_plan(desk, Plan(YEAR, sections=sections, commitments=(row,)))
    (found,) = commitments.of_year(desk, YEAR)
    with desk.file.act("gắn"):
        records.update(desk.file, "commitments", found.id, {"organisation_id": 1})
    receive(desk, DAY)
    return plans.plan(desk, plan_id)


def test_an_edit_of_the_plans_text_keeps_what_was_handed_in(desk: Workspace, written: Plan) -> None:
    for text in ("7 ha", "6 ha"):
        body = (plain(SAID.replace("8 ha", text), "-"),)
        rewording.set_body(desk, written.id, written.sections[0].id, body)
    (told,) = adjustments.adjustments(desk, written.commitments[0].id)
    assert told.reason == "sửa văn bản kế hoạch"
    assert (format_values(told.before.figures), format_values(told.after.figures)) == ("8 ha", "6 ha")


def test_a_text_without_it_does_not_take_it_away(desk: Workspace, written: Plan) -> None:
    wanted = replace(written, commitments=())
    with pytest.raises(Kept), desk.file.act("viết lại"):
        rewrite(desk, written, wanted)
    assert len(commitments.of_year(desk, YEAR)) == 1


def test_the_terms_are_columns_of_the_plans_table(desk: Workspace, promise: int) -> None:
    plan_id = int(records.get(desk.file, "commitments", promise)["plan_id"] or 0)
    columns = ("organisation", "quote", "deadline", "proof_expected", "kind")
    block = [["Hội Nông dân", "Lập tổ tự quản", "30/11/2026", "Quyết định", "Có / không"]]
    registers.paste_rows(desk, "commitments", columns, block, scope=plan_id)
    new = commitments.of_year(desk, YEAR, 1)[-1].id
    found = commitment_terms.terms(desk, new)
    assert (found.kind, found.direction) == ("yes_no", "yes_no")
    assert (found.deadline, found.proof_expected) == ("2026-11-30", "Quyết định")
    registers.set_cell(desk, "commitments", new, "kind", "")
    assert commitment_terms.terms(desk, new).direction == ""
    registers.set_cell(desk, "commitments", new, "direction", "có / không")
    registers.set_cell(desk, "commitments", new, "kind", "số lượng")
    assert commitment_terms.terms(desk, new).direction == ""
    with pytest.raises(Kept):
        registers.set_cell(desk, "commitments", new, "deadline", "")


def test_the_history_tells_terms_and_adjustments(desk: Workspace, promise: int) -> None:
    before = figures(desk, promise)
    commitment_terms.set_term(desk, promise, "kind", "quantity")
    commitment_terms.set_term(desk, promise, "proof_expected", "Biên bản")
    quote = adjustments.wording(desk, promise).quote
    adjustments.adjust(desk, promise, "bão", DAY, quote=quote, values="30 hộ", deadline="2026-11-30")
    told = [(one.column_heading, one.before, one.after) for one in history.record_history(desk, "commitments", promise)]
    assert ("Loại cam kết", "", "số lượng") in told
    assert ("Minh chứng dự kiến", "", "Biên bản") in told
    assert ("Hạn hoàn thành", "", "30/11/2026") in told
    assert ("Giá trị", before, "30 hộ") in told


def test_what_the_form_left_open_is_filled_in_without_a_reason(desk: Workspace, promise: int) -> None:
    _, new = commitments.add(desk, YEAR, 1, "Trồng cây đầu xuân")
    commitments.set_values(desk, new, "200 cây")
    commitment_terms.set_term(desk, new, "deadline", "30/3/2026")
    assert (figures(desk, new), adjustments.adjustments(desk, new)) == ("200 cây", ())
    with pytest.raises(Kept):
        commitments.set_values(desk, new, "150 cây")
    with pytest.raises(Kept):
        commitment_terms.set_term(desk, new, "deadline", "30/4/2026")
    with pytest.raises(Kept):
        commitments.set_text(desk, new, "Trồng cây")
