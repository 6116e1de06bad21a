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


def test_the_part_that_is_an_organisations_own_fits_it_best():
    """Whose it is counts only beside words of the commitment."""
    names = (
        ("Kết nạp hội viên mới", "120 hội viên"),
        ("Hội viên Hội Nông dân", "50 hội viên"),
        ("Hội Nông dân giỏi", ""),
    )
    targets = [TargetChoice(n, 1, name, parse_values(figure)) for n, (name, figure) in enumerate(names, 1)]
    told = "Kết nạp 50 hội viên mới", parse_values("50 hội viên"), targets
    assert fitting(*told, "Hội Nông dân xã")[0].indicator == "Hội viên Hội Nông dân"
    assert fitting(*told, "Hội Phụ nữ xã")[0].indicator == "Kết nạp hội viên mới"
    assert fitting("Trồng 6 ha rừng", (), targets, "Hội Nông dân xã") == ()


def test_a_target_that_the_commitment_says_already() -> None:
    assert says("Vận động hội viên cải tạo vườn tạp 15 hộ", "Cải tạo vườn tạp")
    assert not says("Trồng 100 cây bàng", "Trồng cây xanh")
