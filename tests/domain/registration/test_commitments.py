"""Which target a commitment may go towards."""

from __future__ import annotations

from thidua_desktop.domain.figures.values import parse_values
from thidua_desktop.domain.registration.commitments import TargetChoice, fitting, says

TARGETS = (
    TargetChoice(1, 1, "Tỷ lệ hộ nghèo", parse_values("giảm 4 hộ")),
    TargetChoice(2, 1, "Trồng cây xanh", parse_values("500 cây")),
    TargetChoice(3, 1, "Cải tạo vườn tạp", parse_values("15 hộ")),
    TargetChoice(4, 1, "Tỷ lệ bao phủ BHYT", parse_values("98%")),
)


def test_targets_are_proposed_by_words_and_figures_in_common() -> None:
    found = fitting("vận động hội viên cải tạo vườn tạp 15 hộ", parse_values("15 hộ"), TARGETS)
    assert found[0].id == 3
    assert 4 not in [target.id for target in found]
    assert fitting("văn nghệ", (), TARGETS) == ()


def test_a_target_that_the_commitment_says_already() -> None:
    assert says("Vận động hội viên cải tạo vườn tạp 15 hộ", "Cải tạo vườn tạp")
    assert not says("Trồng 100 cây bàng", "Trồng cây xanh")
