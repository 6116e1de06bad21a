"""The draft's own undo, and the words of a plan found again in its source."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.plans.conftest import PLAN
from thidua_desktop.domain.bad_input import BadInput
from thidua_desktop.domain.plan import rows as plan_rows
from thidua_desktop.domain.plan.drafts import with_ids
from thidua_desktop.domain.plan.plans import LegalBasis, Movement, Plan, Section, SourceLine, Target
from thidua_desktop.domain.richtext import plain
from thidua_desktop.ui.tabs.plans import import_registers
from thidua_desktop.ui.tabs.plans.import_draft import ImportDraft
from thidua_desktop.ui.tabs.plans.import_links import Span, Thing, links

edits = st.tuples(
    st.sampled_from(["cell", "add", "remove", "move", "paste"]),
    st.sampled_from(plan_rows.PLAN_KINDS),
    st.integers(0, 5),
    st.sampled_from(["", "Đợt 1", "31/02/2026", "05/02/2026", "12 hộ", "Nghị định", "định lượng"]),
)


def do(draft: ImportDraft, edit: tuple[str, str, int, str]) -> None:
    act, kind, number, text = edit
    register, rows = plan_rows.REGISTERS[kind], import_registers.page(draft, edit[1])
    key = register.keys[number % len(register.keys)]
    if act == "add":
        import_registers.add_row(draft, kind, {key: text})
    elif act == "paste":
        import_registers.paste_rows(draft, kind, [key], [[text], ["Văn phòng"]])
    elif rows:
        row_id = rows[number % len(rows)].id
        if act == "cell":
            import_registers.set_cell(draft, kind, row_id, key, text)
        elif act == "remove":
            import_registers.remove_rows(draft, kind, [row_id])
        else:
            import_registers.move_row(draft, kind, row_id, number % len(rows))


@given(st.lists(edits, max_size=12))
def test_undo_takes_back_every_edit_and_redo_does_it_again(wanted):
    draft = ImportDraft(PLAN)
    seen = [draft.plan]
    for edit in wanted:
        try:
            do(draft, edit)
        except BadInput:
            assert draft.plan == seen[-1]
        if draft.plan != seen[-1]:
            seen.append(draft.plan)
    for plan in reversed(seen[:-1]):
        assert draft.undo().text
        assert draft.plan == plan
    assert not draft.undo()
    assert not draft.is_corrected
    for plan in seen[1:]:
        assert draft.redo().text
        assert draft.plan == plan
    assert not draft.redo()


def test_letters_of_one_field_are_one_step():
    draft = ImportDraft(PLAN)
    for number, text in enumerate(("A", "AB", "ABC")):
        draft.edit("Sửa trích yếu", replace(draft.plan, title=text), frozenset({"plans"}), "title/1")
        assert draft.undo_text == "Sửa trích yếu", number
    draft.undo()
    assert draft.plan.title == PLAN.title


def test_what_is_called_what_in_the_undo_button():
    draft = ImportDraft(PLAN)
    row = import_registers.page(draft, "plan_targets")[0].id
    assert import_registers.set_cell(draft, "plan_targets", row, "values", "61 triệu đồng").text == (
        "Sửa giá trị của chỉ tiêu “Thu nhập bình quân”"
    )
    assert import_registers.remove_rows(draft, "plan_targets", [row]).text == "Xóa chỉ tiêu “Thu nhập bình quân”"


@pytest.mark.parametrize(
    ("search", "order", "names"),
    [
        ("", "", ["Đảng ủy xã", "Lưu: VT"]),
        ("luu", "", ["Lưu: VT"]),
        ("", "suffix", ["Lưu: VT", "Đảng ủy xã"]),
    ],
)
def test_rows_are_searched_and_sorted_as_in_the_data_file(search, order, names):
    rows = import_registers.page(ImportDraft(PLAN), "plan_recipients", search=search, order=order)
    assert [row.cells[0] for row in rows] == names


SOURCE = (
    SourceLine("KẾ HOẠCH", "title"),
    SourceLine("Căn cứ Luật số 06/2022/QH15; Căn cứ Nghị định số 98/2023/NĐ-CP;", "preamble"),
    SourceLine("2. 2.  Về xã hội", "section"),
    SourceLine("- Hộ nghèo: 😀 giảm", "section"),
    SourceLine("còn 1,2%.", "section"),
    SourceLine("Phong trào “Dân vận khéo”.", "section"),
    SourceLine("Trang 1", ""),
)
READ = with_ids(
    Plan(
        2026,
        preamble=(plain("Căn cứ Luật số 06/2022/QH15; Căn cứ Nghị định số 98/2023/NĐ-CP;"),),
        sections=(Section(1, "2.2.", "Về xã hội", (plain("Hộ nghèo: 😀 giảm còn 1,2%.", "-"),)),),
        legal_bases=(LegalBasis("Luật", "06/2022/QH15"), LegalBasis("Nghị định", quote="Nghị định số 98/2023/NĐ-CP")),
        targets=(Target("Hộ nghèo: 😀 giảm còn 1,2%", "Hộ nghèo"), Target("không có trong nguồn", "đâu cả")),
        movements=(Movement("dân vận khéo"),),
    )
)


def test_words_are_found_across_lines_spaces_and_capitals():
    found = links(READ, SOURCE)
    target, section = READ.targets[0], READ.sections[0]
    assert found.spans[Thing("row", "plan_targets", target.id)] == (Span(3, 2, 18), Span(4, 0, 7))
    assert Span(2, 0, 16) in found.spans[Thing("section", id=section.id)]
    assert [found.spans[Thing("row", "plan_bases", basis.id)][0].start for basis in READ.legal_bases] == [15, 36]
    assert Thing("row", "plan_targets", READ.targets[1].id) not in found.spans
    assert found.words == ("tiêu đề", "căn cứ", "mục", "chỉ tiêu", "chỉ tiêu", "phong trào", "chưa hiểu")
    assert found.things[3][0].kind == "plan_targets"


def test_looking_for_nothing_or_in_nothing():
    assert links(READ, ()).words == ()
    assert links(Plan(2026), SOURCE).find("") == ()
    assert links(Plan(2026), SOURCE).find("dan van") == ()
