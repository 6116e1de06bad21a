"""Several papers in one print job: in the office's order, by organisation or by paper, in one document or in files."""

from __future__ import annotations

import pytest

from tests.services.registering_year import YEAR, year
from thidua_desktop.domain.papers import blocks
from thidua_desktop.services import print_jobs
from thidua_desktop.services.export_parts import NothingToExport
from thidua_desktop.services.office import forms
from thidua_desktop.services.print_jobs import PrintJob
from thidua_desktop.services.workspace import Workspace
from thidua_desktop.storage import records

__all__ = ["year"]
FORM, PERSON, SUMMARY, PLEDGE = "registration-form", "personal-registration", "registration-summary", "pledge"


def told(workspace: Workspace, job: PrintJob) -> list[tuple[str, str]]:
    return [(one.name, one.whose) for one in print_jobs.papers(workspace, job)]


def test_papers_stand_organisation_by_organisation_and_those_of_the_commune_last(year: Workspace) -> None:
    job = PrintJob(YEAR, (SUMMARY, FORM, PERSON), (1, 2))
    assert told(year, job) == [
        (FORM, "UBMTTQ xã"),
        (FORM, "Hội Nông dân"),
        (PERSON, "Hội Nông dân"),
        (SUMMARY, ""),
    ]


def test_or_paper_by_paper(year: Workspace) -> None:
    job = PrintJob(YEAR, (FORM, PERSON, PLEDGE), (2, 3), by_paper=True)
    assert told(year, job) == [
        (name, whose) for name in (FORM, PERSON, PLEDGE) for whose in ("Hội Nông dân", "Hội LHPN")
    ]


def test_a_job_is_one_document_whose_pages_lie_as_each_paper_does(year: Workspace) -> None:
    made = print_jobs.whole(year, PrintJob(YEAR, (FORM, SUMMARY), (1, 2)))
    breaks = [block for block in made.blocks if isinstance(block, blocks.PageBreak)]
    assert all(one.numbered_anew for one in breaks) and len(breaks) == 2
    assert made.page.width < made.page.height
    assert breaks[-1].page is not None and breaks[-1].page.width > breaks[-1].page.height


def test_each_organisation_gets_one_file_with_all_its_papers(year: Workspace) -> None:
    both = print_jobs.by_organisation(year, PrintJob(YEAR, (FORM, PERSON, SUMMARY), (1, 2)))
    assert [name for name, _ in both] == [
        "Bản đăng ký thi đua 2026 - UBMTTQ xã",
        "Biểu mẫu thi đua 2026 - Hội Nông dân",
        "Bảng tổng hợp đăng ký 2026",
    ]
    heads = [block for block in both[1][1].blocks if isinstance(block, blocks.NationalHeader)]
    assert [head.code for head in heads] == ["ĐK-2026-002", "CN-2026-002"]


def test_blank_ones_for_all_whatever_is_registered(year: Workspace) -> None:
    job = PrintJob(YEAR, (PERSON,), (1, 2), blank=True, copies=2)
    made = print_jobs.papers(year, job)
    assert [one.whose for one in made] == ["UBMTTQ xã", "Hội Nông dân"]
    assert [sum(isinstance(block, blocks.PageBreak) for block in one.document.blocks) for one in made] == [1, 1]


def test_a_paper_about_blocks_is_printed_for_every_block(year: Workspace) -> None:
    with year.file.act("Cụm"):
        for number, name in enumerate(("Khối đoàn thể", "Cụm thôn"), 1):
            block = records.insert(year.file, "blocks", {"name": name})
            records.update(year.file, "registrations", number, {"block_id": block})
    assert len(print_jobs.papers(year, PrintJob(YEAR, ("block-pledge",), ()))) == 2


def test_a_paper_is_set_in_the_form_that_the_job_names(year: Workspace) -> None:
    forms.add_form(year, FORM, "mẫu khối trường")
    offered = next(one for one in print_jobs.printables(year) if one.name == FORM)
    assert "mẫu khối trường" in offered.forms.values()
    job = PrintJob(YEAR, (FORM,), (1,), forms={FORM: "mẫu khối trường"})
    assert told(year, job) == [(FORM, "UBMTTQ xã")]


def test_a_job_of_nothing_says_so(year: Workspace, desk: Workspace) -> None:
    with pytest.raises(NothingToExport, match="Chưa chọn biểu mẫu nào"):
        print_jobs.papers(year, PrintJob(YEAR, (), (1,)))
    with pytest.raises(NothingToExport, match="Chưa chọn biểu mẫu nào"):
        print_jobs.papers(year, PrintJob(YEAR, (FORM,), ()))
    with pytest.raises(
        NothingToExport, match="Năm 2026 chưa có cụm, khối nào nên chưa có “Bản giao ước của cụm, khối”"
    ):
        print_jobs.papers(year, PrintJob(YEAR, ("block-pledge",), (1,)))


def test_a_paper_that_nobody_has_anything_for_is_told(year: Workspace) -> None:
    said: list[str] = []
    made = print_jobs.papers(year, PrintJob(YEAR, (FORM, "block-pledge", PERSON), (1, 2)), said.extend)
    assert {one.name for one in made} == {FORM, PERSON}
    assert said == ["Năm 2026 chưa có cụm, khối nào nên chưa có “Bản giao ước của cụm, khối” để in."]


def test_a_year_without_organisations_prints_one_form_for_any(desk: Workspace) -> None:
    assert told(desk, PrintJob(YEAR, (FORM,), (), blank=True)) == [(FORM, "")]


def test_every_paper_of_the_station_is_offered_once(year: Workspace) -> None:
    offered = [one.name for one in print_jobs.printables(year)]
    assert len(offered) == len(set(offered)) and {FORM, PERSON, PLEDGE, SUMMARY, "commune-registration"} <= set(offered)
    assert [one.name for one in print_jobs.printables(year) if one.of_phase] == ["progress-form"]
