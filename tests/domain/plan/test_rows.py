import pytest

from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.plan import rows as plan_rows
from thidua_desktop.domain.plan.plans import Phase, Plan, Target, TargetValue

PLAN = Plan(
    2026,
    targets=(
        Target("Tổng giá trị: 663 tỷ đồng", "Tổng giá trị", values=(TargetValue(663, "tỷ đồng"),)),
        Target("Thương mại: 377,4 tỷ đồng", "Thương mại", parent=0, values=(TargetValue(377.4, "tỷ đồng"),)),
        Target("Thu nhập: 60 triệu đồng", "Thu nhập", values=(TargetValue(60, "triệu đồng"),)),
    ),
    phases=(Phase("Đợt 1", "2026-01-01", "2026-04-30"),),
)


def test_a_row_reads_as_the_clerk_sees_it():
    assert plan_rows.cells(PLAN, "plan_phases", 0) == ("Đợt 1", "01/01/2026", "30/04/2026", "", "")


def test_typing_a_cell_changes_only_that():
    changed = plan_rows.with_cell(PLAN, "plan_phases", 0, "report_deadline", "25/6/2026")
    assert changed.phases == (Phase("Đợt 1", "2026-01-01", "2026-04-30", "2026-06-25"),)
    assert changed.targets == PLAN.targets


def test_last_year_of_a_target_without_a_figure_is_reached_or_not():
    plan = plan_rows.with_row(PLAN, "plan_targets", {"indicator": "Xã đạt chuẩn", "last_year": "chưa đạt"})
    column = plan_rows.REGISTERS["plan_targets"].keys.index("last_year")
    assert plan_rows.cells(plan, "plan_targets", 3)[column] == "chưa đạt"
    assert plan_rows.with_cell(plan, "plan_targets", 3, "last_year", "đạt").targets[3].last_year == 1
    with pytest.raises(BadInput, match="Chỉ tiêu này có số"):
        plan_rows.with_cell(plan, "plan_targets", 2, "last_year", "đạt")


def test_a_date_that_does_not_exist_is_refused():
    with pytest.raises(BadInput, match="31/02/2026"):
        plan_rows.with_cell(PLAN, "plan_phases", 0, "end", "31/02/2026")


def test_a_row_is_added_with_its_defaults():
    added = plan_rows.with_row(PLAN, "plan_movements", {"name": "Dân vận khéo"})
    assert plan_rows.cells(added, "plan_movements", 0)[0] == "Dân vận khéo"
    assert added.movements[0].kind == "phong trào"


def test_parts_of_a_removed_target_stand_on_their_own_and_others_keep_theirs():
    assert [t.parent for t in plan_rows.without_rows(PLAN, "plan_targets", {0}).targets] == [None, None]
    assert [t.parent for t in plan_rows.without_rows(PLAN, "plan_targets", {2}).targets] == [None, 0]


def test_a_part_names_the_target_it_belongs_to_and_that_can_be_typed():
    column = plan_rows.REGISTERS["plan_targets"].keys.index("parent_id")
    assert plan_rows.cells(PLAN, "plan_targets", 1)[column] == "Tổng giá trị"
    changed = plan_rows.with_cell(PLAN, "plan_targets", 2, "parent_id", "tong gia tri")
    assert [target.parent for target in changed.targets] == [None, 0, 0]
    with pytest.raises(BadInput, match="chính nó"):
        plan_rows.with_cell(PLAN, "plan_targets", 0, "parent_id", "Thương mại")


def test_a_moved_target_takes_its_parts_along_by_name():
    moved = plan_rows.with_row_moved(PLAN, "plan_targets", 0, 2)
    assert [(target.indicator, target.parent) for target in moved.targets] == [
        ("Thương mại", 2),
        ("Thu nhập", None),
        ("Tổng giá trị", None),
    ]


@pytest.mark.parametrize("kind", plan_rows.PLAN_KINDS)
def test_every_list_of_a_plan_has_its_register(kind):
    assert plan_rows.items(PLAN, kind) is not None
    required = {c.key: "x" for c in plan_rows.REGISTERS[kind].columns if c.required and not c.choices}
    assert plan_rows.with_row(PLAN, kind, {**required, "kind": "Luật"} if kind == "plan_bases" else required)
