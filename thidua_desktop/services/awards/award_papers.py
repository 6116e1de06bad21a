"""The papers of a round, gathered here on the main thread and rendered elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ...domain.rules.authority import decider
from ...storage import records
from ...storage.records import Row
from ..export_parts import Export, NothingToExport, Request
from ..office.forms import form
from ..office.offices import office
from ..office.signers import signer_on
from ..workspace import Workspace
from .decisions import SYMBOL, DecisionSummary, decisions, expected, goes_up
from .nomination_fitting import KIND
from .rounds import ROUND, round_summary
from .rule_corrections import law, law_problems
from .verdicts import verdicts

if TYPE_CHECKING:
    from ...domain.papers.award_parts import AwardLine, AwardPaper
    from ...domain.papers.blocks import Document, Sheet

SUBMISSION_SYMBOL = "TTr-UBND"


def nominations_document(workspace: Workspace, round_id: int) -> Document:
    """The list of the round's nominations for the Council; :class:`NothingToExport` when there is none."""
    from ...domain.papers.award_papers import nominations_paper
    from .award_lines import nomination_lines

    rows = records.page(workspace.file, KIND, where={"round_id": round_id})
    if not rows:
        raise NothingToExport("Đợt xét chưa có đề nghị nào để lập danh sách.", "Thêm đề nghị khen thưởng trước.")
    answers = {one.nomination_id: one.verdict.answer for one in verdicts(workspace, round_id)}
    today = workspace.today().isoformat()
    lines = nomination_lines(workspace, rows, today, lambda row: answers[int(row["id"] or 0)])
    return nominations_paper(_paper(workspace, round_id, lines, today), form(workspace, "nominations"))


def submission_document(workspace: Workspace, round_id: int) -> Document:
    """The tờ trình for what higher levels decide, one for each decider; :class:`NothingToExport` when there is none.

    The round's number is that of the first: no two papers of an office carry the same, the others leave it to the pen.
    """
    from ...domain.papers.award_papers import submission_paper
    from ...domain.papers.forms import joined
    from .award_lines import nomination_lines

    found = records.get(workspace.file, "rounds", round_id)
    day = str(found["submitted_on"] or workspace.today().isoformat())
    documents: list[Document] = []
    for (who, level), rows in _upward(workspace, round_id, day).items():
        paper = replace(
            _paper(workspace, round_id, nomination_lines(workspace, rows, day), day),
            symbol=SUBMISSION_SYMBOL,
            number=None if documents else _number(found, "submission_number"),
            day=str(found["submitted_on"]) if found["submitted_on"] else None,
        )
        documents.append(submission_paper(paper, form(workspace, "submission"), who, level))
    if not documents:
        raise NothingToExport(
            "Đợt xét chưa có đề nghị nào được chọn mà thuộc thẩm quyền cấp trên, nên không có Tờ trình.",
            "Ghi kết quả xét “được chọn” cho đề nghị cần trình trước.",
        )
    return joined(tuple(documents))


def decision_document(workspace: Workspace, round_id: int) -> Document:
    """The round's decisions; before one is issued the draft of it, number and day left to the pen."""
    from ...domain.papers.award_papers import decision_paper
    from ...domain.papers.forms import joined

    papers = _decided(workspace, round_id)
    return joined(tuple(decision_paper(paper, form(workspace, "decision")) for paper in papers))


def decision_document_of(workspace: Workspace, decision_id: int) -> Document:
    """One decision as it was issued; ``RecordGone`` when it is not there."""
    from ...domain.papers.award_papers import decision_paper

    row = records.get(workspace.file, "decisions", decision_id)
    found = decisions(workspace, year=int(row["year"] or 0))
    issued = next(one for one in found if one.id == decision_id)
    return decision_paper(_issued(workspace, issued), form(workspace, "decision"))


def certificates_document(workspace: Workspace, round_id: int) -> Document:
    """A page for each Giấy khen of the decisions, or of the draft; :class:`NothingToExport` when there is none."""
    from ...domain.papers.award_papers import certificates_paper
    from ...domain.papers.award_wording import is_certificate
    from ...domain.papers.forms import joined

    papers = _decided(workspace, round_id)
    with_some = [paper for paper in papers if any(is_certificate(line.entry) for line in paper.lines)]
    if not with_some:
        raise NothingToExport(
            "Đợt xét không có Giấy khen nào của Chủ tịch xã để in.",
            "Danh hiệu thi đua không in ở đây; đề nghị nào là Giấy khen thì chọn hình thức đó.",
        )
    return joined(tuple(certificates_paper(paper, form(workspace, "certificates")) for paper in with_some))


def bonuses_document(workspace: Workspace, round_id: int) -> Document:
    """The table of bonuses of each of the round's decisions, or of its draft."""
    from ...domain.papers.award_papers import bonuses_paper
    from ...domain.papers.forms import joined

    papers = _decided(workspace, round_id)
    return joined(tuple(bonuses_paper(paper, form(workspace, "bonuses")) for paper in papers))


