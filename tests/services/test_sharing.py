"""Giao phần của đơn vị: parts of a target become commitments, in one act."""

from __future__ import annotations

from datetime import date

import pytest

from tests.services.year_samples import PLAN
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.figures.values import format_values
from thidua_desktop.domain.plan.plans import Plan, PlanCommitment, Section, Target, TargetValue
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import adjustments, commitments, registering, registrations, sharing
from thidua_desktop.services.registration.cover import cover
from thidua_desktop.services.sheets.gathering import registration_sheet
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

YEAR = 2026


@pytest.fixture
def target(desk: Workspace) -> int:
    """A target of 15 ha, with three thôn in the year's list."""
    _, plan_id = plans.store_plan(desk, PLAN)
    cells = {"indicator": "Trồng rừng mới", "values": "15 ha"}
    _, target_id = registers.add_row(desk, "plan_targets", cells, scope=plan_id)
    for number in (1, 2, 3):
        registrations.enter_new(desk, YEAR, f"Thôn {number}", "Thôn, tổ dân phố")
    return target_id


def stands(desk: Workspace, target: int) -> tuple[str, list[str]]:
    (found,) = (one for one in cover(desk, YEAR).targets if one.target_id == target)
    return found.words, [share.text for share in found.shares]


def test_parts_become_commitments_in_one_act(desk: Workspace, target: int) -> None:
    sharing.give(desk, target, 0, {1: 5, 3: 4})
    assert stands(desk, target) == ("thiếu 6 ha", ["Thôn 1: 5 ha", "Thôn 3: 4 ha"])
    assert history.undo_text(desk) == "Giao phần chỉ tiêu “Trồng rừng mới” cho 2 đơn vị"
    sharing.give(desk, target, 0, {1: 5, 2: 6})
    assert stands(desk, target) == ("đủ", ["Thôn 1: 5 ha", "Thôn 3: 4 ha", "Thôn 2: 6 ha"])
    assert not sharing.give(desk, target, 0, {1: 5, 2: 6})
    history.undo(desk)
    history.undo(desk)
    assert stands(desk, target) == ("chưa ai nhận", [])


def test_a_part_of_one_who_handed_in_is_an_adjustment(desk: Workspace, target: int) -> None:
    sharing.give(desk, target, 0, {1: 5})
    found = registrations.registration(desk, YEAR, 1)
    assert found is not None
    registrations.set_received(desk, found.id, date(2026, 3, 2))
    with pytest.raises(BadInput, match="Thôn 1 đã nộp bản đăng ký"):
        sharing.give(desk, target, 0, {1: 8, 2: 7})
    sharing.give(desk, target, 0, {1: 8, 2: 7}, "giao thêm", date(2026, 4, 1))
    assert stands(desk, target) == ("đủ", ["Thôn 1: 8 ha", "Thôn 2: 7 ha"])
    promise = next(one for one in commitments.of_year(desk, YEAR, 1))
    assert [one.words for one in adjustments.adjustments(desk, promise.id)] == [
        "Điều chỉnh ngày 01/04/2026: 5 ha → 8 ha, lý do: giao thêm"
    ]


def test_who_may_take_a_part(desk: Workspace, target: int) -> None:
    first = registrations.registration(desk, YEAR, 1)
    assert first is not None
    registering.set_culture_figure(desk, first.id, "households", 120)
    sharing.give(desk, target, 0, {2: 3})
    found = sharing.shared_target(desk, target)
    assert (found.name, found.year, [one.value for one in found.figures]) == ("Trồng rừng mới", YEAR, [15])
    assert [(one.name, one.households, one.said, one.kept) for one in found.sharers] == [
        ("Thôn 1", 120, (None,), False),
        ("Thôn 2", None, (3,), False),
        ("Thôn 3", None, (None,), False),
    ]
    with pytest.raises(BadInput, match="Chưa giao phần nào"):
        sharing.give(desk, target, 0, {})


def test_an_organisation_takes_what_it_is_responsible_for(desk: Workspace, target: int) -> None:
    plan_id = int(records.get(desk.file, "plan_targets", target)["plan_id"] or 0)
    for indicator, values, responsible in (
        ("Thu ngân sách", "tỉnh giao 10 tỷ đồng; HĐND xã giao 12 tỷ đồng", "Thôn 1, Thôn 2"),
        ("Hộ dùng nước sạch", "≥ 95%", "Thôn 1"),
        ("Giữ đường hoa", "", "Thôn 1"),
    ):
        cells = {"indicator": indicator, "values": values, "responsible": responsible}
        registers.add_row(desk, "plan_targets", cells, scope=plan_id)
    assert offered(desk, 1) == [
        ("Thu ngân sách", "Thu ngân sách", 6, "tỷ đồng"),
        ("Hộ dùng nước sạch", "Hộ dùng nước sạch", 95, "%"),
        ("Giữ đường hoa", "Giữ đường hoa", None, None),
    ]
    sharing.take_owed(desk, YEAR, 1)
    assert history.undo_text(desk) == "Ghi 3 chỉ tiêu phụ trách thành cam kết của Thôn 1"
    assert [(one.quote, format_values(one.values)) for one in commitments.of_year(desk, YEAR, 1)] == [
        ("Thu ngân sách", "6 tỷ đồng"),
        ("Hộ dùng nước sạch", "≥ 95%"),
        ("Giữ đường hoa", ""),
    ]
    assert not sharing.take_owed(desk, YEAR, 1)
    sharing.take_owed(desk, YEAR, 2)
    assert [(one.quote, format_values(one.values)) for one in commitments.of_year(desk, YEAR, 2)] == [
        ("Thu ngân sách", "6 tỷ đồng")
    ]


def offered(desk: Workspace, organisation_id: int) -> list[tuple[object, ...]]:
    """What the form sheet of an organisation proposes to commit to."""
    form = registration_sheet(desk, YEAR, organisation_id)
    table = next(one for one in form.tables if one.key == "commitments")
    rows = [row.cells for row in table.rows if row.key.startswith("g")]
    return [tuple(cells.get(key) for key in ("quote", "target", "value", "unit")) for cells in rows]


def test_a_part_of_one_leaves_the_plan_and_its_text_as_they_are(desk: Workspace) -> None:
    """The target and what its organisation will do are one sentence of the plan."""
    words = "Hội Nông dân vận động hội viên đào hố rác: 78 hộ."
    section = Section(1, "1", "Hố rác", body=(plain(words),))
    figure = (TargetValue(78, "hộ"),)
    plan = Plan(
        YEAR,
        title="Kế hoạch",
        sections=(section,),
        targets=(Target(words, "Hố rác", values=figure),),
        commitments=(PlanCommitment("Hội Nông dân", words, figure, target=0),),
    )
    _, plan_id = plans.store_plan(desk, plan)
    registrations.enter_new(desk, YEAR, "Hội Nông dân", "Tổ chức chính trị - xã hội")
    stored = plans.plan(desk, plan_id)
    adopt = {"organisation_id": 1}
    with desk.file.act("Gắn đơn vị"):
        records.update(desk.file, "commitments", stored.commitments[0].id, adopt)
    sharing.give(desk, stored.targets[0].id, 0, {1: 13})
    after = plans.plan(desk, plan_id)
    assert after.commitments[0].values == (TargetValue(13, "hộ"),)
    assert (after.targets[0].values, after.sections[0].body[0].text) == (figure, words)
