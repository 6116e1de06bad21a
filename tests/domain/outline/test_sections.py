from __future__ import annotations

import pytest

from thidua_desktop.domain.errors import KnownError
from thidua_desktop.domain.outline import sections as outline
from thidua_desktop.domain.plan.plans import Section

# An outline as lines: a blank of two per level, the id, the marker; the heading is the letter h and the id.
PLAN = """
1 I.
  2 1.
  3 2.
    4 2.1.
    5 2.2.
6 II.
  7 1.
    8 a)
    9 b)
  10 2.
11 III.
"""


def read(text: str) -> tuple[Section, ...]:
    lines = [(len(line) - len(line.lstrip()), *line.split()) for line in text.strip("\n").splitlines()]
    return below(lines, 0)


def below(lines: list[tuple], indent: int) -> tuple[Section, ...]:
    sections = []
    starts = [place for place, line in enumerate(lines) if line[0] == indent]
    for start, end in zip(starts, [*starts, len(lines)][1:], strict=True):
        _, number, *marker = lines[start]
        inside = below(lines[start + 1 : end], indent + 2)
        sections.append(Section(indent // 2 + 1, " ".join(marker), f"h{number}", (), inside, int(number)))
    return tuple(sections)


def written(sections: tuple[Section, ...]) -> str:
    rows = [section for top in sections for section in top.walk()]
    return "\n".join(f"{'  ' * (row.level - 1)}{row.id} {row.marker}".rstrip() for row in rows)


def is_plan(sections: tuple[Section, ...], expected: str) -> None:
    assert written(sections) == expected.strip("\n")


def test_a_right_outline_stays_as_it_is() -> None:
    assert outline.renumbered(read(PLAN)) == read(PLAN)


def test_every_number_comes_right_and_dashes_stay() -> None:
    found = outline.renumbered(read("1 II.\n  2 3.\n    3 1.1.\n      4 -\n    5 7.3.\n  6 3.\n7 IV.\n  8\n    9 c)"))
    is_plan(found, "1 I.\n  2 1.\n    3 1.1.\n      4 -\n    5 1.2.\n  6 2.\n7 II.\n  8\n    9 a)")


@pytest.mark.parametrize(
    ("parent", "position", "expected"),
    [
        (None, 1, "1 I.\n  2 1.\n  3 2.\n    4 2.1.\n    5 2.2.\n0 II.\n6 III."),
        (None, 99, "1 I.\n  2 1.\n  3 2.\n    4 2.1.\n    5 2.2.\n6 II.\n0 III."),
        (1, 0, "1 I.\n  0 1.\n  2 2.\n  3 3.\n    4 3.1.\n    5 3.2.\n6 II."),
        (3, 1, "1 I.\n  2 1.\n  3 2.\n    4 2.1.\n    0 2.2.\n    5 2.3.\n6 II."),
        (2, 0, "1 I.\n  2 1.\n    0 1.1.\n  3 2.\n    4 2.1.\n    5 2.2.\n6 II."),
        (6, 0, "1 I.\n  2 1.\n  3 2.\n    4 2.1.\n    5 2.2.\n6 II.\n  0 1."),
        (5, 0, "1 I.\n  2 1.\n  3 2.\n    4 2.1.\n    5 2.2.\n      0 -\n6 II."),
    ],
)
def test_a_new_section_is_numbered_as_its_neighbours_and_those_after_it_follow(
    parent: int | None, position: int, expected: str
) -> None:
    start = read("1 I.\n  2 1.\n  3 2.\n    4 2.1.\n    5 2.2.\n6 II.")
    is_plan(outline.inserted(start, Section(1, "", "mới"), parent, position), expected)


def test_a_new_section_keeps_a_marker_of_its_own() -> None:
    is_plan(outline.inserted(read("1 I.\n2 II."), Section(1, "*", "mới"), None, 1), "1 I.\n0 *\n2 II.")


def test_among_sections_without_numbers_a_new_one_has_none() -> None:
    is_plan(outline.inserted(read("1\n2"), Section(1, "", "mới"), None, 1), "1\n0\n2")
    is_plan(outline.inserted(read("1 -\n2 -"), Section(1, "", "mới"), None, 2), "1 -\n2 -\n0 -")


def test_the_first_section_of_an_empty_plan() -> None:
    is_plan(outline.inserted((), Section(1, "", "mới"), None, 0), "0 I.")


@pytest.mark.parametrize(
    ("gone", "expected"),
    [
        (1, "6 I.\n  7 1.\n    8 a)\n    9 b)\n  10 2.\n11 II."),
        (2, "1 I.\n  3 1.\n    4 1.1.\n    5 1.2.\n6 II.\n  7 1.\n    8 a)\n    9 b)\n  10 2.\n11 III."),
        (8, "1 I.\n  2 1.\n  3 2.\n    4 2.1.\n    5 2.2.\n6 II.\n  7 1.\n    9 a)\n  10 2.\n11 III."),
    ],
)
def test_numbers_follow_when_a_section_goes(gone: int, expected: str) -> None:
    is_plan(outline.removed(read(PLAN), gone), expected)


@pytest.mark.parametrize(
    ("section", "parent", "position", "expected"),
    [
        (
            11,
            None,
            0,
            "11 I.\n1 II.\n  2 1.\n  3 2.\n    4 2.1.\n    5 2.2.\n6 III.\n  7 1.\n    8 a)\n    9 b)\n  10 2.",
        ),
        (3, 6, 0, "1 I.\n  2 1.\n6 II.\n  3 1.\n    4 1.1.\n    5 1.2.\n  7 2.\n    8 a)\n    9 b)\n  10 3.\n11 III."),
        (7, None, 3, "1 I.\n  2 1.\n  3 2.\n    4 2.1.\n    5 2.2.\n6 II.\n  10 1.\n11 III.\n7 IV.\n  8 1.\n  9 2."),
        (
            6,
            3,
            0,
            "1 I.\n  2 1.\n  3 2.\n    6 2.1.\n      7 1.\n        8 a)\n        9 b)\n      10 2.\n    4 2.2.\n    5 2.3.\n11 II.",
        ),
        (9, 7, 0, "1 I.\n  2 1.\n  3 2.\n    4 2.1.\n    5 2.2.\n6 II.\n  7 1.\n    9 a)\n    8 b)\n  10 2.\n11 III."),
    ],
)
def test_a_moved_section_takes_level_and_number_of_its_new_place(
    section: int, parent: int | None, position: int, expected: str
) -> None:
    is_plan(outline.moved(read(PLAN), section, parent, position), expected)


def test_a_dash_that_moves_stays_a_dash() -> None:
    is_plan(outline.moved(read("1 I.\n  2 -\n3 II.\n  4 1."), 2, 3, 1), "1 I.\n3 II.\n  4 1.\n  2 -")


def test_lists_that_an_edit_does_not_touch_keep_their_own_numbers() -> None:
    odd = read("1 I.\n  2 1.\n  3 1.\n4 II.\n  5 1.\n  6 2.")
    is_plan(outline.removed(odd, 5), "1 I.\n  2 1.\n  3 1.\n4 II.\n  6 1.")


@pytest.mark.parametrize("target", [6, 7, 9])
def test_a_section_cannot_go_into_itself(target: int) -> None:
    with pytest.raises(KnownError, match="vào bên trong chính nó"):
        outline.moved(read(PLAN), 6, target, 0)


def test_sections_that_are_not_there() -> None:
    with pytest.raises(KeyError):
        outline.find(read(PLAN), 99)
    with pytest.raises(KeyError):
        outline.removed(read(PLAN), 99)
