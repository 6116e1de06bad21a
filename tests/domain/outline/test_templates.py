"""The shipped outlines: each a whole, faultless draft for a commune, a ward and a special zone."""

from __future__ import annotations

import re
from datetime import date

import pytest

from tests.domain.outline.outline_samples import DEFINITIONS, OFFICES, TO_FILL_IN, draft, filling, outline
from thidua_desktop.domain.checking import check_plan
from thidua_desktop.domain.outline.filling import filled, slots_of
from thidua_desktop.domain.outline.parsing import parse_outline
from thidua_desktop.domain.papers.blocks import Document
from thidua_desktop.domain.papers.plan_paper import plan_paper
from thidua_desktop.domain.plan.plans import PartialDate, Plan, Target, TargetValue

ALL = [(one.id, kind) for one in DEFINITIONS.outlines for kind in OFFICES]


def words(plan: Plan) -> str:
    """All of the plan's text, a line each."""
    paragraphs = [*plan.preamble]
    lines = [plan.title]
    for section in plan.all_sections():
        lines.append(f"{section.marker} {section.heading or ''}")
        paragraphs += section.body
    return "\n".join([*lines, *(paragraph.text for paragraph in (*paragraphs, *plan.closing))])


def test_there_are_six_in_their_order():
    assert [one.id[0] for one in DEFINITIONS.outlines] == list("abcdef")
    assert all(len(one.themes) == 3 for one in DEFINITIONS.outlines)


@pytest.mark.parametrize(("outline_id", "kind"), ALL)
@pytest.mark.parametrize("day", [date(2025, 9, 1), date(2026, 1, 15), date(2027, 1, 15)], ids=str)
def test_a_fresh_draft_has_no_fault_but_what_is_to_be_filled_in(outline_id, kind, day):
    found = check_plan(draft(outline_id, kind, day), DEFINITIONS.legal_acts, DEFINITIONS.check_rules, ())
    assert [finding for finding in found if finding.code not in TO_FILL_IN] == []


@pytest.mark.parametrize(("outline_id", "kind"), ALL)
def test_what_the_lists_say_stands_in_the_text(outline_id, kind):
    plan = draft(outline_id, kind)
    text = words(plan)
    for quote in (*(one.quote for one in plan.targets), *(one.quote for one in plan.commitments)):
        assert quote in text
    for movement in plan.movements:
        assert f"“{movement.name}”" in text
    for task in plan.tasks:
        assert task.summary in text
        assert task.assignee in text
    for basis in plan.legal_bases:
        assert basis.quote in text


@pytest.mark.parametrize(("outline_id", "kind"), ALL)
def test_every_target_has_who_answers_for_it_and_what_is_better(outline_id, kind):
    plan = draft(outline_id, kind)
    assert [one.indicator for one in plan.targets if not one.responsible or not one.direction] == []
    assert [one for one in plan.tasks if not one.assignee] == []


@pytest.mark.parametrize(("outline_id", "kind"), ALL)
def test_no_body_of_the_districts_and_no_open_slot(outline_id, kind):
    text = words(draft(outline_id, kind))
    assert re.findall(r"\bhuyện\b|\bquận\b|thị trấn|[{}#@]", text) == []


def test_a_ward_has_its_own_bodies():
    ward = words(draft("a", "phường"))
    assert "tổ dân phố" in ward and not re.search(r"(?<!nông )\bthôn\b", ward)
    assert "Phòng Kinh tế, Hạ tầng và Đô thị" in ward
    assert "Ủy ban nhân dân thành phố Mẫu" in ward


def test_the_frame_is_the_offices():
    plan = draft("a")
    assert (plan.issuer, plan.place, plan.symbol) == ("Ủy ban nhân dân xã Ví Dụ", "Ví Dụ", "KH-UBND")
    assert (plan.number, plan.date, plan.state) == (None, PartialDate(None, 1, 2027), "bản thảo")
    assert (plan.signer.authority, plan.signer.title) == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert plan.signer.name == "Nguyễn Văn Mẫu"
    assert plan.recipients[-1].name == "Lưu: VT, VHXH"


@pytest.mark.parametrize(
    ("day", "bases"),
    [
        (date(2024, 3, 1), ["06/2022/QH15", "98/2023/NĐ-CP"]),
        (date(2025, 9, 1), ["72/2025/QH15", "06/2022/QH15", "152/2025/NĐ-CP", "15/2025/TT-BNV", "41-CT/TW"]),
        (date(2027, 4, 1), ["72/2025/QH15", "06/2022/QH15", "41-CT/TW"]),
    ],
)
def test_the_bases_are_those_in_force_on_the_day(day, bases):
    cited = [one.number for one in draft("a", day=day).legal_bases]
    assert [number for number in cited if number in bases] == bases
    assert not (day.year == 2027 and "152/2025/NĐ-CP" in cited)


