"""The whole text of a plan as lines, edited as on a page of Word. A line is written as a clerk sees it:

``# I`` a heading of level 1, ``## a`` one of level 2, ``1) words`` a numbered paragraph of that level, ``= words`` the
closing, anything else is text.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.outline import edits
from thidua_desktop.domain.outline.sections import renumbered
from thidua_desktop.domain.outline.text import PlanText, TextLine, lines_of, text_of
from thidua_desktop.domain.plan.plans import Plan, Section
from thidua_desktop.domain.richtext import Paragraph, Run, plain

START = """
mở
# A
- a
## B
b
## C
# D
2) e
e2
= kết
"""


def read(text: str) -> tuple[TextLine, ...]:
    made = []
    for line in text.strip("\n").splitlines():
        first, _, rest = line.partition(" ")
        if set(first) == {"#"}:
            made.append(TextLine("heading", plain(rest), len(first)))
        elif first[:-1].isdigit() and first.endswith(")"):
            made.append(TextLine("item", plain(rest), int(first[:-1])))
        elif first == "=":
            made.append(TextLine("closing", plain(rest)))
        else:
            made.append(TextLine("text", plain(line.removeprefix("- "), "-" if line.startswith("- ") else "")))
    return tuple(made)


def written(lines: tuple[TextLine, ...]) -> str:
    signs = {"heading": lambda n: "#" * n + " ", "item": lambda n: f"{n}) ", "closing": lambda n: "= "}
    rows = []
    for line in lines:
        bullet = f"{line.paragraph.bullet} " if line.paragraph.bullet else ""
        rows.append(f"{signs.get(line.kind, lambda n: '')(line.level)}{bullet}{line.paragraph.text}")
    return "\n".join(rows)


def stored(text: str) -> tuple[Section, ...]:
    """The sections of a text with ids from 1 and their usual numbers, as a data file would have them."""
    numbers = {1: "I.", 2: "1.", 3: "a)"}
    counter = iter(range(1, 100))
    made = text_of(read(text), ()).sections

    def named(sections: tuple[Section, ...]) -> tuple[Section, ...]:
        return tuple(
            replace(one, id=next(counter), marker=numbers[one.level], children=named(one.children)) for one in sections
        )

    return renumbered(named(made))


def outline(sections: tuple[Section, ...]) -> list[str]:
    return [f"{one.id or '+'} {one.marker} {one.heading or one.body[0].text}" for top in sections for one in top.walk()]


def test_lines_make_the_plan_they_came_from():
    sections = stored(START)
    plan = Plan(2026, preamble=(plain("mở"),), sections=sections, closing=(plain("kết"),))
    assert written(lines_of(plan)) == START.strip()
    assert text_of(lines_of(plan), sections) == PlanText(plan.preamble, sections, plan.closing)
    assert outline(sections) == ["1 I. A", "2 1. B", "3 2. C", "4 II. D", "5 1. e"]


@pytest.mark.parametrize(
    ("words", "after", "expected"),
    [
        ("a heading added between two", "mở\n# A\n- a\n## B\nb\n## mới\n## C\n# D\n2) e\ne2\n= kết",
         ["1 I. A", "2 1. B", "+ 2. mới", "3 3. C", "4 II. D", "5 1. e"]),
        ("one taken away with its words", "mở\n# A\n- a\n## C\n# D\n2) e\ne2\n= kết",
         ["1 I. A", "3 1. C", "4 II. D", "5 1. e"]),
        ("a heading joined to the text above it", "mở\n# A\n- a\nB\nb\n## C\n# D\n2) e\ne2\n= kết",
         ["1 I. A", "3 1. C", "4 II. D", "5 1. e"]),
        ("one made deeper", "mở\n# A\n- a\n## B\nb\n### C\n# D\n2) e\ne2\n= kết",
         ["1 I. A", "2 1. B", "3 a) C", "4 II. D", "5 1. e"]),
        ("one made higher, with what is below it", "mở\n# A\n- a\n## B\nb\n## C\n# D\n1) e\ne2\n= kết",
         ["1 I. A", "2 1. B", "3 2. C", "4 II. D", "5 III. e"]),
        ("two changed places", "mở\n# A\n- a\n## C\n## B\nb\n# D\n2) e\ne2\n= kết",
         ["1 I. A", "3 1. C", "2 2. B", "4 II. D", "5 1. e"]),
        ("words of one edited", "mở\n# A\n- a\n## B và hơn\nb sửa\n## C\n# D\n2) e\ne2\n= kết",
         ["1 I. A", "2 1. B và hơn", "3 2. C", "4 II. D", "5 1. e"]),
        ("all of another plan", "# X\n## Y", ["1 I. X", "2 1. Y"]),
    ],
)  # fmt: skip
def test_sections_are_known_again_and_numbers_follow(words, after, expected):
    before = stored(START)
    if words == "all of another plan":
        before = stored("# X\n## Y")
    assert outline(text_of(read(after), before).sections) == expected, words


def test_numbers_written_wrong_stay_until_something_moves_there():
    before = tuple(replace(one, marker="I.") for one in stored("# A\n# B\n# C"))
    same = text_of(read("# A\nthêm\n# B\n# C"), before)
    assert [one.marker for one in same.sections] == ["I.", "I.", "I."]
    moved = text_of(read("# B\n# A\n# C"), before)
    assert [one.marker for one in moved.sections] == ["I.", "II.", "III."]


def test_bold_and_italic_stay_with_the_words():
    runs = Paragraph((Run("Thi đua "), Run("yêu nước", bold=True), Run(" mãi", italic=True)))
    made = text_of((TextLine("item", runs, 1), TextLine("heading", runs, 1)), ())
    assert made.sections[0].body == (runs,)
    assert made.sections[1].heading == "Thi đua yêu nước mãi"


@pytest.mark.parametrize(
    ("edit", "line", "after"),
    [
        (edits.moved_up, "## C", "mở\n# A\n- a\n## C\n## B\nb\n# D\n2) e\ne2\n= kết"),
        (edits.moved_down, "## B", "mở\n# A\n- a\n## C\n## B\nb\n# D\n2) e\ne2\n= kết"),
        (edits.moved_up, "## B", None),
        (edits.moved_up, "# D", "mở\n# D\n2) e\ne2\n# A\n- a\n## B\nb\n## C\n= kết"),
        (edits.moved_down, "# D", None),
        (edits.moved_up, "b", "mở\n# A\n- a\nb\n## B\n## C\n# D\n2) e\ne2\n= kết"),
        (edits.moved_down, "- a", "mở\n# A\n## B\n- a\nb\n## C\n# D\n2) e\ne2\n= kết"),
        (edits.moved_down, "e2", "mở\n# A\n- a\n## B\nb\n## C\n# D\n2) e\n= kết\n= e2"),
        (edits.moved_up, "= kết", "mở\n# A\n- a\n## B\nb\n## C\n# D\n2) e\n= kết\n= e2"),
        (edits.moved_up, "mở", None),
        (edits.with_new_heading, "b", "mở\n# A\n- a\n## B\nb\n## \n## C\n# D\n2) e\ne2\n= kết"),
        (edits.with_new_heading, "= kết", "mở\n# A\n- a\n## B\nb\n## C\n# D\n2) e\ne2\n# \n= kết"),
    ],
)  # fmt: skip
def test_lines_are_moved_as_in_word(edit, line, after):
    lines = read(START)
    at = written(lines).split("\n").index(line)
    edited = edit(lines, at)
    assert (written(edited.lines) if edited else None) == after


@pytest.mark.parametrize(
    ("line", "by", "after"),
    [
        ("# D", 1, "mở\n# A\n- a\n## B\nb\n## C\n## D\n3) e\ne2\n= kết"),
        ("## C", 1, "mở\n# A\n- a\n## B\nb\n### C\n# D\n2) e\ne2\n= kết"),
        ("## B", 1, None),
        ("# A", -1, None),
        ("## B", -1, "mở\n# A\n- a\n# B\nb\n## C\n# D\n2) e\ne2\n= kết"),
        ("b", -1, "mở\n# A\n- a\n## B\n## b\n## C\n# D\n2) e\ne2\n= kết"),
        ("b", 1, None),
        ("= kết", -1, None),
    ],
)
def test_levels_go_with_all_below_and_never_leave_a_gap(line, by, after):
    lines = read(START)
    at = written(lines).split("\n").index(line)
    edited = edits.levelled(lines, at, at, by)
    assert (written(edited.lines) if edited else None) == after


def test_several_chosen_sections_go_together():
    edited = edits.levelled(read("# A\n# B\n# C\n## D"), 1, 2, 1)
    assert edited and written(edited.lines) == "# A\n## B\n## C\n### D"


@pytest.mark.parametrize(
    ("after", "typed", "found"),
    [
        ("- a", "2. ", ("2. ", 2)),
        ("b", "IV. ", ("IV. ", 1)),
        ("b", "b) ", ("b) ", 3)),
        ("b", "- ", None),
        ("b", "2.", None),
        ("b", "Xã. ", None),
        ("mở", "2. ", None),
        ("= kết", "2. ", None),
    ],
)
def test_a_typed_number_is_one_that_the_plan_has_and_that_can_stand_there(after, typed, found):
    lines = read(START)
    at = written(lines).split("\n").index(after)
    assert edits.typed_marker(lines, at, typed, stored(START)) == found


@pytest.mark.parametrize(
    ("before", "pasted", "after"),
    [
        ("# A", "II. KHEN THƯỞNG\n1. Nguyên tắc chung.\nLời.\na) Đúng người", "# A\n# KHEN THƯỞNG\n2) Nguyên tắc chung.\nLời.\n3) Đúng người"),
        ("# A", "a) Đúng người", "# A\na) Đúng người"),
        ("# A\n## B", "a)   Đúng người", "# A\n## B\n3) Đúng người"),
        ("# A", "- 1. Nguyên tắc\n1.", "# A\n- 1. Nguyên tắc\n1."),
        ("mở", "I. MỤC ĐÍCH\n1. Yêu cầu", "mở\n# MỤC ĐÍCH\n2) Yêu cầu"),
        ("= kết", "I. MỤC ĐÍCH", "= kết\n= I. MỤC ĐÍCH"),
    ],
)  # fmt: skip
def test_numbers_that_were_pasted_do_what_typing_them_does(before, pasted, after):
    had = read(before)
    closes = had[-1].kind == "closing"
    came = tuple(TextLine("closing", one.paragraph) if closes else one for one in read(pasted))
    edited = edits.numbered_as_typed((*had, *came), len(had), len(had) + len(came) - 1, stored(before))
    assert written(edited.lines) == after


def test_a_pasted_number_before_words_in_bold_begins_a_heading():
    bold = TextLine("text", Paragraph((Run("1. Mục đích", bold=True),)))
    half = TextLine("text", Paragraph((Run("2. Yêu cầu: ", bold=True), Run("thiết thực."))))
    edited = edits.numbered_as_typed((*read("# A"), bold, half), 1, 2, stored("# A"))
    assert written(edited.lines) == "# A\n## Mục đích\n2) Yêu cầu: thiết thực."
    assert edited.lines[2].paragraph.runs == (Run("Yêu cầu: ", bold=True), Run("thiết thực."))


paragraphs = st.builds(plain, st.text("abc ", min_size=1, max_size=6).filter(str.strip))
some_lines = st.lists(
    st.one_of(
        st.builds(TextLine, st.just("heading"), paragraphs, st.integers(1, 4)),
        st.builds(TextLine, st.just("item"), paragraphs, st.integers(1, 4)),
        st.builds(TextLine, st.just("text"), paragraphs),
        st.builds(TextLine, st.just("closing"), paragraphs),
    ),
    max_size=12,
).map(tuple)


@given(some_lines, some_lines)
def test_any_text_keeps_every_word_and_every_section_has_one_id(before, after):
    counter = iter(range(1, 100))

    def named(sections):
        return tuple(replace(one, id=next(counter), children=named(one.children)) for one in sections)

    sections = named(text_of(before, ()).sections)
    made = text_of(after, sections)
    again = lines_of(Plan(2026, preamble=made.preamble, sections=made.sections, closing=made.closing))
    words = [" ".join(line.paragraph.text.split()) for line in after]
    assert [" ".join(line.paragraph.text.split()) for line in again] == words
    ids = [one.id for top in made.sections for one in top.walk() if one.id]
    assert len(ids) == len(set(ids)) and set(ids) <= {one.id for top in sections for one in top.walk()}
    assert all(child.level == one.level + 1 for top in made.sections for one in top.walk() for child in one.children)


@given(some_lines, st.integers(0, 11), st.sampled_from(["up", "down", "deeper", "higher", "text", "heading", "new"]))
def test_no_edit_loses_a_line(lines, at, what):
    if at >= len(lines):
        return
    edited = {
        "up": lambda: edits.moved_up(lines, at),
        "down": lambda: edits.moved_down(lines, at),
        "deeper": lambda: edits.levelled(lines, at, at, 1),
        "higher": lambda: edits.levelled(lines, at, at, -1),
        "text": lambda: edits.as_kind(lines, at, "text"),
        "heading": lambda: edits.as_kind(lines, at, "heading", 2),
        "new": lambda: edits.with_new_heading(lines, at),
    }[what]()
    if edited is not None:
        left = [line.paragraph.text for line in edited.lines]
        assert sorted(left) == sorted([*(line.paragraph.text for line in lines), *([""] if what == "new" else [])])
        if what != "new":
            assert edited.lines[edited.at].paragraph.text == lines[at].paragraph.text
