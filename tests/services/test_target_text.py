"""A figure of a target lives once: in the table and in the text of the plan."""

from __future__ import annotations

import pytest

from tests.services import rewording
from thidua_desktop.domain.figures.values import format_values, parse_values
from thidua_desktop.domain.plan.plans import Plan, PlanCommitment, Section, Target
from thidua_desktop.domain.richtext import Paragraph, Run, plain
from thidua_desktop.services import history
from thidua_desktop.services.plan import plans, states, target_text
from thidua_desktop.services.registers import registers
from thidua_desktop.services.registration import commitments
from thidua_desktop.services.workspace import Workspace

BODY = (
    Paragraph((Run("Thu ngân sách đạt "), Run("10", bold=True), Run(" tỷ đồng;")), "-"),
    plain("Thị xã giao: 10ha, HĐND xã giao: 6ha.", "-"),
)


def target(quote: str, figures: str, indicator: str, group: str | None = None) -> Target:
    return Target(quote, indicator, group, values=parse_values(figures))


PLAN = Plan(
    2026,
    sections=(
        Section(1, "I.", "MỤC ĐÍCH", (plain("Thu hút 10 tỷ đồng vốn.", "-"),)),
        Section(1, "II.", "CHỈ TIÊU", BODY),
        Section(1, "III.", "TỔ CHỨC THỰC HIỆN"),
    ),
    targets=(
        target("Thu ngân sách đạt 10 tỷ đồng", "10 tỷ đồng", "Thu ngân sách", "Kinh tế"),
        target("Thị xã giao: 10ha, HĐND xã giao: 6ha", "thị xã giao 10 ha; HĐND xã giao 6 ha", "Trồng rừng", "Kinh tế"),
        target("", "≥ 96%", "Hộ dùng nước sạch", "Kinh tế"),
    ),
)


@pytest.fixture
def stored(desk: Workspace) -> int:
    return plans.store_plan(desk, PLAN)[1]


def lines(desk: Workspace, plan_id: int) -> list[str]:
    return [line.text for line in plans.plan(desk, plan_id).sections[1].body]


def figures(desk: Workspace, plan_id: int) -> list[str]:
    return [format_values(one.values) for one in plans.plan(desk, plan_id).targets]


def test_a_figure_typed_in_the_table_stands_in_the_text_and_one_undo_takes_back_both(
    desk: Workspace, stored: int
) -> None:
    before = plans.plan(desk, stored)
    changes = registers.set_cell(desk, "plan_targets", before.targets[0].id, "values", "12,5 tỷ đồng")
    assert changes.touches("plan_sections", "plan_target_values")
    after = plans.plan(desk, stored)
    assert after.sections[1].body[0].runs[1] == Run("12,5", bold=True)
    assert after.targets[0].quote == "Thu ngân sách đạt 12,5 tỷ đồng"
    assert after.sections[0] == before.sections[0]
    history.undo(desk)
    assert plans.plan(desk, stored) == before
    history.redo(desk)
    assert plans.plan(desk, stored) == after


def test_a_number_typed_in_the_text_stands_in_the_table_and_one_undo_takes_back_both(
    desk: Workspace, stored: int
) -> None:
    before = plans.plan(desk, stored)
    for typed in ("Thu ngân sách đạt tỷ đồng;", "Thu ngân sách đạt 1 tỷ đồng;", "Thu ngân sách đạt 15 tỷ đồng;"):
        rewording.set_body(desk, stored, before.sections[1].id, (plain(typed, "-"), BODY[1]), editing="a")
    assert figures(desk, stored)[0] == "15 tỷ đồng"
    assert plans.plan(desk, stored).targets[0].quote == "Thu ngân sách đạt 15 tỷ đồng"
    history.undo(desk)
    assert plans.plan(desk, stored) == before


def test_of_several_levels_the_one_that_was_changed_changes(desk: Workspace, stored: int) -> None:
    row = plans.plan(desk, stored).targets[1].id
    registers.set_cell(desk, "plan_targets", row, "values", "thị xã giao 10 ha; HĐND xã giao 7,5 ha")
    assert lines(desk, stored)[1] == "Thị xã giao: 10ha, HĐND xã giao: 7,5ha."
    registers.set_cell(desk, "plan_targets", row, "values", "thị xã giao 10 ha")
    assert lines(desk, stored)[1] == "Thị xã giao: 10ha."


def test_a_row_says_where_it_stands_and_what_the_text_does_not_say(desk: Workspace, stored: int) -> None:
    plan = plans.plan(desk, stored)
    registers.set_cell(
        desk, "plan_targets", plan.targets[1].id, "values", "thị xã giao 10 ha; HĐND xã giao 6 ha; tỉnh giao 12 ha"
    )
    places = target_text.target_places(desk, stored)
    section = plan.sections[1]
    assert places[plan.targets[0].id] == target_text.TargetPlace("there", section.id, "II. CHỈ TIÊU")
    assert places[plan.targets[1].id] == target_text.TargetPlace(
        "no figure", section.id, "II. CHỈ TIÊU", "tỉnh giao 12 ha"
    )
    assert places[plan.targets[2].id] == target_text.TargetPlace("no words", missing="từ 96% trở lên")