def test_an_amended_law_is_cited_with_its_amendment():
    assert "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;" in words(draft("a", day=date(2026, 1, 15)))
    amended = (
        "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022, được sửa đổi, bổ sung ngày 23 tháng 4 năm 2026;"
    )
    assert amended in words(draft("a", day=date(2027, 1, 15)))


def test_what_only_the_office_knows_is_left_blank():
    plan = draft("d")
    assert plan.targets[4] == Target(
        "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều còn: tỉnh giao …%, HĐND xã giao …%",
        "Tỷ lệ hộ nghèo theo chuẩn nghèo đa chiều",
        "Văn hóa - xã hội",
        responsible="Phòng Văn hóa - Xã hội",
        values=(TargetValue(None, "%", "còn", "tỉnh"), TargetValue(None, "%", "còn", "HĐND xã")),
        direction="lower",
    )


def test_answers_and_the_theme_go_into_the_text():
    plan = filled(
        outline("f"),
        filling(
            **{
                "sự kiện": "Đại hội thi đua yêu nước xã Ví Dụ",
                "ngày kết thúc": "20/5/2027",
                "ngày bắt đầu": "01/4/2027",
            }
        ),
    )
    assert plan.title.endswith("chào mừng Đại hội thi đua yêu nước xã Ví Dụ")
    assert (plan.phases[0].start, plan.phases[0].end) == ("2027-04-01", "2027-05-20")
    assert plan.theme == outline("f").themes[0]


def test_tasks_have_owner_helper_and_day():
    task = draft("a").tasks[0]
    assert task.assignee == "Phòng Văn hóa - Xã hội"
    assert task.helpers == "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân"
    assert task.due == "2027-02-28"


def test_an_outline_becomes_a_paper():
    paper = plan_paper(draft("e"), OFFICES["xã"], DEFINITIONS.form("plan"))
    assert isinstance(paper, Document)
    assert len(paper.blocks) > 40


GOOD = {
    "name": "Mẫu", "about": "Để thử.", "title": "Phát động năm {năm}", "themes": ["Một"], "recipients": ["Lưu: VT"],
    "opening": "Căn cứ Luật.", "body": "# I. MỤC ĐÍCH\n- Thi đua.", "closing": "Trên đây là Kế hoạch./.",
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"lạ": "x"}, "không có mục “lạ”"),
        ({"themes": []}, "thiếu “themes”"),
        ({"title": "Năm {nawm}"}, "không có ô trống “nawm” (trong câu “Năm {nawm}”)"),
        ({"body": "#I. MỤC ĐÍCH"}, "“body”, dòng 1: sau dấu # phải là số mục và tên mục, ví dụ “# I. MỤC ĐÍCH”"),
        ({"body": "Thi đua."}, "“body” phải bắt đầu bằng một mục, ví dụ “# I. MỤC ĐÍCH”"),
        ({"body": "# I. A\n- Đạt …%. @x"}, "chỉ tiêu “x” không có trong [[targets]]"),
        ({"targets": [{"key": "x", "indicator": "X"}]}, "chỉ tiêu “x” phải được nêu đúng một lần trong “body”"),
        ({"targets": [{"key": "x"}]}, "“targets”, dòng thứ 1: thiếu “indicator”"),
        ({"targets": [{"key": "x", "indicator": "X", "direction": "cao"}]}, "“targets”, dòng thứ 1: “direction” không nhận “cao”"),
        ({"phases": [{"name": "Đợt 1", "tên": "x"}]}, "“phases”, dòng thứ 1: không có ô “tên”"),
        ({"themes": "x", "bases": [1]}, "“bases” phải là chữ hoặc danh sách chữ trong ngoặc kép"),
    ],
)  # fmt: skip
def test_a_bad_outline_is_told_by_its_first_bad_place(change, reason):
    with pytest.raises(ValueError) as told:
        parse_outline("mẫu", GOOD | change, slots_of(DEFINITIONS.drafting))
    assert str(told.value) == reason


def test_the_contents_are_its_headings():
    assert outline("e").contents[:2] == ((1, "I. MỤC ĐÍCH, YÊU CẦU"), (1, "II. MỤC TIÊU, CHỈ TIÊU"))
