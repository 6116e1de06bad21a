"""A click on a finding leads to its place in the plan."""

from __future__ import annotations

from dataclasses import replace

from tests.ui.plans.conftest import PLAN
from thidua_desktop.domain.checking.findings import Finding, Place
from thidua_desktop.domain.richtext import plain
from thidua_desktop.services.plan import plans
from thidua_desktop.ui.tabs.plans.outline_nodes import GENERAL


def test_findings_lead_to_their_place(qtbot, stored, tab):
    tab.editor._check()
    found = {finding.code: finding for finding in tab.editor.checks.shown}
    assert {"NUMBER_BLANK", "SIGN_NO_TM"} <= set(found)
    tab.editor.go_to(found["SIGN_NO_TM"])
    assert tab.editor.tree.current() == GENERAL
    assert tab.editor.general.fields["signer_authority"].hasFocus()


def test_a_finding_chooses_its_words_in_its_own_paragraph_and_without_the_number_before_them(tab, context):
    lines = ("Thu nhập bình quân 60 triệu đồng.", "Trồng 60 ha rừng.", "Nuôi 60 con bò.")
    written = replace(PLAN.sections[1], body=tuple(plain(line) for line in lines))
    _, plan_id = plans.store_plan(context.workspace, replace(PLAN, sections=(PLAN.sections[0], written)))
    tab.reload(None)
    tab.editor.show_plan(plan_id)
    section = tab.editor.plan.sections[1]
    editor = tab.editor

    def chosen(quote, paragraph):
        place = Place("section", section_id=section.id, paragraph=paragraph)
        editor.go_to(Finding("X", "hint", quote, "", place=place))
        cursor = editor.section.editor.textCursor()
        return cursor.selectedText(), cursor.block().text()

    assert chosen("60", 2) == ("60", "Nuôi 60 con bò.")
    assert chosen("60", 0) == ("60", "Thu nhập bình quân 60 triệu đồng.")
    assert chosen("II. CHỈ", -1) == ("CHỈ", "CHỈ TIÊU")
