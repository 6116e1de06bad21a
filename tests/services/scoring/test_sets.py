"""Sets of criteria: where they come from, their cells, their criteria as a table."""

from __future__ import annotations

import pytest

from tests.services.scoring.steps import QUALITY, put
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.destinations import REGISTRATION
from thidua_desktop.services import act_places, history, search
from thidua_desktop.services.plan import plans, states, versions
from thidua_desktop.services.registers import registers
from thidua_desktop.services.scoring import sets


def test_the_example_becomes_a_set_of_the_year(year, set_id):
    shipped, stored = sets.examples(year)[0], sets.criteria_set(year, set_id)
    assert [(one.name, one.kind, one.points, one.measure) for one in stored.criteria] == [
        (one.name, one.kind, one.points, one.measure) for one in shipped.criteria
    ]
    assert (stored.grades, stored.late, stored.bonus_cap, stored.base_points) == (shipped.grades, shipped.late, 20, 100)
    assert sets.ids_of_year(year, 2026, "đơn vị") == [set_id]
    history.undo(year)
    assert sets.sets_of_year(year, 2026) == ()


def test_a_set_of_last_year_keeps_its_targets_by_their_names(year, set_id):
    target = registers.choices(year, "criteria", "target_id", scope=set_id)[0]
    registers.add_row(year, "criteria", {"name": "Theo chỉ tiêu", "target_id": target}, scope=set_id)
    next_id = sets.copy_set(year, 2027, set_id)[1]
    last = sets.criteria_set(year, next_id).criteria[-1]
    assert (last.target_id, last.note) == (None, f"Năm 2026 theo chỉ tiêu “{target}”")  # 2027 has no plan yet
    again = sets.criteria_set(year, sets.copy_set(year, 2026, set_id)[1])
    assert again.criteria[-1].target_id == sets.criteria_set(year, set_id).criteria[-1].target_id
    assert [one.id for one in sets.earlier(year, 2027)] == [set_id, again.id]


@pytest.mark.parametrize(
    ("field", "text", "shown"),
    [
        ("name", " Khối  trường học ", "Khối trường học"),
        ("bonus_rate", "0,5%", "0,5"),
        ("criterion_cap", "", ""),
        ("grades", "B: 75; A 100%", "A 100%; B 75%"),
        ("late", "10 ngày trừ 10; 3 ngày: 2,5", "3 ngày trừ 2,5; 10 ngày trừ 10"),
        ("mark", "đã đối chiếu", "đã đối chiếu"),
        ("lowest", "0", "0"),
        ("late_counts", "lần chậm nhất", "lần chậm nhất"),
        ("late_of", "giao ước, đăng ký", "đăng ký; giao ước"),
    ],
)
def test_cells_of_a_set_are_kept_and_shown_again(year, set_id, field, text, shown):
    sets.set_field(year, set_id, field, text)
    assert sets.field_text(sets.criteria_set(year, set_id), field) == shown


@pytest.mark.parametrize(
    ("field", "text", "happened"),
    [
        ("name", " ", "cần có tên"),
        ("bonus_cap", "nhiều", "không phải là số"),
        ("grades", "A", "chưa rõ là mức nào"),
        ("grades", "A 120%", "chưa rõ là mức nào"),
        ("grades", "A 100; a 80", "có hai lần"),
        ("late", "5 trừ 5", "chưa rõ là chậm"),
        ("late_counts", "mọi lần", "không phải là cách tính"),
        ("late_of", "biên bản", "không phải là việc có hạn nộp"),
    ],
)
def test_cells_that_do_not_fit_are_refused_in_words(year, set_id, field, text, happened):
    before = sets.criteria_set(year, set_id)
    with pytest.raises(BadInput, match=happened):
        sets.set_field(year, set_id, field, text)
    assert sets.criteria_set(year, set_id) == before


def test_criteria_are_pasted_moved_and_taken_away_as_every_table(year):
    own = sets.add_empty(year, 2026)[1]
    rows = [["Phần một", "nhóm", ""], ["Việc một", "định tính", "30"], ["Việc hai", "định lượng", "hai"]]
    pasted = registers.paste_rows(year, "criteria", ["name", "kind", "points"], rows, scope=own)
    assert (pasted.added, [number for number, _ in pasted.refused]) == (2, [3])
    first, second = (one.id for one in sets.criteria_set(year, own).criteria)
    registers.move_row(year, "criteria", second, 0)
    assert [one.id for one in sets.criteria_set(year, own).criteria] == [second, first]
    registers.remove_rows(year, "criteria", [second])
    assert history.undo_text(year) == "Xóa tiêu chí “Việc một”"
    history.undo(year)
    assert len(sets.criteria_set(year, own).criteria) == 2


