"""The report and the statistics as papers and spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...domain.papers.report_paper import report_paper, statistics_paper, target_results_paper
from ...domain.papers.result_sheets import results_book
from ...domain.papers.statistics_book import statistics_book
from ..export_parts import Export, NothingToExport, Request
from ..office.forms import form
from ..workspace import Workspace
from .reports import Missing, gather, missing_in

if TYPE_CHECKING:
    from ...domain.papers.blocks import Book, Document


def report_document(workspace: Workspace, year: int, *, midyear: bool = False) -> Document:
    """The report of the year, or of its first half; a year of which nothing is known is a paper to fill in by hand."""
    return report_paper(gather(workspace, year, midyear=midyear), form(workspace, "report"))


def target_results_document(workspace: Workspace, year: int) -> Document:
    """The targets of the year's plan with their results as a paper; :class:`NothingToExport` without any."""
    facts = gather(workspace, year)
    if not facts.targets:
        raise NothingToExport(f"Năm {year} chưa có chỉ tiêu nào.", "Nhập hoặc lập kế hoạch có chỉ tiêu ở thẻ Kế hoạch.")
    return target_results_paper(facts, form(workspace, "target-results"))


def statistics_document(workspace: Workspace, year: int) -> Document:
    """The statistics of the year's awards as a paper."""
    return statistics_paper(gather(workspace, year), form(workspace, "statistics"))


def statistics_sheet(workspace: Workspace, year: int) -> Book:
    """The statistics of the year's awards, with every award, as a spreadsheet."""
    return statistics_book(gather(workspace, year))


def _report(workspace: Workspace, request: Request) -> Document:
    return report_document(workspace, request.year)


def _midyear_report(workspace: Workspace, request: Request) -> Document:
    return report_document(workspace, request.year, midyear=True)


def _statistics(workspace: Workspace, request: Request) -> Document:
    return statistics_document(workspace, request.year)


def _statistics_sheet(workspace: Workspace, request: Request) -> Book:
    return statistics_sheet(workspace, request.year)


def _target_results(workspace: Workspace, request: Request) -> Document:
    return target_results_document(workspace, request.year)


def _target_results_sheet(workspace: Workspace, request: Request) -> Book:
    return results_book(gather(workspace, request.year))


def _missing(workspace: Workspace, request: Request) -> tuple[str, ...]:
    return _said(missing_in(gather(workspace, request.year)))


def _missing_at_midyear(workspace: Workspace, request: Request) -> tuple[str, ...]:
    return _said(missing_in(gather(workspace, request.year, midyear=True)))


def _said(found: Sequence[Missing]) -> tuple[str, ...]:
    return tuple(f"{one.text}. {one.advice}" for one in found)


EXPORTS = {
    "report": Export("Báo cáo tổng kết", _report, remarks=_missing),
    "midyear-report": Export("Báo cáo sơ kết 6 tháng", _midyear_report, remarks=_missing_at_midyear, set_in="report"),
    "target-results": Export("Kết quả chỉ tiêu", _target_results, _target_results_sheet),
    "statistics": Export("Thống kê khen thưởng", _statistics, _statistics_sheet),
}
