"""What the checker is certain of is done in one act, and one undo takes all of it back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services import rewording
from tests.services.samples import PLAN
from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.plan.plans import Plan, PlanSigner, Section, Target, TargetValue
from thidua_desktop.domain.richtext import Paragraph, Run, plain
from thidua_desktop.services import history
from thidua_desktop.services.plan import checking, plans, repairs
from thidua_desktop.services.workspace import Workspace

DIRTY = replace(
    PLAN,
    preamble=(plain("Căn cứ Luật Thi đua khen thưởng ngày 15 tháng 6 năm 2022;"),),
    sections=(
        Section(1, "I.", "MỤC ĐÍCH", (Paragraph((Run("Nâng cao", bold=True), Run(" đời sống của của nhân dân.")), "-"),)),
        Section(1, "II.", "CHỈ TIÊU", (), (Section(2, "a.", None, (plain("Chăn nuôi 78 hộ.. Kết quả thực hiên tốt."),)),)),
    ),
    targets=(Target("Chăn nuôi 78 hộ..", "Chăn nuôi", values=(TargetValue(78, "hộ"),)),),
    signer=PlanSigner(None, "CHỦ TỊCH", "Nguyễn Văn Mẫu"),
)  # fmt: skip


@pytest.fixture
def dirty(desk: Workspace) -> int:
    return plans.store_plan(desk, DIRTY)[1]


def words(plan: Plan) -> list[str]:
    return [paragraph.text for section in plan.all_sections() for paragraph in section.body]


def test_all_certain_repairs_are_one_act(desk: Workspace, dirty: int) -> None:
    before = plans.plan(desk, dirty)
    certain = [finding for finding in checking.check_plan(desk, dirty) if finding.is_repairable]
    changes, count = repairs.repair_all(desk, dirty)
    after = plans.plan(desk, dirty)
    assert count == len(certain) >= 6
    assert changes.kinds == {"plans", "plan_sections", "plan_targets"}
    assert words(after) == ["Nâng cao đời sống của Nhân dân.", "Chăn nuôi 78 hộ. Kết quả thực hiện tốt."]
    assert after.preamble[0].text == "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;"
    assert [section.marker for section in after.all_sections()] == ["I.", "II.", "a)"]
    assert after.sections[0].body[0].runs[0] == Run("Nâng cao", bold=True)
    assert after.targets[0].quote == "Chăn nuôi 78 hộ."
    assert after.signer.authority == "TM. ỦY BAN NHÂN DÂN"
    history.undo(desk)
    assert plans.plan(desk, dirty) == before


def test_nothing_certain_is_left_afterwards(desk: Workspace, dirty: int) -> None:
    repairs.repair_all(desk, dirty)
    assert not any(finding.is_repairable for finding in checking.check_plan(desk, dirty))
    assert repairs.repair_all(desk, dirty)[1] == 0


def test_one_finding_is_repaired_alone(desk: Workspace, dirty: int) -> None:
    found = {finding.code: finding for finding in checking.check_plan(desk, dirty)}
    changes = repairs.repair(desk, dirty, found["DUP_WORD"])
    assert changes.text == "Sửa theo gợi ý “của của”"
    assert words(plans.plan(desk, dirty)) == ["Nâng cao đời sống của nhân dân.", words(DIRTY)[1]]
    assert plans.plan(desk, dirty).signer.authority is None


def test_a_finding_of_an_older_text_is_refused(desk: Workspace, dirty: int) -> None:
    found = {finding.code: finding for finding in checking.check_plan(desk, dirty)}
    section = plans.plan(desk, dirty).sections[0].id
    rewording.set_body(desk, dirty, section, (plain("Câu khác hẳn."),))
    with pytest.raises(KnownError, match="đã khác lúc soát"):
        repairs.repair(desk, dirty, found["DUP_WORD"])
