"""The form sheets as things to export: one .xlsx for each organisation, an empty one for any."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..export_parts import Export, Request
from ..registration.paper_facts import each
from ..workspace import Workspace
from . import phases

if TYPE_CHECKING:
    from ...domain.sheets.forms import FormBook

COMMITMENT_SHEET, PROGRESS_SHEET = "commitment-sheet", "progress-sheet"


def _registration(workspace: Workspace, request: Request) -> FormBook:
    from .gathering import registration_sheet

    own = None if request.blank else request.organisation_id
    return registration_sheet(workspace, request.year, own)


def _progress(workspace: Workspace, request: Request) -> FormBook:
    from .gathering import progress_sheet

    own = None if request.blank else request.organisation_id
    return progress_sheet(workspace, request.year, request.id, own)


def _committing(workspace: Workspace, request: Request) -> Mapping[int, str]:
    """Those who have something to report on."""
    from ..registration.commitments import of_year

    promised = {one.organisation_id for one in of_year(workspace, request.year)}
    return {key: name for key, name in each(workspace, request).items() if key in promised}


def _registration_name(workspace: Workspace, request: Request) -> str:
    return f"Đăng ký thi đua {request.year}"


def _progress_name(workspace: Workspace, request: Request) -> str:
    return f"Kết quả thi đua {request.year} - {phases.wanted(workspace, request.year, request.id).name}"


EXPORTS = {
    COMMITMENT_SHEET: Export(
        "Phiếu Excel đăng ký thi đua", sheet=_registration, for_each=each, file_title=_registration_name
    ),
    PROGRESS_SHEET: Export(
        "Phiếu Excel kết quả đợt",
        sheet=_progress,
        about=phases.PHASE,
        for_each=_committing,
        file_title=_progress_name,
    ),
}
