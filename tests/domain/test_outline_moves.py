import pytest

from thidua_desktop.domain import outline_moves as moves
from thidua_desktop.domain.plans import Section

# I (1): 1. (11), 2. (12): a) (121); II (2); III (3)
PLAN = (
    Section(1, "I.", "Mục đích", children=(
        Section(2, "1.", "Mục đích", id=11),
        Section(2, "2.", "Yêu cầu", children=(Section(3, "a)", "Một", id=121),), id=12),
    ), id=1),
    Section(1, "II.", "Nội dung", id=2),
    Section(1, "III.", "Tổ chức", id=3),
)  # fmt: skip


@pytest.mark.parametrize(
    ("step", "section", "to"),
    [
        (moves.up, 1, None),
        (moves.up, 2, (None, 0)),
        (moves.up, 12, (1, 0)),
        (moves.down, 2, (None, 2)),
        (moves.down, 3, None),
        (moves.down, 12, None),
        (moves.inwards, 1, None),
        (moves.inwards, 2, (1, 2)),
        (moves.inwards, 3, (2, 0)),
        (moves.outwards, 1, None),
        (moves.outwards, 12, (None, 1)),
        (moves.outwards, 121, (1, 2)),
        (moves.after, 1, (None, 1)),
        (moves.after, 121, (12, 1)),
    ],
)
def test_one_step(step, section, to):
    assert step(PLAN, section) == to


def test_a_section_that_is_not_there():
    with pytest.raises(KeyError):
        moves.up(PLAN, 99)
