"""The cover of the year's plan as a paper and as a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..export_parts import Export, NothingToExport, Request
from ..office.forms import form
from ..office.offices import office
from ..office.signers import signer_on
from ..workspace import Workspace
from .cover import cover

if TYPE_CHECKING:
    from ...domain.papers.blocks import Document, Spreadsheet
    from ...domain.papers.cover_paper import CoverFacts


def cover_document(workspace: Workspace, request: Request) -> Document:
    """Every target with who commits to it, and who owes what; :class:`NothingToExport` for a year without targets."""
    from ...domain.papers.cover_paper import cover_paper

    return cover_paper(_facts(workspace, request.year), form(workspace, "cover"))


def cover_sheet(workspace: Workspace, request: Request) -> Spreadsheet:
    """The same as a spreadsheet."""
    from ...domain.papers.cover_paper import cover_book

    return cover_book(_facts(workspace, request.year))


def _facts(workspace: Workspace, year: int) -> CoverFacts:
    from ...domain.papers.cover_paper import CoverFacts

    found = cover(workspace, year)
    if not found.targets:
        raise NothingToExport(
            f"Năm {year} chưa có chỉ tiêu nào nên chưa có gì để đối chiếu.",
            "Lập hoặc nhập kế hoạch của năm ở thẻ Kế hoạch trước.",
        )
    return CoverFacts(year, office(workspace), signer_on(workspace, workspace.today().isoformat()), found)


EXPORTS = {"cover": Export("Bảng đối chiếu cam kết với kế hoạch", cover_document, cover_sheet)}