def test_a_target_of_the_table_is_put_into_the_text(desk: Workspace, stored: int) -> None:
    plan = plans.plan(desk, stored)
    row = plan.targets[2].id
    assert target_text.proposed_section(desk, row) == plan.sections[1].id
    target_text.put_into_text(desk, [row], plan.sections[1].id)
    assert lines(desk, stored)[2] == "Hộ dùng nước sạch: từ 96% trở lên."
    assert target_text.target_places(desk, stored)[row].standing == "there"
    registers.set_cell(desk, "plan_targets", row, "values", "97%")
    assert lines(desk, stored)[2] == "Hộ dùng nước sạch: 97%."


def test_a_figure_that_the_words_do_not_say_is_added_to_them(desk: Workspace, stored: int) -> None:
    row = plans.plan(desk, stored).targets[1].id
    registers.set_cell(desk, "plan_targets", row, "values", "thị xã giao 10 ha; HĐND xã giao 6 ha; tỉnh giao 12 ha")
    target_text.put_into_text(desk, [row], 0)
    assert lines(desk, stored)[1] == "Thị xã giao: 10ha, HĐND xã giao: 6ha, tỉnh giao 12 ha."
    assert target_text.target_places(desk, stored)[row].standing == "there"


def test_the_sentence_of_a_removed_target_can_go_too(desk: Workspace, stored: int) -> None:
    plan = plans.plan(desk, stored)
    registers.remove_rows(desk, "plan_targets", [plan.targets[0].id])
    assert len(lines(desk, stored)) == 2
    quote = plan.targets[0].quote
    assert target_text.sentences_left(desk, stored, [quote])
    target_text.take_out_of_text(desk, stored, [quote])
    assert lines(desk, stored) == ["Thị xã giao: 10ha, HĐND xã giao: 6ha."]
    assert not target_text.sentences_left(desk, stored, [quote])


def test_a_figure_that_stands_nowhere_for_certain_changes_in_the_table_alone(desk: Workspace) -> None:
    section = Section(1, "III.", "TỔ CHỨC", (plain("Thu ngân sách đạt 10 tỷ đồng.", "-"),))
    plan = Plan(2026, sections=(PLAN.sections[1], section), targets=PLAN.targets[:1])
    plan_id = plans.store_plan(desk, plan)[1]
    row = plans.plan(desk, plan_id).targets[0].id
    assert target_text.target_places(desk, plan_id)[row].standing == "twice"
    before = plans.plan(desk, plan_id).sections
    registers.set_cell(desk, "plan_targets", row, "values", "11 tỷ đồng")
    assert figures(desk, plan_id)[0] == "11 tỷ đồng"
    assert plans.plan(desk, plan_id).sections == before


ADDED = [
    ("Thu ngân sách", "10 tỷ đồng", "there"),  # stands in the text, in one line
    ("thu ngân sách", "", "no words"),  # while it has no figure it may go on being typed
    ("Thu ngân sách", "12 tỷ đồng", "no words"),  # with another figure
    ("Trồng chè", "10 ha", "no words"),
]


@pytest.mark.parametrize(("indicator", "values", "standing"), ADDED)
def test_a_row_added_by_hand_finds_its_words_in_the_text(
    desk: Workspace, indicator: str, values: str, standing: str
) -> None:
    plan_id = plans.store_plan(desk, Plan(2026, sections=PLAN.sections))[1]
    _, row = registers.add_row(desk, "plan_targets", {"indicator": indicator, "values": values}, scope=plan_id)
    assert target_text.target_places(desk, plan_id)[row].standing == standing


def test_a_row_typed_cell_by_cell_finds_its_words_with_its_figure(desk: Workspace) -> None:
    plan_id = plans.store_plan(desk, Plan(2026, sections=PLAN.sections))[1]
    _, row = registers.add_row(desk, "plan_targets", {"indicator": "Thu ngân sách"}, scope=plan_id)
    registers.set_cell(desk, "plan_targets", row, "values", "10 tỷ đồng")
    assert plans.plan(desk, plan_id).targets[0].quote == "Thu ngân sách đạt 10 tỷ đồng"


def test_what_a_line_says_already_is_not_said_twice(desk: Workspace) -> None:
    plan_id = plans.store_plan(desk, Plan(2026, sections=PLAN.sections))[1]
    _, row = registers.add_row(desk, "plan_targets", {"indicator": "Thu hút"}, scope=plan_id)
    before = plans.plan(desk, plan_id).sections
    target_text.put_into_text(desk, [row], before[1].id)
    assert plans.plan(desk, plan_id).sections == before
    assert plans.plan(desk, plan_id).targets[0].quote == "Thu hút"