def test_a_set_goes_with_its_scores_and_comes_back_with_them(year, set_id):
    put(year, set_id, QUALITY, "own", "9")
    sets.remove_set(year, set_id)
    assert sets.sets_of_year(year, 2026) == ()
    (gone,) = (one for one in history.deleted_records(year) if one.kind == "criteria_sets")
    assert (gone.kind_title, gone.title) == ("Bộ tiêu chí chấm điểm", "Chấm điểm thi đua của đơn vị (ví dụ)")
    history.restore_deleted(year, gone)
    assert len(sets.criteria_set(year, set_id).criteria) == 17


def test_undo_leads_to_the_tab_and_search_finds_a_criterion(year, set_id):
    put(year, set_id, QUALITY, "own", "9")
    place = act_places.undo_place(year)
    assert (place.destination.tab, place.destination.kind, place.destination.year) == (
        REGISTRATION,
        "criteria",
        2026,
    )
    groups = {group.title: group for group in search.search(year, "doan ket noi bo")}
    (hit,) = groups["Tiêu chí chấm điểm"].hits
    assert (hit.destination.tab, hit.destination.kind) == (REGISTRATION, "criteria")


def test_a_criterion_tells_its_history(year, set_id):
    row_id = sets.criteria_set(year, set_id).criteria[2].id
    registers.set_cell(year, "criteria", row_id, "points", "12")
    entry = history.record_history(year, "criteria", row_id)[0]
    assert (entry.column_heading, entry.before, entry.after) == ("Điểm chuẩn", "10", "12")
    sets.set_field(year, set_id, "bonus_cap", "15")
    entry = history.record_history(year, "criteria_sets", set_id)[0]
    assert (entry.column_heading, entry.before, entry.after) == ("Thưởng nhiều nhất, tất cả tiêu chí", "20", "15")


def test_a_criterion_follows_its_target_into_the_version_that_counts(year, set_id):
    plan = plans.plan_of_year(year, 2026)
    target = registers.choices(year, "criteria", "target_id", scope=set_id)[0]
    _, row_id = registers.add_row(year, "criteria", {"name": "Theo chỉ tiêu", "target_id": target}, scope=set_id)
    states.issue(year, plan.id, "15", "05/02/2026")
    second = versions.begin_amendment(year, plan.id)[1]
    states.issue(year, second, "20", "01/03/2026")
    assert registers.row(year, "criteria", row_id).cells[5] == target
    found = registers.choices(year, "criteria", "target_id", scope=set_id)
    assert found.count(target) == 1
    states.withdraw(year, second)
    assert registers.row(year, "criteria", row_id).cells[5] == target


def test_criteria_are_made_from_targets_behind_the_chosen_row(year, set_id):
    offered = sets.targets_to_choose(year, set_id)
    assert [(one.name, one.figures, one.is_there) for one in offered] == [
        ("Thu nhập bình quân đầu người", "≥ 62 triệu đồng", False),
        ("Xóa nhà tạm, nhà dột nát", "tỉnh giao 12 nhà", False),
        ("Trồng rừng mới", "15 ha", False),
    ]
    sets.add_targets(year, set_id, {offered[2].id, offered[1].id}, 2)
    made = sets.criteria_set(year, set_id).criteria[2:4]
    assert [(one.name, one.unit, one.target_id, one.points) for one in made] == [
        ("Xóa nhà tạm, nhà dột nát", "nhà", offered[1].id, None),
        ("Trồng rừng mới", "ha", offered[2].id, None),
    ]
    assert [one.is_there for one in sets.targets_to_choose(year, set_id)] == [False, True, True]
    history.undo(year)
    assert len(sets.criteria_set(year, set_id).criteria) == 17


def test_the_history_of_a_set_tells_grades_lateness_and_block_as_they_are_typed(year, set_id):
    _, block = registers.add_row(year, "blocks", {"name": "Khối trường học"})
    for field, text in (("grades", "A 100; B 75"), ("late", "3 ngày trừ 2"), ("block_id", str(block))):
        sets.set_field(year, set_id, field, text)
    told = history.record_history(year, "criteria_sets", set_id)[:3]
    assert [(one.column_heading, one.before, one.after) for one in reversed(told)] == [
        ("Các mức chất lượng", "A 100%; B 80%; C 60%; D 30%", "A 100%; B 75%"),
        ("Nộp chậm trừ điểm", "5 ngày trừ 5; 10 ngày trừ 10; 15 ngày trừ 20", "3 ngày trừ 2"),
        ("Khối áp dụng", "", "Khối trường học"),
    ]
