"""Correcting what a reader made of a plan, before it is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.plan import drafts
from thidua_desktop.domain.plan.plans import PartialDate, Plan, PlanSigner, Section, Target
from thidua_desktop.domain.richtext import Paragraph, plain


def _section(level, marker, heading, *children, body=()):
    return Section(level, marker, heading, tuple(plain(text) for text in body), children)


READ = drafts.with_ids(
    Plan(
        2026,
        preamble=(plain("Mở đầu."),),
        sections=(
            _section(1, "I.", "MỤC ĐÍCH", _section(2, "1.", "Mục đích", body=["Một."]), _section(2, "2.", "Yêu cầu")),
            _section(1, "3", "năm liền đạt danh hiệu", _section(2, "a)", "Nhà trường"), body=["Ba."]),
            _section(1, "IV.", None, body=["Thi đua sôi nổi."]),
        ),
        targets=(Target("q", "Thu nhập"), Target("q", "Hộ nghèo")),
    )
)


def shown(plan):
    """Every section as "level marker heading", in reading order."""
    return [f"{s.level} {s.marker} {s.heading}" for s in plan.all_sections()]


def words(plan):
    """Every word of the text in reading order."""
    texts = [p.text for p in plan.preamble]
    for section in plan.all_sections():
        texts += [section.marker, section.heading or "", *(p.text for p in section.body)]
    return " ".join(texts).split()


def found(plan, marker):
    return next(s for s in plan.all_sections() if s.marker == marker)


def test_everything_gets_an_id_of_its_own():
    ids = [s.id for s in READ.all_sections()] + [t.id for t in READ.targets]
    assert sorted(ids) == list(range(1, 9))
    assert drafts.with_ids(READ) == READ


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("title", "Phát động", Plan(2026, title="Phát động")),
        ("day", 5, Plan(2026, date=PartialDate(5))),
        ("date_year", 2025, Plan(2026, date=PartialDate(year=2025))),
        ("signer_name", "Nguyễn Văn Mẫu", Plan(2026, signer=PlanSigner(name="Nguyễn Văn Mẫu"))),
    ],
)
def test_a_field_of_the_head_or_foot(key, value, expected):
    assert drafts.with_field(Plan(2026), key, value) == expected


def test_a_heading_that_is_none_becomes_text_of_the_part_before_and_what_was_below_takes_its_place():
    plan = drafts.as_content(READ, found(READ, "3").id)
    assert shown(plan) == ["1 I. MỤC ĐÍCH", "2 1. Mục đích", "2 2. Yêu cầu", "1 a) Nhà trường", "1 IV. None"]
    assert [p.text for p in found(plan, "2.").body] == ["3 năm liền đạt danh hiệu", "Ba."]


def test_the_first_heading_becomes_text_of_the_opening():
    plan = drafts.as_content(READ, found(READ, "I.").id)
    assert [p.text for p in plan.preamble] == ["Mở đầu.", "I. MỤC ĐÍCH"]


def test_promoting_keeps_the_reading_order_and_every_number():
    plan = drafts.promoted(READ, found(READ, "1.").id)
    assert shown(plan)[:3] == ["1 I. MỤC ĐÍCH", "1 1. Mục đích", "2 2. Yêu cầu"]
    assert [s.marker for s in found(plan, "1.").children] == ["2."]


def test_demoting_goes_below_the_elder_sibling():
    plan = drafts.demoted(READ, found(READ, "2.").id)
    assert shown(plan)[:3] == ["1 I. MỤC ĐÍCH", "2 1. Mục đích", "3 2. Yêu cầu"]


@pytest.mark.parametrize(("act", "marker"), [(drafts.demoted, "I."), (drafts.promoted, "3")])
def test_where_there_is_no_way_nothing_happens(act, marker):
    assert act(READ, found(READ, marker).id) == READ


@pytest.mark.parametrize(
    ("text", "marker", "heading"),
    [
        ("2. Chỉ tiêu", "2.", "Chỉ tiêu"),
        ("2.1. Về kinh tế", "2.1.", "Về kinh tế"),
        ("III. TỔ CHỨC", "III.", "TỔ CHỨC"),
        ("a) Thôn 1", "a)", "Thôn 1"),
        ("Về kinh tế", "", "Về kinh tế"),
        ("Thôn 1. Có", "", "Thôn 1. Có"),
    ],
)
def test_a_paragraph_becomes_the_heading_of_what_follows_it(text, marker, heading):
    read = drafts.with_section(READ, READ.sections[0].id, body=(plain("Trước."), plain(text), plain("Sau.")))
    plan, new_id = drafts.as_heading(read, READ.sections[0].id, 1)
    new = plan.sections[0].children[0]
    assert (new.id, new.level, new.marker, new.heading) == (new_id, 2, marker, heading)
    assert [p.text for p in new.body] == ["Sau."]
    assert words(plan) == words(read)


@pytest.mark.parametrize(("part", "place"), [("preamble", 0), ("closing", -1)])
def test_a_heading_that_was_not_seen_in_the_opening_or_the_closing(part, place):
    texts = (plain("Trước."), plain("V. KINH PHÍ"), plain("Sau."))
    read = drafts.with_ids(Plan(2026, sections=READ.sections, **{part: texts}))
    plan, new_id = drafts.as_heading(read, part, 1)
    new = plan.sections[place]
    assert (new.id, new.marker, new.heading, new.body) == (new_id, "V.", "KINH PHÍ", (plain("Sau."),))
    assert getattr(plan, part) == (plain("Trước."),)


def test_a_new_section_is_numbered_and_the_others_keep_their_numbers():
    plan, new_id = drafts.with_new_section(READ, "Mới", None, 1)
    assert new_id == 9
    assert [s.marker for s in plan.sections][0::2] == ["I.", "3"]
    assert plan.sections[1].heading == "Mới"


def test_a_removed_section_leaves_the_other_numbers_alone():
    assert shown(drafts.without_section(READ, found(READ, "1.").id))[:2] == ["1 I. MỤC ĐÍCH", "2 2. Yêu cầu"]


@st.composite
def plans(draw):
    """Outlines of any shape up to three levels, every heading with a word of its own."""
    number = iter(range(1000))

    def make(level):
        below = draw(st.integers(0, 3)) if level < 3 else 0
        named = draw(st.booleans())
        n = next(number)
        body = (Paragraph(plain(f"chữ{n}").runs),)
        return Section(level, f"{n}.", f"mục{n}" if named else None, body, tuple(make(level + 1) for _ in range(below)))

    return drafts.with_ids(Plan(2026, sections=tuple(make(1) for _ in range(draw(st.integers(1, 4))))))


@given(plans(), st.data())
def test_correcting_the_outline_never_loses_or_moves_a_word(plan, data):
    before = words(plan)
    for _ in range(4):
        ids = [section.id for section in plan.all_sections()]
        if not ids:
            break
        act = data.draw(st.sampled_from([drafts.promoted, drafts.demoted, drafts.as_content]))
        plan = act(plan, data.draw(st.sampled_from(ids)))
        assert words(plan) == before
        assert all(child.level == s.level + 1 for s in plan.all_sections() for child in s.children)
        assert all(section.level == 1 for section in plan.sections)


def test_a_heading_typed_decomposed_is_composed():
    first = READ.sections[0].id
    corrected = drafts.with_section(READ, first, heading="Mu\u0323c đích", marker="I.")
    assert corrected.sections[0].heading == "Mục đích"
