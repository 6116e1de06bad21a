"""Made-up sheets of points and places that tests of papers print."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.domain.offices import Office, Signer
from thidua_desktop.domain.organisations import Organisation
from thidua_desktop.domain.papers.blocks import Document
from thidua_desktop.domain.papers.score_ranking import RankingFacts, score_ranking
from thidua_desktop.domain.papers.score_sheet import CommuneYear, commune_score_sheet, score_sheet
from thidua_desktop.domain.papers.year_heads import OrganisationYear
from thidua_desktop.domain.scoring.criteria import CriteriaSet, Criterion, Grade, LateStep
from thidua_desktop.domain.scoring.points import Score, points_of, total
from thidua_desktop.domain.scoring.ranking import ranked
from thidua_desktop.domain.scoring.sheets import COMMUNE, Scored, ScoreRow, ScoreSheet

_CRITERIA = (
    Criterion("Chỉ tiêu", "nhóm"),
    Criterion("Xóa nhà tạm", points=40, direction="higher", unit="nhà"),
    Criterion("Hộ nghèo còn lại", points=20, direction="lower", unit="hộ"),
    Criterion("Nền nếp", "nhóm"),
    Criterion("Nền nếp làm việc", "định tính", 10),
    Criterion("Đoàn kết nội bộ", "định tính", 30),
    Criterion("Thưởng", "nhóm"),
    Criterion("Cách làm sáng tạo", "thưởng", 5),
    Criterion("Trừ", "nhóm"),
    Criterion("Nộp chậm", "trừ", 5, unit="ngày", measure="nộp chậm"),
    Criterion("Hồ sơ bị trả", "trừ", 5, unit="hồ sơ"),
)
CRITERIA = CriteriaSet(
    "Chấm điểm của xã Ví Dụ",
    2026,
    bonus_rate=1,
    criterion_cap=10,
    bonus_cap=20,
    grades=(Grade("A", 1), Grade("B", 0.8)),
    late=(LateStep(5, 5), LateStep(10, 10)),
    criteria=tuple(replace(one, id=number) for number, one in enumerate(_CRITERIA, 1)),
    source="Hướng dẫn mẫu",
)
_NUMBERS = ("I", "1", "2", "II", "1", "2", "III", "1", "IV", "1", "2")
_FILLED = {
    2: Score(2, planned=4, achieved=5),
    3: Score(3, planned=2, achieved=4),
    5: Score(5, self_grade="A", council_grade="B"),
    6: Score(6, self_points=28, council_points=25, reason="Một đơn thư"),
    8: Score(8, self_points=3),
    10: Score(10, achieved=7),
}


def _sheet(scored: Scored, scores: dict[int, Score]) -> ScoreSheet:
    rows = tuple(
        ScoreRow(number, one, points_of(CRITERIA, one, scores.get(one.id, Score(one.id))))
        for number, one in zip(_NUMBERS, CRITERIA.criteria, strict=True)
    )
    return ScoreSheet(CRITERIA, scored, rows, total(CRITERIA, [row.points for row in rows]))


_BLOCK = "Khối đoàn thể"
SHEET = _sheet(Scored(1, "Hội Nông dân xã Ví Dụ", 1, _BLOCK), _FILLED)
RANKING = ranked(
    (
        SHEET,
        _sheet(Scored(2, "Hội Phụ nữ xã Ví Dụ", 2, _BLOCK), _FILLED),
        _sheet(Scored(3, "Đoàn Thanh niên xã Ví Dụ", 3, _BLOCK), {}),
        _sheet(Scored(4, "Trạm Y tế xã Ví Dụ", 4), {5: Score(5, council_points=9.5)}),
    )
)
_OFFICE = Office("Ví Dụ", "xã", "Mẫu", "UBND TỈNH MẪU", "Ví Dụ")
_SIGNER = Signer("Nguyễn Văn Mẫu", "CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN")


def of_farmers() -> OrganisationYear:
    """The organisation whose sheet it is."""
    farmers = Organisation("Hội Nông dân xã Ví Dụ", head="Trần Thị Mẫu", head_position="Chủ tịch", id=1)
    return OrganisationYear(2026, _OFFICE, None, farmers, number=7)


def score_documents() -> dict[str, Document]:
    """The papers of scoring by their names."""
    from tests.golden.samples import form

    commune = _sheet(Scored(COMMUNE, "xã Ví Dụ"), _FILLED)
    return {
        "score-sheet": score_sheet(of_farmers(), SHEET, form("score-sheet")),
        "score-sheet-blank": score_sheet(of_farmers(), SHEET, form("score-sheet"), blank=True),
        "commune-score-sheet": commune_score_sheet(
            CommuneYear(2026, _OFFICE, _SIGNER, "Cụm thi đua số 5"), commune, form("commune-score-sheet")
        ),
        "score-ranking": score_ranking(RankingFacts(CRITERIA, RANKING, _OFFICE, _SIGNER), form("score-ranking")),
    }
