import pytest

from thidua_desktop.domain.outline import moves
from thidua_desktop.domain.plan.plans import Section

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


def names(sections):
    return [f"{one.marker} {one.id}" for top in sections for one in top.walk()]


@pytest.mark.parametrize(
    ("ids", "step", "after"),
    [
        ([2, 3], "up", ["I. 2", "II. 3", "III. 1", "1. 11", "2. 12", "a) 121"]),
        ([1, 2], "down", ["I. 3", "II. 1", "1. 11", "2. 12", "a) 121", "III. 2"]),
        ([2, 3], "inwards", ["I. 1", "1. 11", "2. 12", "a) 121", "3. 2", "4. 3"]),
        ([11, 12], "outwards", ["I. 1", "II. 11", "III. 12", "1. 121", "IV. 2", "V. 3"]),
        ([1, 2], "up", ["I. 1", "1. 11", "2. 12", "a) 121", "II. 2", "III. 3"]),
    ],
)
def test_several_go_by_one_step_in_their_order(ids, step, after):
    assert names(moves.stepped(PLAN, ids, step)) == after


@pytest.mark.parametrize(
    ("ids", "place", "after"),
    [
        ([11, 3], (None, 0), ["I. 11", "II. 3", "III. 1", "1. 12", "a) 121", "IV. 2"]),
        ([2, 3], (1, 1), ["I. 1", "1. 11", "2. 2", "3. 3", "4. 12", "a) 121"]),
        ([1, 3], (None, 1), ["I. 2", "II. 1", "1. 11", "2. 12", "a) 121", "III. 3"]),
    ],
)
def test_several_are_put_one_after_the_other(ids, place, after):
    assert names(moves.put(PLAN, ids, moves.Move(*place))) == after
