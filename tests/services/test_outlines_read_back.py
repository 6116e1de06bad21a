"""What an outline wrote leaves as a Word file and comes back as the same plan."""

from __future__ import annotations

import pytest

from tests.domain.outline.outline_samples import DEFINITIONS, OFFICES, draft
from thidua_desktop.domain.papers.plan_paper import plan_paper
from thidua_desktop.domain.plan.plans import Plan, SourceFile
from thidua_desktop.exporting.docx.writer import render
from thidua_desktop.importing.plan import read_plan


def outline_of(plan: Plan) -> list[tuple[int, str, str | None, str]]:
    return [
        (one.level, one.marker, one.heading, "\n".join(f"{p.bullet}{p.text}" for p in one.body))
        for one in plan.all_sections()
    ]


@pytest.mark.parametrize("outline_id", "abcdef")
@pytest.mark.parametrize("kind", OFFICES)
def test_a_draft_is_read_back_as_it_was(outline_id, kind):
    written = draft(outline_id, kind)
    paper = plan_paper(written, OFFICES[kind], DEFINITIONS.form("plan"))
    read = read_plan(SourceFile("ke-hoach.docx", render(paper))).plan
    assert outline_of(read) == outline_of(written)
    assert (read.title, read.year, read.theme) == (written.title, written.year, written.theme)
    assert (read.issuer, read.symbol, read.place) == (written.issuer, written.symbol, written.place)
    assert [one.quote for one in read.legal_bases] == [one.quote for one in written.legal_bases]
    assert (read.phases, read.signer) == (written.phases, written.signer)
    assert [one.name for one in read.recipients] == [one.name for one in written.recipients]
    assert [one.name for one in read.movements] == [one.name for one in written.movements]
    assert [(one.assignee, one.due) for one in read.tasks] == [(one.assignee, one.due) for one in written.tasks]
    assert len(read.commitments) == len(written.commitments)
