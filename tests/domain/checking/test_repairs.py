"""One click makes what is certain right, in the words, in their styles and in the lists that quote them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.checking import FieldEdit, TextEdit, plan_lines
from thidua_desktop.domain.checking.repairs import repaired
from thidua_desktop.domain.plan.plans import Plan, PlanSigner, Section, Target
from thidua_desktop.domain.richtext import Paragraph, Run, plain

PLAN = Plan(
    2026,
    title="Phát động thi đua",
    preamble=(plain("Căn cứ của của Luật;"),),
    sections=(
        Section(1, "I.", "Mục  đích", (Paragraph((Run("Thi đua", bold=True), Run(" đua tốt")), "-"),), (Section(2, "a.", None, (plain("Chăn nuôi 78 hộ.."),)),)),
    ),
    targets=(Target("78 hộ..", "Chăn nuôi"),),
    signer=PlanSigner(None, "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Nguyễn Văn Mẫu"),
)  # fmt: skip


def edit(old: str, new: str) -> TextEdit:
    number, line = next((number, line) for number, line in enumerate(plan_lines(PLAN)) if old in line)
    return TextEdit(number, line.index(old), old, new)


def test_words_of_every_part_are_repaired() -> None:
    slips = (("của của", "của"), ("Mục  đích", "Mục đích"), ("a.", "a)"), ("..", "."))
    authority = FieldEdit("signer_authority", "", "TM. ỦY BAN NHÂN DÂN")
    made = repaired(PLAN, (authority, *(edit(old, new) for old, new in slips)))
    assert plan_lines(made)[3:] == (
        "Phát động thi đua",
        "Căn cứ của Luật;",
        "I. Mục đích",
        "- Thi đua đua tốt",
        "a) Chăn nuôi 78 hộ.",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "Nguyễn Văn Mẫu",
    )
    assert made.targets[0].quote == "78 hộ."


def test_styles_stay_with_their_words() -> None:
    made = repaired(PLAN, (edit("đua đua", "đua"),))
    assert made.sections[0].body[0].runs == (Run("Thi đua", bold=True), Run(" tốt"))


def test_what_was_changed_meanwhile_is_left_alone() -> None:
    stale = replace(edit("của của", "của"), start=3)
    assert repaired(PLAN, (stale, FieldEdit("title", "Trích yếu cũ", "Khác"))) == PLAN


def test_of_two_edits_of_the_same_words_the_first_is_made() -> None:
    first, second = edit("của của", "của"), edit("của Luật", "Luật")
    assert repaired(PLAN, (second, first)).preamble == (plain("Căn cứ của Luật;"),)


@given(
    st.text("ab .", max_size=12), st.integers(0, 12), st.integers(0, 4), st.text("xy", max_size=3), st.integers(1, 6)
)
def test_runs_hold_the_text_that_the_line_would_hold(text: str, start: int, length: int, new: str, cut: int) -> None:
    old = text[start : start + length]
    paragraph = Paragraph(tuple(Run(text[at : at + cut], bold=bool(at % 2)) for at in range(0, len(text), cut)))
    plan = Plan(2026, preamble=(paragraph,))
    line = len(plan_lines(plan)) - 1
    if start <= len(text) and old:
        made = TextEdit(line, start, old, new)
        assert repaired(plan, (made,)).preamble[0].text == text[:start] + new + text[start + length :]


@pytest.mark.parametrize("line", [-1, 99])
def test_an_edit_of_no_line_changes_nothing(line: int) -> None:
    assert repaired(PLAN, (TextEdit(line, 0, "Căn", "x"),)) == PLAN