def bonuses_sheet(workspace: Workspace, round_id: int) -> Sheet:
    """The bonuses of all the round's decisions, or of its draft, as a spreadsheet."""
    from ...domain.papers.award_papers import bonuses_sheet as sheet

    papers = _decided(workspace, round_id)
    return sheet(papers[0].only(line for paper in papers for line in paper.lines))


def _decided(workspace: Workspace, round_id: int) -> list[AwardPaper]:
    """A paper for each decision of the round, else one for the draft; :class:`NothingToExport` for neither."""
    from .award_lines import nomination_lines

    issued = decisions(workspace, round_id=round_id)
    if issued:
        return [_issued(workspace, one) for one in issued]
    here = [line.nomination_id for line in expected(workspace, round_id).here]
    if not here:
        raise NothingToExport(
            "Đợt xét chưa có đề nghị nào được chọn mà Chủ tịch xã quyết định, nên chưa lập được văn bản này.",
            "Ghi kết quả xét “được chọn” cho các đề nghị trước.",
        )
    day = round_summary(workspace, round_id).deciding_day(workspace.today().isoformat())
    rows = {int(row["id"] or 0): row for row in records.among(workspace.file, KIND, "id", here)}
    lines = nomination_lines(workspace, [rows[one] for one in here], day)
    return [replace(_paper(workspace, round_id, lines, day), symbol=SYMBOL)]


def _issued(workspace: Workspace, one: DecisionSummary) -> AwardPaper:
    from .award_lines import award_lines

    lines = award_lines(workspace, one.id)
    day = one.day or workspace.today().isoformat()
    paper = _paper(workspace, one.round_id, lines, day)
    return replace(
        paper, year=one.year, symbol=SYMBOL, number=one.number, day=one.day, signer=one.signer, title=one.title
    )


def _paper(workspace: Workspace, round_id: int | None, lines: tuple[AwardLine, ...], day: str) -> AwardPaper:
    """A paper about the round; ``day`` (ISO) is the day of its bases and of who signs, it is not printed."""
    from ...domain.papers.award_bases import award_bases
    from ...domain.papers.award_parts import AwardPaper
    from ..plan.checking import legal_acts

    found: Row = records.get(workspace.file, "rounds", round_id) if round_id else {}
    return AwardPaper(
        year=int(found.get("year") or day[:4]),
        round=str(found.get("name") or ""),
        award_type=str(found.get("award_type") or ""),
        office=office(workspace),
        lines=lines,
        signer=signer_on(workspace, day),
        bases=award_bases(legal_acts(workspace), day),
        council_on=str(found["council_on"]) if found.get("council_on") else None,
        present=_number(found, "council_present"),
        members=_number(found, "council_members"),
    )


def _upward(workspace: Workspace, round_id: int, day: str) -> Mapping[tuple[str, str], list[Row]]:
    """The chosen nominations that a higher level decides on ``day``, by who does and at which level."""
    rules = law(workspace)
    found: dict[tuple[str, str], list[Row]] = {}
    for row in records.page(workspace.file, KIND, where={"round_id": round_id, "state": "được chọn"}):
        by = decider(rules, str(row["award"]), day)
        if goes_up(by):
            found.setdefault((by.who, str(by.level)), []).append(row)
    return found


def _number(row: Row, key: str) -> int | None:
    value = row.get(key)
    return None if value is None else int(value)


def _nominations(workspace: Workspace, request: Request) -> Document:
    return nominations_document(workspace, request.subject_id)


def _submission(workspace: Workspace, request: Request) -> Document:
    return submission_document(workspace, request.subject_id)


def _decision(workspace: Workspace, request: Request) -> Document:
    return decision_document(workspace, request.subject_id)


def _certificates(workspace: Workspace, request: Request) -> Document:
    return certificates_document(workspace, request.subject_id)


def _bonuses(workspace: Workspace, request: Request) -> Document:
    return bonuses_document(workspace, request.subject_id)


def _bonuses_sheet(workspace: Workspace, request: Request) -> Sheet:
    return bonuses_sheet(workspace, request.subject_id)


def _law_left_out(workspace: Workspace, request: Request) -> tuple[str, ...]:
    """The files of rules that who decides and the bonuses could not be taken from."""
    return law_problems(workspace)


EXPORTS = {
    "nominations": Export("Danh sách đề nghị khen thưởng", _nominations, about=ROUND, remarks=_law_left_out),
    "submission": Export("Tờ trình đề nghị khen thưởng", _submission, about=ROUND, remarks=_law_left_out),
    "decision": Export("Quyết định khen thưởng", _decision, about=ROUND, remarks=_law_left_out),
    "certificates": Export("Giấy khen", _certificates, about=ROUND, remarks=_law_left_out),
    "bonuses": Export("Bảng tiền thưởng", _bonuses, _bonuses_sheet, about=ROUND, remarks=_law_left_out),
}