def test_a_row_that_found_its_words_is_one_with_the_text(desk: Workspace) -> None:
    plan_id = plans.store_plan(desk, Plan(2026, sections=PLAN.sections))[1]
    pasted = registers.paste_rows(
        desk, "plan_targets", ["indicator", "values"], [["Thu ngân sách", "10 tỷ đồng"]], scope=plan_id
    )
    assert pasted.added == 1
    row = plans.plan(desk, plan_id).targets[0]
    assert row.quote == "Thu ngân sách đạt 10 tỷ đồng"
    registers.set_cell(desk, "plan_targets", row.id, "values", "11 tỷ đồng")
    assert lines(desk, plan_id)[0] == "Thu ngân sách đạt 11 tỷ đồng;"


PROMISED = "Hội Nông dân: trồng mới 5 ha rừng, giúp 3 hộ thoát nghèo."
SHARED = "Các hội: mỗi hội kết nạp 10 hội viên."


@pytest.fixture
def promised(desk: Workspace) -> Plan:
    """A plan with what organisations commit to: one alone, two in the same words."""
    rows = (
        PlanCommitment("Hội Nông dân", "trồng mới 5 ha rừng", parse_values("5 ha")),
        PlanCommitment("Hội Phụ nữ", "mỗi hội kết nạp 10 hội viên", parse_values("10 hội viên")),
        PlanCommitment("Hội Cựu chiến binh", "mỗi hội kết nạp 10 hội viên", parse_values("10 hội viên")),
    )
    sections = (Section(1, "I.", "CAM KẾT", (plain(PROMISED, "-"), plain(SHARED, "-"))),)
    return plans.plan(desk, plans.store_plan(desk, Plan(2026, sections=sections, commitments=rows))[1])


def said(desk: Workspace, plan: Plan) -> list[str]:
    return [line.text for line in plans.plan(desk, plan.id).sections[0].body]


def test_a_figure_of_a_commitment_lives_once_too(desk: Workspace, promised: Plan) -> None:
    commitments.set_values(desk, promised.commitments[0].id, "7,5 ha")
    assert said(desk, promised) == [PROMISED.replace("5 ha", "7,5 ha"), SHARED]
    assert plans.plan(desk, promised.id).commitments[0].quote == "trồng mới 7,5 ha rừng"
    history.undo(desk)
    assert plans.plan(desk, promised.id) == promised
    commitments.set_text(desk, promised.commitments[0].id, "trồng mới 6 ha rừng")
    assert said(desk, promised)[0] == PROMISED.replace("5 ha", "6 ha")
    assert format_values(plans.plan(desk, promised.id).commitments[0].values) == "6 ha"


def test_one_of_several_commitments_in_the_same_words_leaves_the_words(desk: Workspace, promised: Plan) -> None:
    commitments.set_values(desk, promised.commitments[1].id, "12 hội viên")
    after = plans.plan(desk, promised.id)
    assert said(desk, promised) == [PROMISED, SHARED]
    assert [format_values(one.values) for one in after.commitments[1:]] == ["12 hội viên", "10 hội viên"]


def test_the_text_of_an_issued_plan_stays_when_a_commitment_changes(desk: Workspace, promised: Plan) -> None:
    states.issue(desk, promised.id, "7", "20/01/2026")
    commitments.set_values(desk, promised.commitments[0].id, "8 ha")
    assert said(desk, promised) == [PROMISED, SHARED]
    assert format_values(plans.plan(desk, promised.id).commitments[0].values) == "8 ha"


def test_a_target_of_a_field_goes_to_the_section_called_by_it(desk: Workspace) -> None:
    sections = (
        Section(1, "a)", "Về kinh tế", (plain("Thu ngân sách đạt 10 tỷ đồng.", "-"),)),
        Section(1, "b)", "Về môi trường", (plain("Trồng 6 ha rừng.", "-"),)),
    )
    rows = (
        target("Thu ngân sách đạt 10 tỷ đồng", "10 tỷ đồng", "Thu ngân sách", "Về kinh tế"),
        target("Trồng 6 ha rừng", "6 ha", "Trồng rừng", "Về môi trường"),
        target("", "1.200 con", "Đàn gia súc", "Kinh tế"),
        target("", "90%", "Rác thu gom"),
    )
    plan = plans.plan(desk, plans.store_plan(desk, Plan(2026, sections=sections, targets=rows))[1])
    proposed = [target_text.proposed_section(desk, one.id) for one in plan.targets[2:]]
    assert proposed == [plan.sections[0].id, plan.sections[1].id]
