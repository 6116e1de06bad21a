"""A form is known as ours, and as another paper, whatever became of the office's name meanwhile."""

from __future__ import annotations

from tests.services.sheets.returning import report_on, stamped
from thidua_desktop.domain.plan.plans import SourceFile
from thidua_desktop.exporting import docx as our_docx
from thidua_desktop.services.export_parts import Request
from thidua_desktop.services.exports import EXPORTS
from thidua_desktop.storage import records


def test_another_paper_filled_in_with_word_is_named(desk, farmers):
    about = EXPORTS["pledge"]
    assert about.document is not None
    paper = our_docx.render(about.document(desk, Request(2026, organisation_id=farmers)))
    report = report_on(desk, SourceFile("giao ước.docx", paper))
    assert (report.state, report.problem.split(",")[0]) == ("refused", "Tệp này là bản giao ước thi đua")


def test_a_form_that_was_out_when_the_offices_name_was_put_right_still_counts(desk, farmers):
    source = stamped(desk, farmers)
    with desk.file.act("Sửa tên cơ quan"):
        records.update(desk.file, "office", 1, {"name": "xã Ví Dụ Mới"})
    assert report_on(desk, source).state == "ready"
