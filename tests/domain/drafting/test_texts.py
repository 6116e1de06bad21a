"""Every text of a plan is reached by its place and replaced there, its style kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.samples import PLAN
from thidua_desktop.domain.drafting.texts import Edit, Place, edited, texts, with_edits
from thidua_desktop.domain.richtext import Paragraph, Run, plain


def test_every_text_has_its_place():
    found = dict(texts(PLAN))
    assert found[Place("title")] == PLAN.title
    assert found[Place("preamble", paragraph=0)] == "Căn cứ Luật"
    assert found[Place("sections", 3, "body")] == "Văn hóa"
    assert found[Place("phases", 0, "occasions", 1)] == "30/4"
    assert found[Place("recipients", 1, "name")] == "Lưu: VT"
    assert found[Place("tasks", 0, "assignee")] == "Văn phòng"


def test_each_is_replaced_where_it_stands_and_nothing_else():
    for place, text in texts(PLAN):
        after = dict(texts(with_edits(PLAN, {place: [Edit(0, len(text), "Mới")]})))
        assert after == dict(texts(PLAN)) | {place: "Mới"}


def test_no_edit_changes_nothing():
    assert with_edits(PLAN, {}) == PLAN


BOLD = Paragraph((Run("Căn cứ "), Run("Luật cũ", bold=True), Run(" năm 2026")), "-")


@pytest.mark.parametrize(
    ("edits", "runs"),
    [
        ([Edit(12, 14, "mới")], (Run("Căn cứ "), Run("Luật mới", bold=True), Run(" năm 2026"))),
        ([Edit(7, 14, "Nghị định")], (Run("Căn cứ "), Run("Nghị định", bold=True), Run(" năm 2026"))),
        ([Edit(0, 11, "Theo")], (Run("Theo"), Run(" cũ", bold=True), Run(" năm 2026"))),
        ([Edit(19, 23, "2027"), Edit(12, 14, "x")], (Run("Căn cứ "), Run("Luật x", bold=True), Run(" năm 2027"))),
        ([Edit(14, 14, " này")], (Run("Căn cứ "), Run("Luật cũ", bold=True), Run(" này năm 2026"))),
        ([Edit(23, 23, ".")], (Run("Căn cứ "), Run("Luật cũ", bold=True), Run(" năm 2026."))),
    ],
)
def test_bold_stays_where_it_was(edits, runs):
    plan = replace(PLAN, closing=(BOLD,))
    assert with_edits(plan, {Place("closing"): edits}).closing == (Paragraph(runs, "-"),)


def test_a_paragraph_with_nothing_left_goes():
    plan = replace(PLAN, preamble=(plain("Một;"), plain("Hai;"), plain("")))
    assert with_edits(plan, {Place("preamble"): [Edit(0, 4, "")]}).preamble == (plain("Hai;"), plain(""))


@given(
    st.lists(st.text("ab ", max_size=5), min_size=1, max_size=4),
    st.integers(0, 20),
    st.integers(0, 20),
    st.text("xy", max_size=3),
)
def test_runs_are_edited_as_their_text_is(parts, one, other, new):
    paragraph = Paragraph(tuple(Run(part, bold=bool(number % 2)) for number, part in enumerate(parts)))
    if not paragraph.text.strip():
        return
    start, end = sorted(min(at, len(paragraph.text)) for at in (one, other))
    edit = Edit(start, end, new)
    after = with_edits(replace(PLAN, closing=(paragraph,)), {Place("closing"): [edit]}).closing
    assert "".join(one.text for one in after).strip() == edited(paragraph.text, [edit]).strip()
