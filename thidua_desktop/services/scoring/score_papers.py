"""The papers of scoring: the sheet of each organisation, the commune's own, and the places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ...domain.scoring.criteria import SetSubject
from ...domain.scoring.points import Total
from ...domain.scoring.ranking import ranked
from ...domain.scoring.sheets import COMMUNE, Scored, ScoreSheet
from ..export_parts import Export, NothingToExport, Request, Subject
from ..office.forms import form
from ..office.offices import office
from ..office.signers import signer_on
from ..registration import paper_facts
from ..registration.commune import commune_registration
from ..workspace import Workspace
from .scores import SetScores
from .sets import ids_of_year

if TYPE_CHECKING:
    from ...domain.papers.blocks import Book, Document
    from ...domain.papers.score_ranking import RankingFacts
    from ...domain.papers.year_heads import OrganisationYear

SHEET, COMMUNE_SHEET, RANKING = "score-sheet", "commune-score-sheet", "score-ranking"
_START = "Lập bộ tiêu chí của năm ở thẻ Đăng ký – Giao ước, trang Chấm điểm."


def _ids(subject: SetSubject, workspace: Workspace, year: int) -> list[int]:
    return ids_of_year(workspace, year, subject)


SETS = Subject("bộ tiêu chí", partial(_ids, "đơn vị"))
COMMUNE_SETS = Subject("bộ tiêu chí chấm điểm của xã", partial(_ids, "xã"))


def _scores(workspace: Workspace, request: Request, about: Subject) -> SetScores:
    """The scores by the set that the request names, or the newest of the year; :class:`NothingToExport` for none."""
    known = about.ids(workspace, request.year)
    if not known:
        raise NothingToExport(f"Năm {request.year} chưa có {about.name} nào nên chưa có gì để in.", _START)
    return SetScores(workspace, request.id if request.id in known else known[-1])


def score_sheet(workspace: Workspace, request: Request) -> Document:
    """The sheet of the organisation that the request names, or those of all that the set scores."""
    from ...domain.papers.score_sheet import score_sheet as paper

    found = _scores(workspace, request, SETS)
    layout = form(workspace, SHEET)
    sheets = {one.scored.organisation_id: one for one in found.sheets()}

    def of(one: OrganisationYear) -> Document | None:
        if one.organisation is None:
            return paper(one, _of_nobody(found), layout, blank=True)
        sheet = sheets.get(one.organisation.id)
        return paper(one, sheet, layout, blank=request.blank) if sheet else None

    return paper_facts.for_organisations(workspace, request, of, "bảng chấm điểm")


def _of_nobody(found: SetScores) -> ScoreSheet:
    """An empty sheet for any organisation."""
    return found.sheet_of(Scored(COMMUNE, "", organisation_id=0)) if found.criteria.criteria else _empty(found)


def _empty(found: SetScores) -> ScoreSheet:
    return ScoreSheet(found.criteria, Scored(COMMUNE, ""), (), Total(0, 0, 0, 0))


def each(workspace: Workspace, request: Request) -> Mapping[int, str]:
    """The organisations that the set scores, by their id."""
    try:
        found = _scores(workspace, request, SETS)
    except NothingToExport:
        return {}
    return {one.organisation_id: one.name for one in found.scored if one.organisation_id is not None}


def score_book(workspace: Workspace, request: Request) -> Book:
    """The same sheets as a spreadsheet, a page for each organisation."""
    from ...domain.papers.score_books import SheetsFacts
    from ...domain.papers.score_books import score_book as book

    sheets = _scores(workspace, request, SETS).sheets()
    wanted = tuple(one for one in sheets if request.organisation_id in (None, one.scored.organisation_id))
    if not wanted:
        raise NothingToExport(
            f"Năm {request.year} chưa có đơn vị nào để chấm điểm theo bộ tiêu chí này.",
            "Đưa đơn vị vào danh sách năm ở thẻ Đăng ký – Giao ước.",
        )
    return book(SheetsFacts(request.year, office(workspace), wanted, request.blank))


def commune_score_sheet(workspace: Workspace, request: Request) -> Document:
    """The commune's own sheet for its cụm."""
    from ...domain.papers.score_sheet import CommuneYear
    from ...domain.papers.score_sheet import commune_score_sheet as paper

    found = _scores(workspace, request, COMMUNE_SETS)
    signer = signer_on(workspace, workspace.today().isoformat())
    of = CommuneYear(request.year, office(workspace), signer, commune_registration(workspace, request.year).cluster)
    return paper(of, found.sheets()[0], form(workspace, COMMUNE_SHEET), blank=request.blank)


def commune_book(workspace: Workspace, request: Request) -> Book:
    """The commune's own sheet as a spreadsheet."""
    from ...domain.papers.score_books import SheetsFacts
    from ...domain.papers.score_books import score_book as book

    found = _scores(workspace, request, COMMUNE_SETS)
    return book(SheetsFacts(request.year, office(workspace), found.sheets(), request.blank))


def _ranking_facts(workspace: Workspace, request: Request) -> RankingFacts:
    from ...domain.papers.score_ranking import RankingFacts

    found = _scores(workspace, request, SETS)
    sheets = found.sheets()
    if not sheets:
        raise NothingToExport(
            f"Năm {request.year} chưa có đơn vị nào để xếp hạng.",
            "Đưa đơn vị vào danh sách năm ở thẻ Đăng ký – Giao ước.",
        )
    signer = signer_on(workspace, workspace.today().isoformat())
    return RankingFacts(found.criteria, ranked(sheets), office(workspace), signer)


def score_ranking(workspace: Workspace, request: Request) -> Document:
    """The places of the year, block by block."""
    from ...domain.papers.score_ranking import score_ranking as paper

    return paper(_ranking_facts(workspace, request), form(workspace, RANKING))


def ranking_book(workspace: Workspace, request: Request) -> Book:
    """The places, and the points of every criterion, as a spreadsheet."""
    from ...domain.papers.score_books import ranking_book as book

    return book(_ranking_facts(workspace, request))


def _ranking_remarks(workspace: Workspace, request: Request) -> Sequence[str]:
    from ...domain.papers.score_ranking import missing

    told = missing(_ranking_facts(workspace, request).ranking)
    return (told,) if told else ()


EXPORTS = {
    SHEET: Export("Bảng chấm điểm của đơn vị", score_sheet, score_book, about=SETS, for_each=each),
    COMMUNE_SHEET: Export("Bảng chấm điểm của xã trong cụm", commune_score_sheet, commune_book, about=COMMUNE_SETS),
    RANKING: Export("Bảng xếp hạng thi đua", score_ranking, ranking_book, about=SETS, remarks=_ranking_remarks),
}
