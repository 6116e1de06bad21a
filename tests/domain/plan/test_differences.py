"""What became of a plan in another one, and the plan with some of it taken."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.samples import PLAN
from thidua_desktop.domain.plan import rows as plan_rows
from thidua_desktop.domain.plan.differences import Difference, compare
from thidua_desktop.domain.plan.drafts import with_ids
from thidua_desktop.domain.plan.merging import merged
from thidua_desktop.domain.plan.plans import (
    Movement,
    PartialDate,
    Phase,
    Plan,
    PlanCommitment,
    Recipient,
    Section,
    Target,
    TargetValue,
    Task,
)
from thidua_desktop.domain.richtext import Paragraph, Run, plain

_WHY = "Nâng cao nhận thức của cán bộ, đảng viên và Nhân dân về công tác thi đua, khen thưởng."
_HOW = "Các ban, ngành, đoàn thể tổ chức ký giao ước thi đua và tự chấm điểm cuối năm."
_PAY = "Kinh phí lấy từ nguồn chi thường xuyên được giao đầu năm của xã."
BASE = with_ids(
    replace(
        PLAN,
        sections=(
            Section(1, "I.", "MỤC ĐÍCH", (plain(_WHY, "-"),)),
            Section(1, "II.", "NỘI DUNG", (), (Section(2, "1.", None, (plain(_HOW),)), Section(2, "2.", "Kinh tế"))),
            Section(1, "III.", "KINH PHÍ", (plain(_PAY),)),
        ),
    )
)


def _with_sections(*sections: Section) -> Plan:
    return replace(BASE, sections=sections)


FIRST, SECOND, THIRD = BASE.sections
GIFT = Section(1, "II.", "KHEN THƯỞNG", (plain("Tặng giấy khen cho tập thể, cá nhân tiêu biểu."),))
_TARGET = BASE.targets[0]
_RAISED = replace(_TARGET, quote="Thu ngân sách 12 tỷ đồng", values=(TargetValue(12.0, "tỷ đồng", "=", "tỉnh"),))

CHANGES: list[tuple[str, Plan, list[str]]] = [
    ("nothing", BASE, []),
    ("the subject", replace(BASE, title="Thi đua năm 2026"), ["Trích yếu: changed"]),
    ("the day", replace(BASE, date=PartialDate(5, 2, 2026)), ["Ngày ban hành: changed"]),
    ("a sentence", _with_sections(replace(FIRST, body=(plain(f"{_WHY[:-1]} năm 2026.", "-"),)), SECOND, THIRD),
     ["Mục I. MỤC ĐÍCH: changed"]),
    ("letters in bold", _with_sections(replace(FIRST, body=(Paragraph((Run(_WHY, bold=True),), "-"),)), SECOND, THIRD),
     ["Mục I. MỤC ĐÍCH: changed"]),
    ("a section between two", _with_sections(FIRST, GIFT, replace(SECOND, marker="III."), replace(THIRD, marker="IV.")),
     ["Mục II. KHEN THƯỞNG: added"]),
    ("a section gone with all below it", _with_sections(FIRST, replace(THIRD, marker="II.")),
     ["Mục II. NỘI DUNG: removed"]),
    ("two sections changed places", _with_sections(replace(THIRD, marker="I."), replace(FIRST, marker="II."),
     replace(SECOND, marker="III.")), ["Mục I. KINH PHÍ: moved"]),
    ("a paragraph into another part", _with_sections(
        replace(FIRST, children=(replace(SECOND.children[0], id=0),)),
        replace(SECOND, children=(replace(SECOND.children[1], marker="1."),)), THIRD),
     ["Mục I.1. Các ban, ngành, đoàn thể tổ chức ký giao ước thi đua và tự…: moved"]),
    ("a heading renamed", _with_sections(FIRST, SECOND, replace(THIRD, heading="KINH PHÍ THỰC HIỆN")),
     ["Mục III. KINH PHÍ THỰC HIỆN: changed"]),
    ("other numbers alone", _with_sections(*(replace(s, marker=s.marker.replace(".", "/")) for s in BASE.sections)),
     ["Số thứ tự các mục: changed"]),
    ("a figure", replace(BASE, targets=(_RAISED, *BASE.targets[1:])), ["Chỉ tiêu “Thu ngân sách”: changed"]),
    ("a target more", replace(BASE, targets=(*BASE.targets, Target("Trồng 5 ha rừng", "Trồng rừng"))),
     ["Chỉ tiêu “Trồng rừng”: added"]),
    ("a phase more", replace(BASE, phases=(*BASE.phases, Phase("Đợt 2", "2026-07-01", "2026-12-31"))),
     ["Đợt “Đợt 2”: added"]),
    ("a recipient gone", replace(BASE, recipients=BASE.recipients[1:]), ["Nơi nhận “UBND tỉnh”: removed"]),
    ("recipients the other way round", replace(BASE, recipients=BASE.recipients[::-1]),
     ["Thứ tự của Nơi nhận: moved"]),
    ("a movement reworded", replace(BASE, movements=(Movement("Xã Ví Dụ chung sức xây dựng"),)),
     ["Phong trào “Xã Ví Dụ chung sức”: changed"]),
]  # fmt: skip


@pytest.mark.parametrize(("changed", "told"), [pytest.param(plan, told, id=name) for name, plan, told in CHANGES])
def test_each_change_is_told_once(changed: Plan, told: list[str]) -> None:
    assert [f"{one.title}: {one.key.what}" for one in compare(BASE, changed).differences] == told


def test_a_figure_is_shown_beside_the_old_one() -> None:
    (one,) = compare(BASE, replace(BASE, targets=(_RAISED, *BASE.targets[1:]))).differences
    assert one.old.splitlines()[0] == "Giá trị: tỉnh giao 10 tỷ đồng"
    assert one.new.splitlines()[0] == "Giá trị: tỉnh giao 12 tỷ đồng"


def test_what_no_paper_says_is_no_difference() -> None:
    known = replace(
        BASE,
        theme="Đoàn kết",
        number=15,
        date=PartialDate(5, 2, 2026),
        targets=(replace(_TARGET, last_year=9.0, direction="higher", responsible="Thuế"), *BASE.targets[1:]),
        tasks=(replace(BASE.tasks[0], done_on="2026-03-01"),),
        commitments=(replace(BASE.commitments[0], target=0, deadline="2026-11-30", proof_expected="Biên bản"),),
    )
    assert compare(known, BASE, is_read=True).differences == ()
    assert len(compare(known, BASE).differences) == 6, "between two plans of the data file each of these is one"


def test_the_year_that_a_paper_writes_of_a_plan_without_a_day_is_no_difference() -> None:
    stored, read = replace(BASE, date=PartialDate()), replace(BASE, date=PartialDate(None, None, BASE.year))
    assert compare(stored, read, is_read=True).differences == ()
    other = replace(BASE, date=PartialDate(None, 3, BASE.year))
    assert [one.title for one in compare(stored, other, is_read=True).differences] == ["Ngày ban hành"]


_SAID = replace(BASE, closing=(plain("Phấn đấu thu ngân sách 10 tỷ đồng, trồng 5 ha rừng."),))
_READ = Target("thu ngân sách 10 tỷ đồng", "Phấn đấu thu", "Phần kết", values=(TargetValue(10.0, "tỷ đồng"),))
_OWN = replace(_TARGET, quote="thu ngân sách 10 tỷ đồng", responsible="Thuế")


_LAUNCHED = "Phong trào thi đua “Dân vận khéo” do Tỉnh phát động; các thôn, cơ quan cùng thực hiện."
_LONG = Task(None, "các thôn, cơ…")


def test_a_movement_or_task_whose_sentence_stayed_says_nothing_new() -> None:
    own = replace(BASE, closing=(plain(_LAUNCHED),), movements=(Movement("Dân vận khéo"),), tasks=(_LONG,))
    read = replace(
        own,
        movements=(Movement("Dân vận khéo", "Thủ tướng Chính phủ"),),
        tasks=(replace(_LONG, summary="các thôn, cơ quan…"), Task(None, "Phong trào thi đua “Dân vận khéo”")),
    )
    assert compare(own, read, is_read=True).differences == ()
    without = replace(read, closing=(plain("Mọi người cùng làm."),), movements=(), tasks=())
    told = {one.title: one.note for one in compare(own, without, is_read=True).differences}
    assert told == {"Phần kết": "", "Phong trào “Dân vận khéo”": "", "Việc “các thôn, cơ…”": ""}


def test_who_does_a_task_is_told_also_where_its_sentence_stayed() -> None:
    own = replace(BASE, closing=(plain(_LAUNCHED),), tasks=(Task("Văn phòng", "các thôn, cơ quan cùng thực hiện"),))
    read = replace(own, tasks=(replace(own.tasks[0], assignee="Phòng Kinh tế"),))
    assert [one.title for one in compare(own, read, is_read=True).differences] == [
        "Việc “các thôn, cơ quan cùng thực hiện”"
    ]


@pytest.mark.parametrize(
    ("stored", "read", "told"),
    [
        pytest.param((_OWN,), (_READ,), [], id="understood otherwise this time"),
        pytest.param((), (_READ,), [], id="not kept as a target before"),
        pytest.param((_OWN,), (), [], id="not understood as a target this time"),
        pytest.param((replace(_OWN, quote="Nuôi 10 con lợn"),), (), [], id="typed into the table alone"),
    ],
)
def test_a_sentence_that_stayed_says_nothing_new(
    stored: tuple[Target, ...], read: tuple[Target, ...], told: list[str]
) -> None:
    old, new = replace(_SAID, targets=stored, commitments=()), replace(_SAID, targets=read, commitments=())
    assert [one.title for one in compare(old, new, is_read=True).differences] == told


def test_of_a_sentence_that_was_edited_the_figure_comes_and_the_rest_stays() -> None:
    old = replace(_SAID, targets=(_OWN,), commitments=())
    raised = replace(_READ, quote="thu ngân sách 12 tỷ đồng", values=(TargetValue(12.0, "tỷ đồng"),), indicator="Thu")
    words = (plain("Phấn đấu thu ngân sách 12 tỷ đồng, trồng 5 ha rừng."),)
    both = compare(old, replace(old, closing=words, targets=(raised,)), is_read=True)
    assert [one.key.part for one in both.differences] == ["text", "plan_targets"]
    (target,) = merged(both, [one.key for one in both.differences]).targets
    assert (target.values, target.responsible) == ((TargetValue(12.0, "tỷ đồng"),), "Thuế")


@pytest.mark.parametrize(
    ("stored", "read"),
    [
        pytest.param(
            replace(BASE, preamble=(plain("Căn cứ Luật Mẫu;"),)),
            replace(BASE, preamble=(Paragraph((Run("Căn cứ Luật Mẫu;", italic=True),)),)),
            id="bases are set in italics",
        ),
        pytest.param(
            _with_sections(replace(THIRD, body=(plain("TT | Chỉ tiêu | Số", "|"), plain("A | KINH TẾ", "|")))),
            _with_sections(replace(THIRD, body=(plain("TT | Chỉ tiêu | Số", "|"), plain("A | KINH TẾ | ", "|")))),
            id="a heading across a table",
        ),
        pytest.param(
            _with_sections(replace(THIRD, marker="PHẦN THỨ BA")),
            _with_sections(replace(THIRD, marker="Phần thứ ba")),
            id="the number of a part in small letters",
        ),
        pytest.param(
            _with_sections(replace(THIRD, body=(Paragraph((Run("Chi "), Run("đúng", bold=True))),))),
            _with_sections(replace(THIRD, body=(Paragraph((Run("Chi"), Run(" đúng", bold=True))),))),
            id="a space in another style",
        ),
        pytest.param(
            _with_sections(replace(THIRD, body=(plain("- Chi đúng"),))),
            _with_sections(replace(THIRD, body=(plain("Chi đúng", "-"),))),
            id="a bullet typed as a letter",
        ),
    ],
)
def test_how_a_paper_sets_it_is_no_difference(stored: Plan, read: Plan) -> None:
    assert compare(stored, read).differences == ()


def _ticked(old: Plan, new: Plan) -> dict[str, bool]:
    return {one.title: one.ticked for one in compare(old, new).differences}


def test_a_row_that_was_never_on_paper_is_not_proposed_to_go() -> None:
    registered = replace(BASE, commitments=(*BASE.commitments, PlanCommitment("Hội Phụ nữ", "Nuôi 10 con lợn")))
    assert _ticked(registered, replace(BASE, commitments=())) == {
        "Cam kết “Hội Nông dân”": False,
        "Cam kết “Hội Phụ nữ”": False,
    }


def test_a_row_whose_words_went_from_the_text_is_proposed_to_go() -> None:
    old = replace(BASE, closing=(plain("Trồng 5 ha rừng. Trên đây là kế hoạch."),))
    assert _ticked(old, replace(BASE, commitments=()))["Cam kết “Hội Nông dân”"] is True


def _all(old: Plan, new: Plan) -> Plan:
    both = compare(old, new)
    return merged(both, [one.key for one in both.differences])


@pytest.mark.parametrize("changed", [pytest.param(plan, id=name) for name, plan, _ in CHANGES])
def test_all_taken_nothing_differs_and_none_taken_nothing_changed(changed: Plan) -> None:
    assert compare(_all(BASE, changed), changed).differences == ()
    assert merged(compare(BASE, changed), ()) == BASE


def test_what_stays_keeps_its_id_and_its_links() -> None:
    new = replace(BASE, targets=(Target("Trồng 5 ha rừng", "Trồng rừng"), *_shifted(BASE.targets)))
    plan = _all(BASE, new)
    assert [target.id for target in plan.targets] == [0, BASE.targets[0].id, BASE.targets[1].id]
    assert plan.targets[2].parent == 1


def _shifted(targets: tuple[Target, ...]) -> tuple[Target, ...]:
    return tuple(replace(one, parent=None if one.parent is None else one.parent + 1) for one in targets)


def test_numbers_follow_when_one_of_two_new_sections_is_taken() -> None:
    other = Section(1, "IV.", "THỜI GIAN", (plain("Từ đầu năm đến cuối năm."),))
    new = _with_sections(FIRST, GIFT, replace(SECOND, marker="III."), other, replace(THIRD, marker="V."))
    both = compare(BASE, new)
    (gift,) = (one.key for one in both.differences if "KHEN THƯỞNG" in one.title)
    plan = merged(both, [gift])
    assert [(one.marker, one.heading) for one in plan.sections] == [
        ("I.", "MỤC ĐÍCH"),
        ("II.", "KHEN THƯỞNG"),
        ("III.", "NỘI DUNG"),
        ("IV.", "KINH PHÍ"),
    ]


# Any two plans

_words = st.lists(
    st.sampled_from(["thi", "đua", "trồng", "rừng", "thôn", "xã", "mười", "hộ", "nghèo", "quỹ", "đường", "hoa", "đèn"]),
    min_size=1,
)
_texts = _words.map(" ".join)
_paragraphs = st.lists(st.builds(plain, _texts, st.sampled_from(["", "-"])), max_size=2).map(tuple)


def _sections(level: int) -> st.SearchStrategy[tuple[Section, ...]]:
    below: Any = _sections(level + 1) if level < 3 else st.just(())
    one = st.builds(
        Section, st.just(level), st.sampled_from(["I.", "1.", "a)", ""]), st.none() | _texts, _paragraphs, below
    )
    return st.lists(one, max_size=3).map(tuple)


def _rows(make: Callable[..., Any], *parts: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.builds(make, *parts), max_size=4).map(tuple)


def _linked(plan: Plan) -> Plan:
    """Targets as parts of the first one, commitments towards the last one."""
    targets = tuple(replace(one, parent=0 if number and len(one.quote) % 2 else None)
                    for number, one in enumerate(plan.targets))  # fmt: skip
    last = len(targets) - 1
    towards = tuple(replace(one, target=last if targets else None) for one in plan.commitments)
    return with_ids(replace(plan, targets=targets, commitments=towards))


plans = st.builds(
    Plan,
    year=st.sampled_from([2025, 2026]),
    title=_texts,
    theme=st.none() | _texts,
    preamble=_paragraphs,
    sections=_sections(1),
    closing=_paragraphs,
    targets=_rows(Target, _texts, _texts),
    movements=_rows(Movement, _texts),
    commitments=_rows(PlanCommitment, _texts, _texts),
    phases=_rows(Phase, _texts),
    tasks=_rows(Task, st.none() | _texts, _texts),
    recipients=_rows(Recipient, _texts, st.none() | _texts),
).map(_linked)


def _bare(plan: Plan) -> Plan:
    lists: Any = {
        plan_rows.field_of(kind): tuple(replace(row, id=0) for row in plan_rows.items(plan, kind))
        for kind in plan_rows.PLAN_KINDS
    }
    return replace(plan, sections=tuple(map(_without_id, plan.sections)), **lists)


def _without_id(section: Section) -> Section:
    return replace(section, id=0, children=tuple(map(_without_id, section.children)))


@given(plans, plans)
def test_of_any_two_plans_all_taken_is_the_new_one_and_none_taken_the_old_one(old: Plan, new: Plan) -> None:
    both = compare(old, new)
    assert merged(both, ()) == old
    assert _bare(merged(both, [one.key for one in both.differences])) == _bare(new)


@given(plans, plans, st.data())
def test_of_any_two_plans_any_differences_can_be_taken(old: Plan, new: Plan, data: st.DataObject) -> None:
    both = compare(old, new)
    taken = [one for one in both.differences if data.draw(st.booleans())]
    plan = merged(both, [one.key for one in taken])
    ids = [section.id for section in plan.all_sections() if section.id]
    assert len(ids) == len(set(ids))
    assert {one.old_id for one in taken if one.key[:2] == ("section", "removed")}.isdisjoint(ids)
    assert all(0 <= link < len(plan.targets) for link in _links(plan))


def _links(plan: Plan) -> list[int]:
    links = [*(one.parent for one in plan.targets), *(one.target for one in plan.commitments)]
    return [link for link in links if link is not None]


def test_a_difference_is_told_with_its_ids() -> None:
    (one,) = compare(BASE, replace(BASE, movements=())).differences
    assert isinstance(one, Difference)
    assert (one.old_id, one.new_id) == (BASE.movements[0].id, 0)
